"""Text from bytes, by its encoding: a byte order mark, UTF-8, else a guess."""

from __future__ import annotations

import codecs
import re

__all__ = ["UndecodableError", "decode", "kind_of_binary"]

SAMPLE = 65_536
"""Bytes from which the encoding is guessed, and which are searched for NUL bytes."""

_MARKS = (  # UTF-32's mark begins with UTF-16's, so the longer comes first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document, an e-book or another zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a RAR archive"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)


_HIGH = re.compile(rb"[\x80-\xff]+")
_TYPOGRAPHY = frozenset("€‚„…‘’“”•–—™ £§©«®°»½".encode("cp1252"))
"""Bytes of typographic signs in Windows' encodings, most of them the same for all languages."""

_OF_TWO_BYTES = (
    *("big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jis_2004", "euc_jisx0213", "euc_jp", "euc_kr"),
    *("gb18030", "gb2312", "gbk", "johab", "shift_jis", "shift_jis_2004", "shift_jisx0213"),
)


class UndecodableError(ValueError):
    """The bytes are not text in any known encoding."""


def kind_of_binary(data: bytes) -> str:
    """The kind of file that has these bytes ("a PDF document"); "" if they are text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return ""
    return "a binary file" if b"\0" in data[:SAMPLE] and not _wide(data) else ""


def decode(data: bytes) -> str:
    """The text of the bytes, without a byte order mark, with its line breaks unchanged.

    Raises UndecodableError.
    """
    try:
        return data.decode(_declared(data))
    except UnicodeDecodeError:
        return _guessed(data)


def _declared(data: bytes) -> str:
    """The encoding that the first bytes declare, else UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\x1b$" in data[:SAMPLE] and data.isascii():
        return "iso2022_jp"  # old Japanese mail: escape sequences between ASCII
    return _wide(data) or "utf-8"


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, recognized by its zeros: Latin script has one in every other byte; else ""."""
    sample = data[:1024]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return ""
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        if sample[first::2].count(0) > 0.7 * half and not sample[1 - first :: 2].count(0):
            return encoding
    return ""


def _guessed(data: bytes) -> str:
    """The text in the likeliest encoding that fits all bytes: Western European if others are as likely."""
    sample = data[:SAMPLE]
    high = _HIGH.findall(sample)
    guesses = ["cp1252"] if set(b"".join(high)) <= _TYPOGRAPHY else _guesses(sample, high)
    for guess in guesses:
        try:
            return data.decode(guess)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UndecodableError("no known encoding fits")


def _guesses(sample: bytes, high: list[bytes]) -> list[str]:
    """Encodings, the likeliest first. In those with two bytes per character, a high byte is seldom alone."""
    from charset_normalizer import from_bytes

    alone = sum(len(run) == 1 for run in high)
    excluded = _OF_TWO_BYTES if alone > 0.8 * len(high) else []
    guesses = list(from_bytes(sample, cp_exclusion=list(excluded)))
    guesses.sort(key=lambda guess: (guess.chaos, guess.encoding != "cp1252", -guess.coherence))
    return [guess.encoding for guess in guesses]
