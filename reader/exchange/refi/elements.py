"""The elements that files of REFI-QDA 1.0 (https://www.qdasoftware.org) share: ids, colours, codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from annotations.codebook import lineage
from annotations.model import COLOURS, Tag

__all__ = [
    "CODEBOOK",
    "PROJECT",
    "RELATION",
    "RGB",
    "colour_guid",
    "document",
    "guid",
    "nested_codes",
    "xml_text",
]

CODEBOOK = "urn:QDA-XML:codebook:1.0"
PROJECT = "urn:QDA-XML:project:1.0"
"""The namespaces."""

RGB = dict(zip(COLOURS, ("#F2C230", "#5DA24B", "#3F7FC1", "#D8578F", "#E2832F", "#8A5FBF"), strict=True))
"""The colours of codes and links."""

RELATION = "relation: "
"""The beginning of the description of a selection whose annotation has a relation but no link."""

_OURS = UUID("8c5b1c1e-6a0e-5d0b-9d3c-5f7c0a1e8f42")
"""The namespace of ids that are made from names, so that every export gives the same item the same id."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guid(kind: str, name: str) -> str:
    """The id of an item that has none of its own; it is the same every time."""
    return str(uuid5(_OURS, f"{kind}:{name}"))


def colour_guid(colour: str) -> str:
    """The id of the code for a colour of annotations."""
    return guid("colour", colour)


def xml_text(text: str) -> str:
    """A text for XML 1.0; each character that XML does not allow becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def nested_codes(tags: Iterable[Tag]) -> list[ET.Element]:
    """The codes of tags: `a/b` is code b in code a, which exists even where it is not in use."""
    top: list[ET.Element] = []
    codes: dict[str, ET.Element] = {}
    by_name = {tag.name.casefold(): tag for tag in tags}
    for name in sorted({name for tag in by_name.values() for name in lineage(tag.name)}, key=str.casefold):
        if name.casefold() in codes:
            continue
        code = _code(by_name.get(name.casefold(), Tag(name)))
        codes[name.casefold()] = code
        parent = codes.get(name.rpartition("/")[0].casefold())
        (top if parent is None else parent).append(code)
    return top


def _code(tag: Tag) -> ET.Element:
    code = ET.Element(
        "Code", guid=guid("code", tag.name.casefold()), name=xml_text(tag.name.rpartition("/")[2])
    )
    code.set("isCodable", "true")
    if tag.colour in RGB:
        code.set("color", RGB[tag.colour])
    if tag.description:
        ET.SubElement(code, "Description").text = xml_text(tag.description)
    return code


def document(root: ET.Element, namespace: str) -> bytes:
    """An XML file."""
    root.set("xmlns", namespace)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
