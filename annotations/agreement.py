"""How far coders agree: Cohen's kappa and Krippendorff's alpha of the tags they gave to the same sentences.

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

    `tags` are those of all annotations of a coder that touch the sentence, by coder: none for one who
    annotated the article, but not this sentence. A coder who annotated nothing in the whole article has not
    coded it, and is missing.
    """

    article: str
    start: int
    end: int
    tags: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Agreement on one tag, or on all where `tag` is "".

    `units` counts sentences that two or more have coded, `agreed` those of them on which all say the same.
    `kappa` is None unless there are two coders; both are None where they say nothing: without units, or where
    everybody always said the same one thing, so that nothing could be expected by chance.
    """

    tag: str
    units: int
    agreed: int
    kappa: float | None
    alpha: float | None


def figures(units: Iterable[Unit], coders: Sequence[str], tag: str = "") -> Figures:
    """The agreement of these coders on a tag: whether a sentence has it, or one nested in it, or not.

    Without a tag, on all: the whole set of tags of a sentence is one value, equal or not.
    """
    coded = [[_value(unit.tags[coder], tag) for coder in coders if coder in unit.tags] for unit in units]
    shared = [values for values in coded if len(values) > 1]
    pairs = [(values[0], values[1]) for values in shared] if len(coders) == 2 else []
    agreed = sum(len(set(values)) == 1 for values in shared)
    return Figures(tag, len(shared), agreed, cohens_kappa(pairs), krippendorffs_alpha(shared))


def disagreements(units: Iterable[Unit], coders: Sequence[str], tags: Sequence[str] = ()) -> list[Unit]:
    """The sentences of which these coders do not all say the same, of any of `tags`, else of all."""
    return [unit for unit in units if any(_differ(unit, coders, tag) for tag in tags or ("",))]


def tags_of(units: Iterable[Unit]) -> list[str]:
    """Every tag that a coder gave, and those that it is nested in, by name, whatever their case."""
    given = sorted(
        name for unit in units for tags in unit.tags.values() for tag in tags for name in lineage(tag)
    )
    found: dict[str, str] = {}
    for name in given:
        found.setdefault(name.casefold(), name)
    return [found[name] for name in sorted(found, key=lambda name: name.split("/"))]


def cohens_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Kappa of what two coders said of each unit: 1 is full agreement, 0 what chance alone would bring.

    None without units, and where both said one and the same of all of them.
    """
    if not pairs:
        return None
    count = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = sum(one == other for one, other in pairs) / count
    expected = sum(first[value] * second[value] for value in first) / count**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Alpha of nominal data: `units` holds what was said of each by those who coded it, in any order.

    1 is full agreement, 0 what chance alone would bring. Units with fewer than two values say nothing. None
    without units, and where all values are one and the same.
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
