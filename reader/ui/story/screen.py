"""The story screen: what three and more articles all say, say otherwise, leave out, and copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, Tab, Tabs
from textual.worker import get_current_worker

from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.letters import letter
from reader.base.paths import Paths, user_path
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings
from reader.matching.thresholds import DEFAULT_THRESHOLD, FLOOR
from reader.story.model import Story
from reader.story.pairs import AlignedPairs
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.list_screen import TableScreen
from reader.ui.kit.preview import Preview
from reader.ui.kit.row_table import RowTable, TableColumn
from reader.ui.story.messages import PassagesChosen
from reader.ui.story.rows import StoryRow
from reader.ui.story.views import StoryView, outlets, story_views

__all__ = ["StoryScreen"]


class _NoLongerWantedError(Exception):
    """The screen is gone."""


@dataclass
class Matched(Message):
    """All pairs of the articles have been matched."""

    pairs: AlignedPairs


@dataclass
class Told(Message):
    """What is known of the story, as lists."""

    story: Story
    views: list[StoryView]


class StoryScreen(TableScreen):
    """Matches articles with one another in the background, and lists what that tells."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.STORY, Context.EVERYWHERE)]
    contexts = (Context.STORY, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, articles: Sequence[Article], settings: Settings, paths: Paths) -> None:
        super().__init__()
        self._articles = tuple(articles)
        self._own = settings.keys
        self._paths = paths
        self._threshold = DEFAULT_THRESHOLD
        self._pairs: AlignedPairs | None = None
        self._story: Story | None = None
        self._views: list[StoryView] = []
        self._shown = 0
        self._said = "matching …"

    def compose(self) -> ComposeResult:
        """The tabs of the lists, a heading, the table, the chosen row in full, the keys."""
        tabs = Tabs()
        tabs.can_focus = False  # the keys are the list's
        yield tabs
        yield Static(classes="heading")
        yield RowTable(TableColumn("", share=1))
        yield Preview(self._own)
        yield KeyBar(self._own, *self.contexts)

    def on_mount(self) -> None:
        """Begins to match."""
        self._head(self._said)
        self._match()

    def _head(self, said: str) -> None:
        """Says what is listed, and what the letters of the articles stand for, as far as there is room."""
        self._said = said
        names = [sanitize_line(article.source or article.title) for article in self._articles]
        legend = outlets([f"{letter(n)} {name}" for n, name in enumerate(names)], self.size.width - 2)
        self.query_one(".heading", Static).update(Content.assemble((f"{said}\n", "bold"), legend))

    def on_resize(self) -> None:
        """Shares out the room of the heading anew."""
        self._head(self._said)

    # In the background

    @work(thread=True, exclusive=True, group="matching")
    def _match(self) -> None:
        from reader.story.cache import AlignmentCache
        from reader.story.pairs import align_pairs

        worker, told = get_current_worker(), -1

        def report(share: float) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise _NoLongerWantedError
            if (percent := int(100 * share)) != told:
                told = percent
                self.app.call_from_thread(self._head, f"matching {percent} %")

        known = AlignmentCache(self._paths.alignments)
        try:
            pairs = align_pairs(self._articles, known, report)
        except _NoLongerWantedError:
            return
        self.post_message(Matched(pairs))

    @on(Matched)
    def _take_up_pairs(self, message: Matched) -> None:
        self._pairs = message.pairs
        self._tell(message.pairs, self._threshold)

    @work(thread=True, exclusive=True, group="telling")
    def _tell(self, pairs: AlignedPairs, threshold: float) -> None:
        from reader.story.build import build_story

        worker = get_current_worker()
        story = build_story(pairs, threshold)
        views = story_views(story)
        if not worker.is_cancelled:  # another threshold was asked for meanwhile
            self.post_message(Told(story, views))

    @on(Told)
    def _take_up(self, message: Told) -> None:
        is_first = self._story is None
        self._story, self._views = message.story, message.views
        if is_first:
            tabs = self.query_one(Tabs)
            for number, view in enumerate(self._views):
                tabs.add_tab(Tab(Content(view.name), id=f"view-{number}"))
        self._show()

    # What is shown

    def _show(self) -> None:
        view = self._views[self._shown]
        self._table.set_columns(*view.columns)
        self._table.show(len(view.rows), lambda row: view.rows[row].cells)
        self._head(f"{view.about} · match ≥{self._threshold:.0f}")
        self._show_preview()

    @on(Tabs.TabActivated)
    def _show_view(self, message: Tabs.TabActivated) -> None:
        number = int((message.tab.id or "view-0").rpartition("-")[2])
        if self._views and number != self._shown:
            self._shown = number
            self._show()

    def _row(self) -> StoryRow | None:
        if not self._views:
            return None
        rows, cursor = self._views[self._shown].rows, self._table.cursor
        return rows[cursor] if cursor < len(rows) else None

    @on(RowTable.Moved)
    def _show_preview(self) -> None:
        row = self._row()
        self._preview.show(Content("\n").join(row.full) if row else Content(""))

    @handles("story.next-view", 1)
    @handles("story.previous-view", -1)
    def action_step_view(self, step: int) -> None:
        """To the next or previous list."""
        if self._views:
            self.query_one(Tabs).active = f"view-{(self._shown + step) % len(self._views)}"

    @handles("story.stricter", 5)
    @handles("story.looser", -5)
    def action_threshold(self, step: float) -> None:
        """Counts weaker matches too, or only stronger ones."""
        self._threshold = min(max(self._threshold + step, FLOOR), 100)
        if self._pairs:
            self._tell(self._pairs, self._threshold)

    # Going there, and taking it along

    @handles("story.open")
    @on(RowTable.Selected)
    def action_open(self) -> None:
        """Opens the passages side by side."""
        if row := self._row():
            articles = [self._articles[number] for number, _offset in row.places]
            letters = [letter(number) for number, _offset in row.places]
            start = [(place, offset) for place, (_number, offset) in enumerate(row.places)]
            self.post_message(PassagesChosen(articles, letters, start[::-1]))

    @handles("story.report")
    def action_report(self) -> None:
        """Asks for a file and writes the whole story there."""
        from reader.ui.kit.dialogs import LineDialog

        def keep(name: str | None) -> None:
            if name:
                self._write(name)

        if self._story:
            hint = "⏎ writes it · .md, .html, .json or .txt say which format · esc cancels"
            self.app.push_screen(LineDialog("Write the story to", hint, "story.md"), keep)

    @work(thread=True, group="writing")
    def _write(self, name: str) -> None:
        from reader.base.files import write_new_file
        from reader.story.report.formats import format_of, story_report

        if self._story is None:
            return
        try:
            path = user_path(name)
            write_new_file(path, story_report(self._story, self._threshold, format_of(path)))
        except UserError as error:
            self.app.call_from_thread(self.notify, str(error), title="Not written", severity="error")
        else:
            self.app.call_from_thread(self.notify, f"The story is written to {path.absolute()}")
