"""RTF documents, as press offices send them.

They are read without a library: the one in use (striprtf) leaves out footnotes and text boxes, and reads
deleted and hidden text as said.
"""

from __future__ import annotations

from reader.articles.errors import NoArticleError
from reader.articles.formats.document_writing import WrittenText
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.rtf_encodings import codec_of_page
from reader.articles.formats.rtf_groups import CHARACTERS, SKIPPED, STORIES, TABLES, WALKED, GroupState
from reader.articles.formats.rtf_tables import BODY, Font, Tables
from reader.articles.formats.rtf_tokens import CLOSE, OPEN, TEXT, RtfToken, tokens
from reader.articles.formats.superscripts import superscript
from reader.articles.formats.symbols import PRIVATE, symbol

__all__ = ["extract"]

RAISED = 4
"""Half-points by which raised text is taken for superscript."""

LEVELS = 20
"""Text boxes and notes in each other; the text of any deeper ones is read as that of the one around."""

_SWITCHES = {"v": "hidden", "deleted": "deleted", "intbl": "in_table"}
_ENDS = frozenset({"par", "sect", "page", "column", "cell", "row", "nestcell", "nestrow"})
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def extract(data: bytes) -> Extract:
    """Paragraphs, headings, list items, the rows of tables and text boxes in order, then the notes.

    Tracked changes are read as accepted. Raises NoArticleError.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise NoArticleError("is not an RTF document or is damaged; save it again, or save it as .docx")
    document = _Document()
    for token in tokens(data):
        document.take(token)
    blocks = document.blocks()
    if not blocks:
        raise NoArticleError("has no text; it is empty or made of pictures: run text recognition (OCR) on it")
    return Extract(blocks, document.tables.metadata())


class _Document:
    """A document that is read token by token."""

    def __init__(self) -> None:
        self.tables = Tables()
        self._state = GroupState(WrittenText())
        self._main = self._state.written
        self._outer: list[GroupState] = []
        self._notes: list[Block] = []
        self._codec = "cp1252"
        self._default_font = -1
        self._waiting = bytearray()
        self._to_skip = 0
        self._is_item = False
        self._begins = False
        self._is_over = False

    def take(self, token: RtfToken) -> None:
        """Reads the next token. What comes after the group of the document is not part of it."""
        if self._is_over:
            return
        begins, self._begins = self._begins, token.word == OPEN
        if token.word == TEXT:
            skipped = min(self._to_skip, len(token.text))
            self._to_skip -= skipped
            self._waiting += token.text[skipped:]
            return
        self._flush()
        if token.word == OPEN:
            self._outer.append(self._state)
            self._state = self._state.inside()
            self._to_skip = 0
        elif token.word == CLOSE:
            self._close()
        elif token.word == "*":
            self._state.starred = begins
        elif token.word == "u":
            self._write_unicode(token.number or 0)
        elif not self._begins_group(token.word):
            self._apply(token)

    def blocks(self) -> list[Block]:
        """The blocks of the document, then those of its notes."""
        self._flush()
        while self._outer:
            self._close()
        return self._main.end() + self._notes

    def _flush(self) -> None:
        """Writes the bytes of text that have been read: several may make a character, so they wait."""
        if not self._waiting:
            return
        data, self._waiting = bytes(self._waiting), bytearray()
        font = self._font()
        if font.has_signs and not self._state.table:
            self._write("".join(symbol(byte + PRIVATE.start * (byte > 0x20), font.name) for byte in data))
        else:
            self._write(data.decode(font.codec or self._codec, "replace"))

    def _font(self) -> Font:
        return self.tables.fonts.get(self._state.font, Font())

    def _write(self, text: str) -> None:
        state = self._state
        if state.table and not state.skipped:
            self.tables.write(state.table, text)
        elif state.is_shown():
            state.written.write(superscript(text) if state.raised else text)

    def _write_unicode(self, code: int) -> None:
        """Writes a character by its code, and skips the characters for programs that do not know Unicode."""
        code %= 0x10000
        self._write(symbol(code, self._font().name) if code in PRIVATE else chr(code))
        self._to_skip = self._state.unicode_skip

    def _close(self) -> None:
        """Ends a group, and the text that began with it."""
        self._to_skip = 0
        if not self._outer:
            return
        closed, self._state = self._state, self._outer.pop()
        self._is_over = not self._outer
        if closed.written is self._state.written:
            return
        if closed.kind == "box":
            self._state.written.put_box(closed.written)
        else:
            self._notes += closed.written.end()

    def _begins_group(self, word: str) -> bool:
        """Whether a word says what the group is; it then has its effect."""
        state = self._state
        if word in TABLES:
            state.table = word
        elif word in STORIES and state.level < LEVELS and state.is_shown():
            state.written, state.kind, state.in_table = WrittenText(), STORIES[word], False
            state.level += 1
        elif word in ("listtext", "pntext"):
            self._is_item, state.skipped = True, True
        elif word == "ud":
            state.skipped = False
        elif word == "upr":
            state.alternatives = True
        elif (state.starred and word not in WALKED) or (word in SKIPPED and not state.table):
            state.skipped = True
        else:
            state.starred = False
            return False
        state.starred = False
        return True

    def _apply(self, token: RtfToken) -> None:
        """Applies a word that writes, ends or formats something."""
        state, word = self._state, token.word
        if state.table:
            self.tables.take(state.table, token)
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word in _ENDS:
            if state.is_shown():
                self._end(word)
        else:
            self._format(word, token.number)

    def _end(self, word: str) -> None:
        """Ends a paragraph, a cell or a row."""
        state = self._state
        if word in ("par", "sect", "page", "column"):
            heading = state.outlined or state.style in self.tables.headings
            state.written.end_paragraph(heading=heading, item=self._is_item, in_table=state.in_table)
            self._is_item = False
        elif word == "cell":
            state.written.end_cell()
        elif word == "row":
            state.written.end_row()
        elif word == "nestcell":
            state.written.end_nested_cell()
        else:
            state.written.end_nested_row()

    def _format(self, word: str, number: int | None) -> None:
        """Changes how the text that follows looks."""
        state, is_on = self._state, number != 0
        if word in ("plain", "pard"):
            self._reset(word)
        elif word in ("v", "deleted", "intbl"):
            setattr(state, _SWITCHES[word], is_on)
        elif word in ("super", "msup", "nosupersub", "sub"):
            state.raised = is_on and word in ("super", "msup")
        elif word == "up":
            state.raised = (6 if number is None else number) >= RAISED
        elif word == "outlinelevel":
            state.outlined = (number or 0) < BODY
        else:
            self._choose(word, number or 0)

    def _choose(self, word: str, number: int) -> None:
        """Sets a font, a style or an encoding."""
        if word == "f":
            self._state.font = number
        elif word == "s":
            self._state.style = number
        elif word == "uc":
            self._state.unicode_skip = max(0, number)
        elif word == "deff":
            self._default_font = self._state.font = number
        elif word == "ansicpg":
            self._codec = codec_of_page(number) or self._codec
        elif word in _PAGES:
            self._codec = _PAGES[word]

    def _reset(self, word: str) -> None:
        """Returns to the usual look of characters ("plain") or paragraphs."""
        state = self._state
        if word == "plain":
            state.hidden = state.deleted = state.raised = False
            state.font = self._default_font
        else:
            state.style, state.outlined, state.in_table = -1, False, False
