"""The time and memory that an archive takes, and the share of the planted pairs that it finds.

    python -m tests.benchmarks.archive FOLDER ARTICLES…      default 1000 10000; 100000 takes minutes

The corpora are made in FOLDER by `planted_corpus`. Times are by the clock, of the commands as a user runs
them; the memory is the largest sum of all their processes. A planted pair is found if a match of the two
articles has both its sentences. Every other pair counts as false, even if a template says nearly the same
of the same name. The growth is the exponent e of time ~ articles^e between two sizes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import log
from pathlib import Path
from statistics import median

from reader.archive.search import Archive
from reader.articles.loading import load
from tests.benchmarks.planted_corpus import KINDS, Planted, write

QUERIES = 200
"""The number of articles that are searched for one by one."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and the largest memory of all processes together in MB."""

    seconds: float
    memory: float


def run(arguments: Iterable[object], output: Path) -> Cost:
    """Runs reader, and watches its memory."""
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    start, memory = time.perf_counter(), 0.0
    with output.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            memory = max(memory, sum(map(_resident, _family(process.pid))))
            time.sleep(0.02)
    assert process.returncode == 0, command
    return Cost(time.perf_counter() - start, memory)


def _family(process: int) -> list[int]:
    """A process and all its descendants."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has ended
        return [process]
    return [process, *(member for child in children for member in _family(child))]


def _resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:  # it has ended
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


class Judge:
    """The planted pairs, by which pairs that are found are judged."""

    def __init__(self, pairs: Iterable[Planted]) -> None:
        self._planted: defaultdict[frozenset[str], list[Planted]] = defaultdict(list)
        for pair in pairs:
            self._planted[frozenset((pair.a, pair.b))].append(pair)

    def pair(self, a: tuple[str, str], b: tuple[str, str]) -> Planted | None:
        """The planted pair of two sentences, each after the url of its article; None if it is not planted."""
        texts = dict((a, b))
        for pair in self._planted.get(frozenset(texts), ()):
            if _same(pair.text_a, texts[pair.a]) and _same(pair.text_b, texts[pair.b]):
                return pair
        return None


def _same(planted: str, sentence: str) -> bool:
    """Whether a sentence is the planted one or, if it was split differently, half of it or more."""
    return planted in sentence or (sentence in planted and 2 * len(sentence) >= len(planted))


def quality(output: Path, pairs: list[Planted]) -> str:
    """Recall by kind, and the number of false pairs, in the JSON lines of an output."""
    judge, planted, right, false = Judge(pairs), Counter(pair.kind for pair in pairs), set[Planted](), 0
    for line in output.read_text().splitlines():
        group = json.loads(line)["passages"]
        for a, b in combinations([(passage["url"], passage["text"]) for passage in group], 2):
            pair = judge.pair(a, b) if a[0] != b[0] else None
            right |= {pair} - {None}
            false += pair is None
    return _figures(right, planted, false)


def _figures(right: set[Planted], planted: Counter[str], false: int) -> str:
    count = Counter(pair.kind for pair in right)
    recall = " ".join(f"{kind} {count[kind] / planted[kind]:.3f}" for kind in KINDS if planted[kind])
    return f"recall {recall}; false pairs {false} of {false + len(right)}"


def one_by_one(index: Path, corpus: Path, pairs: list[Planted]) -> str:
    """The recall of searches for single articles, and their median time."""
    chosen = [pair for pair in pairs if int(pair.b.rsplit("/", 1)[1]) < 10_000]
    chosen = chosen[:: max(1, len(chosen) // QUERIES)][:QUERIES]
    right, times, judge = set[Planted](), [], Judge(chosen)
    with Archive.opened(index) as archive:
        for pair in chosen:
            article = load(Path(f"{corpus / '0000000.jsonl'}!{int(pair.b.rsplit('/', 1)[1]) + 1}"))
            start = time.perf_counter()
            groups = archive.similar_to(article)
            times.append(time.perf_counter() - start)
            for group in groups:
                a, b = ((excerpt.article.url, excerpt.text) for excerpt in group.excerpts)
                right |= {judge.pair(a, b)} - {None} if a[0] != b[0] else set()
    planted = Counter(pair.kind for pair in chosen)
    return f"{_figures(right, planted, 0).split(';')[0]}; median {median(times) * 1e3:.0f} ms"


def size_of(folder: Path) -> float:
    """Megabytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def measure(folder: Path, count: int) -> float:
    """Prints the figures of a corpus of `count` articles; returns the seconds of index and matches."""
    corpus, index, output = folder / f"{count}", folder / f"{count}.index", folder / f"{count}.found"
    pairs = write(corpus, count)
    made = run(["corpus", "index", corpus, "-o", index], folder / "report")
    again = run(["corpus", "index", corpus, "-o", index], folder / "report")
    matches = run(["corpus", "matches", "--index", index, "--json"], output)
    single = run(["corpus", "matches", f"{corpus / '0000000.jsonl'}!7", "--index", index], folder / "report")
    total = made.seconds + matches.seconds
    print(f"{count:,} articles: {total:.1f} s, {max(made.memory, matches.memory):.0f} MB")
    for name, cost in (("index", made), ("again", again), ("matches", matches), ("one article", single)):
        print(f"  {name:12} {cost.seconds:6.1f} s {cost.memory:6.0f} MB")
    print(f"  {quality(output, pairs)}\n  one by one: {one_by_one(index, corpus, pairs)}")
    print(f"  corpus {size_of(corpus):.0f} MB, index {size_of(index):.0f} MB", flush=True)
    return total


def main(folder: Path, counts: list[int]) -> None:
    """Prints the figures of all sizes, and the growth of the time."""
    folder.mkdir(parents=True, exist_ok=True)
    times = [(count, measure(folder, count)) for count in counts]
    for (small, short), (large, long) in pairwise(times):
        print(f"growth from {small:,} to {large:,}: exponent {log(long / short) / log(large / small):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(count) for count in sys.argv[2:]] or [1000, 10_000])
