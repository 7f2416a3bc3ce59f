"""How likely two sentences say the same, 0-100, and what of it each feature brings.

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
    "shared words, rare ones weighing most",
    "one contains the other",
    "similar wording",
    "same words in quotation marks",
    "a rare word shared",
    "a second rare word shared",
    "much shared in all",
)
"""The features as a reader is told of them."""


def score(features: Features) -> float:
    """How likely the pair says the same, in 0-100."""
    return 100 / (1 + exp(-INTERCEPT - sum(map(mul, WEIGHTS, features))))


def parts(features: Features) -> tuple[tuple[str, float], ...]:
    """The score as a sum: each reason with its points, the greatest first. Reasons of no weight are left out.

    The score is shared out in proportion to what each feature adds to the logistic sum.
    """
    added = list(map(mul, WEIGHTS, features))
    unit = score(features) / sum(added)
    points = [(reason, value * unit) for reason, value in zip(_REASONS, added, strict=True)]
    return tuple(sorted(((reason, p) for reason, p in points if p >= 0.05), key=lambda part: -part[1]))
