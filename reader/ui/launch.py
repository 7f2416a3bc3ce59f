"""What the app begins with, made of what was said on the command line. Free of textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.containers.registry import container_of
from reader.articles.corpus import Corpus, list_corpus, open_corpus
from reader.articles.files import is_file, is_folder
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings
from reader.shelf.session import Session

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Launch", "launch_at", "launch_on"]


@dataclass(frozen=True, slots=True)
class Launch:
    """What to start with: the corpus, and whether to compare all of it at once or to list it; or, without a
    corpus, what was `found` in an archive.

    `named` are the paths to open again when the next launch names none. `start` are places (number of an
    article, code point) to go to, one after the other; `notices` are told once all is on screen.
    """

    corpus: Corpus
    compare: bool
    paths: Paths
    settings: Settings = field(default_factory=Settings)
    named: Sequence[Path] = ()
    start: Sequence[tuple[int, int]] = ()
    notices: Sequence[str] = ()
    found: Path | None = None


def launch_on(
    paths: Paths, settings: Settings, named: Sequence[Path], *, sample: bool = False, at: str = ""
) -> Launch:
    """Files are compared, what holds several articles is listed, and so is what was found in an archive;
    without any, what was open last.

    `at` are words to begin at. Raises UserError where something cannot be read, or nothing is compared in
    which the words could be.
    """
    of_many = any(path.is_dir() or (container_of(path) is not None and is_file(path)) for path in named)
    compare = bool(named) and not sample and not of_many
    if at and not compare:
        raise UserError("--at goes to words in articles: name their files, reader A B --at WORDS")
    to_open = Session(paths).paths_to_open(named, sample=sample)
    if found := _found(to_open):
        return Launch(Corpus("", ()), compare, paths, settings, named, found=found)
    corpus = (open_corpus if compare else list_corpus)(to_open)
    notices = list(_named_again(named)) if compare else []
    if not at:
        return Launch(corpus, compare, paths, settings, named, notices=notices)
    from reader.ui.compare.starting import at_words

    start = at_words(corpus.articles, at)
    return Launch(corpus, compare, paths, settings, named, start.places, [*notices, *start.told])


def launch_at(paths: Paths, settings: Settings, annotation: Annotation) -> Launch:
    """The articles of an annotation are compared where it is. Raises UserError where one is gone."""
    from reader.ui.compare.starting import annotated

    start = annotated(annotation, ())
    named = [Path(article.path) for article in start.articles]
    corpus = Corpus(", ".join(article.title for article in start.articles), tuple(start.articles))
    return Launch(
        corpus,
        compare=True,
        paths=paths,
        settings=settings,
        named=named,
        start=start.places,
        notices=start.told,
    )


def _found(paths: Sequence[Path]) -> Path | None:
    """The path, if any, of what was found in an archive. Raises UserError where others stand beside it."""
    found = next((path for path in paths if _is_found(path)), None)
    if found and len(paths) > 1:
        raise UserError(
            f"{sanitize_line(str(found))} holds matches of an archive: open it alone, without another path"
        )
    return found


def _is_found(path: Path) -> bool:
    """Whether a file, or a folder of such files, holds pairs of passages; all others are known by name."""
    if not _is_parquet(path):
        return False
    from reader.archive.extras import extra

    with extra("parquet"):
        from reader.archive.results_file import is_results_file
    return is_results_file(path)


def _is_parquet(path: Path) -> bool:
    """Whether a file, or all files of a folder, are called like tables."""
    if not is_folder(path):
        return path.suffix.lower() == ".parquet"
    try:
        names = [one for one in path.iterdir() if not one.name.startswith((".", "_"))]
    except OSError:
        return False  # whoever opens the folder says why
    return bool(names) and all(one.suffix.lower() == ".parquet" for one in names)


def _named_again(named: Sequence[Path]) -> Iterator[str]:
    """What is to be said of files that were named more than once."""
    from reader.articles.files import real

    files = [real(path) for path in named]
    for number, path in enumerate(named):
        if files.index(files[number]) < number:
            yield f"{path}: was named more than once, and is open once."
