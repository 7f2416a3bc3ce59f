"""The columns of quotes, codings and highlights in the tables of other programs, by their names.

The names are those that the programs write: Hypothesis (client and website), Readwise, Taguette, ATLAS.ti
(quotation manager), NVivo (coding references), MAXQDA (retrieved segments), Dedoose and QualCoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

__all__ = ["LISTS", "QuoteColumn", "columns_of", "is_quote_table"]


class QuoteColumn(StrEnum):
    """The part of an annotation that a column holds."""

    QUOTE = "quote"
    DOCUMENT = "document"
    URL = "url"
    TAGS = "tags"
    NOTE = "note"
    AUTHOR = "author"
    CREATED = "created"
    COLOUR = "colour"
    KIND = "kind"
    NUMBER = "number"
    PLACE = "place"


_SURE_QUOTES = (
    *("quote", "quotation content", "highlight", "segment", "coded segment", "coded text", "seltext"),
    *("excerpt copy", "selected text", "highlighted text", "annotated text", "coding reference"),
)
"""Names of columns that hold quotes in any table."""

_NAMES = {
    QuoteColumn.QUOTE: (*_SURE_QUOTES, "quotation", "excerpt", "content", "text"),
    QuoteColumn.DOCUMENT: (
        *("document", "document name", "book title", "media title", "source name", "file name", "filename"),
        *("document title", "title", "source", "file", "name"),
    ),
    QuoteColumn.URL: ("url", "page url", "uri", "document url", "source url", "link"),
    QuoteColumn.TAGS: (
        *("tags", "tag", "codes", "code", "codes applied", "codes applied combined", "code name"),
        *("codename", "hierarchical name", "code system", "node", "labels"),
    ),
    QuoteColumn.NOTE: (
        "note",
        "notes",
        "comment",
        "comments",
        "body",
        "memo",
        "quotation comment",
        "annotation",
    ),
    QuoteColumn.AUTHOR: (
        *("author", "user", "created by", "coder", "coded by", "coded by initials", "excerpt creator"),
        *("creator", "owner", "modified by", "annotator"),
    ),
    QuoteColumn.CREATED: (
        *("created at", "creation date", "created", "highlighted at", "excerpt date", "coded on", "date"),
        *("modified", "modified on"),
    ),
    QuoteColumn.COLOUR: ("color", "colour"),
    QuoteColumn.KIND: ("annotation/reply type", "type"),
    QuoteColumn.NUMBER: ("id", "annotation id", "quotation id", "excerpt id"),
    QuoteColumn.PLACE: (
        "begin",
        "start",
        "reference",
        "location",
        "pos0",
        "reference number",
        "excerpt range",
    ),
}
"""The names of each column in lower case, the surest first."""

LISTS = frozenset(("tags", "codes", "codes applied", "codes applied combined", "labels"))
"""The names of columns whose cells hold several tags."""


def columns_of(names: Sequence[str]) -> dict[QuoteColumn, str]:
    """The column of each part of an annotation, as it is named in the table."""
    lower = {name.casefold(): name for name in reversed(names)}
    found = {
        role: next((lower[name] for name in known if name in lower), "") for role, known in _NAMES.items()
    }
    return {role: name for role, name in found.items() if name}


def is_quote_table(names: Sequence[str]) -> bool:
    """Whether a table with these columns holds quotes, and says where they are from.

    A column named "content" or "text" may hold complete articles, so tags or notes must be beside it.
    """
    columns = columns_of(names)
    if QuoteColumn.QUOTE not in columns or not {QuoteColumn.DOCUMENT, QuoteColumn.URL} & columns.keys():
        return False
    is_sure = columns[QuoteColumn.QUOTE].casefold() in _SURE_QUOTES
    return is_sure or bool({QuoteColumn.TAGS, QuoteColumn.NOTE} & columns.keys())
