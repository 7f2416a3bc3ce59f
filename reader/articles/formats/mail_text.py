"""The paragraphs of plain text in a mail, whose lines are wrapped in one of two ways."""

from __future__ import annotations

from reader.articles.formats.plain_text import unwrapped
from reader.base.sanitizing import sanitize

__all__ = ["paragraphs"]

_SIGNATURE = "-- "


def paragraphs(text: str, *, is_flowed: bool = False) -> list[str]:
    """The paragraphs; lines of `is_flowed` text that end with a blank go on in the next (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    text = _joined(text) if is_flowed else sanitize(text)
    return [line for line in (text if is_flowed else unwrapped(text)).split("\n") if line.strip()]


def _joined(text: str) -> str:
    parts: list[str] = []
    goes_on = True
    for line in text.split("\n"):
        if not goes_on or line.startswith(">") or line == _SIGNATURE:
            parts.append("\n")
        parts.append(line.removeprefix(" "))
        goes_on = line.endswith(" ") and line != _SIGNATURE and not line.startswith(">")
    return "".join(parts)
