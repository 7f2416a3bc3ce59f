"""Articles in JSON (ninjs, schema.org, answers of news APIs, lists of crawlers) and in tables (CSV, TSV)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.articles.decoding import decode
from reader.articles.errors import NoArticleError
from reader.articles.field_names import folded, is_field, is_text, metadata_of, text_of
from reader.articles.formats.extract import ArticleList

__all__ = ["extract_json", "extract_table"]

DEPTH = 5
"""Objects and lists around the articles."""

_LISTS = (
    "articles", "results", "items", "docs", "documents", "data", "hits", "posts", "stories", "entries",
    "response", "records", "news", "graph", "rows", "fields", "item", "article", "source",
)  # fmt: skip
"""The names of lists of articles, and of objects around one, as `folded` gives them."""

_NO_TEXT = 'has no text of an article; write objects with "text" and, if possible, "title"'
_NO_COLUMN = 'has no column "text"; write the text of each article there'


def extract_json(data: bytes) -> ArticleList:
    """The articles of JSON: one object, or a list of them at a usual place. Raises NoArticleError."""
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise NoArticleError(f"is not JSON ({type(error).__name__}); write it again") from error
    feed = value.get("title") if isinstance(value, dict) and "items" in value else ""
    rows = [_row(facts, feed if isinstance(feed, str) else "") for facts in _articles(value, DEPTH)]
    if not rows:
        raise NoArticleError(_NO_TEXT)
    return ArticleList([*rows])


def extract_table(data: bytes) -> ArticleList:
    """The articles of a table, one a row; the first row names the columns. Raises NoArticleError."""
    text = decode(data)
    csv.field_size_limit(len(text) + 1)
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        names = [name for name in table.fieldnames or () if name and is_field(name)]
        if not any(map(is_text, names)):
            raise NoArticleError(_NO_COLUMN)
        rows = [_row({name: row.get(name) or "" for name in names}) for row in table]
    except csv.Error as error:
        raise NoArticleError(f"is a damaged table ({error}); save it again as CSV") from error
    rows = [row for row in rows if row["text"]]
    if not rows:
        raise NoArticleError("has no row with a text; write the text of each article in its column")
    return ArticleList([*rows])


def _articles(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects that have a text, in order."""
    if isinstance(value, list) and depth:
        for each in value:
            yield from _articles(each, depth - 1)
    elif isinstance(value, dict) and depth:
        inner = [each for name, each in value.items() if folded(name) in _LISTS and _is_nested(each)]
        if text_of(value) and not any(isinstance(each, list) and each and _has_text(each) for each in inner):
            yield value
            return
        for each in inner:
            merged = value | each if isinstance(each, dict) and text_of(each) else each
            yield from [merged] if merged is not each else _articles(each, depth - 1)


def _has_text(values: list[Any]) -> bool:
    return any(isinstance(value, dict) and text_of(value) for value in values)


def _is_nested(value: object) -> bool:
    return isinstance(value, (list, dict))


def _row(facts: Mapping[str, Any], source: str = "") -> dict[str, str]:
    """The text and the metadata of an article."""
    metadata = {key: str(value) for key, value in metadata_of(facts).items()}
    return ({"source": source} if source else {}) | metadata | {"text": text_of(facts)}
