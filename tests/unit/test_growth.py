"""Adversarial text costs no more than ordinary text: twice the text, about twice the work."""

from __future__ import annotations

import cProfile
from math import log2

import pytest

from tests.benchmarks.growth import GENERATORS, STEPS

SHORT = 5_000
"""Code points of the shorter text; the longer ones are two and four times as long."""

STEEPEST = 1.5
"""The power of the length that the work may grow with: 1 where the text is long, more as long as it has few
sentences. `tests.benchmarks.growth` measures texts of up to 5,000,000 code points."""

IN_A_STORY = ("said", "template", "names", "quotes-single")


def work(step: str, text: str) -> int:
    """The calls of functions that a step makes: the same on every machine."""
    profile = cProfile.Profile(builtins=True)
    profile.runcall(STEPS[step], text)
    return sum(entry.callcount for entry in profile.getstats())


def power(step: str, name: str) -> float:
    """The power that the work grows with when the text is four times as long."""
    made = GENERATORS[name]
    STEPS[step](made(SHORT))  # what is computed once and kept does not count
    return log2(work(step, made(4 * SHORT)) / work(step, made(SHORT))) / 2


@pytest.mark.parametrize("name", GENERATORS)
@pytest.mark.parametrize("step", ["read", "match"])
def test_reading_and_matching_grow_with_the_length_of_the_text(step: str, name: str) -> None:
    assert power(step, name) <= STEEPEST


@pytest.mark.parametrize("name", IN_A_STORY)
def test_a_story_grows_with_the_length_of_its_articles(name: str) -> None:
    assert power("story", name) <= STEEPEST
