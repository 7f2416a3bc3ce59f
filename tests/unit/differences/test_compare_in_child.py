"""Matching in a process of its own."""

from __future__ import annotations

import pytest

from reader.articles.loading import from_text
from reader.base.processes import start_child
from reader.differences import compare_in_child as apart
from reader.differences.compare import compare
from reader.differences.compare_in_child import MatchingError, compare_in_child

QUAY = "The quay at Brisk was closed on Monday. Mayor Olga Varn said “no ferry will sail before June”. "
A = from_text(QUAY + "Forty people were hurt.\n" + "It rained – and rained. " * 800, path="a", title="A")
B = from_text("Mayor Varn said that 30 people were hurt.\n" + QUAY, path="b", title="B", date="2021-03-12")


class ChangedMindError(Exception):
    """Nobody wants the matches any more."""


def test_what_another_process_finds_is_what_this_one_would_find() -> None:
    here, there = compare(A, B), compare_in_child(A, B)
    assert there == here
    assert [match.differences for match in there.matches] == [match.differences for match in here.matches]
    assert [match.evidence.shared for match in there.matches] == [
        match.evidence.shared for match in here.matches
    ]


def test_the_floor_is_respected() -> None:
    assert [match.score for match in compare_in_child(A, B, floor=90).matches] == [
        match.score for match in compare(A, B, floor=90).matches
    ]


def test_progress_grows_to_the_whole() -> None:
    shares: list[float] = []
    compare_in_child(A, B, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_whoever_hears_of_the_progress_may_end_it() -> None:
    def refuse(share: float) -> None:
        raise ChangedMindError

    with pytest.raises(ChangedMindError):
        compare_in_child(A, B, progress=refuse)


def test_a_process_that_ends_too_early_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "start", lambda module: start_child("reader.matching.no_such_module"))
    with pytest.raises(MatchingError, match="ended before it was done"):
        compare_in_child(A, B)
