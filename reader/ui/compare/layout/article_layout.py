"""One article laid out in a column: from code points to rows and back."""

from __future__ import annotations

from functools import cached_property

from reader.articles.model import Article
from reader.ui.compare.layout.rows import Rows
from reader.ui.compare.layout.wrapping import cell_at, offset_at, wrap

__all__ = ["ArticleLayout"]


class ArticleLayout:
    """An article wrapped at `width` cells. Rows are counted from 0 at its first line."""

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        self.width = width

    @cached_property
    def rows(self) -> Rows:
        """All rows, made when first needed: a layout is often replaced before it is looked at."""
        return wrap(self.article.text, self.article.paragraphs, self.width)

    def __len__(self) -> int:
        return len(self.rows)

    def has_row(self, row: int) -> bool:
        """Whether a row of this number exists; cheaper than the number of all rows."""
        return 0 <= row < self.rows.count(row + 1)

    def row_of(self, offset: int) -> int:
        """The row that code point `offset` is on."""
        return self.rows.number_at(offset)

    def rows_of(self, start: int, end: int) -> range:
        """The rows that code points [start, end) are on."""
        return range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)

    def span(self, rows: range) -> tuple[int, int]:
        """Code points [start, end) of the text on `rows`, as far as they exist; (0, 0) where none does."""
        last = self.rows.count(rows.stop)
        return (self.rows[rows.start].start, self.rows[last - 1].end) if rows.start < last else (0, 0)

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
        return self.article.sentence_at(offset) if self.article.sentences else -1

    def sentences_on(self, first: int, last: int) -> range:
        """The numbers of the sentences that begin on rows first to last - 1."""
        first, last = max(first, 0), self.rows.count(last)
        if first >= last or not self.article.sentences:
            return range(0)
        sentence = self.article.sentence_at(self.rows[first].start)
        if self.row_of(self.article.sentences[sentence].start) < first:
            sentence += 1
        return range(sentence, self.article.sentence_at(self.rows[last - 1].end - 1) + 1)
