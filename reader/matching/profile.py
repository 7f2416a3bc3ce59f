"""Profiles: sentences prepared for comparison, with their stems and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.articles.model import Article, Role
from reader.base.folding import fold
from reader.base.throttle import Throttle
from reader.claims.framing import framing_spans
from reader.language.quotation_marks import Quotation, quotations
from reader.language.stems import is_content
from reader.language.word_count import count_words
from reader.language.words import Token, tokens

__all__ = ["Fragment", "Profile", "QuotationList", "profile_at", "profiles"]

_BREAK = re.compile(r"\s*(?:\.\s?\.\s?\.|…|[,;:—–](?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Quoted words of one sentence: code points [start, end) of the text."""

    start: int
    end: int
    folded: str
    stems: frozenset[str]
    content: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A body sentence, prepared for comparison. Offsets are code points of the article's text.

    `content` are the content stems, `sequence` the same in order; `framing` those of them that only say who
    speaks ("the minister told reporters"); `phrase` is all stems, joined. `fragments` are the quotations in
    it, and `pieces` their parts between commas, dashes and dots.
    """

    start: int
    end: int
    words: tuple[Token, ...]
    stems: frozenset[str]
    content: frozenset[str]
    framing: frozenset[str]
    sequence: tuple[str, ...]
    phrase: str
    folded: str
    fragments: tuple[Fragment, ...]
    pieces: tuple[Fragment, ...]


def profiles(article: Article, throttle: Throttle, start: float = 0.0, end: float = 1.0) -> list[Profile]:
    """A profile of each body sentence of an article that contains a word, in order.

    The throttle counts this as the work from share `start` to share `end` of the whole (0-1).
    """
    text = article.text
    body = [(p.start, p.end) for p in article.paragraphs if p.role is Role.BODY]
    quoted = QuotationList(quotations(text, body))
    spans = (
        (s.start, s.end) for s in throttle.over(article.sentences, start, end) if article.role(s) is Role.BODY
    )
    made = (_profile(text, first, last, quoted.within(first, last)) for first, last in spans)
    return [profile for profile in made if profile.stems]


def profile_at(text: str, start: int, end: int, quoted: QuotationList) -> Profile:
    """The profile of the one sentence at code points [start, end); `quoted` are those of its paragraph."""
    return _profile(text, start, end, quoted.within(start, end))


class QuotationList:
    """Quotations of a text, in order and apart, to be found by their places."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that reach into [start, end), cut to it."""
        first = bisect_right(self._quotations, start, key=lambda quotation: quotation.end)
        last = bisect_left(self._quotations, end, key=lambda quotation: quotation.start)
        return [Quotation(max(q.start, start), min(q.end, end)) for q in self._quotations[first:last]]


def _profile(text: str, start: int, end: int, quoted: Sequence[Quotation]) -> Profile:
    words = tokens(text, start, end)
    stems = [word.stem for word in words]
    sequence = tuple(stem for stem in stems if is_content(stem))
    spans = framing_spans(text, start, end, words, quoted)
    return Profile(
        start=start,
        end=end,
        words=tuple(words),
        stems=frozenset(stems),
        content=frozenset(sequence),
        framing=_framing(words, spans) if spans else frozenset(),
        sequence=sequence,
        phrase=" ".join(stems),
        folded=fold(text[start:end]),
        fragments=tuple(_fragments(text, words, quoted)),
        pieces=tuple(_fragments(text, words, _pieces(text, quoted))),
    )


def _framing(words: Sequence[Token], spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    inside: set[str] = set()
    outside: set[str] = set()
    for word in words:
        framed = any(start <= word.start < end for start, end in spans)
        (inside if framed else outside).add(word.stem)
    return frozenset(inside - outside)


def _fragments(text: str, words: Sequence[Token], quoted: Iterable[Quotation]) -> Iterable[Fragment]:
    for start, end in quoted:
        inside = [w.stem for w in words if start <= w.start < end]
        content = frozenset(stem for stem in inside if is_content(stem))
        if content:
            yield Fragment(
                start, end, fold(text[start:end]).strip(" .,!?"), frozenset(inside), content, len(inside)
            )


def _pieces(text: str, quoted: Iterable[Quotation]) -> Iterable[Quotation]:
    for start, end in quoted:
        cuts = [start, *(edge for m in _BREAK.finditer(text, start, end) for edge in m.span()), end]
        if len(cuts) > 2:
            yield from (
                Quotation(s, e)
                for s, e in zip(cuts[::2], cuts[1::2], strict=True)
                if count_words(text[s:e]) > 3
            )
