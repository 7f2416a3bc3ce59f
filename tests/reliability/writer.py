"""A process that works at a store and says after each step that it is done, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from annotations.store import AnnotationStore
from tests.reliability.workload import Workload


def main(path: str, seed: str, steps: str) -> None:
    """Works at the store at `path`; one line on standard output for each step on disk."""
    store, work = AnnotationStore.open(Path(path)), Workload(int(seed))
    for step in range(int(steps)):
        work.step(store)
        print(step + 1 if not store.unsaved else f"unsaved: {store.unsaved}", flush=True)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
