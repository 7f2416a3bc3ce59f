"""The project's own labelled pairs of sentences, and the differences found in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from reader.claims.clause import Clause
from reader.differences.finding import find_differences

LABELLED = Path(__file__).parent / "labelled_differences.txt"


class Labelled(NamedTuple):
    """Two sentences, the dates of their articles, and the kinds of difference in them."""

    kinds: frozenset[str]
    dates: tuple[str, str]
    a: str
    b: str


class Figures(NamedTuple):
    """Right, false and missed differences by kind."""

    right: Counter[str]
    false: Counter[str]
    missed: Counter[str]

    @property
    def precision(self) -> float:
        return self.right.total() / (self.right.total() + self.false.total())

    @property
    def recall(self) -> float:
        return self.right.total() / (self.right.total() + self.missed.total())


def labelled(half: str) -> list[Labelled]:
    """The pairs of a half: "built" (even numbers, seen while the rules were made) or "held-out" (odd)."""
    blocks = [block.split("\n") for block in LABELLED.read_text(encoding="utf-8").strip().split("\n\n")]
    pairs = []
    for head, a, b in (block for block in blocks if not block[0].startswith("#")):
        kinds, first, second = f"{head}||".split("|")[:3]
        pairs.append(Labelled(frozenset(kinds.split(",")) - {"none"}, (first, second), a, b))
    return pairs[half == "held-out" :: 2]


def found_kinds(pair: Labelled) -> frozenset[str]:
    """The kinds of difference found in a pair."""
    a, b = (Clause.read(text, date) for text, date in zip((pair.a, pair.b), pair.dates, strict=True))
    return frozenset(difference.kind.value for difference in find_differences(a, b))


def figures(pairs: list[Labelled]) -> Figures:
    right, false, missed = Counter[str](), Counter[str](), Counter[str]()
    for pair in pairs:
        kinds = found_kinds(pair)
        right.update(kinds & pair.kinds)
        false.update(kinds - pair.kinds)
        missed.update(pair.kinds - kinds)
    return Figures(right, false, missed)
