"""The one place where a text and what is known of it become an Article."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from reader.articles.boilerplate import classify
from reader.articles.headlines import dateline
from reader.articles.model import Article, Paragraph, Role, Sentence
from reader.articles.sentence_list import SentenceList
from reader.base.sanitizing import sanitize_line
from reader.language.detection import detect

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TITLE", "Metadata", "article_id", "build", "shortened"]

TITLE = 70
"""Characters that a title may have when it is made of the first sentence."""


class Metadata(TypedDict, total=False):
    """What is known of an article besides its text; "" or left out where it is not known."""

    title: str
    source: str
    date: str
    author: str
    url: str
    language: str


def build(text: str, paragraphs: Sequence[Paragraph], known: Metadata, *, path: str = "") -> Article:
    """The article of a clean `text` whose `paragraphs` a format's reader has found.

    Paragraphs that come as BODY are classified here. The metadata is made safe here too; what is not
    known is looked for in the text: language, headline, byline, dateline's agency, date of publication.
    """
    given = {key: sanitize_line(str(value)) for key, value in known.items()}
    language = given.get("language") or detect(text) or "en"
    paragraphs = classify(text, paragraphs)
    sentences = SentenceList(text, paragraphs, language)
    return Article(
        id=article_id(given.get("url", ""), path, text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=given.get("title") or _title(text, paragraphs, sentences),
        text=text,
        paragraphs=paragraphs,
        sentences=sentences,
        source=given.get("source") or _agency(text, paragraphs),
        date=_date(given.get("date", ""), text, paragraphs),
        author=given.get("author") or _author(text, paragraphs),
        url=given.get("url", ""),
        path=path,
        language=language,
    )


def article_id(url: str, path: str, text: str) -> str:
    """16 hexadecimal digits of where an article comes from: its url, else its path, else its text."""
    origin = url or (str(Path(path).resolve()) if path else text)
    return hashlib.sha256(origin.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def shortened(line: str, limit: int = TITLE) -> str:
    """The line, cut at a word to at most `limit` characters with "…" after it."""
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def _title(text: str, paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> str:
    """The headline, else the beginning of the first sentence of the body, without its dateline."""
    for paragraph in paragraphs:
        if paragraph.reason == "headline":
            return sanitize_line(text[paragraph.start : paragraph.end])
    body = (s for s in sentences if paragraphs[s.paragraph].role is Role.BODY)
    first = next(body, sentences[0] if sentences else None)
    if first is None:
        return ""
    line = sanitize_line(text[first.start : first.end])
    place = dateline(line)
    return shortened(line[place.end() :] if place else line)


def _agency(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The agency that the dateline of the first body paragraph names: "LONDON (AP) —"."""
    first = next((p for p in paragraphs if p.role is Role.BODY), None)
    found = dateline(text[first.start : first.end]) if first else None
    return sanitize_line(found["agency"] or "") if found else ""


def _date(given: str, text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The day that is given, else the first that a line of publication says, else ""."""
    lines = [given] if given else []
    lines += [text[p.start : p.end] for p in paragraphs if p.reason == "time of publication"]
    if not lines:
        return ""
    from reader.language.dates import iso_date

    return next((day for line in lines if (day := iso_date(line))), "")


def _author(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Who the first byline names, else ""."""
    lines = [text[p.start : p.end] for p in paragraphs if p.reason == "byline"]
    if not lines:
        return ""
    from reader.articles.bylines import author_of

    return next((author for line in lines if (author := author_of(line))), "")
