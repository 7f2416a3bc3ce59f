"""Differences in words, as every screen, command and export shows them."""

from __future__ import annotations

from reader.matching.model import Difference, DifferenceKind

__all__ = ["describe"]

_HEADINGS = {
    DifferenceKind.NUMBER: "the number differs",
    DifferenceKind.ROUNDING: "rounded",
    DifferenceKind.DATE: "the date differs",
    DifferenceKind.NAME: "the name differs",
    DifferenceKind.ATTRIBUTION: "the speaker differs",
    DifferenceKind.QUOTED_WORDS: "the quoted words differ",
}


def describe(difference: Difference, a: str = "A", b: str = "B") -> str:
    """A difference in one line, the words of its first article first.

    `a` and `b` are the letters or names of its articles, for what only one of them has.
    """
    if difference.kind is DifferenceKind.MODALITY:
        return _certainty(difference, a, b)
    words_a, words_b = difference.words
    if words_a and words_b:
        return f"{_HEADINGS[difference.kind]}: “{words_a}” and “{words_b}”"
    (words, only), other = ((words_a, a), b) if words_a else ((words_b, b), a)
    if difference.kind is DifferenceKind.NEGATION:
        return f"negated in {only} (“{words}”), not in {other}"
    return f"{_HEADINGS[difference.kind]}: only {only} has “{words}”"


def _certainty(difference: Difference, a: str, b: str) -> str:
    (words_a, words_b), (how_a, how_b) = difference.words, difference.certainty
    return f"{how_a} in {a} (“{words_a}”), {how_b} in {b} (“{words_b}”)"
