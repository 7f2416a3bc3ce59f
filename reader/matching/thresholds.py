"""Scores (0-100) from which a pair of sentences counts. Imports nothing, so that a screen may start with it.

Fitted by tests/benchmarks/fit_matching.py on the dev set of ten labelled groups of news articles.
"""

from __future__ import annotations

__all__ = ["ALL_THRESHOLD", "DEFAULT_THRESHOLD", "FLOOR"]

DEFAULT_THRESHOLD = 56.0
"""From here up: the same utterance or fact, in whole sentences (levels strict to core of the dev set)."""

ALL_THRESHOLD = 29.0
"""From here up also: the same fact in a clause of a sentence (level all)."""

FLOOR = 12.0
"""Below this nothing is kept: not even as the best candidate."""
