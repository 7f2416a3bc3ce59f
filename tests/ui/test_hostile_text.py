"""Text is shown, never parsed: whatever an article, a tag or a note says, wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import Running

Run = Callable[..., Running]

HOSTILE = "[/b] [Reuters] [x=1 [@click=app.quit]press[/] arr[0] [link=https://example.org]"
ESCAPES = "\x1b]52;c;aGk=\x07 \x1b[31m \x9b2J \u202e \x0e"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.md").write_text(
            f"---\ntitle: '{HOSTILE}'\nsource: '[/] [wire]'\n---\n\nHe said {HOSTILE} and left. {ESCAPES}\n",
            encoding="utf-8",
        )
    return folder


async def test_no_markup_is_parsed_on_any_screen(run: Run, hostile: Path) -> None:
    async with run(hostile, size=(200, 40)) as desk:
        assert "[/b] [Reuters] [x=1" in desk.text()
        await desk.press("a", "enter", "n")
        assert desk.text().count("[@click=app.quit]press[/]") >= 4
        await desk.press("t")
        await desk.type("[/b]")
        await desk.press("enter", "a")
        await desk.type("[@click=app.quit]x[/]")
        await desk.press("ctrl+s")
        assert "#[/b]" in desk.text() or "#[-b]" in desk.text()
        assert "[@click=app.quit]x[/]" in desk.text()
        await desk.press("A")
        assert "[@click=app.quit]x[/]" in desk.text()
        await desk.press("t")
        assert "[" in desk.text()
        await desk.press("escape", "d", "u")
        assert desk.app.is_running


async def test_a_click_on_what_looks_like_an_action_runs_none(run: Run, hostile: Path) -> None:
    async with run(hostile, size=(200, 40)) as desk:
        await desk.press("a", "enter", "n")
        rows = desk.text().splitlines()
        for y, row in enumerate(rows[:-1]):
            if "press" in row:
                await desk.pilot.click(offset=(row.index("press") + 1, y))
        await desk.settle()
        assert desk.app.is_running


async def test_no_control_character_of_an_article_is_drawn(run: Run, hostile: Path) -> None:
    async with run(hostile, size=(200, 40)) as desk:
        await desk.press("a", "enter", "n")
        drawn = desk.text()
        assert not [c for c in drawn if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c == "\u202e")]
