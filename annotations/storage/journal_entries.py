"""The journal: one line for every change, with a checksum. It is rewritten only to shorten it.

A line is the number of the change, the CRC-32 of the rest, and the change as JSON. The unfinished line that
a power cut or a kill leaves has a wrong checksum, and the next line begins after a line break of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from annotations.storage.json_values import parsed, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["JournalEntry", "Operation", "apply", "decode", "encode", "ids", "numbered", "unfinished"]

Operation = tuple[str, dict[str, Any] | None, dict[str, Any] | None]
"""The key of a document, and the document before and after; None where it does not exist."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change, which is one step of undo.

    `id` begins with the session that made it. `number` counts the changes of a store, 0 until it is on
    disk. `undoes` and `redoes` are the ids of the entry that this one undoes or redoes. `author` is the name
    of the person who made the change, "" where none is set.
    """

    id: str
    store: str
    at: str
    what: str
    operations: tuple[Operation, ...]
    undoes: str = ""
    redoes: str = ""
    number: int = 0
    author: str = ""

    @property
    def session(self) -> str:
        """The session that made the change: one opening of one store."""
        return self.id.partition("-")[0]


def apply(documents: dict[str, dict[str, Any]], operations: Iterable[Operation]) -> None:
    """Applies operations to a dictionary of documents by key."""
    for key, _, after in operations:
        if after is None:
            documents.pop(key, None)
        else:
            documents[key] = after


def encode(entries: Iterable[JournalEntry]) -> bytes:
    """The lines of some entries."""
    return b"".join(map(_line, entries))


def decode(lines: bytes, *, after: int = 0) -> Iterator[JournalEntry]:
    """The entries of a journal with numbers above `after`; damaged and unfinished lines are skipped."""
    start = 0
    while start < len(lines):
        end = lines.find(b"\n", start)
        end = len(lines) if end < 0 else end
        number = lines[start : start + _DIGITS].partition(b" ")[0]
        if number.isdigit() and int(number) > after:
            yield from _entry(lines[start:end])
        start = end + 1


def ids(lines: bytes, store: str) -> dict[int, str]:
    """The ids of the entries of one store by number, found without parsing the entries."""
    found = {}
    for match in _HEAD.finditer(lines):
        if match[3] == store.encode():
            found[int(match[1])] = match[2].decode()
    return found


def numbered(line: bytes) -> int:
    """The number of the entry in a line; 0 for a damaged line."""
    number, checksum, body = (*line.rstrip(b"\n").split(b" ", 2), b"", b"")[:3]
    return int(number) if number.isdigit() and checksum == _checksum(number, body) else 0


def unfinished(lines: bytes) -> bool:
    """Whether the last line has no end, because its writer was killed or is still writing."""
    return bool(lines) and not lines.endswith(b"\n")


def _line(entry: JournalEntry) -> bytes:
    fields = {name: getattr(entry, name) for name in (*_TEXTS, "operations", "author")}
    body = written(fields).encode("ascii")
    number = b"%d" % entry.number
    return b"%s %s %s\n" % (number, _checksum(number, body), body)


def _checksum(number: bytes, body: bytes) -> bytes:
    return b"%08x" % crc32(body, crc32(number))


def _entry(line: bytes) -> Iterator[JournalEntry]:
    number, checksum, body = (*line.split(b" ", 2), b"", b"")[:3]
    if checksum != _checksum(number, body):
        return
    try:
        fields: Any = parsed(body.decode())
        texts = {name: str(fields[name]) for name in _TEXTS}
        operations = tuple(_operation(*each) for each in fields["operations"])
        author = str(fields.get("author", ""))  # the first version wrote none
        yield JournalEntry(**texts, operations=operations, number=int(number), author=author)
    except (KeyError, TypeError, ValueError, RecursionError):
        return  # an entry of a newer version, whose effect is in the snapshot that it wrote


def _operation(key: object, before: object, after: object) -> Operation:
    if not (isinstance(before, dict | None) and isinstance(after, dict | None)):
        raise TypeError("a document is a dictionary, or missing")
    return str(key), before, after


_DIGITS = 20
_HEAD = re.compile(rb'^(\d{1,20}) [0-9a-f]{8} \{"id": "([^"\\]*)", "store": "([^"\\]*)", ', re.MULTILINE)
_TEXTS = ("id", "store", "at", "what", "undoes", "redoes")
