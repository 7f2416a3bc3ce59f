"""JSON of unknown origin, read with care."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from annotations.imported import ForeignFileError

__all__ = ["parsed_json"]


def parsed_json(data: bytes) -> Any:
    """The value that JSON in UTF-8 holds. Raises ForeignFileError where it is none, or could not be kept."""
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False).encode()  # no half of a surrogate pair, which no file can hold
    except (ValueError, RecursionError) as error:
        raise ForeignFileError(f"it is no valid JSON ({error})") from error
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
