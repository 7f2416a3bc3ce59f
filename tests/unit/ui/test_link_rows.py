"""Which matches have an end on screen."""

from __future__ import annotations

import random

import pytest

from reader.articles.loading import from_text
from reader.matching.model import Kind, Match, Passage
from reader.ui.compare.layout.article_layout import ArticleLayout
from reader.ui.compare.layout.link_rows import LinkRows

TEXT = "\n\n".join(f"This is sentence {n}. And here is one more of {n}." for n in range(30))
LEFT, RIGHT = ArticleLayout(from_text(TEXT, path="a"), 17), ArticleLayout(from_text(TEXT, path="b"), 23)


def matches(seed: int) -> list[Match]:
    rng = random.Random(seed)
    sentences = list(LEFT.article.sentences)
    pairs = [(rng.choice(sentences), rng.choice(sentences)) for _ in range(60)]
    return [
        Match(Passage("a", a.start, a.end), Passage("b", b.start, b.end), Kind.SAME_FACT, 60.0)
        for a, b in dict.fromkeys(pairs)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_matches_touching_some_rows_are_all_that_begin_there(seed: int) -> None:
    found = matches(seed)
    rows = LinkRows(found, LEFT, RIGHT)
    for top in range(0, len(LEFT) + 5, 7):
        left, right = range(top, top + 9), range(top // 2, top // 2 + 9)
        ends = [(LEFT.row_of(match.a.start), RIGHT.row_of(match.b.start), match) for match in found]
        expected = [one for one in ends if one[0] in left or one[1] in right]
        touching = rows.touching(left, right)
        assert len(touching) == len(expected)
        assert all(one in touching for one in expected)


def test_pages_are_not_laid_out_while_there_are_no_matches() -> None:
    left = ArticleLayout(LEFT.article, 20)
    assert LinkRows([], left, RIGHT).touching(range(9), range(9)) == []
    assert "rows" not in vars(left)
