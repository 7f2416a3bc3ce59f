"""Dialogs: Ctrl+S saves in all of them, Escape cancels in all of them, and no text is lost by a slip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import TextArea

from reader.notes.drafts import Draft, drafts_left
from reader.ui.kit.note_dialog import NoteDialog
from tests.ui.conftest import Running

Run = Callable[..., Running]


@pytest.mark.parametrize("key", ["ctrl+s", "f2"])
async def test_a_note_is_saved_by_ctrl_s_and_by_f2(run: Run, articles: list[Path], key: str) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Ask the harbour master")
        await desk.press(key)
        assert [each.note for each in desk.kept()] == ["Ask the harbour master"]


async def test_ctrl_s_saves_tags_as_enter_does(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("claim")
        await desk.press("ctrl+s")
        assert [each.tags for each in desk.kept()] == [("claim",)]


async def test_ctrl_s_takes_the_choice_under_the_cursor(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "m", "ctrl+s")
        assert [each.is_pair for each in desk.kept()] == [True]


async def test_ctrl_s_saves_the_description_of_a_tag(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t", "x", "enter", "T", "i")
        await desk.type("said by nobody")
        await desk.press("ctrl+s")
        assert "said by nobody" in desk.text()


async def test_escape_asks_before_a_description_is_lost(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t", "x", "enter", "T", "i")
        await desk.type("said by nobody")
        await desk.press("escape")
        assert "The text is not saved yet" in desk.text()
        await desk.press("down", "enter")
        assert "said by nobody" not in desk.text()


async def test_escape_cancels_a_note_that_nobody_has_changed(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a", "escape")
        assert not isinstance(desk.app.screen, NoteDialog)
        assert desk.kept() == ()


async def test_escape_asks_before_a_written_note_is_lost(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Half a thought")
        await desk.press("escape")
        assert "The text is not saved yet" in desk.text()
        await desk.press("escape")
        assert isinstance(desk.app.screen, NoteDialog)
        await desk.press("escape", "enter")
        assert [each.note for each in desk.kept()] == ["Half a thought"]


async def test_a_written_note_is_discarded_by_choice(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Nonsense")
        await desk.press("escape", "down", "enter")
        assert not isinstance(desk.app.screen, NoteDialog)
        assert desk.kept() == ()
        assert drafts_left(desk.places) == 0


async def test_the_draft_of_a_note_is_offered_where_it_was_written(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Who counted the injured?")
        draft_of(desk.app.screen).keep("Who counted the injured?")
    async with run(*articles[:2]) as desk:
        assert "A note was not saved." in desk.told()
        await desk.press("j", "a")
        assert desk.app.screen.query_one(TextArea).text == ""
        await desk.press("escape", "k", "a")
        assert desk.app.screen.query_one(TextArea).text == "Who counted the injured?"
        assert "was not saved" in desk.text()
        await desk.press("ctrl+s")
        assert [each.note for each in desk.kept()] == ["Who counted the injured?"]
        assert drafts_left(desk.places) == 0


async def test_undo_in_the_dialog_leads_from_the_draft_back_to_the_note(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("old")
        await desk.press("ctrl+s")
        Draft(desk.places, desk.kept()[0].id).keep("a newer text")
        await desk.press("a")
        assert desk.app.screen.query_one(TextArea).text == "a newer text"
        await desk.press("ctrl+z")
        assert desk.app.screen.query_one(TextArea).text == "old"


async def test_an_app_that_ends_with_an_open_note_leaves_its_draft(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Open")
        desk.app.exit()
    assert drafts_left(desk.places) == 1
    [draft] = desk.places.drafts.iterdir()
    assert draft.stat().st_mode & 0o777 == 0o600
    assert draft.parent.stat().st_mode & 0o777 == 0o700


async def test_a_note_whose_annotation_was_deleted_meanwhile_is_saved_or_stays_as_a_draft(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "a")
        await desk.type("About to be refused")
        from reader.notes.notebook import Notebook

        other = Notebook.open(desk.places)
        other.delete(other.all()[0].id)
        other.close()
        await desk.press("ctrl+s")
        saved = [each.note for each in desk.kept()]
        assert saved == ["About to be refused"] or drafts_left(desk.places) == 1


@pytest.mark.parametrize("left", [b"", b"[1]", b'{"text": 3}', b"\xff", b"[" * 100_000])
async def test_a_damaged_draft_is_no_reason_to_stop(run: Run, articles: list[Path], left: bytes) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("x")
        draft_of(desk.app.screen).keep("x")
        [file] = desk.places.drafts.iterdir()
        await desk.press("escape", "down", "enter")
        file.write_bytes(left)
        await desk.press("a")
        assert desk.app.screen.query_one(TextArea).text == ""


def draft_of(screen: object) -> Draft:
    assert isinstance(screen, NoteDialog)
    return screen._draft
