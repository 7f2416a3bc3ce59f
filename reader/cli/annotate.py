"""`reader annotate ARTICLE --quote "…"`: an annotation from the command line."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.articles.model import Article
from reader.base.sanitizing import sanitize
from reader.cli.common import CommandError, print_json
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "find_quote", "run"]

ABOUT = "Annotate a passage of an article, and print the annotation's id."

_QUOTES = {"'": "['‘’‚′]", '"': '["“”„«»]', "-": "[-‐‑–—]"}
_SAME = {variant: pattern for pattern in _QUOTES.values() for variant in pattern[1:-1]}


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("article", metavar="ARTICLE", type=Path)
    parser.add_argument("--quote", required=True, metavar="TEXT", help="the words of the article to annotate")
    parser.add_argument(
        "--occurrence", type=int, metavar="N", help="which one, where the words stand there more than once"
    )
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="may be given several times; a/b nests"
    )
    parser.add_argument("--note", default="", metavar="TEXT")
    parser.add_argument("--colour", "--color", default="yellow", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="print the whole annotation, as JSON")


def run(options: Namespace) -> None:
    """Makes the annotation."""
    from annotations.documents import to_document
    from reader.articles.loading import load

    article = load(options.article)
    start, end = find_quote(article, options.quote, options.occurrence)
    with open_notebook(options.data) as notebook:
        try:
            made = notebook.annotate(
                [(article, start, end)], tags=options.tag, note=options.note, colour=options.colour
            )
        except ValueError as error:
            raise CommandError(str(error)) from error
    if options.json:
        print_json(to_document(made))
    else:
        print(made.id)


def find_quote(article: Article, quote: str, occurrence: int | None = None) -> tuple[int, int]:
    """Where `quote` stands in the article: code points [start, end).

    White space, quotation marks and dashes may be of another style. `occurrence` counts from 1.
    Raises CommandError where the quote is not there, or is there more than once and none was chosen.
    """
    words = sanitize(quote).split()
    if not words:
        raise CommandError('the quote is empty: give the words to annotate, --quote "…"')
    found = [match.span() for match in re.finditer(r"\s+".join(map(_pattern, words)), article.text)]
    if not found:
        raise CommandError(f"the quote is not in {_name(article)}{_closest(article, quote)}")
    if occurrence is None and len(found) > 1:
        raise CommandError(
            f"the quote stands {len(found)} times in {_name(article)}: give more of it, "
            f"or --occurrence 1 to {len(found)}"
        )
    if not 1 <= (occurrence or 1) <= len(found):
        raise CommandError(f"there is no occurrence {occurrence}: the quote stands there {len(found)} times")
    return found[(occurrence or 1) - 1]


def _pattern(word: str) -> str:
    return "".join(_SAME.get(character, re.escape(character)) for character in word)


def _name(article: Article) -> str:
    return article.path or article.title


def _closest(article: Article, quote: str) -> str:
    from rapidfuzz import fuzz, process

    sentences = [article.text[s.start : s.end] for s in article.sentences]
    best = process.extractOne(quote, sentences, scorer=fuzz.partial_ratio, score_cutoff=60)
    return f"; the closest sentence is: {' '.join(best[0].split())}" if best else ""
