"""Every command once: keys, footer, help and `reader --keys` all read this table.

Free of textual, so that `reader --keys` need not import it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

__all__ = ["COMMANDS", "Command", "Context", "commands_of"]


class Context(StrEnum):
    """Where a command works."""

    PANES = "Moving about the articles"
    COMPARE = "Comparing and annotating"
    OVERVIEW = "Overview"
    LIBRARY = "Library"
    STORY = "Story"
    ARCHIVE = "Archive"
    LISTS = "Every list"
    ANNOTATIONS = "Annotations"
    CODEBOOK = "Codebook"
    HISTORY = "History"
    EVERYWHERE = "Everywhere"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    `id` names it in the settings; `keys` are Textual key names, the first one is shown; `action` is the
    Textual action; `label` is the one or two words of the footer, where `footer` is 1 (shown first)
    to 4 (only where there is much room), or 0 (never); `help` is "" where the command before tells of it.
    """

    id: str
    context: Context
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    footer: int = 0


def _command(
    context: Context, prefix: str, name: str, keys: str, action: str, label: str, told: str, footer: int = 0
) -> Command:
    """A row of the table: its id is `prefix.name`, its keys stand in one string."""
    return Command(f"{prefix}.{name}", context, tuple(keys.split()), action, label, told, footer)


_panes = partial(_command, Context.PANES, "panes")
_compare = partial(_command, Context.COMPARE, "compare")
_overview = partial(_command, Context.OVERVIEW, "overview")
_library = partial(_command, Context.LIBRARY, "library")
_story = partial(_command, Context.STORY, "story")
_archive = partial(_command, Context.ARCHIVE, "archive")
_lists = partial(_command, Context.LISTS, "lists")
_annotations = partial(_command, Context.ANNOTATIONS, "annotations")
_codebook = partial(_command, Context.CODEBOOK, "codebook")

COMMANDS: tuple[Command, ...] = (
    _panes("next-match", "n", "step_match(1)", "next", "Go to the next sentence that another article has too", 1),
    _panes("previous-match", "N", "step_match(-1)", "previous", "Go to the previous sentence that another article has too"),
    _panes("counterpart", "enter", "counterpart", "counterpart", "Go to the matching sentence in the other article", 2),
    _panes("select", "v", "select", "select", "Start or stop selecting words; the moving keys then extend it", 3),
    _panes("select-sentence", "V", "select_sentence", "sentences", "Select the sentence; j and k then take in whole ones"),
    _panes("select-paragraph", "P", "select_paragraph", "paragraph", "Select the paragraph"),
    _panes("select-quotation", "quotation_mark", "select_quotation", "quotation", "Select what is in quotation marks; again, the next quotation"),
    _panes("next-difference", "x", "step_difference(1)", "differs", "Go to the next sentence that differs from its counterpart", 3),
    _panes("previous-difference", "X", "step_difference(-1)", "differs", "Go to the previous sentence that differs from its counterpart"),
    _panes("alone", "i", "alone", "only here", "Show what each article alone says, and n and N go through it; or again what they share", 4),
    _panes("words", "w", "words", "words", "Show in the text which words differ from the counterpart, or not"),
    _panes("back", "ctrl+o", "back", "jump back", "Go back to where you were before the last jump"),
    _panes("narrower", "less_than_sign", "measure(-4)", "narrower", "Make the columns narrower"),
    _panes("wider", "greater_than_sign", "measure(4)", "wider", "Make the columns wider, where there is room"),
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
    _compare("highlight", "h", "highlight", "highlight", "Highlight the sentence or the selection", 1),
    _compare("tag", "t", "tag", "tag", "Tag the sentence or the selection", 2),
    _compare("note", "a", "note", "note", "Write a note on the sentence or the selection", 2),
    _compare("note-whole", "W", "note_whole", "article note", "Write a note on the article as a whole"),
    _compare("pair", "m", "pair", "pair", "Annotate the current match as a pair: how do the two relate?", 3),
    _compare("colour", "c", "colour", "colour", "Change the colour of the highlight here, and of the next ones"),
    _compare("boundaries", "z", "boundaries", "boundaries", "Move the ends of the annotation here: j k l ← move one, o takes the other, z keeps"),
    _compare("tag-1", "1", "frequent_tag(1)", "tag", "Give or take the tag used most; 2 to 9 do so with the next ones"),
    *(_compare(f"tag-{n}", str(n), f"frequent_tag({n})", "tag", "") for n in range(2, 10)),
    _compare("pin", "p", "pin", "pin", "Pin a match that was not found: p on one passage, then on the other"),
    _compare("reject", "r", "reject", "reject", "Say that the current match is none"),
    _compare("story", "S", "story", "story", "With three articles or more: who says what, what differs, what is left out"),
    _compare("explain", "K", "explain", "explain", "Show all of the current match: both passages, what differs, and what the score is made of", 4),
    _compare("kinds", "f", "kinds", "kinds", "Choose which kinds of matches are shown", 4),
    _compare("copy", "y", "copy", "copy", "Copy the sentence or the selection, as Markdown with its source"),
    _compare("copy-pair", "Y", "copy_pair", "copy pair", "Copy both sides of the current match, as Markdown with their sources"),
    _compare("overview", "o", "overview", "overview", "Show all matches of two articles as a picture; while selecting, move the other end", 3),
    _compare("open", "O", "open", "open", "Open the article's web page, or its file, outside of reader"),
    _compare("mark", "M", "mark", "mark", "Mark this place with a letter"),
    _compare("to-mark", "apostrophe", "to_mark", "to mark", "Go to a place that is marked"),
    _compare("boilerplate", "B", "boilerplate", "set apart", "List what is set apart as boilerplate, with reasons, and restore it"),
    _compare("delete", "d delete", "delete", "delete", "Delete the annotation here (undo brings it back)"),
    _compare("find", "slash", "find", "find", "Find words in all articles; /…/ is a regular expression, ~… is fuzzy; n and N go on", 3),
    _compare("cancel", "escape", "cancel", "cancel", "Leave the selection, or what was found and go back to where you were"),
    _compare("stricter", "+ =", "threshold(5)", "stricter", "Show only matches that score higher", 4),
    _compare("looser", "-", "threshold(-5)", "looser", "Show weaker matches too"),
    _overview("go", "enter", "go", "go there", "Go to the match under the cursor", 1),
    _overview("close", "escape q o", "dismiss(None)", "close", "Back to where you were", 1),
    _overview("next", "n", "step_match(1)", "next", "The next match, in the order of the text", 2),
    _overview("previous", "N", "step_match(-1)", "previous", "The match before, in the order of the text"),
    _overview("next-pair", "tab", "step_pair(1)", "other pair", "The next two of several articles", 2),
    _overview("previous-pair", "shift+tab", "step_pair(-1)", "previous pair", "The two articles before"),
    _overview("left", "h left", "step(-1, 0)", "left", "The next match to the left"),
    _overview("down", "j down", "step(0, 1)", "down", "The next match further down"),
    _overview("up", "k up", "step(0, -1)", "up", "The next match further up"),
    _overview("right", "l right", "step(1, 0)", "right", "The next match to the right"),
    _library("mark", "space x", "mark", "mark", "Mark the article for comparing, or take the mark off", 1),
    _library("compare", "enter", "compare", "compare", "Compare the marked articles; with none marked, read this one", 1),
    _library("mark-all", "a", "mark_all", "mark all", "Mark all articles of the list, or none", 3),
    _library("find", "slash", "find", "find", "Find in titles, sources and texts as you type; esc shows all again", 2),
    _library("add", "plus", "add", "add", "Add articles to your shelf, from a path, a web address or a feed", 2),
    _library("paste", "p", "paste", "paste", "Paste the text of an article into your shelf"),
    _library("details", "i", "details", "details", "Show what is known of the article, and correct it", 4),
    _library("recent", "r", "app.recent", "recent", "Open one of the last comparisons again", 3),
    _library("show-all", "escape", "cancel", "show all", "Show all articles again"),
    _library("sort", "o", "sort", "sort", "Sort by title, source, date, words, or as listed; a click on a label does too", 3),
    _library("story", "S", "story", "story", "Compare all marked articles, three or more, else all that are listed: who says what, what differs, what is left out", 2),
    _story("open", "enter", "open", "compare", "Open the passages side by side", 1),
    _story("next-view", "tab l right", "step_view(1)", "next", "The next list: what is said, figures, what is left out, shares …", 1),
    _story("previous-view", "shift+tab h left", "step_view(-1)", "previous list", "The list before"),
    _story("stricter", "+ =", "threshold(5)", "stricter", "Count only matches that score higher", 3),
    _story("looser", "-", "threshold(-5)", "looser", "Count weaker matches too", 3),
    _story("report", "w", "report", "write", "Write the whole story to a file: Markdown, HTML, JSON or text", 2),
    _archive("open", "enter", "open", "side by side", "Open the articles that say it side by side, where they say it; what they share is scored anew there", 1),
    _archive("find", "slash", "find", "find", "Find words in what is said, in titles and outlets as you type; esc shows all again", 2),
    _archive("by-2", "2", "by(2)", "all", "List what two articles say, or more; 3 to 9 list what so many say"),
    _archive("by-3", "3", "by(3)", "by 3 or more", "", 2),
    *(_archive(f"by-{n}", str(n), f"by({n})", "or more", "") for n in range(4, 10)),
    _archive("stricter", "+ =", "threshold(5)", "stricter", "List only what is more alike", 3),
    _archive("looser", "-", "threshold(-5)", "looser", "List what is less alike, too", 3),
    _archive("kinds", "f", "kinds", "kinds", "Choose which kinds are listed", 2),
    _archive("boilerplate", "B", "boilerplate", "boilerplate", "List what over 100 articles say, too, or leave it out again"),
    _archive("show-all", "escape", "cancel", "show all", "List all again"),
    _lists("preview-down", "ctrl+d", "page_preview(0.5)", "more", "Scroll what is shown below of the chosen row"),
    _lists("preview-up", "ctrl+u", "page_preview(-0.5)", "less", "Scroll it back"),
    _annotations("jump", "enter", "jump", "go there", "Open the article at the annotation", 1),
    _annotations("find", "slash", "find", "find", "Find by words, #tag, -#tag, #a|#b, colour:, state:, relation:, author:, since:, until:", 2),
    _annotations("mark", "space x", "mark", "mark", "Mark the annotation: what follows is done to all that are marked", 2),
    _annotations("mark-all", "ctrl+a", "mark_all", "mark all", "Mark all that are listed, or none"),
    _annotations("tag", "t", "tag", "tags", "Change the tags", 2),
    _annotations("note", "a", "note", "note", "Change the note", 2),
    _annotations("colour", "c", "colour", "colour", "Change the colour", 4),
    _annotations("delete", "d delete", "delete", "delete", "Delete the annotation (undo brings it back)", 1),
    _annotations("reattach", "r", "reattach", "re-attach", "Open the article, to select the words that the annotation is about", 4),
    _annotations("sort", "o", "sort", "sort", "Sort by article, tag, colour, relation, author, or the newest first", 3),
    _annotations("show-all", "escape", "cancel", "show all", "Show all annotations again"),
    _codebook("list", "enter", "list", "its annotations", "List the annotations that have the tag, or one nested in it", 1),
    _codebook("describe", "i", "describe", "describe", "Say what the tag means; give it a colour and a glyph", 1),
    _codebook("rename", "r", "rename", "rename", "Rename the tag, with all that is nested in it, everywhere", 1),
    _codebook("mark", "space x", "mark", "mark", "Mark the tag, to be merged", 2),
    _codebook("merge", "m", "merge", "merge", "Make the marked tags one with the tag under the cursor, everywhere", 2),
    _codebook("remove", "d delete", "remove", "remove", "Take the tag from every annotation (undo brings it back)", 3),
    _codebook("write", "E", "write", "write CSV", "Write the tags to a CSV file", 4),
    _codebook("read", "I", "read", "read CSV", "Describe tags as a CSV file says", 4),
    Command("history.restore", Context.HISTORY, ("enter",), "restore", "bring back", "Bring back an annotation that was deleted", 1),
    Command("annotations", Context.EVERYWHERE, ("A",), "app.annotations", "annotations", "List all annotations", 3),
    Command("export", Context.EVERYWHERE, ("e",), "app.export", "export", "Write the annotations to a Markdown file", 2),
    Command("codebook", Context.EVERYWHERE, ("T",), "app.codebook", "tags", "List the tags: describe, rename, merge, remove them", 4),
    Command("history", Context.EVERYWHERE, ("H",), "app.history", "history", "List who changed what of the annotations, and when", 4),
    Command("undo", Context.EVERYWHERE, ("u",), "app.undo", "undo", "Undo the last change to the annotations", 3),
    Command("redo", Context.EVERYWHERE, ("ctrl+r",), "app.redo", "redo", "Do again what was undone"),
    Command("palette", Context.EVERYWHERE, ("colon", "ctrl+p"), "app.command_palette", "commands", "Find a command by its name", 4),
    Command("help", Context.EVERYWHERE, ("question_mark", "f1"), "app.help", "help", "Show all keys", 1),
    Command("back", Context.EVERYWHERE, ("q",), "app.back", "back", "End what was begun, as esc does; else go back; from the first screen, leave reader", 1),
    Command("quit", Context.EVERYWHERE, ("ctrl+q",), "app.quit", "quit", "Leave reader"),
)  # fmt: skip


def commands_of(*contexts: Context) -> tuple[Command, ...]:
    """The commands of these contexts, in the order of the table."""
    return tuple(command for command in COMMANDS if command.context in contexts)
