"""Where the reading of some articles starts: at an annotation, words, excerpts. Free of textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.phrases import quoted
from reader.base.sanitizing import sanitize_line
from reader.ui.compare.text_search import FindError, find

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.archive.model import Excerpt

__all__ = ["Start", "annotated", "at_words", "excerpted"]

_SHOWN = 40  # code points of words that are spoken of
_TOLD = {
    "review": "is not there word for word: this is most like it.",
    "orphan": "is not in the article any more: A lists the annotation, and r there gives it other words.",
}
"""What is said of a passage in these states of annotations.anchoring.State."""

_SIDE_BY_SIDE = 8
"""Articles of an archive that are opened at once."""

_PROBLEMS = 3
"""Articles that cannot be opened, of which each is told."""


class Start(NamedTuple):
    """Articles to be shown side by side.

    `places` are places (number of an article, code point) to go to, one after the other; `told` is what is
    to be said of them, where they are no more than a guess.
    """

    articles: Sequence[Article]
    places: Sequence[tuple[int, int]]
    told: Sequence[str] = ()


def annotated(annotation: Annotation, at_hand: Sequence[Article]) -> Start:
    """The articles of an annotation, of those `at_hand` or read anew; its first passage is gone to last.

    Raises UserError where an article is not to be had any more.
    """
    from annotations.anchoring.anchor import anchor
    from reader.notes.references import find_article

    articles: list[Article] = []
    start, told = [], []
    for target in annotation.targets:
        article = find_article(target.article, [*at_hand, *articles])
        if article is None:
            where = target.article.path or target.article.url or target.article.title
            raise UserError(f"{sanitize_line(where)}: the article is not here any more")
        if article not in articles:
            articles.append(article)
        found = anchor(target, article.text)
        start.append((articles.index(article), found.start))
        if found.state in _TOLD:
            told.append(f"{quoted(target.quote.exact, _SHOWN)} {_TOLD[found.state]}")
    return Start(articles, start[::-1], told)


def at_words(articles: Sequence[Article], words: str) -> Start:
    """The articles where words first stand in one of them, whatever their case; else what is most like them.

    Words are understood as the find line does. Raises UserError where they are no expression.
    """
    try:
        found = [(n, span) for n, article in enumerate(articles) for span in find(article, words)[:1]]
        if found:
            return Start(articles, [(found[0][0], found[0][1][0])])
        alike = [(n, span) for n, article in enumerate(articles) for span in find(article, f"~{words}")]
    except FindError as error:
        raise UserError(f"--at {words}: {error}") from error
    said = quoted(words, _SHOWN)
    if not alike:
        return Start(articles, (), [f"{said} is in none of the articles."])
    number, (start, _end) = max(alike, key=lambda place: _likeness(articles[place[0]], place[1], words))
    return Start(articles, [(number, start)], [f"{said} {_TOLD['review']}"])


def _likeness(article: Article, span: tuple[int, int], words: str) -> float:
    """How much a passage is like words, 0-100."""
    from rapidfuzz.fuzz import ratio

    return ratio(words.casefold(), article.text[slice(*span)].casefold())


def excerpted(excerpts: Sequence[Excerpt], count: int) -> Start:
    """The articles of excerpts, read anew, at most _SIDE_BY_SIDE of the `count` that say it.

    Each is gone to where its first excerpt is, the first article last. Raises UserError where none is left.
    """
    firsts = {excerpt.article.place: excerpt for excerpt in reversed(excerpts)}
    articles: list[Article] = []
    start, problems, changes = [], [], []
    for place in dict.fromkeys(excerpt.article.place for excerpt in excerpts):
        try:
            article = load(Path(place))
        except ArticleError as error:
            problems.append(str(error))
            continue
        offset, change = _found_again(firsts[place], article)
        start.append((len(articles), offset))
        articles.append(article)
        changes.append(change)
        if len(articles) == _SIDE_BY_SIDE:
            break
    if not articles:
        raise UserError(f"{problems[0]}{f' (and {len(problems) - 1} more)' if problems[1:] else ''}")
    told = [*_left_out(len(articles), problems, count), *filter(None, changes)]
    return Start(articles, start[::-1], told)


def _left_out(opened: int, problems: Sequence[str], count: int) -> Iterator[str]:
    """What is to be said of the articles that are not open."""
    for problem in problems[:_PROBLEMS]:
        yield f"Not opened: {problem}"
    if more := problems[_PROBLEMS:]:
        yield f"Not opened: {len(more)} more that are not where they were."
    if opened == _SIDE_BY_SIDE and opened + len(problems) < count:
        yield f"{opened} of the {count:,} articles that say it are open."


def _found_again(excerpt: Excerpt, article: Article) -> tuple[int, str]:
    """Where an excerpt begins in its article, and what is to be said if it is not where it was."""
    if article.text[excerpt.start : excerpt.end] == excerpt.text:
        return excerpt.start, ""
    from annotations.anchoring.anchor import anchor
    from annotations.anchoring.model import State
    from annotations.model import Target, TextPosition, TextQuote
    from reader.notes.references import reference

    position = TextPosition(excerpt.start, excerpt.end)
    found = anchor(Target(reference(article), TextQuote(excerpt.text), position), article.text)
    changed = f"{article.title} has changed since it was searched"
    said = quoted(excerpt.text, _SHOWN)
    if found.state is State.ORPHAN:
        return found.start, f"{changed}: {said} is not in it any more."
    if article.text[found.start : found.end] == excerpt.text:
        return found.start, f"{changed}: {said} stands elsewhere now."
    return found.start, f"{changed}: this is most like {said}."
