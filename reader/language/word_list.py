"""Lists of words, written in our code as running text."""

from __future__ import annotations

__all__ = ["word_list", "word_set"]


def word_list(text: str) -> tuple[str, ...]:
    """The words between the white space of `text`, in order."""
    return tuple(text.split())


def word_set(*texts: str) -> frozenset[str]:
    """The words of all `texts`."""
    return frozenset(" ".join(texts).split())
