"""The real reader ended from outside while a note is being written: the note and the terminal survive."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.store import AnnotationStore
from tests.reliability.reader_kills import articles_in
from tests.reliability.screens import PATIENCE, Terminal

NOTE = "Who counted the injured?"


def written(terminal: Terminal) -> None:
    """Writes a note, and leaves its dialog open."""
    terminal.wait_for("highlight")
    terminal.press("a")
    terminal.wait_for("Ctrl+S saves")
    terminal.settles_until(time.monotonic() + PATIENCE)
    terminal.press(NOTE)
    terminal.wait_for(NOTE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_the_open_note_and_restores_the_terminal(tmp_path: Path, number: int) -> None:
    with Terminal(tmp_path / "data", *articles_in(tmp_path)) as terminal:
        written(terminal)
        before = len(terminal.drawn)
        terminal.send(number)
        assert terminal.ends() == 128 + number
    for restored in (b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l"):
        assert restored in terminal.drawn[before:]
    assert saved(tmp_path) == [NOTE]


@pytest.mark.parametrize("controls", [True, False], ids=["and says so", "without a signal"])
def test_a_terminal_that_is_closed_ends_the_reader_and_does_not_lose_the_open_note(
    tmp_path: Path, controls: bool
) -> None:
    with Terminal(tmp_path / "data", *articles_in(tmp_path), controls=controls) as terminal:
        written(terminal)
        terminal.hang_up()
        assert terminal.ends() == 128 + signal.SIGHUP
    assert saved(tmp_path) == [NOTE] or offered(tmp_path)


def test_a_killed_reader_offers_the_note_that_was_being_written(tmp_path: Path) -> None:
    with Terminal(tmp_path / "data", *articles_in(tmp_path)) as terminal:
        written(terminal)
        drafts = tmp_path / "data" / "state" / "drafts"
        until(lambda: any(NOTE in draft.read_text() for draft in drafts.glob("*.json")))
        terminal.send(signal.SIGKILL)
        terminal.ends()
    assert offered(tmp_path)


def offered(folder: Path) -> bool:
    """Whether the dialog begins with the note, in the next reader."""
    with Terminal(folder / "data", *articles_in(folder)) as terminal:
        terminal.wait_for("highlight")
        terminal.press("a")
        terminal.wait_for("This draft of")
        return terminal.shows(NOTE)


def saved(folder: Path) -> list[str]:
    store = AnnotationStore.open(folder / "data" / "annotations.json", in_background=False)
    return [each.note for each in store.all()]


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
