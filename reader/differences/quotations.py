"""Words that differ inside the quotation marks of both sides."""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from reader.claims.clause import Clause, Span
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.language.folding import fold
from reader.matching.model import DifferenceKind

__all__ = ["quoted_differences"]

_ALIKE = 70.0
"""`partial_ratio` from which two quotations are versions of one."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_GAP = re.compile(r"\.\s?\.|…|[\[\]()*]")


def quoted_differences(pair: ClausePair) -> list[ClauseDifference]:
    """Words inside a quotation that stand otherwise in the other side's version of it.

    What one side leaves out at an end, marks with dots or brackets, or paraphrases outside the marks is none.
    """
    found = []
    for quote_a in pair.a.quoted:
        for quote_b in pair.b.quoted:
            if _versions(pair.a.text[slice(*quote_a)], pair.b.text[slice(*quote_b)]):
                found += _inside(pair, quote_a, quote_b)
    return found[:1]


def _versions(a: str, b: str) -> bool:
    return min(len(a.split()), len(b.split())) >= 3 and fuzz.partial_ratio(fold(a), fold(b)) >= _ALIKE


def _inside(pair: ClausePair, quote_a: Span, quote_b: Span) -> list[ClauseDifference]:
    words_a, words_b = _words(pair.a, quote_a), _words(pair.b, quote_b)
    keys_a, keys_b = _keys(pair.a, words_a), _keys(pair.b, words_b)
    blocks = [m for m in Indel.opcodes(keys_a, keys_b).as_matching_blocks() if m.size]
    found = []
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
            said_a, said_b = _said(pair.a, only_a), _said(pair.b, only_b)
            message = f"the quoted words differ: {said_a} and {said_b}"
            found.append(
                ClauseDifference(DifferenceKind.QUOTED_WORDS, _cover(only_a), _cover(only_b), message)
            )
    return found


def _words(clause: Clause, quote: Span) -> list[Span]:
    return [match.span() for match in _WORD.finditer(clause.text, *quote)]


def _keys(clause: Clause, words: list[Span]) -> list[str]:
    return ["and" if clause.text[s:e] == "&" else fold(clause.text[s:e]) for s, e in words]


def _turns(keys: list[str], first: int, size: int, after: int) -> bool:
    """Whether words put in end as what stands before them: then the other side only begins later."""
    return keys[after - size : after] == keys[first : first + size]


def _stretch(words: list[Span], first: int, after: int) -> Span:
    """From the end of the shared word before to the start of the one after."""
    return words[first - 1][1], words[after][0]


def _marked(clause: Clause, span: Span) -> bool:
    return bool(_GAP.search(clause.text, *span))


def _cover(words: list[Span]) -> Span | None:
    return (words[0][0], words[-1][1]) if words else None


def _said(clause: Clause, words: list[Span]) -> str:
    cover = _cover(words)
    return f"“{clause.text[slice(*cover)]}”" if cover else "nothing there"
