"""The facts of an article that the user corrects: in place on the shelf, otherwise in a copy there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reader.articles.corpus import CorpusEntry
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize_line
from reader.language.dates import iso_date
from reader.shelf.folder import keep

__all__ = ["FACTS", "describe"]

FACTS = ("title", "source", "date", "author", "url")
"""The facts that the user may correct: names of fields of Article."""


def describe(paths: Paths, entry: CorpusEntry, facts: Mapping[str, str]) -> CorpusEntry:
    """Gives an article other facts, some of FACTS; the entry that has them now.

    A file outside the shelf is not changed: the shelf gets a copy. Raises UserError for an empty title or an
    invalid date, and where the shelf cannot be written.
    """
    described = replace(entry.load(), **_checked(facts))
    if entry.path.parent != paths.shelf:
        shelved = keep(paths, described)
        entry = CorpusEntry(described.title, shelved.path)
        if shelved.new:
            return entry
    _rewrite(entry, described)
    return replace(entry, name=described.title)


def _checked(facts: Mapping[str, str]) -> dict[str, Any]:
    clean = {name: sanitize_line(value) for name, value in facts.items()}
    if not clean.get("title", "-"):
        raise UserError("an article needs a title")
    if date := clean.get("date", ""):
        clean["date"] = iso_date(date)
        if not clean["date"]:
            raise UserError(f'"{date}" is not a date; write it as 2015-01-22')
    return clean


def _rewrite(entry: CorpusEntry, article: Article) -> None:
    from reader.articles.formats.markdown_writing import to_markdown
    from reader.base.files import write_file

    write_file(entry.path, to_markdown(article))
