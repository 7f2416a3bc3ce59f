"""The signs of the kinds of match."""

from __future__ import annotations

from reader.matching.model import Kind

__all__ = ["KIND_SIGNS"]

KIND_SIGNS = {
    Kind.VERBATIM: "=",
    Kind.NEAR_DUPLICATE: "≈",
    Kind.QUOTE: "”",
    Kind.SAME_FACT: "~",
    Kind.PINNED: "+",
}
"""The sign of a match beside its sentence, so that no kind is shown by colour alone."""
