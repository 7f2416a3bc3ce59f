"""The scores (0-100) from which a pair of sentences counts. Imports nothing, so that screens start fast.

Fitted by tests/benchmarks/fit_matching.py on the dev set of ten labelled groups of news articles.
"""

from __future__ import annotations

__all__ = ["ALL_THRESHOLD", "DEFAULT_THRESHOLD", "FLOOR"]

DEFAULT_THRESHOLD = 56.0
"""From this score: the same utterance or fact, in whole sentences (levels strict to core of the dev set)."""

ALL_THRESHOLD = 29.0
"""From this score: also the same fact in a clause of a sentence (level all)."""

FLOOR = 12.0
"""Below this score a pair is dropped, even as the closest candidate."""
