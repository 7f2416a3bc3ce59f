"""The lines of Markdown: a line break inside a paragraph is a space, as CommonMark says."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.language.boilerplate.recognizing import reason_for
from reader.language.line_ends import DIVIDED, begins_speech, joint, words_in

__all__ = ["with_paragraphs_joined"]

_BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*")
_HARD = re.compile(r"\\[^\S\n]*$", re.MULTILINE)
_TWO_BLANKS = re.compile(r"\S {2,}\Z")
_BLOCK = re.compile(r" {0,3}(?:#{1,6}[ \t]|[-+*•][ \t]|\d{1,9}[.)][ \t]|\||```|~~~|<|\[[^\]\n]*\]:)")
_ALONE = re.compile(r" {0,3}(?:#{1,6}[ \t]|\||```|~~~)")
"""The beginnings of lines that begin a block, and of those that are a block of their own."""


def with_paragraphs_joined(text: str) -> str:
    """The text with each paragraph on one line, and without the marks of hard line breaks.

    A byline, a date or another line that is boilerplate by its own words stays apart, as does what a speaker
    of a transcript says: many programs show every line break.
    """
    lines = text.split("\n")
    pieces = [lines[0]]
    words = words_in(text) if DIVIDED.search(text) else frozenset()
    for before, line in pairwise(lines):
        if not _continues(before, line):
            pieces += ["\n", line]
        elif (divided := DIVIDED.search(f"{before}\n{line}", max(0, len(before) - 80))) and divided[
            2
        ].islower():
            between = joint(divided[1], divided[2], words)
            pieces[-1:] = [pieces[-1].rstrip()[:-1], between, line.lstrip()]
        else:
            pieces[-1:] = [pieces[-1].rstrip(), " ", line.lstrip()]
    return _HARD.sub("", "".join(pieces))


def _continues(before: str, line: str) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if not before.strip() or not line.strip() or _HARD.search(before) or _TWO_BLANKS.search(before):
        return False
    if _ALONE.match(before) or _BLOCK.match(line) or begins_speech(line.lstrip()):
        return False
    return not (reason_for(before.strip()) or reason_for(line.strip()))
