"""The session: what reader remembers from one launch to the next. None of it is the user's work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reader.articles.containers.members import split_member
from reader.base.paths import Paths
from reader.base.resources import sample_corpus
from reader.shelf.session_file import Record, SessionFile

__all__ = ["PastComparison", "ReadingPosition", "ReadingState", "Session"]

_OPENED, _COMPARED, _RESTORED, _READ = "last opened", "comparisons", "restored", "places"
_MOST_COMPARISONS = 20
_MOST_READ = 200


class ReadingPosition(NamedTuple):
    """The active article; of each the number of the cursor's sentence and the first code point shown."""

    active: int
    views: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PastComparison:
    """Articles that were compared: their titles and the paths to open again (`file!member` in an archive)."""

    titles: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingState:
    """The position in some articles when they were left, and the positions marked in them, by letter."""

    position: ReadingPosition
    marks: Mapping[str, ReadingPosition]


class Session:
    """A file that several processes may share. A damaged one counts as empty; a write may raise OSError."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._file = SessionFile(paths.session)

    def paths_to_open(self, named: Sequence[Path], *, sample: bool = False) -> list[Path]:
        """The paths to begin with: those named, else those opened last, else the shelf, else the sample."""
        if sample:
            return [sample_corpus()]
        return list(named) or self.choices()[0]

    def choices(self) -> list[list[Path]]:
        """The paths to begin with where none is named, the first choice first; the sample is the last one."""
        opened = [
            Path(record["path"])
            for record in self._file.records(_OPENED)
            if isinstance(record.get("path"), str)
        ]
        existing = [path for path in opened if split_member(path)[0].exists()]
        return [choice for choice in (existing, self._shelf(), [sample_corpus()]) if choice]

    def _shelf(self) -> list[Path]:
        from reader.shelf.folder import kept_paths

        return [self._paths.shelf] if kept_paths(self._paths) else []

    def remember_opened(self, named: Sequence[Path]) -> None:
        """Remembers the paths that were opened, for the next launch."""
        self._file.update(_OPENED, lambda _: [{"path": str(path.absolute())} for path in named])

    def comparisons(self) -> list[PastComparison]:
        """The articles compared so far, the last ones first."""
        return list(_comparisons(self._file.records(_COMPARED)))

    def remember_comparison(self, comparison: PastComparison) -> None:
        """Puts a comparison first; the oldest are forgotten."""

        def change(records: list[Record]) -> list[Record]:
            others = [other for other in _comparisons(records) if other.paths != comparison.paths]
            latest = [comparison, *others][:_MOST_COMPARISONS]
            return [{"titles": list(each.titles), "paths": list(each.paths)} for each in latest]

        self._file.update(_COMPARED, change)

    def restored(self, article: str) -> frozenset[int]:
        """The paragraphs of an article (its sha-256) that are not boilerplate, as the user said."""
        for record in self._file.records(_RESTORED):
            paragraphs = record.get("paragraphs")
            if record.get("article") == article and isinstance(paragraphs, list):
                return frozenset(number for number in paragraphs if isinstance(number, int))
        return frozenset()

    def remember_restored(self, article: str, paragraphs: frozenset[int]) -> None:
        """Remembers the paragraphs of an article that are not boilerplate."""
        own = [{"article": article, "paragraphs": sorted(paragraphs)}] if paragraphs else []
        self._file.update(
            _RESTORED, lambda records: [*(each for each in records if each.get("article") != article), *own]
        )

    def reading_state(self, articles: Sequence[str]) -> ReadingState | None:
        """The state in which articles (their sha-256, in order) were left; None if they were not read."""
        for record in self._file.records(_READ):
            if record.get("articles") == list(articles):
                return _reading_state(record, len(articles))
        return None

    def remember_reading_state(self, articles: Sequence[str], state: ReadingState) -> None:
        """Remembers the state in which these articles are left; the oldest are forgotten."""
        own = {"articles": list(articles), "standing": state.position, "marks": dict(state.marks)}

        def change(records: list[Record]) -> list[Record]:
            others = [each for each in records if each.get("articles") != own["articles"]]
            return [own, *others[: _MOST_READ - 1]]

        self._file.update(_READ, change)


def _comparisons(records: Sequence[Record]) -> Iterator[PastComparison]:
    for record in records:
        titles, paths = record.get("titles"), record.get("paths")
        if isinstance(titles, list) and isinstance(paths, list) and paths:
            yield PastComparison(tuple(map(str, titles)), tuple(map(str, paths)))


def _reading_state(record: Record, articles: int) -> ReadingState | None:
    try:
        marks = {str(letter): _position(mark, articles) for letter, mark in record["marks"].items()}
        return ReadingState(_position(record["standing"], articles), marks)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # damaged: the reading begins at the top


def _position(stored: Any, articles: int) -> ReadingPosition:
    active, views = stored
    position = ReadingPosition(int(active), [(int(cursor), int(top)) for cursor, top in views])
    if not 0 <= position.active < articles or len(position.views) != articles:
        raise ValueError(f"{stored} is not a position in {articles} articles")
    return position
