"""The app while its data folder cannot be read, or holds what it does not expect: it goes on, and says so."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import TextArea

from reader.base.paths import Paths
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]


PATIENCE = 30.0  # seconds until a saver that does not try again is given up


def become_a_file(folder: Path) -> None:
    folder.write_text("not a folder")


def become_a_loop(folder: Path) -> None:
    folder.symlink_to(folder.name)


async def look(desk: Desk) -> None:
    """Looks at the folder, as the app does every few seconds."""
    desk.app._changes.read_others()
    await desk.settle()


async def look_until(desk: Desk, is_so: Callable[[], bool]) -> None:
    """Looks again and again, while the background saves and tries again by itself."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        await look(desk)


@pytest.mark.parametrize("vanish", [become_a_file, become_a_loop])
async def test_an_open_note_survives_a_folder_that_cannot_be_read_for_a_moment(
    run: Run, articles: list[Path], places: Paths, vanish: Callable[[Path], None]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "a")
        await desk.type("half a thought")
        aside = places.data.with_name("aside")
        places.data.rename(aside)
        vanish(places.data)
        await look(desk)
        await look(desk)
        assert desk.told().count("cannot be read") == 1
        assert desk.app.screen.query_one(TextArea).text == "half a thought"
        places.data.unlink()
        aside.rename(places.data)
        await look(desk)
        assert "can be read again" in desk.told()
        await desk.press("ctrl+s")
        assert [each.note for each in desk.kept()] == ["half a thought"]


async def test_the_line_of_keys_says_that_the_file_is_not_readable_only_while_it_is_so(
    run: Run, articles: list[Path], places: Paths
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        aside = places.data.with_name("aside")
        places.data.rename(aside)
        become_a_file(places.data)
        await look(desk)
        assert "FILE NOT READABLE" in desk.text()
        places.data.unlink()
        aside.rename(places.data)
        await look(desk)
        assert "FILE NOT READABLE" not in desk.text()
        assert "saved" in desk.text()


async def test_a_folder_that_cannot_be_read_at_the_start_is_tried_again(
    run: Run, articles: list[Path], places: Paths
) -> None:
    become_a_file(places.data)
    async with run(*articles[:2]) as desk:
        assert "cannot open" in desk.told()
        places.data.unlink()
        await look(desk)
        await desk.press("h")
        assert len(desk.kept()) == 1


async def test_not_saved_goes_when_saving_works_again(run: Run, articles: list[Path], places: Paths) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        aside = places.data.with_name("aside")
        places.data.rename(aside)
        become_a_file(places.data)
        await desk.press("j", "h")
        await look_until(desk, lambda: "NOT SAVED" in desk.text())
        places.data.unlink()
        aside.rename(places.data)
        await look_until(desk, lambda: "NOT SAVED" not in desk.text())
        assert len(desk.kept()) == 2


async def test_a_number_that_json_lacks_written_meanwhile_ends_nothing(
    run: Run, articles: list[Path], places: Paths
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        desk.kept()
        tables = json.loads(places.annotations.read_text())
        for document in tables["_default"].values():
            document["weight"] = float("nan")
        places.annotations.write_text(json.dumps(tables))
        await look(desk)
        await desk.press("j", "h", "u", "h")
        assert len(desk.kept()) == 2
        assert "saved" in desk.text()


async def test_a_fault_of_ours_while_looking_is_told_once_and_ends_nothing(
    run: Run, articles: list[Path], places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_DATA", str(places.data))
    async with run(*articles[:2]) as desk:
        await desk.press("h")

        def broken() -> bool:
            raise LookupError

        monkeypatch.setattr(desk.app._access, "look", broken)
        await look(desk)
        await look(desk)
        assert desk.told().count("reader has a fault here (LookupError)") == 1
        monkeypatch.undo()
        await desk.press("j", "h")
        assert len(desk.kept()) == 2
