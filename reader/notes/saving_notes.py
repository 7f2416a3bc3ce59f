"""Saving a note that somebody else may have changed, or whose annotation may be gone, since it was opened."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from annotations.model import Annotation, Revision, edited

if TYPE_CHECKING:
    from reader.notes.notebook import Notebook

__all__ = ["DIVIDER", "NoteOutcome", "save_note"]

DIVIDER = "\n\n– – – written at the same time: – – –\n\n"
"""The line between the note that somebody else has saved and one's own."""


class NoteOutcome(Enum):
    """The outcome of saving a note."""

    SAVED = "saved"
    BOTH = "both"  # the note was changed elsewhere meanwhile: both texts are in it
    RESTORED = "restored"  # the annotation was deleted elsewhere meanwhile: it is back, with the note


def save_note(notebook: Notebook, annotation: Annotation, note: str) -> NoteOutcome:
    """Saves the note on an annotation, as it was when the note was opened, in one step of undo.

    No text is lost: what somebody else has written meanwhile stays above a divider. Raises StoreError where
    nothing can be changed.
    """
    notebook.refresh()
    current = notebook.get(annotation.id)
    if current is None:
        restored = edited(annotation, note=note)
        notebook.revise(Revision("restored an annotation that was deleted meanwhile", (restored,)))
        return NoteOutcome.RESTORED
    if current.note in (annotation.note, note) or not current.note:
        notebook.change(current, note=note)
        return NoteOutcome.SAVED
    notebook.change(current, note=f"{current.note}{DIVIDER}{note}" if note else current.note)
    return NoteOutcome.BOTH
