"""The encodings of requests and answers. Each marks the end of a value itself."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any, BinaryIO, Protocol, TypeVar

__all__ = ["Encoding", "JsonEncoding", "PickleEncoding"]

Sent = TypeVar("Sent", contravariant=True)
Received = TypeVar("Received", covariant=True)


class Encoding(Protocol[Sent, Received]):
    """The way in which one process writes what it sends and reads what it receives."""

    def write(self, value: Sent, stream: BinaryIO) -> None:
        """Writes a value."""
        ...

    def read(self, stream: BinaryIO) -> Received:
        """The next value. Raises EOFError where the stream ends before it does."""
        ...


class JsonEncoding:
    """A JSON value and bytes that go with it. Safe to read from a child that reads untrusted data."""

    def write(self, value: tuple[Any, bytes], stream: BinaryIO) -> None:
        """Writes the JSON on a line, then the bytes."""
        facts, data = value
        stream.write(json.dumps({"size": len(data), "value": facts}).encode() + b"\n")
        stream.write(data)

    def read(self, stream: BinaryIO) -> tuple[Any, bytes]:
        """The JSON value and its bytes. Raises EOFError where the stream ends before they do."""
        line = stream.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        header = json.loads(line)
        size = int(header["size"])
        data = stream.read(size)
        if len(data) < size:
            raise EOFError
        return header["value"], data


class PickleEncoding:
    """Any objects, but only between processes that trust one another: unpickling can run code.

    `share` gives a short name to an object that the other side has, None to others; `shared` gives the
    object of such a name.
    """

    def __init__(self, share: Callable[[object], object], shared: Callable[[Any], object]) -> None:
        self._share = share
        self._shared = shared

    def write(self, value: Any, stream: BinaryIO) -> None:
        """Pickles a value."""
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.persistent_id = self._share  # type: ignore[method-assign]
        pickler.dump(value)

    def read(self, stream: BinaryIO) -> Any:
        """Unpickles a value. Raises EOFError where the stream ends before it does."""
        unpickler = pickle.Unpickler(stream)  # noqa: S301  from a process of our own
        unpickler.persistent_load = self._shared  # type: ignore[method-assign]
        try:
            return unpickler.load()
        except pickle.UnpicklingError as error:
            raise EOFError from error
