"""The workspace: the articles on screen, and everything that the features of the compare screen work with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from textual.screen import Screen

from reader.articles.model import Article
from reader.ui.compare.annotator import Annotator
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.compare.panes.article_panes import ArticlePanes
from reader.ui.compare.state.compare_state import CompareState

__all__ = ["ArticlePassage", "Workspace"]

Result = TypeVar("Result")


class ArticlePassage(NamedTuple):
    """A passage of an article on screen: the number of the article, and code points [start, end)."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Workspace:
    """The surroundings of a feature. Features keep a state of their own, and know nothing of each other.

    `screen` shows notices and questions. `saved` is called with a notice after the annotations were changed.
    The workspace is made again, and the features with it, when boilerplate is restored.
    """

    screen: Screen[None]
    comparison: Comparison
    panes: ArticlePanes
    annotator: Annotator
    saved: Callable[[str], None]

    @property
    def articles(self) -> Sequence[Article]:
        """The articles, by number."""
        return self.comparison.articles

    @property
    def state(self) -> CompareState:
        """The state of the reading. To change it, `update`."""
        return self.panes.state

    @property
    def active_article(self) -> Article:
        """The article that the cursor is in."""
        return self.articles[self.state.active]

    def update(self, change: Callable[[CompareState], Result], *, jump: bool = False) -> Result:
        """Changes the state and shows it; see ArticlePanes.update."""
        return self.panes.update(change, jump=jump)

    def passage(self) -> ArticlePassage | None:
        """The passage to work on: the selection, else the cursor's sentence; None in an empty article."""
        passage = self.state.selection.passage()
        return ArticlePassage(self.state.active, *passage) if passage else None

    def link(self) -> MatchLink | None:
        """The link of the current sentence that is looked at."""
        return self.state.cursor.link()

    def notify(self, message: str, *, seconds: float = 3) -> None:
        """Shows a notice for some seconds."""
        self.screen.notify(message, timeout=seconds)

    def ask(self, dialog: Screen[Any], answered: Callable[[Any], Any]) -> None:
        """Shows a question; `answered` is called with the answer, which is None where it was cancelled."""
        self.screen.app.push_screen(dialog, answered)
