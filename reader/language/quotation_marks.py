"""Where somebody's words stand inside quotation marks.

Known marks: “ ” ‘ ’ " ' « » „ “ 「 」 『 』. A quotation that is not closed ends with its paragraph; one that
runs over paragraphs, each opened anew, gives a quotation per paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Quotation", "quotations"]

_DOUBLE = re.compile('[“”„‟"«»「」『』]')
_CLOSERS = {"“": '”"“', "„": '“”"', "‟": '”"', "«": "»", "»": "«»", "「": "」", "『": "』"}
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[^\W_])(?!\d0s)(?P<words>[^‘\"“”]{0,600}?[^\s‘\"“”])['’](?![\w])")


class Quotation(NamedTuple):
    """Code points [start, end) of the quoted words, without the marks."""

    start: int
    end: int


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The quotations of a text, in order; `paragraphs` are [start, end) code points of it."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        doubles = _doubles(text, start, end)
        found += sorted(doubles + _singles(text, start, end, doubles))
    return found


def _doubles(text: str, start: int, end: int) -> list[Quotation]:
    found = []
    opened = -1
    mark = ""
    for match in _DOUBLE.finditer(text, start, end):
        at, sign = match.start(), match[0]
        if opened < 0:
            if _opens(text, at, start):
                opened, mark = at + 1, sign
        elif _closes(text, at, end, mark):
            found.append(Quotation(opened, at))
            opened = -1
    if opened >= 0:
        found.append(Quotation(opened, end))
    return [quotation for quotation in found if quotation.start < quotation.end]


def _opens(text: str, at: int, start: int) -> bool:
    if text[at] in "”」』":
        return False
    return text[at] != '"' or at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?;:")


def _closes(text: str, at: int, end: int, mark: str) -> bool:
    sign = text[at]
    if mark == '"':
        return sign == "”" or (
            sign == '"' and not (at + 1 < end and text[at + 1].isalnum() and text[at - 1].isspace())
        )
    return sign in _CLOSERS.get(mark, "") and not (sign == "“" and mark == "“" and text[at - 1].isspace())


def _singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    found = (Quotation(*m.span("words")) for m in _SINGLE.finditer(text, start, end))
    return [q for q in found if not any(d.start <= q.start < d.end for d in doubles)]
