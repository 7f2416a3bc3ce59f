"""Telling reader what its matcher missed, and what it got wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.ui.compare.card.match_card import MatchCard
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]


def links(desk: Desk) -> int:
    state = desk.panes.state
    return len(state.comparison.links(0, state.views[0].cursor))


async def pin(desk: Desk) -> None:
    """Pins A's last sentence to B's last one."""
    await desk.press("G", "p", "tab", "G", "p", "tab")


async def test_a_match_pinned_by_hand_is_shown_as_one(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await pin(desk)
        title = str(desk.app.screen.query_one(MatchCard).title)
        assert "pinned" in title
        assert "Traders fear an empty spring" in str(desk.app.screen.query_one(MatchCard).content)


async def test_a_pinned_match_is_there_after_a_restart(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await pin(desk)
    async with run(*articles[:2]) as desk:
        await desk.press("G")
        assert links(desk) == 1


async def test_a_pinned_match_is_kept_as_a_pair(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await pin(desk)
    (kept,) = desk.kept()
    assert kept.is_pair
    assert kept.relation == "match by hand"


async def test_a_pinned_match_can_be_taken_back(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await pin(desk)
        await desk.press("r")
        assert links(desk) == 0
    assert desk.kept() == ()


async def test_a_rejected_match_is_shown_no_more_and_undo_brings_it_back(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n")
        assert links(desk) == 1
        await desk.press("r")
        assert links(desk) == 0
        await desk.press("u")
        assert links(desk) == 1


async def test_a_rejected_match_stays_so_after_a_restart(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "r")
    async with run(*articles[:2]) as desk:
        await desk.press("g", "n")
        assert "Nobody saw it coming" in desk.current_sentence


async def test_escape_ends_to_pin(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("G", "p", "escape", "tab", "G", "p")
        assert desk.kept() == ()


async def test_of_two_pins_of_a_passage_the_one_looked_at_is_taken_back(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles) as desk:
        await desk.press("G", "p", "tab", "G", "p", "shift+tab")
        await desk.press("p", "tab", "tab", "G", "p", "tab")
        state = desk.panes.state
        while (link := state.cursor.link()) and link.other != 1:
            await desk.press(".")
        await desk.press("r")
        assert [link.other for link in state.comparison.links(0, state.views[0].cursor)] == [2]


async def test_a_rejection_is_no_highlight(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "r", "h", "t")
        await desk.type("claim")
        await desk.press("enter")
    rejection, highlight = desk.kept()
    assert rejection.tags == ()
    assert highlight.tags == ("claim",)


async def test_the_pin_is_shown_again_once_the_line_to_find_by_is_closed(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("p", "/")
        assert "p pins" in desk.text()
        await desk.type("ferries")
        assert "found A 1" in desk.text()
        await desk.press("enter")
        assert "p pins" in desk.text()


async def test_escape_ends_the_pin_and_then_the_search(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("/")
        await desk.type("ferries")
        await desk.press("enter", "p")
        assert "p pins" in desk.text()
        await desk.press("escape")
        assert "found A 1" in desk.text()
        await desk.press("escape")
        assert "found" not in desk.text()
