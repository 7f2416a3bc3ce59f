"""Draws the rows of one article: its marks, its text, its map. Rows are drawn once and kept as strips."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.articles.model import Article, Role
from reader.matching.model import Kind
from reader.ui.comparison import Comparison, Link
from reader.ui.differing import differing
from reader.ui.layout.columns import MARKS
from reader.ui.layout.spans import Highlight, Span, runs
from reader.ui.layout.spread import View

__all__ = ["GLYPHS", "ColumnPainter"]

GLYPHS = {
    Kind.VERBATIM: "=",
    Kind.NEAR_DUPLICATE: "≈",
    Kind.QUOTE: "”",
    Kind.SAME_FACT: "~",
    Kind.PINNED: "+",
}
"""The sign of a match beside its sentence, so that no kind is told by its colour alone."""

_ALONE = "◇"  # the sign of a sentence that only this article has

_STRONG = 80  # a match that scores as much has a bold sign

StyleOf = Callable[..., Style]


class ColumnPainter:
    """One article's strips. `style_of` turns names of component classes into a style."""

    def __init__(self, number: int, comparison: Comparison, style_of: StyleOf) -> None:
        self._number = number
        self._comparison = comparison
        self._style_of = style_of
        self._strips: dict[int, Strip] = {}
        self._spans: dict[int, list[Span]] = {}
        self._map: dict[int, tuple[str, str]] = {}
        self._map_size = (0, 0)
        self.highlights: tuple[Highlight, ...] = ()
        self.partners: tuple[tuple[int, int], ...] = ()  # passages that match the active cursor's
        self.alone = False  # what only this article says is shown, and not what it shares
        self.words = False  # the words that differ from the counterpart are shown

    def forget(self) -> None:
        """Everything may have changed."""
        self._strips.clear()
        self._spans.clear()
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
        if not view.page.has_row(number) or view.page.rows[number].paragraph < 0:
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
        if number not in self._spans:
            self._spans[number] = list(self._lying_on(view.page.article, number))
        return self._spans[number]

    def _lying_on(self, article: Article, number: int) -> Iterator[Span]:
        paragraph = article.paragraphs[number]
        if paragraph.role is not Role.BODY:
            yield Span(paragraph.start, paragraph.end, str(paragraph.role))
        first, last = article.sentence_at(paragraph.start), article.sentence_at(paragraph.end - 1)
        for sentence in range(first, last + 1):
            yield from self._shared(article, sentence)
        lying = [h for h in self.highlights if h.start < paragraph.end and h.end > paragraph.start]
        for count, highlight in enumerate(lying):
            yield Span(highlight.start, highlight.end, highlight.colour)
            for other in lying[:count]:
                yield Span(max(highlight.start, other.start), min(highlight.end, other.end), "overlap")

    def _shared(self, article: Article, number: int) -> Iterator[Span]:
        """How a sentence shows that other articles have it too."""
        links = self._comparison.links(self._number, number)
        if self.alone:
            if links:
                sentence = article.sentences[number]
                yield Span(sentence.start, sentence.end, "quiet")
            return
        for link in reversed(links):
            yield Span(link.here.start, link.here.end, str(link.match.kind))
        if self.words and links:
            yield from self._differing(article, links[0])

    def _differing(self, article: Article, link: Link) -> Iterator[Span]:
        there = self._comparison.articles[link.other].text[link.there.start : link.there.end]
        start = link.here.start
        words = differing(article.text[start : link.here.end], there)
        for first, last in words.a:
            yield Span(start + first, start + last, "word" if words.are_few else "quiet")
        for difference in link.match.differences:
            if place := difference.a if self._number < link.other else difference.b:
                yield Span(place.start, place.end, "differs")

    def _cursor_spans(self, view: View, is_active: bool) -> list[Span]:
        spans = [Span(start, end, "partner") for start, end in self.partners]
        sentence = view.sentence
        if is_active and sentence:
            spans.append(Span(sentence.start, sentence.end, "cursor"))
        spans += [Span(start, end, "hit") for start, end in view.hits]
        spans += [Span(*view.hit, "selection")] if view.hit else []
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
            links = self._comparison.links(self._number, sentence)
            if links and not self.alone:
                match = links[0].match
                style = self._style_of(f"sign-{match.kind}", *_strength(match.score))
                return Segment(GLYPHS[match.kind], style)
            if self.alone and not links and self._is_body(view.page.article, sentence):
                return Segment(_ALONE, self._style_of("bar"))
        return Segment(" ", self._style_of())

    def _is_body(self, article: Article, sentence: int) -> bool:
        return article.role(article.sentences[sentence]) is Role.BODY

    def _annotation_mark(self, view: View, row: int) -> Segment:
        here = [h for h in self.highlights if view.page.row_of(h.start) == row]
        if not here:
            return Segment(" ", self._style_of())
        return Segment("✎" if any(h.has_note for h in here) else "●", self._style_of(here[-1].colour))

    # Map

    def map_cell(self, view: View, y: int, height: int) -> Segment:
        """The cell right of the text: where the screen is in the article, and where matches and notes are."""
        if self._map_size != (view.page.width, height):
            self._draw_map(view, height)
        start, end = view.page.span(range(view.first_row, view.first_row + height))
        shown = start <= (y + 0.5) * len(view.page.article.text) / height < end
        thumb = ("thumb",) if shown and view.page.has_row(height) else ()
        glyph, name = self._map.get(y, (" ", ""))
        return Segment(glyph, self._style_of("map", *thumb, *([name] if name else [])))

    def _draw_map(self, view: View, height: int) -> None:
        self._map_size = (view.page.width, height)
        self._map = {}
        cell_of = self._cell_of(view, height)
        for y in self._marked_cells(view.page.article, cell_of):
            self._map[y] = ("·", "bar")
        for highlight in self.highlights:
            self._map[cell_of(highlight.start)] = ("•", highlight.colour)

    def _cell_of(self, view: View, height: int) -> Callable[[int], int]:
        """From a code point to its cell of the map, of `height` cells.

        In a text that fits on the screen each cell is a row; in a longer one it stands for as much of the
        text as any other, so that nothing has to be wrapped for the map.
        """
        if not view.page.has_row(height):
            return view.page.row_of
        share = len(view.page.article.text) / height
        return lambda offset: min(int(offset / share), height - 1)

    def _marked_cells(self, article: Article, cell_of: Callable[[int], int]) -> Iterator[int]:
        """The cells in which a marked sentence begins. Of many sentences, not each is looked at."""
        marked = (self._comparison.alone if self.alone else self._comparison.linked)(self._number)

        def cell(sentence: int) -> int:
            return cell_of(article.sentences[sentence].start)

        after = 0
        while after < len(marked):
            y = cell(marked[after])
            yield y
            after = bisect_right(marked, y, lo=after, key=cell)


def _strength(score: float) -> tuple[str, ...]:
    return ("strong",) if score >= _STRONG else ()
