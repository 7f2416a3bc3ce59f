"""Pairs of sentences brought together where many say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.archive.model import Excerpt, Group
from reader.archive.scoring import kind

__all__ = ["BOILERPLATE", "TOGETHER", "SentencePair", "grouped", "groups_of"]

TOGETHER = 0.75
"""Cosine (0-1) from which a pair joins groups: it is low where one sentence only contains the other, and
chains of what is above it do not lead astray."""


BOILERPLATE = 100
"""Articles that may say a thing before it is taken for boilerplate, unless told otherwise."""


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
    """What at least so many articles say nearly alike: what most say first, then the best.

    `excerpt` gives the sentence of a number.
    """
    for best, members in grouped(pairs):
        if len(members) < least:
            return
        a, b = excerpt(best.a), excerpt(best.b)
        group = Group([excerpt(each) for each in members], kind(a.text, b.text), best.score)
        if group.articles >= least:
            yield group


def grouped(pairs: Sequence[SentencePair]) -> list[tuple[SentencePair, list[int]]]:
    """Groups of sentences, each with its best pair: what pairs with a cosine of at least TOGETHER connect.

    Every other pair is a group of its own, unless one group has both its sentences. The largest come first,
    then those with the best pair.
    """
    roots: dict[int, int] = {}
    for pair in pairs:
        if pair.cosine >= TOGETHER:
            roots[_root(roots, pair.a)] = _root(roots, pair.b)
    best: dict[int, SentencePair] = {}
    members: defaultdict[int, set[int]] = defaultdict(set)
    alone: list[tuple[SentencePair, list[int]]] = []
    for pair in pairs:
        root = _root(roots, pair.a)
        if pair.cosine >= TOGETHER:
            members[root].update((pair.a, pair.b))
            best[root] = max(best.get(root, pair), pair, key=lambda one: one.score)
        elif root != _root(roots, pair.b):
            alone.append((pair, [pair.a, pair.b]))
    groups = [*((best[root], sorted(members[root])) for root in members), *alone]
    return sorted(groups, key=lambda group: (-len(group[1]), -group[0].score))


def _root(roots: dict[int, int], sentence: int) -> int:
    """The sentence that stands for the group of a sentence."""
    path: list[int] = []
    while (above := roots.get(sentence, sentence)) != sentence:
        path.append(sentence)
        sentence = above
    roots.update(dict.fromkeys(path, sentence))
    return sentence
