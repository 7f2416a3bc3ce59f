"""The story screen: three articles at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.ui.widgets.row_table import RowTable
from tests.conftest import SAMPLE

from .conftest import Desk, Running

Run = Callable[..., Running]


async def story(desk: Desk) -> None:
    """From the library, of all that is listed."""
    await desk.press("S")
    await desk.settle()


async def test_what_several_articles_say_is_listed_with_who_says_it(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        assert "A barge struck" in desk.text()
        assert "A B C" in desk.text()


async def test_figures_that_differ_are_told_apart(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press("tab")
        assert "figures" in desk.text()
        assert "12" in desk.text()
        assert "21" in desk.text()
        assert "≠" in desk.text()


async def test_the_lists_are_gone_through_by_tab_and_by_a_click(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        row = desk.text().splitlines()[0]
        await desk.pilot.click(offset=(row.index("only here") + 2, 0))
        await desk.settle()
        assert "The harbour master has opened an inquiry." in desk.text()
        await desk.press("tab")
        assert "%" in desk.text()


async def test_enter_opens_the_passages_side_by_side(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press("enter")
        assert "A barge struck" in desk.current_sentence
        await desk.press("q")
        assert "A B C" in desk.text()


async def test_a_story_is_told_of_the_articles_that_are_open(run: Run, articles: list[Path]) -> None:
    async with run(*articles) as desk:
        await story(desk)
        assert "A B C" in desk.text()


async def test_two_articles_are_no_story(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await story(desk)
        assert "A story has 3 to 50 articles; here are 2" in desk.told()


async def test_the_story_is_written_to_a_file_and_never_over_another(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        for _ in range(2):
            await desk.press("w", *["backspace"] * len("story.md"))
            await desk.type(str(tmp_path / "story.md"))
            await desk.press("enter")
        assert "is there already" in desk.told()
    assert "A barge struck" in (tmp_path / "story.md").read_text(encoding="utf-8")


async def test_a_stricter_threshold_leaves_only_what_is_sure(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press(*["+"] * 5)
        assert "≥81" in desk.text()


async def test_after_a_click_on_a_tab_the_keys_are_still_the_lists(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        row = desk.text().splitlines()[0]
        await desk.pilot.click(offset=(row.index("shares") + 2, 0))
        await desk.press("j")
        assert desk.app.screen.query_one(RowTable).cursor == 1


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_whatever_the_size_the_heading_says_what_is_listed_and_who_the_letters_are(
    run: Run, size: tuple[int, int]
) -> None:
    async with run(SAMPLE / "harbour-bridge", size=size) as desk:
        await story(desk)
        heading = " ".join(desk.text().splitlines()[2:5])
        assert "16 points told by several" in heading
        assert all(name in heading for name in ("A Haly", "B Dail", "C Mer", "D Spa"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_figures_that_differ_and_that_agree_are_marked_and_counted(
    run: Run, size: tuple[int, int]
) -> None:
    async with run(SAMPLE / "harbour-bridge", size=size) as desk:
        await story(desk)
        await desk.press("tab")
        assert "≠ 9 differ, = 7 agree" in desk.text()
        assert "cost of" in desk.text()
        await desk.press("G")
        assert "people: they agree" in desk.text()


async def test_the_chosen_row_tells_who_credits_whom(run: Run) -> None:
    async with run(SAMPLE / "harbour-bridge", size=(80, 24)) as desk:
        await story(desk)
        await desk.press("j")
        assert "3 of 4" in desk.text()
        assert "credits Halyard News" in " ".join(desk.text().split())


async def test_shares_that_there_is_no_room_for_are_told_of_the_chosen_row(run: Run) -> None:
    async with run(SAMPLE, size=(40, 20)) as desk:
        await story(desk)
        await desk.press(*["tab"] * 5)
        assert desk.text().count("…%") == 0
        assert "are said by" in " ".join(desk.text().split())


async def test_enter_on_a_figure_opens_the_articles_that_tell_it(run: Run) -> None:
    async with run(SAMPLE / "harbour-bridge") as desk:
        await story(desk)
        await desk.press("tab", "enter")
        assert "injuring 12 people" in desk.current_sentence


async def test_the_library_and_the_story_give_the_same_shares(run: Run) -> None:
    async with run(SAMPLE / "harbour-bridge", size=(120, 40)) as desk:
        await desk.press("space")
        told = [line.split()[-1] for line in desk.text().splitlines() if " A " in line and "%" in line]
        assert len(told) == 3
        await story(desk)
        await desk.press(*["tab"] * 5)
        shares = [line for line in desk.text().splitlines() if line.startswith((" B ", " C ", " D "))]
        assert len(shares) == 3
        assert all(share in line for share, line in zip(told, shares, strict=True))


async def test_what_has_moved_is_opened_with_the_passages_side_by_side(run: Run) -> None:
    async with run(SAMPLE / "coalition-2015", size=(120, 16)) as desk:
        await story(desk)
        await desk.press("tab", "tab", "tab")
        assert "first here, last there" in desk.text()
        await desk.press("enter")
        await desk.settle()
        rows = desk.text().splitlines()
        assert any("State has killed thousands" in row and "killed 50 percent" in row for row in rows)
