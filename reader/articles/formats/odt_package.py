"""The parts of an OpenDocument text: a zip of XML files, or one XML file (.fodt)."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from lxml import etree

from reader.articles.errors import NoArticleError

__all__ = ["attribute", "name", "parts"]

UNPACKED = 200_000_000
"""Bytes that the document may unpack to."""

_DAMAGED = "is not an OpenDocument text or is damaged; save it again as .odt"
_PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
_SHORT = {"drawing": "draw", "xsl-fo-compatible": "fo", "datastyle": "number"}
_PARTS = ("content.xml", "styles.xml", "meta.xml")


@lru_cache(4096)
def _name(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}")
    if not namespace.startswith(_PREFIX):
        return local
    kind = namespace.removeprefix(_PREFIX).partition(":")[0]
    return f"{_SHORT.get(kind, kind)}:{local}"


def name(element: etree._Element) -> str:
    """The name of an element with its usual prefix, such as "text:p"; others do not get a prefix."""
    return _name(element.tag)


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute by its name with the usual prefix; "" where the element does not have it."""
    return next((str(value) for key, value in element.items() if _name(str(key)) == name), "")


def parts(data: bytes) -> list[etree._Element]:
    """The roots of the content, the styles and the metadata; of a single file, its root.

    Raises NoArticleError.
    """
    if not data.startswith(b"PK"):
        return [_root(data)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                raise NoArticleError(f"unpacks to more than {UNPACKED / 1e6:g} MB; split it")
            names = archive.namelist()
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read(
                "META-INF/manifest.xml"
            ):
                raise NoArticleError("is encrypted; open it with its password and save it without one")
            if "content.xml" not in names:
                raise NoArticleError(_DAMAGED)
            return [_root(archive.read(part)) for part in _PARTS if part in names]
    except (zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError) as error:
        raise NoArticleError(_DAMAGED) from error


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NoArticleError(_DAMAGED) from error
    if (
        root.getroottree().docinfo.internalDTD is not None
        and root.getroottree().docinfo.internalDTD.entities()
    ):
        raise NoArticleError("declares its own entities, which reader does not expand; save its text as .txt")
    return root
