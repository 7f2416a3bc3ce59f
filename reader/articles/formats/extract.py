"""The results of an extractor: the blocks of text in a page or document, or the items of a feed."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["ArticleList", "Block", "Extract", "FeedListing"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, quotation, table row or heading, as the document has it: not yet sanitized.

    `outside` is true of the text of a page that is not part of its article.
    """

    text: str
    heading: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """Blocks in reading order. `metadata` has those keys of factory.Metadata that the document states."""

    blocks: list[Block]
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FeedListing:
    """The title of a feed and its items, in the feed's order; or the feeds that an OPML file lists.

    Each item has "text" and those keys of factory.Metadata that the feed states; each of `feeds` has "title"
    and "url".
    """

    title: str
    items: list[dict[str, str]] = field(default_factory=list)
    feeds: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ArticleList:
    """The articles of a file of several, in its order: extracts, or rows of "text" and metadata."""

    articles: list[Extract | dict[str, str]] = field(default_factory=list)
