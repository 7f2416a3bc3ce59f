"""The notes of a REFI-QDA project, by what they are about: a selection, a code, or a source."""

from __future__ import annotations

from collections.abc import Iterator

from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import Intake
from reader.exchange.refi.archive import RefiArchive
from reader.exchange.refi.parsing import Element, children, guid_in, named

__all__ = ["ProjectNotes"]


class ProjectNotes:
    """The texts of notes. Those that nobody asked for are left out in the end, by `report_unused`."""

    def __init__(self, archive: RefiArchive, intake: Intake) -> None:
        self._archive = archive
        self._intake = intake
        self._notes = {
            guid_in(note): note
            for notes in children(archive.root, "Notes")
            for note in children(notes, "Note")
        }
        self._used: set[str] = set()
        self._linked: dict[str, list[str]] = {}
        for link in named(archive.root, "Link"):
            self._link(guid_in(link, "originGUID"), guid_in(link, "targetGUID"))

    def of(self, element: Element) -> list[str]:
        """The texts of the notes to which an element, or a coding in it, refers, and those linked to it."""
        return [text for each in self._ids(element) if (text := self._text(each))]

    def of_source(self, source: Element) -> list[str]:
        """The texts of the notes of a source that are not `on_passages` of it."""
        ids = [each for each in self._ids(source) if not self._is_on_passages(self._notes.get(each))]
        return [text for each in ids if (text := self._text(each))]

    def on_passages(self, source: Element) -> Iterator[tuple[Element, Element, str]]:
        """The notes that select a passage of the source that refers to them: selection, note, and text.

        QualCoder writes its annotations so. Their positions are in the text of the source.
        """
        for identity in self._ids(source):
            note = self._notes.get(identity)
            if self._is_on_passages(note):
                for selection in children(note, "PlainTextSelection"):
                    yield selection, note, self._text(identity)

    def has(self, identity: str) -> bool:
        """Whether an id is that of a note."""
        return identity in self._notes

    def report_unused(self) -> None:
        """Leaves out the notes that are about nothing that reader can annotate, and codings inside notes."""
        for identity, note in self._notes.items():
            name = f"note “{sanitize_line(note.get('name', ''))}”"
            if identity not in self._used:
                self._intake.leave_out(name, "it is about no passage, article or code")
            inside = [*children(note, "Coding")]
            inside += [] if self._is_on_passages(note) else children(note, "PlainTextSelection")
            if inside:
                self._intake.leave_out(name, "codings of a note cannot be kept")

    def _link(self, origin: str, target: str) -> None:
        for note, other in ((origin, target), (target, origin)):
            if note in self._notes and other not in self._notes:
                self._linked.setdefault(other, []).append(note)

    def _ids(self, element: Element) -> list[str]:
        """The ids of the notes of an element, each once."""
        inside = [element, *children(element, "Coding")]
        ids = [guid_in(each, "targetGUID") for part in inside for each in children(part, "NoteRef")]
        return [*dict.fromkeys([*ids, *self._linked.get(guid_in(element), [])])]

    @staticmethod
    def _is_on_passages(note: Element | None) -> bool:
        selections = children(note, "PlainTextSelection") if note is not None else []
        return bool(selections) and not any(children(each, "Coding") for each in selections)

    def _text(self, identity: str) -> str:
        note = self._notes.get(identity)
        if note is None:
            return ""
        self._used.add(identity)
        described = " ".join(each.text or "" for each in children(note, "Description"))
        try:
            return sanitize(self._archive.raw_text(note) or described)
        except ValueError as error:
            if not described:
                self._intake.leave_out(f"note “{sanitize_line(note.get('name', ''))}”", str(error))
            return sanitize(described)
