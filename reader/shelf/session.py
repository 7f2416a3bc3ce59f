"""What reader remembers from one launch to the next, for convenience only: none of it is the user's work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from reader.articles.containers.members import split_member
from reader.base.files import write_whole
from reader.base.paths import Paths
from reader.base.resources import sample_corpus

if TYPE_CHECKING:
    from tinydb import TinyDB

__all__ = ["PastComparison", "ReadingPlace", "Session", "Standing"]

_OPENED, _COMPARED, _RESTORED, _PLACES = "last opened", "comparisons", "restored", "places"
_MOST = 20  # comparisons remembered
_MOST_PLACES = 200

Standing = tuple[int, Sequence[tuple[int, int]]]
"""Which article is active; of each, the cursor's sentence and the first code point seen."""


@dataclass(frozen=True, slots=True)
class PastComparison:
    """Articles that were compared: their titles and the paths to open again (`file!member` in an archive)."""

    titles: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the reading of some articles stands, and the places marked in them, by letter."""

    standing: Standing
    marks: Mapping[str, Standing]


class Session:
    """A TinyDB file, which several processes may share.

    One that is damaged counts as empty and is written anew; a write may raise OSError.
    """

    def __init__(self, places: Paths) -> None:
        self._places = places
        self._lock = RLock()  # the app remembers things in several threads

    def paths_to_open(self, named: Sequence[Path], *, sample: bool = False) -> list[Path]:
        """What to begin with: what was named, else what was open last, else the shelf, else the sample."""
        if sample:
            return [sample_corpus()]
        return list(named) or self.choices()[0]

    def choices(self) -> list[list[Path]]:
        """What to begin with where nothing is named, the first choice first; the sample comes last."""
        last = [
            Path(document["path"])
            for document in self._read(_OPENED)
            if isinstance(document.get("path"), str)
        ]
        there = [path for path in last if split_member(path)[0].exists()]
        return [choice for choice in (there, self._shelf(), [sample_corpus()]) if choice]

    def _shelf(self) -> list[Path]:
        from reader.shelf.library import kept_paths, shelf_folder

        return [shelf_folder(self._places)] if kept_paths(self._places) else []

    def remember_opened(self, named: Sequence[Path]) -> None:
        """Keeps what was opened for the next launch."""
        with self._alone():
            self._write(_OPENED, [{"path": str(path.absolute())} for path in named])

    def comparisons(self) -> list[PastComparison]:
        """The articles compared so far, the last ones first."""
        found = []
        for document in self._read(_COMPARED):
            titles, paths = document.get("titles"), document.get("paths")
            if isinstance(titles, list) and isinstance(paths, list) and paths:
                found.append(PastComparison(tuple(map(str, titles)), tuple(map(str, paths))))
        return found

    def remember_comparison(self, comparison: PastComparison) -> None:
        """Puts a comparison first; the oldest are forgotten."""
        with self._alone():
            others = [other for other in self.comparisons() if other.paths != comparison.paths]
            kept = [comparison, *others][:_MOST]
            self._write(_COMPARED, [{"titles": list(one.titles), "paths": list(one.paths)} for one in kept])

    def restored(self, article: str) -> frozenset[int]:
        """The paragraphs of an article (its sha-256) that the user said are no boilerplate."""
        for document in self._read(_RESTORED):
            paragraphs = document.get("paragraphs")
            if document.get("article") == article and isinstance(paragraphs, list):
                return frozenset(number for number in paragraphs if isinstance(number, int))
        return frozenset()

    def remember_restored(self, article: str, paragraphs: frozenset[int]) -> None:
        """Keeps which paragraphs of an article are no boilerplate."""
        mine = [{"article": article, "paragraphs": sorted(paragraphs)}] if paragraphs else []
        with self._alone():
            others = [document for document in self._read(_RESTORED) if document.get("article") != article]
            self._write(_RESTORED, [*others, *mine])

    def place(self, articles: Sequence[str]) -> ReadingPlace | None:
        """Where the reading of these articles (their sha-256, in order) stood; None if it never began."""
        for document in self._read(_PLACES):
            if document.get("articles") == list(articles):
                return _reading_place(document, len(articles))
        return None

    def remember_place(self, articles: Sequence[str], place: ReadingPlace) -> None:
        """Keeps where the reading of these articles stands; the oldest places are forgotten."""
        mine = {"articles": list(articles), "standing": place.standing, "marks": dict(place.marks)}
        with self._lock:
            others = [one for one in self._read(_PLACES) if one.get("articles") != list(articles)]
            self._write(_PLACES, [mine, *others[: _MOST_PLACES - 1]])

    # The file

    def _read(self, table: str) -> list[dict[str, Any]]:
        if not self._places.session.exists():
            return []
        try:
            with self._lock, self._opened() as database:
                return [dict(document) for document in database.table(table)]
        except (ValueError, TypeError, AttributeError, OSError):
            return []  # damaged or not readable: conveniences are no reason to stop

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Holds off other threads and processes, so that nobody writes between a reading and its writing."""
        from annotations.storage.files import LocalFiles

        files, path = LocalFiles(), self._places.session
        files.make_folder(path.parent)
        with self._lock, files.lock(path.with_name(f"{path.name}.lock")):
            yield

    def _write(self, table: str, documents: Sequence[dict[str, Any]]) -> None:
        try:
            self._replace(table, documents)
        except (ValueError, TypeError, AttributeError):
            self._places.session.unlink(missing_ok=True)
            self._replace(table, documents)

    def _replace(self, table: str, documents: Sequence[dict[str, Any]]) -> None:
        with self._opened() as database:
            database.table(table).truncate()
            database.table(table).insert_multiple(documents)

    @contextmanager
    def _opened(self) -> Iterator[TinyDB]:
        from tinydb import TinyDB

        with TinyDB(self._places.session, storage=_WholeFile) as database:
            yield database


class _WholeFile:
    """A storage of TinyDB whose own one writes in place: another process could read half of it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Any:
        """The tables; None where there are none yet. Raises OSError, ValueError."""
        import json

        text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        return json.loads(text) if text else None

    def write(self, tables: dict[str, Any]) -> None:
        """Puts the tables in place of those before. Raises OSError."""
        import json

        write_whole(self._path, json.dumps(tables).encode(), mode=0o600)

    def close(self) -> None:
        """Nothing is kept open."""


def _reading_place(document: Mapping[str, Any], articles: int) -> ReadingPlace | None:
    try:
        marks = {str(letter): _standing(place, articles) for letter, place in document["marks"].items()}
        return ReadingPlace(_standing(document["standing"], articles), marks)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # damaged: the reading begins at the top


def _standing(stored: Any, articles: int) -> Standing:
    active, views = stored
    standing = int(active), [(int(cursor), int(top)) for cursor, top in views]
    if not 0 <= standing[0] < articles or len(standing[1]) != articles:
        raise ValueError(f"{stored} is no place in {articles} articles")
    return standing
