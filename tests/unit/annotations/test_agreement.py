"""Kappa and alpha against published examples, and what they are measured on."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import zip_longest

import pytest

from annotations.agreement import (
    Unit,
    cohens_kappa,
    disagreements,
    figures,
    krippendorffs_alpha,
    tags_of,
)

# Cohen, Weighted kappa, Psychological Bulletin 70 (1968), 213-220: the worked example of 200 cases in three
# categories, whose unweighted kappa is the .492 of his paper of 1960.
COHEN = [[88, 10, 2], [14, 40, 6], [18, 10, 12]]

# Krippendorff, Computing Krippendorff's alpha-reliability (2011), examples A, B and C. "." is missing.
BINARY = ["0100000010", "1110010000"]
NOMINAL = ["aabbdcccedda", "babbbccceddd"]
MISSING = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]


def by_unit(*coders: str) -> list[Sequence[Hashable]]:
    return [[value for value in values if value != "."] for values in zip_longest(*coders)]


def test_kappa_of_cohens_example() -> None:
    pairs = [
        (row, column)
        for row, counts in enumerate(COHEN)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    assert cohens_kappa(pairs) == pytest.approx(0.492, abs=0.0005)


@pytest.mark.parametrize(
    ("coders", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)], ids=["A", "B", "C"]
)
def test_alpha_of_krippendorffs_examples(coders: list[str], alpha: float) -> None:
    assert krippendorffs_alpha(by_unit(*coders)) == pytest.approx(alpha, abs=0.0005)


def test_full_agreement_is_one() -> None:
    assert cohens_kappa([("a", "a"), ("b", "b")]) == 1
    assert krippendorffs_alpha([["a", "a", "a"], ["b", "b"]]) == 1


def test_where_nothing_can_be_expected_there_is_no_figure() -> None:
    assert cohens_kappa([]) is None
    assert cohens_kappa([("a", "a"), ("a", "a")]) is None
    assert krippendorffs_alpha([]) is None
    assert krippendorffs_alpha([["a", "a"], ["a", "a"]]) is None
    assert krippendorffs_alpha([["a"], ["b"]]) is None


def unit(start: int, **tags: str) -> Unit:
    return Unit(
        "article", start, start + 10, {coder: frozenset(given.split()) for coder, given in tags.items()}
    )


UNITS = [
    unit(0, ada="oil who", grace="oil"),
    unit(10, ada="oil/crude", grace="Oil"),
    unit(20, ada="", grace="who"),
    unit(30, ada="gas"),
]


def test_a_tag_is_had_or_not_and_what_is_nested_in_it_counts() -> None:
    found = figures(UNITS, ["ada", "grace"], "oil")
    assert (found.units, found.agreed, found.kappa, found.alpha) == (3, 3, 1.0, 1.0)
    found = figures(UNITS, ["ada", "grace"], "who")
    assert (found.units, found.agreed) == (3, 1)


def test_of_all_tags_the_whole_set_of_a_sentence_is_one_value() -> None:
    found = figures(
        [unit(0, ada="Oil who", grace="who oil"), unit(10, ada="oil", grace="oil/crude")], ["ada", "grace"]
    )
    assert (found.units, found.agreed) == (2, 1)


def test_a_sentence_that_one_alone_coded_is_no_unit_of_comparison() -> None:
    assert figures(UNITS[3:], ["ada", "grace"], "gas").units == 0


def test_kappa_is_for_two_and_alpha_for_any_number() -> None:
    three = [unit(0, ada="oil", grace="oil", joan=""), unit(10, ada="", grace="", joan="")]
    found = figures(three, ["ada", "grace", "joan"], "oil")
    assert found.kappa is None
    assert found.alpha == pytest.approx(krippendorffs_alpha([[1, 1, 0], [0, 0, 0]]))
    assert figures(three, ["ada", "grace"], "oil").kappa == 1


def test_disagreements_are_of_all_tags_or_of_some() -> None:
    assert disagreements(UNITS, ["ada", "grace"]) == UNITS[:3]
    assert disagreements(UNITS, ["ada", "grace"], ["oil"]) == []
    assert disagreements(UNITS, ["ada", "grace"], ["oil", "who"]) == [UNITS[0], UNITS[2]]


def test_every_tag_that_was_given_is_measured_with_what_it_is_nested_in() -> None:
    assert tags_of(UNITS) == ["gas", "Oil", "oil/crude", "who"]
