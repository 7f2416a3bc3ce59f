"""Several processes that add to one store at once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from annotations.store import AnnotationStore
from tests.reliability.workload import annotation

__all__ = ["check_crowd"]


def add_many(path: str, first: str, how_many: str) -> None:
    """Adds annotations with the ids from `first` on; says each that is on disk, at last how many it sees."""
    store = AnnotationStore.open(Path(path))
    for number in range(int(first), int(first) + int(how_many)):
        store.add(annotation(number, f"note {number}"))
        print(number if not store.unsaved else f"unsaved: {store.unsaved}", flush=True)
    store.refresh()
    store.close()


def check_crowd(path: Path, processes: int, each: int, *, kills: int = 0) -> None:
    """Lets processes add at once, some of them killed and begun again: nothing is lost, nothing twice."""
    chance = random.Random(processes)
    running = [_start(path, (number + 1) * 10**6, each) for number in range(processes)]
    acknowledged: set[int] = set()
    for kill in range(kills):
        time.sleep(chance.uniform(0.2, 0.6))
        victim = running.pop(0)
        victim.kill()
        acknowledged |= _said(victim)
        victim.wait()
        running.append(_start(path, (kill + 100) * 10**6, each))
    for process in running:
        acknowledged |= _said(process)
        assert process.wait() == 0
    store = AnnotationStore.open(path, in_background=False)
    found = [int(annotation.note.removeprefix("note ")) for annotation in store.all()]
    store.close()
    assert len(found) == len(set(found))
    assert acknowledged <= set(found)
    assert len(found) <= len(acknowledged) + kills
    assert len(acknowledged) >= processes * each
    assert not store.notices


def _start(path: Path, first: int, each: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.reliability.crowd", str(path), str(first), str(each)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _said(process: subprocess.Popen[str]) -> set[int]:
    assert process.stdout is not None
    with process.stdout as output:
        return {int(line) for line in output}


if __name__ == "__main__":
    add_many(*sys.argv[1:])
