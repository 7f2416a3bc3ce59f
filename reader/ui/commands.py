"""The table of commands: keys, footer, palette, help and `reader --keys` all read it.

Free of textual, so that `reader --keys` need not import it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

__all__ = ["COMMANDS", "Command", "Context", "commands_of"]


class Context(StrEnum):
    """The part of the interface in which a command works; its text is the heading in the help."""

    PANES = "Moving around the articles"
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

    `id` names it in the settings, and for the method that handles it (see kit.handlers). `keys` are Textual
    key names; the first one is shown. `label` is the one or two words of the footer, where `footer` is 1
    (shown first) to 4 (only where there is much room), or 0 (never). `help` is "" where the help of the
    command before covers this one too.
    """

    id: str
    context: Context
    keys: tuple[str, ...]
    label: str
    help: str
    footer: int = 0


def _command(
    context: Context, prefix: str, name: str, keys: str, label: str, description: str, footer: int = 0
) -> Command:
    """A row of the table: its id is `prefix.name`; `keys` are separated by spaces."""
    return Command(f"{prefix}.{name}", context, tuple(keys.split()), label, description, footer)


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
    _panes("next-match", "n", "next", "Go to the next match; while finding, to the next hit", 1),
    _panes("previous-match", "N", "previous", "Go to the previous match or hit"),
    _panes("counterpart", "enter", "counterpart", "Go to the matching sentence in the other article", 2),
    _panes("select", "v", "select", "Start or stop selecting words; the moving keys extend the selection", 3),
    _panes("select-sentence", "V", "sentences", "Select the sentence; j and k then add or remove whole sentences"),
    _panes("select-paragraph", "P", "paragraph", "Select the paragraph"),
    _panes("select-quotation", "quotation_mark", "quotation", "Select the words in quotation marks; press again for the next quotation"),
    _panes("next-difference", "x", "differs", "Go to the next match with a difference", 3),
    _panes("previous-difference", "X", "differs", "Go to the previous match with a difference"),
    _panes("alone", "i", "only here", "Show the sentences that only one article has, and step through them with n and N; press again to show matches", 4),
    _panes("words", "w", "words", "In the text, mark or unmark the words that differ from the counterpart"),
    _panes("back", "ctrl+o", "jump back", "Go back to where you were before the last jump"),
    _panes("narrower", "less_than_sign", "narrower", "Make the columns narrower"),
    _panes("wider", "greater_than_sign", "wider", "Make the columns wider, if there is room"),
    _panes("next-link", "full_stop", "another", "Show the next counterpart of the same sentence, if it has several"),
    _panes("down", "j down", "down", "Go to the next sentence; while selecting, extend by a line"),
    _panes("up", "k up", "up", "Go to the previous sentence; while selecting, shorten by a line"),
    _panes("right", "l right", "right", "While selecting, extend by a word"),
    _panes("left", "left", "left", "While selecting, shorten by a word"),
    _panes("page-down", "space pagedown", "page down", "Scroll one page down"),
    _panes("page-up", "b pageup", "page up", "Scroll one page up"),
    _panes("half-down", "ctrl+d", "half page", "Scroll half a page down"),
    _panes("half-up", "ctrl+u", "half page up", "Scroll half a page up"),
    _panes("top", "g home", "top", "Go to the first sentence"),
    _panes("bottom", "G end", "bottom", "Go to the last sentence"),
    _panes("next-pane", "tab", "other pane", "Go to the next article", 3),
    _panes("previous-pane", "shift+tab", "previous pane", "Go to the previous article"),
    _panes("sync", "s", "sync", "Change how articles scroll together: aligned by content, by the same number of rows, or not at all", 3),
    _compare("highlight", "h", "highlight", "Highlight the sentence or the selection", 1),
    _compare("tag", "t", "tag", "Tag the sentence or the selection", 2),
    _compare("note", "a", "note", "Write a note on the sentence or the selection", 2),
    _compare("note-whole", "W", "article note", "Write a note on the whole article"),
    _compare("pair", "m", "pair", "Annotate the current match as a pair, and say how the two passages are related", 3),
    _compare("colour", "c", "colour", "Change the colour of this highlight and of the next ones"),
    _compare("boundaries", "z", "boundaries", "Move the ends of this annotation: j k l ← move an end, o switches to the other end, z saves"),
    _compare("tag-1", "1", "tag", "Add or remove the most used tag; 2 to 9 add or remove the next ones"),
    *(_compare(f"tag-{n}", str(n), "tag", "") for n in range(2, 10)),
    _compare("pin", "p", "pin", "Pin a match that was not found: press p on one passage, then on the other"),
    _compare("reject", "r", "reject", "Reject this match"),
    _compare("story", "S", "story", "Compare three or more articles as one story: facts, differences, omissions, copies"),
    _compare("explain", "K", "explain", "Show the current match in full: both passages, the differences, and how the score is made up", 4),
    _compare("kinds", "f", "kinds", "Choose which kinds of match to show", 4),
    _compare("copy", "y", "copy", "Copy the sentence or the selection as Markdown, with its source"),
    _compare("copy-pair", "Y", "copy pair", "Copy both passages of the current match as Markdown, with their sources"),
    _compare("overview", "o", "overview", "Show all matches of two articles as a dot plot; while selecting, switch to the other end", 3),
    _compare("open", "O", "open", "Open the article's web page or file outside reader"),
    _compare("mark", "M", "mark", "Mark this place with a letter"),
    _compare("to-mark", "apostrophe", "go to mark", "Go to a marked place"),
    _compare("boilerplate", "B", "boilerplate", "List the boilerplate of this article, with reasons, and restore it"),
    _compare("delete", "d delete", "delete", "Delete this annotation; undo restores it"),
    _compare("find", "slash", "find", "Find words in all articles; /…/ is a regular expression, ~… finds similar words; n and N step through the hits", 3),
    _compare("cancel", "escape", "cancel", "Cancel what is under way: a search, a selection, a pin, moving the ends of an annotation"),
    _compare("stricter", "+ =", "stricter", "Show only matches with a higher score", 4),
    _compare("looser", "-", "looser", "Also show matches with a lower score"),
    _overview("go", "enter", "go there", "Go to the match under the cursor", 1),
    _overview("close", "escape q o", "close", "Close the overview", 1),
    _overview("next", "n", "next", "Go to the next match in the order of the text", 2),
    _overview("previous", "N", "previous", "Go to the previous match in the order of the text"),
    _overview("next-pair", "tab", "other pair", "Show the next two articles", 2),
    _overview("previous-pair", "shift+tab", "previous pair", "Show the previous two articles"),
    _overview("left", "h left", "left", "Go to the next match to the left"),
    _overview("down", "j down", "down", "Go to the next match below"),
    _overview("up", "k up", "up", "Go to the next match above"),
    _overview("right", "l right", "right", "Go to the next match to the right"),
    _library("mark", "space x", "mark", "Mark the article to compare it, or remove its mark", 1),
    _library("compare", "enter", "compare", "Compare the marked articles; if none is marked, read this one", 1),
    _library("mark-all", "a", "mark all", "Mark all listed articles, or remove every mark", 3),
    _library("find", "slash", "find", "Find in titles, sources and texts as you type; Esc shows all again", 2),
    _library("add", "plus", "add", "Add articles to your shelf from a path, a web address or a feed", 2),
    _library("paste", "p", "paste", "Paste the text of an article to add it to your shelf"),
    _library("details", "i", "details", "Show the details of the article, and correct them", 4),
    _library("recent", "r", "recent", "Reopen a recent comparison", 3),
    _library("show-all", "escape", "show all", "Show all articles again"),
    _library("sort", "o", "sort", "Sort by title, source, date or number of words, or as listed; clicking on a column label does the same", 3),
    _library("story", "S", "story", "Compare the marked articles as one story, or all listed ones if fewer than three are marked: facts, differences, omissions, copies", 2),
    _story("open", "enter", "compare", "Open the passages side by side", 1),
    _story("next-view", "tab l right", "next", "Go to the next list: passages, facts, omissions, overlap …", 1),
    _story("previous-view", "shift+tab h left", "previous list", "Go to the previous list"),
    _story("stricter", "+ =", "stricter", "Count only matches with a higher score", 3),
    _story("looser", "-", "looser", "Also count matches with a lower score", 3),
    _story("report", "w", "write", "Write the whole story to a file: Markdown, HTML, JSON or text", 2),
    _archive("open", "enter", "side by side", "Open the articles side by side at these passages; their matches are scored again there", 1),
    _archive("find", "slash", "find", "Find words in passages, titles and outlets as you type; Esc shows all again", 2),
    _archive("by-2", "2", "all", "List groups in two articles or more; press 3 to 9 for groups in at least that many"),
    _archive("by-3", "3", "in 3 or more", "", 2),
    *(_archive(f"by-{n}", str(n), "or more", "") for n in range(4, 10)),
    _archive("stricter", "+ =", "stricter", "List only passages that are more alike", 3),
    _archive("looser", "-", "looser", "Also list passages that are less alike", 3),
    _archive("kinds", "f", "kinds", "Choose which kinds of match to list", 2),
    _archive("boilerplate", "B", "boilerplate", "Show or hide boilerplate (groups in over 100 articles)"),
    _archive("show-all", "escape", "show all", "Show all groups again"),
    _lists("preview-down", "ctrl+d", "more", "Scroll the details of the row down"),
    _lists("preview-up", "ctrl+u", "less", "Scroll the details of the row up"),
    _annotations("jump", "enter", "go there", "Open the article at the annotation", 1),
    _annotations("find", "slash", "find", "Find by words, #tag, -#tag, #a|#b, colour:, state:, relation:, author:, since:, until:", 2),
    _annotations("mark", "space x", "mark", "Mark the annotation; commands then change all marked annotations", 2),
    _annotations("mark-all", "ctrl+a", "mark all", "Mark all listed annotations, or remove every mark"),
    _annotations("tag", "t", "tags", "Change the tags", 2),
    _annotations("note", "a", "note", "Change the note", 2),
    _annotations("colour", "c", "colour", "Change the colour", 4),
    _annotations("delete", "d delete", "delete", "Delete the annotation (undo restores it)", 1),
    _annotations("reattach", "r", "re-attach", "Open the article and select other words for the annotation", 4),
    _annotations("sort", "o", "sort", "Sort by article, tag, colour, relation or author, or newest first; clicking on a column label does the same", 3),
    _annotations("show-all", "escape", "show all", "Show all annotations again"),
    _codebook("list", "enter", "its annotations", "List the annotations with this tag, or with one nested in it", 1),
    _codebook("describe", "i", "describe", "Describe the tag, and give it a colour and a glyph", 1),
    _codebook("rename", "r", "rename", "Rename the tag, and the tags nested in it, everywhere", 1),
    _codebook("mark", "space x", "mark", "Mark the tag to merge it, or remove its mark", 2),
    _codebook("merge", "m", "merge", "Merge the marked tags into the tag under the cursor, everywhere", 2),
    _codebook("remove", "d delete", "remove", "Remove the tag from every annotation (undo restores it)", 3),
    _codebook("write", "E", "write CSV", "Write the tags to a CSV file", 4),
    _codebook("read", "I", "read CSV", "Read descriptions of tags from a CSV file", 4),
    Command("history.restore", Context.HISTORY, ("enter",), "restore", "Restore an annotation that was deleted", 1),
    Command("annotations", Context.EVERYWHERE, ("A",), "annotations", "List all annotations", 3),
    Command("export", Context.EVERYWHERE, ("e",), "export", "Export the annotations to a file: Markdown, HTML, CSV, JSON and more", 2),
    Command("codebook", Context.EVERYWHERE, ("T",), "tags", "List the tags: describe, rename, merge or remove them", 4),
    Command("history", Context.EVERYWHERE, ("H",), "history", "List all changes to the annotations: who changed what, and when", 4),
    Command("undo", Context.EVERYWHERE, ("u",), "undo", "Undo the last change to the annotations", 3),
    Command("redo", Context.EVERYWHERE, ("ctrl+r",), "redo", "Redo"),
    Command("palette", Context.EVERYWHERE, ("colon", "ctrl+p"), "commands", "Find a command by its name", 4),
    Command("help", Context.EVERYWHERE, ("question_mark", "f1"), "help", "Show all keys", 1),
    Command("back", Context.EVERYWHERE, ("q",), "back", "Cancel what is under way, as Esc does; otherwise go back; on the first screen, quit", 1),
    Command("quit", Context.EVERYWHERE, ("ctrl+q",), "quit", "Quit reader"),
)  # fmt: skip


def commands_of(*contexts: Context) -> tuple[Command, ...]:
    """The commands of these contexts, in the order of the table."""
    return tuple(command for command in COMMANDS if command.context in contexts)
