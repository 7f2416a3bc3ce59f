"""Articles as Markdown with front matter, which `markdown` reads back as the same text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from reader.articles.completeness import OUTSIDE
from reader.articles.factory import Metadata
from reader.articles.formats.markdown import OUTSIDE_MARK
from reader.articles.model import Role

if TYPE_CHECKING:
    from reader.articles.model import Article, Paragraph

__all__ = ["to_markdown"]

_MARKS = re.compile(r"[\\`*_\[\]<>~]")
_STARTS = re.compile(r"^( {0,3})(#|(?:-[ ]*){3,}$|={3,}$)", re.MULTILINE)
_UNREADABLE = re.compile("[\ufffe\uffff]")
"""Characters that YAML accepts only as escapes. JSON escapes the others, which loading has removed anyway."""


def to_markdown(article: Article) -> str:
    """The article as a Markdown file: its metadata, and its text with headings marked."""
    metadata = {key: getattr(article, key) for key in Metadata.__annotations__}
    lines = "".join(f"{key}: {_quoted(value)}\n" for key, value in metadata.items() if value)
    return f"---\n{lines}---\n\n{_body(article)}\n"


def _quoted(value: str) -> str:
    """A value as JSON writes texts, which YAML reads."""
    return _UNREADABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _body(article: Article) -> str:
    parts, end = list[str](), 0
    for number, paragraph in enumerate(article.paragraphs):
        between = article.text[end : paragraph.start]
        if number and between.count("\n") == 1 and article.paragraphs[number - 1].role is not Role.HEADING:
            parts.append("\\")  # a hard line break
        parts.append(between)
        if paragraph.reason == OUTSIDE and OUTSIDE_MARK not in parts:
            parts += [OUTSIDE_MARK, "\n\n"]
        parts.append(_written(article.text, paragraph))
        end = paragraph.end
    return "".join(parts).strip()


def _written(text: str, paragraph: Paragraph) -> str:
    """A paragraph in which every sign is escaped that Markdown would read as a mark."""
    line = _MARKS.sub(r"\\\g<0>", text[paragraph.start : paragraph.end])
    if paragraph.role is not Role.HEADING:
        return _STARTS.sub(r"\1\\\2", line)
    return ("## " if paragraph.start else "# ") + line.replace("#", "\\#")
