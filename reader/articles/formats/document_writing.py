"""A text that is written piece by piece: paragraphs, rows of tables, and the text boxes and notes in it."""

from __future__ import annotations

from reader.articles.formats.extract import Block

__all__ = ["WrittenText"]


class WrittenText:
    """The blocks of a document, a text box, or a note, of which a reader gives the text in its order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._cell: list[Block] = []
        self._row: list[list[Block]] = []
        self._nested: list[str] = []
        self._boxes: list[Block] = []

    def write(self, text: str) -> None:
        """Adds to the paragraph; a line break ends a line of it."""
        self._parts.append(text)

    def end_paragraph(self, *, heading: bool = False, item: bool = False, in_table: bool = False) -> None:
        """Ends the paragraph: a block for each of its lines, as the lines of a letter or poem have."""
        text = _whole("".join(self._parts))
        bullet = "• " if item and text.strip() else ""
        lines = [
            Block((bullet if number == 0 else "") + line, heading)
            for number, line in enumerate(text.split("\n"))
        ]
        self._parts = []
        into = self._cell if in_table else self.blocks
        if not in_table:
            self._end_table()
        into += [block for block in lines if block.text.strip()] + self._boxes
        self._boxes = []

    def end_cell(self) -> None:
        """Ends a cell with its last paragraph."""
        self.end_paragraph(in_table=True)
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """Ends a row: one block, but the only cell of a row keeps its paragraphs."""
        if any(self._parts) or self._cell:
            self.end_cell()
        self.blocks += _row_of(self._row)
        self._row = []

    def end_nested_cell(self) -> None:
        """Ends a cell of a table that is inside a cell."""
        if text := _whole("".join(self._parts)).strip():
            self._nested.append(text)
        self._parts = []

    def end_nested_row(self) -> None:
        """Ends a row of a table that is inside a cell, which is a paragraph of that cell."""
        self._cell += [Block(" | ".join(self._nested))] if self._nested else []
        self._nested = []

    def put_box(self, box: WrittenText) -> None:
        """Adds the blocks of a text box, after the paragraph that it is anchored in."""
        self._boxes += box.end()

    def end(self) -> list[Block]:
        """Ends what is open, and gives all blocks."""
        self.end_nested_row()
        if any(self._parts) or self._boxes:
            self.end_paragraph(in_table=bool(self._cell or self._row))
        self._end_table()
        return self.blocks

    def _end_table(self) -> None:
        if self._cell or self._row:
            self.end_row()


def _row_of(cells: list[list[Block]]) -> list[Block]:
    filled = [cell for cell in cells if cell]
    if len(filled) <= 1:
        return filled[0] if filled else []
    return [Block(" | ".join(" ".join(" ".join(block.text for block in cell).split()) for cell in filled))]


def _whole(text: str) -> str:
    """The text with pairs of surrogates as the characters that they stand for."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
