"""An index whose making is killed, again and again, is in the end the index of all articles."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.unit.archive.shelves import groups_in, indexed, lines, spelled, texts_of

ARTICLES = 1500
SENTENCE = "Town{0} has a mill{0}, and the council{0} of it will build a bridge{0} over the river{0}."


def corpus(path: Path) -> Path:
    """Articles of which each two tell the same."""
    return lines(
        path, (f"{SENTENCE.format(spelled(n // 2))} The mayor{spelled(n)} likes it." for n in range(ARTICLES))
    )


def killed_when(root: Path, index: Path, ripe: Callable[[], bool]) -> bool:
    """Makes the index in a process that is killed, with no word of warning, as soon as it is ripe.

    Whether it was killed, and not done before.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "corpus", "index", root, "-o", index, "--jobs", "2"],
        stdout=subprocess.DEVNULL,
    )
    while not ripe() and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    return process.wait() != 0


def articles(index: Path) -> int:
    """How many articles an index has now; other processes may be writing it."""
    try:
        with closing(
            sqlite3.connect(f"file:{index}/articles.sqlite?mode=ro", uri=True, timeout=0)
        ) as connection:
            return int(connection.execute("select count(*) from articles").fetchone()[0])
    except sqlite3.OperationalError:  # it is not there yet, or locked
        return 0


def test_what_was_read_before_a_kill_is_not_read_again(tmp_path: Path) -> None:
    root, index = corpus(tmp_path / "a.jsonl"), tmp_path / "index"
    assert killed_when(root, index, lambda: articles(index) >= 300)
    kept = articles(index)
    assert 300 <= kept < ARTICLES
    report = indexed(root, index)
    assert (report.read, report.unchanged, report.articles) == (ARTICLES - kept, kept, ARTICLES)


def test_kills_at_any_time_leave_an_index_that_finds_the_same(tmp_path: Path) -> None:
    root, index = corpus(tmp_path / "a.jsonl"), tmp_path / "index"
    chance = random.Random(0)
    for kill in range(6):
        until = time.monotonic() + chance.uniform(0.2, 1.5) + kill / 5
        killed_when(root, index, lambda until=until: time.monotonic() > until)  # type: ignore[misc]
    assert len(groups_in(root, index)) == ARTICLES // 2
    assert texts_of(groups_in(root, index)) == texts_of(groups_in(root, tmp_path / "other"))


def test_a_kill_while_the_arrays_are_made_costs_only_these(tmp_path: Path) -> None:
    root, index = corpus(tmp_path / "a.jsonl"), tmp_path / "index"
    assert killed_when(root, index, (index / "unfinished").exists)
    assert not list(index.glob("arrays-*"))
    assert indexed(root, index).read == 0
    assert len(groups_in(root, index)) == ARTICLES // 2
