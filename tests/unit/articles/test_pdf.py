"""PDF documents: paragraphs, headings and superscripts by their places on the page."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest

from reader.articles.loading import load
from reader.articles.model import Article, Role
from tests.unit.articles.documents import placed_pdf

BRIDGE = (
    "The harbour bridge was closed on Monday after engineers found cracks in two of its piers, and nobody "
    "knows yet when it will be open again, the mayor said at noon."
)
FERRY = (
    "Nobody was hurt, but the ferries will stay in port until the end of a week that has been the worst "
    "for the town since the storm of last year, as the harbour master put it in a letter to the council."
)
LETTER = 6.6  # points: the width of a letter of 11 points

Text = tuple[float, float, float, str]


def _load(folder: Path, *pages: list[Text]) -> Article:
    path = folder / "a.pdf"
    path.write_bytes(placed_pdf(*pages))
    return load(path)


def _lines(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def _column(
    *lines: str, left: float = 50, top: float = 700, step: float = 14, size: float = 11
) -> list[Text]:
    return [(left, top - number * step, size, line) for number, line in enumerate(lines)]


def _wrapped(*paragraphs: str, width: int = 66) -> list[str]:
    return [line for paragraph in paragraphs for line in wrap(paragraph, width)]


def test_a_short_last_line_ends_a_paragraph(tmp_path: Path) -> None:
    assert _lines(_load(tmp_path, _column(*_wrapped(BRIDGE, FERRY, BRIDGE)))) == [BRIDGE, FERRY, BRIDGE]


def test_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    page: list[Text] = []
    for paragraph in (FERRY, FERRY, FERRY):
        lines = wrap(f"  {paragraph}", 66, drop_whitespace=True)
        top = 700 - 14 * len(page)
        page += [(50 + 2 * LETTER, top, 11, lines[0].strip()), *_column(*lines[1:3], top=top - 14)]
    assert _lines(_load(tmp_path, page)) == [" ".join(" ".join(wrap(f"  {FERRY}", 66)[:3]).split())] * 3


def test_a_wider_space_ends_a_paragraph(tmp_path: Path) -> None:
    full = _wrapped(FERRY)[:-1]
    page = [*_column(*full), *_column(*full, top=700 - len(full) * 14 - 8)]
    assert _lines(_load(tmp_path, page)) == [" ".join(full)] * 2


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    lines = _wrapped(f"{BRIDGE[:-1]}, and {FERRY}", width=32)
    first = [*_column(*lines[:4]), *_column(*lines[4:8], left=320)]
    assert _lines(_load(tmp_path, first, _column(*lines[8:]))) == [" ".join(lines)]


def test_large_letters_are_a_heading(tmp_path: Path) -> None:
    page = [(50.0, 760.0, 20.0, "The bridge of the harbour"), (50.0, 738.0, 20.0, "is closed")]
    page += [
        *_column(*_wrapped(BRIDGE)),
        (50.0, 640.0, 14.0, "What next"),
        *_column(*_wrapped(FERRY), top=620),
    ]
    article = _load(tmp_path, page)
    headings = [p for p in article.paragraphs if p.role is Role.HEADING]
    assert [article.text[p.start : p.end] for p in headings] == [
        "The bridge of the harbour is closed",
        "What next",
    ]


@pytest.mark.parametrize("after", [" units", ", they said"])
def test_raised_digits_stay_apart(tmp_path: Path, after: str) -> None:
    page = [
        *_column(*_wrapped(BRIDGE)),
        (50.0, 640.0, 11.0, "It grew by 10"),
        (50.0 + 13 * LETTER, 644.5, 8.0, "6"),
        (54.8 + 13 * LETTER, 640.0, 11.0, after),
    ]
    assert _lines(_load(tmp_path, page))[-1] == f"It grew by 10⁶{after}"


def test_a_hyphen_stays_where_the_document_divides_no_words(tmp_path: Path) -> None:
    lines = _wrapped(*[BRIDGE] * 12)
    lines[4:6] = ["The harbour bridge was closed on Monday after they found a high-", "profile crack in it."]
    assert "found a high-profile crack" in _load(tmp_path, _column(*lines, top=760)).text


def test_a_browser_s_head_and_foot_are_not_text_and_do_not_date_the_article(tmp_path: Path) -> None:
    head = (20.0, 780.0, 8.0, "11/30/26, 8:26 AM")
    feet = [[(20.0, 20.0, 8.0, "https://paper.example/bridge"), (560.0, 20.0, 8.0, f"{n}/2")] for n in (1, 2)]
    lines = _wrapped(f"{BRIDGE[:-1]}, and {FERRY}")
    article = _load(tmp_path, [*_column(*lines[:3]), head, *feet[0]], [*_column(*lines[3:]), head, *feet[1]])
    body = [text for text, p in zip(_lines(article), article.paragraphs, strict=True) if p.role is Role.BODY]
    assert body == [" ".join(lines)]
    assert "https://paper.example/bridge" in article.text
    assert article.date == ""


def test_the_text_dates_the_article(tmp_path: Path) -> None:
    page = [(50.0, 740.0, 20.0, "The bridge is closed"), *_column("Published May 4, 2021", top=715)]
    assert _load(tmp_path, [*page, *_column(*_wrapped(BRIDGE), top=690)]).date == "2021-05-04"


def test_numbers_inside_a_page_are_text(tmp_path: Path) -> None:
    page = [*_column(*_wrapped(BRIDGE)), *_column("2/3", top=640), *_column(*_wrapped(FERRY), top=620)]
    assert "2/3" in _lines(_load(tmp_path, page))
