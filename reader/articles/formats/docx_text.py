"""The text of a Word document as Word shows it when all tracked changes are accepted.

Text may be wrapped in anything: tracked insertions, content controls, smart tags, fields, links, text boxes.
So elements that are not known are walked through, and those whose text is not shown are listed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from reader.articles.formats.docx_formulas import FORMULAS
from reader.articles.formats.docx_package import attribute, name
from reader.articles.formats.docx_styles import Styles, child
from reader.articles.formats.extract import Block
from reader.articles.formats.superscripts import superscript
from reader.articles.formats.symbols import symbol

__all__ = ["DocumentText"]

_TEXTS = {"w:t", "m:t", "a:t"}
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "a:br": "\n",
    "w:noBreakHyphen": "-",
}
_SKIPPED = {
    "w:del",
    "w:moveFrom",
    "w:rt",  # the pronunciation of a word, above it
    "w:pPr",
    "w:rPr",
    "w:sdtPr",
    "w:tblPr",
    "w:trPr",
    "w:tcPr",
}
_PARAGRAPHS = {"w:p", "a:p"}
_INLINE = {"w:r", "w:hyperlink", "w:fldSimple", "m:oMath", "m:oMathPara"}
_DELETED = ("w:del", "w:moveFrom")


class DocumentText:
    """The blocks of one document. `notes` are the footnotes and endnotes, by kind and identifier."""

    def __init__(self, styles: Styles, notes: dict[tuple[str, str], etree._Element]) -> None:
        self._styles = styles
        self._notes = notes
        self._referenced: dict[tuple[str, str], None] = {}
        self._boxes: list[etree._Element] = []
        self._carried = ""
        self._codes: set[etree._Element] = set()
        self._own: dict[str, Callable[[etree._Element], str]] = {
            "w:r": self._run,
            "w:sym": _symbol,
            "mc:AlternateContent": self._chosen,
            "w:txbxContent": self._set_aside,
            "a:txBody": self._set_aside,
            "w:footnoteReference": self._refer,
            "w:endnoteReference": self._refer,
        }

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        """The blocks of the document itself, then those of its notes in the order of their references."""
        yield from self._story(root)
        done: set[tuple[str, str]] = set()
        while pending := [key for key in self._referenced if key not in done]:  # a note may refer to another
            for key in pending:
                done.add(key)
                yield from self._story(self._notes[key])

    def _story(self, root: etree._Element) -> Iterator[Block]:
        self._codes = _in_field_codes(root)
        yield from self._within(root)
        yield from self._flush()

    def _within(self, container: etree._Element) -> Iterator[Block]:
        for element in container:
            kind = name(element)
            if kind in _SKIPPED:
                continue
            if kind in _PARAGRAPHS:
                yield from self._paragraph(element)
            elif kind == "w:tbl":
                yield from self._flush()
                yield from self._table(element)
            elif kind == "mc:AlternateContent":
                yield from self._within(_alternative(element))
            elif kind in _INLINE:
                yield from self._lines(self._shown(element))
            else:
                yield from self._within(element)

    def _flush(self) -> Iterator[Block]:
        """The rest of a paragraph whose end was deleted, if nothing follows it."""
        text, self._carried = self._carried, ""
        if text:
            yield from self._lines(text)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        """The block of a paragraph, and those of its text boxes. If its end was deleted, the next goes on."""
        outer, self._boxes = self._boxes, []
        text = self._carried + self._inside(paragraph)
        boxes, self._boxes = self._boxes, outer
        mark = child(paragraph, "w:pPr", "w:rPr")
        if any(child(mark, deleted) is not None for deleted in _DELETED):
            self._carried = text
        else:
            self._carried = ""
            bullet = "• " if self._styles.is_item(paragraph) and text.strip() else ""
            yield from self._lines(text, bullet, heading=self._styles.is_heading(paragraph))
        for box in boxes:
            yield from self._box(box)

    def _box(self, box: etree._Element) -> Iterator[Block]:
        """The blocks of a text box, which is apart from the paragraph that it is anchored in."""
        carried, self._carried = self._carried, ""
        yield from self._within(box)
        yield from self._flush()
        self._carried = carried

    def _lines(self, text: str, bullet: str = "", *, heading: bool = False) -> Iterator[Block]:
        """A block for each line: line breaks inside a paragraph separate the lines of a letter or poem."""
        for line in text.split("\n"):
            yield Block(bullet + line, heading)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        """A block for each row; merged cells occur once. The only cell of a row keeps its paragraphs."""
        for row in _parts(table, "w:tr"):
            if child(row, "w:trPr", "w:del") is not None:
                continue
            cells = [list(self._box(cell)) for cell in _parts(row, "w:tc") if not _is_deleted_cell(cell)]
            filled = [cell for cell in cells if any(block.text.strip() for block in cell)]
            if len(filled) == 1:
                yield from filled[0]
            else:
                yield Block(" | ".join(_joined(cell) for cell in filled))

    def _inside(self, element: etree._Element) -> str:
        """The text in an element, without that of text boxes, which are put aside."""
        return "".join(self._shown(e) for e in element)

    def _shown(self, element: etree._Element) -> str:
        kind = name(element)
        if kind in _TEXTS:
            return "" if element in self._codes else "".join(map(str, element.itertext()))
        if kind in _SIGNS:
            return _SIGNS[kind]
        if kind in _SKIPPED:
            return ""
        if kind in FORMULAS:
            return FORMULAS[kind](element, self._inside)
        return self._own.get(kind, self._inside)(element)

    def _run(self, run: etree._Element) -> str:
        if self._styles.is_hidden(run):
            return ""
        text = self._inside(run)
        return superscript(text) if text and self._styles.is_superscript(run) else text

    def _chosen(self, alternatives: etree._Element) -> str:
        return self._inside(_alternative(alternatives))

    def _set_aside(self, box: etree._Element) -> str:
        self._boxes.append(box)
        return ""

    def _refer(self, reference: etree._Element) -> str:
        """Notes the reference. Its mark is not text: the same sentence without a note has the same words."""
        kind = name(reference).removeprefix("w:").removesuffix("Reference")
        key = (kind, attribute(reference, "id"))
        if key in self._notes:
            self._referenced.setdefault(key)
        return ""


def _alternative(element: etree._Element) -> etree._Element:
    """The first of several forms of the same content that has text: others are for old versions of Word."""
    forms = [e for e in element if name(e) in ("mc:Choice", "mc:Fallback")]
    return next((form for form in forms if any(name(e) in _TEXTS for e in form.iter())), element)


def _parts(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, which content controls may enclose."""
    for part in element:
        if name(part) == kind:
            yield part
        elif name(part) not in _SKIPPED:
            yield from _parts(part, kind)


def _is_deleted_cell(cell: etree._Element) -> bool:
    return child(cell, "w:tcPr", "w:cellDel") is not None


def _joined(cell: list[Block]) -> str:
    return " ".join(" ".join(block.text for block in cell).split())


def _in_field_codes(root: etree._Element) -> set[etree._Element]:
    """The texts between the beginning and the result of a field, which Word does not show.

    A field that does not end hides nothing.
    """
    codes: set[etree._Element] = set()
    fields: list[list[etree._Element]] = []
    results: list[bool] = []
    for element in root.iter():
        kind = name(element)
        if kind in _TEXTS and False in results:
            fields[results.index(False)].append(element)
        elif kind == "w:fldChar":
            step = attribute(element, "fldCharType")
            if step == "begin":
                fields.append([])
                results.append(False)
            elif fields and step == "separate":
                results[-1] = True
            elif fields and step == "end":
                codes.update(fields.pop())
                results.pop()
    return codes


def _symbol(element: etree._Element) -> str:
    """A character that is given by its code in a font."""
    try:
        return symbol(int(attribute(element, "char"), 16), attribute(element, "font"))
    except ValueError:
        return ""
