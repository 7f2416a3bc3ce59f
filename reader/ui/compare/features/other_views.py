"""Other views of the articles: the overview, the story, the match in full, the web page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.ui.compare import wording
from reader.ui.compare.card.match_card import MatchCard
from reader.ui.compare.messages import StoryChosen
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles

if TYPE_CHECKING:
    from reader.ui.compare.overview.screen import OverviewChoice

__all__ = ["OtherViews"]


class OtherViews:
    """Opens another view of the articles. `own_keys` are the user's own keys, by command id."""

    def __init__(self, workspace: Workspace, own_keys: Mapping[str, str]) -> None:
        self._workspace = workspace
        self._own_keys = own_keys

    @handles("compare.overview")
    def show_overview(self) -> None:
        """Shows all matches of the active article and another; while selecting, moves the other end."""
        if self._workspace.state.selection.is_active():
            self._workspace.update(lambda state: state.selection.swap_ends())
        elif len(self._workspace.articles) < 2:
            self._workspace.notify(wording.ONE_ARTICLE)
        elif not self._workspace.comparison.is_complete:
            self._workspace.notify(wording.STILL_MATCHING, seconds=2)
        else:
            self._open_overview()

    def _open_overview(self) -> None:
        """Shows the active article with that of the current link, else with a visible one."""
        from reader.ui.compare.overview.screen import OverviewScreen

        state, link = self._workspace.state, self._workspace.link()
        others = (*state.arrangement.visible, *range(len(state.views)))
        other = link.other if link else next(number for number in others if number != state.active)
        a, b = sorted((state.active, other))

        def go(choice: OverviewChoice | None) -> None:
            if choice:
                first, second = sorted((choice.article, choice.link.other))
                match = choice.link.match
                self._workspace.update(lambda state: state.cursor.go_along(first, second, match), jump=True)

        overview = OverviewScreen(self._workspace.comparison, a, b, state.views[a].cursor, self._own_keys)
        self._workspace.ask(overview, go)

    @handles("compare.story")
    def show_story(self) -> None:
        """Shows the story of all open articles."""
        self._workspace.screen.post_message(StoryChosen(articles=self._workspace.articles))

    @handles("compare.explain")
    def explain(self) -> None:
        """Shows the current match in full, or why the sentence has no match."""
        from reader.ui.kit.dialogs import TextDialog

        card = self._workspace.screen.query_one(MatchCard)
        self._workspace.ask(TextDialog(*card.in_full()), lambda _answer: None)

    @handles("compare.open")
    def open_outside(self) -> None:
        """Opens the active article's web page, or its file, outside of reader."""
        from reader.ui.compare.opening import open_article

        try:
            place = open_article(self._workspace.active_article)
        except UserError as error:
            screen = self._workspace.screen
            screen.notify(str(error), title=wording.NOT_OPENED, severity="warning", timeout=10)
        else:
            self._workspace.notify(wording.opened(place), seconds=4)
