"""`reader list`: lists the articles of a corpus, and the annotations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotations.model import Annotation
from reader.articles.completeness import incompleteness, words_outside
from reader.articles.corpus import Corpus, open_corpus
from reader.articles.errors import ArticleError
from reader.articles.model import Article
from reader.base.paths import paths
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.output import print_json, warn
from reader.notes.notebook import Notebook
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "as_text", "facts_of", "run"]

ABOUT = "List the articles of a corpus, and the annotations."


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="articles or folders (default: those open last)",
    )
    parser.add_argument("--json", action="store_true", help="print both lists as one JSON object")


def run(options: Namespace) -> None:
    """Prints both lists; the articles alone where there is no folder for annotations and none can be made."""
    from annotations.store import StoreError

    corpus = _corpus(options.paths, options.data)
    try:
        with open_notebook(options.data) as notebook:
            _follow(notebook, corpus)
            _print(corpus, notebook, as_json=options.json)
    except StoreError as error:
        if not options.paths or paths(options.data).data.exists():
            raise
        warn(str(error))
        _print(corpus, None, as_json=options.json)


def _follow(notebook: Notebook, corpus: Corpus) -> None:
    """Writes the new places of articles that were moved into their annotations, and says so."""
    from reader.cli.relink import tell
    from reader.notes.moved_articles import moved_articles, relinked

    moves = list(moved_articles(notebook.all(), corpus.articles))
    if moves and not notebook.read_only:
        relinked(notebook, moves)
        tell(moves)


def _print(corpus: Corpus, notebook: Notebook | None, *, as_json: bool) -> None:
    if as_json:
        print_json(facts_of(corpus, notebook))
    else:
        print(as_text(corpus, notebook))


def _corpus(named: Sequence[Path], data: str | None) -> Corpus:
    """The named corpus; without names, the first that has an article: opened last, the shelf, the sample.

    Raises ArticleError if a named path cannot be read.
    """
    from reader.shelf.session import Session

    if named:
        return open_corpus(named)
    *choices, sample = Session(paths(data)).choices()
    for choice in choices:
        try:
            corpus = open_corpus(choice)
        except ArticleError:  # it may have changed since it was open, and nobody asked for it now
            continue
        if corpus.articles:
            return corpus
    return open_corpus(sample)


def facts_of(corpus: Corpus, notebook: Notebook | None) -> dict[str, Any]:
    """The articles with their metadata, and all annotations as they are stored."""
    from annotations.documents import to_document

    names = ("id", "sha256", "title", "source", "date", "author", "url", "path")
    return {
        "articles": [
            {name: getattr(article, name) for name in names}
            | {"words": article.words(), "outside": words_outside(article)}
            | {"annotations": _count(notebook, article)}
            for article in corpus.articles
        ],
        "annotations": [to_document(annotation) for annotation in (notebook.all() if notebook else ())],
        "problems": list(corpus.problems),
        "passed_over": list(corpus.passed_over),
    }


def as_text(corpus: Corpus, notebook: Notebook | None) -> str:
    """Both lists for people, one entry a line."""
    lines = [f"{corpus.name}: {counted(len(corpus.articles), 'article')}"]
    for article in corpus.articles:
        facts = (
            article.source,
            article.date,
            counted(article.words(), "word"),
            incompleteness(article),
            _counted(_count(notebook, article)),
            sanitize_line(article.path),
        )
        lines.append("  " + " · ".join(fact for fact in (article.title, *facts) if fact))
    lines += [f"  passed over: {others}" for others in corpus.passed_over]
    lines += [f"  skipped: {problem}" for problem in corpus.problems]
    return "\n".join([*lines, "", *_annotation_lines(notebook.all() if notebook else ())])


def _count(notebook: Notebook | None, article: Article) -> int:
    return notebook.count(article) if notebook else 0


def _counted(annotations: int) -> str:
    return counted(annotations, "annotation") if annotations else ""


def _annotation_lines(annotations: Sequence[Annotation]) -> list[str]:
    return [_counted(len(annotations)) or "no annotations yet", *map(_line, annotations)]


def _line(annotation: Annotation) -> str:
    passages = " ⇄ ".join(f"“{' '.join(target.quote.exact.split())}”" for target in annotation.targets)
    facts = [annotation.relation, *(f"#{tag}" for tag in annotation.tags), " ".join(annotation.note.split())]
    return "  " + "  ".join([annotation.id, passages, *(fact for fact in facts if fact)])
