"""Attribution: the speaker of a sentence, and the verb of speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from reader.base.folding import APOSTROPHES, fold
from reader.language.english import SPEECH_VERBS
from reader.language.line_ends import speaker_of
from reader.language.stems import is_content
from reader.language.word_list import word_list
from reader.language.words import Token

__all__ = ["Attribution", "find_attribution"]

_BETWEEN = frozenset(word_list("also then later has have had again first once just only recently now"))
_AUXILIARIES = frozenset(word_list("been be being was were is are"))
_OPENERS = frozenset(
    word_list(
        """
    and but or so yet that as while when because who which still after before
    """
    )
)
_RELATIVES = frozenset(["who", "which"])
_FINITE = frozenset(word_list("was were is are had has have would will could can may might did does"))
"""Finite verbs: words that contain one are a clause, not a speaker."""

_PREPOSITIONS = "in|at|from|near|for|on|with"
_PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it"])
_PARTICLES = frozenset(word_list("al el bin ibn de da di del der den van von of and the"))
_ARTICLES = frozenset(word_list("a an the one another his her its their he she they"))
_INVERTED = frozenset(
    word_list(
        """
        said says say added adds replied asked insisted explained argued warned recalled according
        """
    )
)
"""Verbs that the speaker may follow; others are followed by the person spoken to, or by the words."""

_TRADE = 3
"""Words for what a speaker does, at most: "said bus driver Anna Holt"."""

_VERBS = SPEECH_VERBS | {"According"}

_LONGEST = 8
"""Words in a speaker, at most: "U.S. Secretary of State John Kerry", "a spokesman for the ministry"."""


class Attribution(NamedTuple):
    """A verb of speech, at code points [start, end), and its speaker, "" if none is found."""

    speaker: str
    verb: str
    start: int
    end: int


def find_attribution(
    text: str, words: Sequence[Token], quoted: Sequence[tuple[int, int]]
) -> Attribution | None:
    """The first verb of speech outside the `quoted` stretches, with its speaker; None without such a verb.

    In a transcript the speaker is named before a colon ("SEN. HOLLIS: You told …"), without a verb.
    """
    first = words[0].start if words else 0
    if speaker := speaker_of(text, first):
        return Attribution(speaker, "", first, first + len(speaker))
    outside = [w for w in words if not any(start <= w.start < end for start, end in quoted)]
    for at, word in enumerate(outside):
        if text[word.start : word.end] in _VERBS and not _is_aside(text, outside, at):
            speaker = _before(text, outside, at) or _after(text, outside, at)
            return Attribution(speaker, text[word.start : word.end], word.start, word.end)
    return None


def _is_aside(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the verb does not report speech, or only describes the speaker.

    "The mayor's proposed wall", "trucks have been promised", "an official who asked not to be named".
    """
    before = _surface(text, words[at - 1]).lower() if at else ""
    return fold(before).endswith("'s") or before in _AUXILIARIES or before in _RELATIVES


def _before(text: str, words: Sequence[Token], at: int) -> str:
    """The pronoun or the name before the verb, else the words since the last stop, if they are few.

    "Varn, the head of the port, said" gives "Varn".
    """
    last = at - 1
    while last >= 0 and _surface(text, words[last]).lower() in _BETWEEN:
        last -= 1
    if last < 0:
        return ""
    if not _joined(text, words, last + 1):
        return _before_apposition(text, words, last)
    if _surface(text, words[last]).lower() in _PRONOUNS:
        return _surface(text, words[last])
    return _stretch_before(text, words, last, named=_named(text, words[last]))


def _before_apposition(text: str, words: Sequence[Token], last: int) -> str:
    """The name or the office before an apposition that ends, with a comma, with the word `last`."""
    if text[words[last].end : words[last].end + 2] != ", ":
        return ""
    first = last
    while first > 0 and _joined(text, words, first):
        first -= 1
    if first == 0 or text[words[first - 1].end : words[first].start] != ", ":
        return ""
    named = _named(text, words[first - 1])
    speaker = _stretch_before(text, words, first - 1, named=named)
    return speaker if named or speaker.partition(" ")[0].lower() in _ARTICLES else ""


def _stretch_before(text: str, words: Sequence[Token], last: int, *, named: bool) -> str:
    """The words up to `last` that belong together: a whole name, or all words since the last stop or opener.

    A name after a preposition is a part of the speaker, which begins at the stop: "a court in Brisk said".
    """
    if not named:
        return _run(text, words, _before_relative(text, words, last), lambda w: not _opens(text, w))
    name = _run(text, words, last, lambda word: _named(text, word))
    if re.search(rf"\b(?:{_PREPOSITIONS}) {re.escape(name)}$", text[words[0].start : words[last].end]):
        return _run(text, words, last, lambda _: True)
    return name


def _before_relative(text: str, words: Sequence[Token], last: int) -> int:
    """The word before a relative clause that ends with the word `last`: "a woman who was there said"."""
    at = last
    while at > 0 and _joined(text, words, at) and not _opens(text, words[at]):
        at -= 1
    return at - 1 if at > 0 and _surface(text, words[at]) in _RELATIVES else last


def _opens(text: str, word: Token) -> bool:
    return _surface(text, word).lower() in _OPENERS


def _run(text: str, words: Sequence[Token], last: int, keeps: Callable[[Token], bool]) -> str:
    """The words up to `last`, back to the first stop or word not to keep; "" if they are too many."""
    first = last
    while first > 0 and _joined(text, words, first) and keeps(words[first - 1]):
        first -= 1
    return _written(text, words[first : last + 1]) if last - first < _LONGEST else ""


def _after(text: str, words: Sequence[Token], at: int) -> str:
    """The words after the verb: a name, with a trade before it, or a phrase from an article to a stop."""
    if _surface(text, words[at]).lower() not in _INVERTED:
        return ""
    if at + 1 < len(words) and _surface(text, words[at + 1]) == "to":  # according to
        at += 1
    following = list(_joined_after(text, words, at))
    common = bool(following) and _surface(text, following[0]).lower() in _ARTICLES
    speaker = following if common else _with_trade(text, following)
    written = _written(text, speaker)
    is_clause = any(_surface(text, word) in _FINITE for word in speaker)
    return "" if len(speaker) > _LONGEST or is_clause or written.endswith("day") else written


def _joined_after(text: str, words: Sequence[Token], at: int) -> Iterator[Token]:
    """The words after a word, up to a stop."""
    for place in range(at + 1, len(words)):
        if not _joined(text, words, place):
            return
        yield words[place]


def _with_trade(text: str, words: Sequence[Token]) -> Sequence[Token]:
    """The name at the beginning of words, with up to three words before it for what the person does."""
    trade = list(takewhile(lambda word: not _named(text, word), words))
    name = list(takewhile(lambda word: _named(text, word), words[len(trade) :]))
    if len(trade) > _TRADE or not all(is_content(word.stem) for word in trade):
        return []
    return [*trade, *name] if name else []


def _joined(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether there is no stop between a word and the one before it."""
    return at >= len(words) or text[words[at - 1].end : words[at].start].strip() in (
        "",
        ".",
        "-",
        *APOSTROPHES,
    )


def _named(text: str, word: Token) -> bool:
    surface = _surface(text, word)
    return surface[0].isupper() or surface.lower() in _PARTICLES


def _surface(text: str, word: Token) -> str:
    return text[word.start : word.end]


def _written(text: str, words: Sequence[Token]) -> str:
    """The words as they are written, without conjunctions at either end."""
    kept = [word for word in words if _surface(text, word).lower() not in _OPENERS]
    if not kept or _surface(text, kept[0]).lower() == "of":
        kept = kept[1:]
    return text[kept[0].start : kept[-1].end] if kept else ""
