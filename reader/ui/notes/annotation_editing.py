"""Changing annotations in their list: the marked ones, else the one under the cursor, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.model import Annotation, next_colour
from reader.base.errors import UserError
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_screen import NotebookScreen
from reader.ui.kit.wording import NOTE, TAGS, note_saved, undoable
from reader.ui.notes import wording

__all__ = ["AnnotationEditing"]

Changes = dict[str, dict[str, object]]
"""New values of fields, by the id of their annotation."""


class AnnotationEditing:
    """Tags, notes, colours and deletes annotations of a list."""

    def __init__(self, screen: NotebookScreen[Annotation]) -> None:
        self._screen = screen

    def _chosen(self) -> list[Annotation]:
        return self._screen.listing.chosen(self._screen.table.cursor)

    @handles("annotations.delete")
    def delete(self) -> None:
        """Deletes the annotations."""
        chosen, notebook = self._chosen(), self._screen.access.writing()
        if chosen and notebook:
            notebook.delete(*(annotation.id for annotation in chosen))
            self._screen.notify_done(undoable(wording.deleted(len(chosen))))

    @handles("annotations.colour")
    def change_colour(self) -> None:
        """Gives the annotations the next colour, the same for all."""
        if chosen := self._chosen():
            colour = next_colour(chosen[0].colour)
            self._change(chosen, {annotation.id: {"colour": colour} for annotation in chosen})

    @handles("annotations.tag")
    def ask_tags(self) -> None:
        """Asks for the tags; of several annotations, for those that all of them have."""
        from reader.ui.kit.tag_dialog import TagDialog

        chosen, notebook = self._chosen(), self._screen.access.reading()
        if not chosen or notebook is None:
            return
        common = [tag for tag in chosen[0].tags if all(tag in row.tags for row in chosen)]

        def save(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self._change(
                    chosen, {row.id: {"tags": [*tags, *_without(row.tags, common)]} for row in chosen}
                )

        in_use = [tag for tag, _uses in notebook.tags()]
        dialog = TagDialog(common, in_use, wording.of_annotations(TAGS, len(chosen)))
        self._screen.app.push_screen(dialog, save)

    @handles("annotations.note")
    def ask_note(self) -> None:
        """Asks for the note of the annotation under the cursor."""
        from reader.ui.kit.note_dialog import NoteDialog

        if annotation := self._screen.current:
            draft = self._screen.access.draft(annotation.id)

            def save(note: str | None) -> None:
                if note is not None and self._save_note(annotation, note):
                    draft.forget()

            self._screen.app.push_screen(NoteDialog(NOTE, annotation.note, draft), save)

    def _save_note(self, annotation: Annotation, note: str) -> bool:
        """Saves a note, and says if it was changed or deleted elsewhere meanwhile; whether it is saved."""
        from reader.notes.saving_notes import save_note

        notebook = self._screen.access.writing()
        if notebook is None:
            return False
        told = note_saved(save_note(notebook, annotation, note))
        self._screen.notify_done(told or undoable(wording.changed(1)))
        return True

    def _change(self, chosen: Sequence[Annotation], changes: Changes) -> bool:
        """Makes the changes, or shows why they cannot be made; whether they were made."""
        notebook = self._screen.access.writing()
        if notebook is None:
            return False
        try:
            notebook.change_all([(annotation, changes[annotation.id]) for annotation in chosen])
        except UserError as error:
            self._screen.annotations_changed()
            self._screen.notify(str(error), severity="warning", timeout=8)
            return False
        self._screen.notify_done(undoable(wording.changed(len(chosen))))
        return True


def _without(tags: Sequence[str], others: Sequence[str]) -> list[str]:
    return [tag for tag in tags if tag not in others]
