"""Folders of articles, and indexes of them, for the tests of the archive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.archive.model import Group
from reader.archive.search import Archive
from reader.archive.update import UpdateReport, update

WIRE = "The Harbour Authority of Lindvik sealed the northern lock after divers found a crack below its hinge."
LIGHT = (
    "The Harbour Authority of Lindvik closed the northern lock after divers found a crack below its hinge."
)
REWORDED = (
    "Below the hinge of the northern lock divers had found a crack, and so Lindvik's Harbour Authority acted."
)
QUOTED = (
    "“The northern lock was sealed after divers found a crack below its hinge,” Tova Brandt said in Oslo."
)


def silent(_: str, __: int, ___: int) -> None:
    """Hears of progress, and says nothing."""


def file(folder: Path, name: str, *sentences: str, title: str = "") -> Path:
    """Writes an article of some sentences, each in a paragraph of its own, among others that are its own."""
    path = folder / f"{name}.md"
    own = [
        f"In {name} the {name}ian {thing} of {name} opened for visitors." for thing in ("museum", "market")
    ]
    text = "\n\n".join([own[0], *sentences, own[1]])
    path.write_text(
        f"---\ntitle: {title or name}\nsource: The {name} Post\ndate: 2024-05-01\n---\n\n{text}\n"
    )
    return path


def spelled(number: int) -> str:
    """A word for a number, which no other has the stem of: digits would be words of their own."""
    return "".join("bdfgkmnprt"[int(digit)] for digit in str(number)) + "ok"


def lines(path: Path, texts: Iterable[str]) -> Path:
    """Writes articles as JSON lines."""
    articles = ({"title": f"Article {n}", "text": text} for n, text in enumerate(texts, start=1))
    path.write_text("".join(json.dumps(article) + "\n" for article in articles))
    return path


def indexed(root: Path, index: Path) -> UpdateReport:
    """Brings an index up to date."""
    return update(root, index, jobs=1, progress=silent)


@contextmanager
def opened(root: Path, index: Path) -> Iterator[Archive]:
    """An index that is up to date."""
    indexed(root, index)
    with Archive.opened(index) as archive:
        yield archive


def groups_in(root: Path, index: Path, threshold: float = 50.0, least: int = 2) -> list[Group]:
    """What articles of an archive say nearly alike."""
    with opened(root, index) as archive:
        return list(archive.groups(archive.pairs(threshold, jobs=2, progress=silent), least))


def texts_of(groups: Iterable[Group]) -> set[frozenset[str]]:
    """The texts of groups."""
    return {frozenset(excerpt.text for excerpt in group.excerpts) for group in groups}
