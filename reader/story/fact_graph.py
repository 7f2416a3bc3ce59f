"""The graph of values from which facts are read: values of one fact are connected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.story.model import Variant
from reader.story.values import TypedValue
from reader.story.variants import grouped, ranked

__all__ = ["FactGraph"]


class FactGraph:
    """Values with the pairs that are known to agree or to differ. Both connect values of one fact."""

    def __init__(self) -> None:
        # Dictionaries instead of sets, for the order in which values were added
        self._neighbours: defaultdict[TypedValue, dict[TypedValue, None]] = defaultdict(dict)
        self._differing: set[frozenset[TypedValue]] = set()

    def differ(self, a: TypedValue, b: TypedValue) -> None:
        """Records that two values of one fact differ."""
        self.agree(a, b)
        self._differing.add(frozenset((a, b)))

    def agree(self, a: TypedValue, b: TypedValue) -> None:
        """Records that two values are of one fact."""
        self._neighbours[a][b] = self._neighbours[b][a] = None

    def facts(self) -> Iterator[list[TypedValue]]:
        """The values of each fact of two or more articles, in the order of the articles."""
        seen: set[TypedValue] = set()
        for value in self._neighbours:
            if value not in seen:
                connected = self._connected(value)
                seen.update(connected)
                if len({typed.value.article for typed in connected}) > 1:
                    yield sorted(connected, key=lambda typed: typed.value.article)

    def _connected(self, first: TypedValue) -> dict[TypedValue, None]:
        connected, waiting = {first: None}, [first]
        while waiting:
            new = [other for other in self._neighbours[waiting.pop()] if other not in connected]
            connected.update(dict.fromkeys(new))
            waiting += new
        return connected

    def variants(self, values: Sequence[TypedValue]) -> tuple[Variant, ...]:
        """The variants of a fact, given its values. The variant that most articles give comes first."""
        return ranked(grouped(values, lambda a, b: frozenset((a, b)) in self._differing))
