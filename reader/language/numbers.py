"""Numbers as the news writes them: 2,000 · 1.2 million · twenty-one · a dozen · half · one in five."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.language.word_list import word_list
from reader.language.words import Token

__all__ = ["Number", "is_number", "numbers_in", "value_of"]

_ONES = {
    word: number
    for number, word in enumerate(
        word_list(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
            fifteen sixteen seventeen eighteen nineteen
            """
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}
_VAGUE = {
    "dozens": (24, 150),
    "scores": (40, 150),
    "tens of thousands": (1e4, 1e5),
    "hundreds of thousands": (1e5, 1e6),
    "hundreds": (200, 1e4),
    "thousands": (1e3, 1e5),
    "millions": (1e6, 1e9),
    "billions": (1e9, 1e12),
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        word_list(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
            """
        ),
        start=1,
    )
}

_WORD = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_SCALE = "dozen|hundred|thousand|million|billion|trillion"
_SPELT = rf"""(?:(?:{_WORD})(?:[\ -](?:and\ )?(?:{_WORD}|{_SCALE})\b)*
           |(?:an?)\ (?:{_SCALE})(?:\ (?:{_SCALE}))?)"""
NUMBER = re.compile(
    rf"""(?<![\w/.])(?<!\d-)(?:
      (?P<vague>(?:tens|hundreds)\ of\ thousands|dozens|scores(?=\ of)|hundreds|thousands|millions|billions)
    | (?P<odds>(?P<of>{_WORD}|\d+)\ (?:in|out\ of)(?:\ every)?\ (?P<among>{_WORD}|\d+))
    | (?P<ordinal>\d+(?:st|nd|rd|th)|(?:{"|".join(_ORDINALS)})(?!\ of\b|\s?-hand|s))
    | (?P<fraction>(?:(?:an?|one|two|three|four)[ -])?(?:half|thirds?|quarters?|fifths?|tenths?)
      (?=\ (?:of|the|its|their|a|an)\b))
    | (?P<digits>\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
      (?:[ -]?(?P<scale>{_SCALE}|mn|bn|[mk](?![a-z²³2]))\b)?
    | (?P<spelt>{_SPELT})
    )(?![\w/]|-\d|:\d|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)


_STARTS = frozenset([*_ONES, *_TENS, *_FRACTIONS, *_VAGUE, *_ORDINALS, "a", "an", "tens"])


class Number(NamedTuple):
    """What a number says: from `low` to `high`, `share` of a whole, an `ordinal`, and its digits that count.

    `digits` is how many leading digits are not zeros that round: 2 for 2,300,000; 0 where words are vague.
    """

    low: float
    high: float
    share: bool = False
    ordinal: bool = False
    digits: int = 0


def is_number(word: str) -> bool:
    """Whether a word in lower case is a number or a part of one: 12, 2,000, twenty, million, half."""
    return any(map(str.isdigit, word)) or any(word in words for words in (_ONES, _TENS, _SCALES, _FRACTIONS))


def numbers_in(text: str, words: Sequence[Token]) -> Iterator[re.Match[str]]:
    """The numbers of a text, in order, as NUMBER matches them; `words` are the words of the text."""
    end = 0
    for word in words:
        surface = text[word.start : word.end]
        starts = surface[0].isdigit() or surface.lower() in _STARTS
        if starts and word.start >= end and (match := NUMBER.match(text, word.start)):
            end = match.end()
            yield match


def value_of(match: re.Match[str]) -> Number:
    """The number that NUMBER has matched."""
    text = {name: found.lower() for name, found in match.groupdict().items() if found}
    if "vague" in text:
        return Number(*_VAGUE[text["vague"]])
    if "odds" in text:
        share = _whole(text["of"]) / max(1.0, _whole(text["among"]))
        return Number(share, share, share=True, digits=1)
    if "ordinal" in text:
        rank = _ORDINALS.get(text["ordinal"]) or float(re.sub(r"\D", "", text["ordinal"]))
        return Number(rank, rank, ordinal=True, digits=9)
    if "fraction" in text:
        return _fraction(text["fraction"])
    if "spelt" in text:
        value = _whole(text["spelt"])
        return Number(value, value, digits=_digits(f"{value:.0f}"))
    value = float(text["digits"].replace(",", "")) * _SCALES.get(text.get("scale", ""), 1.0)
    return Number(value, value, digits=_digits(text["digits"]))


def _digits(written: str) -> int:
    bare = written.replace(",", "")
    return len(bare.replace(".", "").lstrip("0") if "." in bare else bare.rstrip("0")) or 1


def _fraction(written: str) -> Number:
    *count, part = re.split("[ -]", written)
    share = (_ONES.get(count[0], 1) if count else 1) * _FRACTIONS[part]
    return Number(share, share, share=True, digits=1)


def _whole(written: str) -> float:
    """The value of digits or of words: "two hundred and five"."""
    if written[0].isdigit():
        return float(written.replace(",", ""))
    total = part = 0.0
    for word in re.split("[ -]", written):
        if word in _SCALES and _SCALES[word] >= 1e3:
            total, part = total + (part or 1) * _SCALES[word], 0.0
        elif word in _SCALES:
            part = (part or 1) * _SCALES[word]
        else:
            part += _ONES.get(word, 0) + _TENS.get(word, 0)
    return total + part
