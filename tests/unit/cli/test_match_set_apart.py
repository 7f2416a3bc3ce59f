"""`reader match A B` says what differs in lines that are set apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.test_export import reader

PROSE = (
    "The ferry Halcyon left the yard at Brede on Monday after eleven weeks of repairs.\n\n"
    "Its owner hopes to carry the first cars on Thursday, weather permitting."
)
CORRECTED = "An earlier version of this story said that {} welders had worked on the hull of the ferry."
FOOT = "© 2021 The Brede Post. All rights reserved."


def _match(folder: Path, a: str, b: str, *options: str) -> str:
    for name, text in (("a.txt", a), ("b.txt", b)):
        (folder / name).write_text(text, encoding="utf-8")
    return reader("match", folder / "a.txt", folder / "b.txt", *options, data=folder / "data").stdout


def test_a_difference_between_two_lines_of_boilerplate_is_shown(tmp_path: Path) -> None:
    a, b = (f"{PROSE}\n\n{CORRECTED.format(n)}\n\n{FOOT}" for n in (12, 19))
    text = _match(tmp_path, a, b)
    assert "1 difference in lines set apart as headings or boilerplate:" in text
    assert "≠  the number differs: “12” and “19”\n  set apart: correction" in text


def test_a_difference_between_boilerplate_and_the_other_body_is_shown(tmp_path: Path) -> None:
    a = f"{PROSE}\n\n{CORRECTED.format(12)}\n\n{FOOT}"
    b = f"The yard said that 19 welders had worked on the hull of the ferry.\n\n{PROSE}"
    found = json.loads(_match(tmp_path, a, b, "--json"))
    (match,) = found["set_apart"]
    assert match["set_apart"] == {"a": "correction", "b": ""}
    assert [d["message"] for d in match["differences"]] == ["the number differs: “12” and “19”"]
    assert a[match["a"]["start"] : match["a"]["end"]] == match["a"]["text"]
    assert match not in found["matches"]


def test_headlines_that_differ_are_shown(tmp_path: Path) -> None:
    a, b = (f"Ferry Halcyon to carry {n} cars again from Thursday\n\n{PROSE}" for n in (40, 60))
    assert "set apart: headline" in _match(tmp_path, a, b)


@pytest.mark.parametrize(
    ("head", "foot"),
    [("", ""), ("Ferry Halcyon back on Thursday\n\n", ""), ("", f"\n\n{CORRECTED.format(12)}\n\n{FOOT}")],
)
def test_lines_that_are_set_apart_and_alike_are_not_shown(tmp_path: Path, head: str, foot: str) -> None:
    text = f"{head}{PROSE}{foot}"
    assert "set apart" not in _match(tmp_path, text, text + "\n")
    assert json.loads(_match(tmp_path, text, text + "\n", "--json"))["set_apart"] == []


def test_articles_without_a_match_still_show_what_differs_in_their_headlines(tmp_path: Path) -> None:
    a = f"Ferry Halcyon to carry 40 cars again from Thursday\n\n{PROSE}"
    b = "Ferry Halcyon to carry 60 cars again from Thursday\n\nThe choir of Sollen sings at noon on Sunday."
    text = _match(tmp_path, a, b)
    assert "the number differs: “40” and “60”" in text
