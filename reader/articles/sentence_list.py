"""The sentences of an article, split paragraph by paragraph when they are first asked for.

A text is on screen before most of it has been split, and each sentence takes twelve bytes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from threading import Lock

from reader.articles.model import Paragraph, Sentence, Sentences
from reader.language.sentences import split

__all__ = ["SentenceList"]


class SentenceList(Sentences):
    """The sentences of `paragraphs` of a text in a `language` (ISO 639-1), in order.

    Asking for a sentence splits the text up to it, asking for the length all of it. Threads may share it.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], language: str = "") -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._language = language
        self._starts, self._ends, self._numbers = array("i"), array("i"), array("i")
        self._split = 0  # paragraphs that have been split
        self._lock = Lock()

    def number_at(self, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before it, else 0."""
        while not (self._starts and self._starts[-1] > offset) and not self._is_whole():
            self._split_to(self._split + 1)
        return max(bisect_right(self._starts, offset) - 1, 0)

    def __len__(self) -> int:
        self._split_to(len(self._paragraphs))
        return len(self._starts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SentenceList):
            return NotImplemented
        return self is other or (self._text == other._text and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> tuple[type[SentenceList], tuple[str, Sequence[Paragraph], str]]:
        return SentenceList, (self._text, self._paragraphs, self._language)

    def _at(self, number: int) -> Sentence:
        return Sentence(self._starts[number], self._ends[number], self._numbers[number])

    def _is_whole(self) -> bool:
        return self._split == len(self._paragraphs)

    def _has(self, number: int) -> bool:
        """Whether there is a sentence with this number; splits as much as that takes."""
        while number >= len(self._starts) and not self._is_whole():
            self._split_to(self._split + 1)
        return number < len(self._starts)

    def _split_to(self, paragraph: int) -> None:
        """Splits the paragraphs before number `paragraph` that have not been split."""
        while self._split < paragraph:
            with self._lock:
                if self._split < paragraph:
                    self._split_next()

    def _split_next(self) -> None:
        number = self._split
        paragraph = self._paragraphs[number]
        for start, end in split(self._text, paragraph.start, paragraph.end, self._language):
            self._ends.append(end)
            self._numbers.append(number)
            self._starts.append(start)  # last, because its length is what other threads look at
        self._split = number + 1
