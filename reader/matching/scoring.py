"""The score of a pair of sentences: how likely they say the same thing, 0-100, and the share of each feature.

A logistic regression on the seven features. Fitted by tests/benchmarks/fit_matching.py on the dev set of ten
labelled groups of news articles; clause-only matches weigh 0.4 there.
"""

from __future__ import annotations

from math import exp
from operator import mul

from reader.matching.features import Features

__all__ = ["parts", "score"]

WEIGHTS = Features(3.47, 3.28, 3.70, 4.02, 2.73, 1.95, 2.91)
INTERCEPT = -9.90

_REASONS = (
    "distinctive words in common",
    "one sentence contains the other",
    "similar wording",
    "the same quoted words",
    "a rare word in common",
    "a second rare word in common",
    "much in common overall",
)
"""The features in words, in their order."""


def score(features: Features) -> float:
    """The score (0-100): how likely it is that the pair says the same thing."""
    return 100 / (1 + exp(-INTERCEPT - sum(map(mul, WEIGHTS, features))))


def parts(features: Features) -> tuple[tuple[str, float], ...]:
    """The score as a sum: each reason with its points, the greatest first, without those below 0.05.

    The points are in proportion to what each feature adds to the logistic sum.
    """
    terms = list(map(mul, WEIGHTS, features))
    unit = score(features) / sum(terms)
    points = [(reason, value * unit) for reason, value in zip(_REASONS, terms, strict=True)]
    return tuple(sorted(((reason, p) for reason, p in points if p >= 0.05), key=lambda part: -part[1]))
