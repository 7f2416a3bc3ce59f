"""The results of an archive search: pairs of sentences in Parquet, as a cluster also writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import dataset, parquet

from reader.archive.groups import SentencePair, groups_of
from reader.archive.model import ArchiveError, ArticleRef, Excerpt, Group, safe_place
from reader.archive.scoring import kind
from reader.base.file_errors import missing
from reader.base.files import write_whole
from reader.base.folding import expression
from reader.base.sanitizing import sanitize, sanitize_line
from reader.matching.model import Kind

__all__ = ["PASSAGE", "SCHEMA", "ResultsFile", "is_results_file", "write_results"]

PASSAGE = {
    "title": pa.string(),
    "source": pa.string(),
    "date": pa.string(),
    "url": pa.string(),
    "place": pa.string(),
    "start": pa.int32(),
    "end": pa.int32(),
    "text": pa.string(),
}
"""The columns of each of the two passages, from ArticleRef and Excerpt: "a_title", "b_title" and so on."""

SCHEMA = pa.schema(
    {
        "a": pa.int64(),
        "b": pa.int64(),
        "cosine": pa.float64(),
        "score": pa.float64(),
        "kind": pa.string(),
        **{f"{side}_{name}": column_type for side in "ab" for name, column_type in PASSAGE.items()},
    }
)
"""The columns: a SentencePair, its kind, and its two passages. Sentences have any distinct numbers."""

_NUMBERS = ("a", "b", "cosine", "score")


class ResultsFile:
    """The pairs in a file, or in a folder of such files."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table.combine_chunks()
        sentences = np.concatenate([table[side].to_numpy() for side in "ab"])
        self._sentences, self._firsts = np.unique(sentences, return_index=True)

    @classmethod
    def opened(cls, path: Path) -> ResultsFile:
        """The pairs in a file or folder. Raises ArchiveError if it cannot be read or has something else."""
        name = sanitize_line(str(path))
        try:
            table = dataset.dataset(path, format="parquet").to_table(columns=SCHEMA.names)
            return cls(_checked(table.cast(SCHEMA)))
        except FileNotFoundError as error:
            raise ArchiveError(missing(path)) from error
        except (pa.ArrowException, OSError) as error:
            raise ArchiveError(
                f"{name} does not contain results of an archive search ({type(error).__name__}); "
                f'make such a file with "reader corpus matches -o"'
            ) from error

    def pairs(self) -> list[SentencePair]:
        """All pairs, in order."""
        columns = (self._table[name].to_pylist() for name in _NUMBERS)
        return [SentencePair(*numbers) for numbers in zip(*columns, strict=True)]

    def kinds(self) -> list[Kind]:
        """The kind of each pair, in the order of pairs()."""
        return [Kind(kind) for kind in self._table["kind"].to_pylist()]

    def articles(self, sentences: NDArray[np.int64]) -> NDArray[np.integer]:
        """The article, as a number, of each sentence. Each sentence must be in a pair."""
        return self._articles[np.searchsorted(self._sentences, sentences)]

    @cached_property
    def _articles(self) -> NDArray[np.integer]:
        """The article, as a number, of each of `_sentences`."""
        places = [chunk for side in "ab" for chunk in self._table[f"{side}_place"].chunks]
        encoded = pa.chunked_array(places, pa.string()).combine_chunks().dictionary_encode("encode")
        articles: NDArray[np.integer] = encoded.indices.to_numpy()[self._firsts]
        return articles

    def sentences_with(self, words: str) -> NDArray[np.int64]:
        """The sentences with these words in their text, title or source, however they are printed."""
        pattern = expression(words)
        sentences = [self._table[side].filter(self._has(side, pattern)).to_numpy() for side in "ab"]
        return np.unique(np.concatenate(sentences))

    def _has(self, side: str, pattern: str) -> pa.ChunkedArray:
        """For each pair, whether the sentence of one side has words that fit a regular expression."""
        title, source, text = (
            pc.match_substring_regex(pc.fill_null(self._table[f"{side}_{name}"], ""), pattern)
            for name in ("title", "source", "text")
        )
        return pc.or_(pc.or_(title, source), text)

    def groups(self, least: int = 2, *, threshold: float = 0.0) -> Iterator[Group]:
        """The groups of at least `least` articles, from pairs that score at least `threshold` (0-100).

        The largest come first, then those with the best pair.
        """
        pairs = [pair for pair in self.pairs() if pair.score >= threshold]
        return groups_of(pairs, self.excerpt, least)

    def excerpt(self, sentence: int) -> Excerpt:
        """The sentence with a number, which must be in a pair."""
        side, row = divmod(
            int(self._firsts[np.searchsorted(self._sentences, sentence)]), self._table.num_rows
        )
        values = {name: self._table[f"{'ab'[side]}_{name}"][row].as_py() for name in PASSAGE}
        title, source, date, url = (
            sanitize_line(values[name] or "") for name in ("title", "source", "date", "url")
        )
        article = ArticleRef(title, source, date, url, safe_place(values["place"] or ""))
        return Excerpt(article, values["start"], values["end"], sanitize(values["text"]))


def is_results_file(path: Path) -> bool:
    """Whether a file, or a folder of such files, contains pairs. False also if it cannot be read."""
    try:
        return set(SCHEMA.names) <= set(dataset.dataset(path, format="parquet").schema.names)
    except (pa.ArrowException, OSError):
        return False


def _checked(table: pa.Table) -> pa.Table:
    """A table of SCHEMA whose rows are all complete pairs. Raises pa.ArrowInvalid for any other."""
    table.validate(full=True)
    needed = [*_NUMBERS, "kind", *(f"{side}_{name}" for side in "ab" for name in ("start", "end", "text"))]
    incomplete = any(table[name].null_count for name in needed)
    scores = pc.all(pc.and_(pc.greater_equal(table["score"], 0), pc.less_equal(table["score"], 100)))
    if incomplete or scores.as_py() is False or not set(table["kind"].unique().to_pylist()) <= set(Kind):
        raise pa.ArrowInvalid("a row is not a pair of passages")
    return table


def write_results(path: Path, pairs: Sequence[SentencePair], excerpt: Callable[[int], Excerpt]) -> None:
    """Writes pairs with their sentences to a file, whole or not at all. Raises OSError."""
    buffer = pa.BufferOutputStream()
    with parquet.ParquetWriter(buffer, SCHEMA) as writer:
        for first in range(0, len(pairs), 10_000):
            rows = [_row(pair, excerpt(pair.a), excerpt(pair.b)) for pair in pairs[first : first + 10_000]]
            writer.write_table(pa.Table.from_pylist(rows, SCHEMA))
    write_whole(path, buffer.getvalue())


def _row(pair: SentencePair, a: Excerpt, b: Excerpt) -> dict[str, Any]:
    numbers = pair._asdict() | {"kind": str(kind(a.text, b.text))}
    return numbers | {
        f"{side}_{name}": _value(excerpt, name) for side, excerpt in (("a", a), ("b", b)) for name in PASSAGE
    }


def _value(excerpt: Excerpt, name: str) -> object:
    return getattr(excerpt if name in ("start", "end", "text") else excerpt.article, name)
