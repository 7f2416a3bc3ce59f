"""A selection of a REFI-QDA project: the passage between two positions in a text."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.model import ArticleReference, Target, TextPosition, TextQuote
from reader.base.phrases import quoted
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.refi.coded_text import CodedText
from reader.exchange.refi.parsing import Element
from reader.exchange.refi.source import SEPARATOR
from reader.notes.anchored_place import Span

__all__ = ["Selection"]

_SHOWN = 40  # code points of a name in a report


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection with its positions as they are written; `note` and `remark` where a note selects it."""

    element: Element
    first: str
    last: str
    note: Element | None = None
    remark: str = ""

    @property
    def name(self) -> str:
        """The name, which in most programs is the beginning of its words, or all of them."""
        return str(self.element.get("name", ""))

    @property
    def is_complete(self) -> bool:
        """Whether its positions are whole numbers."""
        return self.first.strip().isdecimal() and self.last.strip().isdecimal()

    @property
    def start(self) -> int:
        """The position of the first character. Raises ValueError where it is not a whole number."""
        return _position(self.first)

    @property
    def end(self) -> int:
        """The position behind the last character. Raises ValueError where it is not a whole number."""
        return _position(self.last)

    @property
    def has_all_words(self) -> bool:
        """Whether the name is as long as the passage, and so has all its words."""
        return self.is_complete and 0 < self.end - self.start == len(self.name)

    def __str__(self) -> str:
        name = sanitize_line(self.name)
        return f"selection {quoted(name, _SHOWN)}" if name else f"selection {self.first}-{self.last}"

    def target(self, article: ArticleReference, text: CodedText | None, *, quotes_only: bool) -> Target:
        """The passage in its text, or in its own name where the project has no text.

        `quotes_only`: the text is a list of quotes. Raises ValueError where there is no such passage.
        """
        if text is None:
            return Target(article, TextQuote(sanitize(self.name)), TextPosition(self.start, self.end))
        span = text.span(self.start, self.end, self.name)
        return (
            _listed_quote(article, text.text, span) if quotes_only else Target.of(article, text.text, *span)
        )


def _position(text: str) -> int:
    if not text.strip().isdecimal():
        raise ValueError(f"its position “{sanitize_line(text)}” is not a whole number")
    return int(text)


def _listed_quote(article: ArticleReference, text: str, span: Span) -> Target:
    """A target in a source of quotes; its context extends to the separators around it."""
    start, end = span
    first = text.rfind(SEPARATOR, 0, start)
    before = 0 if first < 0 else first + len(SEPARATOR)
    last = text.find(SEPARATOR, end)
    after = len(text) if last < 0 else last
    quote = TextQuote(text[start:end], text[before:start], text[end:after])
    return Target(article, quote, TextPosition(start - before, end - before))
