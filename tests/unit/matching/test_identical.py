from __future__ import annotations

import pytest

from reader.articles.model import Article
from reader.base.throttle import Throttle
from reader.differences.compare import compare
from reader.matching import candidates
from reader.matching.identical import identical_pairs
from reader.matching.model import Kind
from reader.matching.profile import profiles
from reader.matching.thresholds import DEFAULT_THRESHOLD
from tests.unit.made import article

VERSES = (
    "The lamp went out over the quay.",
    "Nobody counted the boats that night.",
    "Who was it?",
    "The keeper wrote the hour into his book.",
)


def _pairs(a: Article, b: Article) -> dict[int, list[int]]:
    return identical_pairs(profiles(a, Throttle(None)), profiles(b, Throttle(None)))


def test_identical_sentences_are_paired_in_the_order_in_which_they_occur() -> None:
    assert _pairs(article("a", *VERSES * 2), article("b", *VERSES * 2)) == {n: [n] for n in range(8)}


@pytest.mark.parametrize(("more", "fewer"), [("a", "b"), ("b", "a")])
def test_where_one_article_has_more_of_them_each_still_has_a_partner(more: str, fewer: str) -> None:
    texts = {more: article(more, *VERSES[:1] * 5), fewer: article(fewer, *VERSES[:1] * 2)}
    pairs = _pairs(texts["a"], texts["b"])
    assert sum(map(len, pairs.values())) == 5
    assert len({j for partners in pairs.values() for j in partners}) == len(texts["b"].sentences)


def test_sentences_of_function_words_alone_match_if_they_are_the_same() -> None:
    a, b = article("a", *VERSES), article("b", "Snow fell.", VERSES[2])
    (match,) = compare(a, b).above(DEFAULT_THRESHOLD)
    assert a.text[match.a.start : match.a.end] == VERSES[2]
    assert match.kind is Kind.VERBATIM


def test_in_a_text_that_repeats_itself_every_sentence_matches_and_matches_stay_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(candidates, "_SHORT", 0)
    monkeypatch.setattr(candidates, "_BUDGET", 10)
    a, b = article("a", *VERSES * 40), article("b", *reversed(VERSES * 40))
    matches = compare(a, b).above(DEFAULT_THRESHOLD)
    assert {match.a.start for match in matches} == {sentence.start for sentence in a.sentences}
    assert {match.b.start for match in matches} == {sentence.start for sentence in b.sentences}
    assert len(matches) == len(a.sentences)


def test_edited_copies_in_a_text_that_repeats_itself_are_found_near_the_same_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(candidates, "_SHORT", 0)
    monkeypatch.setattr(candidates, "_BUDGET", 16)
    monkeypatch.setattr(candidates, "_WINDOW", 8)
    a = article("a", *VERSES * 40)
    b = article("b", *(verse.replace("The ", "Then the old ") for verse in VERSES * 40))
    matched = {match.a.start for match in compare(a, b).above(DEFAULT_THRESHOLD)}
    assert matched == {sentence.start for sentence in a.sentences}
