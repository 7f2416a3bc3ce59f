from __future__ import annotations

import pytest

from reader.language.direction import is_right_to_left


@pytest.mark.parametrize(
    "text", ["مرحبا", "שלום לכולם, 12 Arden", "«سلام» (2026)", "قال Arden إن الجسر مغلق"]
)
def test_arabic_and_hebrew_are_written_from_right_to_left(text: str) -> None:
    assert is_right_to_left(text)


@pytest.mark.parametrize("text", ["", "12", "Hello", "Größe", "天気", "He said “לא” and left.", "Привет"])
def test_other_scripts_are_not(text: str) -> None:
    assert not is_right_to_left(text)
