"""E-books: a zip of XHTML chapters, in the order of their spine.

They are read without a library: the well-known one (EbookLib) is under the AGPL, and the parts of a book are
formats that reader opens anyway.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.markup import decoded, refuse_entities, xml
from reader.articles.formats.visible import show_as_seen

__all__ = ["extract"]

UNPACKED = 100_000_000
"""Bytes that the text of a book may unpack to."""

PARTS = 2_000
"""Chapters that a book may have."""

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"


class _Book:
    """The archive, which gives no more than UNPACKED bytes in all."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = UNPACKED

    def read(self, name: str) -> bytes:
        """The bytes of a file in it. Raises NoArticleError."""
        try:
            with self._archive.open(name) as file:
                data = file.read(self._left + 1)
        except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise NoArticleError(
                "is damaged or protected (a part of the book cannot be read); download it again"
            ) from error
        self._left -= len(data)
        if self._left < 0:
            raise NoArticleError(f"unpacks to more than {UNPACKED / 1e6:g} MB; split it")
        return data


def extract(data: bytes) -> Extract:
    """All chapters as one article. Raises NoArticleError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError) as error:
        raise NoArticleError("is not an e-book or is damaged; download it again") from error
    with archive:
        book = _Book(archive)
        place, package = _package(book)
        names = list(_chapters(place, package))
        if _LOCKED in archive.namelist():
            _refuse_locked(book.read(_LOCKED), names)
        blocks = [block for name in names for block in _chapter(book.read(name))]
    if not blocks:
        raise NoArticleError("has no text; it is made of pictures: run text recognition (OCR) on it")
    return Extract(blocks, _metadata(package))


def _refuse_locked(encryption: bytes, chapters: list[str]) -> None:
    """Raises NoArticleError where chapters are encrypted; fonts often are, and are not needed."""
    if any(name.encode() in encryption for name in chapters):
        raise NoArticleError("is protected by the bookshop (DRM); copy its text from the shop's own program")


def _package(book: _Book) -> tuple[str, etree._Element]:
    """The path of the package document in the archive, and its root."""
    paths = xml(book.read(_CONTAINER)).xpath("//*[local-name()='rootfile']/@full-path")
    if not isinstance(paths, list) or not paths:
        raise NoArticleError("is damaged (the book does not list its parts); download it again")
    return str(paths[0]), xml(book.read(str(paths[0])))


def _chapters(place: str, package: etree._Element) -> Iterator[str]:
    """The names of the chapters in the archive, in reading order."""
    files = {item.get("id"): item.get("href", "") for item in _all(package, "item")}
    for reference in _all(package, "itemref")[:PARTS]:
        if href := files.get(reference.get("idref")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(urlsplit(href).path)))


def _chapter(data: bytes) -> Iterator[Block]:
    page = decoded(data)
    refuse_entities(page)
    if not page.strip():
        return iter(())
    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    show_as_seen(tree)
    body = tree.find("body")
    return blocks_of(tree if body is None else body)


def _metadata(package: etree._Element) -> dict[str, str]:
    """The Dublin Core metadata of the package."""
    names = {
        "title": "title",
        "author": "creator",
        "source": "publisher",
        "date": "date",
        "language": "language",
    }
    values = {key: next((e.text for e in _all(package, name) if e.text), "") for key, name in names.items()}
    return {key: text for key, text in values.items() if text}


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return [e for e in root.iter() if isinstance(e.tag, str) and e.tag.rpartition("}")[2] == name]
