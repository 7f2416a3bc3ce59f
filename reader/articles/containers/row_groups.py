"""Row groups of a Parquet file as tables.

A small file may unpack to a large table. Repeated values are therefore held once, as they are in the file,
and their size is counted before they are unpacked.
"""

from __future__ import annotations

from collections.abc import Collection

from pyarrow import Schema, Table
from pyarrow.parquet import ColumnSchema, ParquetFile

from reader.articles.containers.arrow_columns import is_plain_text, is_understood, unpacked
from reader.articles.errors import ArticleError
from reader.articles.field_names import is_field

__all__ = ["GROUP", "ROWS", "repeating", "table_in", "understood"]

GROUP = 500_000_000
"""Bytes that a row group may have, unpacked: it is read as a whole. 1,000 news articles have 3 MB."""

ROWS = 1 << 20
"""Values that a column of a row group may have: the most that pyarrow writes."""


def understood(schema: Schema) -> list[str]:
    """The names of the columns that may describe articles."""
    return [column.name for column in schema if is_field(column.name) and is_understood(column.type)]


def repeating(file: ParquetFile) -> list[str]:
    """The parts of columns whose repeated values can be held once.

    pyarrow cannot do this for values that are encoded as differences from the one before. For lists it must.
    """
    parts = _parts(file, understood(file.schema_arrow))
    texts = {number: part for number, part in parts.items() if part.physical_type == "BYTE_ARRAY"}
    plain = [number for number, part in texts.items() if not part.max_repetition_level]
    groups = (file.metadata.row_group(number) for number in range(file.num_row_groups))
    dense = {
        number for group in groups for number in plain if "DELTA_BYTE_ARRAY" in group.column(number).encodings
    }
    return [part.path for number, part in texts.items() if number not in dense]


def table_in(file: ParquetFile, group: int, columns: list[str], name: str) -> Table:
    """Columns of a row group, at least one. Raises ArticleError where they are too large unpacked."""
    too_large = ArticleError(f"{name}: its row groups are too large; write it with row_group_size=1000")
    chunks = [file.metadata.row_group(group).column(number) for number in _parts(file, columns)]
    packed = sum(chunk.total_uncompressed_size for chunk in chunks)
    if packed > GROUP or max(chunk.num_values for chunk in chunks) > ROWS:
        raise too_large
    is_dense = any(is_plain_text(file.schema_arrow.field(column).type) for column in columns)
    at_once = max(1, GROUP // (4 * packed + 1)) if is_dense else ROWS  # a row has at most all that is packed
    size, batches = 0, []
    for batch in file.iter_batches(at_once, row_groups=[group], columns=columns):
        size += sum(unpacked(column) for column in batch.columns)
        if size > GROUP:
            raise too_large
        batches.append(batch)
    return Table.from_batches(batches)


def _parts(file: ParquetFile, columns: Collection[str]) -> dict[int, ColumnSchema]:
    """The stored parts of columns, by their numbers in the file: a list has parts of its own."""
    parts = {number: file.schema.column(number) for number in range(file.metadata.num_columns)}
    return {number: part for number, part in parts.items() if part.path.partition(".")[0] in columns}
