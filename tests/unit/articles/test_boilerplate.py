from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reader.articles.loading import from_text
from reader.articles.model import Article, Role

BODY = "The river rose again on Monday, officials said."
LABELS = {"B": Role.BODY, "H": Role.HEADING, "X": Role.BOILERPLATE}
PAGES = Path(__file__).with_name("boilerplate_lines.txt").read_text(encoding="utf-8").split("\n=== ")[1:]


def _labelled(page: str) -> tuple[list[Role], str]:
    lines = page.splitlines()[1:]
    return [LABELS[line[0]] for line in lines if line.strip()], "\n".join(line[2:] for line in lines)


def _roles(article: Article) -> dict[str, tuple[Role, str]]:
    return {article.text[p.start : p.end]: (p.role, p.reason) for p in article.paragraphs}


def test_the_labelled_pages_are_classed_with_few_errors_and_hardly_a_body_line_lost() -> None:
    counts: Counter[tuple[Role, Role]] = Counter()
    for page in PAGES:
        labels, text = _labelled(page)
        roles = [paragraph.role for paragraph in from_text(text).paragraphs]
        counts.update(zip(labels, roles, strict=True))
    right = counts[Role.BOILERPLATE, Role.BOILERPLATE]
    marked = sum(count for (_, role), count in counts.items() if role is Role.BOILERPLATE)
    labelled = sum(count for (label, _), count in counts.items() if label is Role.BOILERPLATE)
    assert sum(counts.values()) >= 300
    assert right / marked >= 0.98
    assert right / labelled >= 0.95
    assert counts[Role.HEADING, Role.HEADING] >= 0.95 * sum(
        n for (label, _), n in counts.items() if label is Role.HEADING
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("3 of 7", "picture count"),
        ("Lee Fox/Getty Images", "photo credit"),
        ("By Ann Roe and Pat Lum", "byline"),
        ("Updated 9:05 a.m. ET", "time of publication"),
        ("The Northern Wire contributed to this report.", "agency credit"),
        ("Follow Ann Roe on Twitter @annroe", "social link"),
        ("Sign up for the Sunday briefing", "newsletter"),
        ("This website uses cookies to remember you.", "cookie notice"),
        ("© 2020 The Lantern", "copyright"),
        ("https://lantern.example/a/b?c=d", "link"),
        ("Story continues below advertisement", "advertisement"),
    ],
)
def test_the_reason_says_what_kind_of_clutter_a_line_is(line: str, reason: str) -> None:
    article = from_text(
        f"The bridge was closed on Monday because of the storm.\n\n{line}\n\nIt will open again in May."
    )
    assert _roles(article)[line] == (Role.BOILERPLATE, reason)


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures are due in May.",
        "By Friday the water had gone.",
        "Share prices fell by a third.",
        "Follow-up talks start on Monday.",
        "Reuters spoke to two of them.",
        "He added,",
        "Copyright is the heart of the dispute, she said.",
        "“Sign up,” he told them.",
        "- The first demand is water",
    ],
)
def test_a_sentence_that_begins_like_clutter_is_body(line: str) -> None:
    article = from_text(
        f"The bridge was closed on Monday because of the storm.\n\n{line}\n\nIt will open again in May."
    )
    assert _roles(article)[line] == (Role.BODY, "")


def test_the_line_below_a_photo_credit_is_its_caption() -> None:
    caption = "Men carry sand bags along the quay in Oru on Sunday, May 3, 2020."
    article = from_text(f"2 of 3\nPA Photo/Lee Fox\n{caption}\n\nORU — {BODY}\n\nIt fell at dusk.")
    assert _roles(article)[caption] == (Role.BOILERPLATE, "photo caption")


def test_headline_and_standfirst_stand_above_the_first_paragraph() -> None:
    article = from_text(f"River rises in Oru\n\nThousands leave their homes before the second wave\n\n{BODY}")
    assert [p.reason for p in article.paragraphs] == ["headline", "standfirst", ""]
    assert article.title == "River rises in Oru"


def test_titles_below_related_news_are_clutter_up_to_the_next_sentence() -> None:
    article = from_text(
        f"{BODY}\n\nRelated News\n\nWho built the dam?\n\nFive maps of Oru\n\nPeople went home."
    )
    assert [p.role for p in article.paragraphs] == [Role.BODY, *[Role.BOILERPLATE] * 3, Role.BODY]


def test_a_text_of_clutter_alone_is_still_an_article() -> None:
    assert from_text("Share").title == "Share"
