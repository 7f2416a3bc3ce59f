"""Files that are cut off, of which bits flip, or that are mangled: what was in them must come back."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from annotations.store import AnnotationStore, StoreError
from tests.reliability.workload import Notes, Workload, notes

__all__ = ["changed", "check", "damaged", "make_store", "mutated"]

LONG_AGO = 1_600_000_000


def make_store(folder: Path, *, steps: int = 12) -> Notes:
    """A store with some history, a previous file and a backup; what is in it."""
    work = Workload(7)
    for _ in range(2):
        store = AnnotationStore.open(folder / "annotations.json", in_background=False)
        for _ in range(steps // 2):
            work.step(store)
        store.close()
    return work.state


def damaged(raw: bytes, place: int, *, cut: bool) -> bytes:
    """The bytes cut off at a place, or with one bit of that place flipped."""
    if cut:
        return raw[:place]
    return raw[:place] + bytes([raw[place] ^ (1 << place % 8)]) + raw[place + 1 :]


def mutated(raw: bytes, seed: int) -> bytes:
    """The bytes with a few pieces cut out, doubled, moved, overwritten or put in."""
    return changed(raw, random.Random(seed), (1, 3, 20, 200), lambda: b'"}]{["')


def changed(raw: bytes, chance: random.Random, lengths: Sequence[int], odd: Callable[[], bytes]) -> bytes:
    """The bytes with one to four pieces of these lengths replaced by nothing, themselves, noise or `odd`."""
    for _ in range(chance.randint(1, 4)):
        start, length = chance.randrange(len(raw) + 1), chance.choice(lengths)
        piece = raw[start : start + length]
        new = chance.choice([b"", piece * 2, chance.randbytes(length), bytes(length), piece[::-1], odd()])
        raw = raw[:start] + new + raw[start + length * chance.randint(0, 1) :]
    return raw


def check(whole: Path, work: Path, name: str, raw: bytes, expected: Notes) -> str:
    """Opens a copy of a store of which one file is damaged: what came of it, in a word.

    Raises AssertionError where anything was lost, or the damaged bytes are neither where they were nor kept.
    """
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(whole, work)
    path, hurt = work / "annotations.json", work / name
    hurt.write_bytes(raw)
    os.utime(hurt, (LONG_AGO, LONG_AGO))
    try:
        store = AnnotationStore.open(path, in_background=False)
    except StoreError as error:
        refusal = str(error)
        assert str(path) in refusal
        assert hurt.read_bytes() == raw
        return "refused"
    found = notes(store)
    if found != expected and store.undo() == "Undone: changed by another program":
        assert notes(store) == expected
        return "taken for another program's change"
    store.close()
    assert found == expected, (name, set(found.items()) ^ set(expected.items()))
    kept = [each.read_bytes() for each in work.iterdir() if "corrupt" in each.name]
    if name == "annotations.json" and store.notices:
        assert raw in kept
        return "rebuilt"
    return "rebuilt" if store.notices else "whole"
