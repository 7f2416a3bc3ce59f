"""Which agency an article says it draws on: in its credit lines, its byline, its source or its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.articles.model import Article, Role

__all__ = ["credited"]

_AGENCIES = {
    "Associated Press": r"Associated Press|AP",
    "Reuters": r"Reuters",
    "AFP": r"Agence France-Presse|AFP",
    "dpa": r"Deutsche Presse-Agentur|(?i:dpa)",
    "PA": r"Press Association|PA(?: Media)?",
    "UPI": r"United Press International|UPI",
    "Xinhua": r"Xinhua",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "Kyodo": r"Kyodo",
    "Bloomberg": r"Bloomberg",
}
"""The great news agencies, and how credits write them."""

_KNOWN = [(name, re.compile(rf"\b(?:{writing})\b")) for name, writing in _AGENCIES.items()]

_GENERIC = re.compile(r"^the\s+|\s+(?:news|agency|service|wire|press)\b.*$", re.IGNORECASE)
"""What a credit leaves out of a name: "Halyard" is the "Halyard News Agency"."""

_SHORTEST = 4
"""Characters of what is left of a name from which it is one's own, and no common word."""

_DATELINE = re.compile(r"[^\n—–-]{2,60}\(([^()\n]{2,40})\)\s*[—–-]")


def credited(articles: Sequence[Article], number: int) -> tuple[str, int | None]:
    """What an article says it draws on: the name, and the article of the story with that source, else None.

    Another article's source comes before an agency that none of them is. ("", None) where it says nothing.
    """
    said = list(_credits(articles[number]))
    own = articles[number].source
    for other, article in enumerate(articles):
        if article.source and article.source != own and _named(article.source, said):
            return article.source, other
    for name, writing in _KNOWN:
        if any(writing.search(line) for line in [*said, articles[number].author, own]):
            return name, None
    return "", None


def _credits(article: Article) -> Iterator[str]:
    """The lines of an article that may name an agency, without names of people and places."""
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.role is Role.BOILERPLATE and paragraph.reason == "agency credit":
            yield text
    body = next((paragraph for paragraph in article.paragraphs if paragraph.role is Role.BODY), None)
    if body and (dateline := _DATELINE.match(article.text, body.start, body.end)):
        yield dateline[1]


def _named(source: str, lines: Sequence[str]) -> bool:
    name = _GENERIC.sub("", _GENERIC.sub("", source)).strip()
    if len(name) < _SHORTEST:
        return False
    return any(re.search(rf"\b{re.escape(name)}\b", line) for line in lines)
