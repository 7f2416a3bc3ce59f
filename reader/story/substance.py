"""Substance: whether words say something that another article could say differently or omit."""

from __future__ import annotations

from collections.abc import Iterator

from reader.base.folding import fold
from reader.claims.clause import Clause
from reader.claims.names import names
from reader.language.english import IRREGULAR, SPEECH_VERBS
from reader.language.stems import is_content
from reader.language.word_list import word_list
from reader.language.words import Token, tokens

__all__ = ["is_filler", "is_naming"]

_FEW = 3
"""Content words from which a phrase without a verb is more than a name with a description."""

_AUXILIARIES = frozenset(
    word_list(
        """
        is are was were be been am has have had will would can could may might must shall should
        do does did isn't aren't wasn't weren't won't can't
        """
    )
)


def is_naming(text: str) -> bool:
    """Whether words only name and describe somebody, without a statement: "Zoë Quill, the tall mayor"."""
    spans = [name.span for name in names(text)]
    if not spans or _has_number(text):
        return False
    plain = [word for word in _plain(text) if not any(start <= word.start < end for start, end in spans)]
    verbs = (fold(text[word.start : word.end]) for word in plain)
    return not any(map(_is_verb, verbs)) and sum(is_content(word.stem) for word in plain) < _FEW


def is_filler(sentence: str) -> bool:
    """Whether a sentence without a name or number is a question or has no content word: "And the bill?".

    A short sentence is not filler: "The minister resigned" may be in one article only.
    """
    if names(sentence) or _has_number(sentence):
        return False
    asks = sentence.rstrip("\"'”’ ").endswith("?")
    return asks or not any(is_content(word.stem) for word in tokens(sentence))


def _plain(text: str) -> Iterator[Token]:
    """The words without a capital letter."""
    return (word for word in tokens(text) if not text[word.start].isupper())


def _has_number(text: str) -> bool:
    return bool(Clause(text, tokens(text)).numbers)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in _AUXILIARIES or word in SPEECH_VERBS or word in IRREGULAR
