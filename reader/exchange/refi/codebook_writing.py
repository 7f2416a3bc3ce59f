"""Tags as a REFI-QDA codebook (.qdc): names, nesting, colours, descriptions. Glyphs are left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from annotations.codebook import entries
from reader.base.errors import UserError
from reader.exchange.refi.elements import CODEBOOK, document, nested_codes

if TYPE_CHECKING:
    from annotations.model import Annotation, Tag

__all__ = ["refi_codebook"]


def refi_codebook(codebook: Iterable[Tag], annotations: Iterable[Annotation] = ()) -> bytes:
    """The tags that are described or in use. Raises UserError where there are none."""
    tags = [entry.tag for entry in entries(codebook, annotations)]
    if not tags:
        raise UserError("there are no tags, and a REFI-QDA codebook cannot be empty; tag a passage first")
    root = ET.Element("CodeBook", origin="reader")
    ET.SubElement(root, "Codes").extend(nested_codes(tags))
    return document(root, CODEBOOK)
