"""The package of a Word document: a zip of parts that name each other by relationships.

Strict Open XML, which Word offers as a format of its own, has other namespaces than the usual one; `name`
gives elements of both the same names.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import lru_cache

from lxml import etree

from reader.articles.errors import NoArticleError

__all__ = ["DAMAGED", "Package", "attribute", "name"]

UNPACKED = 200_000_000
"""Bytes that the document may unpack to."""

DAMAGED = "is not a Word document or is damaged; save it again as .docx"

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}


@lru_cache(4096)
def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:])
    return f"{prefix}:{local}" if prefix else local


def name(element: etree._Element) -> str:
    """The name of an element with its usual prefix, such as "w:p"; other kinds do not get a prefix."""
    return _name(element.tag)


def attribute(element: etree._Element, local: str) -> str:
    """The value of an attribute of any namespace; "" where the element does not have it."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == local), "")


class Package:
    """The parts of a document, by the relationships that lead to them."""

    def __init__(self, data: bytes) -> None:
        """Raises NoArticleError where the bytes are not a zip, or unpack to more than UNPACKED."""
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise NoArticleError("is encrypted or an old .doc; save it as .docx without a password")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError) as error:
            raise NoArticleError(DAMAGED) from error
        if sum(part.file_size for part in self._archive.infolist()) > UNPACKED:
            raise NoArticleError(f"unpacks to more than {UNPACKED / 1e6:g} MB; split it")
        self._names = {entry.replace("\\", "/").lower(): entry for entry in self._archive.namelist()}
        self._packaged = self._related("")
        self._main = self._packaged.get("officeDocument", "word/document.xml")
        self._of_main = self._related(self._main)

    def main(self) -> etree._Element:
        """The root of the document itself. Raises NoArticleError where there is not any."""
        root = self._root(self._main)
        if root is None or name(root) != "w:document":
            raise NoArticleError(DAMAGED)
        return root

    def part(self, kind: str) -> etree._Element | None:
        """The root of a part that the package or the document names, such as "footnotes"; else None."""
        place = self._of_main.get(kind) or self._packaged.get(kind)
        return self._root(place) if place else None

    def _related(self, place: str) -> dict[str, str]:
        """The places of the parts that a part names, by the last word of their kind."""
        folder, file = posixpath.split(place)
        root = self._root(posixpath.join(folder, "_rels", f"{file}.rels"))
        places: dict[str, str] = {}
        for relationship in root if root is not None else ():
            if relationship.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relationship.get("Target", ""))
                kind = relationship.get("Type", "").rpartition("/")[2]
                places.setdefault(kind, posixpath.normpath(target).lstrip("/"))
        return places

    def _root(self, place: str) -> etree._Element | None:
        """The root of the XML at a place; None where there is nothing."""
        entry = self._names.get(place.lower())
        if entry is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self._archive.read(entry), parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise NoArticleError(DAMAGED) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise NoArticleError(
                "declares its own entities, which reader does not expand; save its text as .txt"
            )
        return root
