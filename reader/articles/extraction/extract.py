"""What an extractor finds in a page or document: blocks of text, and what is said about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Block", "DocumentFormat", "Extract", "NoArticleError"]


class DocumentFormat(StrEnum):
    """What a separate process can read."""

    HTML = "html"
    MHT = "mht"
    EPUB = "epub"
    PDF = "pdf"
    DOCX = "docx"
    FEED = "feed"


class NoArticleError(Exception):
    """The bytes hold no article. Its text ends the line "NAME …" and says a way out."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, quotation, row of a table or heading, as the document has it: not yet clean."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """Blocks in reading order. `known` has the keys of factory.Metadata, as far as they are told."""

    blocks: list[Block]
    known: dict[str, str] = field(default_factory=dict)
