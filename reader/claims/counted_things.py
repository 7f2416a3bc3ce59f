"""The thing that a number counts or describes, in the words of its sentence.

Instead of a parser, each word gets a class of one letter, by its ending or from short lists, and a phrase is
a regular expression over these letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.base.folding import fold
from reader.language.english import IRREGULAR, SPEECH_VERBS
from reader.language.stems import is_content
from reader.language.word_list import word_list
from reader.language.words import Token, tokens

__all__ = ["Span", "counted", "excerpt", "is_content_word", "measured"]

Span = tuple[int, int]
"""Code points [start, end) of a sentence."""

_LISTED = {
    "d": "a an the its his her their our my your this that these those every each per",  # determiners
    "m": "more other others further additional such worth",  # words before a noun
    "o": "of",
    "c": "and or",
    "i": "to in on by from",  # prepositions that hold a phrase together
    "x": "off above below away north south east west beyond",  # distance and direction
    "t": "second minute hour day night week month year",
    "p": "people men women children police personnel aircraft dead injured wounded",  # plurals without an s
    "f": """
        monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
        last next ago earlier later early late january february march april may june july august
        september october november december put estimated valued priced
        """,  # words for a time or an estimate: not part of a phrase
}
_CLASSES = {word: letter for letter, words in _LISTED.items() for word in word_list(words)}
"""The classes of listed words. Others go by their endings: p plural, s possessive, v perhaps a verb, n any
other content word, f a function word, 0 a figure; "." is a stop between two words.
"""

_NOUN = "[nvts]"

_COUNTED = re.compile(
    rf"(?:c(?=[0m])|[odm0s])*((?:(?:{_NOUN}c?){{0,4}}p+|{_NOUN}[nts]{{0,2}})(?:dt|od*s?[nvtp])?)"
)
"""After a number: "of the city's", then a phrase that ends with a plural, else one of up to three words."""

_AWAY = re.compile(r"([xi][oi]?d*s?[nvtsp]{1,3})")
"""After a length: "off its line", "from the border"."""

_STRICT = re.compile(rf"((?:{_NOUN}|p)+(?:[io]d*(?:{_NOUN}|p)+)*)(?:[fixomc]+(?:d[nv])?|[fixomcd]*\.?)$")
"""Before a number: a phrase without the words before its article, then "at", "was", "at a whopping"."""

_LOOSE = re.compile(rf"((?:{_NOUN}|p)+(?:[iod]*(?:{_NOUN}|p)+)*)[fixomcd]*\.?$")
"""Before a date or a time, where the verb says more: "worked this river for"."""

_CONTENT = 3
"""Content words before a number that are kept, at most."""

_AROUND = 300
"""Code points on either side of a number that are searched: a table may be one sentence."""


def excerpt(sentence: str, span: Span) -> tuple[str, Span]:
    """The surroundings of a number in a sentence of any length, and the span of the number in them."""
    first = max(0, span[0] - _AROUND)
    return sentence[first : span[1] + _AROUND], (span[0] - first, span[1] - first)


def counted(sentence: str, end: int, unit: str = "") -> Span | None:
    """The words for the thing that the number before code point `end` counts; None if it counts nothing.

    "250 armoured vehicles built to …": armoured vehicles. A number with a `unit` ("£", "m") does not count
    what was done ("£5 stolen"); a length may be counted to a place: "60 metres off its line".
    """
    places, classes = _classes(sentence, tokens(sentence, end), end)
    match = _COUNTED.match(classes)
    if unit and match and set(match[1]) == {"v"}:
        match = None
    if unit == "m" and not match:
        match = _AWAY.match(classes)
    return _span(places, *match.span(1)) if match else None


def measured(sentence: str, start: int, *, loose: bool = False) -> Span | None:
    """The words before code point `start` that the number there is said of; None if there are none.

    "put the cost of repairs at £4 million": cost of repairs; `loose` would give "put the cost of repairs".
    """
    places, classes = _classes(sentence, tokens(sentence, 0, start), 0, start)
    match = (_LOOSE if loose else _STRICT).search(classes)
    if not match:
        return None
    first, after = match.span(1)
    while sum(letter not in "iod" for letter in classes[first:after]) > _CONTENT or classes[first] in "iod":
        first += 1
    return _span(places, first, after)


def _span(places: Sequence[Token], first: int, after: int) -> Span:
    return places[first].start, places[after - 1].end


def _classes(text: str, words: Sequence[Token], start: int, end: int = -1) -> tuple[list[Token], str]:
    """The words with their classes, from `start` on; a stop is given as an empty word in its place."""
    places: list[Token] = []
    letters = ""
    for word in words:
        if _is_stop(text[start : word.start]):
            places.append(Token(start, start, ""))
            letters += "."
        places.append(word)
        letters += _class(text, word)
        start = word.end
    if _is_stop(text[start : max(start, end)]):
        letters += "."
    return places, letters


def _is_stop(between: str) -> bool:
    return not re.fullmatch(r"[\s\"“”‘’'-]*[£$€¥]?", between)


def _class(text: str, word: Token) -> str:
    lowered = fold(text[word.start : word.end])
    if lowered[0].isdigit():
        return "0"
    if letter := _CLASSES.get(lowered):
        return letter
    if not is_content_word(text, word):
        return "f"
    if lowered.endswith(("'s", "s'")):
        return "s"
    if lowered.endswith("s") and not lowered.endswith(("ss", "us", "is")):
        return "p"
    is_verb = lowered.endswith(("ed", "ing")) or lowered in SPEECH_VERBS or lowered in IRREGULAR
    return "v" if is_verb else "n"


def is_content_word(text: str, word: Token) -> bool:
    """Whether a word is a content word, such as the "mine" of "mine-resistant"."""
    return is_content(word.stem) or text[word.end : word.end + 1] == "-"
