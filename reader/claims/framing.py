"""Framing: the parts of a sentence that only say whose words these are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.language.english import SPEECH_VERBS
from reader.language.quotation_marks import Quotation
from reader.language.stems import stem
from reader.language.words import Token

__all__ = ["framing_spans"]

_LONGEST = 14
"""Words in such a part, at most: "… said a spokesman for the ministry in a statement"."""

_LEADING = SPEECH_VERBS - {"according"}
"""Verbs that reported speech may follow; "according to" is followed by the speaker."""

_STEMS = frozenset(stem(verb) for verb in SPEECH_VERBS)

_REPORTED = re.compile(r"(?:\s(?:reporters|(?:on )?[A-Z]\w+day))*(?:\sthat)?\s")
"""The words between the verb and the reported speech: "told reporters on Monday that"."""

_NAME = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
_OFFICE = r"(?:an?|the|his|her|its|their)\s[^,;]*"
_NAMED = rf"(?:{_NAME},\s{_OFFICE}|{_OFFICE},\s{_NAME}),"
"""A speaker with an apposition: "Olga Varn, the minister," or "the minister, Olga Varn,"."""

_TRAILING = re.compile(rf",\s(?:{_NAMED}\s)?(?!who|which|where|and|but|as|according)[^,;]*$")
_ACCORDING = re.compile(r"(?:,\s)?\baccording to [^,;]*,?")
_OPENING = re.compile(r"According to [^,;]*,")


def framing_spans(
    text: str, start: int, end: int, words: Sequence[Token], quoted: Sequence[Quotation]
) -> list[tuple[int, int]]:
    """The stretches of a sentence that contain a verb of speech and little else, as code points of `text`.

    They are outside its quotations; in indirect speech, before the reported words ("the minister said that")
    or at the end, after a comma ("the minister said on Monday").
    """
    stretches = list(_outside(start, end, quoted)) if quoted else list(_indirect(text, start, end, words))
    return [
        (first, last)
        for first, last in stretches
        if 0 < len(inside := [w.stem for w in words if first <= w.start < last]) <= _LONGEST
        and not _STEMS.isdisjoint(inside)
    ]


def _outside(start: int, end: int, quoted: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    edges = [start, *(edge for quotation in quoted for edge in quotation), end]
    return zip(edges[::2], edges[1::2], strict=True)


def _indirect(text: str, start: int, end: int, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    trailing = _ACCORDING.search(text, start, end) or _TRAILING.search(text, start, end)
    if stretch := trailing or _OPENING.match(text, start, end):
        yield stretch.span()
    verb = next((w for w in words[:12] if text[w.start : w.end] in _LEADING), None)
    if verb and (reported := _REPORTED.match(text, verb.end, end)):
        yield start, reported.end()
