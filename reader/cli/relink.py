"""`reader relink`: finds articles that were moved or renamed, and tells their annotations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from annotations.model import Annotation
from reader.articles.corpus import open_corpus
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.output import warn
from reader.notes.moved_articles import MovedArticle, is_gone, moved_articles, relinked
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "run", "tell"]

ABOUT = "Find articles that were moved or renamed, and write their new places into the annotations."


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("old", nargs="?", metavar="OLD", type=Path, help="the path where the article was")
    parser.add_argument("new", nargs="?", metavar="NEW", type=Path, help="the file where it is now")
    parser.add_argument(
        "--search", metavar="FOLDER", type=Path, help="look in FOLDER for all articles that are missing"
    )


def run(options: Namespace) -> None:
    """Writes the new places, and prints one line for each article."""
    if (options.search is None) == (options.new is None):
        raise UserError("give OLD and NEW, or --search FOLDER; reader relink --help explains both")
    with open_notebook(options.data) as notebook:
        annotations = notebook.all()
        if options.search is None:
            moves = [_chosen(annotations, options.old, options.new)]
        else:
            moves = list(moved_articles(annotations, open_corpus([options.search]).articles))
        tell(moves)
        if not relinked(notebook, moves):
            missing = {t.article.path for each in annotations for t in each.targets if is_gone(t.article)}
            print(f"nothing was relinked; {counted(len(missing), 'annotated article')} missing")


def tell(moves: Sequence[MovedArticle]) -> None:
    """Prints where articles are now, on standard error; of several candidates, how to choose one."""
    for move in moves:
        old, count = sanitize_line(move.old.path), counted(len(move.annotations), "annotation")
        paths = [sanitize_line(article.path) for article in move.candidates]
        if len(paths) == 1:
            warn(f"{old} is now {paths[0]}; {count} moved with it")
        else:
            warn(
                f"{old} may be {' or '.join(paths)}; {count} stay as they are; "
                "choose with reader relink OLD NEW"
            )


def _chosen(annotations: Sequence[Annotation], old: Path, new: Path) -> MovedArticle:
    """The article that the user says was moved. Raises UserError where nothing is annotated at OLD."""
    from reader.articles.loading import load

    path = str(old.absolute())
    on_it = tuple(each for each in annotations if any(t.article.path == path for t in each.targets))
    if not on_it:
        raise UserError(f"no annotation is on {path}; reader list --json shows the paths of annotations")
    reference = next(t.article for each in on_it for t in each.targets if t.article.path == path)
    return MovedArticle(reference, (load(new),), on_it)
