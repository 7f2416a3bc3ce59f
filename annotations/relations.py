"""The relations of pair annotations: how the first passage relates to the second."""

from __future__ import annotations

__all__ = ["DIFFERING", "DIFFERS", "JUDGEMENTS", "NO_MATCH", "PINNED", "RELATIONS", "WHOLE"]

RELATIONS = ("same claim", "contradicts", "softens", "adds detail", "omits", "copies")
"""The relations that are offered. Users may write their own words instead."""

DIFFERING = ("contradicts", "softens", "omits")
"""The relations that say that the two passages differ."""

PINNED = "match by hand"
"""The relation of a pair that the user has pinned as a match that was not found."""

NO_MATCH = "no match"
"""The relation of a pair that was found as a match and that the user has rejected."""

JUDGEMENTS = (PINNED, NO_MATCH)
"""The relations that only judge a match: they are not shown as annotations of the passages."""

WHOLE = "whole article"
"""The relation of an annotation on a whole article; its passage is the first sentence of the article."""

DIFFERS = "differs: "
"""The beginning of the relation of a pair about a difference; the kind of difference follows."""
