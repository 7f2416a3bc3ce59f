"""Number words, by language: English so far. `numbers` reads them.

A new language is another NumberWords, and a pattern for its grammar beside NUMBER in `numbers`.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.language.word_list import word_list

__all__ = ["ENGLISH", "NumberWords"]


class NumberWords(NamedTuple):
    """The number words of a language, in lower case.

    ones: one to nineteen.
    tens: twenty to ninety.
    scales: factors, as words and as the letters after digits: "million", "mn".
    fractions: parts of one.
    vague: words without an exact value, such as "dozens": the lowest and highest number they may mean.
    ordinals: ranks.
    """

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, float]
    fractions: dict[str, float]
    vague: dict[str, tuple[float, float]]
    ordinals: dict[str, int]


def _counted(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words in the order of their numbers."""
    return {word: start + step * place for place, word in enumerate(word_list(words))}


ENGLISH = NumberWords(
    ones=_counted(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
        """
    ),
    tens=_counted("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10),
    scales={
        "dozen": 12.0,
        "hundred": 1e2,
        "thousand": 1e3,
        "k": 1e3,
        "lakh": 1e5,
        "crore": 1e7,
        "million": 1e6,
        "mn": 1e6,
        "m": 1e6,
        "billion": 1e9,
        "bn": 1e9,
        "trillion": 1e12,
    },
    fractions={
        "half": 1 / 2,
        "third": 1 / 3,
        "thirds": 1 / 3,
        "quarter": 1 / 4,
        "quarters": 1 / 4,
        "fifth": 1 / 5,
        "fifths": 1 / 5,
        "tenth": 1 / 10,
        "tenths": 1 / 10,
    },
    vague={
        "dozens": (24, 150),
        "scores": (40, 150),
        "tens of thousands": (1e4, 1e5),
        "hundreds of thousands": (1e5, 1e6),
        "hundreds": (200, 1e4),
        "thousands": (1e3, 1e5),
        "millions": (1e6, 1e9),
        "billions": (1e9, 1e12),
    },
    ordinals=_counted(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", start=1
    ),
)
