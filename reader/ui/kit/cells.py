"""Text cut to a number of terminal cells."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

__all__ = ["shorten"]


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    kept, used = 0, 0
    for _first, last, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        kept, used = last, used + cells
    return text[:kept].rstrip() + "…" if width > 0 else ""
