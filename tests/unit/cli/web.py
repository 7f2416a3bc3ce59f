"""A web server on this machine, for the tests of what is fetched."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Answer", "Web", "serving"]


@dataclass
class Answer:
    """What the server says at a path.

    `cut`: it breaks off before the length that it promised. `drips`: it sends its "headers" or its "body" bit
    by bit, without end.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    drips: str = ""


@dataclass
class Web:
    """The running server: put answers at paths."""

    root: str
    answers: dict[str, Answer]

    def put(
        self, path: str, body: bytes = b"", kind: str = "text/html; charset=utf-8", **more: object
    ) -> str:
        """Lets the server answer so at a path; the address of it."""
        answer = Answer(body, headers={"Content-Type": kind} if kind else {})
        for name, value in more.items():
            setattr(answer, name, value)
        self.answers[path] = answer
        return self.root + path


@contextmanager
def serving() -> Iterator[Web]:
    """A server at 127.0.0.1 that is ended afterwards."""
    answers: dict[str, Answer] = {}
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path, Answer(b"none", 404))
            if answer.drips:
                self.drip(answer.drips == "headers")
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body) + (100 if answer.cut else 0)))
            self.end_headers()
            self.wfile.write(answer.body)

        def drip(self, in_headers: bool) -> None:
            self.wfile.write(
                b"HTTP/1.0 200 OK\r\n" + (b"X: " if in_headers else b"Content-Type: text/html\r\n\r\n")
            )
            with suppress(OSError):  # the reader has closed the connection
                while not ended.wait(0.01):
                    self.wfile.write(b"x")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Web(f"http://127.0.0.1:{server.server_port}", answers)
    finally:
        ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
