"""The words that several screens share: notices of saved changes, hints of dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notes.saving_notes import NoteOutcome

__all__ = [
    "ANNOTATIONS",
    "CHOOSE_HINT",
    "CLOSE_HINT",
    "DISCARD_TEXT",
    "FORM_HINT",
    "GO_ON_WRITING",
    "KEYS",
    "LETTER_HINT",
    "LOSING_HINT",
    "NEST_HINT",
    "NOTE",
    "NOTE_HINT",
    "NOTHING_TO_CHANGE",
    "NOT_LENDABLE",
    "NOT_SAVED",
    "NOT_SAVED_YET",
    "NOT_WRITTEN",
    "SAVE_TEXT",
    "STATUS_NOT_SAVED",
    "STATUS_UNREACHABLE",
    "TAGS",
    "TAG_HINT",
    "TAG_PLACEHOLDER",
    "TICK_HINT",
    "WRITE_HINT",
    "draft_not_kept",
    "draft_offered",
    "more_lines",
    "more_notices",
    "note_saved",
    "reachable_again",
    "rescued",
    "undoable",
    "written_to",
]

ANNOTATIONS = "Annotations"
NOT_SAVED = "Not saved"
NOT_WRITTEN = "Not written"
STATUS_NOT_SAVED = "NOT SAVED"
STATUS_UNREACHABLE = "FILE NOT READABLE"
NOTHING_TO_CHANGE = "Nothing to change."
KEYS = "Keys"

CLOSE_HINT = "Esc closes"
CHOOSE_HINT = "Esc cancels · Enter chooses"
TICK_HINT = "Enter or a click ticks · Esc closes"
FORM_HINT = "Tab goes to the next line · Esc cancels · Enter saves"
WRITE_HINT = "Esc cancels · Enter writes the file"
LETTER_HINT = "Press a letter or a digit · Esc cancels"
NEST_HINT = "a/b nests b in a"

NOTE = "Note"
NOTE_HINT = "Ctrl+S saves and closes · Esc cancels · Ctrl+E opens the note in $EDITOR"
NOT_SAVED_YET = "The text is not saved yet"
SAVE_TEXT = "Save it"
DISCARD_TEXT = "Discard it"
GO_ON_WRITING = "Go on writing"
LOSING_HINT = "Esc goes on writing · Enter chooses"
NOT_LENDABLE = "This terminal cannot open an editor."

TAGS = "Tags"
TAG_HINT = f"separate tags with spaces · {NEST_HINT} · Tab completes · Esc cancels · Enter saves"
TAG_PLACEHOLDER = "for example: claim topic/oil"


def draft_offered(at: str) -> str:
    """The hint of a dialog that begins with a draft; `at` is its time."""
    return f"This draft of {at} was not saved · Ctrl+Z shows the note without it"


def draft_not_kept(reason: object) -> str:
    """The notice that a text is nowhere but on the screen until it is saved."""
    return f"No draft of this text can be kept ({reason}). Press Ctrl+S soon."


def undoable(done: str) -> str:
    """The notice of a change that is saved: what was done, and the way back."""
    return f"{done[:1].upper()}{done[1:]}. Press u to undo."


def written_to(what: str, path: object) -> str:
    """The notice that a file was written; `what` says what is in it."""
    return f"{what} written to {path}"


def more_notices(count: int) -> str:
    """The number of notices about the annotations file that are not shown."""
    return f"{count:,} more notices of this kind."


def rescued(unsaved: str, path: object) -> str:
    """The last line of a reader that could not save: where the annotations are instead."""
    return f"{unsaved}. All annotations are in {path}; reader restore {path} brings them back"


def reachable_again(path: object) -> str:
    """The notice that the annotations file can be read after it could not be."""
    return f"{path}: can be read again."


def more_lines(count: int, key: str) -> str:
    """The number of lines that are out of view, and the key that shows them."""
    lines = "line" if count == 1 else "lines"
    return f"… {count:,} more {lines}: {key}"


def note_saved(outcome: NoteOutcome) -> str:
    """A notice about a note that was saved; "" where it is simply saved."""
    return _NOTE_SAVED.get(outcome.name, "")


_NOTE_SAVED = {
    "BOTH": "Somebody else changed this note meanwhile. Both texts are in it; press a to see them.",
    "RESTORED": "Somebody else deleted this annotation meanwhile. It is back, with your note.",
}
