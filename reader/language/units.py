"""Units of money and measure, by the stems of their English names."""

from __future__ import annotations

__all__ = ["MEASURES", "MONEY", "MONEY_WORDS"]

MONEY = {"$": "$", "us$": "$", "€": "€", "£": "£", "¥": "¥"}
"""Signs before amounts, and the currency of each."""

MONEY_WORDS = {"dollar": "$", "usd": "$", "euro": "€", "pound": "£", "yen": "¥", "rupe": "₹", "franc": "Fr"}
"""Stems of words after amounts, and the currency of each."""

MEASURES = {
    ("mile",): ("m", 1609.344),
    ("kilomet",): ("m", 1000.0),
    ("kilometr",): ("m", 1000.0),
    ("km",): ("m", 1000.0),
    ("metr",): ("m", 1.0),
    ("meter",): ("m", 1.0),
    ("feet",): ("m", 0.3048),
    ("foot",): ("m", 0.3048),
    ("yard",): ("m", 0.9144),
    ("inch",): ("m", 0.0254),
    ("squar", "mile"): ("m²", 2589988.0),
    ("squar", "kilomet"): ("m²", 1e6),
    ("squar", "kilometr"): ("m²", 1e6),
    ("squar", "km"): ("m²", 1e6),
    ("squar", "metr"): ("m²", 1.0),
    ("squar", "meter"): ("m²", 1.0),
    ("squar", "feet"): ("m²", 0.09290304),
    ("squar", "foot"): ("m²", 0.09290304),
    ("acr",): ("m²", 4046.856),
    ("hectar",): ("m²", 1e4),
    ("kilogram",): ("g", 1000.0),
    ("kilo",): ("g", 1000.0),
    ("kg",): ("g", 1000.0),
    ("gram",): ("g", 1.0),
    ("ton",): ("g", 1e6),
    ("tonn",): ("g", 1e6),
    ("ounc",): ("g", 28.3495),
    ("mph",): ("m/s", 0.44704),
    ("kph",): ("m/s", 0.277778),
    ("litr",): ("l", 1.0),
    ("liter",): ("l", 1.0),
    ("gallon",): ("l", 3.78541),
}
"""Stems of the words after an amount, each with the base unit (metres, square metres, grams, metres per
second, litres) and the number of base units in it."""
