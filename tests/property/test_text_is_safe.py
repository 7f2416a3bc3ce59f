from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.base.sanitizing import MARKS, sanitize, sanitize_line

_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_ANYTHING = st.text(
    st.one_of(
        st.characters(codec=None, exclude_categories=()),
        st.sampled_from("\r\n\t\x1b\x9b\u0301\u0334\u200d\u200c\u200b\u202e\ufe0f가각ᆨé"),
        st.sampled_from("\U0001f3f4\U000e0067\U000e0062\U000e007f"),
    )
)
_ESCAPES = st.sampled_from(
    ["\x1b]52;c;eA==\x07", "\x1b]0;t\x1b\\", "\x1b[2J", "\x9b31m", "\x9d8;;http://x\x9c", "\x1bPq\x1b\\",
     "\x1b[6n", "\x1bc", "\x1b_x\x1b\\", "\x1b^x\x1b\\", "\x0e\x0f", "\x1b(0",
     "\u202eabc\u202c", "\u2067x\u2069"]
)  # fmt: skip


def _is_safe(text: str) -> bool:
    return not _FORBIDDEN.search(text) and unicodedata.is_normalized("NFC", text)


def test_every_code_point_comes_out_safe_and_stays_as_it_came_out() -> None:
    for first in range(0, 0x110000, 0x400):
        characters = [chr(point) for point in range(first, first + 0x400)]
        text = sanitize(" ".join(characters))
        assert _is_safe(text)
        assert sanitize(text) == text


@given(st.lists(st.one_of(_ANYTHING, _ESCAPES)).map("".join))
def test_any_text_comes_out_safe_and_stays_as_it_came_out(text: str) -> None:
    cleaned = sanitize(text)
    assert _is_safe(cleaned)
    assert sanitize(cleaned) == cleaned


@given(_ANYTHING)
def test_a_line_is_one_line_and_stays_as_it_came_out(text: str) -> None:
    line = sanitize_line(text)
    assert line == " ".join(line.split())
    assert sanitize_line(line) == line


@given(st.text(st.sampled_from("a\u0301\u0334\u200d\u200e\u0e34\u0670"), max_size=80))
def test_no_pile_of_marks_is_higher_than_the_cap(text: str) -> None:
    run = longest = 0
    for character in sanitize(text):
        is_mark = unicodedata.category(character).startswith(("M", "Cf"))
        run = run + 1 if is_mark else 0
        longest = max(longest, run)
    assert longest <= MARKS
