"""The letters of articles: the same on every screen and in every export."""

from __future__ import annotations

from string import ascii_uppercase

__all__ = ["letter"]


def letter(number: int) -> str:
    """The letter of article `number`, counted from 0: A, B, …, Z, AA, AB, …, ZZ, AAA, …"""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[place] + letters
    return letters
