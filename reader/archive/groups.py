"""Groups: pairs of sentences joined where many articles say the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.archive.model import Excerpt, Group
from reader.archive.scoring import kind

__all__ = ["BOILERPLATE", "TOGETHER", "SentencePair", "grouped", "groups_of"]

TOGETHER = 0.75
"""The cosine (0-1) from which a pair joins groups. Where one sentence only contains the other the cosine is
lower, so that chains do not join different statements."""

BOILERPLATE = 100
"""The number of articles above which a sentence counts as boilerplate by default."""


class SentencePair(NamedTuple):
    """Two sentences of an archive, by number, the smaller first; the cosine (0-1) of their words, and the
    score (0-100) of the pair."""

    a: int
    b: int
    cosine: float
    score: float


def groups_of(
    pairs: Sequence[SentencePair], excerpt: Callable[[int], Excerpt], least: int
) -> Iterator[Group]:
    """The groups of at least `least` articles: the largest first, then those with the best pair.

    `excerpt` returns the sentence with a number.
    """
    for best, members in grouped(pairs):
        if len(members) < least:
            return
        a, b = excerpt(best.a), excerpt(best.b)
        group = Group([excerpt(member) for member in members], kind(a.text, b.text), best.score)
        if group.articles >= least:
            yield group


def grouped(pairs: Sequence[SentencePair]) -> list[tuple[SentencePair, list[int]]]:
    """Groups of sentences, each after its best pair. Pairs with a cosine of at least TOGETHER connect them.

    Every other pair is a group of its own, unless both its sentences are in one group. The largest groups
    come first, then those with the best pair.
    """
    roots: dict[int, int] = {}
    for pair in pairs:
        if pair.cosine >= TOGETHER:
            roots[_root(roots, pair.a)] = _root(roots, pair.b)
    best: dict[int, SentencePair] = {}
    members: defaultdict[int, set[int]] = defaultdict(set)
    single: list[tuple[SentencePair, list[int]]] = []
    for pair in pairs:
        root = _root(roots, pair.a)
        if pair.cosine >= TOGETHER:
            members[root].update((pair.a, pair.b))
            best[root] = max(best.get(root, pair), pair, key=lambda pair: pair.score)
        elif root != _root(roots, pair.b):
            single.append((pair, [pair.a, pair.b]))
    groups = [*((best[root], sorted(members[root])) for root in members), *single]
    return sorted(groups, key=lambda group: (-len(group[1]), -group[0].score))


def _root(roots: dict[int, int], sentence: int) -> int:
    """The sentence that represents the group of a sentence; paths to it are shortened on the way."""
    path: list[int] = []
    while (above := roots.get(sentence, sentence)) != sentence:
        path.append(sentence)
        sentence = above
    roots.update(dict.fromkeys(path, sentence))
    return sentence
