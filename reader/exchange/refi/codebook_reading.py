"""Tags from a REFI-QDA codebook (.qdc)."""

from __future__ import annotations

from reader.exchange.imported_file import ForeignFileError, ImportedFile
from reader.exchange.refi.parsing import Element, codes_of, is_element

__all__ = ["is_refi_codebook", "read_refi_codebook"]


def is_refi_codebook(root: Element) -> bool:
    """Whether parsed XML is a codebook, in whatever namespace: programs disagree about it."""
    return is_element(root, "CodeBook")


def read_refi_codebook(root: Element) -> ImportedFile:
    """The tags, with colour and description. Raises ForeignFileError where there are none."""
    tags = {tag.name.casefold(): tag for tag in codes_of(root).values()}
    if not tags:
        raise ForeignFileError("it has no codes")
    return ImportedFile((), codebook=tuple(tags.values()))
