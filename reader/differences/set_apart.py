"""The differences in lines that are set apart: headings and boilerplate do not take part in matching."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from reader.articles.model import Article, Paragraph, Role
from reader.articles.recurring import restore
from reader.differences.compare import compare
from reader.language.word_count import count_words
from reader.matching.model import Match, Passage

__all__ = ["compare_set_apart", "reason_apart"]

WORDS = 5
"""Words from which a line can say something: a credit or a button has fewer."""


APART = frozenset((Role.HEADING, Role.BOILERPLATE))
"""The roles of lines that are set apart."""


def compare_set_apart(
    a: Article,
    b: Article,
    threshold: float,
    *,
    roles: Collection[Role] = APART,
    progress: Callable[[float], None] | None = None,
) -> tuple[Match, ...]:
    """The matches, with differences, of lines of these `roles` in either article; the strongest first.

    Such a line is compared with all lines of the other article. It counts with its best match if that scores
    at least `threshold` (0-100) and has a difference. `progress` may raise, to end the work.
    """
    apart = list(_apart(a, roles)), list(_apart(b, roles))
    if not any(apart):
        return ()
    restored = restore(a, apart[0]), restore(b, apart[1])
    matches = compare(*restored, floor=threshold, progress=progress).above(threshold)
    told: list[Match] = []
    seen: set[tuple[str, int]] = set()
    for match in sorted(matches, key=lambda match: -match.score):
        sides = {(passage.article, passage.start) for passage in _set_apart_in(match, a, b, roles)}
        if sides - seen and match.differences:
            told.append(match)
        seen |= sides
    return tuple(told)


def reason_apart(article: Article, passage: Passage) -> str:
    """The reason why a passage of this article is set apart ("headline"), or "" if it is body text."""
    paragraph = _paragraph(article, passage)
    return "" if paragraph.role is Role.BODY else paragraph.reason or str(paragraph.role)


def _apart(article: Article, roles: Collection[Role]) -> Iterator[int]:
    """The numbers of the paragraphs that are set apart and may say something."""
    for number, paragraph in enumerate(article.paragraphs):
        line = article.text[paragraph.start : paragraph.end]
        if paragraph.role in roles and count_words(line) >= WORDS:
            yield number


def _set_apart_in(match: Match, a: Article, b: Article, roles: Collection[Role]) -> Iterator[Passage]:
    for article, passage in ((a, match.a), (b, match.b)):
        if _paragraph(article, passage).role in roles:
            yield passage


def _paragraph(article: Article, passage: Passage) -> Paragraph:
    return article.paragraphs[article.sentences[article.sentence_at(passage.start)].paragraph]
