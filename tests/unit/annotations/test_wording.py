from __future__ import annotations

import pytest

from annotations.model import new_annotation
from annotations.wording import counted, quoted, shortened
from tests.reliability.workload import annotation


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("short", 5, "short"),
        ("too long", 5, "too…"),
        ("two\n lines", 20, "two lines"),
        ("a\x1b[2Jb", 20, "a␛[2Jb"),
        ("", 5, ""),
    ],
)
def test_a_text_is_one_safe_line_that_is_not_too_long(text: str, most: int, said: str) -> None:
    assert shortened(text, most) == said


def test_a_pair_is_told_by_both_passages() -> None:
    one, other = annotation(1, "", "file:here"), annotation(2, "", "file:there")
    assert quoted(one, 10) == "“bridge”"
    assert quoted(new_annotation([*one.targets, *other.targets]), 4) == "“bri…” ⇄ “bri…”"


def test_one_is_told_from_many() -> None:
    assert [counted([annotation(1, "")] * number) for number in (0, 1, 2)] == [
        "0 annotations",
        "1 annotation",
        "2 annotations",
    ]
