"""All articles on screen are matched in the background."""

from __future__ import annotations

import gc

from reader.articles.loading import from_text
from reader.articles.model import Article
from reader.differences.compare import compare
from reader.ui.compare.aligning import align_all

STORY = "The quay at Brisk was closed on Monday. Mayor Olga Varn said that no ferry would sail before June.\n"


def article(name: str, filler: int = 0) -> Article:
    return from_text(STORY + f"It rained in {name}.\n" * filler, path=name, title=name)


def never() -> bool:
    return False


def test_each_pair_is_matched_and_the_share_that_is_done_is_told() -> None:
    articles, told = [article("a"), article("b"), article("c")], list[int]()
    found = list(align_all(articles, [(0, 1), (0, 2), (1, 2)], told.append, never))
    assert [(a, b) for a, b, _ in found] == [(0, 1), (0, 2), (1, 2)]
    assert [alignment for _, _, alignment in found] == [
        compare(articles[a], articles[b]) for a, b, _ in found
    ]
    assert told == sorted(told)
    assert told[-1] == 100


def test_long_articles_are_matched_apart_and_alike() -> None:
    a, b = article("a", 9_000), article("b")
    ((_, _, found),) = align_all([a, b], [(0, 1)], [].append, never)
    assert found == compare(a, b)
    assert found.above(90)


def test_nothing_is_found_for_whoever_is_gone() -> None:
    assert list(align_all([article("a", 9_000), article("b")], [(0, 1)], [].append, lambda: True)) == []
    assert gc.isenabled()
