"""Names of people, places and organisations in a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from reader.base.folding import fold
from reader.claims.clause import Span
from reader.language.word_list import word_list

__all__ = ["Name", "are_alike", "are_one", "has_name", "names"]

_CAPITAL = r"(?:[A-Z]\.\s?)+|(?:al-|el-|Al-|Mc|Mac|O['’]|d['’])?[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME = re.compile(
    rf"\b(?:{_CAPITAL})(?:\s(?:(?:of|de|da|di|del|van|von|der|bin|ibn|al|el)\s)?(?:{_CAPITAL}))*"
)
_TITLES = frozenset(
    word_list(
        """
        mr mrs ms miss dr sir lord lady president vice prime minister premier chancellor secretary
        deputy assistant foreign defence defense interior finance treasury state general attorney
        chief justice judge senator sen representative rep governor gov mayor king queen prince
        princess pope cardinal bishop archbishop chairman chairwoman spokesman spokeswoman director
        commissioner ambassador officer captain colonel major lieutenant sergeant sgt lt capt col
        gen cmdr admiral professor prof sheriff former ex the police house speaker
        """
    )
)
_NO_NAMES = frozenset(
    word_list(
        """
        i a an the this that these those he she it we they his her its their our my your in on at
        but and or for after before when while as if with from by to there here what who how why
        also still yet then so not no some many most all both each every another one two three four
        five six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec
        """
    )
)


class Name(NamedTuple):
    """A name in a clause, and its words in lower case, without titles."""

    span: Span
    words: tuple[str, ...]


def has_name(text: str, start: int) -> bool:
    """Whether a name begins at code point `start` of a text or after it."""
    return _NAME.search(text, start) is not None


def names(text: str) -> list[Name]:
    """The names in a text, in order. The first word of a sentence is a name only if another name follows."""
    stripped = []
    for match in _NAME.finditer(text):
        name = _stripped(match)
        if name and not (_opens_sentence(text, name.span[0]) and len(name.words) == 1):
            stripped.append(name)
    return stripped


_PEOPLES = dict(
    pair.split("=")
    for pair in word_list(
        """
        american=us british=britain english=england french=france dutch=netherlands
        spanish=spain greek=greece swiss=switzerland polish=poland danish=denmark irish=ireland welsh=wales
        scottish=scotland filipino=philippines german=germany
        """
    )
)


def are_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may have one bearer: by a shared word, an abbreviation, or another spelling."""
    if not (set(a) - _TITLES and set(b) - _TITLES):
        return True
    if _TITLES.issuperset(a) ^ _TITLES.issuperset(b):
        return False
    abbreviated = _initials(a) == "".join(b) or _initials(b) == "".join(a)
    return bool(set(a) & set(b)) or abbreviated or are_alike(a, b)


def are_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names are spellings of one, or a country and its people: Vicente, Vincente; Iraq, Iraqi."""
    if any(_PEOPLES.get(x) == y or _PEOPLES.get(y) == x for x in a for y in b):
        return True
    return any(
        x[:2] == y[:2] and (fuzz.ratio(x, y) >= 80 or (len(x) > 3 and x[:4] == y[:4])) for x in a for y in b
    )


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def _stripped(match: re.Match[str]) -> Name | None:
    """The match without the titles and small words at its beginning; None if nothing is left."""
    parts = [(m.start(), re.sub(r"['’]s$", "", m[0])) for m in re.finditer(r"[\w.’'-]+", match[0])]
    plain = [(at, fold(part).replace(".", "")) for at, part in parts]
    last_title = max((n for n, (_, word) in enumerate(plain) if word in _TITLES), default=-1)
    kept = [n for n in range(last_title + 1, len(plain)) if plain[n][1] not in _NO_NAMES]
    if not kept:
        return None
    start = match.start() + parts[kept[0]][0]
    end = match.start() + parts[kept[-1]][0] + len(parts[kept[-1]][1])
    words = tuple(
        piece
        for n in kept
        for piece in plain[n][1].split("-")
        if len(piece) > 1 and piece not in ("al", "el")
    )
    return Name((start, end), words) if words else None


def _opens_sentence(text: str, start: int) -> bool:
    before = start
    while before and text[before - 1].isspace():
        before -= 1
    return not before or not (text[before - 1].isalnum() or text[before - 1] in "_,;:)")
