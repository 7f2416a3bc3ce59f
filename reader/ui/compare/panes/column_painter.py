"""Draws the rows of one article: its marks, its text, its map. Rows are drawn once and kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from reader.articles.model import Article, Role
from reader.differences.word_diff import word_diff
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.compare.layout.column_widths import GUTTER
from reader.ui.compare.layout.rows import Row
from reader.ui.compare.layout.spans import Highlight, Span, runs
from reader.ui.compare.state.article_view import ArticleView
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["ColumnPainter"]

_ALONE = "◇"  # the sign of a sentence that only this article has

_STRONG = 80  # a match that scores as much has a bold sign

StyleOf = Callable[..., Style]


class ColumnPainter:
    """One article's rows. `style_of` turns names of component classes into a style."""

    def __init__(self, number: int, comparison: Comparison, style_of: StyleOf) -> None:
        self._number = number
        self._comparison = comparison
        self._style_of = style_of
        self._rows: dict[int, list[Segment]] = {}
        self._spans: dict[int, list[Span]] = {}
        self._map: dict[int, tuple[str, str]] = {}
        self._map_size = (0, 0)
        self._thumb = range(0)
        self._thumb_of: object = None
        self.highlights: tuple[Highlight, ...] = ()
        self.partners: tuple[tuple[int, int], ...] = ()  # passages that match the active cursor's
        self.alone = False  # sentences without a match are shown, not those with one
        self.words = False  # the words that differ from the counterpart are shown

    def forget(self) -> None:
        """Draws every row again: everything may have changed."""
        self._rows.clear()
        self._spans.clear()
        self._map_size = (0, 0)

    def forget_rows(self, rows: Iterable[int]) -> None:
        """Draws these rows again; annotations and matches are the same."""
        for row in rows:
            self._rows.pop(row, None)

    # Rows

    def row(self, view: ArticleView, number: int, is_active: bool) -> list[Segment]:
        """Marks and text of a row, GUTTER + width cells; blank below the last row."""
        if number not in self._rows:
            self._rows[number] = self._draw(view, number, is_active)
        return self._rows[number]

    def _draw(self, view: ArticleView, number: int, is_active: bool) -> list[Segment]:
        width = view.layout.width
        row = view.layout.rows[number] if view.layout.has_row(number) else None
        if row is None or row.paragraph < 0:
            return [Segment(" " * (GUTTER + width), self._style_of())]
        text = view.layout.article.text
        end = row.start + len(text[row.start : row.end].rstrip())
        cursor = _CursorSpans(view, is_active, self.partners)
        spans = [*self._paragraph_spans(view, row.paragraph), *cursor.spans(row)]
        segments = [
            Segment(text[first:last].replace("\n", " "), self._style_of(*styles))
            for first, last, styles in runs(row.start, end, spans)
        ]
        room = width - sum(cell_len(segment.text) for segment in segments)
        marks = [self._bar(cursor, row), self._sign(view.layout.article, row), self._annotation_mark(row)]
        rest = [Segment(" " * room, self._style_of())] if room else []
        return [*marks, *segments, *rest]

    def _paragraph_spans(self, view: ArticleView, number: int) -> list[Span]:
        """The spans of a paragraph that the cursor does not change; a later span lies on top."""
        if number not in self._spans:
            self._spans[number] = list(self._lying_on(view.layout.article, number))
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
        """The spans of a sentence that other articles have too, or that only this one has."""
        links = self._comparison.links(self._number, number)
        if self.alone:
            if links:
                sentence = article.sentences[number]
                yield Span(sentence.start, sentence.end, "quiet")
            return
        for link in reversed(links):
            yield Span(link.passage.start, link.passage.end, str(link.match.kind))
        if self.words and links:
            yield from self._differing(article, links[0])

    def _differing(self, article: Article, link: MatchLink) -> Iterator[Span]:
        passage = link.other_passage
        other = self._comparison.articles[link.other].text[passage.start : passage.end]
        start = link.passage.start
        words = word_diff(article.text[start : link.passage.end], other)
        for first, last in words.a:
            yield Span(start + first, start + last, "word" if words.are_few else "quiet")
        for difference in link.match.differences:
            if place := difference.a if self._number < link.other else difference.b:
                yield Span(place.start, place.end, "differs")

    # Marks

    def _bar(self, cursor: _CursorSpans, row: Row) -> Segment:
        glyph = cursor.bar(row)
        return Segment(glyph, self._style_of("bar")) if glyph else Segment(" ", self._style_of())

    def _sign(self, article: Article, row: Row) -> Segment:
        """The sign of the first match that begins on the row."""
        sentences = article.sentences
        for number in range(article.sentence_at(row.start), article.sentence_at(row.end - 1) + 1):
            if sentences[number].start < row.start:
                continue
            links = self._comparison.links(self._number, number)
            if links and not self.alone:
                match = links[0].match
                style = self._style_of(f"sign-{match.kind}", *_strength(match.score))
                return Segment(KIND_SIGNS[match.kind], style)
            if self.alone and not links and article.role(sentences[number]) is Role.BODY:
                return Segment(_ALONE, self._style_of("bar"))
        return Segment(" ", self._style_of())

    def _annotation_mark(self, row: Row) -> Segment:
        beginning = [h for h in self.highlights if row.start <= h.start < row.end]
        if not beginning:
            return Segment(" ", self._style_of())
        return Segment(
            "✎" if any(h.has_note for h in beginning) else "●", self._style_of(beginning[-1].colour)
        )

    # Map

    def map_cell(self, view: ArticleView, y: int, height: int) -> Segment:
        """The cell right of the text: where the screen is in the article, and where matches and notes are."""
        if self._map_size != (view.layout.width, height):
            self._draw_map(view, height)
        if self._thumb_of != (view.first_row, self._map_size):
            self._thumb_of, self._thumb = (view.first_row, self._map_size), self._find_thumb(view, height)
        thumb = ("thumb",) if y in self._thumb else ()
        glyph, name = self._map.get(y, (" ", ""))
        return Segment(glyph, self._style_of("map", *thumb, *([name] if name else [])))

    def _find_thumb(self, view: ArticleView, height: int) -> range:
        """The cells of the map for the text on screen; none where all of the article is on screen."""
        if not view.layout.has_row(height):
            return range(0)
        share = len(view.layout.article.text) / height
        start, end = view.layout.span(range(view.first_row, view.first_row + height))
        return range(ceil(start / share - 0.5), ceil(end / share - 0.5))

    def _draw_map(self, view: ArticleView, height: int) -> None:
        self._map_size = (view.layout.width, height)
        self._map = {}
        cell_of = self._cell_of(view, height)
        for y in self._marked_cells(view.layout.article, cell_of):
            self._map[y] = ("·", "bar")
        for highlight in self.highlights:
            self._map[cell_of(highlight.start)] = ("•", highlight.colour)

    def _cell_of(self, view: ArticleView, height: int) -> Callable[[int], int]:
        """From a code point to its cell of the map, of `height` cells.

        In a text that fits on the screen each cell is a row; in a longer one it stands for as much of the
        text as any other, so that nothing has to be wrapped for the map.
        """
        if not view.layout.has_row(height):
            return view.layout.row_of
        share = len(view.layout.article.text) / height
        return lambda offset: min(int(offset / share), height - 1)

    def _marked_cells(self, article: Article, cell_of: Callable[[int], int]) -> Iterator[int]:
        """The cells in which a marked sentence begins. Not every sentence is looked at."""
        marked = (self._comparison.alone if self.alone else self._comparison.linked)(self._number)

        def cell(sentence: int) -> int:
            return cell_of(article.sentences[sentence].start)

        after = 0
        while after < len(marked):
            y = cell(marked[after])
            yield y
            after = bisect_right(marked, y, lo=after, key=cell)


class _CursorSpans:
    """The cursor, its counterparts, the selection and the hits in one article."""

    def __init__(self, view: ArticleView, is_active: bool, partners: Sequence[tuple[int, int]]) -> None:
        sentence = view.sentence if is_active else None
        self._view = view
        self._sentence = (sentence.start, sentence.end) if sentence else (0, 0)
        self._partners = partners

    def spans(self, row: Row) -> Iterator[Span]:
        """The spans on a row; a later span lies on top."""
        view = self._view
        yield from (Span(*partner, "partner") for partner in self._partners)
        yield Span(*self._sentence, "cursor")
        first = bisect_left(view.hits, row.start, key=lambda hit: hit[1])
        last = bisect_left(view.hits, row.end, key=lambda hit: hit[0])
        yield from (Span(*hit, "hit") for hit in view.hits[first:last])
        if view.hit:
            yield Span(*view.hit, "selection")
        if view.selected:
            yield Span(*view.selected, "selection")

    def bar(self, row: Row) -> str:
        """The sign beside a row of the cursor's sentence, or of a counterpart; "" beside others."""
        if _touches(row, self._sentence):
            return "▌"
        return "┃" if any(_touches(row, partner) for partner in self._partners) else ""


def _touches(row: Row, span: tuple[int, int]) -> bool:
    return row.start < span[1] and span[0] < row.end


def _strength(score: float) -> tuple[str, ...]:
    return ("strong",) if score >= _STRONG else ()
