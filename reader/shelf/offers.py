"""Offers: articles that can be put on the shelf, with the bytes they were made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reader.articles.containers.members import bytes_of_member
from reader.articles.files import read_bytes
from reader.articles.parsing import format_of_file, parsed

if TYPE_CHECKING:
    from reader.articles.corpus import CorpusEntry
    from reader.articles.model import Article

__all__ = ["Offer", "offer_of_bytes", "offer_of_entry"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An article, its original bytes (b"" where they say no more than the article), and their suffix."""

    article: Article
    original: bytes = b""
    suffix: str = ""


def offer_of_entry(entry: CorpusEntry) -> Offer:
    """The article of a file or of a member of an archive. Raises ArticleError."""
    article = entry.load()
    if not entry.member:
        return Offer(article, read_bytes(entry.path), entry.path.suffix.lower())
    original = bytes_of_member(entry.path, entry.member)
    if original is None:
        return Offer(article)
    return Offer(article, original, PurePosixPath(entry.member).suffix.lower())


def offer_of_bytes(data: bytes, name: str) -> Offer:
    """The article in bytes that have no file, such as standard input. Raises ArticleError."""
    document = format_of_file(name, data)
    return Offer(parsed(document, data, name), data, document.suffixes[0])
