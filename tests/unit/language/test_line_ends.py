"""Words that are divided at the ends of lines become whole."""

from __future__ import annotations

import pytest

from reader.language.line_ends import begins_speech, joint, words_in

TEXT = "The long-term plan and the coastguard. A dockside crane, a well-\nknown crane, fell on Sun-\nday."


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [
        ("Sun", "day", ""),
        ("govern", "ment", ""),
        ("coast", "guard", ""),
        ("dock", "side", ""),
        ("ex", "ample", ""),
        ("pro", "gramme", ""),
        ("ACCI", "DENT", ""),
        ("long", "term", "-"),
        ("well", "known", "-"),
        ("harbour", "based", "-"),
        ("Anglo", "American", "-"),
        ("mid", "1990s", "-"),
        ("plan", "crane", "-"),
        ("Ein", "und", "- "),
        ("pre", "and", "- "),
    ],
)
def test_a_hyphen_stays_where_the_word_has_one(first: str, second: str, between: str) -> None:
    assert joint(first, second, words_in(TEXT)) == between


def test_divided_words_are_not_words_of_the_text() -> None:
    assert words_in(TEXT).isdisjoint({"sun", "day", "well", "known"})


@pytest.mark.parametrize(
    "line",
    [
        "CHAIR: Come in.",
        "SEN. HOLLIS: No.",
        "MR. O’NEIL: Yes.",
        "Q: When?",
        "A: Now.",
        "Q. When?",
        "Sen. Hollis: No.",
    ],
)
def test_a_speaker_begins_a_line_of_a_transcript(line: str) -> None:
    assert begins_speech(line)


@pytest.mark.parametrize("line", ["The result: a draw.", "NOON:", "He said: no.", "10:30 a.m.", "AT 10:30"])
def test_other_colons_do_not(line: str) -> None:
    assert not begins_speech(line)
