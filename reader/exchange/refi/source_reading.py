"""The annotations of one source of a REFI-QDA project: of its passages, and of all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.model import Annotation, ArticleReference, Target, TextPosition, TextQuote
from annotations.relations import WHOLE
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId, Intake
from reader.exchange.refi.archive import RefiArchive
from reader.exchange.refi.coded_text import CodedText
from reader.exchange.refi.parsing import Element, children, guid_in, is_element
from reader.exchange.refi.project_notes import ProjectNotes
from reader.exchange.refi.remarks import Remarks
from reader.exchange.refi.selection import Selection
from reader.exchange.refi.source import QUOTES_ONLY
from reader.language.sentences import split
from reader.notes.anchored_place import Span

__all__ = ["SourceReader"]

_TEXTS = ("Representation", "Transcript", "TextDescription")
"""The texts inside a source that is not a text: of a PDF, of a recording or film, about a picture."""


class SourceReader:
    """Reads the sources of a project. Selections that cannot be kept go to the intake as left out."""

    def __init__(
        self,
        archive: RefiArchive,
        article_id: ArticleId,
        remarks: Remarks,
        notes: ProjectNotes,
        intake: Intake,
    ) -> None:
        self._archive = archive
        self._article_id = article_id
        self._remarks = remarks
        self._notes = notes
        self._intake = intake
        self._pairs_are_one = "ATLAS" in archive.root.get("origin", "").upper()

    def annotations(self, source: Element) -> Iterator[Annotation]:
        """The annotations of a source."""
        inside = [each for name in _TEXTS for each in children(source, name)]
        texts = [source] if is_element(source, "TextSource") else inside
        for element in texts:
            yield from self._in_text(source, element)
        yield from self._in_areas(source, texts)
        for element in ([] if source in texts else [source]) + texts:
            yield from self._on_all(source, element, texts)

    def _in_text(self, source: Element, element: Element) -> Iterator[Annotation]:
        """The annotations of the selections in one text of a source."""
        selections = [*self._selections(source, element)]
        if not selections:
            return
        name = _name(source)
        try:
            text = self._text(element, selections)
        except ValueError as error:
            text, reason = None, str(error)
        article = self._article(source, text.text if text else None)
        quotes_only = QUOTES_ONLY in self._archive.facts(source)
        for selection in selections:
            if text is None and not selection.has_all_words:
                self._intake.leave_out(f"{name}, {selection}", reason)
                continue
            with self._intake.item(f"{name}, {selection},"):
                target = selection.target(article, text, quotes_only=quotes_only)
                yield self._annotation(selection, target)

    def _text(self, element: Element, selections: list[Selection]) -> CodedText:
        named = [(each.start, each.end, each.name) for each in selections if each.is_complete]
        return CodedText(self._archive.raw_text(element), named, pairs_are_one=self._pairs_are_one)

    def _selections(self, source: Element, element: Element) -> Iterator[Selection]:
        """The selections in a text, and those of notes on passages of it."""
        points = {guid_in(point): point.get("position", "") for point in children(element, "SyncPoint")}
        for each in children(element, "PlainTextSelection"):
            yield Selection(each, each.get("startPosition", ""), each.get("endPosition", ""))
        for each in children(element, "TranscriptSelection"):
            ends = (points.get(guid_in(each, name), "") for name in ("fromSyncPoint", "toSyncPoint"))
            yield Selection(each, *ends)
        for holder in [source] if element is source else [source, element]:
            for each, note, text in self._notes.on_passages(holder):
                places = each.get("startPosition", ""), each.get("endPosition", "")
                yield Selection(each, *places, note=note, remark=text)

    def _annotation(self, selection: Selection, target: Target) -> Annotation:
        if selection.note is None:
            return self._remarks.annotation(selection.element, target)
        return self._remarks.made(selection.element, target, [selection.remark], about=selection.note)

    def _in_areas(self, source: Element, texts: list[Element]) -> Iterator[Annotation]:
        """The annotations of areas of PDF pages, as far as the project has the words in them."""
        areas = children(source, "PDFSelection")
        worded = [area for area in areas if children(area, "Representation")]
        if len(worded) < len(areas):
            number = counted(len(areas) - len(worded), "selection")
            self._intake.leave_out(_name(source), f"{number} in the picture of a page, without words")
        for area in worded:
            with self._intake.item(f"{_name(source)}, selection “{area.get('name', '')}”"):
                quote = sanitize(self._archive.raw_text(children(area, "Representation")[0]))
                yield self._remarks.annotation(area, self._quoting(quote, source, texts))

    def _quoting(self, quote: str, source: Element, texts: list[Element]) -> Target:
        """The target for words of a source: at their only place in its text, else at an unknown one."""
        if not quote.strip():
            raise ValueError("it has no words")
        text = self._archive.raw_text(texts[0]) if texts else ""
        cleaned = sanitize(text)
        article = self._article(source, cleaned or None)
        if cleaned.count(quote) == 1:
            start = cleaned.index(quote)
            return Target.of(article, cleaned, start, start + len(quote))
        return Target(article, TextQuote(quote), TextPosition(0, len(quote)))

    def _on_all(self, source: Element, element: Element, texts: list[Element]) -> Iterator[Annotation]:
        """The annotation of a whole article, where a source has codes or notes of its own."""
        described = [sanitize(each.text or "").strip() for each in children(element, "Description")]
        notes = [*filter(None, described), *self._notes.of_source(element)]
        if not notes and not children(element, "Coding"):
            return
        try:
            text = sanitize(self._archive.raw_text(texts[0] if texts else source))
            target = Target.of(self._article(source, text), text, *_first_sentence(text))
        except ValueError as error:
            self._intake.leave_out(_name(source), f"codes or notes of the whole source; {error}")
            return
        with self._intake.item(f"{_name(source)}, as a whole,"):
            yield self._remarks.made(element, target, notes, relation=WHOLE)

    def _article(self, source: Element, text: str | None) -> ArticleReference:
        return self._archive.article(source, text, self._article_id)


def _name(source: Element) -> str:
    return sanitize_line(source.get("name", "")) or "a source without a name"


def _first_sentence(text: str) -> Span:
    """The place of the first sentence. Raises ValueError for a text without words."""
    lines = re.search(r"\S.*", text)
    if lines is None:
        raise ValueError("its text is empty")
    return split(text, *lines.span())[0]
