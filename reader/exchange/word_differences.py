"""Which words of two quotes differ."""

from __future__ import annotations

__all__ = ["differing_words"]


def differing_words(one: str, other: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The words of both texts in order, each with whether the other text lacks it at that place.

    Words are what stands between white space; case and punctuation around a word make no difference. Where
    the two have no word in common, none is marked: to mark everything says nothing.
    """
    from rapidfuzz.distance import LCSseq  # a C library, needed for pairs only

    words = one.split(), other.split()
    bare = [_bare(word) for word in words[0]], [_bare(word) for word in words[1]]
    same = [step for step in LCSseq.opcodes(*bare) if step.tag == "equal"]
    shared = {place for step in same for place in range(step.src_start, step.src_end)}
    other_shared = {place for step in same for place in range(step.dest_start, step.dest_end)}
    return _marked(words[0], bare[0], shared), _marked(words[1], bare[1], other_shared)


def _marked(words: list[str], bare: list[str], shared: set[int]) -> list[tuple[str, bool]]:
    common = any(bare[place] for place in shared)
    return [(word, common and bool(bare[place]) and place not in shared) for place, word in enumerate(words)]


def _bare(word: str) -> str:
    """A word without what stands around it: `“Half,”` is `half`; "" for a dash alone."""
    inside = [place for place, character in enumerate(word) if character.isalnum() or character in "$€£%"]
    return word[inside[0] : inside[-1] + 1].casefold() if inside else ""
