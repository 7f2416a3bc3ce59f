"""Markdown with YAML front matter."""

from __future__ import annotations

import re
from dataclasses import replace
from string import punctuation

from reader.articles.completeness import OUTSIDE
from reader.articles.factory import build
from reader.articles.formats.front_matter import front_matter
from reader.articles.formats.markdown_lines import with_paragraphs_joined
from reader.articles.formats.plain_text import paragraphs_of
from reader.articles.limits import refuse_too_long
from reader.articles.model import Article, Paragraph, Role
from reader.base.sanitizing import sanitize
from reader.language.boilerplate.recognizing import reason_for

__all__ = ["OUTSIDE_MARK", "read"]

OUTSIDE_MARK = f"<!-- {OUTSIDE} -->"
"""The comment before the text that a page has outside its article."""

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*)$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_COMMENT = re.compile(r"<!--[^<]*?-->")
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])[^~\n]*~~(?!~)[ \t]?")
"""Words that the author has struck out are not said."""

_INLINE = (  # no mark occurs between two of its kind, which keeps every search linear
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"\n]*\")?\)"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]*)>"), r"\1"),
    (re.compile(r"(?<![\w*])\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])__([^\s_](?:[^_\n]*[^\s_])?)__(?![\w_])"), r"\1"),
    (re.compile(r"(?<![\w_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = {0xFDD0 + number: sign for number, sign in enumerate(punctuation)}
_HIDING = {sign: chr(hidden) for hidden, sign in _HIDDEN.items()}
"""Replacements for escaped signs while marks are searched for: noncharacters, one for each sign."""


def read(text: str, path: str) -> Article:
    """The article of a Markdown text. Offsets are in the text without front matter and marks.

    Raises ArticleError where the front matter is broken.
    """
    metadata, body = front_matter(text.replace("\r\n", "\n"), path)
    body, mark, outside = body.partition(OUTSIDE_MARK)
    body = sanitize(body).strip("\n")
    refuse_too_long(body + outside, path)
    plain, headings = _without_marks(body)
    paragraphs = [_with_role(p, headings, plain) for p in paragraphs_of(plain)]
    if mark:
        end = len(plain)
        plain = f"{plain}\n\n{_without_marks(sanitize(outside))[0]}"
        paragraphs += [_outside(p) for p in paragraphs_of(plain) if p.start > end]
    return build(plain, paragraphs, metadata, path=path)


def _without_marks(body: str) -> tuple[str, frozenset[str]]:
    """The text without marks, and its lines that are headings."""
    body = _ESCAPED.sub(lambda escaped: _HIDING[escaped[1]], body)
    body = _QUOTED.sub("", _RULE.sub("", _COMMENT.sub("", body)))
    body = with_paragraphs_joined(_STRUCK.sub("", body))
    headings = frozenset(_plain(_title(heading)) for heading in _HEADING.finditer(body))
    return _plain(_HEADING.sub(_title, body)).strip("\n"), headings


def _title(heading: re.Match[str]) -> str:
    """The words of a heading: the marks after them are optional."""
    words = heading[1].strip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else words


def _plain(text: str) -> str:
    for mark, replacement in _INLINE:
        text = mark.sub(replacement, text)
    return text.translate(_HIDDEN)


def _outside(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, role=Role.BOILERPLATE, reason=OUTSIDE)


def _with_role(paragraph: Paragraph, headings: frozenset[str], text: str) -> Paragraph:
    """The paragraph; a heading has that role unless it is boilerplate ("## Related stories")."""
    line = text[paragraph.start : paragraph.end]
    if line not in headings or reason_for(line):
        return paragraph
    return replace(paragraph, role=Role.HEADING, reason="sub-heading" if paragraph.start else "headline")
