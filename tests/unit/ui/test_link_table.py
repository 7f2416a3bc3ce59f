"""Which matches begin in which sentences."""

from __future__ import annotations

from reader.articles.loading import from_text
from reader.matching.model import Kind, Match, Passage
from reader.ui.compare.link_table import LinkTable

A, B = from_text("One. Two. Three. Four.", path="a"), from_text("Uno. Dos. Tres.", path="b")


def match(here: int, there: int) -> Match:
    one, other = A.sentences[here], B.sentences[there]
    return Match(Passage("a", one.start, one.end), Passage("b", other.start, other.end), Kind.SAME_FACT, 60.0)


MATCHES = [match(0, 2), match(0, 0), match(2, 2), match(3, 0)]
TABLE = LinkTable(A, B, MATCHES)


def test_matches_are_found_by_the_sentence_they_begin_in() -> None:
    assert [list(TABLE.beginning_in_a(sentence)) for sentence in range(5)] == [[0, 1], [], [2], [3], []]
    assert [list(TABLE.beginning_in_b(sentence)) for sentence in range(4)] == [[1, 3], [], [0, 2], []]


def test_each_match_comes_with_its_sentences() -> None:
    assert list(TABLE) == [(MATCHES[0], 0, 2), (MATCHES[1], 0, 0), (MATCHES[2], 2, 2), (MATCHES[3], 3, 0)]
