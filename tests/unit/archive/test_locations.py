"""Places where a cluster reads and writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.cluster.locations import location_of
from reader.archive.results_file import write_results


def written(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    write_results(path, [], lambda _: pytest.fail("nothing was to be looked up"))
    return path


def test_a_place_is_free_until_something_is_in_it(tmp_path: Path) -> None:
    place = location_of(str(tmp_path / "found"))
    assert place.is_free()
    (tmp_path / "found").mkdir()
    assert place.is_free()
    (tmp_path / "found" / "notes.txt").touch()
    assert not place.is_free()


def test_what_a_cluster_wrote_is_told_from_what_others_put_there(tmp_path: Path) -> None:
    place = location_of(str(tmp_path / "found"))
    written(tmp_path / "found" / "part-0.snappy.parquet")
    (tmp_path / "found" / "_SUCCESS").touch()
    (tmp_path / "found" / ".part-0.snappy.parquet.crc").touch()
    assert place.has_results()
    (tmp_path / "found" / "notes.txt").write_text("mine")
    assert not place.has_results()
    assert location_of(str(written(tmp_path / "alone.parquet"))).has_results()
    assert not location_of(str(tmp_path / "nowhere")).has_results()


@pytest.mark.parametrize(("a", "b"), [("x", "x"), ("x", "x/y"), ("x/y", "x"), ("x", "./x/../x")])
def test_places_overlap_where_one_lies_in_the_other(tmp_path: Path, a: str, b: str) -> None:
    assert location_of(f"{tmp_path}/{a}").overlaps(location_of(f"{tmp_path}/{b}"))


def test_names_that_only_begin_alike_do_not_overlap(tmp_path: Path) -> None:
    assert not location_of(f"{tmp_path}/x").overlaps(location_of(f"{tmp_path}/xy"))


def test_a_folder_is_removed_with_what_is_in_it(tmp_path: Path) -> None:
    written(tmp_path / "a" / "part-0.parquet")
    location_of(str(tmp_path / "a")).remove()
    location_of(str(tmp_path / "nowhere")).remove()
    assert list(tmp_path.iterdir()) == []
