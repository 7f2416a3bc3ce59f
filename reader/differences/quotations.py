"""Words that differ inside two versions of one quotation."""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from reader.base.folding import APOSTROPHES, fold
from reader.claims.clause import Clause, Span
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.language.spelling import american
from reader.language.word_count import count_words
from reader.matching.model import DifferenceKind

__all__ = ["quoted_differences"]

_ALIKE = 70.0
"""`partial_ratio` from which two quotations are versions of one."""

_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*|&")
_GAP = re.compile(r"\.\s?\.|…|[\[\]()*]")


def quoted_differences(pair: ClausePair) -> list[ClauseDifference]:
    """The first words that differ inside two versions of one quotation.

    Words that one version omits at an end, marks with dots or brackets, or paraphrases outside the marks do
    not differ.
    """
    differences: list[ClauseDifference] = []
    for quote_a in pair.a.quoted:
        for quote_b in pair.b.quoted:
            if _versions(pair.a.text[slice(*quote_a)], pair.b.text[slice(*quote_b)]):
                differences += _inside(pair, quote_a, quote_b)
    return differences[:1]


def _versions(a: str, b: str) -> bool:
    return min(count_words(a), count_words(b)) >= 3 and fuzz.partial_ratio(fold(a), fold(b)) >= _ALIKE


def _inside(pair: ClausePair, quote_a: Span, quote_b: Span) -> list[ClauseDifference]:
    words_a, words_b = _words(pair.a, quote_a), _words(pair.b, quote_b)
    keys_a, keys_b = _keys(pair.a, words_a), _keys(pair.b, words_b)
    blocks = [m for m in Indel.opcodes(keys_a, keys_b).as_matching_blocks() if m.size]
    differences = []
    for before, after in pairwise(blocks):
        only_a = words_a[before.a + before.size : after.a]
        only_b = words_b[before.b + before.size : after.b]
        span_a = _stretch(words_a, before.a + before.size, after.a)
        span_b = _stretch(words_b, before.b + before.size, after.b)
        if before.a == 0 and not only_a and _turns(keys_b, before.b, before.size, after.b):
            continue
        if before.b == 0 and not only_b and _turns(keys_a, before.a, before.size, after.a):
            continue
        if not (_marked(pair.a, span_a) or _marked(pair.b, span_b)):
            differences.append(pair.difference(DifferenceKind.QUOTED_WORDS, _cover(only_a), _cover(only_b)))
    return differences


def _words(clause: Clause, quote: Span) -> list[Span]:
    return [match.span() for match in _WORD.finditer(clause.text, *quote)]


def _keys(clause: Clause, words: list[Span]) -> list[str]:
    return ["and" if clause.text[s:e] == "&" else american(fold(clause.text[s:e])) for s, e in words]


def _turns(keys: list[str], first: int, size: int, after: int) -> bool:
    """Whether added words end like the words before them: then the other version only begins later."""
    return keys[after - size : after] == keys[first : first + size]


def _stretch(words: list[Span], first: int, after: int) -> Span:
    """The stretch from the end of the shared word before to the start of the shared word after."""
    return words[first - 1][1], words[after][0]


def _marked(clause: Clause, span: Span) -> bool:
    return bool(_GAP.search(clause.text, *span))


def _cover(words: list[Span]) -> Span | None:
    return (words[0][0], words[-1][1]) if words else None
