"""The words that several screens share: notices of saved changes, hints of dialogs."""

from __future__ import annotations

__all__ = [
    "ANNOTATIONS",
    "CHOOSE_HINT",
    "CLOSE_HINT",
    "FORM_HINT",
    "KEYS",
    "LETTER_HINT",
    "NEST_HINT",
    "NOTE",
    "NOTE_HINT",
    "NOTHING_TO_CHANGE",
    "NOT_LENDABLE",
    "NOT_SAVED",
    "NOT_WRITTEN",
    "TAGS",
    "TAG_HINT",
    "TAG_PLACEHOLDER",
    "TICK_HINT",
    "WRITE_HINT",
    "more_lines",
    "undoable",
    "written_to",
]

ANNOTATIONS = "Annotations"
NOT_SAVED = "Not saved"
NOT_WRITTEN = "Not written"
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
NOTE_HINT = "Esc saves and closes · Ctrl+E opens the note in $EDITOR"
NOT_LENDABLE = "This terminal cannot open an editor."

TAGS = "Tags"
TAG_HINT = f"separate tags with spaces · {NEST_HINT} · Tab completes · Esc cancels · Enter saves"
TAG_PLACEHOLDER = "for example: claim topic/oil"


def undoable(done: str) -> str:
    """The notice of a change that is saved: what was done, and the way back."""
    return f"{done[:1].upper()}{done[1:]}. Press u to undo."


def written_to(what: str, path: object) -> str:
    """The notice that a file was written; `what` says what is in it."""
    return f"{what} written to {path}"


def more_lines(count: int, key: str) -> str:
    """The number of lines that are out of view, and the key that shows them."""
    lines = "line" if count == 1 else "lines"
    return f"… {count:,} more {lines}: {key}"
