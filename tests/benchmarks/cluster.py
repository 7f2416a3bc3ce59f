"""The time and memory that an archive takes on Spark, and the share of the planted pairs that it finds.

    python -m tests.benchmarks.cluster FOLDER MASTER ARTICLES…      such as 'local[2]' 1000 10000

The corpora are those of `tests.benchmarks.archive`, as Parquet of 500 articles to a row group. Times are by
the clock, of the command as a user runs it, the start of Spark included; the memory is the largest sum of
all its processes. The growth is the exponent e of time ~ articles^e between two sizes.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from math import log
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from tests.benchmarks.archive import quality, run
from tests.benchmarks.planted_corpus import FILE, Planted, planted


def written(folder: Path, count: int) -> list[Planted]:
    """Writes a corpus of `count` articles as Parquet; returns the pairs planted in it."""
    articles, pairs = planted(count)
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, count, FILE):
        table = pa.Table.from_pylist(articles[start : start + FILE])
        parquet.write_table(table, folder / f"{start:07}.parquet", row_group_size=500)
    return pairs


def measure(folder: Path, master: str, count: int) -> float:
    """Prints the figures of a corpus of `count` articles; returns the seconds it took."""
    corpus, output, listed = folder / f"{count}", folder / f"{count}.found", folder / f"{count}.json"
    pairs = written(corpus, count)
    options = ["--engine", "spark", "--master", master, "--corpus", corpus, "-o", output, "--force"]
    cost = run(["corpus", "matches", *options], folder / "report")
    run(["corpus", "matches", "--found", output, "--json"], listed)
    size = sum(path.stat().st_size for path in corpus.iterdir()) / 1e6
    print(f"{count:,} articles ({size:.0f} MB), {master}: {cost.seconds:.1f} s, {cost.memory:.0f} MB")
    print(f"  {quality(listed, pairs)}", flush=True)
    return cost.seconds


def main(folder: Path, master: str, counts: list[int]) -> None:
    """Prints the figures of all sizes, and the growth of the time."""
    times = [(count, measure(folder, master, count)) for count in counts]
    for (small, short), (large, long) in pairwise(times):
        print(f"growth from {small:,} to {large:,}: exponent {log(long / short) / log(large / small):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], [int(count) for count in sys.argv[3:]])
