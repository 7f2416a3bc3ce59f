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
    """The text of the block that is being read."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.parts: list[str] = []
        self.linked = 0
        self.links = 0  # links that are open
        self.heading = False

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.linked += len(text.strip()) if self.links else 0

    def begin(self, element: etree._Element, tag: str) -> None:
        """Begins the next block in an element: the one that starts, or (tag "") that goes on."""
        self.element = element
        self.parts = ["• "] if tag in _ITEMS else []
        self.linked = 0
        self.heading = tag in _HEADINGS

    def pieces(self) -> Iterator[Piece]:
        """The block that ends here, if it has text."""
        if words := "".join(self.parts).strip(" \n\t|•"):
            block = Block(f"• {words}" if self.parts[0] == "• " else words, self.heading)
            yield Piece(block, self.element, min(1.0, self.linked / len(words)))


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
            yield from pending.pieces()
            if event == "start":
                pending.begin(element, tag)
            else:
                pending.begin(element if element is tree else element.getparent(), "")
        if event == "start" and tag in _SKIPPED and not _is_page(element, tag):
            walker.skip_subtree()
        elif event == "start":
            pending.links += tag == "a"
            pending.add(" | " if tag in _CELLS else "")
            pending.add(element.text)
        elif element is not tree:
            pending.links -= tag == "a" and pending.links > 0
            pending.add(element.tail)


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
