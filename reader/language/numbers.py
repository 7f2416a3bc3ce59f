"""Numbers as the news writes them: 2,000 · 2 000 · −3 · 1.2 million · twenty-one · dozens · half.

The words, and the values of vague ones such as "dozens", are in `number_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.language.number_words import ENGLISH
from reader.language.words import Token

__all__ = ["Number", "is_number", "numbers_in", "value_of"]

_WORD = "|".join(sorted([*ENGLISH.ones, *ENGLISH.tens], key=len, reverse=True))
_SCALE = "dozen|hundred|thousand|lakh|crore|million|billion|trillion"
_SPELLED = rf"""(?:(?:{_WORD})(?:[\ -](?:and\ )?(?:{_WORD}|{_SCALE})\b)*
           |(?:an?)\ (?:{_SCALE})(?:\ (?:{_SCALE}))?)"""
_MINUS = "[-−–]"
_BLANK = "[ \u00a0\u2009\u202f]"
_DIGITS = rf"""\d+(?:,\d{{3}})+(?:\.\d+)?
             |\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?
             |(?<!\d{_BLANK})\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?(?!{_BLANK}?\d)
             |\d+(?:\.\d+|,\d{{1,2}})?"""
"""Digits as 2,000.5 · 2.000.000 · 2 000,5 · 2.5 · 2,5. A single full stop is a decimal sign."""

NUMBER = re.compile(
    rf"""(?<![\w/.])(?<!\d-)(?:
      (?P<vague>(?:tens|hundreds)\ of\ thousands|dozens|scores(?=\ of)|hundreds|thousands|millions|billions)
    | (?P<odds>(?P<of>{_WORD}|\d+)\ (?:in|out\ of)(?:\ every)?\ (?P<among>{_WORD}|\d+))
    | (?P<ordinal>\d+(?:st|nd|rd|th)|(?:{"|".join(ENGLISH.ordinals)})(?!\ of\b|\s?-hand|s))
    | (?P<fraction>(?:(?:an?|one|two|three|four)[ -])?(?:half|thirds?|quarters?|fifths?|tenths?)
      (?=\ (?:of|the|its|their|a|an)\b))
    | (?P<minus>{_MINUS})?(?P<digits>{_DIGITS})
      (?:[ -]?(?P<scale>(?:{_SCALE})s?|mn|bn|[mk](?![a-z²³2]))\b)?
    | (?P<spelled>{_SPELLED})
    )(?![\w/]|-\d|:\d|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A number in an English text; its groups are the ways to write one."""

_STARTS = frozenset(
    [*ENGLISH.ones, *ENGLISH.tens, *ENGLISH.fractions, *ENGLISH.vague, *ENGLISH.ordinals, "a", "an", "tens"]
)
"""The first words of numbers that do not begin with a digit."""


class Number(NamedTuple):
    """The value of a number: from `low` to `high`, `share` of a whole, an `ordinal`, and its precision.

    `digits` is the number of leading digits that are not rounding zeros: 2 for 2,300,000; 0 for vague words.
    """

    low: float
    high: float
    share: bool = False
    ordinal: bool = False
    digits: int = 0


def is_number(word: str) -> bool:
    """Whether a word in lower case is a number or a part of one: 12, 2,000, twenty, million, half."""
    tables = (ENGLISH.ones, ENGLISH.tens, ENGLISH.scales, ENGLISH.fractions)
    return any(map(str.isdigit, word)) or any(word in words for words in tables)


def numbers_in(text: str, words: Sequence[Token]) -> Iterator[re.Match[str]]:
    """The numbers of a text, in order, as NUMBER matches them; `words` are the words of the text."""
    end = 0
    for word in words:
        surface = text[word.start : word.end]
        starts = surface[-1].isdigit() or surface.lower() in _STARTS
        if starts and word.start >= end and (match := NUMBER.match(text, word.start)):
            end = match.end()
            yield match


def value_of(match: re.Match[str]) -> Number:
    """The value of a number that NUMBER has matched."""
    text = {name: written.lower() for name, written in match.groupdict().items() if written}
    if "vague" in text:
        return Number(*ENGLISH.vague[text["vague"]])
    if "odds" in text:
        share = _whole(text["of"]) / max(1.0, _whole(text["among"]))
        return Number(share, share, share=True, digits=1)
    if "ordinal" in text:
        rank = ENGLISH.ordinals.get(text["ordinal"]) or float(re.sub(r"\D", "", text["ordinal"]))
        return Number(rank, rank, ordinal=True, digits=9)
    if "fraction" in text:
        return _fraction(text["fraction"])
    if "spelled" in text:
        value = _whole(text["spelled"])
        return Number(value, value, digits=_digits(f"{value:.0f}"))
    digits = _plain(text["digits"])
    value = float(digits) * ENGLISH.scales.get(text.get("scale", "").removesuffix("s"), 1.0)
    value = -value if "minus" in text else value
    return Number(value, value, digits=_digits(digits))


def _plain(written: str) -> str:
    """Digits without signs between thousands, and with a full stop as the decimal sign."""
    bare = re.sub(_BLANK, "", written)
    if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?", bare):
        return bare.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d{3}){2,}(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    return bare.replace(",", ".")


def _digits(bare: str) -> int:
    return len(bare.replace(".", "").lstrip("0") if "." in bare else bare.rstrip("0")) or 1


def _fraction(written: str) -> Number:
    *count, part = re.split("[ -]", written)
    share = (ENGLISH.ones.get(count[0], 1) if count else 1) * ENGLISH.fractions[part]
    return Number(share, share, share=True, digits=1)


def _whole(written: str) -> float:
    """The value of digits or of words: "two hundred and five"."""
    if written[0].isdigit():
        return float(_plain(written))
    total = part = 0.0
    for word in re.split("[ -]", written):
        scale = ENGLISH.scales.get(word, 0.0)
        if scale >= 1e3:
            total, part = total + (part or 1) * scale, 0.0
        elif scale:
            part = (part or 1) * scale
        else:
            part += ENGLISH.ones.get(word, 0) + ENGLISH.tens.get(word, 0)
    return total + part
