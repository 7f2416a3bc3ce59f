"""`reader corpus`, as a process of its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.conftest import SAMPLE
from tests.unit.archive.shelves import LIGHT, WIRE, file
from tests.unit.cli.test_cli import fails, reader

WEAK = (
    "In Lindvik divers of the Harbour Authority ate lunch with their wives on Sunday, and found a crack in a "
    "bottle of wine."
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("Aldmar", WIRE), ("Brenn", LIGHT), ("Corvo", "")):
        file(folder, name, text)
    return folder


def test_a_folder_is_indexed_and_its_matches_are_printed(root: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    made = reader("corpus", "index", root, data=data)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith(f"3 articles, 8 sentences in {data / 'corpora' / 'articles-'}")
    assert "read 3, unchanged 0, removed 0, skipped 0" in made.stdout
    assert "read 0, unchanged 3" in reader("corpus", "index", root, data=data).stdout
    output = reader("corpus", "matches", data=data).stdout
    for words in ("near-duplicate", WIRE, LIGHT, "Aldmar · The Aldmar Post · 2024-05-01", "Brenn"):
        assert words in output


def test_json_has_an_object_a_line_with_both_sides(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    reader("corpus", "index", root, "-o", index, data=tmp_path)
    (line,) = reader("corpus", "matches", "--json", "--index", index, data=tmp_path).stdout.splitlines()
    group = json.loads(line)
    assert (group["kind"], group["articles"]) == ("near-duplicate", 2)
    assert [passage["text"] for passage in group["passages"]] == [WIRE, LIGHT]
    passage = group["passages"][1]
    assert (passage["title"], passage["source"], passage["date"]) == ("Brenn", "The Brenn Post", "2024-05-01")
    assert passage["place"] == str(root / "Brenn.md")


def test_an_article_of_ones_own_is_told_what_the_archive_says_of_it(root: Path, tmp_path: Path) -> None:
    reader("corpus", "index", root, data=tmp_path)
    mine = file(tmp_path, "Mine", LIGHT)
    groups = reader("corpus", "matches", mine, "--json", data=tmp_path).stdout.splitlines()
    texts = [[passage["text"] for passage in json.loads(line)["passages"]] for line in groups]
    assert texts == [[LIGHT, LIGHT], [LIGHT, WIRE]]


def test_what_is_asked_for_is_what_is_shown(root: Path, tmp_path: Path) -> None:
    reader("corpus", "index", root, data=tmp_path)
    nothing = "No two articles share a passage at this threshold.\n"
    assert reader("corpus", "matches", "--threshold", "99", data=tmp_path).stdout == nothing
    assert reader("corpus", "matches", "--min-articles", "3", data=tmp_path).stdout == nothing
    few = reader("corpus", "matches", "--max-articles", "1", "--json", data=tmp_path)
    assert few.stdout == ""
    assert "omitted as boilerplate: 1" in few.stderr


def test_what_cannot_be_read_is_named_and_left_out(root: Path, tmp_path: Path) -> None:
    (root / "broken.md").write_bytes(b"")
    made = reader("corpus", "index", root, data=tmp_path)
    assert made.stderr.startswith("reader: skipped: ")
    assert "broken.md" in made.stderr
    assert made.stdout.startswith("3 articles")


def test_without_an_index_or_with_several_it_says_what_to_do(root: Path, tmp_path: Path) -> None:
    fails(reader("corpus", "matches", data=tmp_path), "reader corpus index DIR")
    fails(reader("corpus", "matches", "--index", tmp_path, data=tmp_path), "reader corpus index DIR")
    reader("corpus", "index", root, data=tmp_path)
    shutil.copytree(SAMPLE / "harbour-bridge", tmp_path / "bridge")
    reader("corpus", "index", tmp_path / "bridge", data=tmp_path)
    fails(reader("corpus", "matches", data=tmp_path), "--index", "articles-", "bridge-")


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    fails(reader("corpus", "index", tmp_path / "nowhere", data=tmp_path), "nowhere")


@pytest.mark.parametrize("words", [["--threshold", "101"], ["--min-articles", "0"], ["--jobs", "many"]])
def test_a_number_that_cannot_be_is_refused(tmp_path: Path, words: list[str]) -> None:
    done = reader("corpus", "matches", *words, data=tmp_path)
    assert done.returncode == 2
    assert words[0] in done.stderr


def test_the_text_of_articles_reaches_no_terminal_as_it_is(root: Path, tmp_path: Path) -> None:
    for name in ("Dunmere", "Estrel"):
        file(root, name, "Seven \x1b[31m swans of the Kestrel estuary were ringed by volunteers.")
    reader("corpus", "index", root, data=tmp_path)
    for options in ([], ["--json"]):
        output = reader("corpus", "matches", *options, data=tmp_path).stdout
        assert "swans" in output
        assert "\x1b" not in output


def test_what_was_found_is_written_and_shown_again(root: Path, tmp_path: Path) -> None:
    results = tmp_path / "found.parquet"
    reader("corpus", "index", root, data=tmp_path)
    written = reader("corpus", "matches", "-o", results, data=tmp_path)
    assert written.stdout == f"1 pair written to {results}; open it with: reader {results}\n"
    shown = reader("corpus", "matches", "--found", results, "--json", data=tmp_path)
    assert shown.stdout == reader("corpus", "matches", "--json", data=tmp_path).stdout
    none = reader("corpus", "matches", "--found", results, "--threshold", "99", data=tmp_path)
    assert "No two articles" in none.stdout


def test_a_file_that_is_there_is_written_over_by_force_only(root: Path, tmp_path: Path) -> None:
    results = tmp_path / "found.parquet"
    results.write_text("mine")
    reader("corpus", "index", root, data=tmp_path)
    fails(reader("corpus", "matches", "-o", results, data=tmp_path), "already exists", "--force")
    assert results.read_text() == "mine"
    assert reader("corpus", "matches", "-o", results, "--force", data=tmp_path).returncode == 0
    for place in (tmp_path / "no" / "a.parquet", tmp_path / ("a" * 300 + ".parquet")):
        fails(reader("corpus", "matches", "-o", place, data=tmp_path), "cannot write here")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--engine", "spark", "-o", "a.parquet"), "--corpus"),
        (("--corpus", "a.parquet"), "--engine spark"),
        (("a.md", "-o", "a.parquet"), "omit ARTICLE"),
        (("-o", "a.csv"), "ends in .parquet"),
        (("--found", "a.parquet", "-o", "b.parquet"), "--found"),
        (("--found", "nowhere.parquet"), "does not exist"),
        (("-o", "a.parquet", "--min-articles", "3"), "--found"),
        (("--engine", "spark", "--corpus", "a.parquet", "-o", "b.parquet", "--index", "c"), "omit --index"),
        (("--engine", "spark", "--corpus", "nowhere.parquet", "-o", "a.parquet"), "no Parquet file"),
    ],
)
def test_options_that_do_not_go_together_are_told_of(
    options: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    fails(reader("corpus", "matches", *options, data=tmp_path), message)


def test_a_cluster_writes_over_nothing_that_is_not_its_own(root: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.parquet"
    mine.mkdir()
    (mine / "notes.txt").write_text("notes")
    articles = tmp_path / "x.parquet" / "articles.parquet"
    articles.parent.mkdir()
    parquet.write_table(pa.Table.from_pylist([{"text": WIRE}, {"text": LIGHT}]), articles)
    command = ("corpus", "matches", "--engine", "spark", "--corpus", articles, "--force", "-o")
    fails(reader(*command, mine, data=tmp_path), "was not written by reader")
    fails(reader(*command, articles, data=tmp_path), "choose another place")
    fails(reader(*command, tmp_path / "x.parquet", data=tmp_path), "choose another place")
    fails(reader(*command, articles / "found.parquet", data=tmp_path), "choose another place")
    assert (mine / "notes.txt").read_text() == "notes"
    assert parquet.read_table(articles).num_rows == 2


def test_weak_pairs_that_were_kept_are_shown(root: Path, tmp_path: Path) -> None:
    results = tmp_path / "found.parquet"
    file(root, "Dunn", WEAK)
    reader("corpus", "index", root, data=tmp_path)
    reader("corpus", "matches", "-o", results, "--threshold", "10", data=tmp_path)
    shown = reader("corpus", "matches", "--found", results, "--json", data=tmp_path).stdout.splitlines()
    assert min(json.loads(line)["score"] for line in shown) < 50
