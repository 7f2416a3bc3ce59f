"""The columns of the codebook, in their order."""

from __future__ import annotations

from collections.abc import Callable

from annotations.codebook import CodebookEntry
from reader.ui.kit.table_columns import Column

__all__ = ["codebook_columns"]

_INDENT = 2  # cells


def codebook_columns(is_marked: Callable[[CodebookEntry], bool]) -> tuple[Column[CodebookEntry], ...]:
    """The columns, from left to right."""
    return (
        Column("", lambda entry: "✓" if is_marked(entry) else "", cells=1),
        Column("Tag", _tag, share=3),
        Column("Used", lambda entry: str(entry.own), cells=6, right=True),
        Column("Nested", _nested, cells=6, right=True, least=60),
        Column("Colour", lambda entry: entry.tag.colour, cells=8, least=60),
        Column("Meaning", lambda entry: entry.tag.description, share=5),
    )


def _tag(entry: CodebookEntry) -> str:
    """The last part of the tag's name, indented below the tags that it is nested in."""
    indent = " " * (_INDENT * entry.depth)
    return f"{indent}{entry.tag.glyph or '#'} {entry.tag.name.rpartition('/')[2]}"


def _nested(entry: CodebookEntry) -> str:
    return str(entry.nested) if entry.nested != entry.own else ""
