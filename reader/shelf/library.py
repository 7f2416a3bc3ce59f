"""The shelf: articles that reader keeps for the user, in a folder under the data directory.

Each is a Markdown file with front matter, which any program reads, and beside it the bytes it was made of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.files import slug, write_whole
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from reader.articles.model import Article
    from reader.base.paths import Paths

__all__ = ["LibraryError", "ShelvedArticle", "keep", "kept_paths", "remove", "shelf_folder"]

_NAMED = 5  # articles that a refusal names

_ORIGINALS = ".originals"
"""The folder of the original bytes: hidden, so that nothing in it is taken for another article."""


class LibraryError(UserError):
    """The shelf cannot do what was asked. Its text is one line that says why and a way out."""


@dataclass(frozen=True, slots=True)
class ShelvedArticle:
    """An article on the shelf. `new` is false if its text was already there."""

    title: str
    path: Path
    new: bool


def shelf_folder(paths: Paths) -> Path:
    """The folder of the articles on the shelf; it need not exist yet."""
    return paths.data / "library"


def kept_paths(paths: Paths) -> list[Path]:
    """The files of the articles on the shelf, sorted."""
    return sorted(shelf_folder(paths).glob("*.md"))


def keep(paths: Paths, article: Article, original: bytes = b"", suffix: str = "") -> ShelvedArticle:
    """Puts an article on the shelf, and the bytes it was made of; once, whatever it is called.

    Raises LibraryError where that cannot be written.
    """
    from reader.articles.formats.markdown_writing import to_markdown

    folder = shelf_folder(paths)
    mark = hashlib.sha256(article.text.strip().encode()).hexdigest()[:16]
    if there := next(folder.glob(f"*-{mark}.md"), None):
        return ShelvedArticle(article.title, there, new=False)
    name = f"{slug(article.title)}-{mark}"
    try:
        for place in (paths.data, folder, folder / _ORIGINALS):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if original:
            write_whole(folder / _ORIGINALS / f"{name}{suffix}", original)
        write_whole(folder / f"{name}.md", to_markdown(article).encode())
    except OSError as error:
        raise LibraryError(f"{folder}: cannot be written ({error.strerror})") from error
    return ShelvedArticle(article.title, folder / f"{name}.md", new=True)


def remove(paths: Paths, wanted: str) -> Path:
    """Takes the article off the shelf that a path, a title, or the beginning of an id or file name means.

    Its annotations stay. Raises LibraryError where none or several are meant.
    """
    found = list(_meant(paths, wanted))
    if not found:
        raise LibraryError(
            f'{wanted}: no such article on the shelf; "reader list {shelf_folder(paths)}" names them'
        )
    if len(found) > 1:
        raise LibraryError(
            f"{wanted}: {len(found)} articles on the shelf may be meant; name one by its path: "
            + ", ".join(map(str, found[:_NAMED]))
            + (" …" if len(found) > _NAMED else "")
        )
    try:
        for original in (shelf_folder(paths) / _ORIGINALS).glob(f"{found[0].stem}.*"):
            original.unlink()
        found[0].unlink()
    except OSError as error:
        raise LibraryError(f"{found[0]}: cannot be removed ({error.strerror})") from error
    return found[0]


def _meant(paths: Paths, wanted: str) -> Iterator[Path]:
    """The articles that `wanted` could mean: one by its path, else all of that title, else all whose id or
    name begins so.
    """
    kept = kept_paths(paths)
    for path in kept:
        if wanted in (path.name, path.stem) or Path(wanted).resolve() == path.resolve():
            yield path
            return
    title = sanitize_line(wanted).casefold()
    titled = [path for path in kept if title and _fact(path, "title").casefold() == title]
    yield from titled or (path for path in kept if wanted and _begins(path, wanted))


def _begins(path: Path, wanted: str) -> bool:
    """Whether the name of a file, the hash in it or the id of its article begins with `wanted`."""
    named = path.name.startswith(wanted) or path.stem.rpartition("-")[2].startswith(wanted)
    return named or (
        re.fullmatch("[0-9a-f]{4,16}", wanted) is not None and _fact(path, "id").startswith(wanted)
    )


def _fact(path: Path, name: str) -> str:
    """The id or title of the article at a path, or "" where it cannot be read."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    try:
        return str(getattr(load(path), name))
    except ArticleError:
        return ""
