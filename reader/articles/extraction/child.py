"""The child process that parses untrusted documents.

Nothing that a document says is ever run or unpickled, neither here nor in the program.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from typing import Any

from reader.articles.errors import NoArticleError
from reader.articles.formats.registry import extractor_of
from reader.articles.formats.several import any_format_named
from reader.base.child.encodings import JsonEncoding
from reader.base.child.loop import Report, answer_requests
from reader.base.tracebacks import raised_in_our_code

__all__ = ["MEMORY", "extract_document", "main"]

MEMORY = 2_000_000_000
"""Bytes of address space that the process may take: documents may unpack to any size."""

_MISTAKES = (ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, TypeError)
"""The exceptions that are a fault of ours if our own code raises them. Libraries raise them, as they raise
anything, over damaged bytes."""


def main() -> None:
    """Answers the program's requests."""
    answer_requests(
        extract_document, JsonEncoding(), prepare=_import, refusals=(NoArticleError,), memory=MEMORY
    )


def _import(request: tuple[str, bytes]) -> None:
    """Imports the libraries of the document's format: that time is not the document's."""
    with suppress(Exception):  # the work itself meets the same exception, and answers with it
        extractor_of(any_format_named(request[0]))


def extract_document(request: tuple[str, bytes], _: Report) -> tuple[dict[str, Any], bytes]:
    """The contents of a document, from the name of its format and its bytes. Raises NoArticleError."""
    name, data = request
    try:
        return asdict(extractor_of(any_format_named(name))(data)), b""
    except (NoArticleError, MemoryError):
        raise
    except RecursionError as error:
        raise NoArticleError("is nested too deeply (damaged or malicious); save its text as .txt") from error
    except Exception as error:
        if isinstance(error, _MISTAKES) and raised_in_our_code(error):
            raise
        kind = type(error).__name__
        raise NoArticleError(f"is damaged ({kind}); save it again, or save its text as .txt") from error


if __name__ == "__main__":
    main()
