"""`reader match A B` to files that other programs read."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from reader import __version__
from tests.unit.cli.test_cli import fails
from tests.unit.cli.test_export import reader

A = "The pier fell on Monday. It was built in 1931 and cost the town about £4 million.\n"
B = "Nobody was hurt. It was built in 1932 and cost the town about £4 million.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(A, encoding="utf-8")
    b.write_text(B, encoding="utf-8")
    return a, b


def match(files: tuple[Path, Path], *options: object) -> CompletedProcess[str]:
    return reader("match", *files, *options, data=files[0].parent / "data")


def test_markdown_has_the_difference_first_and_both_sides(files: tuple[Path, Path]) -> None:
    text = match(files, "--markdown").stdout
    assert "- the date differs: “1931” and “1932”" in text.split("## Differences")[1]
    assert "> It was built in **1931** and cost" in text
    assert "> It was built in **1932** and cost" in text


def test_csv_has_a_row_for_each_match(files: tuple[Path, Path]) -> None:
    [row] = csv.DictReader(io.StringIO(match(files, "--csv").stdout, newline=""))
    for side, text in (("a", A), ("b", B)):
        assert text[int(row[f"{side}_start"]) : int(row[f"{side}_end"])] == row[f"{side}_quote"]
        assert (row[f"{side}_paragraph"], row[f"{side}_sentence"]) == ("1", "2")
    assert 56 <= float(row["score"]) <= 100


@pytest.mark.parametrize("kind", ["--markdown", "--html", "--csv", "--json"])
def test_the_version_and_the_threshold_are_in_every_file(files: tuple[Path, Path], kind: str) -> None:
    text = match(files, kind, "--threshold", "61").stdout
    assert __version__ in text
    assert "61" in text


@pytest.mark.parametrize("name", ["m.md", "m.html", "m.csv"])
def test_a_file_has_the_format_of_its_ending_and_is_made_anew(files: tuple[Path, Path], name: str) -> None:
    out = files[0].parent / name
    assert "1 match written" in match(files, "-o", out).stdout
    before = out.read_bytes()
    assert match(files, "-o", out).returncode == 0
    assert out.with_name(f"{name}~").read_bytes() == before


def test_what_the_user_writes_under_a_match_stays(files: tuple[Path, Path]) -> None:
    out = files[0].parent / "m.md"
    match(files, "-o", out)
    out.write_text(
        out.read_text().replace("\n<!-- reader:end", "\nThe town hall says 1931.\n\n<!-- reader:end")
    )
    match(files, "-o", out)
    assert "The town hall says 1931." in out.read_text()


def test_no_article_is_overwritten(files: tuple[Path, Path]) -> None:
    fails(match(files, "--csv", "-o", files[0]), files[0], "not exported by reader")
    assert files[0].read_text(encoding="utf-8") == A


def test_json_goes_to_standard_output_alone(files: tuple[Path, Path]) -> None:
    fails(match(files, "--json", "-o", "x.json"), "standard output")
