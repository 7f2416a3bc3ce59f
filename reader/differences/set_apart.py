"""The differences in lines that are set apart: headings and boilerplate do not take part in matching."""

from __future__ import annotations

from collections.abc import Iterator

from reader.articles.model import Article, Paragraph, Role
from reader.articles.recurring import restore
from reader.differences.compare import compare
from reader.language.word_count import count_words
from reader.matching.model import Match, Passage

__all__ = ["compare_set_apart", "reason_apart"]

WORDS = 5
"""Words from which a line can say something: a credit or a button has fewer."""


def compare_set_apart(a: Article, b: Article, threshold: float) -> tuple[Match, ...]:
    """The matches, with differences, of lines that are set apart in either article; the strongest first.

    Such a line is compared with all lines of the other article. It counts with its best match if that scores
    at least `threshold` (0-100) and has a difference.
    """
    apart = list(_apart(a)), list(_apart(b))
    if not any(apart):
        return ()
    matches = compare(restore(a, apart[0]), restore(b, apart[1]), floor=threshold).above(threshold)
    told: list[Match] = []
    seen: set[tuple[str, int]] = set()
    for match in sorted(matches, key=lambda match: -match.score):
        sides = {(passage.article, passage.start) for passage in _set_apart_in(match, a, b)}
        if sides - seen and match.differences:
            told.append(match)
        seen |= sides
    return tuple(told)


def reason_apart(article: Article, passage: Passage) -> str:
    """The reason why a passage of this article is set apart ("headline"), or "" if it is body text."""
    paragraph = _paragraph(article, passage)
    return "" if paragraph.role is Role.BODY else paragraph.reason or str(paragraph.role)


def _apart(article: Article) -> Iterator[int]:
    """The numbers of the paragraphs that are set apart and may say something."""
    for number, paragraph in enumerate(article.paragraphs):
        line = article.text[paragraph.start : paragraph.end]
        if paragraph.role is not Role.BODY and count_words(line) >= WORDS:
            yield number


def _set_apart_in(match: Match, a: Article, b: Article) -> Iterator[Passage]:
    for article, passage in ((a, match.a), (b, match.b)):
        if _paragraph(article, passage).role is not Role.BODY:
            yield passage


def _paragraph(article: Article, passage: Passage) -> Paragraph:
    return article.paragraphs[article.sentences[article.sentence_at(passage.start)].paragraph]
