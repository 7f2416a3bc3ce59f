"""The selection in the active article: by word, row, sentence, quotation and paragraph."""

from __future__ import annotations

from reader.articles.model import Paragraph
from reader.ui.compare.layout.words import next_end, previous_end, word_at
from reader.ui.compare.state.arrangement import Arrangement
from reader.ui.compare.state.article_view import ArticleView
from reader.ui.compare.state.scrolling import Scrolling

__all__ = ["TextSelection"]


class TextSelection:
    """Selects text of the active article; no other has a selection. Offsets are code points of its text."""

    def __init__(self, arrangement: Arrangement, scrolling: Scrolling) -> None:
        self._arrangement = arrangement
        self._scrolling = scrolling
        self._sentences: tuple[int, int] | None = None  # anchor and head, where whole sentences are selected

    @property
    def _view(self) -> ArticleView:
        return self._arrangement.view

    @property
    def _text(self) -> str:
        return self._view.layout.article.text

    def is_active(self) -> bool:
        """Whether something is selected."""
        return self._view.selection is not None

    def passage(self) -> tuple[int, int] | None:
        """The passage to work on: the selection, else the cursor's sentence; code points [start, end)."""
        selected, sentence = self._view.selected, self._view.sentence
        if selected and selected[0] < selected[1]:
            return selected
        return (sentence.start, sentence.end) if sentence else None

    def select(self, anchor: int, head: int) -> None:
        """Selects from one code point to another, in either direction."""
        self._sentences = None
        self._select(anchor, head)

    def _select(self, anchor: int, head: int) -> None:
        self._view.selection = (anchor, head)
        start, end = min(head, max(anchor, head) - 1), max(head, 1)
        self._scrolling.reveal(self._arrangement.active, start, end)

    def clear(self) -> None:
        """Selects nothing."""
        self._arrangement.clear_selection()

    def swap_ends(self) -> None:
        """Makes the other end of the selection the one that moves."""
        if self._view.selection:
            anchor, head = self._view.selection
            self.select(head, anchor)

    def extend_to(self, offset: int) -> None:
        """Extends the selection, or one that begins with the cursor's sentence, to `offset`."""
        sentence = self._view.sentence
        start = sentence.start if sentence else offset
        self.select(self._view.selection[0] if self._view.selection else start, offset)

    # By word and row

    def start(self) -> None:
        """Begins to select at the first word of the sentence under the cursor."""
        if sentence := self._view.sentence:
            self.select_word(sentence.start)

    def select_word(self, offset: int) -> None:
        """Selects the word at code point `offset`."""
        self.select(*word_at(self._text, offset))

    def extend_by_word(self, step: int) -> None:
        """Moves the end of the selection to the next or previous end of a word."""
        if self._view.selection:
            anchor, head = self._view.selection
            end_of_word = next_end if step > 0 else previous_end
            self.select(anchor, end_of_word(self._text, head))

    def extend(self, step: int) -> None:
        """Moves the end of the selection one row down or up; one sentence, where sentences are selected."""
        if self._view.selection is None:
            return
        if self._sentences:
            anchor, head = self._sentences
            self._select_sentences(anchor, head + step)
        else:
            anchor, head = self._view.selection
            self.select(anchor, self._row_away(head, step))

    def _row_away(self, offset: int, step: int) -> int:
        """The code point one row of text below or above another."""
        layout = self._view.layout
        row, cell = layout.cell_of(offset)
        row += step
        while 0 <= row < len(layout) and layout.rows[row].paragraph < 0:
            row += step
        return layout.offset_of(row, cell)

    # Whole sentences, paragraphs, quotations

    def select_sentence(self) -> None:
        """Selects the cursor's sentence; `extend` then adds whole ones."""
        if self._view.sentence:
            self._select_sentences(self._view.cursor, self._view.cursor)

    def _select_sentences(self, anchor: int, head: int) -> None:
        sentences = self._view.layout.article.sentences
        head = min(max(head, 0), len(sentences) - 1)
        self._sentences = anchor, head
        if head < anchor:
            self._select(sentences[anchor].end, sentences[head].start)
        else:
            self._select(sentences[anchor].start, sentences[head].end)

    def select_paragraph(self) -> None:
        """Selects the cursor's paragraph."""
        if paragraph := self._paragraph():
            self.select(paragraph.start, paragraph.end)

    def _paragraph(self) -> Paragraph | None:
        sentence = self._view.sentence
        return self._view.layout.article.paragraphs[sentence.paragraph] if sentence else None

    def select_quotation(self) -> bool:
        """Selects the words in quotation marks in the cursor's sentence; if some are selected, the next ones.

        False where nothing is in quotation marks.
        """
        from reader.language.quotation_marks import quotations

        sentence, paragraph = self._view.sentence, self._paragraph()
        if sentence is None or paragraph is None:
            return False
        in_paragraph = quotations(self._text, [(paragraph.start, paragraph.end)])
        spans = [(q.start, q.end) for q in in_paragraph if q.start < sentence.end and q.end > sentence.start]
        if spans:
            selected = self._view.selected
            self.select(*spans[(spans.index(selected) + 1) % len(spans) if selected in spans else 0])
        return bool(spans)
