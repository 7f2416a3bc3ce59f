"""The agreement of coders: Cohen's kappa and Krippendorff's alpha of their tags for the same sentences.

Sources: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement
20 (1960), 37-46; K. Krippendorff, Computing Krippendorff's alpha-reliability (2011), for nominal data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.codebook import is_within, lineage

__all__ = ["Figures", "Unit", "cohens_kappa", "disagreements", "figures", "krippendorffs_alpha", "tags_of"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence that at least one coder annotated: code points [start, end) of the article of that id.

    `tags` has, for each coder, the tags of all their annotations that touch the sentence: an empty set for
    those who annotated the article but not this sentence. Coders who annotated nothing in the article have
    not coded it and are missing.
    """

    article: str
    start: int
    end: int
    tags: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """The agreement on one tag, or on all tags where `tag` is "".

    `units` counts the sentences that two or more coders have coded, `agreed` those on which all agree.
    `kappa` is None unless there are two coders. Both are None where they are not defined: without units, or
    where every coder gave the same value every time, so that chance alone would give full agreement.
    """

    tag: str
    units: int
    agreed: int
    kappa: float | None
    alpha: float | None


def figures(units: Iterable[Unit], coders: Sequence[str], tag: str = "") -> Figures:
    """The agreement of coders on a tag: whether a sentence has it, or a tag nested in it.

    Without a tag, the agreement on all tags: the set of tags of a sentence is one value.
    """
    coded = [[_value(unit.tags[coder], tag) for coder in coders if coder in unit.tags] for unit in units]
    shared = [values for values in coded if len(values) > 1]
    pairs = [(values[0], values[1]) for values in shared] if len(coders) == 2 else []
    agreed = sum(len(set(values)) == 1 for values in shared)
    return Figures(tag, len(shared), agreed, cohens_kappa(pairs), krippendorffs_alpha(shared))


def disagreements(units: Iterable[Unit], coders: Sequence[str], tags: Sequence[str] = ()) -> list[Unit]:
    """The sentences on which the coders disagree, about any of `tags`, else about all tags."""
    return [unit for unit in units if any(_differ(unit, coders, tag) for tag in tags or ("",))]


def tags_of(units: Iterable[Unit]) -> list[str]:
    """Every tag that a coder used, and those that it is nested in, by name; case does not matter."""
    names = sorted(
        name for unit in units for tags in unit.tags.values() for tag in tags for name in lineage(tag)
    )
    spelled: dict[str, str] = {}
    for name in names:
        spelled.setdefault(name.casefold(), name)
    return [spelled[name] for name in sorted(spelled, key=lambda name: name.split("/"))]


def cohens_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Kappa of the values that two coders gave to each unit: 1 is full agreement, 0 is that of chance.

    None without units, and where both gave the same value to all of them.
    """
    if not pairs:
        return None
    count = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    observed = sum(a == b for a, b in pairs) / count
    expected = sum(first[value] * second[value] for value in first) / count**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Alpha for nominal data: `units` has the values of each unit by those who coded it, in any order.

    1 is full agreement, 0 is that of chance. Units with fewer than two values do not count. None without
    units, and where all values are the same.
    """
    values: Counter[Hashable] = Counter()
    disagreeing = 0.0
    for unit in units:
        if len(unit) > 1:
            counts = Counter(unit)
            values += counts
            pairs = len(unit) ** 2 - sum(count**2 for count in counts.values())
            disagreeing += pairs / (len(unit) - 1)
    total = values.total()
    expected = total**2 - sum(count**2 for count in values.values())
    return None if expected == 0 else 1 - (total - 1) * disagreeing / expected


def _differ(unit: Unit, coders: Sequence[str], tag: str) -> bool:
    return len({_value(unit.tags[coder], tag) for coder in coders if coder in unit.tags}) > 1


def _value(tags: frozenset[str], tag: str) -> Hashable:
    if tag:
        return any(is_within(each, tag) for each in tags)
    return frozenset(each.casefold() for each in tags)
