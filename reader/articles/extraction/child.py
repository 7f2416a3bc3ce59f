"""The separate process: it answers one request after another, and ends when one takes too long.

A request is a line of JSON and the bytes of the document; an answer is a line of JSON. Nothing that a
document says is ever run or unpickled, neither here nor there.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reader.articles.formats.extract import NoArticleError
from reader.articles.formats.registry import extract, format_named

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["MEMORY", "answer", "main"]

MEMORY = 2_000_000_000
"""Bytes of address space that the process may take: documents unfold."""


def main() -> None:
    """Answers the requests on standard input until it is closed."""
    with suppress(ValueError, OSError):  # macOS has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer
    while line := requests.readline():
        asked = json.loads(line)
        answers.write(json.dumps(answer(asked, requests)).encode() + b"\n")
        answers.flush()


def answer(asked: dict[str, Any], requests: BinaryIO) -> dict[str, Any]:
    """The answer to a request, of which the document is still to be read, within its seconds (0: no limit).

    When they are over, the alarm ends the process, even inside C.
    """
    data = requests.read(asked["size"])
    signal.setitimer(signal.ITIMER_REAL, asked["seconds"])
    try:
        return {"found": asdict(extract(format_named(asked["format"]), data))}
    except NoArticleError as error:
        return {"trouble": str(error)}
    except (MemoryError, RecursionError):
        return {"trouble": "takes more memory than it may: it is damaged or made to do harm"}
    except Exception as error:  # noqa: BLE001  libraries raise what they like over damaged bytes
        return {"trouble": f"is damaged ({type(error).__name__}): save it anew, or save its text as .txt"}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main()
