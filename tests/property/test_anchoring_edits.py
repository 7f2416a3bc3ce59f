"""What anchoring owes on the edits of anchoring_cases, on the articles that no threshold was chosen on."""

from __future__ import annotations

import pytest

from annotations.anchoring.anchor import anchor
from annotations.anchoring.model import Anchor, State
from tests.property.anchoring_cases import Case, articles, cases

HELD_OUT = [(case, anchor(case.target, case.text)) for case in cases(articles()[1::2])]
SILENT = (State.OK, State.CHANGED)


def _covers(found: Anchor, truth: tuple[int, int]) -> bool:
    common = min(found.end, truth[1]) - max(found.start, truth[0])
    return common >= 0.6 * (max(found.end, truth[1]) - min(found.start, truth[0]))


def _is_right(case: Case, found: Anchor) -> bool:
    return case.truth is not None and found.state is not State.ORPHAN and _covers(found, case.truth)


def test_there_are_enough_cases() -> None:
    assert len(HELD_OUT) >= 500


def test_no_wrong_place_is_ever_taken_silently() -> None:
    assert [
        case.kind for case, found in HELD_OUT if found.state in SILENT and not _is_right(case, found)
    ] == []


def test_a_text_that_survives_is_found_in_97_of_100_cases() -> None:
    right = [_is_right(case, found) for case, found in HELD_OUT if case.truth]
    assert sum(right) >= 0.97 * len(right)


@pytest.mark.parametrize("kind", ["deleted", "deleted and replaced", "deleted and all reworded"])
def test_a_deleted_text_is_recognised_as_an_orphan_in_97_of_100_cases(kind: str) -> None:
    orphans = [found.state is State.ORPHAN for case, found in HELD_OUT if case.kind == kind]
    assert sum(orphans) >= 0.97 * len(orphans)


@pytest.mark.parametrize("kind", ["text before", "another form", "doubled", "copied to the front"])
def test_a_text_that_nobody_touched_is_ok(kind: str) -> None:
    assert {found.state for case, found in HELD_OUT if case.kind == kind} == {State.OK}


@pytest.mark.parametrize("kind", ["number changed", "negated", "words added"])
def test_a_changed_text_is_never_ok(kind: str) -> None:
    assert State.OK not in {found.state for case, found in HELD_OUT if case.kind == kind}
