"""Articles on the shelf can be read by their user alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.articles.loading import load
from reader.base.paths import Paths
from reader.shelf.folder import keep


@pytest.mark.parametrize("existing", [False, True], ids=["a new folder", "a folder that others can read"])
def test_articles_and_originals_are_private_whatever_the_umask(
    tmp_path: Path, places: Paths, existing: bool
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The ferry left the harbour at noon, and nobody was on board but the crew.\n")
    before = os.umask(0)
    try:
        if existing:
            places.shelf.mkdir(mode=0o777, parents=True)
        kept = keep(places, load(file), file.read_bytes(), ".txt").path
    finally:
        os.umask(before)
    files = [each for each in places.shelf.rglob("*") if each.is_file()]
    assert kept in files
    assert len(files) == 2
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}
    assert places.shelf.stat().st_mode & 0o777 == 0o700
