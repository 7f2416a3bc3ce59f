"""An archive searched by Spark, on two workers that are processes of their own, of which one is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from reader.archive.results_file import SCHEMA, ResultsFile, write_results
from tests.benchmarks.planted_corpus import planted
from tests.unit.archive.shelves import opened, silent

WORKERS = "local-cluster[2,1,1024]"

pytestmark = [
    pytest.mark.skipif(
        not (shutil.which("java") and Path("/proc/self").exists()),
        reason="Spark needs Java; workers are found in /proc",
    ),
    pytest.mark.xdist_group("spark"),  # the articles are made once, and one Spark at a time is enough
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four hundred articles in two files."""
    folder = tmp_path_factory.mktemp("corpus") / "articles"
    folder.mkdir()
    articles, _ = planted(400)
    for name, part in (("1", articles[:250]), ("2", articles[250:])):
        parquet.write_table(pa.Table.from_pylist(part), folder / f"{name}.parquet", row_group_size=50)
    return folder


@pytest.fixture(scope="module")
def in_process(corpus: Path) -> Path:
    """What is found in this process."""
    path = corpus.with_name("found.parquet")
    with opened(corpus, corpus.with_name("index")) as archive:
        write_results(path, archive.pairs(jobs=1, progress=silent), archive.excerpt)
    return path


def pairs(path: Path) -> list[str]:
    """The rows of what was found, but for how sentences are numbered, in an order of their own."""
    rows = parquet.read_table(path, columns=[name for name in SCHEMA.names if name not in "ab"]).to_pylist()
    return sorted(json.dumps(row) for row in rows)


def groups(path: Path) -> set[frozenset[tuple[str, int]]]:
    """The sentences of each group, by article and place."""
    groups = ResultsFile.opened(path).groups()
    return {
        frozenset((excerpt.article.place, excerpt.start) for excerpt in group.excerpts) for group in groups
    }


def search(corpus: Path, output: Path) -> subprocess.Popen[str]:
    """The command, as a process of its own."""
    options = ["--engine", "spark", "--master", WORKERS, "--corpus", corpus, "-o", output]
    return subprocess.Popen(
        [sys.executable, "-m", "reader", "corpus", "matches", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def workers(process: int) -> Iterator[int]:
    """The executors among the processes that come from a process."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            is_worker = b"CoarseGrainedExecutorBackend" in (entry / "cmdline").read_bytes()
        except OSError:  # it has ended
            continue
        if parent == process:
            yield from [int(entry.name)] if is_worker else ()
            yield from workers(int(entry.name))


def messages_until(process: subprocess.Popen[Any], words: str) -> str:
    """What the process says up to these words."""
    assert process.stderr
    messages = ""
    for line in process.stderr:
        messages += line
        if words in line:
            break
    return messages


def test_two_workers_find_the_pairs_that_one_process_finds(
    corpus: Path, in_process: Path, tmp_path: Path
) -> None:
    output = tmp_path / "zwölf [1] * %20" / "found.parquet"
    done = search(corpus, output)
    _, messages = done.communicate()
    assert done.returncode == 0, messages
    assert len(pairs(in_process)) > 300
    assert pairs(output) == pairs(in_process)
    assert groups(output) == groups(in_process)
    assert [path.name for path in output.parent.iterdir()] == ["found.parquet"]


def test_a_worker_killed_in_the_middle_costs_no_result(
    corpus: Path, in_process: Path, tmp_path: Path
) -> None:
    process = search(corpus, tmp_path / "found.parquet")
    messages = messages_until(process, "joining")
    killed = next(workers(process.pid))
    os.kill(killed, signal.SIGKILL)
    messages += process.communicate()[1]
    assert process.returncode == 0, messages
    assert "Lost executor" in messages
    assert pairs(tmp_path / "found.parquet") == pairs(in_process)
