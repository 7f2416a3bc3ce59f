"""A store at work while one call of the file system fails, once or for ever."""

from __future__ import annotations

from pathlib import Path

from annotations.store import AnnotationStore, StoreError
from tests.reliability.disks import FailingFiles
from tests.reliability.workload import Workload, annotation, expected, notes

__all__ = ["STEPS", "calls", "survives_a_fault", "survives_a_fault_while_reading"]

STEPS = 6


def calls(folder: Path) -> int:
    """How many calls the work makes when nothing fails."""
    files = FailingFiles(0, 0)
    _work(folder / "annotations.json", files)
    return files.calls


def survives_a_fault(folder: Path, fails_at: int, code: int, when: str, *, for_ever: bool) -> bool:
    """Whether the store told of the fault where something was not on disk.

    Raises AssertionError where memory, or after the recovery the file, lacks a change.
    """
    path, files = folder / "annotations.json", FailingFiles(fails_at, code, when=when, for_ever=for_ever)
    try:
        told = _work(path, files)
    except StoreError as error:
        message = str(error)
        assert str(path) in message
        files.heal()
        told = _work(path, files)
    found = AnnotationStore.open(path, in_background=False)
    assert notes(found) == expected(1, STEPS)
    assert found.undo()
    assert notes(found) == expected(1, STEPS - 1)
    return told


def survives_a_fault_while_reading(folder: Path, fails_at: int, code: int, *, for_ever: bool) -> bool:
    """Whether the store told that it cannot be read, when another program had written meanwhile.

    Raises AssertionError where what was in memory is gone, or the news is not read after the recovery.
    """
    path, files = folder / "annotations.json", FailingFiles(0, code)
    store = AnnotationStore.open(path, files=files, in_background=False)
    store.add(annotation(1, "mine"))
    other = AnnotationStore.open(path, in_background=False)
    other.add(annotation(2, "theirs"))
    other.close()
    files.fail_from(fails_at, for_ever=for_ever)
    for _ in range(3):  # as often as the app looks
        store.refresh()
        assert "mine" in notes(store).values()
    told = bool(store.unreachable)
    assert not told or str(path) in store.unreachable
    files.heal()
    store.refresh()
    assert sorted(notes(store).values()) == ["mine", "theirs"]
    assert not store.unreachable
    store.add(annotation(3, "after it"))
    store.close()
    assert not store.unsaved
    found = AnnotationStore.open(path, in_background=False)
    assert sorted(notes(found).values()) == ["after it", "mine", "theirs"]
    return told


def _work(path: Path, files: FailingFiles) -> bool:
    work, told = Workload(1), False
    store = AnnotationStore.open(path, files=files, in_background=False)
    for step in range(STEPS):
        try:
            work.step(store)
        except StoreError as error:  # the history cannot be read: nothing was changed
            message, told = str(error), True
            assert str(path) in message
            files.heal()
            work.again(store)
        assert notes(store) == work.state, "memory"
        told |= bool(store.unsaved)
        if step == STEPS // 2:
            store.close()  # the TinyDB file is written while the work goes on
    if not store.unsaved:
        return told
    store.close()
    files.heal()
    store.close()
    assert not store.unsaved
    return told
