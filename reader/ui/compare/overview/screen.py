"""The overview: a dot plot that shows the order of the matches of two articles, and goes to one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.base.phrases import counted
from reader.base.resources import styles
from reader.ui.commands import Context
from reader.ui.compare import wording
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.compare.overview.dot_plot_view import DotPlotView
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.cells import shorten
from reader.ui.kit.handlers import handles
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["OverviewChoice", "OverviewScreen"]

_BREAK = "\n"
_QUOTED = 400  # cells of a sentence that are laid out; the line ends where the screen does


class OverviewChoice(NamedTuple):
    """A link of article number `article` to go to."""

    article: int
    link: MatchLink


class OverviewScreen(Screen[OverviewChoice | None]):
    """The matches of articles number `a` (across) and `b` (down); it answers with the one that is chosen.

    The cursor begins on the match nearest to sentence number `current` of article `a`; `own` are the user's
    own keys, by command id.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        styles() / f"{name}.tcss" for name in ("overview", "match_colours")
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.OVERVIEW)]
    contexts = (Context.OVERVIEW,)

    def __init__(
        self,
        comparison: Comparison,
        a: int,
        b: int,
        current: int | None = None,
        own: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._own = own or {}
        self._comparison = comparison
        self._a, self._b = a, b
        self._sentence = current or 0
        self._links: list[MatchLink] = []

    def compose(self) -> ComposeResult:
        """The names of the articles, the plot, the match under the cursor, the keys."""
        yield Static(classes="overview-axes")
        yield DotPlotView()
        yield Static(classes="overview-match")
        yield KeyBar(self._own, *self.contexts)

    def on_mount(self) -> None:
        """Shows the first pair."""
        self.matches_changed()

    @property
    def _plot(self) -> DotPlotView:
        return self.query_one(DotPlotView)

    def matches_changed(self) -> None:
        """Shows the matches of the two articles."""
        a, b, comparison = self._a, self._b, self._comparison
        self._links = [
            link
            for sentence in comparison.linked(a)
            for link in comparison.links(a, sentence)
            if link.other == b
        ]
        lengths = len(comparison.articles[a].text), len(comparison.articles[b].text)
        self._plot.show(self._links, lengths, comparison.landmarks(a, b), self._nearest())
        self.query_one(".overview-axes", Static).update(Content("\n").join(self._axes()))

    def _nearest(self) -> int | None:
        """The number of the link nearest to the sentence."""
        distances = [abs(link.sentence - self._sentence) for link in self._links]
        return distances.index(min(distances)) if distances else None

    # In words

    def _axes(self) -> Iterator[Content]:
        for number, arrow in ((self._a, wording.ACROSS), (self._b, wording.DOWN)):
            article = self._comparison.articles[number]
            facts = [article.title, article.source, counted(len(article.sentences), "sentence")]
            name = f"{self._comparison.letter(number)} {arrow}  "
            yield Content.assemble((name, "bold"), " · ".join(filter(None, facts)))

    @on(DotPlotView.Moved)
    def _describe_current(self) -> None:
        number = self._plot.current
        lines = self._without_match() if number is None else self._description(number)
        self.query_one(".overview-match", Static).update(Content("\n").join(lines))

    def _without_match(self) -> Iterator[Content]:
        if self._comparison.is_complete:
            yield Content(wording.no_match_in_overview(self._comparison.threshold))
        else:
            yield Content(wording.STILL_MATCHING)

    def _description(self, number: int) -> Iterator[Content]:
        link = self._links[number]
        match = link.match
        order = wording.IN_ORDER if self._plot.is_landmark(number) else wording.MOVED
        kind = f"{KIND_SIGNS[match.kind]} {match.kind.label}"
        place = f"{number + 1} of {len(self._links)}"
        yield Content.assemble((kind, "bold"), f" · {match.score:.0f} · {place} · {order}")
        for article, passage in ((self._a, link.passage), (self._b, link.other_passage)):
            words = self._comparison.articles[article].text[passage.start : passage.end]
            name = self._comparison.letter(article)
            yield Content(f"{name}  {shorten(words.replace(_BREAK, ' '), _QUOTED)}")

    # Keys and mouse

    @handles("overview.close")
    def close(self) -> None:
        """Goes back without a choice."""
        self.dismiss(None)

    @handles("overview.left", -1, 0)
    @handles("overview.down", 0, 1)
    @handles("overview.up", 0, -1)
    @handles("overview.right", 1, 0)
    def step(self, right: int, down: int) -> None:
        """Goes to the next match to the right or left, or down or up."""
        self._plot.step(right, down)

    @handles("overview.next", 1)
    @handles("overview.previous", -1)
    def step_match(self, step: int) -> None:
        """Goes to the next or previous match in the order of the article across."""
        if self._plot.current is not None:
            self._plot.go_to(min(max(self._plot.current + step, 0), len(self._links) - 1))

    @handles("overview.next-pair", 1)
    @handles("overview.previous-pair", -1)
    def step_pair(self, step: int) -> None:
        """Shows the next or previous two articles."""
        pairs = list(self._comparison.pairs())
        current = pairs.index((min(self._a, self._b), max(self._a, self._b)))
        if len(pairs) > 1:
            self._a, self._b = pairs[(current + step) % len(pairs)]
            self._sentence = 0
            self.matches_changed()

    @handles("overview.go")
    @on(DotPlotView.Chosen)
    def choose(self) -> None:
        """Chooses the match under the cursor."""
        if self._plot.current is not None:
            self.dismiss(OverviewChoice(self._a, self._links[self._plot.current]))
