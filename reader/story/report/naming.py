"""What articles are called in a report, and the words of passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from annotations.text import clean_line
from reader.articles.model import Article
from reader.matching.model import Kind, Passage

__all__ = ["KINDS", "names_of", "words_of"]

_LONGEST = 28
"""Characters of a name."""

KINDS = {
    Kind.VERBATIM: "verbatim",
    Kind.NEAR_DUPLICATE: "nearly verbatim",
    Kind.QUOTE: "quotation",
    Kind.SAME_FACT: "reworded",
}


def names_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """Short names that tell the articles apart: their outlets, numbered where one outlet has several."""
    names = [_short(clean_line(article.source or article.title)) for article in articles]
    often = Counter(names)
    seen = Counter[str]()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if often[name] > 1 else name)
    return tuple(found)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def words_of(article: Article, passages: Passage | Iterable[Passage]) -> str:
    """The words of a passage, or of several, on one line."""
    several = [passages] if isinstance(passages, Passage) else passages
    return " … ".join(clean_line(article.text[one.start : one.end]) for one in several)
