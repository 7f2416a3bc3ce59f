"""What is known of an article is corrected by the user: on the shelf in place, else in a copy there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from annotations.errors import UserError
from annotations.text import clean_line
from reader.articles.corpus import Entry
from reader.articles.dates import iso_date
from reader.articles.model import Article
from reader.library import keep, shelf_folder
from reader.paths import Paths

__all__ = ["FACTS", "describe"]

FACTS = ("title", "source", "date", "author", "url")
"""What the user may correct: names of fields of Article."""


def describe(places: Paths, entry: Entry, facts: Mapping[str, str]) -> Entry:
    """Gives an article these facts, some of FACTS; the entry that has them now.

    A file outside the shelf is left as it is: the shelf gets a copy. Raises UserError for a title that is
    empty or a date that is none, and where the shelf cannot be written.
    """
    described = replace(entry.load(), **_checked(facts))
    if entry.path.parent != shelf_folder(places):
        kept = keep(places, described)
        entry = Entry(described.title, kept.path)
        if kept.new:
            return entry
    _rewrite(entry, described)
    return replace(entry, name=described.title)


def _checked(facts: Mapping[str, str]) -> dict[str, Any]:
    clean = {name: clean_line(value) for name, value in facts.items()}
    if not clean.get("title", "-"):
        raise UserError("an article needs a title")
    if date := clean.get("date", ""):
        clean["date"] = iso_date(date)
        if not clean["date"]:
            raise UserError(f"{date!r} is no date: write it as 2015-01-22")
    return clean


def _rewrite(entry: Entry, article: Article) -> None:
    from reader.articles.markdown_writing import to_markdown
    from reader.exporting import write

    write(entry.path, to_markdown(article))
