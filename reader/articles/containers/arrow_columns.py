"""Columns of an Arrow table as Python values. A value that Python cannot hold does not affect the others."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from pyarrow import ArrowInvalid, compute, types

from reader.articles.fields import UNDECODED

__all__ = ["is_plain_text", "is_text", "is_understood", "unpacked", "values"]


def is_text(kind: pa.DataType) -> bool:
    """Whether a column of this type holds texts, or no value at all."""
    return is_plain_text(kind.value_type if types.is_dictionary(kind) else kind) or types.is_null(kind)


def is_plain_text(kind: pa.DataType) -> bool:
    """Whether a column of this type holds each text separately, not repeated texts once."""
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def is_understood(kind: pa.DataType) -> bool:
    """Whether a column of this type may describe articles: texts, lists of texts, numbers, days."""
    if _is_list(kind):
        return is_text(kind.value_type)
    return is_text(kind) or types.is_integer(kind) or types.is_floating(kind) or _is_day(kind)


def unpacked(column: pa.Array) -> int:
    """Bytes that a column would have if repeated values were stored in each row."""
    if _is_list(column.type):
        column = column.flatten()
    if types.is_dictionary(column.type):
        lengths = compute.binary_length(column.dictionary).take(column.indices)
        return int(compute.sum(lengths).as_py() or 0)
    return int(column.nbytes)


def values(column: pa.ChunkedArray) -> list[object]:
    """The values of a column that is understood, days as ISO 8601; UNDECODED for text that is not UTF-8."""
    if _is_day(column.type):
        column = _written(column)
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [_value(scalar) for scalar in column]


def _is_list(kind: pa.DataType) -> bool:
    return bool(types.is_list(kind) or types.is_large_list(kind))


def _is_day(kind: pa.DataType) -> bool:
    return bool(types.is_date(kind) or types.is_timestamp(kind))


def _written(days: pa.ChunkedArray) -> pa.ChunkedArray:
    """Days as text. Python has no days after 9999, Arrow no local time in an unknown time zone."""
    if types.is_date(days.type):
        return days.cast(pa.string())
    try:
        return days.cast(pa.timestamp("s", days.type.tz), safe=False).cast(pa.string())
    except ArrowInvalid:
        return days.cast(pa.timestamp("s"), safe=False).cast(pa.string())


def _value(scalar: Any) -> object:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return UNDECODED
