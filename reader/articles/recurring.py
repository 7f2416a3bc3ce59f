"""Boilerplate learned from the corpus: lines that several articles of one source share word for word.

A sentence among the prose is background, which follow-ups repeat: it is boilerplate only at an end of the
article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.model import Article, Paragraph, Role
from reader.language.sentences import ends_like_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

__all__ = ["ARTICLES", "REASON", "mark_recurring", "restore"]

ARTICLES = 3
"""Articles of a source that must contain a line."""

LONGEST = 300
"""Characters that such a line may have: whole paragraphs recur in follow-ups to a story."""

OWN = 0.5
"""The share of an article's characters that no other article may have. An article with less is a version of
another, and the lines that they share are the story."""

REASON = "recurs in this source"


def mark_recurring(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with body lines that recur in at least ARTICLES of one source marked as boilerplate.

    Articles without a source are left as they are, and so are versions of one story.
    """
    sources: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.source:
            sources[article.source.casefold()].append(article)
    recurring = {source: _recurring(mine) for source, mine in sources.items() if len(mine) >= ARTICLES}
    return tuple(_marked(article, recurring.get(article.source.casefold(), set())) for article in articles)


def restore(article: Article, numbers: Iterable[int]) -> Article:
    """The article with the paragraphs of these numbers as body text, whatever marked them."""
    chosen = set(numbers)
    paragraphs = tuple(
        Paragraph(paragraph.start, paragraph.end) if number in chosen else paragraph
        for number, paragraph in enumerate(article.paragraphs)
    )
    return replace(article, paragraphs=paragraphs)


def _recurring(articles: Sequence[Article]) -> set[str]:
    """The lines that recur in enough articles, versions of one another not counted."""
    pages = [_lines(article) for article in articles]
    times = Counter(line for page in pages for line in page)
    distinct = [page for page in pages if _own_part(page, times) >= OWN]
    counted = Counter(line for page in distinct for line in page)
    return {line for line, count in counted.items() if count >= ARTICLES and len(line) <= LONGEST}


def _own_part(page: Collection[str], times: Counter[str]) -> float:
    """The share of an article's characters that no other article of its source has."""
    whole = sum(map(len, page))
    return sum(len(line) for line in page if times[line] == 1) / whole if whole else 0.0


def _lines(article: Article) -> set[str]:
    """The lines of the body, as they are compared."""
    return {_folded(article, paragraph) for paragraph in article.paragraphs if paragraph.role is Role.BODY}


def _folded(article: Article, paragraph: Paragraph) -> str:
    return article.text[paragraph.start : paragraph.end].casefold()


def _at_ends(article: Article, recurring: Collection[str]) -> set[int]:
    """The numbers of the paragraphs before the first and after the last line of the article's own."""
    own = [
        number
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.role is Role.BODY and _folded(article, paragraph) not in recurring
    ]
    inside = range(own[0], own[-1]) if own else range(0)
    return {number for number in range(len(article.paragraphs)) if number not in inside}


def _marked(article: Article, recurring: Collection[str]) -> Article:
    if not recurring:
        return article
    at_ends = _at_ends(article, recurring)
    paragraphs = tuple(
        replace(paragraph, role=Role.BOILERPLATE, reason=REASON)
        if paragraph.role is Role.BODY
        and (line := _folded(article, paragraph)) in recurring
        and (number in at_ends or not ends_like_prose(line))
        else paragraph
        for number, paragraph in enumerate(article.paragraphs)
    )
    return replace(article, paragraphs=paragraphs) if paragraphs != article.paragraphs else article
