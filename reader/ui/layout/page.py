"""One article laid out in a column: from code points to rows and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.articles.model import Article

from .wrapping import Row, cell_at, offset_at, wrap

__all__ = ["Page"]


class Page:
    """An article wrapped at `width` cells. Rows are counted from 0 at its first line."""

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        self.width = width
        self.rows: list[Row] = wrap(article.text, article.paragraphs, width)
        self._starts = [row.start for row in self.rows]
        self._sentence_starts = [sentence.start for sentence in article.sentences]

    def __len__(self) -> int:
        return len(self.rows)

    def row_of(self, offset: int) -> int:
        """The row that code point `offset` is on."""
        row = max(bisect_right(self._starts, offset) - 1, 0)
        while row > 0 and self.rows[row].paragraph < 0:
            row -= 1
        return row

    def rows_of(self, start: int, end: int) -> range:
        """The rows that code points [start, end) are on."""
        return range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The (row, cell) at which code point `offset` is drawn."""
        row = self.row_of(offset)
        return row, cell_at(self.article.text, self.rows[row], offset)

    def offset_of(self, row: int, cell: int) -> int:
        """The code point drawn at a row and cell; the nearest one where nothing is drawn."""
        if not self.rows:
            return 0
        return offset_at(self.article.text, self.rows[min(max(row, 0), len(self.rows) - 1)], max(cell, 0))

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before; -1 if none."""
        if not self._sentence_starts:
            return -1
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def sentences_on(self, first: int, last: int) -> Iterator[int]:
        """The numbers of the sentences that begin on rows first to last - 1."""
        if not self.rows or first >= len(self.rows):
            return
        here = self.sentence_of(self.rows[max(first, 0)].start)
        for number in range(max(here, 0), len(self._sentence_starts)):
            row = self.row_of(self._sentence_starts[number])
            if row >= last:
                return
            if row >= first:
                yield number
