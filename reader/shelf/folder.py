"""The shelf: a folder of the articles that reader keeps for the user, inside the data folder.

Each article is a Markdown file with front matter, which any program reads; its original bytes are kept too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.file_errors import unwritable
from reader.base.files import make_private_folder, slug, write_whole
from reader.base.folding import fold
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from reader.articles.model import Article
    from reader.base.paths import Paths

__all__ = ["ShelfError", "ShelvedArticle", "keep", "kept_paths", "remove"]

_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700
"""The permissions of articles and of their folder: what a journalist keeps is nobody else's affair."""

_NAMED = 5
"""Articles that a refusal lists."""

_ORIGINALS = ".originals"
"""The folder of the original bytes: hidden, so that none of them is taken for another article."""


class ShelfError(UserError):
    """The shelf cannot be changed as requested. The message is one line with the reason and a way out."""


@dataclass(frozen=True, slots=True)
class ShelvedArticle:
    """An article on the shelf. `new` is false if its text was already there.

    `notice` says what the article may lack, "" if nothing hints at it.
    """

    title: str
    path: Path
    new: bool
    notice: str = ""


def kept_paths(paths: Paths) -> list[Path]:
    """The files of the articles on the shelf, sorted."""
    return sorted(paths.shelf.glob("*.md"))


def keep(paths: Paths, article: Article, original: bytes = b"", suffix: str = "") -> ShelvedArticle:
    """Puts an article and its original bytes on the shelf; a text that is already there is not kept twice.

    Raises ShelfError where the shelf cannot be written.
    """
    from reader.articles.completeness import incompleteness
    from reader.articles.formats.markdown_writing import to_markdown

    folder, notice = paths.shelf, incompleteness(article)
    mark = hashlib.sha256(article.text.strip().encode()).hexdigest()[:16]
    if same_text := next(folder.glob(f"*-{mark}.md"), None):
        return ShelvedArticle(article.title, same_text, new=False, notice=notice)
    name = f"{slug(article.title)}-{mark}"
    try:
        make_private_folder(folder / _ORIGINALS)
        folder.chmod(_PRIVATE_FOLDER)  # an earlier version may have left it open to others
        if original:
            write_whole(folder / _ORIGINALS / f"{name}{suffix}", original, mode=_PRIVATE)
        write_whole(folder / f"{name}.md", to_markdown(article).encode(), mode=_PRIVATE)
    except OSError as error:
        raise ShelfError(unwritable(folder, error, "choose another folder with --data")) from error
    return ShelvedArticle(article.title, folder / f"{name}.md", new=True, notice=notice)


def remove(paths: Paths, query: str) -> Path:
    """Takes an article off the shelf, named by its path, its title, or the beginning of its id or file name.

    Its annotations stay. Raises ShelfError unless exactly one article matches.
    """
    path = _only_match(paths, query)
    try:
        for original in (paths.shelf / _ORIGINALS).glob(f"{path.stem}.*"):
            original.unlink()
        path.unlink()
    except OSError as error:
        raise ShelfError(unwritable(path, error, "change its permissions")) from error
    return path


def _only_match(paths: Paths, query: str) -> Path:
    matches = list(_matches(paths, query))
    if not matches:
        raise ShelfError(
            f'no article on the shelf matches "{query}"; "reader list {paths.shelf}" shows them all'
        )
    if len(matches) > 1:
        raise ShelfError(
            f'"{query}" matches {len(matches)} articles on the shelf; name one by its path: '
            + ", ".join(map(str, matches[:_NAMED]))
            + (" …" if len(matches) > _NAMED else "")
        )
    return matches[0]


def _matches(paths: Paths, query: str) -> Iterator[Path]:
    """The article at this path, else all with this title, else all whose id or name begins with it."""
    shelf = kept_paths(paths)
    for path in shelf:
        if query in (path.name, path.stem) or Path(query).resolve() == path.resolve():
            yield path
            return
    title = fold(sanitize_line(query))
    titled = [path for path in shelf if title and fold(_fact(path, "title")) == title]
    yield from titled or (path for path in shelf if query and _begins(path, query))


def _begins(path: Path, query: str) -> bool:
    """Whether the name of a file, the hash in it or the id of its article begins with `query`."""
    in_name = path.name.startswith(query) or path.stem.rpartition("-")[2].startswith(query)
    return in_name or (
        re.fullmatch("[0-9a-f]{4,16}", query) is not None and _fact(path, "id").startswith(query)
    )


def _fact(path: Path, name: str) -> str:
    """The id or title of the article at a path, or "" where it cannot be read."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    try:
        return str(getattr(load(path), name))
    except ArticleError:
        return ""
