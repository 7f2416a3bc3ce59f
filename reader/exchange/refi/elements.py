"""What the files of REFI-QDA 1.0 (https://www.qdasoftware.org) have in common: ids, colours, codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

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
"""The colours as codes and links have them."""

RELATION = "relation: "
"""The description of a selection that has a relation of its own, and no link to bear it, begins so."""

_OURS = UUID("8c5b1c1e-6a0e-5d0b-9d3c-5f7c0a1e8f42")
"""The namespace of the ids that are made of names, so that each export gives the same thing the same id."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guid(kind: str, name: str) -> str:
    """The id of something that we give none: always the same one."""
    return str(uuid5(_OURS, f"{kind}:{name}"))


def colour_guid(colour: str) -> str:
    """The id of the code that says which colour an annotation has."""
    return guid("colour", colour)


def xml_text(text: str) -> str:
    """A text that XML 1.0 can hold; what it cannot becomes U+FFFD, one for one."""
    return _NOT_XML.sub("\ufffd", text)


def nested_codes(tags: Iterable[Tag]) -> list[ET.Element]:
    """The codes of tags: `a/b` is code b in code a, which is there even where nothing is tagged so."""
    top: list[ET.Element] = []
    codes: dict[str, ET.Element] = {}
    known = {tag.name.casefold(): tag for tag in tags}
    for name in sorted(
        {lineage for tag in known.values() for lineage in _lineage(tag.name)}, key=str.casefold
    ):
        if name.casefold() in codes:
            continue
        code = _code(known.get(name.casefold(), Tag(name)))
        codes[name.casefold()] = code
        parent = codes.get(name.rpartition("/")[0].casefold())
        (top if parent is None else parent).append(code)
    return top


def _lineage(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


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
