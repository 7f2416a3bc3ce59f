"""The names of the files in a zip archive: their encoding depends on the program that wrote it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import suppress

from reader.articles.decoding import UndecodableError, decode

__all__ = ["named_parts"]

UTF8 = 0x800
"""The flag of a name in UTF-8."""

UNICODE_PATH = 0x7075
"""The extra field with the name in UTF-8 (Info-ZIP)."""

MANY = 4
"""Bytes beyond ASCII from which a guess counts more than the code pages of Western Europe."""

_READ_AS = "cp437"
"""The encoding in which `zipfile` reads names that do not say theirs."""

_CHARACTERS = frozenset(bytes(range(256)).decode(_READ_AS))
_WESTERN = ("cp850", "cp1252")
"""The code pages of Windows in Western Europe: that of its own archives, and that of other programs."""


def named_parts(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files of an archive by their names, with "/" between folders, in the order of the archive.

    Windows writes names in the code page of the country and with backslashes. They are read in the encoding
    in which all names of the archive look most like words.
    """
    parts = archive.infolist()
    raw = [part.filename.encode(_READ_AS) if _is_read_as(part) else b"" for part in parts]
    decoded = _decoded(raw)
    names = (
        (_stated(part, data) or text or part.filename).replace("\\", "/")
        for part, data, text in zip(parts, raw, decoded, strict=True)
    )
    return dict(zip(names, parts, strict=True))


def _is_read_as(part: zipfile.ZipInfo) -> bool:
    """Whether a name does not say its encoding, so that it was read in the one for that."""
    return not part.flag_bits & UTF8 and _CHARACTERS.issuperset(part.filename)


def _stated(part: zipfile.ZipInfo, raw: bytes) -> str:
    """The name in UTF-8 that an archive adds to the one for old programs; "" where it does not."""
    extra = part.extra
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        field = extra[4 : 4 + length]
        if kind == UNICODE_PATH and len(field) > 5 and field[1:5] == struct.pack("<L", zlib.crc32(raw)):
            return field[5:].decode("utf-8", "replace")
        extra = extra[4 + length :]
    return ""


def _decoded(raw: list[bytes]) -> list[str]:
    """The names of bytes, in one encoding for all."""
    joined = b"\n".join(raw)
    if joined.isascii():
        return [name.decode() for name in raw]
    high = sum(byte > 0x7F for byte in joined)
    readings = [joined.decode(encoding, "replace") for encoding in _WESTERN]
    with suppress(UndecodableError):
        guess = decode(joined)
        if joined == guess.encode():
            readings = [guess]
        readings.insert(0 if high >= MANY else len(readings), guess)
    names = max(readings, key=_likeness).split("\n")
    return names if len(names) == len(raw) else [name.decode(_READ_AS) for name in raw]


def _likeness(text: str) -> float:
    """The share of the characters beyond ASCII that are where words have them."""
    around = list(zip(f" {text}", text, f"{text[1:]} ", strict=False))
    fits = [_fits(*three) for three in around if three[1] > "\x7f"]
    return sum(fits) / max(1, len(fits))


def _fits(before: str, character: str, after: str) -> bool:
    """Whether a character is a letter that goes with its neighbours in case and script."""
    if character.isupper() and (before.islower() or (before.isalpha() and after.islower())):
        return False
    is_mixed = character > "\u024f" and (_is_latin(before) or _is_latin(after))
    return character.isalpha() and not is_mixed


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
