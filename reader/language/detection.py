"""The language of a text, as far as splitting it into sentences depends on it.

A text is known by its script, else by the commonest small words of nine languages in Latin script. That takes
a few kilobytes and a tenth of a millisecond; the libraries for this load models of 1 to 100 MB.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

__all__ = ["detect"]

SAMPLE = 4_000
"""Characters at the beginning of a text that are examined."""

ENOUGH = 4
"""Small words of a language that a text must contain, and more than of any other language."""

_SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af"),
    ("zh", "\u3400-\u9fff"),
    ("fa", "پچژگ"),
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("uk", "їієґЇІЄҐ"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)
"""Letters by which a language is known. A set of letters comes before any larger set that includes it."""

_FIRST = "\u0370"
"""The first of all these letters."""

_RARE = frozenset(("ja", "fa", "uk"))
"""Languages whose own letters are mixed with those of others: a few of them are enough."""

_WORDS = {
    "en": "the and of to that was with for his which were from this have had has not they their been it is",
    "de": "der die das und den von mit des dem nicht ist auf ein eine sich auch für wird sind im zu hat am",
    "fr": "le les des est une dans pour qui sur du au pas avec plus ont été ce cette aux sont il et la par",
    "es": "el los las del una que por con para se su es como más fue ha al pero sus sobre y la lo en un este",
    "it": "il di che è la per un del non sono della una gli con dei nel alla anche più le ha da si",
    "pt": "o os as do da em um uma que não por com para dos mais foi ao na no se ele sua pela das são e",
    "nl": "de het een van en dat niet zijn op met voor te er aan ook bij naar om door wordt maar hij ze is",
    "sv": "och att det som en är på av för med den till inte har om ett var från vid de sig men han så i",
    "pl": "w i na się z nie to że do jest jak po przez o od który dla są za ale oraz tym był już",
}

_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of a text, or "" where it is not clear."""
    sample = text[:SAMPLE]
    if not sample.isascii() and (language := _by_script(sample)):
        return language
    counts: Counter[str] = Counter()
    for word in _WORD.findall(sample.lower()):
        counts.update(_languages().get(word, ()))
    best = counts.most_common(2)
    is_clear = bool(best) and best[0][1] >= ENOUGH and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if is_clear else ""


def _by_script(sample: str) -> str:
    """The language that has a third of all letters, or a twentieth where a few are enough; else ""."""
    letters = sum(map(str.isalpha, sample))
    if sum(sign >= _FIRST for sign in sample) * 20 <= letters:
        return ""  # no need to look for each script
    for language, signs in _SCRIPTS:
        share = 20 if language in _RARE else 3
        if len(re.findall(f"[{signs}]", sample)) * share > letters:
            return language
    return ""


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages that each small word belongs to."""
    words: dict[str, tuple[str, ...]] = {}
    for language, line in _WORDS.items():
        for word in line.split():
            words[word] = (*words.get(word, ()), language)
    return words
