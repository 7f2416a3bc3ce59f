"""Every command once: keys, footer, help and `reader --keys` all read this table.

Free of textual, so that `reader --keys` need not import it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["COMMANDS", "Command", "Place", "commands_of"]


class Place(StrEnum):
    """Where a command works."""

    PANES = "Moving about the articles"
    COMPARE = "Comparing and annotating"
    LIBRARY = "Library"
    ANNOTATIONS = "Annotations"
    EVERYWHERE = "Everywhere"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    `id` names it in the settings; `keys` are Textual key names, the first one is shown; `action` is the
    Textual action; `label` is the one or two words of the footer, where `footer` is 1 (shown first)
    to 4 (only where there is much room), or 0 (never).
    """

    id: str
    place: Place
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    footer: int = 0


def _compare(id: str, keys: str, action: str, label: str, help: str, footer: int = 0) -> Command:  # noqa: A002
    return Command(f"compare.{id}", Place.COMPARE, tuple(keys.split()), action, label, help, footer)


def _panes(id: str, keys: str, action: str, label: str, help: str, footer: int = 0) -> Command:  # noqa: A002
    return Command(f"panes.{id}", Place.PANES, tuple(keys.split()), action, label, help, footer)


def _library(id: str, keys: str, action: str, label: str, help: str, footer: int = 0) -> Command:  # noqa: A002
    return Command(f"library.{id}", Place.LIBRARY, tuple(keys.split()), action, label, help, footer)


def _annotations(id: str, keys: str, action: str, label: str, help: str, footer: int = 0) -> Command:  # noqa: A002
    return Command(f"annotations.{id}", Place.ANNOTATIONS, tuple(keys.split()), action, label, help, footer)


COMMANDS: tuple[Command, ...] = (
    _panes("next-match", "n", "step_match(1)", "next", "Go to the next sentence that another article has too", 1),
    _panes("previous-match", "N", "step_match(-1)", "previous", "Go to the previous sentence that another article has too"),
    _panes("counterpart", "enter", "counterpart", "counterpart", "Go to the matching sentence in the other article", 2),
    _panes("select", "v", "select", "select", "Start or stop selecting words; the moving keys then extend it", 3),
    _panes("next-link", "full_stop", "next_link", "another", "Look at another counterpart of the same sentence, where it has several"),
    _panes("down", "j down", "step_sentence(1)", "down", "Next sentence; while selecting, one line further"),
    _panes("up", "k up", "step_sentence(-1)", "up", "Previous sentence; while selecting, one line back"),
    _panes("right", "l right", "step_word(1)", "right", "While selecting, one word further"),
    _panes("left", "left", "step_word(-1)", "left", "While selecting, one word back"),
    _panes("page-down", "space pagedown", "page(1)", "page down", "Scroll one page down"),
    _panes("page-up", "b pageup", "page(-1)", "page up", "Scroll one page up"),
    _panes("half-down", "ctrl+d", "page(0.5)", "half page", "Scroll half a page down"),
    _panes("half-up", "ctrl+u", "page(-0.5)", "half page up", "Scroll half a page up"),
    _panes("top", "g home", "top", "top", "Go to the first sentence"),
    _panes("bottom", "G end", "bottom", "bottom", "Go to the last sentence"),
    _panes("next-pane", "tab", "step_pane(1)", "other pane", "Go to the next article", 3),
    _panes("previous-pane", "shift+tab", "step_pane(-1)", "previous pane", "Go to the previous article"),
    _panes("sync", "s", "sync", "sync", "Scrolling: aligned by content, by as many rows, or each article for itself", 3),
    _compare("highlight", "h", "highlight", "highlight", "Highlight the sentence or the selection", 2),
    _compare("tag", "t", "tag", "tag", "Tag the sentence or the selection", 2),
    _compare("note", "a", "note", "note", "Write a note on the sentence or the selection", 2),
    _compare("pair", "m", "pair", "pair", "Annotate the current match as a pair: how do the two relate?", 3),
    _compare("colour", "c", "colour", "colour", "Change the colour of the highlight here, and of the next ones"),
    _compare("boilerplate", "B", "boilerplate", "set apart", "List what is set apart as boilerplate, with reasons, and restore it"),
    _compare("delete", "d delete", "delete", "delete", "Delete the annotation here (undo brings it back)"),
    _compare("find", "slash", "find", "find", "Find words in all articles; /…/ is a regular expression, ~… is fuzzy; n and N go on", 3),
    _compare("cancel", "escape", "cancel", "cancel", "Leave the selection, or what was found and go back to where you were"),
    _compare("stricter", "+ =", "threshold(5)", "stricter", "Show only matches that score higher", 4),
    _compare("looser", "-", "threshold(-5)", "looser", "Show weaker matches too"),
    _library("mark", "space x", "mark", "mark", "Mark the article for comparing, or take the mark off", 1),
    _library("compare", "enter", "compare", "compare", "Compare the marked articles; with none marked, read this one", 1),
    _library("mark-all", "a", "mark_all", "mark all", "Mark all articles of the list, or none", 3),
    _library("find", "slash", "find", "find", "Find in titles, sources and texts as you type; esc shows all again", 2),
    _library("add", "plus", "add", "add", "Add articles to your shelf, from a path, a web address or a feed", 2),
    _library("paste", "p", "paste", "paste", "Paste the text of an article into your shelf"),
    _library("details", "i", "details", "details", "Show what is known of the article, and correct it", 4),
    _library("recent", "r", "app.recent", "recent", "Open one of the last comparisons again", 3),
    _library("show-all", "escape", "show_all", "show all", "Show all articles again"),
    _library("sort", "o", "sort", "sort", "Sort by title, source, date, words, or as listed; a click on a label does too", 3),
    _annotations("jump", "enter", "jump", "go there", "Open the article at the annotation", 1),
    _annotations("tag", "t", "tag", "tags", "Change the tags", 2),
    _annotations("note", "a", "note", "note", "Change the note", 2),
    _annotations("colour", "c", "colour", "colour", "Change the colour"),
    _annotations("delete", "d delete", "delete", "delete", "Delete the annotation (undo brings it back)", 1),
    Command("annotations", Place.EVERYWHERE, ("A",), "app.annotations", "annotations", "List all annotations", 3),
    Command("export", Place.EVERYWHERE, ("e",), "app.export", "export", "Write the annotations to a Markdown file", 2),
    Command("undo", Place.EVERYWHERE, ("u",), "app.undo", "undo", "Undo the last change to the annotations", 3),
    Command("redo", Place.EVERYWHERE, ("ctrl+r",), "app.redo", "redo", "Do again what was undone"),
    Command("help", Place.EVERYWHERE, ("question_mark", "f1"), "app.help", "help", "Show all keys", 1),
    Command("back", Place.EVERYWHERE, ("q",), "app.back", "back", "Go back; from the first screen, leave reader", 1),
    Command("quit", Place.EVERYWHERE, ("ctrl+q",), "app.quit", "quit", "Leave reader"),
)  # fmt: skip


def commands_of(*places: Place) -> tuple[Command, ...]:
    """The commands of these places, in the order of the table."""
    return tuple(command for command in COMMANDS if command.place in places)
