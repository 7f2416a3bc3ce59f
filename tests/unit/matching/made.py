"""Articles made of paragraphs, for tests."""

from __future__ import annotations

from reader.articles.model import Article, Paragraph, Role, Sentence
from reader.articles.sentences import split


def article(name: str, *paragraphs: str, role: Role = Role.BODY) -> Article:
    text = "\n".join(paragraphs)
    found: list[Paragraph] = []
    sentences: list[Sentence] = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        found.append(Paragraph(start, end, role))
        sentences += [Sentence(s, e, number) for s, e in split(text, start, end)]
        start = end + 1
    return Article(name, name, name, text, tuple(found), tuple(sentences))
