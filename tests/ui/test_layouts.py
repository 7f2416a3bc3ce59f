"""How the screens are laid out, at the sizes terminals have. `make snapshots` takes the pictures anew."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from annotations.model import Annotation, Target
from annotations.store import AnnotationStore
from reader.archive.groups import SentencePair
from reader.archive.model import ArticleRef, Excerpt
from reader.archive.results_file import write_results
from reader.articles.corpus import Corpus, CorpusEntry
from reader.articles.loading import from_text
from reader.articles.model import Article
from reader.base.paths import Paths
from reader.base.settings import Settings
from reader.notes.references import reference
from reader.ui.app import Launch, ReaderApp
from tests.ui.conftest import FIRST, SECOND, THIRD

# Texts of their own, and not the sample corpus: a better matcher or a better sentence is no other layout.
ARTICLES = tuple(
    from_text(text, title=title, source=source, date="2025-03-11", path=f"{title}.txt")
    for text, title, source in (
        (FIRST, "Bridge at Merrowick is closed", "Halyard"),
        (SECOND, "Ferries replace a bridge", "Daily Beacon"),
        (THIRD, "An inquiry begins", "Gazette"),
    )
)


class Written(CorpusEntry):
    """An entry whose article is there already."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.title, Path(article.path))
        object.__setattr__(self, "article", article)

    def load(self) -> Article:
        return self.article


def app_on(folder: Path, *, compare: bool, theme: str = "textual-dark", articles: int = 2) -> ReaderApp:
    chosen = ARTICLES[:articles]
    entries = tuple(Written(article) for article in chosen)
    corpus = Corpus("story", chosen, entries=entries)
    return ReaderApp(
        Launch(corpus, compare, Paths(folder / "data", folder / "none.toml"), Settings(theme=theme))
    )


def pressing(*keys: str) -> Any:
    async def run(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        pilot.app.clear_notifications()
        await pilot.pause()

    return run


@pytest.fixture(autouse=True)
def _loop() -> Any:
    """The snapshot plugin runs the app in a loop of its own."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    loop.close()


@pytest.mark.parametrize(
    "size", [(40, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_comparing(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_on(tmp_path, compare=True, articles=3)
    assert snap_compare(app, terminal_size=size, run_before=pressing("h", "n"))


def test_comparing_in_a_light_theme(snap_compare: Any, tmp_path: Path) -> None:
    app = app_on(tmp_path, compare=True, theme="textual-light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("h", "n", "v", "right", "right"))


def test_the_library(snap_compare: Any, tmp_path: Path) -> None:
    app = app_on(tmp_path, compare=False, articles=3)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("space"))


def test_the_annotations(snap_compare: Any, tmp_path: Path) -> None:
    app = app_on(tmp_path, compare=True)
    store = AnnotationStore.open(tmp_path / "data" / "annotations.json")
    targets = [Target.of(reference(article), article.text, 0, 20) for article in ARTICLES[:2]]
    made = {"created": "2025-03-12T09:30:00.000Z", "updated": "2025-03-12T09:30:00.000Z"}
    store.add(
        Annotation("1", (targets[0],), **made, tags=("bridge",), note="Is that so?"),
        Annotation("2", tuple(targets), **made, relation="same claim"),
    )
    store.close()
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("A", "down"))


def test_what_was_found_in_an_archive(snap_compare: Any, tmp_path: Path) -> None:
    said = (FIRST.split("\n\n")[2], SECOND.split("\n\n")[1], FIRST.split("\n\n")[1], SECOND.split("\n\n")[2])

    def excerpt(sentence: int) -> Excerpt:
        article, text = ARTICLES[sentence % 2], said[sentence]
        known = ArticleRef(article.title, article.source, article.date, "", article.path)
        return Excerpt(known, 0, len(text), text)

    write_results(
        tmp_path / "found.parquet", [SentencePair(0, 1, 0.9, 83.4), SentencePair(2, 3, 0.8, 77.0)], excerpt
    )
    places = Paths(tmp_path / "data", tmp_path / "none.toml")
    app = ReaderApp(Launch(Corpus("", ()), compare=False, paths=places, results=tmp_path / "found.parquet"))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("down"))


def test_the_overview(snap_compare: Any, tmp_path: Path) -> None:
    app = app_on(tmp_path, compare=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("o"))


@pytest.mark.parametrize("theme", ["reader-dark", "reader-light", "reader-contrast", "reader-okabe-ito"])
def test_comparing_in_our_own_themes(snap_compare: Any, tmp_path: Path, theme: str) -> None:
    app = app_on(tmp_path, compare=True, theme=theme)
    assert snap_compare(app, terminal_size=(100, 30), run_before=pressing("h", "n", "w"))


def test_a_question(snap_compare: Any, tmp_path: Path) -> None:
    app = app_on(tmp_path, compare=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("m"), press=[])


def test_the_keys(snap_compare: Any, tmp_path: Path) -> None:
    app = app_on(tmp_path, compare=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("question_mark"))
