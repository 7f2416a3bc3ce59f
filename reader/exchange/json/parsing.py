"""JSON of unknown origin, parsed safely."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from reader.exchange.imported_file import ForeignFileError

__all__ = ["parsed_json"]


def parsed_json(data: bytes) -> Any:
    """The value of JSON in UTF-8. Raises ForeignFileError for invalid JSON and unwritable text."""
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False).encode()  # half of a surrogate pair cannot be written to a file
    except (ValueError, RecursionError) as error:
        raise ForeignFileError(f"it is not valid JSON ({error})") from error
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")
