"""The codebook and the history on screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input

from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]


async def tag_two(desk: Desk) -> None:
    """Two sentences of A are tagged, one topic/ferry and one mayor; then the codebook."""
    await desk.press("t")
    await desk.type("topic/ferry")
    await desk.press("enter", "n", "t")
    await desk.type("mayor")
    await desk.press("enter", "T")


def tags(desk: Desk) -> list[tuple[str, ...]]:
    return [annotation.tags for annotation in desk.kept()]


async def test_the_tags_are_listed_with_their_use(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        assert "3 tags" in desk.text()
        assert "# mayor" in desk.text()


async def test_a_tag_is_renamed_everywhere_in_one_step(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("j", "r", *["backspace"] * 5)
        await desk.type("theme")
        await desk.press("enter")
        assert tags(desk) == [("theme/ferry",), ("mayor",)]
        await desk.press("u")
        assert tags(desk) == [("topic/ferry",), ("mayor",)]


async def test_marked_tags_are_merged_into_the_one_under_the_cursor(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("space", "j", "m")
        assert tags(desk) == [("topic/ferry",), ("topic/ferry",)]


async def test_a_tag_is_described_and_its_meaning_listed(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("i")
        await desk.type("What the mayor says")
        await desk.press("enter")
        assert "What the mayor says" in desk.text()


async def test_a_colour_that_is_none_is_refused_with_a_way_out(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("i", "tab")
        await desk.type("mauve")
        await desk.press("enter")
        assert "use yellow" in desk.told()


async def test_a_tag_is_removed_from_every_annotation(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("d")
        assert tags(desk) == [("topic/ferry",), ()]


async def test_enter_lists_the_annotations_of_a_tag(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("enter")
        assert "1 of 2 annotations" in desk.text()


async def test_the_tags_are_written_as_csv_and_read_again(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    table = tmp_path / "tags.csv"
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("E", *["backspace"] * len("codebook.csv"))
        await desk.type(str(table))
        await desk.press("enter")
        described = table.read_text(encoding="utf-8").replace("mayor,,,", "mayor,green,,The mayor")
        table.write_text(described, encoding="utf-8")
        await desk.press("I")
        await desk.type(str(table))
        await desk.press("enter")
        assert "The mayor" in desk.text()


async def test_the_history_tells_what_was_done_and_brings_back_what_was_deleted(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "h", "d", "H")
        assert "2 changes" in desk.text()
        assert "deleted" in desk.text()
        await desk.press("enter")
        assert len(desk.kept()) == 1


async def test_what_is_not_deleted_is_not_brought_back(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "h", "H", "enter")
        assert "is not deleted" in desk.told()
        assert len(desk.kept()) == 1


async def test_the_annotations_of_a_tag_that_looks_like_a_query_are_listed(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("a|foo:bar")
        await desk.press("enter", "T", "enter")
        assert "1 of 1 annotation" in desk.text()


async def test_a_file_name_that_is_too_long_is_refused(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await tag_two(desk)
        await desk.press("E")
        desk.app.screen.query_one(Input).value = "x" * 300
        await desk.press("enter")
        assert "cannot write here" in desk.told()


async def test_q_goes_back_from_the_annotations_of_a_tag(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "j", "t")
        await desk.type("figures")
        await desk.press("enter", "T", "enter")
        assert "1 of 2 annotations" in desk.text()
        await desk.press("q")
        assert "1 tag" in desk.text()
