"""Text from bytes: by their mark, as UTF-8, by the encoding that they are said to have, else by a guess."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UndecodableError", "decode", "is_binary", "stated_in"]

SAMPLE = 65_536
"""Bytes from which the encoding is guessed, and which are searched for NUL bytes."""

HEAD = 4096
"""Bytes in which a page states its encoding: browsers search 1024, saved pages need more."""

CHARACTERS = 2
"""Characters beyond ASCII that a UTF-8 text has for each place with other bytes, at least: in texts of other
encodings, hardly any bytes form such characters."""

LOST = 0.1
"""The share of the characters beyond ASCII that may be lost to damage in a stated or guessed encoding."""

FEW = 2
"""Bytes beyond ASCII from which no encoding can be told: the usual one is as good as the best guess. Tuned
on 265 sentences of 37 languages, with one or two such characters each."""

NEAR = 0.9
"""The confidence, as a share of the best guess, with which the usual encoding is taken for FEW bytes."""

LONG = 300
"""Bytes from which a guess has at least the confidence SURE, if chardet knows the language."""

SURE = 0.23
"""The confidence below which a LONG text is in a language that chardet does not know, such as Albanian. Tuned
on 1,030 texts of 41 languages: right guesses have .29 and more, those in Albanian .17 and less."""

ZEROS = 0.02
"""The share of zeros in UTF-16 at least: all of its spaces and digits have one, and all Latin letters."""

USUAL = "cp1252"
"""The encoding that most texts have which do not say it and are not Unicode: Windows in Western Europe."""

_MARKS = (  # UTF-32's mark begins with UTF-16's, so the longer comes first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_HIGH = re.compile(rb"[\x80-\xff]+")
_STATED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_IN_WORD = re.compile(rb"[a-z][\x80-\x91\x93-\x95\x98-\xbf]+[a-z]")
"""Bytes that are letters, in the encodings of DOS and old Macs, where they would be signs in Windows'."""

_STRAY = re.compile("[\udc80-\udcff]+")
_TYPOGRAPHY = frozenset("€‚„…‘’“”•–—™ £§©«®°»½".encode(USUAL))
"""Bytes of typographic signs in Windows' encodings, most of them the same for all languages."""

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "iso8859-9": "cp1254",
}
"""The wider encodings that are meant where these are named (the WHATWG's Encoding Standard)."""

_ESCAPED = ("iso2022", "hz", "utf-7")
"""The first letters of encodings that write everything in ASCII."""

_NOT_STATED = ("utf-8", "utf-16", "utf-32", "idna", "punycode", "unicode", "raw", *_ESCAPED)
"""The first letters of encodings that bytes either show by themselves, or do not have."""


class UndecodableError(ValueError):
    """The bytes are not text in any known encoding."""


def is_binary(data: bytes) -> bool:
    """Whether the bytes are not text in any encoding: more of them are zero than by accident."""
    if _marked(data):
        return False
    sample = data[:SAMPLE].rstrip(b"\0") or data[:SAMPLE]
    return sample.count(0) > min(len(sample) // 20, 1 + len(sample) // 1000) and not _wide(data)


def decode(data: bytes, *stated: str) -> str:
    """The text of the bytes, without a byte order mark, with its line breaks unchanged.

    `stated` are the names of encodings that a server or the text itself states; they may be "" or wrong.
    Bytes that are UTF-8, all or all but a few, are read so whatever is stated. Raises UndecodableError.
    """
    for encoding in (_marked(data), _escaped(data, stated), _wide(data)):
        if encoding and (text := _read(data, encoding)) is not None:
            return text
    if (text := _utf8(data)) is not None:
        return text
    for encoding in (*_usable(stated), *_guesses(data), USUAL):
        if (text := _read(data, encoding)) is not None:
            return text if encoding != USUAL else _of_another_script(data) or text
    raise UndecodableError("no known encoding fits")


def stated_in(data: bytes) -> str:
    """The name of the encoding that a page or an XML document states for itself; else ""."""
    stated = _STATED.search(data[:HEAD])
    return stated[1].decode("ascii", "replace") if stated else ""


def _marked(data: bytes) -> str:
    """The encoding whose byte order mark the bytes begin with; else ""."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def _escaped(data: bytes, stated: tuple[str, ...]) -> str:
    """The encoding of text that is ASCII with escape sequences, as old mail from Asia is; else ""."""
    if not data.isascii():
        return ""
    named = next((name for name in _codecs(stated) if name.startswith(_ESCAPED)), "")
    return named or ("iso2022_jp_2" if b"\x1b$" in data[:SAMPLE] else "")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, recognized by its zeros, nearly all in every other byte; else ""."""
    sample = data[: 2 * min(512, len(data) // 2)]
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if zeros > max(ZEROS * len(sample), 5 * others):
            text = sample.decode(encoding, "ignore")
            if sum(c.isprintable() or c.isspace() for c in text) > 0.98 * len(text):
                return encoding
    return ""


def _codecs(names: tuple[str, ...]) -> Iterator[str]:
    """Python's names of encodings, of those that it knows."""
    for name in names:
        try:
            yield codecs.lookup(name).name
        except (LookupError, ValueError):
            continue


def _usable(stated: tuple[str, ...]) -> Iterator[str]:
    """The encodings to try for what is stated."""
    for name in _codecs(stated):
        if not name.startswith(_NOT_STATED):
            yield _WIDER.get(name, name)


def _read(data: bytes, encoding: str) -> str | None:
    """The text in an encoding, with U+FFFD for damage; None where the damage is more than LOST."""
    if encoding == "utf-8-sig":
        return _utf8(data.removeprefix(codecs.BOM_UTF8))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= LOST * _beyond_ascii(text) else None


def _of_another_script(data: bytes) -> str:
    """The text as guessed, if hardly any of its letters are Latin; else "".

    The USUAL encoding fits all bytes, and is stated where nobody knows better. Of 820 texts of 34 languages
    with Latin letters, none was taken for another script.
    """
    text = _read(data, _guesses(data)[0]) or ""
    letters = [character for character in text[:SAMPLE] if character > "\x7f" and character.isalpha()]
    return text if sum(letter > "\u024f" for letter in letters) > 0.5 * len(letters) else ""


def _beyond_ascii(text: str) -> int:
    """The number of characters beyond ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _utf8(data: bytes) -> str | None:
    """The text of bytes that are UTF-8, all or all but a few; else None."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    rest = text.encode("utf-8", "ignore").decode()
    if _beyond_ascii(rest) < CHARACTERS * sum(1 for _ in _STRAY.finditer(text)):
        return None
    is_western = not _beyond_ascii(rest.encode(USUAL, "ignore").decode(USUAL)) < _beyond_ascii(rest)
    return _STRAY.sub(lambda stray: _stray(stray[0].encode("utf-8", "surrogateescape"), is_western), text)


def _stray(data: bytes, is_western: bool) -> str:
    """The text of bytes inside UTF-8 that are not: the rest of a character that was cut, or another encoding.

    A byte of another encoding is read as Windows' for Western Europe where the text is from there, or where
    the byte is a typographic sign that Windows' encodings share. Any other may be any letter: U+FFFD.
    """
    if len(data) > 1 and data[0] >= 0xC2:
        return "\ufffd"
    shown = (bytes([byte]) if is_western or byte in _TYPOGRAPHY else b"\x81" for byte in data)
    return b"".join(shown).decode(USUAL, "replace")


def _guesses(data: bytes) -> list[str]:
    """The encodings of bytes that are not UTF-8, the likeliest first, by chardet; USUAL for signs alone."""
    first = next((match.start() for match in _HIGH.finditer(data)), 0)
    sample = data[max(0, first - SAMPLE // 2) :][:SAMPLE]
    high = b"".join(_HIGH.findall(sample))
    if set(high) <= _TYPOGRAPHY and not _IN_WORD.search(sample):
        return [USUAL]
    import chardet

    found = chardet.detect_all(sample, ignore_threshold=True, compat_names=False)
    names = [(name, one["confidence"]) for one in found for name in _codecs((one["encoding"] or "",))]
    guesses = [(_WIDER.get(name, name), confidence) for name, confidence in names] or [(USUAL, 1.0)]
    confidence = guesses[0][1]
    usual = max((other for name, other in guesses if name == USUAL), default=0.0)
    is_usual = (len(high) <= FEW and usual >= NEAR * confidence) or (
        len(sample) >= LONG and confidence < SURE
    )
    return [USUAL] * is_usual + [name for name, _ in guesses]
