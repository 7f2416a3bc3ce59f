"""Articles made of paragraphs, for tests."""

from __future__ import annotations

from reader.articles.model import Article, Paragraph, Role
from reader.articles.sentence_list import SentenceList


def article(name: str, *paragraphs: str, role: Role = Role.BODY) -> Article:
    text = "\n".join(paragraphs)
    found: list[Paragraph] = []
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        found.append(Paragraph(start, end, role))
        start = end + 1
    return Article(name, name, name, text, tuple(found), SentenceList(text, found))
