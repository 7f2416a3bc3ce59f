"""The plan of a search: joins of tables, which run wherever Spark runs.

It is the search of `reader.archive.search` with the same functions: equi-joins bring their rows together,
and `batches` applies them. The rows of a worker that is lost are computed again by another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from uuid import uuid4

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql
from pyspark.sql.pandas.types import from_arrow_schema

from reader.archive.cluster import batches
from reader.archive.cluster.batches import Batches, Terms
from reader.archive.cluster.locations import StorageLocation
from reader.archive.cluster.source import Split
from reader.archive.model import Progress
from reader.archive.results_file import PASSAGE, SCHEMA
from reader.archive.rows import WIDTH, Vocabulary
from reader.archive.stock_phrases import StockPhrases

__all__ = ["find"]

_STEPS = ("reading articles", "counting words", "finding stock phrases", "joining")

_PARTITION = 50_000
"""The number of sentences in a partition of the joins, whose keys take about 30 MB."""

_TASKS = 10_000
"""The largest number of parts into which the reading is divided."""

_PROBLEMS = 1000
"""The largest number of unreadable articles that are named."""


def find(
    session: SparkSession,
    splits: Sequence[Split],
    output: StorageLocation,
    threshold: float,
    progress: Progress,
) -> list[str]:
    """Writes all pairs of sentences of two articles that score at least `threshold` (0-100).

    `output` is a folder of Parquet, whose content is replaced. A temporary folder beside it holds the
    sentences. Returns a line for each unreadable article, at most _PROBLEMS, and one with the number of the
    others. Raises ArchiveError and the errors of Spark.
    """
    temporary = output.beside(f".{uuid4().hex[:8]}.sentences")
    try:
        return _find(session, splits, (temporary, output), threshold, progress)
    finally:
        temporary.remove()


def _find(
    session: SparkSession,
    splits: Sequence[Split],
    locations: tuple[StorageLocation, StorageLocation],
    threshold: float,
    progress: Progress,
) -> list[str]:
    temporary, output = locations
    steps = iter(range(len(_STEPS)))

    def begin() -> None:
        step = next(steps)
        progress(_STEPS[step], step + 1, len(_STEPS))

    begin()
    every = _sentences(session, splits, temporary)
    sentences = every.where("problem is null")
    begin()
    vocabulary = _vocabulary(session, sentences)
    begin()
    terms = Terms(vocabulary, _stock_phrases(session, sentences, vocabulary))
    begin()
    _pairs(session, sentences, terms, threshold).write.mode("overwrite").parquet(output.to_write)
    return _problems(every.where("problem is not null"))


def _problems(unread: DataFrame) -> list[str]:
    problems = [row.problem for row in unread.select("problem").limit(_PROBLEMS).collect()]
    more = unread.count() - len(problems) if len(problems) == _PROBLEMS else 0
    return [*problems, f"{more:,} more"] if more else problems


def _sentences(session: SparkSession, splits: Sequence[Split], folder: StorageLocation) -> DataFrame:
    """The table of all sentences, written to a folder because it is read again and again."""
    table = pa.Table.from_pylist([asdict(split) for split in splits], batches.SPLITS)
    parts = session.createDataFrame(table).repartitionByRange(min(table.num_rows, _TASKS), "article")
    read = _mapped(parts, batches.sentences, batches.SENTENCES)
    read.write.parquet(folder.to_write)
    return session.read.parquet(folder.to_read)


def _vocabulary(session: SparkSession, sentences: DataFrame) -> Vocabulary:
    count = sentences.count()
    session.conf.set("spark.sql.shuffle.partitions", max(8, count // _PARTITION))
    words = sentences.select(sql.explode(sql.array_distinct("words")).alias("word"))
    table = words.groupBy("word").count().toArrow().sort_by("word")
    hashes, frequencies = (table[name].to_numpy().astype(np.uint32) for name in ("word", "count"))
    return Vocabulary.of(hashes, frequencies, count)


def _stock_phrases(session: SparkSession, sentences: DataFrame, vocabulary: Vocabulary) -> StockPhrases:
    shared = session.sparkContext.broadcast(vocabulary)
    words = sentences.select("words")
    sample = _mapped(words, lambda rows: batches.sample(shared.value, rows), batches.SAMPLE).toArrow()
    rows = sample["ranks"].combine_chunks().flatten().to_numpy().astype(np.uint32)
    return StockPhrases.of(rows.reshape(-1, WIDTH), len(vocabulary.hashes))


def _pairs(session: SparkSession, sentences: DataFrame, terms: Terms, threshold: float) -> DataFrame:
    shared = session.sparkContext.broadcast(terms)
    words = sentences.select("sentence", "words")
    keys = _mapped(words, lambda rows: batches.keys(shared.value, rows), batches.KEYS)
    lists = keys.groupBy("key").agg(sql.sort_array(sql.collect_list("sentence")).alias("sentences"))
    pairs = _mapped(lists.where(sql.size("sentences") > 1), batches.pairs, batches.PAIRS).distinct()
    weighed = _mapped(
        _beside(pairs, sentences, "words"),
        lambda rows: batches.candidates(shared.value, rows),
        batches.CANDIDATES,
    )
    full = _beside(weighed, sentences, "words", *PASSAGE)
    return _mapped(full, lambda rows: batches.scored(threshold, rows), SCHEMA)


def _beside(pairs: DataFrame, sentences: DataFrame, *columns: str) -> DataFrame:
    """The pairs with columns of both their sentences, named "a_words" and so on."""
    for side in "ab":
        named = [sql.col(column).alias(f"{side}_{column}") for column in columns]
        pairs = pairs.join(sentences.select(sql.col("sentence").alias(side), *named), side)
    return pairs


def _mapped(table: DataFrame, function: Callable[[Batches], Batches], schema: pa.Schema) -> DataFrame:
    """The table that a function makes from the batches of a table."""
    return table.mapInArrow(function, from_arrow_schema(schema))
