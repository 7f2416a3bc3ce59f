"""The cells of the library that depend on marks, annotations and other articles."""

from __future__ import annotations

from itertools import islice

from reader.base.letters import letter
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_list import RowList
from reader.ui.library import wording
from reader.ui.library.background import CardReader, ShareFinder
from reader.ui.library.rows import LibraryRow

__all__ = ["RowCells"]

_MARKS_SHARED = 3  # marked articles for which the column "Shared" has room


class RowCells:
    """The cells of rows in view, see columns.LibraryCells. What they lack is asked for in the background."""

    def __init__(
        self, listing: RowList[LibraryRow], access: NotebookAccess, reader: CardReader, shares: ShareFinder
    ) -> None:
        self._listing = listing
        self._access = access
        self._reader = reader
        self._shares = shares

    def mark(self, row: LibraryRow) -> str:
        """The letter that a marked article will have."""
        number = self._listing.number_of_mark(row)
        return "" if number is None else letter(number)

    def title(self, row: LibraryRow) -> str:
        """The title of the article; until it is read, it is put first in the queue.

        The column of titles is shown however narrow the screen is.
        """
        if row.problem:
            return wording.unreadable(row.title)
        if row.card is None:
            self._reader.hurry(row)
        return row.title

    def source(self, row: LibraryRow) -> str:
        """The source of the article, or a sign that it is being read."""
        if row.card:
            return row.card.source
        return "" if row.problem else wording.PENDING

    def notes(self, row: LibraryRow) -> str:
        """The number of annotations on the article, if there are any."""
        notebook = self._access.opened()
        if notebook is None or row.card is None:
            return ""
        return str(len(notebook.of_article(row.reference)) or "")

    def shared(self, row: LibraryRow) -> str:
        """The share of the article that each of the first marked ones has too."""
        if row.card is None:
            return ""
        marked = islice(self._listing.marked.values(), _MARKS_SHARED)
        parts = (
            wording.share(letter(number), self._shares.share(row, other))
            for number, other in enumerate(marked)
            if other is not row
        )
        return " ".join(parts)
