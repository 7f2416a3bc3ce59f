"""What stays in view where there is little room: titles under notices, the keys that matter, the help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]
SIZES = [(40, 20), (80, 24), (120, 40)]


def last_row(desk: Desk) -> str:
    return desk.text().splitlines()[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_two_notices_cover_no_title_no_card_and_no_key(
    run: Run, articles: list[Path], size: tuple[int, int]
) -> None:
    async with run(*articles[:2], size=size, toasts=True) as desk:
        before = desk.text().splitlines()
        for number in (1, 2):
            desk.app.notify(f"Notice {number}: what was done, and two keys that do something with it.")
        await desk.settle()
        after = desk.text().splitlines()
    card = next(n for n, row in enumerate(before) if row.startswith("─"))
    assert "Notice 2" in "".join(after)
    assert after[:3] == before[:3]
    assert after[card:] == before[card:]


async def test_on_the_smallest_screen_the_keys_that_matter_are_seen(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(40, 20)) as desk:
        assert last_row(desk).split() == ["n", "next", "h", "highlight", "?", "help", "q", "back"]


async def test_what_is_under_way_is_seen_before_the_keys(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(40, 20)) as desk:
        await desk.press("v")
        assert last_row(desk).endswith("selecting · Esc cancels ")


async def test_what_does_not_fit_on_a_line_of_the_help_goes_on_under_its_text(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2], size=(80, 24)) as desk:
        await desk.press("question_mark", *["j"] * 12)
        rows = desk.text().splitlines()
    first = next(n for n, row in enumerate(rows) if "Show the sentences that only" in row)
    text = rows[first].index("Show")
    assert rows[first][:text].split()[-1] == "i"
    assert rows[first + 1][text - 3 : text].isspace()
    assert not rows[first + 1][text].isspace()
