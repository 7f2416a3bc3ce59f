"""The one place where a text and its metadata become an Article."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from reader.articles.boilerplate import classify
from reader.articles.model import Article, Paragraph, Role, Sentence
from reader.articles.sentence_list import SentenceList
from reader.base.sanitizing import sanitize_line
from reader.language.datelines import Dateline, dateline
from reader.language.detection import detect

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TITLE", "Metadata", "article_id", "build", "shortened"]

BARE_DATE = 30
"""Characters that a line below the headline may have to be only a date."""

TITLE = 70
"""Characters that a title may have if it is made from the first sentence."""


class Metadata(TypedDict, total=False):
    """The metadata of an article; a value that is not known is "" or left out."""

    title: str
    source: str
    date: str
    author: str
    url: str
    language: str


def build(text: str, paragraphs: Sequence[Paragraph], metadata: Metadata, *, path: str = "") -> Article:
    """The article of a sanitized `text` and the `paragraphs` that its format has.

    BODY paragraphs are classified here, and the metadata is sanitized. Metadata that is missing is taken from
    the text: language, headline, byline, the dateline's agency, the date of publication.
    """
    values = {key: sanitize_line(str(value)) for key, value in metadata.items()}
    language = values.get("language") or detect(text) or "en"
    paragraphs = classify(text, paragraphs)
    sentences = SentenceList(text, paragraphs, language)
    return Article(
        id=article_id(values.get("url", ""), path, text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=values.get("title") or _title(text, paragraphs, sentences),
        text=text,
        paragraphs=paragraphs,
        sentences=sentences,
        source=values.get("source") or _agency(text, paragraphs),
        date=_date(values.get("date", ""), text, paragraphs, language),
        author=values.get("author") or _author(text, paragraphs),
        url=values.get("url", ""),
        path=path,
        language=language,
    )


def article_id(url: str, path: str, text: str) -> str:
    """16 hexadecimal digits that identify the origin of an article: its url, else its path, else its text."""
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
    return shortened(line[place.end :] if place else line)


def _agency(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The agency that the dateline of the first body paragraph names: "LONDON (AP) —"."""
    place = _dateline(text, paragraphs)
    return sanitize_line(place.agency) if place else ""


def _dateline(text: str, paragraphs: Sequence[Paragraph]) -> Dateline | None:
    first = next((p for p in paragraphs if p.role is Role.BODY), None)
    return dateline(text[first.start : first.end]) if first else None


def _date(date: str, text: str, paragraphs: Sequence[Paragraph], language: str) -> str:
    """The day of the metadata, else of the first line with a time of publication, else of the dateline."""
    lines = [date] if date else []
    lines += [text[p.start : p.end] for p in paragraphs if p.reason == "time of publication"]
    below = (p for before, p in pairwise(paragraphs) if before.reason == "headline")
    lines += [line for p in below if len(line := text[p.start : p.end]) <= BARE_DATE]
    if place := _dateline(text, paragraphs):
        lines.append(place.line)
    if not lines:
        return ""
    from reader.language.dates import iso_date

    return next((day for line in lines if (day := iso_date(line, language))), "")


def _author(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The authors that the first byline names, else ""."""
    lines = [text[p.start : p.end] for p in paragraphs if p.reason == "byline"]
    if not lines:
        return ""
    from reader.language.bylines import author_of

    return next((author for line in lines if (author := author_of(line))), "")
