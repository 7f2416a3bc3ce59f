"""The matching of the articles on screen: in a thread, shown alignment by alignment."""

from __future__ import annotations

from collections.abc import Callable

from textual.worker import Worker, get_current_worker

from reader.base.errors import UserError
from reader.matching.model import Alignment
from reader.ui.compare import wording
from reader.ui.compare.aligning import align_all, differences_set_apart
from reader.ui.compare.workspace import Workspace

__all__ = ["MatchingWork"]


class MatchingWork:
    """Matches all pairs of the articles. `percent` is how much is done.

    `progressed` is called when it changes, `aligned` when the matches of two articles were added to the
    comparison.
    """

    def __init__(
        self, workspace: Workspace, progressed: Callable[[], None], aligned: Callable[[], None]
    ) -> None:
        self.percent = 0
        self._workspace = workspace
        self._progressed = progressed
        self._aligned = aligned
        self._worker: Worker[None] | None = None

    def start(self) -> None:
        """Begins to match."""
        self._worker = self._workspace.screen.run_worker(self._match_all, group="matching", thread=True)

    def stop(self) -> None:
        """Ends the matching; what it still finds is not shown."""
        if self._worker:
            self._worker.cancel()
        self._worker = None

    def _match_all(self) -> None:
        worker, comparison, screen = get_current_worker(), self._workspace.comparison, self._workspace.screen

        def report(percent: int) -> None:
            screen.call_later(self._show_progress, percent)

        pairs = list(comparison.pairs())
        try:
            for a, b, alignment in align_all(comparison.articles, pairs, report, lambda: worker.is_cancelled):
                screen.call_later(self._add, a, b, alignment)
            apart = differences_set_apart(
                comparison.articles, pairs, comparison.threshold, lambda: worker.is_cancelled
            )
            screen.call_later(self._tell_set_apart, apart)
        except UserError as error:
            screen.app.call_from_thread(self._refuse, error)

    def _show_progress(self, percent: int) -> None:
        if self._worker:
            self.percent = percent
            self._progressed()

    def _add(self, a: int, b: int, alignment: Alignment) -> None:
        if self._worker:
            self._workspace.comparison.add(a, b, alignment)
            self._aligned()

    def _tell_set_apart(self, differences: int) -> None:
        if self._worker and differences:
            self._workspace.notify(wording.set_apart(differences), seconds=10)

    def _refuse(self, error: UserError) -> None:
        message = wording.not_matched(error)
        self._workspace.screen.notify(message, title=wording.NOT_MATCHED, severity="error", timeout=20)
