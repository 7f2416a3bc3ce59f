"""Ids of annotations from other programs: the same each time, so that nothing is imported twice."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import UUID

__all__ = ["derived_id"]

_VERSION, _VARIANT = 0x7 << 76, 0b10 << 62


def derived_id(name: str, created: str) -> str:
    """A UUIDv7 (RFC 9562) whose time is `created` (ISO 8601) and whose other bits are a checksum of `name`.

    Raises ValueError where `created` is not a time after 1970.
    """
    milliseconds = int(datetime.fromisoformat(created).timestamp() * 1000)
    if milliseconds < 0:
        raise ValueError(f"{created} is before 1970")
    random = int.from_bytes(sha256(name.encode()).digest()[:10])
    return str(
        UUID(
            int=milliseconds << 80 | _VERSION | (random >> 64 & 0xFFF) << 64 | _VARIANT | random & (2**62 - 1)
        )
    )
