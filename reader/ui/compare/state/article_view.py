"""One article on the compare screen: where it is scrolled to, and the cursor, selection and hits in it."""

from __future__ import annotations

from reader.articles.model import Role, Sentence
from reader.ui.compare.layout.article_layout import ArticleLayout

__all__ = ["ArticleView"]


class ArticleView:
    """One article of a comparison. Offsets are code points of its text; sentences go by number.

    `top` is the first row on screen, a fraction while it follows another article. `cursor` is the current
    sentence, `link` the one of its links that is looked at, counted from the strongest. `selection` is
    (anchor, head). `hits` are the passages found, in order, `hit` the current one. `is_noted`: there is a
    note on the article as a whole.
    """

    def __init__(self, layout: ArticleLayout) -> None:
        self.layout = layout
        self.top = 0.0
        article = layout.article
        body = (n for n, sentence in enumerate(article.sentences) if article.role(sentence) is Role.BODY)
        self.cursor = next(body, 0)  # not on a headline or a credit line
        self.link = 0
        self.selection: tuple[int, int] | None = None
        self.is_noted = False
        self.hits: list[tuple[int, int]] = []
        self.hit: tuple[int, int] | None = None

    @property
    def first_row(self) -> int:
        """`top` as a row number."""
        return round(self.top)

    @property
    def first_offset(self) -> int:
        """The first code point on screen; 0 in an empty article."""
        return self.layout.rows[self.first_row].start if self.layout.rows else 0

    def rows_on_screen(self, height: int) -> range:
        """The rows that a screen of `height` rows shows, some perhaps below the last one."""
        return range(self.first_row, self.first_row + height)

    def row_of(self, offset: int) -> int:
        """The row of a code point; 0 in an empty article."""
        return self.layout.row_of(offset) if self.layout.rows else 0

    def put_cursor(self, sentence: int) -> None:
        """Moves the cursor to a sentence, or the nearest that exists, and to the strongest of its links."""
        self.cursor = min(max(sentence, 0), max(len(self.layout.article.sentences) - 1, 0))
        self.link = 0

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor; None in an empty article."""
        sentences = self.layout.article.sentences
        return sentences[self.cursor] if sentences else None

    @property
    def selected(self) -> tuple[int, int] | None:
        """Code points [start, end) that are selected."""
        return (min(self.selection), max(self.selection)) if self.selection else None
