"""The words of the app itself: what it opens, remembers, exports and undoes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.base.phrases import counted, listed

__all__ = [
    "AT_NEEDS_FILES",
    "ELSEWHERE",
    "ELSEWHERE_HINT",
    "HOW_TO_QUIT",
    "LEAVE_WITH_RESCUE",
    "NOTHING_COMPARED",
    "NOT_EXPORTED",
    "NOT_OPENED",
    "NO_ANNOTATIONS",
    "NO_RESCUE",
    "OPENING",
    "OPEN_AGAIN",
    "SAVE_ELSEWHERE",
    "STAY",
    "STILL_NOT_SAVED",
    "TRY_AGAIN",
    "annotations_file",
    "drafts_left",
    "exists_already",
    "export_hint",
    "export_title",
    "exporting",
    "named_twice",
    "not_remembered",
    "not_saved_hint",
    "nothing_to",
    "results_alone",
    "story_limits",
    "titles",
    "unknown_command",
    "unknown_theme",
]

OPENING = "Opening …"
NOT_OPENED = "Not opened"
OPEN_AGAIN = "Open again"
NOTHING_COMPARED = "Nothing has been compared yet."
HOW_TO_QUIT = "Press q to go back, Ctrl+Q to quit."

NOT_EXPORTED = "Not exported"
NO_ANNOTATIONS = "No annotations to export."

AT_NEEDS_FILES = "--at finds words in articles; name their files: reader A B --at WORDS"


TRY_AGAIN = "Try to save again"
SAVE_ELSEWHERE = "Save in another place"
LEAVE_WITH_RESCUE = "Leave, and write a rescue file"
STAY = "Stay"
STILL_NOT_SAVED = "It is still not possible to save."
ELSEWHERE = "a file or a folder, such as ~/annotations.json"
ELSEWHERE_HINT = "Enter writes all annotations to this file and leaves · Esc goes back"
NO_RESCUE = "No rescue file can be written, neither here nor in your home folder; save in another place."


def not_saved_hint(reason: str) -> str:
    """The reason why changes are not on disk, below the question of what to do."""
    return f"{reason}. Esc stays."


def exists_already(path: object) -> str:
    """The refusal of a path at which there is a file."""
    return f"{path} exists already; name a new file"


def story_limits(count: int, least: int, most: int, verb: str) -> str:
    """The refusal of a story with too few or too many articles; `verb` is the way to choose others."""
    limits = f"{least} to {most}"
    return f"A story needs {limits} articles, not {count:,}; {verb} {limits}."


def not_remembered(path: object, reason: str | None) -> str:
    """The notice that restored boilerplate will be boilerplate again at the next launch."""
    return f"{path}: cannot remember this for the next launch ({reason})"


def titles(of_comparison: Iterable[str]) -> str:
    """A comparison, as a choice to open again."""
    return "  ⇄  ".join(of_comparison)


def nothing_to(verb: str) -> str:
    """The notice that there is nothing to undo or redo."""
    return f"Nothing to {verb}."


def export_title(count: int) -> str:
    """The question for the file of an export."""
    return f"Export {annotations_file(count)} to"


def export_hint(endings: str) -> str:
    """The formats of an export."""
    return f"The ending selects the format: {endings} · Esc cancels · Enter writes the file"


def drafts_left(count: int) -> str:
    """The notice at the start that reader ended while texts were being written."""
    if count == 1:
        return "A note was not saved. Open it again, and its draft is there."
    return f"{count:,} notes were not saved. Open them again, and their drafts are there."


def exporting(count: int) -> str:
    """The notice that an export has begun."""
    return f"Exporting {annotations_file(count)} …"


def annotations_file(count: int) -> str:
    """The content of an export."""
    return counted(count, "annotation")


def unknown_command(path: object, name: str) -> str:
    """The refusal of a key for a command that does not exist."""
    return f'{path}: unknown command "{name}"; reader --keys lists the commands'


def unknown_theme(path: object, name: str, names: Sequence[str]) -> str:
    """The refusal of a theme that does not exist."""
    return f'{path}: unknown theme "{name}"; use {listed(names, "or")}'


def results_alone(path: str) -> str:
    """The refusal to open matches of an archive together with something else."""
    return f"{path} contains matches of an archive; open it alone"


def named_twice(path: object) -> str:
    """The notice that a file was named more than once."""
    return f"{path} was named more than once; it is open once."
