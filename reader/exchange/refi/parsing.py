"""XML of unknown origin, parsed safely, and its codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from annotations.model import Tag, clean_tags
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ForeignFileError
from reader.exchange.refi.elements import RGB, guid

__all__ = [
    "Codes",
    "Element",
    "children",
    "codes_of",
    "guid_in",
    "is_element",
    "local_name",
    "named",
    "parsed_xml",
    "usual_uuid",
]

Element = Any
"""An element of lxml, which has no type hints."""

Codes = dict[str, Tag]
"""The tag of each code by its id, in lower case."""

_COLOURS = {rgb.casefold(): colour for colour, rgb in RGB.items()}


def parsed_xml(data: bytes) -> Element:
    """The root element of XML without a DTD. Raises ForeignFileError for anything else."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ForeignFileError(f"it is not valid XML ({sanitize_line(str(error))})") from error
    if root.getroottree().docinfo.doctype:
        raise ForeignFileError("it has a document type definition, which is not allowed here")
    return root


def is_element(element: Element, name: str) -> bool:
    """Whether an element has a name of REFI-QDA: in any version of its namespace, or in none."""
    namespace, _, local = str(element.tag).rpartition("}")
    return local == name and (not namespace or namespace.startswith("{urn:QDA-XML:"))


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(element: Element, name: str) -> Iterator[Element]:
    """All elements of a name in or below an element."""
    return (each for each in element.iter(f"{{*}}{name}") if is_element(each, name))


def children(element: Element, name: str) -> list[Element]:
    """The direct children of an element that have a name."""
    return [child for child in element if is_element(child, name)]


def guid_in(element: Element, name: str = "guid") -> str:
    """An id in an attribute in the usual form of a UUID, else in lower case; "" where there is none."""
    identity = sanitize_line(element.get(name, "")).casefold()
    return usual_uuid(identity) or identity


def usual_uuid(identity: str) -> str:
    """An id in the usual form of a UUID; "" where it is not one."""
    try:
        return str(UUID(identity))
    except ValueError:
        return ""


def codes_of(root: Element) -> Codes:
    """The codes as tags, nested by their names. Our own group of colours is left out."""
    return {
        identity: tag
        for codes in named(root, "Codes")
        for code in children(codes, "Code")
        for identity, tag in _within(code, "")
        if guid_in(code) != guid("colours", "")
    }


def _within(code: Element, parent: str) -> Iterator[tuple[str, Tag]]:
    """A code and those nested in it. A slash in a name would nest, so it becomes a hyphen."""
    own = re.sub(r"\s*/\s*", "-", sanitize_line(code.get("name", "")))
    names = clean_tags([f"{parent}/{own}" if parent else own])
    name = names[0] if names else parent
    if name:
        description = " ".join(sanitize(each.text or "") for each in children(code, "Description"))
        colour = _COLOURS.get(code.get("color", "").casefold(), "")
        yield (
            guid_in(code),
            Tag(name, colour, description=sanitize_line(description)),
        )
    for inner in children(code, "Code"):
        yield from _within(inner, name)
