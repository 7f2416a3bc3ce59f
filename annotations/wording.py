"""Annotations in a few words, for lists, reports and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation

__all__ = ["counted", "quoted", "shortened"]


def shortened(text: str, most: int) -> str:
    """A text on one line of at most `most` code points; "…" stands for what is left out."""
    line = clean_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def quoted(annotation: Annotation, most: int) -> str:
    """What an annotation is about, at most `most` code points of each passage: “…” ⇄ “…”."""
    return " ⇄ ".join(f"“{shortened(target.quote.exact, most)}”" for target in annotation.targets)


def counted(annotations: Sequence[Annotation]) -> str:
    """How many there are, in words."""
    return f"{len(annotations)} annotation{'' if len(annotations) == 1 else 's'}"
