from __future__ import annotations

from reader.articles.loading import from_text
from reader.articles.model import Article, Role
from reader.articles.recurring import mark_recurring, restore

FOOT = "Sandra has walked the harbour for us since the flood."
STORIES = [
    "The bridge was closed on Monday after inspectors found cracks in two of its piers, officials said.",
    "A ferry ran aground in the fog on Tuesday, and its passengers were taken off by boats.",
    "The council sold the old cannery on Wednesday to a maker of toys, who wants to keep its tall chimney.",
    "A storm took the roof of the fish market on Thursday, while below it they went on selling herring.",
]


def _article(*lines: str, source: str = "The Beacon") -> Article:
    return from_text("\n\n".join(lines), title="A title", source=source)


def _marks(articles: tuple[Article, ...]) -> list[list[str]]:
    return [[a.text[p.start : p.end] for p in a.paragraphs if p.role is Role.BOILERPLATE] for a in articles]


def test_a_line_in_three_articles_of_a_source_is_marked_with_its_reason() -> None:
    marked = mark_recurring([_article(story, FOOT) for story in STORIES[:3]])
    assert _marks(marked) == [[FOOT]] * 3
    assert marked[0].paragraphs[1].reason == "recurs in this source"
    assert marked[0].words() == len(STORIES[0].split())


def test_a_sentence_that_follow_ups_repeat_among_their_prose_is_body_and_a_label_is_not() -> None:
    background = "The dam was built in 1958 and holds the water of three rivers."
    articles = [
        _article(
            f"{story} It was the first time.", background, "Island desk 9", f"Nobody was hurt in case {n}."
        )
        for n, story in enumerate(STORIES)
    ]
    assert _marks(mark_recurring(articles)) == [["Island desk 9"]] * 4


def test_two_articles_or_two_sources_are_not_enough() -> None:
    two = [_article(story, FOOT) for story in STORIES[:2]]
    other = _article(STORIES[2], FOOT, source="The Gazette")
    assert _marks(mark_recurring([*two, other])) == [[]] * 3
    assert _marks(mark_recurring([_article(story, FOOT, source="") for story in STORIES])) == [[]] * 4


def test_what_versions_of_one_story_share_is_the_story() -> None:
    versions = [
        _article(STORIES[0], STORIES[1], f"Update {n}: the talks about the bridge went on.") for n in "123"
    ]
    assert _marks(mark_recurring(versions)) == [[]] * 3


def test_a_line_is_counted_once_for_each_article() -> None:
    twice = _article(STORIES[0], FOOT, STORIES[3], FOOT + " ")
    assert _marks(mark_recurring([twice, _article(STORIES[1], FOOT), _article(STORIES[2])])) == [[]] * 3


def test_articles_without_such_lines_are_the_same_objects() -> None:
    articles = [_article(story) for story in STORIES]
    assert all(a is b for a, b in zip(mark_recurring(articles), articles, strict=True))


def test_a_marked_line_is_body_again_when_it_is_restored() -> None:
    article = mark_recurring([_article(story, FOOT) for story in STORIES[:3]])[0]
    again = restore(article, [1])
    assert again.paragraphs[1].role is Role.BODY
    assert again.paragraphs[1].reason == ""
    assert again.sentences == article.sentences
    assert restore(article, []) == article
