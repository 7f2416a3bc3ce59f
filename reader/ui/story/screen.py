"""The story screen: shared passages, facts, omissions and copies of three or more articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Tab, Tabs
from textual.worker import get_current_worker

from annotations.model import ArticleReference
from reader.articles.model import Article
from reader.base.letters import letter
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings
from reader.matching.thresholds import DEFAULT_THRESHOLD, FLOOR
from reader.story.model import Story
from reader.story.pairs import AlignedPairs, align_pairs
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_screen import ListScreen
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.kit.table_columns import Column
from reader.ui.story import wording
from reader.ui.story.messages import PassagesChosen
from reader.ui.story.report import StoryReport
from reader.ui.story.rows import StoryRow
from reader.ui.story.views import StoryView, outlets, story_views

__all__ = ["StoryScreen"]


class _StoryCancelledError(Exception):
    """The screen is closed."""


class StoryScreen(ListScreen[StoryRow]):
    """Matches articles with one another in the background, and lists the results, a tab for each list."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.STORY, Context.EVERYWHERE)]
    contexts = (Context.STORY, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, articles: Sequence[Article], settings: Settings, paths: Paths) -> None:
        super().__init__(RowList(), (Column("", lambda row: row.cells[0], share=1),), settings.keys)
        self._articles = tuple(articles)
        self._paths = paths
        self._threshold = DEFAULT_THRESHOLD
        self._pairs: AlignedPairs | None = None
        self._story: Story | None = None
        self._views: list[StoryView] = []
        self._shown = 0
        self._about = wording.MATCHING
        self.features = (StoryReport(self, self._story_shown),)

    def compose(self) -> ComposeResult:
        """The tabs of the lists above the parts of a list."""
        tabs = Tabs()
        tabs.can_focus = False  # the keys are the list's
        yield tabs
        yield from super().compose()

    def on_mount(self) -> None:
        """Begins to match."""
        self._show_about(self._about)
        self._match()

    def on_resize(self) -> None:
        """Fits the heading to the new width."""
        self.show_heading(self.heading())

    # In the background

    @work(thread=True, exclusive=True, group="matching")
    def _match(self) -> None:
        from reader.story.cache import AlignmentCache

        worker, shown = get_current_worker(), -1

        def report(share: float) -> None:
            nonlocal shown
            if worker.is_cancelled:
                raise _StoryCancelledError
            if (percent := int(100 * share)) != shown:
                shown = percent
                self.call_later(self._show_about, wording.matching(percent))

        try:
            pairs = align_pairs(self._articles, AlignmentCache(self._paths.alignments), report)
        except _StoryCancelledError:
            return
        self.call_later(self._take_up_pairs, pairs)

    def _take_up_pairs(self, pairs: AlignedPairs) -> None:
        self._pairs = pairs
        self._build(pairs, self._threshold)

    @work(thread=True, exclusive=True, group="building")
    def _build(self, pairs: AlignedPairs, threshold: float) -> None:
        from reader.story.build import build_story

        worker = get_current_worker()
        story = build_story(pairs, threshold)
        views = story_views(story)
        if not worker.is_cancelled:  # by a change of the threshold
            self.call_later(self._take_up_story, story, views)

    def _take_up_story(self, story: Story, views: list[StoryView]) -> None:
        is_first = self._story is None
        self._story, self._views = story, views
        if is_first:
            tabs = self.query_one(Tabs)
            for number, view in enumerate(views):
                tabs.add_tab(Tab(Content(view.name), id=f"view-{number}"))
        self._show_view()

    def _story_shown(self) -> tuple[Story, float] | None:
        return (self._story, self._threshold) if self._story else None

    # Shown

    def _show_view(self) -> None:
        view = self._views[self._shown]
        self.table.set_columns(*view.columns)
        self.listing.load(view.rows)
        self._about = wording.heading(view.about, self._threshold)
        self.show()

    def _show_about(self, about: str) -> None:
        self._about = about
        self.show_heading(self.heading())

    def heading(self) -> Content:
        """The name of the list, and the outlets of the articles by their letters, as far as there is room."""
        names = [sanitize_line(article.source or article.title) for article in self._articles]
        legend = outlets([f"{letter(n)} {name}" for n, name in enumerate(names)], self.size.width - 2)
        return Content.assemble((f"{self._about}\n", "bold"), legend)

    def details(self, row: StoryRow) -> Iterator[Content]:
        """The row in full."""
        return iter(row.details)

    @on(Tabs.TabActivated)
    def _choose_view(self, message: Tabs.TabActivated) -> None:
        number = int((message.tab.id or "view-0").rpartition("-")[2])
        if self._views and number != self._shown:
            self._shown = number
            self._show_view()

    def lettered(self) -> list[ArticleReference]:
        """The articles in the order of their letters."""
        from reader.notes.references import reference

        return list(map(reference, self._story.articles)) if self._story else []

    @handles("story.next-view", 1)
    @handles("story.previous-view", -1)
    def step_view(self, step: int) -> None:
        """Goes to the next or previous list."""
        if self._views:
            self.query_one(Tabs).active = f"view-{(self._shown + step) % len(self._views)}"

    @handles("story.stricter", 5)
    @handles("story.looser", -5)
    def change_threshold(self, step: float) -> None:
        """Counts only matches that score higher, or weaker ones too."""
        self._threshold = min(max(self._threshold + step, FLOOR), 100)
        if self._pairs:
            self._build(self._pairs, self._threshold)

    @handles("story.open")
    @on(RowTable.Selected)
    def open_passages(self) -> None:
        """Opens the passages side by side."""
        if row := self.current:
            articles = [self._articles[number] for number, _offset in row.places]
            letters = [letter(number) for number, _offset in row.places]
            start = [(place, offset) for place, (_number, offset) in enumerate(row.places)]
            self.post_message(PassagesChosen(articles, letters, start[::-1]))
