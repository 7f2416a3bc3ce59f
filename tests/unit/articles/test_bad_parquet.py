"""Parquet files that are bad, strange or malicious: one clear line, and no more memory than allowed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from reader.articles.containers.parquet import opened, rows_in
from reader.articles.containers.row_groups import GROUP, ROWS
from reader.articles.corpus import list_corpus, open_corpus
from reader.articles.errors import ArticleError
from reader.articles.loading import load

INVALID = b"It \xff\xfe rose."
MB = 1_000_000


def written(path: Path, names: list[str], columns: list[Any], **options: Any) -> Path:
    parquet.write_table(pa.table(columns, names=names), path, compression="zstd", **options)
    return path


def undecodable(*values: bytes) -> pa.Array:
    """A column that says it is text, whatever its bytes."""
    packed = pa.array(values)
    return pa.StringArray.from_buffers(len(values), *packed.buffers()[1:])


def repeated(text: str, rows: int) -> pa.Array:
    """One text in many rows, which is in a file once."""
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([text]))


LOADING = """
import sys, tracemalloc
from pathlib import Path
import pyarrow
from reader.articles.containers import row_groups
from reader.articles.errors import ArticleError
from reader.articles.loading import load
row_groups.GROUP = int(sys.argv[2])
tracemalloc.start()
try:
    print(len(load(Path(sys.argv[1])).text))
except ArticleError as error:
    print(error)
print(pyarrow.default_memory_pool().max_memory() + tracemalloc.get_traced_memory()[1])
"""


def loaded(path: str, group: int = GROUP) -> tuple[str, int]:
    """What comes of loading an article, and the bytes that Arrow and Python have come to hold for it."""
    command = [sys.executable, "-c", LOADING, path, str(group)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    message, peak = done.stdout.splitlines()
    return message, int(peak)


@pytest.mark.parametrize("encoding", ["PLAIN", "DELTA_BYTE_ARRAY", ""])
def test_a_text_that_is_no_utf_8_is_a_problem_of_its_row(tmp_path: Path, encoding: str) -> None:
    texts = undecodable(b"It rose.", INVALID, b"It fell.")
    options = {"use_dictionary": False, "column_encoding": {"text": encoding}} if encoding else {}
    path = written(tmp_path / "a.parquet", ["text"], [texts], **options)
    corpus = open_corpus([path])
    assert [article.text for article in corpus.articles] == ["It rose.", "It fell."]
    assert [problem.removeprefix(str(path)) for problem in corpus.problems] == [
        "!2 has a text that is not UTF-8; write it as UTF-8"
    ]


def test_a_title_that_is_no_utf_8_is_left_out(tmp_path: Path) -> None:
    columns = [undecodable(INVALID, b"Two"), ["It rose.", "It fell."]]
    corpus = open_corpus([written(tmp_path / "a.parquet", ["title", "text"], columns)])
    assert [entry.name for entry in corpus.entries] == ["row 1", "Two"]
    assert [article.title for article in corpus.articles] == ["It rose.", "Two"]


def test_a_name_of_a_column_that_is_no_utf_8_is_said_in_one_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ["text", "NAME"], [["It rose."], ["x"]], store_schema=False)
    path.write_bytes(path.read_bytes().replace(b"NAME", b"N\xff\xfeE"))
    with pytest.raises(ArticleError, match="is damaged or not Parquet"):
        list_corpus([path])


@pytest.mark.parametrize(
    ("days", "date"),
    [
        (pa.array([20_158], pa.int32()).view(pa.date32()), "2025-03-11"),
        (pa.array([10**9], pa.int32()).view(pa.date32()), ""),
        (pa.array([2**62], pa.int64()).view(pa.date64()), ""),
        (pa.array([2**62], pa.int64()).view(pa.timestamp("ms")), ""),
        (pa.array([2**62], pa.int64()).view(pa.duration("us")), ""),
        (pa.array([1_741_680_000], pa.int64()).cast(pa.timestamp("s", "+01:00")), "2025-03-11T09:00:00+0100"),
        (pa.array([1_741_680_000], pa.int64()).cast(pa.timestamp("s", "Mars/Base")), "2025-03-11T08:00:00"),
    ],
)
def test_a_day_that_python_has_none_for_costs_no_article(tmp_path: Path, days: pa.Array, date: str) -> None:
    path = written(tmp_path / "a.parquet", ["date", "text"], [days, ["It rose."]])
    article = load(Path(f"{path}!1"))
    assert (article.text, article.date) == ("It rose.", date)


@pytest.mark.parametrize("name", ["text", "title"])
def test_two_columns_of_a_name_are_refused(tmp_path: Path, name: str) -> None:
    names = ["text", "title", name]
    path = written(tmp_path / "a.parquet", names, [["It rose."], ["One"], ["It fell."]])
    with pytest.raises(ArticleError, match=f'two columns "{name}"; rename one of them'):
        list_corpus([path])


@pytest.mark.parametrize("column", [[b"It rose."], [["It rose.", "It fell."]], [1], [{"a": "It rose."}]])
def test_a_column_that_holds_no_text_is_not_called_empty(tmp_path: Path, column: list[object]) -> None:
    with pytest.raises(ArticleError, match=r'its column "text" contains .*, not text'):
        list_corpus([written(tmp_path / "a.parquet", ["text"], [column])])


def test_a_text_is_looked_for_in_the_columns_that_hold_texts(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ["text", "body"], [[1], ["It rose."]])
    assert load(path).text == "It rose."


def test_what_a_row_says_besides_its_text_is_said_as_people_do(tmp_path: Path) -> None:
    names = ["title", "author", "source", "text"]
    columns = [[float("nan"), 7.0], [["Ann", None, "Bo"], None], [b"Beacon", b""], ["It rose.", "It fell."]]
    first, second = (corpus := open_corpus([written(tmp_path / "a.parquet", names, columns)])).articles
    assert [entry.name for entry in corpus.entries] == ["row 1", "7.0"]
    assert (first.title, first.author, first.source) == ("It rose.", "Ann, Bo", "")
    assert (second.title, second.author) == ("7.0", "")


def test_titles_that_are_lists_are_joined_in_the_list_too(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ["title", "text"], [[["One", "Two"]], ["It rose."]])
    assert list_corpus([path]).entries[0].name == load(path).title == "One, Two"


def test_the_limit_is_that_of_the_text_which_is_read(tmp_path: Path) -> None:
    columns = [["", ""], ["It rose. " * 3 * MB, "It fell."]]
    path = written(tmp_path / "a.parquet", ["text", "body"], columns)
    with pytest.raises(ArticleError, match=r"a\.parquet!1 is larger than 20 MB"):
        load(Path(f"{path}!1"))
    assert load(Path(f"{path}!2")).text == "It fell."
    assert load(Path(f"{path}!2"), limit=8).text == "It fell."
    with pytest.raises(ArticleError, match="is larger than"):
        load(Path(f"{path}!2"), limit=7)


@pytest.mark.parametrize("kind", ["texts", "lists", "a list"])
def test_a_small_file_that_unfolds_without_end_is_refused_before_it_does(tmp_path: Path, kind: str) -> None:
    text = "It rose. " * (MB // 3)
    rows = 4 * GROUP // len(text)
    packed = repeated(text, rows)
    bomb, author = {
        "texts": (packed, ["One"] * rows),
        "lists": (["It rose."] * rows, pa.ListArray.from_arrays(list(range(rows + 1)), packed)),
        "a list": (["It rose."], pa.ListArray.from_arrays([0, rows], packed)),
    }[kind]
    path = written(tmp_path / "a.parquet", ["text", "author"], [bomb, author])
    assert path.stat().st_size < MB / 10
    message, peak = loaded(f"{path}!1")
    assert message == f"{path}: its row groups are too large; write it with row_group_size=1000"
    assert peak < GROUP + 200 * MB


def test_texts_told_by_what_they_share_are_unpacked_a_few_at_a_time(tmp_path: Path) -> None:
    texts = [f"{'It rose. ' * 1000}{number}" for number in range(10_000)]
    options = {"use_dictionary": False, "column_encoding": {"text": "DELTA_BYTE_ARRAY"}}
    path = written(tmp_path / "a.parquet", ["text"], [texts], **options)
    message, peak = loaded(f"{path}!1", group=20 * MB)
    assert "row groups are too large" in message
    assert peak < 50 * MB
    assert loaded(f"{path}!10000")[0] == str(len(texts[-1]))


def test_the_same_text_in_many_rows_is_in_memory_once(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ["text"], [repeated("It rose. " * 30_000, 1000)])
    length, peak = loaded(f"{path}!1000")
    assert int(length) >= 269_999
    assert peak < 50 * MB


def test_a_file_of_endless_empty_rows_is_refused_before_they_are_made(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ["text"], [pa.nulls(ROWS + 1, pa.string())])
    assert path.stat().st_size < 10_000
    with pytest.raises(ArticleError, match=r"more rows than the limit of 1,048,576; split it"):
        list_corpus([path])
    with opened(path, "a") as file:
        assert len(rows_in(file, 1, "a")) == 1


@pytest.mark.parametrize("number", [pytest.param("9" * 5000, id="long"), "0", "01", "-1", "\u0663", "2"])
def test_a_number_that_no_row_has_is_said_in_one_line(tmp_path: Path, number: str) -> None:
    path = written(tmp_path / "a.parquet", ["text"], [["It rose."]])
    with pytest.raises(ArticleError, match="check the row number"):
        load(Path(f"{path}!{number}"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.parquet")
    with pytest.raises(ArticleError, match="device or pipe"):
        load(tmp_path / "a.parquet")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_not_to_be_written_anew(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", ["text"], [["It rose."]])
    path.chmod(0)
    with pytest.raises(ArticleError, match="change its permissions"):
        load(path)


def test_a_folder_called_like_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").mkdir()
    with pytest.raises(ArticleError, match="is a folder"):
        load(tmp_path / "a.parquet")


class Remote(io.BytesIO):
    """A file far away, to which the line breaks after some reads."""

    def __init__(self, data: bytes, reads: int) -> None:
        super().__init__(data)
        self.reads = reads

    def read(self, size: int | None = -1) -> bytes:
        self.reads -= 1
        if self.reads < 0:
            raise OSError("the line is broken")
        return super().read(size)


def test_a_line_that_breaks_is_no_fault_of_the_file(tmp_path: Path) -> None:
    data = written(tmp_path / "a.parquet", ["text"], [["It rose."]]).read_bytes()
    with pa.PythonFile(Remote(data, 99), "r") as far, opened(far, "a") as file:
        assert rows_in(file, 0, "a") == [{"text": "It rose."}]
    for reads in range(2):
        with (
            pytest.raises(OSError, match="the line is broken"),
            pa.PythonFile(Remote(data, reads), "r") as far,
            opened(far, "a") as file,
        ):
            rows_in(file, 0, "a")


def test_damage_in_a_file_far_away_is_the_fault_of_the_file(tmp_path: Path) -> None:
    data = bytearray(written(tmp_path / "a.parquet", ["text"], [["It rose."]]).read_bytes())
    data[4:60] = b"\xff" * 56
    with (
        pytest.raises(ArticleError, match="is damaged or not Parquet"),
        pa.BufferReader(bytes(data)) as far,
        opened(far, "a") as file,
    ):
        rows_in(file, 0, "a")


def test_where_pyarrow_is_missing_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.parquet", ["text"], [["It rose."]])
    for module in ("parquet", "arrow_columns", "row_groups"):
        monkeypatch.delitem(sys.modules, f"reader.articles.containers.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        ArticleError, match=r"parquet needs pyarrow, which is not installed; run pip install .*parquet"
    ):
        load(path)
