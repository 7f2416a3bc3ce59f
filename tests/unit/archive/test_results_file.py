"""What was found in an archive, in a Parquet file."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from reader.archive.model import ArchiveError
from reader.archive.results_file import ResultsFile, is_results_file, write_results
from tests.unit.archive.shelves import LIGHT, QUOTED, WIRE, file, opened, silent, texts_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("Aldmar", WIRE), ("Brenn", LIGHT), ("Corvo", QUOTED), ("Dunn", WIRE)):
        file(folder, name, text)
    return folder


def test_what_is_written_is_what_is_read(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.parquet"
    with opened(root, tmp_path / "index") as archive:
        pairs = archive.pairs(jobs=1, progress=silent)
        write_results(path, pairs, archive.excerpt)
        groups = list(archive.groups(pairs))
    results = ResultsFile.opened(path)
    assert results.pairs() == pairs
    assert list(results.groups()) == groups
    assert texts_of(groups) >= {frozenset((WIRE, LIGHT))}


def test_a_folder_of_files_is_read_as_one(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "found.parquet"
    folder.mkdir()
    with opened(root, tmp_path / "index") as archive:
        pairs = archive.pairs(jobs=1, progress=silent)
        for number, pair in enumerate(pairs):
            write_results(folder / f"part-{number}.parquet", [pair], archive.excerpt)
    (folder / "_SUCCESS").touch()
    assert is_results_file(folder)
    assert set(ResultsFile.opened(folder).pairs()) == set(pairs)


def test_only_pairs_that_score_enough_make_groups(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.parquet"
    with opened(root, tmp_path / "index") as archive:
        write_results(path, archive.pairs(jobs=1, progress=silent), archive.excerpt)
    best = list(ResultsFile.opened(path).groups(threshold=99.0))
    assert texts_of(best) == {frozenset((WIRE,))}
    assert [excerpt.article.title for excerpt in best[0].excerpts] == ["Aldmar", "Dunn"]


@pytest.mark.parametrize("words", ["lindvik", "LÍNDVIK", "hinge,”", 'hinge,"'])
def test_words_are_found_however_they_are_printed(root: Path, tmp_path: Path, words: str) -> None:
    path = tmp_path / "found.parquet"
    with opened(root, tmp_path / "index") as archive:
        write_results(path, archive.pairs(jobs=1, progress=silent), archive.excerpt)
    results = ResultsFile.opened(path)
    assert len(results.sentences_with(words)) > 0
    assert len(results.sentences_with(f"{words}x")) == 0


def test_nothing_found_is_no_group(tmp_path: Path) -> None:
    write_results(tmp_path / "found.parquet", [], lambda _: pytest.fail("nothing was to be looked up"))
    assert list(ResultsFile.opened(tmp_path / "found.parquet").groups()) == []


def test_a_parquet_file_of_articles_is_not_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.Table.from_pylist([{"text": "It rose."}]), path)
    assert not is_results_file(path)
    with pytest.raises(ArchiveError, match="does not contain results"):
        ResultsFile.opened(path)


def test_a_text_from_elsewhere_steers_no_terminal(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.parquet"
    with opened(root, tmp_path / "index") as archive:
        write_results(path, archive.pairs(jobs=1, progress=silent), archive.excerpt)
    rows = parquet.read_table(path).to_pylist()
    hostile = [row | {"a_title": "\x1b[2JAldmar\n", "a_text": "\x1b]0;x\x07It fell."} for row in rows]
    parquet.write_table(pa.Table.from_pylist(hostile), path)
    excerpts = [excerpt for group in ResultsFile.opened(path).groups() for excerpt in group.excerpts]
    assert excerpts
    assert not any("\x1b" in excerpt.text + excerpt.article.title for excerpt in excerpts)
