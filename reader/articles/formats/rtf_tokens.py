"""The tokens of RTF: braces, control words with their numbers, and bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["CLOSE", "OPEN", "TEXT", "RtfToken", "tokens"]

OPEN, CLOSE, TEXT = "{", "}", "'"
"""The words of tokens that are not control words."""


class RtfToken(NamedTuple):
    """A control word ("par") or sign ("~") and its number, a brace, or the bytes of TEXT."""

    word: str
    number: int | None = None
    text: bytes = b""


_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\0]+)|[\\\r\n\0]"
)
_BREAKS = {b"\r", b"\n"}


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The tokens of a file; binary parts ("\\bin") are passed over."""
    place = 0
    while found := _TOKEN.match(data, place):
        place = found.end()
        kind = found.lastgroup
        if kind == "text":
            yield RtfToken(TEXT, text=found[0])
        elif kind == "hex":
            yield RtfToken(TEXT, text=bytes.fromhex(found["hex"].decode()))
        elif kind == "brace":
            yield RtfToken(found[0].decode())
        elif kind == "sign":
            yield _sign(found["sign"])
        elif kind is not None:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                place += max(0, number or 0)
            yield RtfToken(found["word"].decode(), number)


def _sign(sign: bytes) -> RtfToken:
    """The token of a backslash and a sign: an escaped one is text, a line break ends a paragraph."""
    if sign in (b"\\", b"{", b"}"):
        return RtfToken(TEXT, text=sign)
    return RtfToken("par" if sign in _BREAKS else sign.decode("latin-1"))
