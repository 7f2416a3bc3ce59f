"""The stems of words: "killed" and "killing" have one, and so have "U.S." and "US".

British and American spellings have one. All texts are stemmed as English ones are, by Snowball's stemmer and
a list of irregular forms.
"""

from __future__ import annotations

from functools import lru_cache

import Stemmer

from reader.base.folding import fold
from reader.language.english import FUNCTION_WORDS, IRREGULAR
from reader.language.spelling import american

__all__ = ["is_content", "stem"]

_STEMMER = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a word in lower case, without accents, possessive 's or dots: "U.S." and "US" are one."""
    if word == "US":
        return "usa"
    folded = fold(word)
    if "." in folded and not folded[0].isdigit():
        folded = folded.replace(".", "")
        return "usa" if folded == "us" else folded
    if folded.endswith("'s"):
        folded = folded[:-2]
    return IRREGULAR.get(folded) or str(_STEMMER.stemWord(american(folded.replace(",", ""))))


@lru_cache(maxsize=1 << 12)
def is_content(stemmed: str) -> bool:
    """Whether a stem carries meaning: not a function word ("the", "of", "said"), not a single letter."""
    return stemmed not in FUNCTION_WORDS and (len(stemmed) > 1 or stemmed.isdigit())
