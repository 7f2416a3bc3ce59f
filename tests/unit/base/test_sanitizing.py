from __future__ import annotations

import json

import pytest

from reader.base.sanitizing import MARKS, escaped_json, printable, sanitize, sanitize_line


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;ZXZpbA==\x07", "␛]52;c;ZXZpbA==␇"),
        ("\x9b2J", "\ufffd2J"),
        ("a\x00b\x7f", "a␀b␡"),
        ("safe\u202eexe.txt", "safe\ufffdexe.txt"),
        ("\u2066x\u2069", "\ufffdx\ufffd"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("hidden\U000e0068\U000e0069", "hidden"),
    ],
)
def test_what_steers_a_terminal_is_made_visible_or_goes(raw: str, safe: str) -> None:
    assert sanitize(raw) == safe


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧",
        "می‌خواهم",
        "a\u200eb\u200fc",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ],
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert sanitize(text) == text


def test_every_kind_of_line_break_becomes_one_newline() -> None:
    assert sanitize("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_tabs_are_expanded_to_stops() -> None:
    assert sanitize("a\tb\nccc\td") == "a   b\nccc d"


def test_letters_and_accents_are_composed() -> None:
    assert sanitize("Cafe\u0301") == "Café"


def test_a_pile_of_marks_is_cut() -> None:
    assert sanitize("x" + "\u0334" * 50 + "y") == "x" + "\u0334" * MARKS + "y"


def test_a_row_of_foreign_punctuation_is_no_pile_of_marks() -> None:
    assert sanitize("。" * 30) == "。" * 30


def test_a_line_has_no_breaks_and_single_spaces() -> None:
    assert sanitize_line("  Two\r\n lines\tand \u00a0 gaps\x1b ") == "Two lines and gaps␛"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x1b[2Jb", "a␛[2Jb"),
        ("a\rb\x07", "a␍b␇"),
        ("a\x9b\x85b", "a\ufffd\ufffdb"),
        ("a\u202eb\udce9", "a\ufffdb\ufffd"),
        ("a\tb\n\nc", "a\tb\n\nc"),
        ("cafe\u0301 a  b\u00ad", "cafe\u0301 a  b\u00ad"),
        ("", ""),
    ],
)
def test_printed_text_steers_nothing_and_otherwise_stays_as_it_is(text: str, printed: str) -> None:
    assert printable(text) == printed
    assert printable(printed) == printed


@pytest.mark.parametrize("text", ["a\x1b\x9b\x7f\u2028", "a\u202e\u2066", "caf\udce9", 'é 🔥 \t\n"\\'])
def test_json_is_escaped_and_gives_the_same_values(text: str) -> None:
    escaped = escaped_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(escaped) == [text]
    assert printable(escaped) == escaped
