"""Text cut to a number of terminal cells, and made safe for a table."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

from reader.base.sanitizing import sanitize_line

__all__ = ["cell_text", "shorten"]


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    end, used = 0, 0
    for _first, last, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        end, used = last, used + cells
    return text[:end].rstrip() + "…" if width > 0 else ""


def cell_text(text: str, width: int) -> str:
    """Untrusted `text` as one safe line of at most `width` cells; its leading spaces, an indent, stay."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    return shorten(indent + sanitize_line(text), width)
