"""Amounts: numbers with the things they count or measure, as ranges that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.claims.casualties import CASUALTIES, casualty_of_subject
from reader.claims.clause import Clause, Span
from reader.language.numbers import Number, value_of
from reader.language.stems import is_content
from reader.language.units import MEASURES, MONEY, MONEY_WORDS
from reader.language.word_list import word_list
from reader.language.words import Token

__all__ = ["Quantity", "quantities"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from `low` to `high` of a `unit`: a currency, "%", a dimension in SI units, "ordinal", or "".

    `hedge` is the word that makes it a range ("about"), "" if it is exact; `things` are the stems it is
    likely to count; `casualty` is what happened to them ("dead", "injured", …), "" if nothing
    did; `measure` is the stem of a converted unit.
    """

    span: Span
    low: float
    high: float
    unit: str
    digits: int
    hedge: str
    things: frozenset[str]
    casualty: str
    measure: str = ""


_MOST = 40
"""Numbers of a clause that are read: a clause with more of them is a table without lines."""

_HEDGES = {
    **dict.fromkeys(("at least", "no fewer than", "no less than", "not less than", "a minimum of"), "least"),
    **dict.fromkeys(
        ("more than", "over", "above", "in excess of", "upwards of", "upward of", "exceeding"), "least"
    ),
    **dict.fromkeys(("fewer than", "less than", "under", "below"), "most"),
    **dict.fromkeys(("up to", "as many as", "as much as", "at most", "no more than", "a maximum of"), "most"),
    **dict.fromkeys(
        (
            "about",
            "around",
            "some",
            "approximately",
            "roughly",
            "an estimated",
            "estimated",
            "perhaps",
            "circa",
        ),
        "about",
    ),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "virtually"), "nearly"),
    **dict.fromkeys(("just over", "slightly more than", "a little more than"), "just over"),
}
_HEDGE = re.compile(
    rf"\b({'|'.join(sorted(_HEDGES, key=len, reverse=True))})\s(?:the\s|an?\s)?[$€£¥]?$", re.IGNORECASE
)
_OR_MORE = re.compile(r"\s(?:or|and) (?:more|over)\b")
_RANGES = {
    "least": (1.0, float("inf")),
    "most": (0.0, 1.0),
    "about": (0.9, 1.1),
    "nearly": (0.85, 1.0),
    "just over": (1.0, 1.15),
}

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_HALF_OF_DAY = re.compile(r"\s*(?:[ap]m|a\.)", re.IGNORECASE)
_PERCENT = re.compile(r"\s?%|[ -](?:per ?cent|percent)(?:age points?)?\b")
_SYMBOL = re.compile(r"(?:US)?[$€£¥]$")
_WIDEST = 3  # code points of a symbol
_BREAK = re.compile(r"[.;:,()—–]")
_MONTHS = frozenset(
    word_list(
        """
        jan januari feb februari mar march apr april may jun june jul juli aug august sep sept
        septemb oct octob nov novemb dec decemb
        """
    )
)
_TIMES = frozenset(word_list("second minut hour day week month year decad centuri year-old"))


def quantities(clause: Clause) -> list[Quantity]:
    """The first _MOST quantities of a clause, in order, without years, dates and times of day."""
    read = (_quantity(clause, match) for match in clause.numbers[:_MOST])
    return [quantity for quantity in read if quantity]


def _quantity(clause: Clause, match: re.Match[str]) -> Quantity | None:
    number = value_of(match)
    start, end = match.span()
    at = clause.at(end)
    following = clause.words[at : at + 4]
    ago = any(word.stem == "ago" for word in following[:2])
    if ago or _is_date(clause, match, following) or match[0].lower() in ("one", "first", "second"):
        return None
    bare = Quantity((start, end), number.low, number.high, "", number.digits, "", frozenset(), "")
    return _contextual(clause, _hedged(clause.text, _with_unit(clause.text, number, bare, following)))


def _is_date(clause: Clause, match: re.Match[str], following: Sequence[Token]) -> bool:
    at = clause.at(match.start())
    before = clause.words[max(0, at - 1) : at]
    if before and before[0].stem in _MONTHS and clause.surface(before[0])[0].isupper():
        return True
    if following and following[0].stem in _MONTHS and clause.surface(following[0])[0].isupper():
        return True
    return bool(_YEAR.match(match[0]) or _HALF_OF_DAY.match(clause.text, match.end()))


def _with_unit(text: str, number: Number, bare: Quantity, following: Sequence[Token]) -> Quantity:
    start, end = bare.span
    if number.share or number.ordinal:
        return replace(bare, unit="%" if number.share else "ordinal")
    if percent := _PERCENT.match(text, end):
        return replace(bare, span=(start, percent.end()), low=bare.low / 100, high=bare.high / 100, unit="%")
    if symbol := _SYMBOL.search(text, max(0, start - _WIDEST), start):
        return replace(bare, span=(symbol.start(), end), unit=MONEY[symbol[0].lower()])
    return _measured(bare, following)


def _measured(bare: Quantity, following: Sequence[Token]) -> Quantity:
    """The quantity with the unit that follows it as a word: money, a measure, or a time."""
    stems = tuple(word.stem for word in following)
    start = bare.span[0]
    for length in (2, 1):
        if len(stems) >= length and (measure := MEASURES.get(stems[:length])):
            span, (unit, factor) = (start, following[length - 1].end), measure
            low, high, name = bare.low * factor, bare.high * factor, stems[length - 1]
            return replace(bare, span=span, low=low, high=high, unit=unit, measure=name)
    if stems and (unit := MONEY_WORDS.get(stems[0]) or (stems[0] in _TIMES and _time(stems)) or ""):
        return replace(bare, span=(start, following[0].end), unit=unit)
    return bare


def _time(stems: Sequence[str]) -> str:
    return "age" if "old" in stems[1:2] else stems[0]


def _hedged(text: str, quantity: Quantity) -> Quantity:
    start, end = quantity.span
    hedge = _HEDGE.search(text[max(0, start - 30) : start])
    if hedge:
        low, high = _RANGES[_HEDGES[hedge[1].lower()]]
        word = hedge[1].lower()
    elif _OR_MORE.match(text, end):
        low, high, word = 1.0, float("inf"), "or more"
    else:
        return quantity
    begin = start - (len(text[max(0, start - 30) : start]) - hedge.start()) if hedge else start
    return replace(quantity, span=(begin, end), low=quantity.low * low, high=quantity.high * high, hedge=word)


def _contextual(clause: Clause, quantity: Quantity) -> Quantity:
    after = list(_nearby(clause, clause.at(quantity.span[1]), 1))
    before = list(_nearby(clause, clause.at(quantity.span[0]) - 1, -1))
    casualties = [CASUALTIES[stem] for stem in [*after, *before] if stem in CASUALTIES]
    casualty = casualties[0] if casualties else casualty_of_subject(clause, quantity.span)
    things = frozenset(after[:3]) if after else frozenset(before[:2])
    return replace(quantity, things=things - CASUALTIES.keys(), casualty=casualty)


def _nearby(clause: Clause, at: int, step: int) -> Iterator[str]:
    """The content stems from a word on, forward or back, within six words, up to a comma or an "and"."""
    words = clause.words
    for place in range(at, at + 6 * step, step):
        if not 0 <= place < len(words):
            return
        after = place if step > 0 else place + 1
        if 0 < after < len(words) and _BREAK.search(clause.text[words[after - 1].end : words[after].start]):
            return
        if words[place].stem == "and" or words[place].stem.isdigit():
            return
        if is_content(words[place].stem):
            yield words[place].stem
