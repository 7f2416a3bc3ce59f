"""`reader relink`, and annotations that follow articles to a new place, as processes of their own."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest

from tests.unit.cli.test_cli import fails, reader

TEXT = """Tram line to Fenwick opens

The first tram to Fenwick left Arden at six on Monday, with the mayor at the window.

“I have waited for this for thirty years,” said Mia Gant, who sells flowers at the terminus.

The line is eleven kilometres long and has nine stops. Tickets cost two crowns.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an annotated article, which is then moved away."""
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "old" / "one.txt").write_text(TEXT, encoding="utf-8")
    reader("annotate", tmp_path / "old" / "one.txt", "--quote", "Mia Gant", data=tmp_path / "data")
    (tmp_path / "old" / "one.txt").rename(tmp_path / "moved.txt")
    return tmp_path


def moved_to(folder: Path, *names: str, edit: tuple[str, str] = ("", "")) -> None:
    text = (folder / "moved.txt").read_text(encoding="utf-8").replace(*edit)
    for name in names:
        (folder / "new" / name).write_text(text, encoding="utf-8")
    (folder / "moved.txt").unlink()


def states(folder: Path) -> list[str]:
    table = reader("export", "--format", "csv", data=folder / "data").stdout.lstrip("\ufeff")
    return [row["state"] or "missing" for row in csv.DictReader(io.StringIO(table))]


@pytest.mark.parametrize("edit", [("", ""), ("Monday", "Sunday"), ("nine stops", "ten stops")])
def test_a_listed_folder_gives_moved_articles_their_annotations_back(
    folder: Path, edit: tuple[str, str]
) -> None:
    moved_to(folder, "two.txt", edit=edit)
    assert states(folder) == ["missing"]
    listed = reader("list", folder / "new", data=folder / "data")
    assert "1 annotation · " in listed.stdout
    assert "two.txt; 1 annotation moved with it" in listed.stderr
    assert states(folder) == ["ok"]
    assert "found 1 article at a new place" in reader("history", "--json", data=folder / "data").stdout


def test_of_two_candidates_none_is_chosen_until_the_user_does(folder: Path) -> None:
    moved_to(folder, "two.txt", "three.txt", edit=("Monday", "Sunday"))
    said = reader("relink", "--search", folder / "new", data=folder / "data")
    assert "choose with reader relink OLD NEW" in said.stderr
    assert states(folder) == ["missing"]
    reader("relink", folder / "old" / "one.txt", folder / "new" / "three.txt", data=folder / "data")
    assert states(folder) == ["ok"]


def test_an_article_of_the_same_title_about_something_else_is_no_candidate(folder: Path) -> None:
    moved_to(folder)
    other = "Tram line to Fenwick opens\n\nThe council wants a bus lane instead, and a vote on it in May.\n"
    (folder / "new" / "two.txt").write_text(other, encoding="utf-8")
    assert "nothing was relinked" in reader("relink", "--search", folder / "new", data=folder / "data").stdout
    assert states(folder) == ["missing"]


def test_a_copy_beside_the_article_takes_no_annotations(folder: Path) -> None:
    (folder / "old" / "one.txt").write_text(TEXT, encoding="utf-8")
    moved_to(folder, "copy.txt")
    assert reader("list", folder / "new", data=folder / "data").stderr == ""
    assert states(folder) == ["ok"]


def test_what_relink_needs_is_said(folder: Path) -> None:
    fails(reader("relink", data=folder / "data"), "OLD and NEW", "--search FOLDER")
    new = folder / "moved.txt"
    fails(reader("relink", folder / "none.txt", new, data=folder / "data"), "no annotation is on")


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"two  blanks.txt", "cafe\u0301.txt".encode()])
def test_an_article_of_any_file_name_keeps_its_annotations(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / "articles" / os.fsdecode(name)
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    data = tmp_path / "data"
    reader("annotate", path, "--quote", "Mia Gant", data=data)
    for _ in range(2):
        assert reader("list", path.parent, data=data).stderr == ""
    for kind in ("csv", "json", "jsonld", "markdown", "html"):
        assert "Mia Gant" in reader("export", "--format", kind, data=data).stdout
    assert '"annotations": 1' in reader("list", path.parent, "--json", data=data).stdout
