"""The number of words in a text, also in scripts that write no blanks between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["count_words", "word_starts"]

_HAN = "々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\uff66-\uff9d"
_RUNS = {
    "ja": (f"(?=[{_HAN}]*[{_KANA}])[{_HAN}{_KANA}]+", 2.2),
    "zh": (f"[{_HAN}]+", 1.4),
    "th": ("[\u0e01-\u0e3a\u0e40-\u0e4e]+", 5.2),
    "lo": ("[\u0e81-\u0ece\u0edc-\u0edf]+", 5.7),
    "km": ("[\u1780-\u17d3\u17dc\u17dd]+", 5.9),
    "my": ("[\u1000-\u103f\u1050-\u109f\ua9e0-\ua9ef\uaa60-\uaa7f]+", 8.1),
}
"""By language: the letters of a run of words without blanks, and the characters of a word, with its marks, on
average. A run is Japanese where it has kana. The averages are those of translations of the same news."""

_BY_RUN = re.compile("|".join(f"(?P<{name}>{letters})" for name, (letters, _) in _RUNS.items()))
_UNSPACED = re.compile(f"[{_HAN}{_KANA}\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17dd\ua9e0-\uaa7f]")
_SPACED = re.compile(r"\S+")
_OTHER = re.compile(r"[^\W_]\S*")


def count_words(text: str) -> int:
    """The number of words: runs of characters between blanks, and where a script has no blanks, its letters
    divided by the average length of a word. A run of such letters is at least one word.
    """
    if text.isascii() or not _UNSPACED.search(text):
        return len(text.split())
    return sum(1 for _ in word_starts(text, 0, len(text)))


def word_starts(text: str, start: int, end: int) -> Iterator[int]:
    """The first code points of the words in text[start:end]; in a script without blanks, of equal parts."""
    for word in _SPACED.finditer(text, start, end):
        if _UNSPACED.search(word[0]):
            yield from _starts_without_blanks(text, *word.span())
        else:
            yield word.start()


def _starts_without_blanks(text: str, start: int, end: int) -> Iterator[int]:
    """The starts in text that has no blanks but letters of a script without them; marks alone are no word."""
    place = start
    for run in _BY_RUN.finditer(text, start, end):
        yield from (other.start() for other in _OTHER.finditer(text, place, run.start()))
        length = _RUNS[run.lastgroup or ""][1]
        count = max(1, round((run.end() - run.start()) / length))
        yield from (run.start() + int(number * length) for number in range(count))
        place = run.end()
    yield from (other.start() for other in _OTHER.finditer(text, place, end))
