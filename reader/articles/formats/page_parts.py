"""The parts of a page: whether an element is in its article, or something around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml import etree

from reader.articles.formats.blocks import Piece, name_of
from reader.language.sentences import ends_like_prose
from reader.language.word_count import count_words

__all__ = [
    "frame",
    "is_around",
    "is_linked",
    "is_sentence",
    "is_time",
    "lineage",
    "post_of",
    "section_of",
    "teasers",
]

LINKED = 0.6
"""The part of a list or line that may be links; more is a list of other articles."""

_AROUND = re.compile(
    r"comment|disqus|related|recommend|share|social|newsletter|subscri|sign-?up|cookie|consent|gdpr|promo"
    r"|advert|sponsor|sidebar|footer|breadcrumb|teaser|most-?(?:read|popular)|trending|outbrain|taboola"
    r"|modal|popup|paywall|byline|author|caption|gallery|read-?(?:more|next)|more-?(?:on|from|stories|news)"
    r"|tags?\b",
    re.IGNORECASE,
)
"""Names of elements around an article, in `class` and `id`."""

_TIME = re.compile(
    r"(?:\D{0,20}\b)?\d{1,2}(?:[:.h]\d{2}|\s?(?:Uhr|h|am|pm|a\.m\.|p\.m\.))\b.{0,20}", re.IGNORECASE
)
_SECTIONS = frozenset(("article", "section"))
_POST = re.compile(r"(?:^|\s)post-(\d+)(?!\S)")
"""The number of an article, as WordPress writes it into the class of the element that holds it."""


def lineage(element: etree._Element | None) -> Iterator[etree._Element]:
    """An element and those that it is in."""
    while element is not None:
        yield element
        element = element.getparent()


def is_around(element: etree._Element, inside: Collection[etree._Element] = ()) -> bool:
    """Whether an element is named as something around an article, and not one that it is `inside`."""
    for parent in lineage(element):
        if parent in inside or name_of(parent) in ("main", "article", "body"):
            return False
        if _AROUND.search(f"{parent.get('class', '')} {parent.get('id', '')}"):
            return True
    return False


def is_linked(piece: Piece) -> bool:
    """Whether a piece is mainly links."""
    return piece.linked >= LINKED


def is_sentence(piece: Piece, words: int) -> bool:
    """Whether a piece ends like prose and has so many words."""
    return not piece.block.heading and ends_like_prose(piece.text) and count_words(piece.text) >= words


def is_time(piece: Piece) -> bool:
    """Whether a piece is a time on its own, as above the entries of a live blog."""
    return name_of(piece.element) == "time" or _TIME.fullmatch(piece.text.strip()) is not None


def teasers(pieces: Iterable[Piece]) -> set[etree._Element]:
    """The sections with a heading that is a link to another page."""
    linked = (piece for piece in pieces if piece.block.heading and is_linked(piece))
    sections = (section_of(piece.element) for piece in linked if _leads_away(piece.element))
    return {section for section in sections if section is not None}


def _leads_away(heading: etree._Element) -> bool:
    """Whether a link in or around a heading leads to another page, not to a place in this one."""
    links = (*heading.iter("a"), *islice(lineage(heading), 1, 3))
    return any("#" not in link.get("href", "#") for link in links)


def section_of(element: etree._Element) -> etree._Element | None:
    """The innermost article or section that an element is in."""
    return next((parent for parent in lineage(element) if name_of(parent) in _SECTIONS), None)


def post_of(element: etree._Element) -> str:
    """The number of the article that an element is in, where the page gives its articles numbers; else ""."""
    posts = (_POST.search(parent.get("class", "")) for parent in lineage(element))
    return next((post[1] for post in posts if post), "")


def frame(element: etree._Element) -> tuple[str, ...]:
    """The names and classes of an element and the two that it is in: alike for paragraphs of one article."""
    names: list[str] = []
    for parent in lineage(element):
        names += [name_of(parent), parent.get("class", "")]
        if len(names) == 6:
            break
    return tuple(names)
