"""The corpus: the articles of files, archives and folders, listed first and read one by one."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reader.articles.containers.members import load_member, members_of, split_member
from reader.articles.containers.registry import container_of
from reader.articles.containers.registry import suffixes as container_suffixes
from reader.articles.errors import ArticleError
from reader.articles.files import is_file, is_folder, real
from reader.articles.formats.registry import suffixes as format_suffixes
from reader.articles.loading import load
from reader.articles.passed_over import passed_over
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reader.articles.model import Article

__all__ = ["Corpus", "CorpusEntry", "is_listed", "list_corpus", "open_corpus"]


@dataclass(frozen=True, slots=True)
class CorpusEntry:
    """An article that has not been read yet.

    `name` is shown until then. `member` is its name inside a zip or the number of its line; "" for a file by
    itself. `named`: the user named this very file, so a fault in it is an error.
    """

    name: str
    path: Path
    member: str = ""
    place: int = 0  # the first byte of its line
    named: bool = False

    def load(self) -> Article:
        """Reads the article. Raises ArticleError."""
        if self.member:
            return load_member(self.path, self.member, place=self.place)
        return load(self.path)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in the order they were named, folders sorted by path.

    `entries` are the articles that were listed; `articles` are those that have been read, in the same order:
    all after open_corpus, none after list_corpus. `problems` has one line for each file of a folder or
    archive that could not be read.
    """

    name: str
    articles: tuple[Article, ...]
    problems: tuple[str, ...] = ()
    entries: tuple[CorpusEntry, ...] = ()
    passed_over: tuple[str, ...] = ()
    """A line for each folder with files that reader does not open: how many of which kinds."""


def list_corpus(paths: Sequence[Path]) -> Corpus:
    """The articles of files, archives and folders (with their subfolders), each file once; none is read.

    Folders are listed without opening a file, except archives. Raises ArticleError for an archive that was
    named and cannot be read, and for a folder without any article.
    """
    entries: dict[tuple[str, str], CorpusEntry] = {}
    place_of = cache(real)  # a file of a million rows is resolved once
    problems: list[str] = []
    for path in paths:
        for entry in _entries(path, problems):
            entries.setdefault((place_of(entry.path), entry.member), entry)
    used = {str(entry.path) for entry in entries.values()}
    others = [passed_over(path, _suffixes(), used) for path in paths if is_folder(path)]
    return Corpus(
        _name(paths), (), tuple(problems), tuple(entries.values()), tuple(line for line in others if line)
    )


def open_corpus(paths: Sequence[Path]) -> Corpus:
    """The articles of files, archives and folders (with their subfolders), each file once.

    Raises ArticleError for a file that was named and cannot be read, and for a folder without any article.
    """
    listed = list_corpus(paths)
    articles: list[Article] = []
    entries: list[CorpusEntry] = []
    problems: list[str] = []
    for entry in listed.entries:
        try:
            articles.append(entry.load())
            entries.append(entry)
        except ArticleError as error:
            if entry.named:
                raise
            problems.append(str(error))
    if problems and not articles:
        raise ArticleError(f"{problems[0]}{_and_more(len(problems) - 1)}")
    problems = [*listed.problems, *problems]
    return replace(listed, articles=tuple(articles), entries=tuple(entries), problems=tuple(problems))


def _and_more(others: int) -> str:
    return f" (and {others:,} more like it)" if others else ""


def is_listed(path: str, suffixes: Collection[str]) -> bool:
    """Whether a folder's listing includes a file: `path` leads to it from the folder, with "/".

    Hidden files and files in hidden folders are left out. `suffixes` are in lower case, and match any case.
    """
    place = PurePosixPath(path)
    return place.suffix.lower() in suffixes and not any(_is_hidden(name) for name in place.parts)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _entries(path: Path, problems: list[str]) -> Iterator[CorpusEntry]:
    """The entries of one path; a bad file inside a folder or archive becomes a problem."""
    if is_folder(path):
        yield from _of_folder(path, problems)
    elif container_of(path) and is_file(path):
        yield from _of_container(path, problems)
    else:
        container, member = split_member(path)
        yield CorpusEntry(sanitize_line(path.name), container, member, named=True)


def _of_folder(folder: Path, problems: list[str]) -> Iterator[CorpusEntry]:
    if not os.access(folder, os.R_OK | os.X_OK):
        raise ArticleError(
            f"{sanitize_line(str(folder))}: cannot list this folder (permission denied); "
            "change its permissions"
        )
    empty = True
    for path in sorted(_files(folder)):
        empty = False
        if not container_of(path):
            yield CorpusEntry(sanitize_line(path.stem), path)
            continue
        try:
            yield from _of_container(path, problems)
        except ArticleError as error:
            problems.append(str(error))
    if empty:
        kinds = ", ".join(sorted(_suffixes()))
        raise ArticleError(f"{sanitize_line(str(folder))} contains no articles; reader opens {kinds}")


def _of_container(path: Path, problems: list[str]) -> Iterator[CorpusEntry]:
    members, faults = members_of(path)
    if faults and not members:
        raise ArticleError(f"{faults[0]}{_and_more(len(faults) - 1)}")
    problems.extend(faults)
    for member in members:
        yield CorpusEntry(member.title, path, member.name, member.place)


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and its subfolders that reader opens; hidden ones are left out."""
    suffixes = _suffixes()
    try:
        children = [entry for entry in os.scandir(folder) if not _is_hidden(entry.name)]
    except OSError:
        return  # a subfolder without permission has nothing to show
    for entry in children:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.is_file() and (is_listed(entry.name, suffixes) or _holds_articles(entry)):
            yield Path(entry.path)


def _holds_articles(entry: os.DirEntry[str]) -> bool:
    """Whether a file of a suffix with many uses holds articles."""
    return (
        entry.name.lower().endswith((".xml", ".nitf", ".gz")) and container_of(Path(entry.path)) is not None
    )


def _suffixes() -> set[str]:
    """The suffixes of all files that reader opens."""
    return {*format_suffixes(), *container_suffixes()}


def _name(paths: Sequence[Path]) -> str:
    """The name of the corpus: the folder's, or the files'."""
    return ", ".join(sanitize_line(path.name or str(path.resolve())) for path in paths)
