"""Plain text: paragraphs between line breaks."""

from __future__ import annotations

import re

from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata, build
from reader.articles.limits import refuse_endless
from reader.articles.model import Article, Paragraph
from reader.base.sanitizing import sanitize, sanitize_line

__all__ = ["from_text", "paragraphs_of", "read", "unwrapped"]

WIDTH = (45, 100)
"""Columns that hard-wrapped text is at least and at most wide."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BREAK = re.compile(r"(?<=\S)[^\S\n]*(\n)(?=\S)")
_ITEM = re.compile(r"(?:[-–—*•·>#]|\d+[.)])\s")


def read(text: str, path: str) -> Article:
    """The article of a file of plain text; `origins` says where its offsets differ from the file's own."""
    return from_text(text, {}, path=path)


def from_text(text: str, known: Metadata, *, path: str = "") -> Article:
    """The article of a text, with what is known of it.

    Raises ArticleError where there is nothing to read, and where it is longer than reader can show.
    """
    name = sanitize_line(path or known.get("url") or known.get("title") or "") or "The text"
    text = sanitize(text)
    refuse_endless(text, name)
    text = unwrapped(text)
    paragraphs = paragraphs_of(text)
    if not paragraphs:
        raise ArticleError(f"{name} is empty: there is nothing to read")
    return build(text, paragraphs, known, path=path)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Each line that is not empty, without the white space around it."""
    return [Paragraph(found.start(), found.end()) for found in _LINE.finditer(text)]


def unwrapped(text: str) -> str:
    """The text with the line breaks inside hard-wrapped paragraphs made spaces, one for one.

    Text was wrapped by a program when nearly no line had room for the first word of the next. All else is
    left alone: there a line is a paragraph.
    """
    width = max(map(len, text.split("\n")))
    if not WIDTH[0] <= width <= WIDTH[1]:
        return text
    breaks = [found.start(1) for found in _BREAK.finditer(text) if not _ITEM.match(text, found.end())]
    forced = [place for place in breaks if not _had_room(text, place, width)]
    if len(forced) < 4 or len(forced) < 0.8 * len(breaks):
        return text
    characters = list(text)
    for place in forced:
        characters[place] = " "
    return "".join(characters)


def _had_room(text: str, place: int, width: int) -> bool:
    """Whether the word after the line break at `place` would have fitted before it."""
    line = place - (text.rfind("\n", 0, place) + 1)
    word = text[place + 1 : place + 1 + width].split(None, 1)[0]
    return line + 1 + len(word) <= width
