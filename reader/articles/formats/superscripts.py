"""Superscript digits: without them, 10 to the power of 6 would be read as 106."""

from __future__ import annotations

__all__ = ["superscript"]

_SUPERSCRIPT = str.maketrans("0123456789+−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def superscript(text: str) -> str:
    """The text with its digits and signs as superscript characters; letters stay, as in "1st"."""
    stripped = text.strip()
    if stripped.startswith(("-", "–")) and stripped[1:].isdigit():
        text = text.replace(stripped[0], "−", 1)
    return text.translate(_SUPERSCRIPT)
