from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Annotation, Tag
from reader.base.errors import UserError
from reader.exchange.csv.writing import COLUMNS
from reader.exchange.export import Export
from reader.exchange.export_formats import EXPORT_FORMATS, format_named, format_of
from tests.unit.exchange.test_markdown import a_days_work, all_that_is_known

GOLDENS = Path(__file__).parent / "goldens"
NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def export(name: str, work: Export) -> bytes:
    content = format_named(name).write(work, NOW)
    return content.encode() if isinstance(content, str) else content


@pytest.mark.parametrize("name", ["json", "jsonld", "csv"])
def test_the_export_is_that_of_the_golden_file(name: str) -> None:
    golden = GOLDENS / f"all_that_is_known.{name}"
    exported = export(name, all_that_is_known())
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_bytes(exported)
    assert exported == golden.read_bytes()


@pytest.mark.parametrize("known", EXPORT_FORMATS, ids=lambda known: known.name)
def test_every_file_of_ours_bears_the_mark_of_its_format(known: Any) -> None:
    for work in (Export([], codebook=[Tag("a")]), all_that_is_known()):
        assert known.mark in export(known.name, work)


def test_the_ending_of_a_file_says_the_format() -> None:
    named = {
        name: format_of(Path(name)).name for name in ("a.md", "b.JSON", "c.jsonld", "d.csv", "e", "f.txt")
    }
    assert named == {
        "a.md": "markdown",
        "b.JSON": "json",
        "c.jsonld": "jsonld",
        "d.csv": "csv",
        "e": "markdown",
        "f.txt": "markdown",
    }


def test_a_format_that_there_is_not_names_those_that_there_are() -> None:
    with pytest.raises(UserError, match=r'unknown export format "docx"; use markdown, json, .*csv'):
        format_named("docx")


def rows(annotations: list[Annotation]) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(export("csv", Export(annotations)).decode("utf-8-sig"), newline=""))]


def test_csv_has_a_row_for_each_passage() -> None:
    work = a_days_work()
    assert [row["target"] for row in rows(work)[:5]] == ["1", "2", "1", "2", "3"]
    assert set(rows(work)[0]) == set(COLUMNS)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "'=1"])
def test_no_cell_of_csv_is_a_formula(cell: str) -> None:
    [one] = a_days_work()[3:4]
    assert rows([replace(one, note=cell)])[0]["note"] == f"'{cell}"


def items(annotations: list[Annotation]) -> list[dict[str, Any]]:
    collection = json.loads(export("jsonld", Export(annotations)))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found)
    return found


def test_a_pair_is_one_web_annotation_that_links_two_targets() -> None:
    [pair, *_] = items(a_days_work())
    assert pair["motivation"] == "linking"
    assert len(pair["target"]) == 2
    assert pair["target"][0]["source"]["id"] == "https://gazette.example/bridge?a=b_c&d=*e*"


def test_tags_notes_and_relations_are_bodies_with_a_purpose() -> None:
    bodies = {body["purpose"]: body["value"] for body in items(a_days_work())[0]["body"]}
    assert bodies == {"tagging": "toll/injured", "commenting": "Ask.", "classifying": "contradicts"}


def test_an_address_that_is_none_of_the_web_is_no_source() -> None:
    [one] = a_days_work()[3:4]
    target = replace(one.targets[0], article=replace(one.targets[0].article, url="javascript:alert(1)"))
    [item] = items([replace(one, targets=(target,))])
    assert item["target"][0]["source"]["id"] == f"urn:x-reader:article:{'ab' * 32}"
