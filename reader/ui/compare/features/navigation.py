"""Moving about the articles: by sentence, match, difference, page and article."""

from __future__ import annotations

from reader.ui.compare import wording
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles

__all__ = ["Navigation"]


class Navigation:
    """Moves the cursor and the screen."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @handles("panes.down", 1)
    @handles("panes.up", -1)
    def step_sentence(self, step: int) -> None:
        """Goes to the next or previous sentence; while selecting, selects a row more or less."""
        if self._workspace.state.selection.is_active():
            self._workspace.update(lambda state: state.selection.extend(step))
        else:
            self._workspace.update(lambda state: state.cursor.step_sentence(step))

    @handles("panes.next-match", 1)
    @handles("panes.previous-match", -1)
    def step_match(self, step: int) -> None:
        """Goes to the next or previous match; where something was found, to the next or previous hit."""
        if self._workspace.state.hits:
            self._workspace.update(lambda state: state.hits.step(step))
        elif self._is_matched() and not self._workspace.update(lambda state: state.cursor.step_match(step)):
            self._workspace.notify(self._no_more(step))

    @handles("panes.next-difference", 1)
    @handles("panes.previous-difference", -1)
    def step_difference(self, step: int) -> None:
        """Goes to the next or previous match with a difference: a number, a name, a negation, a speaker."""
        if self._is_matched() and not self._workspace.update(
            lambda state: state.cursor.step_difference(step)
        ):
            self._workspace.notify(wording.no_more(wording.DIFFERENCE, step))

    def _is_matched(self) -> bool:
        if not self._workspace.comparison.is_complete:
            self._workspace.notify(wording.STILL_MATCHING, seconds=2)
        return self._workspace.comparison.is_complete

    def _no_more(self, step: int) -> str:
        state, comparison = self._workspace.state, self._workspace.comparison
        if state.cursor.alone:
            return wording.no_more(wording.SENTENCE_ALONE, step)
        if comparison.linked(state.active):
            return wording.no_more(wording.MATCH, step)
        return wording.no_match_at(comparison.threshold)

    @handles("panes.counterpart")
    def go_to_counterpart(self) -> None:
        """Goes to the matching sentence of the other article."""
        if self._workspace.link() is None:
            self._workspace.notify(wording.NO_COUNTERPART)
        else:
            self._workspace.update(lambda state: state.cursor.go_to_counterpart(), jump=True)

    @handles("panes.next-link")
    def next_link(self) -> None:
        """Shows another counterpart of the same sentence."""
        links = self._workspace.state.cursor.links()
        if len(links) > 1:
            self._workspace.update(lambda state: state.cursor.next_link())
        else:
            self._workspace.notify(wording.ONLY_COUNTERPART if links else wording.NO_COUNTERPART)

    @handles("panes.page-down", 1)
    @handles("panes.page-up", -1)
    @handles("panes.half-down", 0.5)
    @handles("panes.half-up", -0.5)
    def page(self, pages: float) -> None:
        """Scrolls by pages."""
        self._workspace.update(lambda state: state.page_by(pages))

    @handles("panes.top")
    def go_to_top(self) -> None:
        """Goes to the first sentence."""
        self._workspace.update(lambda state: state.cursor.go_to(state.active, 0), jump=True)

    @handles("panes.bottom")
    def go_to_bottom(self) -> None:
        """Goes to the last sentence."""
        last = len(self._workspace.active_article.sentences)
        self._workspace.update(lambda state: state.cursor.go_to(state.active, last), jump=True)

    @handles("panes.next-pane", 1)
    @handles("panes.previous-pane", -1)
    def step_pane(self, step: int) -> None:
        """Goes to the next or previous article."""
        number = (self._workspace.state.active + step) % len(self._workspace.articles)
        self._workspace.update(lambda state: state.arrangement.activate(number))

    @handles("panes.back")
    def go_back(self) -> None:
        """Goes back to where the reading was before the last jump."""
        if not self._workspace.update(lambda state: state.jumps.go_back()):
            self._workspace.notify(wording.NO_JUMP, seconds=2)
