"""Tags from a REFI-QDA codebook (.qdc)."""

from __future__ import annotations

from annotations.imported import ForeignFileError, Imported
from reader.exchange.refi.elements import CODEBOOK, PROJECT
from reader.exchange.refi.parsing import Element, codes_of

__all__ = ["is_refi_codebook", "read_refi_codebook"]


def is_refi_codebook(root: Element) -> bool:
    """Whether parsed XML is a codebook, be it in the namespace of projects, as some programs write it."""
    return root.tag in (f"{{{CODEBOOK}}}CodeBook", f"{{{PROJECT}}}CodeBook")


def read_refi_codebook(root: Element) -> Imported:
    """The tags, with colour and description. Raises ForeignFileError where there are none."""
    tags = {tag.name.casefold(): tag for tag in codes_of(root).values()}
    if not tags:
        raise ForeignFileError("there are no codes in it")
    return Imported((), codebook=tuple(tags.values()))
