"""The child process that parses untrusted documents, seen from the program.

Some pages of a few kilobytes keep a parser busy for hours, and the parsers are written in C: only a process
of its own can be ended whatever it does. It is started when first needed and answers all later requests, so
that its imports are paid for once.
"""

from __future__ import annotations

import atexit
from typing import Any

from reader.articles.errors import NoArticleError
from reader.articles.formats.registry import Format
from reader.base.child.client import ChildClient, ChildEndedError, Ending, RefusedError
from reader.base.child.encodings import JsonEncoding

__all__ = ["SECONDS", "ExtractionClient", "close", "extract_in_child"]

SECONDS = 4.0
"""The processor time that a document may take, without imports; extractors may allow more for more pages."""

_SAVE = "save its text as .txt"


class ExtractionClient:
    """A child process that extracts, replaced after each one that had to be ended. Threads may share it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child = ChildClient("reader.articles.extraction.child", JsonEncoding(), seconds=seconds)
        self.close = self._child.close

    def extract(self, document: Format, data: bytes) -> dict[str, Any]:
        """The contents of a document, as JSON: the fields of Extract or FeedListing.

        Raises NoArticleError, and FaultError where reader itself has a fault.
        """
        try:
            extract, _ = self._child.ask((document.name, data))
        except RefusedError as error:
            raise NoArticleError(str(error)) from error
        except ChildEndedError as error:
            raise NoArticleError(self._reason(error.ending)) from error
        return dict(extract)

    def _reason(self, ending: Ending) -> str:
        if ending is Ending.TOO_LONG:
            return f"takes longer than {self._seconds:g} seconds to read (too large or damaged); {_SAVE}"
        if ending is Ending.NO_MEMORY:
            return f"needs too much memory to read (damaged or malicious); {_SAVE}"
        return f"is damaged or malicious (it made its parser crash); {_SAVE}"


_CLIENT = ExtractionClient()
close = _CLIENT.close
"""Ends that child; the next document gets a new one."""

atexit.register(close)

extract_in_child = _CLIENT.extract
"""The contents of a document, from the one child that this program keeps."""
