"""Phrases that screens, reports and messages share: numbers of things, lists, quoted and shortened text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.base.sanitizing import sanitize_line

__all__ = ["counted", "listed", "plural", "quoted", "shortened"]

_HISSING = ("s", "x", "z", "ch", "sh")
"""The endings after which a plural needs a syllable of its own: match, matches."""


def counted(count: int, noun: str, nouns: str = "") -> str:
    """A number of things: "0 matches", "1 match", "1,200 matches"; `nouns` is an irregular plural."""
    return f"{count:,} {noun if count == 1 else nouns or plural(noun)}"


def plural(noun: str) -> str:
    """The regular plural of an English noun: articles, matches, entries."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


def listed(items: Sequence[str], word: str = "and") -> str:
    """Items in one phrase, `word` before the last one: "a", "a and b", "a, b and c"."""
    *others, last = items or [""]
    return f"{', '.join(others)} {word} {last}" if others else last


def shortened(text: str, most: int) -> str:
    """A text on one safe line of at most `most` code points, with "…" in place of what is cut off."""
    line = sanitize_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def quoted(text: str, most: int) -> str:
    """At most `most` code points of a text, on one safe line between curly quotation marks."""
    return f"“{shortened(text, most)}”"
