"""The start of the app, as the command line asks for it. Free of textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.containers.registry import container_of
from reader.articles.corpus import Corpus, list_corpus, open_corpus
from reader.articles.files import is_file, is_folder, real
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings
from reader.shelf.session import Session
from reader.ui import wording

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Launch", "launch_at", "launch_on"]


@dataclass(frozen=True, slots=True)
class Launch:
    """The start of the app: a corpus, to be compared or listed; or, with no corpus, `results` of an archive.

    `named` are the paths to open again when the next launch names none. `start` are places (number of an
    article, code point) to go to, one after the other; `notices` are shown once the articles are on screen.
    """

    corpus: Corpus
    compare: bool
    paths: Paths
    settings: Settings = field(default_factory=Settings)
    named: Sequence[Path] = ()
    start: Sequence[tuple[int, int]] = ()
    notices: Sequence[str] = ()
    results: Path | None = None


def launch_on(
    paths: Paths, settings: Settings, named: Sequence[Path], *, sample: bool = False, at: str = ""
) -> Launch:
    """The launch for paths: files are compared; folders, containers and results of an archive are listed.

    Without any path, it opens what was open last. `at` are words to begin at. Raises UserError where
    something cannot be read, or where words are given but no files to find them in.
    """
    of_many = any(path.is_dir() or (container_of(path) is not None and is_file(path)) for path in named)
    compare = bool(named) and not sample and not of_many
    if at and not compare:
        raise UserError(wording.AT_NEEDS_FILES)
    to_open = Session(paths).paths_to_open(named, sample=sample)
    if results := _results(to_open):
        return Launch(Corpus("", ()), compare, paths, settings, named, results=results)
    corpus = (open_corpus if compare else list_corpus)(to_open)
    notices = list(_named_again(named)) if compare else []
    if not at:
        return Launch(corpus, compare, paths, settings, named, notices=notices)
    from reader.ui.compare.starting import at_words

    start = at_words(corpus.articles, at)
    return Launch(corpus, compare, paths, settings, named, start.places, [*notices, *start.notices])


def launch_at(paths: Paths, settings: Settings, annotation: Annotation) -> Launch:
    """The launch that opens the articles of an annotation. Raises UserError where one is missing."""
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
        notices=start.notices,
    )


def _results(paths: Sequence[Path]) -> Path | None:
    """The path, if any, with results of an archive. Raises UserError where there are others beside it."""
    results = next((path for path in paths if _has_results(path)), None)
    if results and len(paths) > 1:
        raise UserError(wording.results_alone(sanitize_line(str(results))))
    return results


def _has_results(path: Path) -> bool:
    """Whether a file, or a folder of such files, has pairs of passages, and not articles."""
    if not _is_parquet(path):
        return False
    from reader.base.optional_packages import extra

    with extra("parquet"):
        from reader.archive.results_file import is_results_file
    return is_results_file(path)


def _is_parquet(path: Path) -> bool:
    """Whether a file, or every file of a folder, has the name of a table."""
    if not is_folder(path):
        return path.suffix.lower() == ".parquet"
    try:
        files = [file for file in path.iterdir() if not file.name.startswith((".", "_"))]
    except OSError:
        return False  # the error is shown when the folder is opened
    return bool(files) and all(file.suffix.lower() == ".parquet" for file in files)


def _named_again(named: Sequence[Path]) -> Iterator[str]:
    """The notices about files that were named more than once."""
    files = [real(path) for path in named]
    for number, path in enumerate(named):
        if files.index(files[number]) < number:
            yield wording.named_twice(path)
