"""Draws the rows of one article: its marks, its text, its map. Rows are drawn once and kept as strips."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.articles.model import Role
from reader.matching.model import Kind
from reader.ui.comparison import Comparison
from reader.ui.layout.columns import MARKS
from reader.ui.layout.spans import Highlight, Span, runs
from reader.ui.layout.spread import View

__all__ = ["GLYPHS", "ColumnPainter"]

GLYPHS = {Kind.VERBATIM: "=", Kind.NEAR_DUPLICATE: "≈", Kind.QUOTE: "”", Kind.SAME_FACT: "~"}
"""The sign of a match beside its sentence, so that no kind is told by its colour alone."""

_STRONG = 80  # a match that scores as much has a bold sign

StyleOf = Callable[..., Style]


class ColumnPainter:
    """One article's strips. `style_of` turns names of component classes into a style."""

    def __init__(self, number: int, comparison: Comparison, style_of: StyleOf) -> None:
        self._number = number
        self._comparison = comparison
        self._style_of = style_of
        self._strips: dict[int, Strip] = {}
        self._spans: dict[int, list[Span]] | None = None
        self._map: dict[int, tuple[str, str]] = {}
        self._map_size = (0, 0)
        self.highlights: tuple[Highlight, ...] = ()
        self.partners: tuple[
            tuple[int, int], ...
        ] = ()  # passages [start, end) that match the active cursor's

    def forget(self) -> None:
        """Everything may have changed."""
        self._strips.clear()
        self._spans = None
        self._map_size = (0, 0)

    def forget_rows(self, rows: Iterable[int]) -> None:
        """These rows look different now, but what is annotated and matched is the same."""
        for row in rows:
            self._strips.pop(row, None)

    # Rows

    def strip(self, view: View, row: int, is_active: bool) -> Strip:
        """Marks and text of a row, MARKS + width cells; blank below the last row."""
        if row not in self._strips:
            self._strips[row] = self._draw(view, row, is_active)
        return self._strips[row]

    def _draw(self, view: View, number: int, is_active: bool) -> Strip:
        cells = MARKS + view.page.width
        if not 0 <= number < len(view.page) or view.page.rows[number].paragraph < 0:
            return Strip.blank(cells, self._style_of())
        row = view.page.rows[number]
        text = view.page.article.text
        spans = [*self._paragraph_spans(view, row.paragraph), *self._cursor_spans(view, is_active)]
        segments = [
            Segment(text[first:last].replace("\n", " "), self._style_of(*styles))
            for first, last, styles in runs(row.start, row.end, spans)
        ]
        return Strip([*self._marks(view, number, is_active), *segments]).extend_cell_length(
            cells, self._style_of()
        )

    def _paragraph_spans(self, view: View, number: int) -> list[Span]:
        """What lies on a paragraph however the cursor moves; the later span lies on top."""
        if self._spans is None:
            self._spans = self._all_spans(view)
        return self._spans.get(number, [])

    def _all_spans(self, view: View) -> dict[int, list[Span]]:
        spans: dict[int, list[Span]] = defaultdict(list)
        article = view.page.article
        for number, paragraph in enumerate(article.paragraphs):
            if paragraph.role is not Role.BODY:
                spans[number].append(Span(paragraph.start, paragraph.end, str(paragraph.role)))
        for sentence in self._comparison.linked(self._number):
            for link in reversed(self._comparison.links(self._number, sentence)):
                name = article.sentences[sentence].paragraph
                spans[name].append(Span(link.here.start, link.here.end, str(link.match.kind)))
        for highlight in self.highlights:
            for row in {
                view.page.rows[n].paragraph for n in view.page.rows_of(highlight.start, highlight.end)
            }:
                spans[row].append(Span(highlight.start, highlight.end, highlight.colour))
        return spans

    def _cursor_spans(self, view: View, is_active: bool) -> list[Span]:
        spans = [Span(start, end, "partner") for start, end in self.partners]
        sentence = view.sentence
        if is_active and sentence:
            spans.append(Span(sentence.start, sentence.end, "cursor"))
        spans += [Span(start, end, "hit") for start, end in view.hits]
        spans += [Span(*view.hit, "active")] if view.hit else []
        if view.selected:
            spans.append(Span(*view.selected, "selection"))
        return spans

    # Marks

    def _marks(self, view: View, row: int, is_active: bool) -> list[Segment]:
        return [self._bar(view, row, is_active), self._sign(view, row), self._annotation_mark(view, row)]

    def _bar(self, view: View, row: int, is_active: bool) -> Segment:
        sentence = view.sentence
        if is_active and sentence and row in view.page.rows_of(sentence.start, sentence.end):
            return Segment("▌", self._style_of("bar"))
        if any(row in view.page.rows_of(*passage) for passage in self.partners):
            return Segment("┃", self._style_of("bar"))
        return Segment(" ", self._style_of())

    def _sign(self, view: View, row: int) -> Segment:
        for sentence in view.page.sentences_on(row, row + 1):
            if links := self._comparison.links(self._number, sentence):
                match = links[0].match
                return Segment(
                    GLYPHS[match.kind], self._style_of(f"sign-{match.kind}", *_strength(match.score))
                )
        return Segment(" ", self._style_of())

    def _annotation_mark(self, view: View, row: int) -> Segment:
        here = [h for h in self.highlights if view.page.row_of(h.start) == row]
        if not here:
            return Segment(" ", self._style_of())
        return Segment("✎" if any(h.has_note for h in here) else "●", self._style_of(here[-1].colour))

    # Map

    def map_cell(self, view: View, y: int, height: int) -> Segment:
        """The cell right of the text: where the screen is in the article, and where matches and notes are."""
        if self._map_size != (len(view.page), height):
            self._draw_map(view, height)
        rows = max(len(view.page), 1)
        shown = view.first_row <= (y + 0.5) * rows / height < view.first_row + height
        thumb = ("thumb",) if shown and len(view.page) > height else ()
        glyph, name = self._map.get(y, (" ", ""))
        return Segment(glyph, self._style_of("map", *thumb, *([name] if name else [])))

    def _draw_map(self, view: View, height: int) -> None:
        self._map_size = (len(view.page), height)
        self._map = {}
        scale = height / max(len(view.page), height)
        article = view.page.article
        for sentence in self._comparison.linked(self._number):
            y = int(view.page.row_of(article.sentences[sentence].start) * scale)
            self._map[y] = ("·", "bar")
        for highlight in self.highlights:
            self._map[int(view.page.row_of(highlight.start) * scale)] = ("•", highlight.colour)


def _strength(score: float) -> tuple[str, ...]:
    return ("strong",) if score >= _STRONG else ()
