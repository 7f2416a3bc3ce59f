"""What is exported and imported again is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.merging.import_plan import planned
from annotations.model import (
    COLOURS,
    Annotation,
    ArticleReference,
    Target,
    TextPosition,
    TextQuote,
    clean_tags,
)
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.export import Export
from reader.exchange.export_formats import format_named
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ForeignFileError

NOW = datetime(2026, 2, 3, tzinfo=UTC)
AWKWARD = st.sampled_from(
    ["|", "]]", "-->", "../", "=1+1", "'=x", "\u202eabc", "👩‍👩‍👧", '"', "a,b", "<b>", "&amp;", "\x1b"]
)
ANY = st.text(max_size=20) | AWKWARD | st.tuples(AWKWARD, st.text(max_size=5)).map("".join)
LINES, TEXTS = ANY.map(sanitize_line), ANY.map(sanitize)
QUOTES = TEXTS.filter(str.strip)
URLS = st.sampled_from(["", "https://a.example/x?y=z#top", "http://b.example/ü", "ftp://c.example"])
TIMES = st.integers(0, 10**10).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")[:23] + "Z"
)
REFERENCES = st.builds(
    ArticleReference,
    id=LINES.filter(bool),
    sha256=st.sampled_from(["ab" * 32, "cd" * 32]),
    title=LINES,
    source=LINES,
    date=LINES,
    url=URLS,
    path=LINES,
)
TARGETS = st.builds(
    Target,
    REFERENCES,
    st.builds(TextQuote, QUOTES, TEXTS, TEXTS),
    st.tuples(st.integers(0, 10**6), st.integers(0, 500)).map(lambda at: TextPosition(at[0], at[0] + at[1])),
)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.integers(0, 2**128 - 1).map(lambda number: str(UUID(int=number))),
    targets=st.lists(TARGETS, min_size=1, max_size=3).map(tuple),
    created=TIMES,
    updated=TIMES,
    tags=st.lists(ANY, max_size=3).map(clean_tags),
    colour=st.sampled_from(COLOURS),
    note=TEXTS,
    relation=LINES,
    author=LINES,
)
SOME = st.lists(ANNOTATIONS, max_size=4, unique_by=lambda annotation: annotation.id)


def there_and_back(name: str, annotations: list[Annotation]) -> list[Annotation]:
    text = format_named(name).write(Export(annotations), NOW)
    data = text.encode() if isinstance(text, str) else text
    return list(read_annotations(data, lambda url: f"of {url}").annotations)


@pytest.mark.parametrize("name", ["json", "jsonld", "csv"])
@given(annotations=SOME)
def test_what_comes_back_is_what_went(name: str, annotations: list[Annotation]) -> None:
    assert there_and_back(name, annotations) == annotations


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(ANNOTATIONS, st.dictionaries(st.just("from tomorrow"), JSON))
def test_json_keeps_what_a_newer_version_has_added(annotation: Annotation, extra: dict[str, Any]) -> None:
    [back] = there_and_back("json", [replace(annotation, extra=extra)])
    assert back.extra == extra


@pytest.mark.parametrize("name", ["json", "jsonld", "csv"])
@given(annotations=SOME)
def test_what_is_imported_twice_is_there_once(name: str, annotations: list[Annotation]) -> None:
    there = {annotation.id: annotation for annotation in annotations}
    plan = planned(there_and_back(name, annotations), there.get)
    assert (plan.added(), list(plan.same)) == ((), annotations)


@given(ANNOTATIONS, TEXTS)
def test_what_is_there_in_another_form_is_kept_beside_it_once(annotation: Annotation, note: str) -> None:
    there = {annotation.id: replace(annotation, note=f"{note}, and more")}
    coming = replace(annotation, note=note)
    first = planned([coming], there.get)
    [(known, beside)] = first.conflicts
    assert known is there[annotation.id]
    assert (beside.note, "conflict" in beside.tags, beside.id != annotation.id) == (note, True, True)
    there |= {added.id: added for added in first.added()}
    assert planned([coming], there.get).added() == ()


WRITERS: list[Callable[[Export, datetime], str | bytes]] = [
    format_named(name).write for name in ("json", "jsonld", "csv")
]


@given(st.sampled_from(WRITERS), st.lists(ANNOTATIONS, min_size=1, max_size=2), st.data())
def test_a_damaged_file_is_refused_in_one_line_or_read(
    write: Callable[[Export, datetime], str | bytes], annotations: list[Annotation], data: st.DataObject
) -> None:
    content = write(Export(annotations), NOW)
    whole = bytearray(content.encode() if isinstance(content, str) else content)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole) - 1))
        whole[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=4))
    try:
        said = ""
        read_annotations(bytes(whole), lambda url: url)
    except ForeignFileError as error:
        said = str(error)
    assert "\n" not in said
