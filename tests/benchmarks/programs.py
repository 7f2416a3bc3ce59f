"""Whole programs, timed from outside in a real pseudo-terminal, each against something run beside it.

Absolute times are of one machine; the ratios are what is promised.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BARE_APP = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("first static")
        yield Static("second static")

Bare().run()
"""
RUNS = 9
PATIENCE = 20.0


def main() -> None:
    """Prints both promises with what was measured."""
    python = sys.executable
    reader = str(Path(python).parent / "reader")
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE_APP)
        articles = _articles(Path(folder))
        launch = [reader, "--data", f"{folder}/data", *articles]
        _report(
            "reader A B to its first full paint, over a bare Textual app (at most 1.5)",
            _ratio([python, str(bare)], b"second static", launch, b"export"),
        )
        _report(
            "reader --version, over python -c pass (at most 3)",
            _ratio([python, "-c", "pass"], None, [reader, "--version"], None),
        )


def _articles(folder: Path) -> list[str]:
    sample = Path(__file__).resolve().parents[2] / "sample_corpus" / "coalition-2015"
    names = sorted(sample.glob("*.md"))[:2]
    return [shutil.copy(name, folder) for name in names]


def _ratio(
    base: Sequence[str], base_mark: bytes | None, other: Sequence[str], mark: bytes | None
) -> tuple[float, float, float]:
    """Medians of both in milliseconds, and the median of the ratios of neighbouring runs."""
    pairs = [(_time(base, base_mark), _time(other, mark)) for _ in range(RUNS + 1)][1:]
    ratio = statistics.median(b / a for a, b in pairs)
    first, second = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    return first, second, ratio


def _report(what: str, measured: tuple[float, float, float]) -> None:
    base, mine, ratio = measured
    print(f"{ratio:5.2f}x  {mine:6.0f} ms / {base:6.0f} ms  {what}")


def _time(command: Sequence[str], mark: bytes | None) -> float:
    """Seconds from start until `mark` was written to the terminal, or until the end where it is None."""
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS="120", LINES="40")
        os.execvp(command[0], list(command))
    seen, end = b"", begin
    try:
        while time.perf_counter() - begin < PATIENCE and (mark is None or mark not in seen):
            if select.select([terminal], [], [], 0.5)[0]:
                seen += os.read(terminal, 65536)
                end = time.perf_counter()
    except OSError:  # the program has ended
        end = time.perf_counter()
    if mark is not None:
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    if mark is not None and mark not in seen:
        raise SystemExit(f"{command[0]} never showed {mark.decode()}")
    return end - begin


if __name__ == "__main__":
    main()
