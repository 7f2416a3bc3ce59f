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
    "kind",
    "likeness",
    "more_passages",
    "no_boilerplate",
    "only_kinds",
    "points",
    "summary",
]

READING = "reading …"
UNREADABLE = "cannot be read"
EMPTY = "no two articles are that alike; a lower --threshold of reader corpus matches may find some"
NOTHING_FOUND = "nothing found: Esc shows all"
FIND = "find words in passages, titles and outlets"
KINDS_LISTED = "Kinds to list"


def points(shown: int, total: int) -> str:
    """The number of points that are listed, and of all if only some are."""
    count = counted(total, "point")
    return count if shown == total else f"{shown:,} of {count}"


def at_least(articles: int) -> str:
    """The number of articles that must say a point."""
    return f"in {articles} articles or more"


def likeness(score: float) -> str:
    """The score from which on passages count as alike."""
    return f"alike ≥{score:.0f}"


def boilerplate_hidden(count: int, articles: int) -> str:
    """The number of points that so many articles say that they are left out."""
    return f"{count:,} in over {articles} left out (B)"


def only_kinds(kinds: Iterable[str]) -> str:
    """The kinds that are listed."""
    return f"only {', '.join(kinds)}"


def no_boilerplate(articles: int) -> str:
    """The notice that there is nothing to leave out."""
    return f"Nothing here is said by over {articles} articles."


def kind(sign: str, name: str, count: int) -> str:
    """A kind of match, and the number of points of that kind."""
    return f"{sign} {name} ({count:,})"


def summary(sign: str, name: str, score: float, articles: int) -> str:
    """The heading of a point in full."""
    return f"{sign} {name} · alike {score:.0f} of 100 · {counted(articles, 'article')}"


def more_passages(count: int) -> str:
    """The number of passages that are not shown."""
    return f"… and {counted(count, 'more passage')}"
