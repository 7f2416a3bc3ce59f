"""The text of an OpenDocument text as it is shown when all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.articles.formats.document_writing import WrittenText
from reader.articles.formats.extract import Block
from reader.articles.formats.odt_package import attribute, name
from reader.articles.formats.odt_styles import OpenDocumentStyles
from reader.articles.formats.superscripts import superscript

__all__ = ["OpenDocumentText"]

BLANKS = 1000
"""Blanks that one element may stand for."""

_SKIPPED = {
    "text:tracked-changes",
    "office:annotation",
    "office:forms",
    "office:event-listeners",
    "text:sequence-decls",
    "text:variable-decls",
    "text:user-field-decls",
    "text:note-citation",
    "text:ruby-text",
    "text:hidden-text",
    "text:alphabetical-index-mark",
    "table:covered-table-cell",
    "table:table-source",
    "table:shapes",
    "office:binary-data",
    "text:table-of-content-source",
    "text:alphabetical-index-source",
    "text:illustration-index-source",
    "text:table-index-source",
    "text:user-index-source",
    "text:bibliography-source",
    "text:object-index-source",
    "svg-compatible:title",
    "svg-compatible:desc",
    "text:script",
    "script:event-listener",
}
"""Elements whose text is not shown, or is shown elsewhere."""

_BOXES = {"draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:caption"}


class OpenDocumentText:
    """The blocks of one document."""

    def __init__(self, styles: OpenDocumentStyles) -> None:
        self._styles = styles
        self._written = WrittenText()
        self._notes: list[Block] = []

    def blocks(self, body: etree._Element) -> list[Block]:
        """The blocks of the document itself, then those of its notes."""
        self._within(body, in_table=False)
        return self._written.end() + self._notes

    def _within(self, container: etree._Element, *, in_table: bool, item: bool = False) -> None:
        """Reads the paragraphs, lists, sections and tables in an element."""
        for element in container:
            kind = name(element)
            if kind in _SKIPPED or (kind == "text:section" and _is_hidden(element)):
                continue
            if kind in ("text:p", "text:h"):
                self._paragraph(element, kind, in_table=in_table, item=item)
                item = False
            elif kind == "table:table":
                self._table(element, nested=in_table)
            elif kind in _BOXES or kind == "draw:frame":
                self._box(element)
            else:
                self._within(element, in_table=in_table, item=kind == "text:list-item" or item)

    def _paragraph(self, element: etree._Element, kind: str, *, in_table: bool, item: bool) -> None:
        style = attribute(element, "text:style-name")
        if not self._styles.is_hidden(style):
            self._inline(element)
        heading = kind == "text:h" or self._styles.is_title(style)
        self._written.end_paragraph(heading=heading, item=item and not heading, in_table=in_table)

    def _inline(self, element: etree._Element) -> None:
        """Writes the text in an element, with blanks and line breaks as the format has them."""
        self._write(element.text)
        for child in element:
            self._shown(child)
            self._write(child.tail)

    def _shown(self, element: etree._Element) -> None:
        kind = name(element)
        if kind in _SKIPPED:
            return
        if kind == "text:s":
            count = attribute(element, "text:c")
            self._written.write(" " * min(int(count) if count.isdecimal() else 1, BLANKS))
        elif kind == "text:tab":
            self._written.write("\t")
        elif kind == "text:line-break":
            self._written.write("\n")
        elif kind == "text:note":
            self._note(element)
        elif kind in _BOXES:
            self._box(element)
        elif kind == "text:span":
            self._span(element)
        else:
            self._inline(element)

    def _span(self, element: etree._Element) -> None:
        style = attribute(element, "text:style-name")
        if self._styles.is_hidden(style):
            return
        if self._styles.is_superscript(style) and not len(element):
            self._written.write(superscript(_collapsed(element.text)))
        else:
            self._inline(element)

    def _write(self, text: str | None) -> None:
        if text:
            self._written.write(_collapsed(text))

    def _note(self, note: etree._Element) -> None:
        """Reads a note, which comes after the document."""
        self._notes += self._apart(note).end()

    def _box(self, box: etree._Element) -> None:
        self._written.put_box(self._apart(box))

    def _apart(self, element: etree._Element) -> WrittenText:
        outer, self._written = self._written, WrittenText()
        self._within(element, in_table=False)
        text, self._written = self._written, outer
        return text

    def _table(self, table: etree._Element, *, nested: bool) -> None:
        """Reads a table; one inside a cell is read as text of that cell."""
        for row in _rows(table):
            for cell in row:
                if name(cell) != "table:table-cell":
                    continue
                if nested:
                    self._written.write(" ".join(block.text for block in self._apart(cell).end()))
                    self._written.end_nested_cell()
                else:
                    self._within(cell, in_table=True)
                    self._written.end_cell()
            if nested:
                self._written.end_nested_row()
            else:
                self._written.end_row()


def _is_hidden(section: etree._Element) -> bool:
    """Whether a section is hidden, always or because its condition holds."""
    display = attribute(section, "text:display")
    return display == "none" or (display == "condition" and attribute(section, "text:is-hidden") == "true")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, which groups may enclose."""
    for element in table:
        kind = name(element)
        if kind == "table:table-row":
            yield element
        elif kind in ("table:table-header-rows", "table:table-row-group", "table:table-rows"):
            yield from _rows(element)


def _collapsed(text: str | None) -> str:
    """The text with white space as one blank: more of it is written with elements."""
    return " ".join(text.split("\n")).replace("\t", " ") if text else ""
