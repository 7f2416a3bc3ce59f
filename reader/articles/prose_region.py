"""The place of a line on its page: among the prose of the article, or outside of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.boilerplate.weights import LABEL as ENOUGH
from reader.language.sentences import ends_like_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["prose_region"]

LONG = 80
"""Characters from which a line that ends as a sentence is surely prose."""

SHORT = 25
"""Characters below which a line may end in a full stop and be a label ("U.S.")."""

PROSE, SENTENCE, UNKNOWN, LABEL, SIGNED = 6, 2, 0, -1, -2
"""What lines add to the region: long prose, other sentences, what is too short to tell, lines that do not end
as a sentence does, lines with a sign of boilerplate.
Chosen by hand: menus and lists of titles are short lines in dozens, paragraphs are few."""


def prose_region(lines: Sequence[str], weights: Sequence[int]) -> range:
    """The numbers of the lines from the first to the last prose of the article; empty without any prose.

    It is the run of lines with the greatest sum of points. `weights` are those of the lines' signs of
    boilerplate. Lists and tables between paragraphs are inside; menus and lists of titles, with a sentence
    here and there, are outside.
    """
    return _best_run(_points(line, weight) for line, weight in zip(lines, weights, strict=True))


def _points(line: str, weight: int) -> int:
    if weight >= ENOUGH:
        return SIGNED
    if not ends_like_prose(line):
        return LABEL
    if weight or (len(line) < SHORT and line.isascii()):
        return UNKNOWN
    return PROSE if len(line) >= LONG else SENTENCE


def _best_run(points: Iterable[int]) -> range:
    """The run with the greatest sum, the first of equals."""
    best, best_run, total, start = 0, range(0), 0, 0
    for number, point in enumerate(points):
        if total <= 0:
            total, start = 0, number
        total += point
        if total > best:
            best, best_run = total, range(start, number + 1)
    return best_run
