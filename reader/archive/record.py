"""The record of an article in the index: its text, its sentences, and their words as numbers."""

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

_MAX_WORDS = 65_535
"""Words of a sentence that are kept: their number has 16 bits."""


class Words(NamedTuple):
    """The words of sentences, in order: hashes (32 bits) of their stems, and the number in each sentence."""

    counts: NDArray[np.integer]
    hashes: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Record:
    """An article of the archive, with its body sentences and their content words.

    `words` holds hashes (32 bits) of the words' stems in order, `counts` the number of words of each
    sentence, `spans` the start and end of each sentence in code points, in turn.
    """

    article: ArticleRef
    sha256: str
    text: str
    spans: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    words: NDArray[np.uint32]

    def excerpt(self, number: int) -> Excerpt:
        """Body sentence `number`."""
        start, end = (int(place) for place in self.spans[2 * number : 2 * number + 2])
        return Excerpt(self.article, start, end, self.text[start:end])

    def words_of(self, number: int) -> NDArray[np.uint32]:
        """The words of body sentence `number`."""
        first = int(self.counts[:number].sum(dtype=np.int64))
        return self.words[first : first + int(self.counts[number])]


def all_words(records: Sequence[Record]) -> Words:
    """The words of all sentences of the records, in order."""
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
            stems = (word.stem for word in tokens(article.text, sentence.start, sentence.end))
            numbers = [number for stem in stems if (number := _number(stem)) is not None][:_MAX_WORDS]
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
    """The number of a stem, the same in every process; None if the word has no content."""
    return crc32(stem.encode()) if is_content(stem) else None
