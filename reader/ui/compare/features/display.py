"""The display of the compare screen: the matches shown, the width of columns, the way of scrolling."""

from __future__ import annotations

from collections import Counter

from reader.matching.model import Kind
from reader.ui.compare import wording
from reader.ui.compare.layout.column_widths import LEAST_MEASURE
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["Display"]


class Display:
    """Filters the matches and changes how the articles are shown; nothing is computed again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @handles("compare.stricter", 5)
    @handles("compare.looser", -5)
    def change_threshold(self, step: float) -> None:
        """Shows only matches that score higher, or weaker ones too."""
        comparison = self._workspace.comparison
        comparison.threshold = min(max(comparison.threshold + step, 0), 100)
        self._workspace.panes.matches_changed()

    @handles("compare.kinds")
    def choose_kinds(self) -> None:
        """Asks which kinds of matches to show; the articles follow each tick."""
        from reader.ui.kit.dialogs import TicksDialog

        comparison = self._workspace.comparison
        kinds = [kind for kind in Kind if kind is not Kind.PINNED]
        count = Counter(match.kind for pair in comparison.pairs() for match in comparison.unfiltered(*pair))
        labels = [f"{KIND_SIGNS[kind]} {kind.label} ({count[kind]})" for kind in kinds]

        def show(ticked: set[int]) -> None:
            comparison.hidden = frozenset(kind for n, kind in enumerate(kinds) if n not in ticked)
            self._workspace.panes.matches_changed()

        ticked = {n for n, kind in enumerate(kinds) if kind not in comparison.hidden}
        title = wording.kinds(comparison.threshold)
        self._workspace.ask(TicksDialog(title, labels, ticked, show), lambda _answer: None)

    @handles("panes.alone")
    def show_alone(self) -> None:
        """Shows what only one article says, or the matches again."""
        if len(self._workspace.articles) > 1:
            self._workspace.panes.show_alone(alone=not self._workspace.state.cursor.alone)

    @handles("panes.words")
    def show_words(self) -> None:
        """Shows or hides in the text the words that differ."""
        self._workspace.panes.show_words(words=not self._workspace.panes.shows_words)

    @handles("panes.sync")
    def next_sync(self) -> None:
        """Changes to the next way of scrolling together."""
        self._workspace.update(lambda state: state.scrolling.next_sync())

    @handles("panes.wider", 4)
    @handles("panes.narrower", -4)
    def change_measure(self, cells: int) -> None:
        """Makes the columns wider or narrower; never wider than there is room."""
        arrangement = self._workspace.state.arrangement
        width = min(arrangement.measure, arrangement.columns[0].width) + cells
        self._workspace.panes.set_measure(max(width, LEAST_MEASURE))
