"""Parquet files of articles: containers like JSON lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from reader.articles.corpus import list_corpus, open_corpus
from reader.articles.errors import ArticleError
from reader.articles.loading import load


def table(path: Path, *rows: dict[str, object], group: int = 2) -> Path:
    parquet.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=group)
    return path


def test_a_row_is_an_article_with_what_is_known_of_it(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.parquet",
        {"title": "One", "source": "Beacon", "date": date(2025, 3, 11), "text": "It rose.", "words": 2},
        {"title": "Two", "source": None, "date": None, "text": "It fell.", "words": 2},
    )
    first, second = open_corpus([path]).articles
    assert (first.title, first.source, first.date, first.text) == ("One", "Beacon", "2025-03-11", "It rose.")
    assert (second.title, second.source, second.date, second.path) == ("Two", "", "", f"{path}!2")


def test_rows_are_counted_through_all_row_groups(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", *({"text": f"Number {n} fell."} for n in range(1, 8)))
    assert load(Path(f"{path}!5")).text == "Number 5 fell."
    assert [article.text for article in open_corpus([path]).articles] == [
        f"Number {n} fell." for n in range(1, 8)
    ]
    assert [entry.name for entry in list_corpus([path]).entries][:2] == ["row 1", "row 2"]


def test_a_file_that_has_been_written_anew_is_read_anew(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": "It rose."})
    assert load(path).text == "It rose."
    table(path, {"text": "It fell and fell."})
    assert load(path).text == "It fell and fell."


def test_an_article_without_text_does_not_keep_the_others_away(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": "It rose."}, {"text": None}, {"text": " "})
    corpus = open_corpus([tmp_path])
    assert [article.text for article in corpus.articles] == ["It rose."]
    assert [f"{path}!{row}" in problem for row, problem in zip((2, 3), corpus.problems, strict=True)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [([{"title": "One"}], 'no column "text"'), ([{"text": "It rose."}], "check the row number")],
)
def test_what_is_no_article_is_said_in_one_line(
    tmp_path: Path, rows: list[dict[str, object]], message: str
) -> None:
    path = table(tmp_path / "a.parquet", *rows)
    for name in ("2", "x"):
        with pytest.raises(ArticleError, match=message):
            load(Path(f"{path}!{name}") if "row" in message else path)


def test_what_is_no_parquet_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="does not exist"):
        load(tmp_path / "a.parquet")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 nothing of the kind PAR1")
    with pytest.raises(ArticleError, match="is damaged or not Parquet"):
        load(tmp_path / "a.parquet")
