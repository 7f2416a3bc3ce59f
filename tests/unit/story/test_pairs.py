"""All pairs of a story are aligned, once, and what was found is kept."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles.model import Article
from reader.matching.model import Alignment
from reader.story.build import build_story
from reader.story.cache import AlignmentCache
from reader.story.pairs import AlignedPairs, align_pairs
from tests.unit.story.made import article, sample_pairs

BRIDGE = "harbour-bridge"


class StoppedError(Exception):
    """The reader has had enough."""


def articles() -> tuple[Article, ...]:
    return sample_pairs(BRIDGE).articles


def kept(folder: Path) -> AlignedPairs:
    """The pairs of the sample as a cache gives them, and nobody else."""
    cached = AlignmentCache(folder)
    every = articles()
    alignments = {
        (i, j): alignment
        for i, a in enumerate(every)
        for j, b in enumerate(every)
        if (alignment := cached.get(a, b))
    }
    return AlignedPairs(every, alignments)


def details(pairs: AlignedPairs) -> list[object]:
    return [
        (match.evidence, match.differences)
        for alignment in pairs.alignments.values()
        for match in alignment.matches
    ]


def test_every_two_articles_are_aligned_once() -> None:
    assert set(sample_pairs(BRIDGE).alignments) == {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}


def test_progress_only_grows_and_ends_with_all() -> None:
    story: list[float] = []
    align_pairs(articles(), progress=story.append)
    assert story == sorted(story)
    assert story[-1] == 1.0


def test_what_is_kept_is_what_was_found_with_its_evidence_and_differences(tmp_path: Path) -> None:
    computed = align_pairs(articles(), AlignmentCache(tmp_path / "new" / "folder"))
    again = kept(tmp_path / "new" / "folder")
    assert again == computed
    assert details(again) == details(computed)
    assert any(match.differences for match in again.alignments[0, 2].matches)
    assert build_story(again) == build_story(computed)


def test_what_was_found_before_a_stop_is_kept(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        align_pairs(articles(), AlignmentCache(tmp_path), stop)
    assert {(0, 1), (0, 2), (0, 3)} <= set(kept(tmp_path).alignments) < set(sample_pairs(BRIDGE).alignments)


class _NeverAsked(AlignmentCache):
    """A cache that takes nothing new."""

    def put(self, a: Article, b: Article, alignment: Alignment) -> None:
        raise AssertionError(f"{a.title} and {b.title} were aligned again")


def test_what_is_known_is_not_made_again(tmp_path: Path) -> None:
    computed = align_pairs(articles(), AlignmentCache(tmp_path))
    assert align_pairs(articles(), _NeverAsked(tmp_path)) == computed


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"a": 1e999}',
    ],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    align_pairs(articles(), AlignmentCache(tmp_path))
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    assert align_pairs(articles(), AlignmentCache(tmp_path)) == sample_pairs(BRIDGE)
    assert kept(tmp_path) == sample_pairs(BRIDGE)


@pytest.mark.parametrize(("whole", "half"), [("[[", "[["), ("verbatim", "fermatim"), ("0, ", "99999999, ")])
def test_a_file_with_a_flaw_inside_is_made_anew(tmp_path: Path, whole: str, half: str) -> None:
    align_pairs(articles(), AlignmentCache(tmp_path))
    for path in tmp_path.iterdir():
        path.write_text(path.read_text().replace(whole, half))
    assert align_pairs(articles(), AlignmentCache(tmp_path)) == sample_pairs(BRIDGE)


def test_an_article_with_another_text_or_date_is_another(tmp_path: Path) -> None:
    a, b, *_ = articles()
    cache = AlignmentCache(tmp_path)
    align_pairs([a, b], cache)
    assert cache.get(a, b)
    assert cache.get(replace(a, date="2020-01-01"), b) is None
    assert cache.get(article("Elsewhere", "Quite another text."), b) is None


def test_a_folder_that_cannot_be_written_costs_no_result(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = AlignmentCache(tmp_path / "file" / "cache")
    assert align_pairs(articles(), cache) == sample_pairs(BRIDGE)
    assert "cannot be saved" in cache.problem


def test_the_oldest_files_go_where_all_are_too_large(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("x" * 1000)
    os.utime(old, (0, 0))
    align_pairs(articles(), AlignmentCache(tmp_path, most=200_000))
    assert old.exists()
    align_pairs(articles()[:2], AlignmentCache(tmp_path, most=1))
    assert not list(tmp_path.iterdir())
