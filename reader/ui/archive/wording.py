"""The words of the archive screen."""

from __future__ import annotations

from collections.abc import Iterable

from reader.base.phrases import counted

__all__ = [
    "EMPTY",
    "FIND",
    "KINDS_LISTED",
    "NOTHING_FOUND",
    "READING",
    "UNREADABLE",
    "at_least",
    "boilerplate_hidden",
    "groups",
    "kind",
    "likeness",
    "more_passages",
    "no_boilerplate",
    "only_kinds",
    "summary",
]

READING = "reading …"
UNREADABLE = "cannot be read"
EMPTY = "no matches; a lower --threshold of reader corpus matches may find some"
NOTHING_FOUND = "nothing found · Esc shows all"
FIND = "find words in passages, titles and outlets"
KINDS_LISTED = "Kinds to list"


def groups(shown: int, total: int) -> str:
    """The number of groups that are listed, and of all if only some are."""
    count = counted(total, "group")
    return count if shown == total else f"{shown:,} of {count}"


def at_least(articles: int) -> str:
    """The least number of articles of a group."""
    return f"in {articles} articles or more"


def likeness(score: float) -> str:
    """The least likeness of the groups that are listed; not on the scale of a match of two articles."""
    return f"alike ≥{score:.0f}"


def boilerplate_hidden(count: int, articles: int) -> str:
    """The number of groups of so many articles that they are hidden."""
    return f"{count:,} in over {articles} articles hidden (B)"


def only_kinds(kinds: Iterable[str]) -> str:
    """The kinds that are listed."""
    return f"only {', '.join(kinds)}"


def no_boilerplate(articles: int) -> str:
    """The notice that there is nothing to hide."""
    return f"No boilerplate: no passage here is in over {articles} articles."


def kind(sign: str, name: str, count: int) -> str:
    """A kind of match, and the number of groups of that kind."""
    return f"{sign} {name} ({count:,})"


def summary(sign: str, name: str, score: float, articles: int) -> str:
    """The heading of a group in full."""
    return f"{sign} {name} · alike {score:.0f} of 100 · {counted(articles, 'article')}"


def more_passages(count: int) -> str:
    """The number of passages that are not shown."""
    return f"… and {counted(count, 'more passage')}"
