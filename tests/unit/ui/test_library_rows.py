"""The rows of the library: how well they fit a query, and which are from the same sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from reader.articles.corpus import CorpusEntry
from reader.base.folding import fold
from reader.base.paths import Paths
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_list import RowList
from reader.ui.library.background import CardReader, ShareFinder
from reader.ui.library.cells import RowCells
from reader.ui.library.columns import ORDERS, library_columns
from reader.ui.library.rows import ArticleCard, LibraryRow, fit_of, siblings


def row(number: int, title: str, source: str = "", body: str = "") -> LibraryRow:
    card = ArticleCard(f"id-{number}", "", title, source, "", "", "", 2, body, fold(body), "")
    return LibraryRow(number, CorpusEntry(f"{number}.txt", Path(f"{number}.txt")), card)


def test_a_title_comes_before_a_source_a_mistyped_title_and_a_text() -> None:
    rows = [
        row(0, "A quiet day", body="The harbour was calm."),
        row(1, "Harbor news"),
        row(2, "The weather", source="Harbour Post"),
        row(3, "Harbour closed"),
        row(4, "Nothing of it"),
    ]
    fit = fit_of(" HARBOUR ")
    assert fit
    fits = [fit(row) for row in rows]
    assert sorted(range(5), key=lambda number: -fits[number])[:4] == [3, 2, 1, 0]
    assert fits[4] == 0


def test_a_row_is_found_however_its_words_are_printed() -> None:
    rows = [
        row(0, "The Café didn’t open"),
        row(1, "Weather", source="Dernières Nouvelles"),
        row(2, "Rain", body="“Non”"),
    ]
    for number, query in enumerate(["cafe didn't", "dernieres", '"non"']):
        fit = fit_of(query)
        assert fit
        assert [bool(fit(each)) for each in rows] == [number == each for each in range(3)]


def test_articles_in_view_are_read_first_though_the_screen_is_too_narrow_for_their_sources() -> None:
    hurried: list[LibraryRow] = []

    class Reader(CardReader):
        def hurry(self, row: LibraryRow) -> None:
            hurried.append(row)

    listing, access = RowList(ORDERS), NotebookAccess(Paths(Path(), Path()), "", print)
    shares = ShareFinder(Screen(), lambda: None)
    cells = RowCells(listing, access, Reader(Screen(), lambda: None), shares)
    unread = LibraryRow(0, CorpusEntry("levee.txt", Path("levee.txt")))
    assert [column.cell(unread) for column in library_columns(cells) if not column.least][:2] == [
        "",
        "levee.txt",
    ]
    assert hurried == [unread]


@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_fits_everything(query: str) -> None:
    assert fit_of(query) is None


def test_an_article_that_has_not_been_read_is_found_by_the_name_of_its_file() -> None:
    unread = LibraryRow(0, CorpusEntry("levee.txt", Path("levee.txt")))
    fit = fit_of("levee")
    assert fit
    assert fit(unread) == 300
    assert unread.title == "levee.txt"


def test_siblings_are_others_from_the_same_sources_whatever_the_case() -> None:
    rows = [row(0, "a", "Wire"), row(1, "b", "WIRE"), row(2, "c", "Post"), row(3, "d", "wire"), row(4, "e")]
    assert siblings(rows, [rows[0]], 9) == [rows[1].entry, rows[3].entry]
    assert siblings(rows, [rows[0]], 1) == [rows[1].entry]
    assert siblings(rows, [rows[4]], 9) == []


def test_a_replaced_entry_has_to_be_read_again() -> None:
    one = row(0, "a")
    one.take_up("unreadable")
    other = CorpusEntry("b.txt", Path("b.txt"))
    one.replace(other)
    assert (one.entry, one.card, one.problem) == (other, None, "")
