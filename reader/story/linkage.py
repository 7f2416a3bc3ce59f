"""Average linkage: groups by the average likeness of all pairs of their members (Sokal and Michener, 1958).

A chain of pairs joins two statements as soon as one sentence says both. An average does not, because every
pair that does not match counts as 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from heapq import heapify, heappop, heappush

__all__ = ["average_linkage"]

_Entry = tuple[float, int, int]
"""Two groups, by number, after their average likeness, negated: a heap gives the smallest first."""


def average_linkage(
    likeness: Mapping[tuple[int, int], float], apart: Sequence[Hashable], cutoff: float
) -> list[list[int]]:
    """Groups of the items 0, 1, … len(apart) - 1, joined while their average likeness is at least `cutoff`.

    `likeness` holds the pairs (smaller number first) whose likeness is not 0. Items with the same value in
    `apart` never join one group. Each group is sorted, and groups are in the order of their first items.
    """
    groups = _Groups(likeness, apart)
    heap = [groups.entry(*pair) for pair in likeness]
    heapify(heap)
    while heap:
        entry = heappop(heap)
        if -entry[0] < cutoff:
            break
        if groups.holds(entry):
            for changed in groups.join(*entry[1:]):
                heappush(heap, changed)
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """The groups so far, with the sum of the likeness of all pairs between each two of them."""

    def __init__(self, likeness: Mapping[tuple[int, int], float], apart: Sequence[Hashable]) -> None:
        self.members = {number: [number] for number in range(len(apart))}
        self._apart: dict[int, set[Hashable]] = {number: {value} for number, value in enumerate(apart)}
        self._sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in likeness.items():
            self._sums[a][b] = self._sums[b][a] = value

    def entry(self, a: int, b: int) -> _Entry:
        """Two groups with their average likeness."""
        pairs = len(self.members[a]) * len(self.members[b])
        return -self._sums[a][b] / pairs, min(a, b), max(a, b)

    def holds(self, entry: _Entry) -> bool:
        """Whether an entry is still current, and its groups may join."""
        _, a, b = entry
        exists = a in self.members and b in self.members and b in self._sums[a]
        return exists and self.entry(a, b) == entry and not self._apart[a] & self._apart[b]

    def join(self, a: int, b: int) -> list[_Entry]:
        """Joins group b to group a; returns the entries that this changes."""
        for other, value in self._sums.pop(b).items():
            del self._sums[other][b]
            if other != a:
                total = self._sums[a].get(other, 0.0) + value
                self._sums[a][other] = self._sums[other][a] = total
        self.members[a] += self.members.pop(b)
        self._apart[a] |= self._apart.pop(b)
        return [self.entry(a, other) for other in self._sums[a]]
