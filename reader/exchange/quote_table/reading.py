"""Annotations from a table of quotes that another program has made. Quotes have no context there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from annotations.ids import derived_id
from annotations.model import (
    COLOURS,
    Annotation,
    ArticleReference,
    Target,
    TextPosition,
    TextQuote,
    clean_tags,
)
from annotations.validation import validated
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.csv.cells import unescaped
from reader.exchange.csv.codebook import is_codebook
from reader.exchange.csv.table import CellTable
from reader.exchange.imported_file import UNKNOWN_TIME, ArticleId, ForeignFileError, ImportedFile, Intake
from reader.exchange.quote_table.columns import LISTS, QuoteColumn, columns_of, is_quote_table
from reader.exchange.web_address import is_web_address

__all__ = ["is_table_of_others", "read_quote_table"]

_LEVELS = re.compile(r"\s*(?:\\+|\s>\s)\s*")
"""The separators of nested codes: NVivo's backslashes, MAXQDA's angle brackets."""

_ROOTS = re.compile(r"^(?:Nodes|Codes)\\+")
"""The folders in which NVivo has all codes."""


def is_table_of_others(table: CellTable) -> bool:
    """Whether a table holds quotes, or at least a codebook, of which `read_quote_table` says what to do."""
    return is_quote_table(table.columns) or is_codebook(table)


def read_quote_table(table: CellTable, article_id: ArticleId) -> ImportedFile:
    """The quotes of a table as annotations; rows of one quote with different codes are one annotation.

    Rows without words, such as page notes and replies, are left out. Raises ForeignFileError for a codebook,
    and where all rows are damaged.
    """
    if not is_quote_table(table.columns):
        raise ForeignFileError("it is a codebook; use reader codebook import")
    intake, quotes = Intake(), dict[tuple[str, ...], _Quote]()
    columns = columns_of(table.columns)
    for row in table.rows:
        cells = {role: unescaped(row.cells.get(name, "")) for role, name in columns.items()}
        quote = _Quote(f"row {row.number}", cells)
        if not cells[QuoteColumn.QUOTE].strip():
            intake.leave_out(quote.name, _without_words(cells))
            continue
        first = quotes.setdefault(quote.key(), quote)
        first.tags += _tags(cells.get(QuoteColumn.TAGS, ""), columns.get(QuoteColumn.TAGS, ""))
    for quote in quotes.values():
        with intake.item(quote.name):
            intake.add(quote.annotation(article_id))
    if unread := sum(quote.has_unread_time for quote in quotes.values()):
        form = "it is not in the form 2026-02-03 10:00, so it is unknown"
        intake.leave_out(f"time of {counted(unread, 'annotation')}", form)
    return intake.file()


@dataclass
class _Quote:
    """A quote with the cells of its first row, and the tags of all its rows."""

    name: str
    cells: dict[QuoteColumn, str]
    tags: list[str] = field(default_factory=list)

    def key(self) -> tuple[str, ...]:
        """The cells that are the same in all rows of a quote."""
        return tuple(self.cells.get(role, "") for role in QuoteColumn if role is not QuoteColumn.TAGS)

    @property
    def has_unread_time(self) -> bool:
        """Whether the table has a time for it that cannot be read."""
        text = self.cells.get(QuoteColumn.CREATED, "").strip()
        return bool(text) and _time(text) == UNKNOWN_TIME

    def annotation(self, article_id: ArticleId) -> Annotation:
        """The annotation. Raises ValueError where it does not say which article it is on."""
        created = _time(self.cells.get(QuoteColumn.CREATED, ""))
        colour = self._line(QuoteColumn.COLOUR).casefold()
        quote = TextQuote(sanitize(self.cells[QuoteColumn.QUOTE]).strip())
        target = Target(self._article(article_id), quote, TextPosition(0, len(quote.exact)))
        return validated(
            Annotation(
                id=derived_id("\0".join(self.key()), created),
                targets=(target,),
                created=created,
                updated=created,
                tags=clean_tags(self.tags),
                colour=colour if colour in COLOURS else COLOURS[0],
                note=sanitize(self.cells.get(QuoteColumn.NOTE, "")).strip(),
                author=self._line(QuoteColumn.AUTHOR),
            )
        )

    def _article(self, article_id: ArticleId) -> ArticleReference:
        url, title = self._line(QuoteColumn.URL), self._line(QuoteColumn.DOCUMENT)
        if is_web_address(title) and not url:
            url = title
        if not url and not title:
            raise ValueError("it does not say which article it is on")
        return ArticleReference(article_id(url or title), "", title or url, url=url)

    def _line(self, role: QuoteColumn) -> str:
        return sanitize_line(self.cells.get(role, ""))


def _without_words(cells: dict[QuoteColumn, str]) -> str:
    """The reason why a row without a quote is left out."""
    kind = sanitize_line(cells.get(QuoteColumn.KIND, "")).casefold()
    return "a reply" if kind == "reply" else "it quotes no passage, so it cannot be found again"


def _tags(cell: str, column: str) -> Iterator[str]:
    """The tags in a cell, nested codes with slashes."""
    separator = "[\n;]" if re.search("[\n;]", cell) else "," if column.casefold() in LISTS else "\n"
    for tag in re.split(separator, cell):
        nested = _LEVELS.sub("/", _ROOTS.sub("", tag.strip()))
        yield nested.strip("/")


def _time(text: str) -> str:
    """A time of ISO 8601, also with a space, as annotations write it; UTC where it has no zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(
            UNKNOWN_TIME, moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        )
    except (ValueError, OverflowError):
        return UNKNOWN_TIME
