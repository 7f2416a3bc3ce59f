"""The process that parses untrusted documents, seen from the program.

Some pages of a few kilobytes keep a parser busy for hours, and the parsers are written in C: only a
process of its own can be ended whatever it does. It is started when first needed and answers all later
requests, so that its imports are paid for once.
"""

from __future__ import annotations

import atexit
import json
import signal
import subprocess
from threading import Lock
from typing import Any

from reader.articles.formats.extract import NoArticleError
from reader.articles.formats.registry import HTML, Format
from reader.base.processes import start_child

__all__ = ["SECONDS", "Worker", "ask"]

SECONDS = 4.0
"""How long a document may take."""


class Worker:
    """A process that extracts, started anew after each that had to be ended. May be used by many threads."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, document: Format, data: bytes) -> dict[str, Any]:
        """What the extractor of a format finds, as JSON. Raises NoArticleError."""
        with self._lock:
            answer = self._answer(document, data)
        if "trouble" in answer:
            raise NoArticleError(answer["trouble"])
        found: dict[str, Any] = answer["found"]
        return found

    def start_child(self) -> None:
        """Lets the process import what it needs for pages, while the program does something else."""
        self.ask(HTML, b"<p>Ready.")

    def close(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answer(self, document: Format, data: bytes) -> dict[str, Any]:
        process = self._running()
        request = {"format": document.name, "size": len(data), "seconds": self._seconds}
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n" + data)  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
            line = process.stdout.readline()  # type: ignore[union-attr]
        except BrokenPipeError:
            line = b""
        return json.loads(line) if line.endswith(b"\n") else {"trouble": self._end()}

    def _end(self) -> str:
        """Why the process ended before its answer."""
        if self._process is None or self._process.wait() != -signal.SIGALRM:
            trouble = "cannot be read: it is damaged or made to do harm"
        else:
            trouble = f"takes longer than {self._seconds:g} seconds to read: it is damaged, or too large"
        self.close()
        return trouble

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = start_child("reader.articles.extraction.child")
        return self._process


_WORKER = Worker()
atexit.register(_WORKER.close)

ask = _WORKER.ask
"""What the extractor of a format finds, asked of the one process that this program keeps."""
