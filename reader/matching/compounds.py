"""Compounds that one text writes as one word and another as two: "airstrikes" and "air strikes"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from reader.matching.profile import Fragment, Profile

__all__ = ["Compounds", "compounds", "split"]

_SHORTEST = 3
"""Letters of the shortest part of a compound."""

_LONGEST = 60
"""Letters of the longest compound: longer ones are addresses, codes and noise."""

Parts = tuple[str, str]
Compounds = Mapping[str, Parts]
"""Stems, each with the two stems that replace it."""


def compounds(*texts: Sequence[Profile]) -> Compounds:
    """The stems that are two others written as one word, if these occur side by side in one of the texts."""
    profiles = list(chain.from_iterable(texts))
    stems = frozenset(chain.from_iterable(profile.content for profile in profiles))
    possible = dict(_possible(stems))
    seconds = frozenset(second for _, second in possible.values())
    written = {
        pair
        for profile in profiles
        if not seconds.isdisjoint(profile.content)
        for pair in pairwise(profile.sequence)
    }
    return {stem: parts for stem, parts in possible.items() if parts in written}


def split(profile: Profile, compounds: Compounds) -> Profile:
    """The profile with each compound replaced by its parts."""
    if profile.content.isdisjoint(compounds):
        return profile
    sequence = tuple(_parts(profile.sequence, compounds))
    return replace(
        profile,
        words=tuple(word._replace(stem=compounds.get(word.stem, (word.stem,))[-1]) for word in profile.words),
        stems=frozenset(_parts(profile.stems, compounds)),
        content=frozenset(sequence),
        framing=frozenset(_parts(profile.framing, compounds)),
        sequence=sequence,
        phrase=" ".join(_parts(profile.phrase.split(), compounds)),
        fragments=tuple(_split_fragment(fragment, compounds) for fragment in profile.fragments),
        pieces=tuple(_split_fragment(fragment, compounds) for fragment in profile.pieces),
    )


def _possible(stems: frozenset[str]) -> Iterator[tuple[str, Parts]]:
    """The stems that are two others written as one word; a stem may have lost its last e."""
    for stem in (stem for stem in stems if len(stem) <= _LONGEST):
        for cut in range(_SHORTEST, len(stem) - _SHORTEST + 1):
            if stem[:cut] in stems and (second := _listed_form(stem[cut:], stems)):
                yield stem, (stem[:cut], second)


def _listed_form(part: str, stems: frozenset[str]) -> str:
    return next((form for form in (part, part + "e") if form in stems), "")


def _split_fragment(fragment: Fragment, compounds: Compounds) -> Fragment:
    stems, content = (frozenset(_parts(each, compounds)) for each in (fragment.stems, fragment.content))
    return replace(fragment, stems=stems, content=content)


def _parts(stems: Iterable[str], compounds: Compounds) -> Iterator[str]:
    return chain.from_iterable(compounds.get(stem, (stem,)) for stem in stems)
