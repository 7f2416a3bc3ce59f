"""Plain text: paragraphs between line breaks."""

from __future__ import annotations

import re

from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata, build
from reader.articles.limits import refuse_too_long
from reader.articles.model import Article, Paragraph
from reader.base.sanitizing import sanitize, sanitize_line

__all__ = ["from_text", "paragraphs_of", "read", "unwrapped"]

WIDTH = (45, 100)
"""The least and greatest width of hard-wrapped text, in columns."""

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
    """The text with the line breaks inside hard-wrapped paragraphs made spaces, one for one.

    A program wrapped the text if hardly any line had room for the first word of the next. Other text is
    not changed: in it, a line is a paragraph.
    """
    width = max(map(len, text.split("\n")))
    if not WIDTH[0] <= width <= WIDTH[1]:
        return text
    breaks = [match.start(1) for match in _BREAK.finditer(text) if not _ITEM.match(text, match.end())]
    forced = [place for place in breaks if not _had_room(text, place, width)]
    if len(forced) < 4 or len(forced) < 0.8 * len(breaks):
        return text
    characters = list(text)
    for place in forced:
        characters[place] = " "
    return "".join(characters)


def _had_room(text: str, place: int, width: int) -> bool:
    """Whether the word after the line break at `place` would have fit before it."""
    line = place - (text.rfind("\n", 0, place) + 1)
    word = text[place + 1 : place + 1 + width].split(None, 1)[0]
    return line + 1 + len(word) <= width
