"""The real program in a real pseudo-terminal: what arrives at the terminal is the program's own."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from annotations.store import AnnotationStore

PATIENCE = 30.0  # seconds until a program that shows nothing is given up
PAYLOADS = {
    "OSC 52 writes the clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "OSC 0 sets the title": "\x1b]0;pwned\x1b\\",
    "OSC 8 makes a link": "\x1b]8;;https://example.org/pwned\x1b\\x\x1b]8;;\x1b\\",
    "DCS": "\x1bP$qpwned\x1b\\",
    "APC and PM": "\x1b_pwned\x1b\\\x1b^pwned\x1b\\",
    "CSI clears the screen": "\x1b[2Jpwned\x1b[999;1H",
    "CSI asks where the cursor is": "\x1b[6n",
    "C1 controls": "\x9d52;c;cHduZWQ=\x9c\x9b2J\x90pwned\x9c",
    "charsets and modes": "\x1b(0pwned\x0e\x1bc\x1b7",
    "bidi": "\u202epwned\u2066\u2067\u202d",
    "tags and zero width": "p\U000e0077\U000e006e\u200bwned\u2060",
}


def written_by(command: list[str], environment: dict[str, str], steps: list[tuple[str, str]]) -> bytes:
    """What a program writes to a terminal; each step waits until a text is there, then types keys."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, environment)
    seen = b""
    try:
        for until, keys in steps:
            seen += _until(terminal, until.encode())
            os.write(terminal, keys.encode())
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return seen


def _until(terminal: int, text: bytes) -> bytes:
    """What comes until `text` has come and then nothing more for a third of a second."""
    seen, begin = b"", time.monotonic()
    while True:
        ready, _, _ = select.select([terminal], [], [], 0.3)
        if ready:
            seen += os.read(terminal, 65536)
        elif text in seen:
            return seen
        assert time.monotonic() - begin < PATIENCE, f"{text!r} never came: {seen[-1000:]!r}"


def without_own_sequences(written: bytes) -> bytes:
    """What is left when the sequences that Textual itself writes are taken out."""
    return re.sub(rb"\x1b\[[<>=?]?[0-9;:]*\$?[a-zA-Z]|\x1b\]1[01];\?|\x1b\]22;[a-z]*", b"", written)


def test_no_sequence_of_an_article_reaches_the_terminal(tmp_path: Path) -> None:
    payloads = "".join(PAYLOADS.values())
    first, second = tmp_path / f"first{payloads.replace('/', '')[:60]}.txt", tmp_path / "second.md"
    said = " ".join(
        f"The pier{payload} fell at {n} in the morning." for n, payload in enumerate(PAYLOADS.values())
    )
    first.write_text(f"A title{payloads}\n\n{said}\n\nThe last line.\n", encoding="utf-8")
    second.write_text(f"---\nsource: wire\n---\n\n# Another{payloads}\n\n{said}\n", encoding="utf-8")
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    command = [sys.executable, "-m", "reader", str(first), str(second)]
    steps = [("both say", "h"), ("Highlighted", "A"), ("1 annotation", "?"), ("Keys", "")]
    written = written_by(command, environment, steps)
    rest = without_own_sequences(written).decode()
    assert [name for name, payload in PAYLOADS.items() if payload.encode() in written] == []
    assert re.findall("\x1b.{10}", rest) == []
    assert re.findall(_NEVER, rest) == []


_NEVER = "[\x00-\x06\x0b\x0c\x0e\x0f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\U000e0000-\U000e007f]"


def test_a_note_is_written_in_the_users_own_editor(tmp_path: Path) -> None:
    article, editor = tmp_path / "a.txt", tmp_path / "editor"
    article.write_text("The old bridge fell.\n", encoding="utf-8")
    editor.write_text('#!/bin/sh\necho "Written elsewhere." > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    environment = os.environ | {"TERM": "xterm-256color", "EDITOR": str(editor)}
    command = [sys.executable, "-m", "reader", str(article)]
    steps = [("one article", "a"), ("Ctrl+E", "\x05"), ("Written elsewhere", "\x13"), ("Saved.", "")]
    written_by(command, environment, steps)
    store = AnnotationStore.open(Path(os.environ["READER_DATA"]) / "annotations.json")
    assert [annotation.note for annotation in store.all()] == ["Written elsewhere."]
    store.close()


def test_a_program_that_breaks_down_says_so_by_its_exit_status(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The pier fell at noon.\n")
    broken = f"""
import sys
from reader.cli.main import main
from reader.ui.app import ReaderApp
ReaderApp.action_command = lambda self, command: 1 / 0
sys.exit(main([{str(article)!r}]))
"""
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(sys.executable, [sys.executable, "-c", broken], environment)
    _until(terminal, b"The pier fell")
    os.write(terminal, b"?")
    written = b""
    with suppress(OSError):  # when the other end is closed
        while more := os.read(terminal, 65536):
            written += more
    os.close(terminal)
    log = Path(os.environ["READER_DATA"]) / "state" / "log" / "reader.log"
    report = f"reader: reader has a fault here (ZeroDivisionError); details are in {log}"
    assert report in " ".join(written.decode().split())
    assert b"Traceback" not in written
    assert "ZeroDivisionError" in log.read_text()
    assert "The pier fell" not in log.read_text()
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1
