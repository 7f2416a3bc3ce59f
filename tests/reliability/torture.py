"""The full run, half an hour: `python -m tests.reliability.torture`. Prints what was measured."""

from __future__ import annotations

import errno
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.reliability.crowd import check_crowd
from tests.reliability.cuts import survives_a_cut
from tests.reliability.damage import check, damaged, make_store, mutated
from tests.reliability.faults import calls, survives_a_fault
from tests.reliability.kills import kill_and_check
from tests.reliability.mangled_documents import try_documents
from tests.reliability.mangled_imports import IMPORTED, exported, try_import
from tests.reliability.reader_kills import Annotator, kill_a_reader
from tests.reliability.sample_documents import SAMPLES

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
NAMES = ("annotations.json", "annotations.json.journal")


def main() -> int:
    """Runs everything; 0 where nothing was lost."""
    runs = (kills, reader_kills, power_cuts, damage, mutations, faults, crowds, documents, imports)
    with tempfile.TemporaryDirectory() as folder:
        return sum([_run(run, Path(folder) / run.__name__) for run in runs]) and 1


def kills(folder: Path) -> Iterator[str]:
    """Kills 1,000 processes at random moments."""
    for seed in range(1000):
        kill_and_check(folder, seed)
        yield "whole"


def reader_kills(folder: Path) -> Iterator[str]:
    """Kills 1,000 readers in a terminal while somebody annotates."""
    annotator = Annotator(seed=1)
    for seed in range(1000):
        for _ in range(kill_a_reader(folder, annotator, seed)):
            yield "changes acknowledged"
        yield "killed"


def power_cuts(_: Path) -> Iterator[str]:
    """Cuts the power 3,000 times, of 1,000 disks each that sync, that fail now and then, and often."""
    for failing, seed in itertools.product((0.0, 0.05, 0.2), range(1000)):
        assert survives_a_cut(seed, failing=failing), f"seed {seed}"
        yield "whole"


def damage(folder: Path) -> Iterator[str]:
    """Cuts off and flips a bit of the file and of the journal at every byte."""
    expected = make_store(folder / "whole")
    for name, cut in itertools.product(NAMES, (True, False)):
        raw = (folder / "whole" / name).read_bytes()
        for place in range(len(raw)):
            yield check(folder / "whole", folder / "hurt", name, damaged(raw, place, cut=cut), expected)


def mutations(folder: Path) -> Iterator[str]:
    """Mangles 10,000 files."""
    expected = make_store(folder / "whole")
    for name, seed in itertools.product(NAMES, range(5000)):
        raw = (folder / "whole" / name).read_bytes()
        yield check(folder / "whole", folder / "hurt", name, mutated(raw, seed), expected)


def faults(folder: Path) -> Iterator[str]:
    """Has each call of the file system fail, in each way."""
    every_call = range(1, calls(folder / "whole") + 1)
    ways = itertools.product(CODES, ("before", "after", "half"), (False, True), every_call)
    for number, (code, when, for_ever, call) in enumerate(ways):
        told = survives_a_fault(folder / f"{number}", call, code, when, for_ever=for_ever)
        yield "told" if told else "unfelt"


def crowds(folder: Path) -> Iterator[str]:
    """Has two and four processes add 1,000 annotations each, also with kills."""
    for processes, killed in itertools.product((2, 4), (0, 10)):
        check_crowd(folder / f"{processes}-{killed}" / "annotations.json", processes, 1000, kills=killed)
        yield "whole"


def documents(folder: Path) -> Iterator[str]:
    """Mangles 10,000 documents of each format."""
    folder.mkdir(parents=True)
    for suffix, first in itertools.product(SAMPLES, range(0, 10_000, 500)):
        for result, count in try_documents(suffix, first, first + 500, folder).items():
            yield from itertools.repeat(f"{suffix} {result}", count)


def imports(_: Path) -> Iterator[str]:
    """Mangles 10,000 exports in each format that is also imported."""
    for name in IMPORTED:
        raw = exported(name)
        for seed in range(10_000):
            yield f"{name} {try_import(raw, seed)}"


def _run(run: Callable[[Path], Iterator[str]], folder: Path) -> bool:
    began, results = time.monotonic(), Counter[str]()
    try:
        for result in run(folder):
            results[result] += 1
    except AssertionError as error:
        results["LOST"] += 1
        sys.stderr.write(f"{run.__name__}: {error!r}\n")
    said = ", ".join(f"{count:,} {result}" for result, count in results.items())
    sys.stdout.write(f"{run.__name__:12} {said} ({time.monotonic() - began:.0f} s)\n")
    sys.stdout.flush()
    return "LOST" in results


if __name__ == "__main__":
    sys.exit(main())
