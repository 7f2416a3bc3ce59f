"""The kind of a file by its bytes: text is looked at as UTF-8, a zip archive by the names of its files."""

from __future__ import annotations

import io
import re
import zipfile

from reader.articles.decoding import UndecodableError, decode
from reader.articles.formats.signatures import SIGNATURES, Place, Signature

__all__ = ["recognized"]

HEAD = 4096
"""First bytes in which a signature is searched for."""

NAMES = 10_000
"""Files of a zip archive whose names are looked at."""

_BEFORE_ROOT = re.compile(
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype(?>[^>\[]+|\[[^\]]*\])*>)*(?=<[A-Za-z])",
    re.DOTALL | re.IGNORECASE,
)
_ZIP = b"PK\x03\x04"
_STATED = re.compile(_ZIP + rb".{26}mimetype.{0,64}?(application/[\w.+-]+)", re.DOTALL)


def recognized(data: bytes) -> Signature | None:
    """The kind of file that the bytes show; None where they are those of any text."""
    head = _head(data)
    root = _BEFORE_ROOT.match(head)
    seen = {
        Place.START: (head, 0),
        Place.ROOT: (head, root.end() if root else len(head)),
        Place.PARTS: (_parts(data) if data.startswith(_ZIP) else b"", 0),
        Place.BINARY: (data, 0),
    }
    for row in SIGNATURES:
        content, place = seen[row.place]
        find = row.pattern.search if row.place is Place.PARTS else row.pattern.match
        if find(content, place):
            return row
    return None


def _head(data: bytes) -> bytes:
    """The first bytes, as UTF-8 where they are text, without a byte order mark and blanks."""
    head = data[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or b"\0" in head[:4]:
        try:
            head = decode(head[: HEAD - 4]).encode("utf-8", "replace")
        except UndecodableError:
            return head
    return head.lstrip()


def _parts(data: bytes) -> bytes:
    """The media type that a zip archive states as its first file, and the names of its files, one a line."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:NAMES]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        names = []
    stated = _STATED.match(data[:256])
    return b"\n".join([stated[1] if stated else b"", *(name.encode("utf-8", "replace") for name in names)])
