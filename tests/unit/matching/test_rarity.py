from __future__ import annotations

import pytest

from reader.base.throttle import Throttle
from reader.matching.profile import Profile, profiles
from reader.matching.rarity import Rarity
from tests.unit.made import article

FLOOD = tuple(f"The flood reached house number {n} of the village." for n in range(30))
OTHER = tuple(f"Nobody in town {n} has ever heard of a {chr(97 + n % 26)}{n}." for n in range(300))


def _profiles(*sentences: str) -> list[Profile]:
    return profiles(article("a", *sentences), Throttle(None))


def test_a_word_weighs_the_more_the_rarer_it_is() -> None:
    weights = Rarity(_profiles(*FLOOD, "A heron stood by the flood."), _profiles(*FLOOD)).weights
    assert weights["heron"] > weights["flood"]


def test_what_one_story_says_all_the_time_weighs_little_however_long_the_text_around_it() -> None:
    alone = Rarity(_profiles(*FLOOD), _profiles(*FLOOD)).weights["flood"]
    inside = Rarity(_profiles(*FLOOD, *OTHER), _profiles(*FLOOD, *OTHER)).weights["flood"]
    assert inside == pytest.approx(alone, abs=0.1)
