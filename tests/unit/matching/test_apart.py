"""Matching in a process of its own."""

from __future__ import annotations

import pytest

from reader.articles.loading import from_text
from reader.matching import apart
from reader.matching.align import align
from reader.matching.apart import MatchingError, align_apart
from reader.processes import start

QUAY = "The quay at Brisk was closed on Monday. Mayor Olga Varn said “no ferry will sail before June”. "
A = from_text(QUAY + "Forty people were hurt.\n" + "It rained – and rained. " * 800, path="a", title="A")
B = from_text("Mayor Varn said that 30 people were hurt.\n" + QUAY, path="b", title="B", date="2021-03-12")


class ChangedMindError(Exception):
    """Nobody wants the matches any more."""


def test_what_another_process_finds_is_what_this_one_would_find() -> None:
    here, there = align(A, B), align_apart(A, B)
    assert there == here
    assert [match.differences for match in there.matches] == [match.differences for match in here.matches]
    assert [match.evidence.shared for match in there.matches] == [
        match.evidence.shared for match in here.matches
    ]


def test_the_floor_is_respected() -> None:
    assert [match.score for match in align_apart(A, B, floor=90).matches] == [
        match.score for match in align(A, B, floor=90).matches
    ]


def test_progress_grows_to_the_whole() -> None:
    shares: list[float] = []
    align_apart(A, B, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_whoever_hears_of_the_progress_may_end_it() -> None:
    def refuse(share: float) -> None:
        raise ChangedMindError

    with pytest.raises(ChangedMindError):
        align_apart(A, B, progress=refuse)


def test_a_process_that_ends_too_early_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "start", lambda module: start("reader.matching.no_such_module"))
    with pytest.raises(MatchingError, match="ended before it was done"):
        align_apart(A, B)
