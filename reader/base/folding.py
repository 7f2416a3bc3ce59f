"""Texts without the differences that a search does not care about, and the way back to the original.

This is the one definition of "the same words", for finding, filtering, quoting, anchoring and matching. Kinds
of white space, apostrophes, quotation marks and dashes, capitals, accents and invisible signs do not count.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

__all__ = ["APOSTROPHES", "Folded", "expression", "fold", "folded", "occurrences"]

APOSTROPHES = "'’‘‛´ʼ`′＇"
"""The signs that keyboards, type and scanners give for an apostrophe."""

_SAME = (
    dict.fromkeys(APOSTROPHES + "‚‹›", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict(zip("łøđðħŧıæœþ", ("l", "o", "d", "d", "h", "t", "i", "ae", "oe", "th"), strict=True))
)
"""Signs for which Unicode has no decomposition, in lower case."""

_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
)
"""Accents, and the vowel points of Hebrew and Arabic, which most texts leave out."""

_OTHERS = re.compile(r"[^\x00-\x7f]+")
_RUN = re.compile(r"\s{2,}|[^\S ]")

Span = tuple[int, int]
"""Code points [start, end)."""


class _Characters(dict[int, str]):
    """The folded form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _form(chr(code))
        return form


def _form(character: str) -> str:
    """The folded form of one character. A digit that is raised stays so: 10⁶ is not 106."""
    lowered = character.casefold()
    if lowered in _SAME:
        return _SAME[lowered]
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf" or _MARKS.fullmatch(character):
        return ""
    is_raised = unicodedata.decomposition(character).startswith(("<super>", "<sub>", "<fraction>"))
    parts = unicodedata.normalize("NFD" if is_raised else "NFKD", lowered)
    form = unicodedata.normalize("NFC", _MARKS.sub("", parts))
    if form == character or " " in form:
        return lowered
    return "".join(map(_form, form))


_FORMS = _Characters()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and the way back: from each of `starts` on, offsets are `shifts` code points smaller."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The place in the original text of code points [start, end) of the folded text.

        It has complete characters, with the accents that follow them.
        """
        begin = self._original(start)
        if start >= end:
            return begin, begin
        last = self._original(end - 1) + 1
        return begin, last if self.text[end - 1] == " " else max(last, self._original(end))

    def is_edge(self, offset: int) -> bool:
        """Whether a place is between two characters of the original: not inside the "ss" of "ß"."""
        return offset == 0 or self._original(offset) != self._original(offset - 1)

    def _original(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def fold(text: str) -> str:
    """The folded text; a run of white space becomes one space. Folding it again changes nothing.

    The length may change: `folded` also has the offsets.
    """
    even = text.lower().replace("`", "'")
    if not even.isascii():
        even = _OTHERS.sub(lambda run: run[0].translate(_FORMS), even)
    return " ".join(_RUN.split(even)) if "  " in even or not even.isprintable() else even


@lru_cache(maxsize=8)
def folded(text: str) -> Folded:
    """The folded text with the places of its characters in `text`."""
    pieces, starts, shifts, done, length = [], [0], [0], 0, 0
    for odd in _changing(text).finditer(text):
        kept = fold(text[done : odd.start()])
        form = " " if odd[0][0].isspace() else _FORMS[ord(odd[0])]
        pieces += [kept, form]
        length += len(kept) + len(form)
        done = odd.end()
        for inside in range(1, len(form)):
            starts.append(length - len(form) + inside)
            shifts.append(odd.start() - starts[-1])
        starts.append(length)
        shifts.append(done - length)
    return Folded("".join([*pieces, fold(text[done:])]), tuple(starts), tuple(shifts))


def _changing(text: str) -> re.Pattern[str]:
    """Finds what changes its length in this text: runs of white space, and some of its characters."""
    forms = {} if text.isascii() else {character: _FORMS[ord(character)] for character in set(text)}
    gone = "".join(re.escape(character) for character, form in forms.items() if not form)
    longer = "".join(re.escape(character) for character, form in forms.items() if len(form) > 1)
    single = f"|[{gone}{longer}]" if gone or longer else ""
    return re.compile(rf"\s[\s{gone}]+{single}")


def expression(query: str) -> str:
    """A regular expression (of RE2 or Python) that finds, in texts as they are, what folds to a query.

    It is for texts that are too many to fold. A sign that folds to several ("ß", "…") is found only as it is
    typed.
    """
    return "".join(f"[{re.escape(sign + _variants().get(sign, ''))}]" for sign in fold(query).strip())


@cache
def _variants() -> dict[str, str]:
    """The signs of European scripts that fold to one sign, by that sign."""
    variants: defaultdict[str, str] = defaultdict(str)
    for code in (*range(0x21, 0x530), *range(0x1E00, 0x2050), *map(ord, _SAME)):
        form = _FORMS[code]
        if len(form) == 1 and form != chr(code):
            variants[form] += chr(code)
    return variants


def occurrences(query: str, text: str) -> Iterator[Span]:
    """The places in `text` whose words are those of `query`, in order; they do not overlap.

    Each is code points [start, end) of `text`, and text[start:end] folds to the folded query. An empty query
    is nowhere.
    """
    words = fold(query).strip()
    searched = folded(text)
    start = searched.text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        whole = searched.is_edge(start) and searched.is_edge(end)
        if whole:
            yield searched.original(start, end)
        start = searched.text.find(words, end if whole else start + 1)
