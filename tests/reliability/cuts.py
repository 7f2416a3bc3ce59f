"""Power cuts, by a disk that keeps what was synced and little else."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from annotations.store import AnnotationStore, StoreError
from tests.reliability.disks import PowerCut, SimulatedDisk
from tests.reliability.workload import Workload, annotation, expected, notes

__all__ = ["survives_a_cut"]

PATH = Path("/somewhere/annotations.json").resolve()


def survives_a_cut(seed: int, **kind: Any) -> bool:
    """Whether everything acknowledged before a cut at a random moment is there, and stays when work goes on.

    `kind` is what kind of SimulatedDisk it is.
    """
    chance = random.Random(seed)
    disk = SimulatedDisk(chance, budget=chance.randint(10, 300), **kind)
    acknowledged, done = _work(disk, seed, chance)
    disk.cut()
    try:
        store = AnnotationStore.open(PATH, files=disk, in_background=False)
        found = notes(store)
        store.add(annotation(1, "after the cut"))
        disk.cut()
        after = notes(AnnotationStore.open(PATH, files=disk, in_background=False))
    except StoreError:
        return False
    kept = any(found == expected(seed, steps) for steps in range(acknowledged, done + 2))
    return kept and after == found | {annotation(1, "").id: "after the cut"}


def _work(disk: SimulatedDisk, seed: int, chance: random.Random) -> tuple[int, int]:
    """How many steps were said to be on disk, and how many were made."""
    work, acknowledged, done = Workload(seed), 0, 0
    try:
        store = AnnotationStore.open(PATH, files=disk, in_background=False)
        while True:
            work.step(store)
            done += 1
            acknowledged = acknowledged if store.unsaved else done
            if chance.random() < 0.1 and not store.unsaved:
                store.close()
                store = AnnotationStore.open(PATH, files=disk, in_background=False)
    except PowerCut:
        return acknowledged, done
