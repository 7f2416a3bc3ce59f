"""The annotations screen: finding, many at once, attaching anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.ui.compare.screen import CompareScreen
from tests.ui.conftest import FIRST, Desk, Running

Run = Callable[..., Running]

QUOTE = '"Nobody saw it coming," said Mayor Ada Quill.'


async def annotate_three(desk: Desk) -> None:
    """A highlight, a tagged passage and a note, all of A; then the list of them."""
    await desk.press("n", "h", "n", "t")
    await desk.type("quotes")
    await desk.press("enter", "j", "a")
    await desk.type("Is that so?")
    await desk.press("ctrl+s", "A")


async def test_the_list_follows_what_is_typed(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("/", "#")
        await desk.type("quotes")
        await desk.press("enter")
        assert "1 of 3 annotations" in desk.text()
        assert "Nobody saw it" in desk.text()
        await desk.press("escape")
        assert "3 annotations" in desk.text()


async def test_a_query_that_is_none_says_what_there_is(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("/")
        await desk.type("state:gone")
        assert 'unknown state "gone"; use ok' in desk.text()


async def test_all_that_are_marked_are_tagged_in_one_step(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("ctrl+a", "t")
        await desk.type("checked")
        await desk.press("enter")
        assert [set(one.tags) for one in desk.kept()] == [{"checked"}, {"checked", "quotes"}, {"checked"}]
        await desk.press("u")
        assert [set(one.tags) for one in desk.kept()] == [set(), {"quotes"}, set()]


async def test_a_tag_that_all_have_is_taken_off_all(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("ctrl+a", "t")
        await desk.type("checked")
        await desk.press("enter", "t", *["backspace"] * 9, "enter")
        assert [set(one.tags) for one in desk.kept()] == [set(), {"quotes"}, set()]


async def test_all_that_are_marked_are_deleted_in_one_step(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("x", "x", "d")
        assert len(desk.kept()) == 1
        await desk.press("u")
        assert len(desk.kept()) == 3


async def test_what_is_listed_is_exported(run: Run, articles: list[Path], tmp_path: Path) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("/")
        await desk.type("that so")
        await desk.press("enter", "e", *["backspace"] * len("reader-notes.md"))
        await desk.type(str(tmp_path / "some.md"))
        await desk.press("enter")
    exported = (tmp_path / "some.md").read_text(encoding="utf-8")
    assert "Is that so?" in exported
    assert "Nobody saw it coming" not in exported


async def test_the_list_is_sorted_by_tag_and_by_others(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await annotate_three(desk)
        await desk.press("o")
        assert "by tag" in desk.text()
        assert desk.text().index("#quotes") < desk.text().index("A barge struck")


async def test_an_annotation_whose_words_are_gone_is_attached_anew_by_hand(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "h")
    articles[0].write_text(FIRST.replace(QUOTE, "The mayor would not comment."), encoding="utf-8")
    async with run(*articles[:2]) as desk:
        await desk.press("A")
        assert "are no longer in the article" in desk.text()
        await desk.press("r", "n", "j", "z")
        (kept,) = desk.kept()
        assert kept.targets[0].quote.exact == "The mayor would not comment."


async def test_words_that_changed_are_shown_as_they_are_now(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "h")
    articles[0].write_text(FIRST.replace("injuring 12 people", "injuring 13 people"), encoding="utf-8")
    async with run(*articles[:2]) as desk:
        await desk.press("A")
        assert "now: A barge struck its eastern pier at dawn, injuring 13 people." in desk.text()


async def test_q_ends_to_find_before_it_goes_back(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "j", "h", "A", "/")
        await desk.type("barge")
        await desk.press("enter")
        assert "1 of 2 annotations" in desk.text()
        await desk.press("q")
        assert "2 annotations" in desk.text()
        assert "1 of 2" not in desk.text()
        await desk.press("q")
        assert isinstance(desk.app.screen, CompareScreen)
