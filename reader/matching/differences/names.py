"""Names that differ: another person, place or body in the same place of the sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from reader.matching.differences.clause import Clause, Found, Pair, Span
from reader.matching.lexicon import words as listed
from reader.matching.model import DifferenceKind
from reader.matching.tokens import fold

__all__ = ["Name", "are_one", "name_differences", "names"]

_CAPITAL = r"(?:[A-Z]\.\s?)+|(?:al-|el-|Al-|Mc|Mac|O['’]|d['’])?[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME = re.compile(
    rf"\b(?:{_CAPITAL})(?:\s(?:(?:of|de|da|di|del|van|von|der|bin|ibn|al|el)\s)?(?:{_CAPITAL}))*"
)
_TITLES = frozenset(
    listed(
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
    listed(
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
    """A name as it stands in a clause, and its words in lower case, without titles."""

    span: Span
    words: tuple[str, ...]


def name_differences(pair: Pair) -> list[Found]:
    """Names in the same place of both clauses of which neither clause holds the other's."""
    if not _NAME.search(pair.a.text, 1) or not _NAME.search(pair.b.text, 1):
        return []
    left_a = [name for name in names(pair.a.text) if not (_speaks(name, pair.a) or _occurs(name, pair.b))]
    left_b = [name for name in names(pair.b.text) if not (_speaks(name, pair.b) or _occurs(name, pair.a))]
    found = []
    for name in left_a:
        other = next((o for o in left_b if _another(pair, name, o)), None)
        if other:
            said_a, said_b = pair.a.text[slice(*name.span)], pair.b.text[slice(*other.span)]
            message = f"the name differs: “{said_a}” and “{said_b}”"
            found.append(Found(DifferenceKind.NAME, name.span, other.span, message))
    return found


def names(text: str) -> list[Name]:
    """The names of a text, in order. A first word of a sentence is one only if another name word follows."""
    found = []
    for match in _NAME.finditer(text):
        name = _stripped(match)
        if name and not (_opens_sentence(text, name.span[0]) and len(name.words) == 1):
            found.append(name)
    return found


_PEOPLES = dict(
    pair.split("=")
    for pair in listed(
        """
        american=us british=britain english=england french=france dutch=netherlands
        spanish=spain greek=greece swiss=switzerland polish=poland danish=denmark irish=ireland welsh=wales
        scottish=scotland filipino=philippines german=germany
        """
    )
)


def are_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be of one bearer: a shared word, an abbreviation, or another spelling."""
    return (
        not _TITLES.issuperset(a) ^ _TITLES.issuperset(b)
        and (
            bool(set(a) & set(b)) or _initials(a) == "".join(b) or _initials(b) == "".join(a) or _alike(a, b)
        )
    ) or not (set(a) - _TITLES and set(b) - _TITLES)


def _another(pair: Pair, a: Name, b: Name) -> bool:
    """Whether two names are of two bearers, in the same place, that neither article sets side by side."""
    if are_one(a.words, b.words) or not pair.same_place(a.span, b.span):
        return False
    if _is_possessive(a, pair.a) is not _is_possessive(b, pair.b):  # the Court's ruling, the Clean Air ruling
        return False
    return not any(_together(a, b, clause.article) for clause in (pair.a, pair.b))


def _is_possessive(name: Name, clause: Clause) -> bool:
    return clause.text[name.span[1] : name.span[1] + 2] in ("'s", "’s")


def _together(a: Name, b: Name, text: str) -> bool:
    """Whether a text has the names beside each other, as a town and its country stand."""
    x, y = re.escape(a.words[-1]), re.escape(b.words[-1])
    return bool(re.search(rf"\b(?:{x}.{{0,12}}{y}|{y}.{{0,12}}{x})\b", text, re.IGNORECASE))


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two spellings, or a country and its people: Vicente and Vincente, Iraq and Iraqi."""
    if any(_PEOPLES.get(x) == y or _PEOPLES.get(y) == x for x in a for y in b):
        return True
    return any(
        x[:2] == y[:2] and (fuzz.ratio(x, y) >= 80 or (len(x) > 3 and x[:4] == y[:4])) for x in a for y in b
    )


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def _speaks(name: Name, clause: Clause) -> bool:
    """Whether it is the speaker's name: that he or she differs is told as attribution."""
    return clause.text[slice(*name.span)] in clause.speaker


def _occurs(name: Name, clause: Clause) -> bool:
    forms = clause.forms
    return any(part in forms or any(_alike((part,), (form,)) for form in forms) for part in name.words)


def _stripped(match: re.Match[str]) -> Name | None:
    """The match without the titles and small words at its front; None if nothing is left."""
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
    return not re.search(r"[\w,;:)]\s*$", text[:start])
