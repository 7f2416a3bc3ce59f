"""The tables of an RTF document: its fonts, its styles, its title and author."""

from __future__ import annotations

from dataclasses import dataclass

from reader.articles.formats.first_saved import first_saved
from reader.articles.formats.rtf_encodings import SYMBOLS, codec_of_charset, codec_of_page
from reader.articles.formats.rtf_groups import SKIPPED
from reader.articles.formats.rtf_tokens import RtfToken

__all__ = ["BODY", "Font", "Tables"]

BODY = 9
"""The outline level of text that is not a heading."""

_HEADINGS = ("heading", "title", "subtitle")
_TEXTS = ("title", "author")
_TIMES = ("creatim", "revtim")


@dataclass(slots=True)
class Font:
    """A font: its name, and the encoding of its text, "" where it is that of the document."""

    name: str = ""
    codec: str = ""
    has_signs: bool = False


class Tables:
    """The tables of one document, read word by word."""

    def __init__(self) -> None:
        self.fonts: dict[int, Font] = {}
        self.headings: set[int] = set()
        self._style: int | None = None
        self._font = Font()
        self._name = ""
        self._key = ""
        self._info: dict[str, str] = {}
        self._time: dict[str, list[int]] = {}

    def take(self, table: str, token: RtfToken) -> None:
        """Reads a control word in a table."""
        number = token.number or 0
        if table == "fonttbl":
            self._take_font(token.word, number)
        elif table == "stylesheet":
            if token.word == "s":
                self._style = number
            elif token.word == "outlinelevel" and self._style is not None and number < BODY:
                self.headings.add(self._style)
        elif token.word in (*_TEXTS, *_TIMES) or token.word in SKIPPED:
            self._key = token.word
        elif token.word in ("yr", "mo", "dy") and self._key in _TIMES:
            self._time.setdefault(self._key, []).append(number)

    def write(self, table: str, text: str) -> None:
        """Reads text in a table, where a semicolon ends a name."""
        if table == "info":
            self._info[self._key] = self._info.get(self._key, "") + text
            return
        self._name += text
        if ";" in text:
            self._end_name(table)

    def metadata(self) -> dict[str, str]:
        """The title, the author and the day, if the document states them."""
        metadata = {key: self._info.get(key, "").strip() for key in _TEXTS}
        created, revised = ("-".join(f"{n:02}" for n in self._time.get(key, ())) for key in _TIMES)
        metadata["date"] = first_saved(created, revised)
        return {key: text for key, text in metadata.items() if text}

    def _take_font(self, word: str, number: int) -> None:
        if word == "f":
            self._font = self.fonts[number] = Font()
        elif word == "fcharset":
            self._font.codec, self._font.has_signs = codec_of_charset(number), number == SYMBOLS
        elif word == "cpg":
            self._font.codec = codec_of_page(number)

    def _end_name(self, table: str) -> None:
        name = self._name.partition(";")[0].strip()
        self._name = ""
        if table == "fonttbl":
            self._font.name = name
        elif self._style is not None:
            if name.lower().startswith(_HEADINGS):
                self.headings.add(self._style)
            self._style = None
