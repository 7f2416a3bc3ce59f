"""The rows of formats and containers: each name means one thing, and the documentation knows them all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reader.articles.containers.registry import CONTAINERS, container_of
from reader.articles.containers.registry import suffixes as container_suffixes
from reader.articles.formats.registry import (
    FEED,
    FORMATS,
    HTML,
    PDF,
    PLAIN_TEXT,
    Format,
    extractor_of,
    format_named,
    format_of,
    format_of_media_type,
    format_of_suffix,
    opened_formats,
)
from tests.conftest import ROOT

ROWS = (*FORMATS, FEED)


def test_no_two_rows_share_a_name_a_suffix_or_a_media_type() -> None:
    suffixes = [suffix for row in (*ROWS, *CONTAINERS) for suffix in row.suffixes]
    media_types = [media_type for row in ROWS for media_type in row.media_types]
    names = [row.name for row in (*ROWS, *CONTAINERS)]
    for values in (suffixes, media_types, names):
        assert max(Counter(values).values()) == 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_format_is_parsed_here_or_extracted_in_a_child_and_found_by_all_its_names(row: Format) -> None:
    assert (row.parse is None) != (row.extractor is None)
    assert format_named(row.name) is row
    for suffix in row.suffixes if row is not FEED else ():
        assert format_of_suffix(suffix.upper()) is row
        assert suffix in opened_formats()
    for media_type, suffix in row.media_types.items():
        assert format_of_media_type(media_type) is row
        assert suffix in row.suffixes


def test_a_name_that_says_nothing_is_decided_by_the_first_bytes() -> None:
    assert format_of(Path("a.php"), b"<!doctype html><p>It rose.") is HTML
    assert format_of(Path("a"), b"%PDF-1.7") is PDF
    assert format_of(Path("a.html"), b"%PDF-1.7") is PDF
    assert format_of(Path("a"), b"It rose.") is PLAIN_TEXT
    assert format_of_suffix(".docm") is format_of_media_type("image/png") is container_of(Path("a")) is None


def test_a_text_format_has_nothing_to_extract() -> None:
    with pytest.raises(TypeError):
        extractor_of(PLAIN_TEXT)


def test_the_documentation_names_every_suffix() -> None:
    documentation = (ROOT / "docs" / "formats.md").read_text()
    for suffix in (*container_suffixes(), *(suffix for row in ROWS for suffix in row.suffixes)):
        assert suffix in documentation
