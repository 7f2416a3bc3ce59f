"""Matching in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.loading import from_text
from reader.base.faults import FaultError
from reader.differences.compare import compare
from reader.differences.compare_in_child import MatchingError, compare_in_child
from tests.children import plant

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


def _planted(folder: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    code = f"import os, signal\ndef compare(*_, **__):\n    {line}\n"
    plant(folder / "planted", monkeypatch, "reader.differences.compare", code)


def test_a_mistake_in_matching_is_a_fault_of_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _planted(tmp_path, monkeypatch, "return {}['speaker']")
    with pytest.raises(FaultError, match=r"reader has a fault here \(KeyError\); details are in"):
        compare_in_child(A, B)


def test_a_crash_in_matching_is_a_fault_of_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _planted(tmp_path, monkeypatch, "os.kill(os.getpid(), signal.SIGSEGV)")
    with pytest.raises(FaultError, match="crash"):
        compare_in_child(A, B)


@pytest.mark.parametrize("line", ["os.kill(os.getpid(), signal.SIGKILL)", "raise MemoryError"])
def test_a_system_without_memory_is_named_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    _planted(tmp_path, monkeypatch, line)
    with pytest.raises(MatchingError, match="close other programs to free memory"):
        compare_in_child(A, B)
