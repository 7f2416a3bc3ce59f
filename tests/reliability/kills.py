"""Processes that are killed while they write."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from tinydb import TinyDB

from annotations.store import AnnotationStore
from tests.reliability.workload import expected, notes

__all__ = ["kill_and_check", "start"]


def start(path: Path, seed: int, steps: int) -> subprocess.Popen[str]:
    """A writer at work."""
    command = [sys.executable, "-m", "tests.reliability.writer", str(path), str(seed), str(steps)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kill_and_check(folder: Path, seed: int) -> int:
    """Kills a writer at a random moment; how many steps it had said were done: all of them must be there."""
    path = folder / f"{seed}" / "annotations.json"
    writer = start(path, seed, 10**6)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.7 if seed % 4 == 0 else 0.05))
    writer.kill()
    done = 1 + len(writer.stdout.read().split())
    writer.stdout.close()
    writer.wait()
    json.loads(path.read_bytes())
    store = AnnotationStore.open(path, in_background=False)
    found = notes(store)
    assert found in (expected(seed, done), expected(seed, done + 1)), f"seed {seed}: {done} steps"
    assert not store.notices
    store.close()
    with TinyDB(path, access_mode="r") as database:
        annotations = {each["id"]: each["note"] for each in database}
        tags = {f"#{each['name']}": each["description"] for each in database.table("codebook")}
        assert annotations | tags == found
    return done
