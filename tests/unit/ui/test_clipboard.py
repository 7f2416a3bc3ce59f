"""Copying: to the system's clipboard, else through the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.kit.clipboard import TMUX, copy
from tests.unit.ui.desktops import install, sit_at

TEXT = "> “Half” — ½, naïve\n>\n> — A title\n"
XCLIP = 'case "$*" in *-o) cat "{0}";; *) cat > "{0}";; esac'


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What an xclip that works has copied last."""
    sit_at(monkeypatch, DISPLAY=":7")
    install(tmp_path, monkeypatch, "xclip", XCLIP.format(tmp_path / "board"))
    return tmp_path / "board"


async def test_where_there_is_a_display_the_text_goes_to_its_clipboard(board: Path) -> None:
    through_terminal: list[str] = []
    assert await copy(TEXT, through_terminal.append) == "clipboard"
    assert board.read_text(encoding="utf-8") == TEXT
    assert through_terminal == []


async def test_a_long_text_arrives_whole(board: Path) -> None:
    assert await copy(TEXT * 10_000, lambda _text: None) == "clipboard"
    assert board.read_text(encoding="utf-8") == TEXT * 10_000


async def test_a_clipboard_over_a_forwarded_display_is_the_users(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    assert await copy(TEXT, lambda _text: None) == "clipboard"


@pytest.mark.parametrize("where", [{}, {"SSH_TTY": "/dev/pts/1"}], ids=["a console", "ssh"])
async def test_without_a_display_the_terminal_copies(
    where: dict[str, str], board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at(monkeypatch, **where)
    through_terminal: list[str] = []
    assert await copy(TEXT, through_terminal.append) == "terminal (OSC 52)"
    assert through_terminal == [TEXT]
    assert not board.exists()


async def test_in_tmux_the_text_goes_to_its_buffer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at(monkeypatch, TMUX="/tmp/tmux-0/default,7,0", SSH_TTY="/dev/pts/1")
    install(tmp_path, monkeypatch, "tmux", f'echo "$@" > "{tmp_path}/how"; cat > "{tmp_path}/board"')
    through_terminal: list[str] = []
    assert await copy(TEXT, through_terminal.append) == TMUX
    assert (tmp_path / "board").read_text(encoding="utf-8") == TEXT
    assert (tmp_path / "how").read_text(encoding="utf-8") == "load-buffer -w -\n"
    assert through_terminal == []


async def test_a_tmux_that_does_not_answer_leaves_it_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at(monkeypatch, TMUX="/tmp/tmux-0/default,7,0")
    install(tmp_path, monkeypatch, "tmux", "exit 1")
    through_terminal: list[str] = []
    assert await copy(TEXT, through_terminal.append) == "terminal (OSC 52)"
    assert through_terminal == [TEXT]


@pytest.mark.parametrize(
    "script",
    ["echo no display >&2; exit 1", "cat > /dev/null", "exec sleep 600"],
    ids=["fails", "forgets", "hangs"],
)
async def test_where_the_clipboard_does_not_work_the_terminal_copies_and_nothing_is_said_on_screen(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    sit_at(monkeypatch, DISPLAY=":7")
    install(tmp_path, monkeypatch, "xclip", script)
    through_terminal: list[str] = []
    assert await copy(TEXT, through_terminal.append, patience=1.0) == "terminal (OSC 52)"
    assert through_terminal == [TEXT]
    assert capfd.readouterr() == ("", "")


async def test_a_module_in_the_current_folder_is_not_run(
    board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyperclip.py").write_text("open('run', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    await copy(TEXT, lambda _text: None)
    assert not (tmp_path / "run").exists()
