from __future__ import annotations

from annotations.model import new_annotation
from annotations.wording import quotes
from tests.reliability.workload import annotation


def test_a_pair_is_shown_by_both_passages() -> None:
    one, other = annotation(1, "", "file:here"), annotation(2, "", "file:there")
    assert quotes(one, 10) == "“bridge”"
    assert quotes(new_annotation([*one.targets, *other.targets]), 4) == "“bri…” ⇄ “bri…”"
