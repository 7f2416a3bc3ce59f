"""Values of another type than expected, as scripts and other programs write them: kept as they are.

What is expected is read; the rest stays beside it under the same name, and is written back until somebody
changes the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["UNKNOWN_TIME", "restored", "understood"]

UNKNOWN_TIME = "1970-01-01T00:00:00Z"
"""The time of creation of an annotation that names none."""

_EMPTY: tuple[object, ...] = ("", UNKNOWN_TIME)


Fields = dict[str, Any]


def understood(document: Mapping[str, Any], kinds: Mapping[str, type]) -> tuple[Fields, Fields]:
    """The fields as they are expected, and the odd values of fields that are not.

    `kinds` are the types of the fields that may be odd, str or list. A list is of texts; a text in its place
    is a list of one, and its odd members alone are odd. None counts as missing.
    """
    expected, odd = dict(document), {}
    for name, kind in kinds.items():
        value = expected.get(name)
        if value is None and name in expected:
            del expected[name]
        elif name in expected and not _is_expected(value, kind):
            del expected[name]
            if kind is list:
                expected[name], value = _divided(value)
            if value != []:
                odd[name] = value
    return expected, odd


def restored(fields: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document with what was not understood of them, unless they were given a value since.

    Of a list, the odd members follow the others.
    """
    document = {**extra, **fields}
    for name in extra.keys() & fields.keys():
        value, odd = fields[name], extra[name]
        if isinstance(value, list):
            document[name] = [*value, *odd] if isinstance(odd, list) else value or odd
        elif value in _EMPTY:
            document[name] = odd
    return document


def _is_expected(value: object, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, kind)


def _divided(value: object) -> tuple[list[str], object]:
    """The texts of a list, and what else is in it; or in place of it."""
    if isinstance(value, str):
        return [value], []
    if not isinstance(value, list):
        return [], value
    texts = [each for each in value if isinstance(each, str)]
    return texts, [each for each in value if not isinstance(each, str)]
