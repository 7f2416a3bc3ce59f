"""Matches in arrays, and profiles that are made again."""

from __future__ import annotations

import pickle

import pytest

from reader.articles.corpus import open_corpus
from reader.articles.model import Article
from reader.base.resources import sample_corpus
from reader.base.throttle import Throttle
from reader.differences.compare import compare
from reader.matching.compounds import compounds, split
from reader.matching.match_list import MatchList
from reader.matching.model import Detail, Difference, DifferenceKind, Kind, Match, Passage
from reader.matching.profile import profiles
from reader.matching.profile_list import ProfileList

MATCHES = [
    Match(Passage("a", 9, 12), Passage("b", 1, 5), Kind.SAME_FACT, 51.25),
    Match(Passage("a", 0, 8), Passage("b", 30, 41), Kind.QUOTE, 99.5, "direct/indirect"),
    Match(Passage("a", 0, 8), Passage("b", 6, 11), Kind.VERBATIM, 100.0),
]
DETAIL = Detail(differences=(Difference(DifferenceKind.DATE, None, None, ("Monday", "Tuesday")),))


def same_detail(match: Match) -> Detail:
    return DETAIL


@pytest.fixture(scope="module")
def story() -> tuple[Article, Article]:
    first, second, *_ = open_corpus([sample_corpus() / "coalition-2015"]).articles
    return first, second


def test_matches_come_back_in_the_order_of_a_then_of_b() -> None:
    matches = MatchList("a", "b", MATCHES, same_detail)
    assert list(matches) == MATCHES[::-1]
    assert matches[-1] == MATCHES[0]
    assert matches[:2] == (MATCHES[2], MATCHES[1])
    with pytest.raises(IndexError):
        matches[3]


def test_a_list_equals_whatever_has_the_same_matches() -> None:
    matches = MatchList("a", "b", MATCHES, same_detail)
    assert matches == MATCHES[::-1]
    assert matches != MATCHES
    assert MatchList("a", "b", [], same_detail) == ()


def test_the_detail_of_a_match_is_asked_for_when_it_is_looked_at() -> None:
    assert MatchList("a", "b", MATCHES, same_detail)[0].differences == DETAIL.differences


def test_a_list_survives_pickling() -> None:
    matches = pickle.loads(pickle.dumps(MatchList("a", "b", MATCHES, same_detail)))
    assert matches == MATCHES[::-1]
    assert matches[1].differences == DETAIL.differences


def test_profiles_made_again_are_as_they_were(story: tuple[Article, Article]) -> None:
    texts = [profiles(article, Throttle(None)) for article in story]
    parts = compounds(*texts)
    for article, made in zip(story, texts, strict=True):
        kept = [split(profile, parts) for profile in made]
        again = ProfileList(article, kept, parts)
        assert list(again) == kept
        assert [again.number_at(profile.end - 1) for profile in kept] == list(range(len(kept)))


def test_details_are_given_of_any_match_in_any_order(story: tuple[Article, Article]) -> None:
    alignment = compare(*story)
    forwards = [match.evidence for match in alignment.matches]
    assert [match.evidence for match in reversed(alignment.matches)] == forwards[::-1]
    assert all(evidence.parts for evidence in forwards)
