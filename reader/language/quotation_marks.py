"""Quotation marks of all languages, and the quotations inside them.

A quotation that is not closed ends with its paragraph. One that runs over several paragraphs, each opened
again, is one quotation per paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["DOUBLE_MARKS", "SINGLE_MARKS", "MarkPair", "Quotation", "quotations"]


class MarkPair(NamedTuple):
    """An opening quotation mark, the marks that may close it (the usual one first), and who writes it."""

    opening: str
    closing: str
    languages: str


DOUBLE_MARKS = (
    MarkPair("“", '”"“', "English, Spanish, Portuguese, Dutch, Turkish, Chinese, Korean, …"),
    MarkPair("„", '“”"', "German, Czech, Slovak, Danish, Russian („ “); Polish, Romanian, Hungarian („ ”)"),
    MarkPair("‟", '”"', "typewritten and scanned texts of any language"),
    MarkPair(
        "«", "»", "French, Italian, Spanish, Portuguese, Russian, Greek, Arabic, Norwegian, Swiss German"
    ),
    MarkPair("»", "«»", "German and Danish books (» «); Swedish and Finnish books (» »)"),
    MarkPair("「", "」", "Japanese, traditional Chinese"),
    MarkPair("『", "』", "Japanese, traditional Chinese: inside 「 」 and in vertical text"),
)
"""The pairs of double marks, in any text whatever its language. Straight marks (") open and close, too."""

SINGLE_MARKS = MarkPair(
    "‘'", "’'", "British English; quotations inside quotations; ’ and ' are apostrophes, too"
)
"""The single marks, which are quotation marks only around words."""

_CLOSING = {marks.opening: marks.closing for marks in DOUBLE_MARKS}
_ONLY_CLOSING = "”」』"
_DOUBLE = re.compile('[“”„‟"«»「」『』]')
_SINGLE = re.compile(
    rf"(?<![\w’'])[{SINGLE_MARKS.opening}](?=[^\W_])(?!\d0s)"
    rf"(?P<words>[^‘\"“”]{{0,600}}?[^\s‘\"“”])[{SINGLE_MARKS.closing}](?![\w])"
)


class Quotation(NamedTuple):
    """Code points [start, end) of the quoted words, without the marks."""

    start: int
    end: int


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The quotations of a text, in order; `paragraphs` are [start, end) code points of it."""
    quoted: list[Quotation] = []
    for start, end in paragraphs:
        doubles = _doubles(text, start, end)
        quoted += sorted(doubles + _singles(text, start, end, doubles))
    return quoted


def _doubles(text: str, start: int, end: int) -> list[Quotation]:
    quoted = []
    opened = -1
    mark = ""
    for match in _DOUBLE.finditer(text, start, end):
        at, sign = match.start(), match[0]
        if opened < 0:
            if _opens(text, at, start):
                opened, mark = at + 1, sign
        elif _closes(text, at, end, mark):
            quoted.append(Quotation(opened, at))
            opened = -1
    if opened >= 0:
        quoted.append(Quotation(opened, end))
    return [quotation for quotation in quoted if quotation.start < quotation.end]


def _opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at code point `at` opens a quotation."""
    if text[at] in _ONLY_CLOSING:
        return False
    return text[at] != '"' or at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?;:")


def _closes(text: str, at: int, end: int, mark: str) -> bool:
    """Whether the mark at code point `at` closes a quotation that `mark` opened."""
    sign = text[at]
    if mark == '"':
        return sign == "”" or (
            sign == '"' and not (at + 1 < end and text[at + 1].isalnum() and text[at - 1].isspace())
        )
    return sign in _CLOSING.get(mark, "") and not (sign == "“" and mark == "“" and text[at - 1].isspace())


def _singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    """The quotations between single marks that are not inside double ones."""
    quoted = (Quotation(*match.span("words")) for match in _SINGLE.finditer(text, start, end))
    return [q for q in quoted if not _is_inside(q, doubles)]


def _is_inside(quotation: Quotation, doubles: list[Quotation]) -> bool:
    before = bisect_right(doubles, quotation.start, key=lambda double: double.start)
    return before > 0 and quotation.start < doubles[before - 1].end
