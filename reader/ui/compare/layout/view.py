"""One article of a spread: where it is scrolled to, and the cursor, the selection and the hits in it."""

from __future__ import annotations

from reader.articles.model import Role, Sentence
from reader.ui.compare.layout.page import ArticleLayout

__all__ = ["View"]


class View:
    """One article of a spread. `top` is its first row on screen, `cursor` the number of a sentence."""

    def __init__(self, page: ArticleLayout) -> None:
        self.page = page
        self.top = 0.0
        article = page.article
        body = (n for n, one in enumerate(article.sentences) if article.role(one) is Role.BODY)
        self.cursor = next(body, 0)  # not on a headline or a credit line
        self.selection: tuple[int, int] | None = None  # anchor and head, in code points
        self.is_noted = False  # something is said of the article as a whole
        self.hits: list[tuple[int, int]] = []  # what was found, in code points
        self.hit: tuple[int, int] | None = None  # the one that is looked at

    @property
    def first_row(self) -> int:
        """`top` as a row number."""
        return round(self.top)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor; None in an article without any."""
        sentences = self.page.article.sentences
        return sentences[self.cursor] if sentences else None

    @property
    def selected(self) -> tuple[int, int] | None:
        """Code points [start, end) that are selected."""
        return (min(self.selection), max(self.selection)) if self.selection else None
