"""The functions that workers apply to tables: batches of rows in, batches of rows out. Free of Spark.

Each function sees the rows of its batch only. Steps across all rows are in the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from reader.archive.cluster.source import Split, read
from reader.archive.join import Weigher, pairs_in_lists
from reader.archive.keys import keys_of
from reader.archive.record import Record, Words
from reader.archive.results_file import PASSAGE, SCHEMA
from reader.archive.rows import Ranks, Vocabulary, rows_of
from reader.archive.scoring import kind, score
from reader.archive.stock_phrases import StockPhrases, sampled

__all__ = [
    "CANDIDATES",
    "KEYS",
    "PAIRS",
    "SAMPLE",
    "SENTENCES",
    "SPLITS",
    "Terms",
    "candidates",
    "keys",
    "pairs",
    "sample",
    "scored",
    "sentences",
]

_IN_ARTICLE = 20
"""The lower bits of a sentence's number, which count the sentences of its article."""

SPLITS = pa.schema(
    {
        "source": pa.string(),
        "path": pa.string(),
        "group": pa.int32(),
        "row": pa.int64(),
        "article": pa.int64(),
    }
)

SENTENCES = pa.schema(
    {"sentence": pa.int64(), "words": pa.list_(pa.int64()), **PASSAGE, "problem": pa.string()}
)
"""A sentence with the hashes of its words in order; or, in `problem`, why an article cannot be read."""

SAMPLE = pa.schema({"ranks": pa.list_(pa.int64())})
KEYS = pa.schema({"key": pa.int64(), "sentence": pa.int64()})
PAIRS = pa.schema({"a": pa.int64(), "b": pa.int64()})
CANDIDATES = pa.schema({**{field.name: field.type for field in PAIRS}, "cosine": pa.float64()})

Batches = Iterator[pa.RecordBatch]


class Terms(NamedTuple):
    """The vocabulary and the stock phrases of an archive."""

    vocabulary: Vocabulary
    stock_phrases: StockPhrases

    def rows(self, words: pa.ListArray) -> Ranks:
        """The rows of sentences, without stock phrases."""
        return self.stock_phrases.without(rows_of(_words(words), self.vocabulary))


def sentences(batches: Batches) -> Batches:
    """The sentences of the articles in splits."""
    for batch in batches:
        for split in batch.to_pylist():
            rows = [row for article, record in read(Split(**split)) for row in _rows(article, record)]
            yield pa.RecordBatch.from_pylist(rows, SENTENCES)


def _rows(article: int, record: Record | str) -> Iterator[dict[str, object]]:
    if isinstance(record, str):
        yield {"sentence": article << _IN_ARTICLE, "problem": record}
        return
    reference = asdict(record.article)
    ends = np.cumsum(record.counts, dtype=np.int64)
    for number, words in enumerate(np.split(record.words, ends[:-1]) if len(ends) else []):
        excerpt = record.excerpt(number)
        yield {
            "sentence": article << _IN_ARTICLE | number,
            "words": words.tolist(),
            "start": excerpt.start,
            "end": excerpt.end,
            "text": excerpt.text,
            **reference,
        }


def sample(vocabulary: Vocabulary, batches: Batches) -> Batches:
    """The rows of the sentences in which stock phrases are sought."""
    for batch in batches:
        rows = sampled(rows_of(_words(batch["words"]), vocabulary), vocabulary.sentences)
        yield pa.record_batch([_lists(rows)], schema=SAMPLE)


def keys(terms: Terms, batches: Batches) -> Batches:
    """The keys of sentences."""
    for batch in batches:
        hashes, numbers = keys_of(terms.rows(batch["words"]), terms.vocabulary)
        yield pa.record_batch(
            [hashes.astype(np.int64), batch["sentence"].take(pa.array(numbers))], schema=KEYS
        )


def pairs(batches: Batches) -> Batches:
    """The pairs of sentences of two articles. Each row of `sentences` lists those of one key, ascending."""
    for batch in batches:
        lists = batch["sentences"]
        every = lists.flatten().to_numpy()
        for first, second in pairs_in_lists(lists.value_lengths().to_numpy().astype(np.int64)):
            a, b = every[first], every[second]
            apart = a >> _IN_ARTICLE != b >> _IN_ARTICLE
            yield pa.record_batch([a[apart], b[apart]], schema=PAIRS)


def candidates(terms: Terms, batches: Batches) -> Batches:
    """The pairs, given with their words, whose shared words have enough weight."""
    weigher = Weigher(terms.vocabulary)
    for batch in batches:
        alike, cosines = weigher.alike(terms.rows(batch["a_words"]), terms.rows(batch["b_words"]))
        sides = [batch[side].filter(alike) for side in "ab"]
        yield pa.record_batch([*sides, cosines[alike].astype(np.float64)], schema=CANDIDATES)


def scored(threshold: float, batches: Batches) -> Batches:
    """The candidates, given with their words and passages, that score at least `threshold` (0-100)."""
    for batch in batches:
        points = [
            score(row["cosine"], (row["a_text"], row["b_text"]), (row["a_words"], row["b_words"]))
            for row in batch.select(["cosine", "a_text", "b_text", "a_words", "b_words"]).to_pylist()
        ]
        enough = pa.array([each >= threshold for each in points], pa.bool_())
        columns = {name: batch[name] for name in SCHEMA.names if name in batch.schema.names}
        kept = pa.table(columns | {"score": pa.array(points, pa.float64())}).filter(enough)
        texts = zip(kept["a_text"].to_pylist(), kept["b_text"].to_pylist(), strict=True)
        kept = kept.append_column("kind", pa.array([str(kind(a, b)) for a, b in texts], pa.string()))
        yield from kept.select(SCHEMA.names).cast(SCHEMA).to_batches()


def _words(column: pa.ListArray) -> Words:
    return Words(column.value_lengths().to_numpy(), column.flatten().to_numpy().astype(np.uint32))


def _lists(rows: NDArray[np.uint32]) -> pa.ListArray:
    ends = np.arange(len(rows) + 1, dtype=np.int32) * rows.shape[1]
    return pa.ListArray.from_arrays(pa.array(ends), pa.array(rows.ravel().astype(np.int64)))
