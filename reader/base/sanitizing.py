"""Untrusted text made safe. Every article, title, tag and note goes through here.

Neither Textual nor Rich keeps control characters from the terminal. No escape sequence, bidi override or
invisible character may therefore get past this module.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["MARKS", "TAB", "escaped_json", "printable", "sanitize", "sanitize_line"]

MARKS = 8
"""The most combining marks (and joiners) in a row. Fully pointed Hebrew needs five."""

TAB = 4
"""Columns between tab stops."""

_NEWLINES = "\r\v\f\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_SURROGATES = "\ud800-\udfff"

_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
"""A flag of a region (Scotland, Wales, Texas): the only legitimate use of tag characters."""

_UNSAFE = re.compile(f"[\t{_NEWLINES}{_CONTROLS}{_BIDI}{_INVISIBLE}{_SURROGATES}]")
_REPLACED = re.compile(f"({_FLAG})|\r\n|[{_NEWLINES}{_CONTROLS}{_BIDI}{_INVISIBLE}{_SURROGATES}]")
_NOT_PRINTED = re.compile(f"[\r\v\f\x85\u2028\u2029{_CONTROLS}{_BIDI}{_SURROGATES}]")
_DROPPED = re.compile(f"[{_INVISIBLE}]")

# Combining marks are neither word characters nor white space, so that the second finds every long run of
# them without a table of all scripts; it also finds runs of symbols, which are then not changed. The first is
# four times as fast, and enough for most texts in Latin script.
_FAR_FROM_LATIN = re.compile(f"[^\x00-\u02ff][^\x00-\u02ff]{{{MARKS},}}")
_PERHAPS_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MARKS + 1},}}")
_JOINERS = "\u200c\u200d\u200e\u200f"


def sanitize(text: str) -> str:
    """`text` as it is shown, stored and searched: NFC, LF, no tabs, nothing that steers a terminal.

    C0 controls and DEL become their visible pictures (␛), C1, bidi controls and lone surrogates become
    U+FFFD, invisible characters go; ZWJ, ZWNJ, LRM, RLM and flags stay. Every kind of line break becomes
    LF, and a run of combining marks is cut after MARKS of them. Idempotent; linear in the text.
    """
    if not text.replace("\n", " ").isprintable() and _UNSAFE.search(text):
        text = _REPLACED.sub(_replacement, text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _FAR_FROM_LATIN.search(text):
            text = unicodedata.normalize("NFC", _PERHAPS_MARKS.sub(_fewer_marks, text))
    return text.expandtabs(TAB) if "\t" in text else text


def sanitize_line(text: str) -> str:
    """`text` sanitized, on one line: for titles, tags, file names, messages.

    Line breaks and runs of white space become one space; the ends have no white space.
    """
    return " ".join(sanitize(text).split())


def printable(text: str) -> str:
    """`text` as it may be printed on a terminal: what steers it, or cannot be encoded, is replaced.

    Line feeds and tabs stay, and so does everything that is only invisible or not in NFC: a path that is
    printed can be copied.
    """
    return text if text.isprintable() else _NOT_PRINTED.sub(_picture, text)


def escaped_json(text: str) -> str:
    """JSON whose strings have no character that steers a terminal or cannot be encoded: it is \\u escaped.

    A program that reads it gets the same values.
    """
    return _NOT_PRINTED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _picture(match: re.Match[str]) -> str:
    """The visible form of a character that may not be printed."""
    return _visible(match[0])


def _replacement(match: re.Match[str]) -> str:
    """The replacement of one character that may not be shown."""
    if match[1]:
        return match[1]
    character = match[0][0]
    if character in _NEWLINES:
        return "\n"
    return "" if _DROPPED.match(character) else _visible(character)


def _visible(character: str) -> str:
    """The picture of a control character, the replacement character for any other."""
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"


def _fewer_marks(match: re.Match[str]) -> str:
    """The run of characters, without the marks that follow MARKS others."""
    kept: list[str] = []
    marks = 0
    for character in match[0]:
        is_mark = character in _JOINERS or unicodedata.category(character).startswith("M")
        marks = marks + 1 if is_mark else 0
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)
