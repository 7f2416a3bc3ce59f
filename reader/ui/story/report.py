"""Writing the whole story to a file, from the story screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App
from textual.screen import Screen

from reader.base.errors import UserError
from reader.base.paths import user_path
from reader.story.model import Story
from reader.ui.kit.handlers import handles
from reader.ui.kit.wording import NOT_WRITTEN, written_to
from reader.ui.story import wording

__all__ = ["StoryReport"]


class StoryReport:
    """Writes the story that `story_of` gives, with the score from which on matches count; None: not yet."""

    def __init__(self, screen: Screen[Any], story_of: Callable[[], tuple[Story, float] | None]) -> None:
        self._screen = screen
        self._story_of = story_of

    @handles("story.report")
    def ask(self) -> None:
        """Asks for a file and writes the story to it."""
        from reader.ui.kit.dialogs import LineDialog

        app = self._screen.app

        def write(name: str | None) -> None:
            if name and (story := self._story_of()):
                app.run_worker(lambda: _write(app, name, *story), thread=True, group="writing")

        if self._story_of():
            dialog = LineDialog(wording.REPORT_TITLE, wording.REPORT_HINT, "story.md")
            app.push_screen(dialog, write)


def _write(app: App[Any], name: str, story: Story, threshold: float) -> None:
    """Writes the story, in a thread; the notice is shown on whichever screen the user is by then."""
    from reader.base.files import write_new_file
    from reader.story.report.formats import format_of, story_report

    try:
        path = user_path(name)
        write_new_file(path, story_report(story, threshold, format_of(path)))
    except UserError as error:
        notice = partial(app.notify, str(error), title=NOT_WRITTEN, severity="error")
    else:
        notice = partial(app.notify, written_to(wording.THE_STORY, path.absolute()))
    app.call_from_thread(notice)
