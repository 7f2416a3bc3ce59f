"""An article as the index keeps it: its text, where its sentences stand, and their words as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reader.archive.model import ArticleRef, Excerpt, safe_place
from reader.articles.model import Article, Role
from reader.language.stems import is_content
from reader.language.words import tokens

__all__ = ["Record", "Words", "all_words", "record_of"]

_MOST = 65_535
"""Words of a sentence that are kept."""


class Words(NamedTuple):
    """The words of some sentences, in order: hashes (32 bits) of their stems, and how many each has."""

    counts: NDArray[np.integer]
    hashes: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Record:
    """An article of the archive. Only the sentences of its body are kept, and of these the words that
    carry matter: `words` are hashes (32 bits) of their stems in order, `counts` how many each sentence has,
    `spans` its code points, start and end in turn.
    """

    source: ArticleRef
    sha256: str
    text: str
    spans: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    words: NDArray[np.uint32]

    def excerpt(self, number: int) -> Excerpt:
        """Sentence `number` of those that are kept."""
        start, end = (int(place) for place in self.spans[2 * number : 2 * number + 2])
        return Excerpt(self.source, start, end, self.text[start:end])

    def words_of(self, number: int) -> NDArray[np.uint32]:
        """The words of sentence `number`."""
        first = int(self.counts[:number].sum(dtype=np.int64))
        return self.words[first : first + int(self.counts[number])]


def all_words(records: Sequence[Record]) -> Words:
    """The words of the sentences of records, one record after the other."""
    return Words(
        np.concatenate([record.counts for record in records]),
        np.concatenate([record.words for record in records]),
    )


def record_of(article: Article) -> Record:
    """The record of an article."""
    spans: list[int] = []
    counts: list[int] = []
    words: list[int] = []
    for sentence in article.sentences:
        if article.role(sentence) is Role.BODY:
            found = tokens(article.text, sentence.start, sentence.end)
            numbers = [number for word in found if (number := _number(word.stem)) is not None][:_MOST]
            spans += (sentence.start, sentence.end)
            counts.append(len(numbers))
            words += numbers
    return Record(
        ArticleRef(article.title, article.source, article.date, article.url, safe_place(article.path)),
        article.sha256,
        article.text,
        np.array(spans, np.uint32),
        np.array(counts, np.uint16),
        np.array(words, np.uint32),
    )


@lru_cache(maxsize=1 << 17)
def _number(stem: str) -> int | None:
    """The number of a stem, the same in every process; None where it carries no matter."""
    return crc32(stem.encode()) if is_content(stem) else None
