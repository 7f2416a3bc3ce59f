"""The words of the library screen."""

from __future__ import annotations

from reader.base.phrases import counted

__all__ = [
    "ADD",
    "ADD_HINT",
    "ADD_PLACEHOLDER",
    "DETAILS",
    "FIND",
    "NOTHING_FOUND",
    "NOTHING_TO_ADD",
    "NOT_ADDED",
    "NOT_OPENED",
    "NOT_READ_YET",
    "NOT_SAVED",
    "PASTE",
    "PASTED_TEXT",
    "PASTE_HINT",
    "PENDING",
    "about",
    "all_listed",
    "articles_of",
    "marking_hint",
    "more_not_added",
    "on_shelf",
    "share",
    "sorted_by",
    "too_many",
    "unreadable",
]

FIND = "find in titles, sources and texts"
NOTHING_FOUND = "nothing found · Esc shows all"

ADD = "Add to your shelf"
ADD_HINT = "A file, folder, web page or feed · Esc cancels · Enter adds it"
ADD_PLACEHOLDER = "https://… or a path"
NOTHING_TO_ADD = "It contains nothing that can be added."
PASTE = "Paste an article"
PASTED_TEXT = "the pasted text"
PASTE_HINT = "Ctrl+S adds the text to your shelf · Esc cancels"
DETAILS = "Details"

NOT_OPENED = "Not opened"
NOT_ADDED = "Not added"
NOT_SAVED = "Not saved"
NOT_READ_YET = "This article has not been read yet."

PENDING = "…"
"""In place of a cell that is still being worked out."""


def articles_of(shown: int, total: int, *, filtered: bool) -> str:
    """The number of articles that are listed, and of all if only some are."""
    return f"{shown:,} of {counted(total, 'article')}" if filtered else counted(total, "article")


def sorted_by(order: str) -> str:
    """The order of the list."""
    return f"by {order}"


def marking_hint(marked: int) -> str:
    """The next step towards a comparison."""
    hints = {0: "Space marks articles to compare", 1: "mark one more, or press Enter on another one"}
    return hints.get(marked, f"{marked} marked: Enter compares them")


def unreadable(title: str) -> str:
    """The title of an article that cannot be read."""
    return f"{title}: cannot be read"


def share(letter: str, value: float | None) -> str:
    """The share of an article that a marked one has too; None until it is known."""
    return f"{letter} {PENDING}" if value is None else f"{letter} {value:.0%}"


def too_many(marked: int, most: int) -> str:
    """The refusal to compare more articles than there are letters."""
    return f"{marked} articles are marked: compare at most {most} at a time."


def all_listed(count: int, least: int) -> str:
    """The notice that a story is made of all articles because too few are marked."""
    return f"Comparing all {count:,} listed articles, because fewer than {least} are marked."


def on_shelf(count: int) -> str:
    """The notice that articles were added."""
    return "The article is on your shelf." if count == 1 else f"{count} articles are on your shelf."


def more_not_added(count: int) -> str:
    """The number of problems that are not shown one by one."""
    return f"{count} more could not be added."


def about(path: str, words: int, sha256: str, notice: str) -> str:
    """The facts of an article that nobody can change, and what it may lack."""
    facts = f"{path}\n{counted(words, 'word')} · text {sha256[:12]}"
    return f"{facts}\n{notice}" if notice else facts
