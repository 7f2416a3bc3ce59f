"""The story screen: three articles at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.ui.widgets.row_table import RowTable

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
