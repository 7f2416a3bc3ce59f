"""A row of the library: an article of the corpus, and its facts once it has been read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from annotations.model import ArticleReference
from reader.articles.completeness import incompleteness
from reader.articles.corpus import CorpusEntry
from reader.articles.model import Article, Role
from reader.base.folding import fold

__all__ = ["ArticleCard", "LibraryRow", "fit_of", "siblings"]

PREVIEW = 1500
"""Code points of the body that a preview shows."""

_LIKENESS = 70  # rapidfuzz's partial_ratio, 0-100: from here on a query is a mistyped title


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """The facts of an article that the library shows, and its folded body, which is searched.

    `notice` says what the article may lack.
    """

    id: str
    sha256: str
    title: str
    source: str
    date: str
    author: str
    url: str
    words: int
    beginning: str
    searched: str
    notice: str

    @classmethod
    def of(cls, article: Article) -> ArticleCard:
        """The card of an article."""
        paragraphs = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.BODY]
        body = "\n".join(paragraphs)
        return cls(
            article.id,
            article.sha256,
            article.title,
            article.source,
            article.date,
            article.author,
            article.url,
            article.words(),
            body[:PREVIEW],
            fold(body),
            incompleteness(article),
        )


@dataclass(eq=False, slots=True)
class LibraryRow:
    """An article of the corpus, by its `number` in it, counted from 0.

    `card` is None until the article has been read, and stays so where it cannot be: `problem` then says why.
    """

    number: int
    entry: CorpusEntry
    card: ArticleCard | None = None
    problem: str = ""

    @property
    def title(self) -> str:
        """The title of the article, or the name of its file until it has been read."""
        return self.card.title if self.card else self.entry.name

    @property
    def reference(self) -> ArticleReference:
        """The article as annotations refer to it; without an id until it has been read."""
        if self.card is None:
            return ArticleReference("", "", self.title)
        return ArticleReference(self.card.id, self.card.sha256, self.card.title)

    def take_up(self, result: ArticleCard | str) -> None:
        """Keeps the card of the article, or the reason why it cannot be read."""
        if isinstance(result, str):
            self.problem = result
        else:
            self.card = result

    def replace(self, entry: CorpusEntry) -> None:
        """Puts another entry in place of this one; it has to be read again."""
        self.entry, self.card, self.problem = entry, None, ""


def siblings(rows: Iterable[LibraryRow], chosen: Iterable[LibraryRow], most: int) -> list[CorpusEntry]:
    """At most so many other articles from the sources of the chosen ones, of those that have been read."""
    chosen = set(chosen)
    sources = {row.card.source.casefold() for row in chosen if row.card} - {""}
    others = (
        row.entry for row in rows if row.card and row.card.source.casefold() in sources and row not in chosen
    )
    return list(islice(others, most))


def fit_of(query: str) -> Callable[[LibraryRow], float] | None:
    """The fit of a row to a query, 0 where it does not match; None for an empty query.

    A title with the words as typed comes before a source, a mistyped title, and a text with the words.
    """
    query = fold(query).strip()
    if not query:
        return None
    from rapidfuzz import fuzz

    def fit(row: LibraryRow) -> float:
        title = fold(row.title)
        if query in title:
            return 300
        if row.card and query in fold(row.card.source):
            return 200
        likeness = fuzz.partial_ratio(query, title, score_cutoff=_LIKENESS)
        return likeness or (1 if row.card and query in row.card.searched else 0)

    return fit
