"""The blocks of text in a tree of HTML or XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reader.articles.formats.extract import Block

__all__ = ["Piece", "blocks_of", "name_of", "pieces_of"]


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BREAKS = _tags(
    """
    p div section article main header h1 h2 h3 h4 h5 h6 ul ol dl li dt dd blockquote pre tr table br hr
    address figure figcaption title body
    head item list quote row lb code
    """
)
"""Tags that begin and end a block, in HTML and (last line) in trafilatura's trees."""

VALUE = 120
"""Characters that a value in a table has at most, with the blanks around it."""

_HEADINGS = _tags("h1 h2 h3 h4 h5 h6 head")
_ITEMS = _tags("li item")
_CELLS = _tags("td th cell")
_BOXES = _tags("div section article main header body li")
_SKIPPED = _tags(
    "script style noscript template svg math iframe object form button select nav aside footer figure"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, the element in which its text begins, and the part (0-1) of its text that is links."""

    block: Block
    element: etree._Element
    linked: float

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.block.text


class _Pending:
    """The text of the block that is being read from a tree."""

    def __init__(self, tree: etree._Element) -> None:
        self._tree = tree
        self._element = tree
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0  # links that are open
        self._heading = False
        self._value: etree._Element | None = None  # the cell that is open, if it has a value

    def open(self, element: etree._Element, tag: str) -> None:
        """Adds the text at the start of an element."""
        self._links += tag == "a"
        if tag in _CELLS:
            self._add(" | ")
            is_inner = self._value is None and element is not self._tree
            self._value = element if is_inner and _is_value(element) else self._value
        self._add(element.text)

    def close(self, element: etree._Element, tag: str) -> None:
        """Adds the text after the end of an element, or after a comment."""
        self._links -= tag == "a" and self._links > 0
        self._value = None if element is self._value else self._value
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) if self._links else 0

    def broken(self, element: etree._Element, tag: str) -> Iterator[Piece]:
        """The block that ends at the start or (tag "") the end of an element, if it has text.

        In a cell with a value, no block ends.
        """
        if self._value is not None:
            self._add(" ")
            return
        if words := "".join(self._parts).strip(" \n\t|•"):
            block = Block(f"• {words}" if self._parts[0] == "• " else words, self._heading)
            yield Piece(block, self._element, min(1.0, self._linked / len(words)))
        self._element = element if tag or element is self._tree else element.getparent()
        self._parts = ["• "] if tag in _ITEMS else []
        self._linked = 0
        self._heading = tag in _HEADINGS


def blocks_of(tree: etree._Element) -> Iterator[Block]:
    """The blocks of text in a tree, in order; list items begin with a bullet, and bars separate cells."""
    return (piece.block for piece in pieces_of(tree))


def pieces_of(tree: etree._Element) -> Iterator[Piece]:
    """The blocks of text in a tree, in order, each with the element that it is in."""
    pending = _Pending(tree)
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = name_of(element)
        if event in ("start", "end") and (tag in _BREAKS or _is_time_of_entry(element, tag)):
            yield from pending.broken(element, tag if event == "start" else "")
        if event == "start" and tag in _SKIPPED and not _is_page(element, tag):
            walker.skip_subtree()
        elif event == "start":
            pending.open(element, tag)
        elif element is not tree:
            pending.close(element, tag)
    yield from pending.broken(tree, "")


def _is_value(cell: etree._Element) -> bool:
    """Whether a cell of a table has a value, which is one whatever its tags; others hold parts of a page.

    The only cell of a row does not have one: tables of mails and old pages are frames around their text.
    """
    row = cell.getparent()
    if row is None or sum(name_of(other) in _CELLS for other in row) < 2:
        return False
    is_list = any(cell.find(f".//{tag}") is not None for tag in ("table", "li", "item"))
    return not is_list and sum(map(len, cell.itertext())) <= VALUE


def _is_page(element: etree._Element, tag: str) -> bool:
    """Whether an element is a form around all of a page."""
    return tag == "form" and (element.find(".//h1") is not None or element.find(".//article") is not None)


def name_of(element: etree._Element) -> str:
    """The tag without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_time_of_entry(element: etree._Element, tag: str) -> bool:
    """Whether an element is a time on a line of its own, as above the entries of a live blog."""
    if tag != "time" or (element.tail or "").strip() or (parent := element.getparent()) is None:
        return False
    return name_of(parent) in _BOXES and len(element.text or "") > 0
