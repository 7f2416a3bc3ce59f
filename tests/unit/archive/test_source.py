"""Parquet files of articles, divided for many workers."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from reader.archive.cluster.source import read, splits_of
from reader.archive.model import ArchiveError
from reader.archive.record import Record


def table(path: Path, *texts: str | None) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    rows = [{"text": text, "title": f"Article {n}"} for n, text in enumerate(texts, start=1)]
    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return path


def test_articles_are_numbered_through_all_files(tmp_path: Path) -> None:
    table(tmp_path / "a" / "1.parquet", "It rose.", "It fell.", "It froze.")
    table(tmp_path / "a" / "b" / "2.PARQUET", "It sank.")
    (tmp_path / "a" / "_SUCCESS").touch()
    table(tmp_path / "a" / "_temporary" / "3.parquet", "It was never finished.")
    table(tmp_path / "a" / ".hidden.parquet", "It is hidden.")
    splits, problems = splits_of(str(tmp_path / "a"))
    articles = [numbered for split in splits for numbered in read(split)]
    assert problems == []
    assert [number for number, _ in articles] == [0, 1, 2, 3]
    records = [record for _, record in articles if isinstance(record, Record)]
    assert [record.text for record in records] == ["It rose.", "It fell.", "It froze.", "It sank."]
    assert records[2].article.place == f"{tmp_path / 'a' / '1.parquet'}!3"


def test_a_single_file_is_a_source_too(tmp_path: Path) -> None:
    path = table(tmp_path / "1.parquet", "It rose.")
    for name in (str(path), path.as_uri(), os.path.relpath(path)):
        (split,), _ = splits_of(name)
        assert [record.text for _, record in read(split) if isinstance(record, Record)] == ["It rose."]


def test_an_article_that_cannot_be_read_is_told_of_and_keeps_its_number(tmp_path: Path) -> None:
    (split,), _ = splits_of(str(table(tmp_path / "1.parquet", None, "It rose.")))
    (_, problem), (number, record) = read(split)
    assert "empty" in str(problem)
    assert (number, isinstance(record, Record)) == (1, True)


def test_a_damaged_file_does_not_keep_the_others_away(tmp_path: Path) -> None:
    table(tmp_path / "2.parquet", "It rose.")
    (tmp_path / "1.parquet").write_bytes(b"no Parquet")
    (split,), (problem,) = splits_of(str(tmp_path))
    assert split.path.endswith("2.parquet")
    assert "1.parquet" in problem


def test_where_there_is_no_article_it_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no Parquet file"):
        splits_of(str(tmp_path))
    with pytest.raises(ArchiveError, match="no Parquet file"):
        splits_of(str(tmp_path / "nowhere"))
    (tmp_path / "1.parquet").write_bytes(b"no Parquet")
    with pytest.raises(ArchiveError, match="damaged or not Parquet"):
        splits_of(str(tmp_path))
    with pytest.raises(ArchiveError, match="cannot read this kind of address"):
        splits_of("nowhere://a/b")
