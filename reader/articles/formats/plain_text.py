"""Plain text: paragraphs between line breaks."""

from __future__ import annotations

import re

from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata, build
from reader.articles.limits import refuse_too_long
from reader.articles.model import Article, Paragraph
from reader.base.sanitizing import sanitize, sanitize_line
from reader.language.line_ends import DIVIDED, begins_speech, joint, words_in

__all__ = ["from_text", "paragraphs_of", "read", "unwrapped"]

WIDTH = (45, 100)
"""The least and greatest width of hard-wrapped text, in columns."""

DIVIDED_WIDTH = (25, 160)
"""The same of a text with words divided at the ends of lines: from a newspaper's column to a wide page."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BREAK = re.compile(r"(?<=\S)[^\S\n]*(\n)(?=\S)")
_ITEM = re.compile(r"(?:[-–—*•·>#]|\d+[.)])\s")


def read(text: str, path: str) -> Article:
    """The article of a plain-text file; `origins` converts its offsets to those of the file."""
    return from_text(text, {}, path=path)


def from_text(text: str, metadata: Metadata, *, path: str = "") -> Article:
    """The article of a text, with its metadata.

    Raises ArticleError where there is nothing to read, and where it is longer than reader can show.
    """
    name = sanitize_line(path or metadata.get("url") or metadata.get("title") or "") or "The text"
    text = sanitize(text)
    refuse_too_long(text, name)
    text = unwrapped(text)
    paragraphs = paragraphs_of(text)
    if not paragraphs:
        raise ArticleError(f"{name} is empty; it has no text to read")
    return build(text, paragraphs, metadata, path=path)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Each line that is not empty, without the white space around it."""
    return [Paragraph(line.start(), line.end()) for line in _LINE.finditer(text)]


def unwrapped(text: str) -> str:
    """The text with the line breaks inside hard-wrapped paragraphs made spaces, and divided words whole.

    A program wrapped the text if hardly any line had room for the first word of the next. Other text is
    not changed: in it, a line is a paragraph, as is what a speaker of a transcript says.
    """
    width = max(map(len, text.split("\n")))
    divided = {match.end() - 1: match for match in DIVIDED.finditer(text) if match[2].islower()}
    least, greatest = DIVIDED_WIDTH if divided else WIDTH
    if not least <= width <= greatest:
        return text
    breaks = [match.start(1) for match in _BREAK.finditer(text) if not _begins(text, match.end())]
    forced = [place for place in breaks if place in divided or not _had_room(text, place, width)]
    if len(forced) < (2 if divided or begins_speech(text) else 4) or len(forced) < 0.8 * len(breaks):
        return text
    return _joined(text, forced)


def _joined(text: str, places: list[int]) -> str:
    """The text without the line breaks at these places."""
    divided = {match.end() - 1: match for match in DIVIDED.finditer(text)}
    words = words_in(text) if divided else frozenset()
    pieces, done = [], 0
    for place in places:
        if word := divided.get(place):
            pieces += [text[done : word.end(1)], joint(word[1], word[2], words)]
        else:
            pieces += [text[done:place], " "]
        done = place + 1
    return "".join([*pieces, text[done:]])


def _begins(text: str, place: int) -> bool:
    """Whether an item of a list or a speaker begins at `place`."""
    return _ITEM.match(text, place) is not None or begins_speech(text[place : place + 60])


def _had_room(text: str, place: int, width: int) -> bool:
    """Whether the word after the line break at `place` would have fit before it."""
    line = place - (text.rfind("\n", 0, place) + 1)
    word = text[place + 1 : place + 1 + width].split(None, 1)[0]
    return line + 1 + len(word) <= width
