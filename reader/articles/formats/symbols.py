"""Signs that a document gives by their places in a font, such as Adobe's Symbol."""

from __future__ import annotations

__all__ = ["PRIVATE", "symbol"]

PRIVATE = range(0xF000, 0xF100)
"""The codes of signs that only their font knows."""

_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOLS = {0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠"}
"""Signs of Adobe's font Symbol, by their codes there."""


def symbol(code: int, font: str) -> str:
    """The character of a code in a font; "" for a sign that is not in Unicode, or is mere decoration."""
    if code not in PRIVATE:
        return chr(code) if 0x20 <= code < 0xD800 else ""
    if font.lower() != "symbol":
        return ""
    own = code - PRIVATE.start
    greek = dict(zip(range(0x61, 0x7B), _GREEK, strict=True))
    return _SYMBOLS.get(own) or greek.get(own) or (chr(own) if own < 0x41 else "")
