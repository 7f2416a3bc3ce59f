"""The app under test: real files, a real store, keys pressed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotations.model import Annotation
from annotations.store import AnnotationStore
from reader.base.paths import Paths
from reader.base.settings import Settings
from reader.ui.app import ReaderApp
from reader.ui.compare.panes.article_panes import ArticlePanes
from reader.ui.compare.screen import CompareScreen
from reader.ui.launch import launch_at, launch_on

FIRST = """The old bridge at Merrowick was closed on Monday.

A barge struck its eastern pier at dawn, injuring 12 people.

"Nobody saw it coming," said Mayor Ada Quill.

Ferries will run every ten minutes until the summer.
"""
SECOND = """Ferry crews were called in at short notice.

"Nobody saw it coming," Mayor Ada Quill said.

A barge struck the eastern pier of the bridge at dawn, injuring 21 people.

Traders fear an empty spring.
"""
THIRD = """A barge struck its eastern pier at dawn, injuring 12 people.

The harbour master has opened an inquiry.
"""

Running = AbstractAsyncContextManager["Desk"]


class Desk:
    """An app that runs, and what tests ask of it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None], places: Paths) -> None:
        self.app = app
        self.pilot = pilot
        self.places = places

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if character == " " else character for character in text))

    async def settle(self) -> None:
        """Until no work is under way and every message was handled."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def panes(self) -> ArticlePanes:
        screen = self.app.screen
        assert isinstance(screen, CompareScreen)
        return screen.query_one(ArticlePanes)

    @property
    def current_sentence(self) -> str:
        view = self.panes.state.view
        assert view.sentence is not None
        return view.layout.article.text[view.sentence.start : view.sentence.end]

    def text(self) -> str:
        """What is on the screen, row by row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def told(self) -> str:
        """What notices said so far, line by line."""
        return "\n".join(notice.message for notice in self.app._notifications)

    def kept(self) -> tuple[Annotation, ...]:
        """What is in the annotations file, read as another process would."""
        store = AnnotationStore.open(self.places.annotations)
        try:
            return store.all()
        finally:
            store.close()


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Three short articles on disk."""
    folder = tmp_path / "articles"
    folder.mkdir()
    paths = [folder / "first.txt", folder / "second.txt", folder / "third.txt"]
    for path, text in zip(paths, (FIRST, SECOND, THIRD), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def run(places: Paths) -> Callable[..., Running]:
    """Runs the app on files (side by side), a folder (the library), or the articles of an annotation."""

    @asynccontextmanager
    async def running(
        *paths: Path,
        size: tuple[int, int] = (120, 40),
        settings: Settings | None = None,
        at: str = "",
        annotation: Annotation | None = None,
        toasts: bool = False,
    ) -> AsyncIterator[Desk]:
        kept = settings or Settings()
        begin = launch_at(places, kept, annotation) if annotation else launch_on(places, kept, paths, at=at)
        app = ReaderApp(replace(begin, named=()))  # nothing that a later launch would open again
        async with app.run_test(size=size, notifications=toasts) as pilot:
            desk = Desk(app, pilot, places)
            await desk.settle()
            yield desk

    return running
