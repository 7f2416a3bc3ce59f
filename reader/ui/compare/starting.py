"""The start of the reading of some articles: at an annotation, at words, at excerpts. Free of Textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.folding import fold
from reader.base.sanitizing import sanitize_line
from reader.ui.compare import wording
from reader.ui.compare.text_search import FindError, find

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.archive.model import Excerpt

__all__ = ["Start", "annotated", "at_words", "excerpted"]

_CHANGES = {"review": wording.SIMILAR, "orphan": wording.ORPHAN}
"""The words for the states of annotations.anchoring.State in which a passage is not where it was."""

_SIDE_BY_SIDE = 8
"""Articles of an archive that are opened at once."""

_PROBLEMS = 3
"""Articles that cannot be opened and are named one by one."""


class Start(NamedTuple):
    """Articles to show side by side.

    `places` are places (number of an article, code point) to go to, one after the other; `notices` say which
    of them are only a guess.
    """

    articles: Sequence[Article]
    places: Sequence[tuple[int, int]]
    notices: Sequence[str] = ()


def annotated(annotation: Annotation, at_hand: Sequence[Article]) -> Start:
    """The articles of an annotation, of those `at_hand` or read again; its first passage is the last place.

    Raises UserError where an article no longer exists.
    """
    from annotations.anchoring.anchor import anchor
    from reader.notes.references import find_article

    articles: list[Article] = []
    places, notices = [], []
    for target in annotation.targets:
        article = find_article(target.article, [*at_hand, *articles])
        if article is None:
            name = target.article.path or target.article.url or target.article.title
            raise UserError(wording.article_gone(sanitize_line(name)))
        if article not in articles:
            articles.append(article)
        place = anchor(target, article.text)
        places.append((articles.index(article), place.start))
        if place.state in _CHANGES:
            notices.append(wording.passage_is(target.quote.exact, _CHANGES[place.state]))
    return Start(articles, places[::-1], notices)


def at_words(articles: Sequence[Article], words: str) -> Start:
    """The articles at the first place of some words, whatever their case; else at the most similar words.

    Words are understood as in the find line. Raises UserError for a regular expression that is not valid.
    """
    try:
        hits = [(n, span) for n, article in enumerate(articles) for span in find(article, words)[:1]]
        if hits:
            number, (start, _end) = hits[0]
            return Start(articles, [(number, start)])
        alike = [(n, span) for n, article in enumerate(articles) for span in find(article, f"~{words}")]
    except FindError as error:
        raise UserError(f"--at {words}: {error}") from error
    if not alike:
        return Start(articles, (), [wording.in_no_article(words)])
    number, (start, _end) = max(alike, key=lambda place: _likeness(articles[place[0]], place[1], words))
    return Start(articles, [(number, start)], [wording.passage_is(words, wording.SIMILAR)])


def _likeness(article: Article, span: tuple[int, int], words: str) -> float:
    """The similarity of a passage and words, 0-100."""
    from rapidfuzz.fuzz import ratio

    return ratio(fold(words), fold(article.text[slice(*span)]))


def excerpted(excerpts: Sequence[Excerpt], count: int) -> Start:
    """The articles of excerpts, read again, at most _SIDE_BY_SIDE of the `count` that contain them.

    Each is shown at its first excerpt; the first article is the last place. Raises UserError where none can
    be opened.
    """
    firsts = {excerpt.article.place: excerpt for excerpt in reversed(excerpts)}
    articles: list[Article] = []
    places, problems, changes = [], [], []
    for place in dict.fromkeys(excerpt.article.place for excerpt in excerpts):
        try:
            article = load(Path(place))
        except ArticleError as error:
            problems.append(str(error))
            continue
        offset, change = _locate(firsts[place], article)
        places.append((len(articles), offset))
        articles.append(article)
        changes.append(change)
        if len(articles) == _SIDE_BY_SIDE:
            break
    if not articles:
        raise UserError(f"{problems[0]}{f' (and {len(problems) - 1} more)' if problems[1:] else ''}")
    notices = [*_omissions(len(articles), problems, count), *filter(None, changes)]
    return Start(articles, places[::-1], notices)


def _omissions(opened: int, problems: Sequence[str], count: int) -> Iterator[str]:
    """The notices on articles that are not open."""
    for problem in problems[:_PROBLEMS]:
        yield wording.article_not_opened(problem)
    if more := problems[_PROBLEMS:]:
        yield wording.more_not_opened(len(more))
    if opened == _SIDE_BY_SIDE and opened + len(problems) < count:
        yield wording.partly_opened(opened, count)


def _locate(excerpt: Excerpt, article: Article) -> tuple[int, str]:
    """The start of an excerpt in its article, and a notice if it is not where it was."""
    if article.text[excerpt.start : excerpt.end] == excerpt.text:
        return excerpt.start, ""
    from annotations.anchoring.anchor import anchor
    from annotations.anchoring.model import State
    from annotations.model import Target, TextPosition, TextQuote
    from reader.notes.references import reference

    position = TextPosition(excerpt.start, excerpt.end)
    place = anchor(Target(reference(article), TextQuote(excerpt.text), position), article.text)
    if place.state is State.ORPHAN:
        return place.start, wording.excerpt_gone(article.title, excerpt.text)
    if article.text[place.start : place.end] == excerpt.text:
        return place.start, wording.excerpt_moved(article.title, excerpt.text)
    return place.start, wording.excerpt_similar(article.title, excerpt.text)
