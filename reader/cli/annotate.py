"""`reader annotate ARTICLE --quote "…"`: annotates a passage of an article."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.folding import occurrences
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.output import print_json
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "find_quote", "run"]

ABOUT = "Annotate a passage of an article, and print the id of the annotation."

_SIMILAR = 60
"""The likeness (rapidfuzz's partial ratio, 0-100) from which a sentence may be the one that was meant."""


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("article", metavar="ARTICLE", type=Path, help="the file of the article")
    parser.add_argument("--quote", required=True, metavar="TEXT", help="the words of the article to annotate")
    parser.add_argument(
        "--occurrence",
        type=int,
        metavar="N",
        help="the occurrence to annotate, if the quote occurs several times",
    )
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="a tag; can be repeated; a/b is nested in a"
    )
    parser.add_argument("--note", default="", metavar="TEXT", help="a note on the passage")
    parser.add_argument(
        "--colour",
        "--color",
        default="yellow",
        metavar="NAME",
        help="colour of the highlight (default: %(default)s)",
    )
    parser.add_argument("--json", action="store_true", help="print the whole annotation as JSON")


def run(options: Namespace) -> None:
    """Makes the annotation."""
    from annotations.documents import to_document
    from reader.articles.loading import load

    article = load(options.article)
    start, end = find_quote(article, options.quote, options.occurrence)
    with open_notebook(options.data) as notebook:
        try:
            annotation = notebook.annotate(
                [(article, start, end)], tags=options.tag, note=options.note, colour=options.colour
            )
        except ValueError as error:
            raise UserError(str(error)) from error
    if options.json:
        print_json(to_document(annotation))
    else:
        print(annotation.id)


def find_quote(article: Article, quote: str, occurrence: int | None = None) -> tuple[int, int]:
    """The place of `quote` in the article: code points [start, end).

    Words are compared as `reader.base.folding` does. Where some have the capitals and accents that are typed,
    only these count. `occurrence` counts from 1. Raises UserError if the quote does not occur, or occurs
    several times and no occurrence was chosen.
    """
    words = sanitize_line(quote)
    if not words:
        raise UserError('the quote is empty; give the words to annotate: --quote "…"')
    spans = _places(words, article.text)
    if not spans:
        raise UserError(f"the quote is not in {_name(article)}{_closest(article, quote)}")
    if occurrence is None and len(spans) > 1:
        raise UserError(
            f"the quote occurs {len(spans)} times in {_name(article)}; quote more words, "
            f"or add --occurrence with a number from 1 to {len(spans)}"
        )
    if not 1 <= (occurrence or 1) <= len(spans):
        raise UserError(f"occurrence {occurrence} does not exist; the quote occurs {_times(len(spans))}")
    return spans[(occurrence or 1) - 1]


def _places(words: str, text: str) -> list[tuple[int, int]]:
    spans = list(occurrences(words, text))
    return [span for span in spans if sanitize_line(text[slice(*span)]) == words] or spans


def _name(article: Article) -> str:
    return sanitize_line(article.path) or article.title


def _times(count: int) -> str:
    return "once" if count == 1 else counted(count, "time")


def _closest(article: Article, quote: str) -> str:
    from rapidfuzz import fuzz, process

    sentences = [article.text[s.start : s.end] for s in article.sentences]
    best = process.extractOne(quote, sentences, scorer=fuzz.partial_ratio, score_cutoff=_SIMILAR)
    return f"; the closest sentence is: {' '.join(best[0].split())}" if best else ""
