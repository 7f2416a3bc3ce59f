"""Selecting in the active article of a spread: by word, row, sentence, quotation and paragraph."""

from __future__ import annotations

from reader.articles.model import Paragraph
from reader.ui.compare.layout.scrolling import Scrolling
from reader.ui.compare.layout.words import next_end, previous_end, word_at

__all__ = ["Selecting"]


class Selecting(Scrolling):
    """Only one article has a selection: the active one. Offsets are code points of its text."""

    _ends: tuple[int, int] | None = None  # numbers of the sentences between which whole ones are selected

    def activate(self, number: int) -> None:
        """Makes an article the active one; what was selected in another is so no more."""
        if number != self.active:
            self.clear_selection()
        super().activate(number)

    def is_selecting(self) -> bool:
        """Whether something is selected in the active article."""
        return self.view.selection is not None

    def select(self, anchor: int, head: int) -> None:
        """Selects from one code point to another, in either direction."""
        self._ends = None
        self._select(anchor, head)

    def _select(self, anchor: int, head: int) -> None:
        self.view.selection = (anchor, head)
        self._reveal(self.active, min(head, max(anchor, head) - 1), max(head, 1))

    def clear_selection(self) -> None:
        """Selects nothing."""
        self._ends = None
        for view in self.views:
            view.selection = None

    def swap_ends(self) -> None:
        """The other end of the selection is the one that moves now."""
        if self.view.selection:
            anchor, head = self.view.selection
            self.select(head, anchor)

    def extend_to(self, offset: int) -> None:
        """The selection, or what begins with the cursor's sentence, reaches to `offset`."""
        sentence = self.view.sentence
        anchor = self.view.selection[0] if self.view.selection else sentence.start if sentence else offset
        self.select(anchor, offset)

    # By word and row

    def start_selection(self) -> None:
        """Begins to select at the first word of the sentence under the cursor."""
        if sentence := self.view.sentence:
            self.select_word(sentence.start)

    def select_word(self, offset: int) -> None:
        """Selects the word at code point `offset`."""
        self.select(*word_at(self.view.page.article.text, offset))

    def extend_by_word(self, step: int) -> None:
        """Moves the end of the selection to the next or previous end of a word."""
        if self.view.selection:
            anchor, head = self.view.selection
            find = next_end if step > 0 else previous_end
            self.select(anchor, find(self.view.page.article.text, head))

    def extend(self, step: int) -> None:
        """Moves the end of the selection one row down or up; one sentence, where sentences are selected."""
        if self._ends:
            self._select_sentences(self._ends[0], self._ends[1] + step)
        elif self.view.selection:
            anchor, head = self.view.selection
            row, cell = self.view.page.cell_of(head)
            row += step
            while 0 <= row < len(self.view.page) and self.view.page.rows[row].paragraph < 0:
                row += step
            self.select(anchor, self.view.page.offset_of(row, cell))

    # Whole sentences, paragraphs, quotations

    def select_sentence(self) -> None:
        """Selects the cursor's sentence; `extend` then takes in whole ones."""
        if self.view.sentence:
            self._select_sentences(self.view.cursor, self.view.cursor)

    def _select_sentences(self, anchor: int, head: int) -> None:
        sentences = self.view.page.article.sentences
        head = min(max(head, 0), len(sentences) - 1)
        self._ends = anchor, head
        if head < anchor:
            self._select(sentences[anchor].end, sentences[head].start)
        else:
            self._select(sentences[anchor].start, sentences[head].end)

    def select_paragraph(self) -> None:
        """Selects the cursor's paragraph."""
        if paragraph := self._paragraph():
            self.select(paragraph.start, paragraph.end)

    def _paragraph(self) -> Paragraph | None:
        view = self.view
        return view.page.article.paragraphs[view.sentence.paragraph] if view.sentence else None

    def select_quotation(self) -> bool:
        """Selects the words in quotation marks in the cursor's sentence, the next ones if some are selected.

        False where nobody is quoted in it.
        """
        from reader.language.quotation_marks import quotations

        sentence, paragraph = self.view.sentence, self._paragraph()
        if sentence is None or paragraph is None:
            return False
        found = quotations(self.view.page.article.text, [(paragraph.start, paragraph.end)])
        here = [(q.start, q.end) for q in found if q.start < sentence.end and q.end > sentence.start]
        if here:
            selected = self.view.selected
            self.select(*here[(here.index(selected) + 1) % len(here) if selected in here else 0])
        return bool(here)

    def passage(self) -> tuple[int, int] | None:
        """What an action works on: the selection, else the cursor's sentence; code points [start, end)."""
        if self.view.selected and self.view.selected[0] < self.view.selected[1]:
            return self.view.selected
        sentence = self.view.sentence
        return (sentence.start, sentence.end) if sentence else None
