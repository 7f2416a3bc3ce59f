"""The TinyDB file: annotations in its default table, two tables of ours, other tables as they were, `_meta`.

The key of a document is its number in TinyDB; in the tables `codebook` and `deleted` it begins with the name
of the table, as in `codebook/17`.

`_meta` has the schema, the id of the store, the number of the last change in the file, a checksum of these
three, and a checksum of all bytes before it. TinyDB keeps `_meta` when it writes, so only the last checksum
is wrong in a file that another program has written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple
from zlib import crc32

from annotations.documents import CODEBOOK, DELETED, TABLES, key_of, tag_key
from annotations.storage.json_values import parsed, parsed_at, written

__all__ = [
    "MARK_SIZE",
    "SCHEMA",
    "DamagedError",
    "Documents",
    "ForeignError",
    "Mark",
    "Snapshot",
    "Table",
    "decode",
    "encode",
    "mark_at_the_end",
    "peek",
    "salvage",
]

SCHEMA = 1
"""The schema that this version writes. A file with a higher number is read-only."""

MARK_SIZE = 400
"""The bytes at the end of a file that hold its mark."""

Table = dict[str, dict[str, Any]]
Documents = Mapping[str, dict[str, Any]]

_META = "_meta"
_META_HEAD = b'"_meta": {"1": '
_ANNOTATIONS = "_default"
_AT_ONCE = 200
_CHECKSUM = b', "crc32": "'
_TAIL = b'"}}}'


class DamagedError(ValueError):
    """The bytes are not a TinyDB file, or no longer one."""


class ForeignError(ValueError):
    """The bytes are a complete file of another program."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content of a TinyDB file. Documents are replaced, never changed.

    `last` is the number of the last change in it and `head` its id, "" where an earlier version of reader
    wrote the file; `store` is the id of the store, "" where another program wrote it; `whole` is whether the
    checksum is right.
    """

    documents: Documents
    others: Mapping[str, Any] = field(default_factory=dict)
    store: str = ""
    last: int = 0
    head: str = ""
    schema: int = SCHEMA
    whole: bool = False


def encode(snapshot: Snapshot) -> Iterator[bytes]:
    """The bytes of a TinyDB file, in pieces small enough for other threads to run in between."""
    checksum = 0
    for text in _pieces(snapshot):
        piece = text.encode("ascii")
        checksum = crc32(piece, checksum)
        yield piece
    yield _CHECKSUM + b"%08x" % checksum + _TAIL


def decode(raw: bytes) -> Snapshot:
    """The content of a TinyDB file.

    Raises DamagedError where the JSON is not complete, ForeignError where it has no annotations of ours.
    """
    tables = _tables(raw)
    meta, documents = _meta(tables), tables.pop(_ANNOTATIONS, {})
    if not meta and (tables or documents) and not any("targets" in each for each in documents.values()):
        raise ForeignError("it holds the data of another program")
    for table in TABLES:
        documents |= {f"{table}{key}": each for key, each in tables.pop(table[:-1], {}).items()}
    return Snapshot(documents, tables, **meta, whole=_is_whole(raw))


class Mark(NamedTuple):
    """The store of a file, and the number and id of the last change in it."""

    store: str = ""
    last: int = 0
    head: str = ""


def peek(raw: bytes) -> Mark | None:
    """The mark of a whole file, without parsing the rest; None for a damaged one, or of another program."""
    return mark_at_the_end(raw[-MARK_SIZE:]) if _is_whole(raw) else None


def mark_at_the_end(raw: bytes) -> Mark | None:
    """The mark in the last MARK_SIZE bytes of a file, which may be damaged elsewhere; None without one."""
    before, _, tail = raw.rpartition(_META_HEAD)
    if not before:
        return None
    try:
        meta = parsed(tail[: -len(b"}}")].decode())
        store, last, head = meta["store"], meta["last"], meta.get("head", "")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None  # another program has written a checksum that is right
    is_ours = isinstance(store, str) and type(last) is int and isinstance(head, str)
    return Mark(store, last, head) if is_ours else None


def salvage(raw: bytes) -> Table:
    """Every complete document of ours in the bytes of a damaged file."""
    text, documents, position = raw.decode("utf-8", errors="replace"), {}, 0
    while (position := text.find('": {"', position + 1)) >= 0:
        number = text[text.rfind('"', 0, position) + 1 : position]
        if not number.isdecimal():
            continue
        try:
            document, end = parsed_at(text, position + 3)
        except (ValueError, RecursionError):
            continue
        if key := _key(document, number):
            documents[key], position = document, end - 1
    return documents


def _key(document: Any, number: str) -> str:
    """The key of a document of ours with this number in its table; "" for other documents."""
    if not isinstance(document, dict):
        return ""
    if (key := tag_key(str(document.get("name")))) == CODEBOOK + number:
        return key
    try:
        own = key_of(str(document.get("id"))) == number
    except ValueError:
        return ""
    if own and isinstance(document.get("targets"), list):
        return number
    return DELETED + number if own and "deleted" in document else ""


def _pieces(snapshot: Snapshot) -> Iterator[str]:
    yield f'{{"{_ANNOTATIONS}": '
    yield from _table("", (item for item in snapshot.documents.items() if "/" not in item[0]))
    for table in TABLES:
        ours = {key: document for key, document in snapshot.documents.items() if key.startswith(table)}
        if ours:
            yield f', "{table[:-1]}": '
            yield from _table(table, iter(ours.items()))
    yield from (f", {written(name)}: {written(table)}" for name, table in snapshot.others.items())
    meta = written(_with_check(snapshot))
    yield f", {_META_HEAD.decode()}{meta[:-1]}"


def _table(name: str, items: Iterator[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    yield "{"
    comma = ""
    while batch := [
        f"{written(key.removeprefix(name))}: {written(each)}" for key, each in islice(items, _AT_ONCE)
    ]:
        yield comma + ", ".join(batch)
        comma = ", "
    yield "}"


def _tables(raw: bytes) -> dict[str, Table]:
    try:
        tables = parsed(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"it is incomplete ({error})") from error
    if not (isinstance(tables, dict) and all(map(_is_table, tables.values()))):
        raise ForeignError("it is not a TinyDB file")
    return tables


def _meta(tables: dict[str, Table]) -> dict[str, Any]:
    meta = tables.pop(_META, {}).get("1", {})
    if not meta:
        return {}
    schema, store, last = meta.get("schema"), meta.get("store"), meta.get("last")
    if type(schema) is not int or type(last) is not int or meta.get("check") != _check(schema, store, last):
        raise DamagedError("its table _meta is damaged")
    head = meta.get("head", "")
    return {"schema": schema, "store": store, "last": last, "head": head if isinstance(head, str) else ""}


def _with_check(snapshot: Snapshot) -> dict[str, Any]:
    schema, store, last = snapshot.schema, snapshot.store, snapshot.last
    head = {"head": snapshot.head} if snapshot.head else {}
    return {"schema": schema, "store": store, "last": last, **head, "check": _check(schema, store, last)}


def _check(schema: int, store: object, last: int) -> str:
    return f"{crc32(f'{schema} {store} {last}'.encode()):08x}"


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isdecimal() and isinstance(document, dict) for key, document in table.items()
    )


def _is_whole(raw: bytes) -> bool:
    head = memoryview(raw)[: -len(_CHECKSUM + _TAIL) - 8]
    return raw.endswith(_CHECKSUM + b"%08x" % crc32(head) + _TAIL)
