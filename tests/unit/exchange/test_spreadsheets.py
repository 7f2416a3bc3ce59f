"""Our CSV after a spreadsheet has saved it again, in the ways that spreadsheets do."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotations.model import Annotation, ArticleReference, TextQuote, edited
from reader.exchange.csv.matches import csv_matches
from reader.exchange.csv.writing import csv_file
from reader.exchange.export import Export
from reader.exchange.export_formats import format_named
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ForeignFileError, ImportedFile
from tests.unit.exchange.test_markdown import a_days_work

Rows = list[list[str]]

NOTE = "Zoë says “no”, and José; then\nnothing more"


def work() -> list[Annotation]:
    """Annotations with accents, typographic signs and a line break; one has three passages."""
    return [edited(each, note=NOTE, revisions=(), updated=each.created) for each in a_days_work()]


def table() -> Rows:
    text = csv_file(Export(work())).removeprefix("\ufeff")
    return [*csv.reader(io.StringIO(text, newline=""))]


def saved(rows: Rows, encoding: str = "utf-8", separator: str = ",", line_end: str = "\r\n") -> bytes:
    file = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if line_end == "\r" else csv.QUOTE_MINIMAL  # it does not quote \n otherwise
    csv.writer(file, delimiter=separator, lineterminator=line_end, quoting=quoting).writerows(rows)
    return file.getvalue().encode(encoding)


def read(data: bytes) -> ImportedFile:
    return read_annotations(data, lambda url: url)


def by_id(annotations: tuple[Annotation, ...] | list[Annotation]) -> dict[str, Annotation]:
    return {each.id: replace(each, revisions=()) for each in annotations}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_it_comes_back_in_any_separator_encoding_and_end_of_line(
    separator: str, encoding: str, line_end: str
) -> None:
    done = read(saved(table(), encoding, separator, line_end))
    assert by_id(done.annotations) == by_id(work())
    assert done.left_out == ()


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("cp1250", "Łódź i Kraków – „tak” się stało"),
        ("cp1250", "Starosta řekl, že most je zavřený"),
        ("cp1251", "Мост через реку закрыт, сказал мэр"),
        ("cp1252", "Der Bürgermeister fürchtet größere Schäden – „ja“"),
        ("cp1252", "Le maire a déclaré: très tôt"),
        ("mac_roman", "Le maire a déclaré: très tôt"),
        ("cp1253", "Η γέφυρα έκλεισε, είπε ο δήμαρχος"),
        ("cp1254", "İstanbul'da köprü kapalı, dedi başkan"),
        ("cp1255", "הגשר נסגר היום"),
        ("cp1256", "أغلق المجلس الجسر القديم"),
        ("cp874", "สะพานปิดแล้ว นายกเทศมนตรีกล่าว"),
        ("cp932", "橋は閉鎖された。市長は述べた。"),
        ("gb18030", "大桥已经关闭。市长说每天有车。"),
        ("big5", "大橋已經關閉。市長說每天有車。"),
        ("cp949", "다리가 폐쇄되었다고 시장이 말했다."),
    ],
)
def test_it_comes_back_in_the_encoding_of_any_windows(encoding: str, note: str) -> None:
    before = [
        edited(each, note=note, author="", revisions=(), updated=each.created) for each in a_days_work()[:2]
    ]
    text = csv_file(Export(before)).removeprefix("\ufeff")
    rows = [*csv.reader(io.StringIO(text, newline=""))]
    plain = [
        [cell if cell == note else cell.encode("ascii", "ignore").decode() for cell in row] for row in rows
    ]
    assert {each.note for each in read(saved(plain, encoding, ";")).annotations} == {note}


def moved(rows: Rows) -> Rows:
    return [row[::-1] for row in rows]


def with_more_columns(rows: Rows) -> Rows:
    return [[str(number), *row, "mine"] for number, row in enumerate(rows)]


def with_a_column_that_has_no_heading(rows: Rows) -> Rows:
    return [[*rows[0], ""], *([*row, "mine"] for row in rows[1:])]


def with_empty_rows(rows: Rows) -> Rows:
    empty = [""] * len(rows[0])
    return [rows[0], empty, *rows[1:], empty, [], [" "]]


def with_the_last_cells_cut(rows: Rows) -> Rows:
    return [rows[0], *(row[:-3] for row in rows[1:])]


def sorted_by_article(rows: Rows) -> Rows:
    return [rows[0], *sorted(rows[1:], key=lambda row: row[rows[0].index("quote")])]


def with_white_space_around_headings(rows: Rows) -> Rows:
    return [[f" {name} " for name in rows[0]], *rows[1:]]


def with_decimal_points(rows: Rows) -> Rows:
    numbers = [rows[0].index(name) for name in ("target", "start", "end")]
    return [
        rows[0],
        *([f"{cell}.0" if place in numbers else cell for place, cell in enumerate(row)] for row in rows[1:]),
    ]


@pytest.mark.parametrize(
    "change",
    [
        moved,
        with_more_columns,
        with_a_column_that_has_no_heading,
        with_empty_rows,
        with_the_last_cells_cut,
        sorted_by_article,
        with_white_space_around_headings,
        with_decimal_points,
    ],
)
def test_it_comes_back_though_the_table_was_rearranged(change: Callable[[Rows], Rows]) -> None:
    done = read(saved(change(table())))
    assert by_id(done.annotations) == by_id(work())
    assert done.left_out == ()


def test_excels_line_about_the_separator_is_no_row() -> None:
    assert by_id(read(b"sep=;\r\n" + saved(table(), separator=";")).annotations) == by_id(work())


def test_a_row_that_is_damaged_is_left_out_and_reported_by_its_number() -> None:
    rows = table()
    rows[1][rows[0].index("start")] = "soon"
    done = read(saved(rows))
    assert len(done.annotations) == len(work()) - 1
    assert done.left_out == ("row 2 is damaged: start is not a whole number",)


def test_a_table_whose_rows_are_all_damaged_is_refused() -> None:
    rows = [table()[0], [cell and "x" for cell in table()[1]]]
    with pytest.raises(ForeignFileError, match="its row 2 is damaged"):
        read(saved(rows))


def test_a_table_without_a_needed_column_is_refused_with_its_name() -> None:
    rows = [[cell for cell, name in zip(row, table()[0], strict=True) if name != "quote"] for row in table()]
    with pytest.raises(ForeignFileError, match="its column quote is missing"):
        read(saved(rows))


def test_a_passage_longer_than_the_csv_module_allows_comes_back() -> None:
    [first, *_] = work()
    target = first.targets[0]
    long = replace(
        first,
        targets=(
            replace(
                target, article=ArticleReference("id", "", "A"), quote=TextQuote("word " * 50_000 + "end")
            ),
        ),
    )
    data = csv_file(Export([long])).encode()
    assert read(data).annotations[0].targets == long.targets


def test_every_csv_begins_with_the_mark_that_excel_needs() -> None:
    now = datetime(2026, 2, 3, tzinfo=UTC)
    content = format_named("csv").write(Export(work()), now)
    assert isinstance(content, str)
    assert content.startswith("\ufeffannotation,")
    assert csv_matches(Export([])).startswith("\ufeffkind,")
