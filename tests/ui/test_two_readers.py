"""Two readers of one notebook: what the other writes while a note is open is neither overwritten nor lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.model import Annotation, edited
from annotations.store import AnnotationStore
from reader.articles.loading import load
from reader.base.paths import Paths
from reader.notes.notebook import Notebook
from tests.ui.conftest import Running

Run = Callable[..., Running]


@pytest.fixture
def noted(articles: list[Path], places: Paths) -> Annotation:
    """An annotation with a note, on the first words of the first article."""
    article = load(articles[0])
    notebook = Notebook.open(places)
    made = notebook.annotate([(article, 0, article.sentences[0].end)], note="Ask the harbour.")
    notebook.close()
    return made


def elsewhere(places: Paths, annotation: Annotation, note: str | None) -> None:
    """Another reader saves a note on the annotation; without one, the reader deletes it."""
    store = AnnotationStore.open(places.annotations, author="Ada")
    if note is None:
        store.delete(annotation.id)
    else:
        store.replace(edited(annotation, note=note))
    store.close()


@pytest.mark.parametrize("keys", [("a",), ("A", "a")])
async def test_a_note_that_another_reader_saved_meanwhile_is_kept_above_ones_own(
    run: Run, articles: list[Path], places: Paths, noted: Annotation, keys: tuple[str, ...]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press(*keys)
        await desk.type(" Twice")
        elsewhere(places, noted, "Ask the owner.")
        await desk.press("ctrl+s")
        [kept] = desk.kept()
        assert kept.note.startswith("Ask the owner.\n")
        assert kept.note.endswith("\nAsk the harbour. Twice")
        assert "Both texts are in it" in desk.told()


@pytest.mark.parametrize("keys", [("a",), ("A", "a")])
async def test_an_annotation_that_another_reader_deleted_meanwhile_comes_back_with_the_note(
    run: Run, articles: list[Path], places: Paths, noted: Annotation, keys: tuple[str, ...]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press(*keys)
        await desk.type(" Twice")
        elsewhere(places, noted, None)
        await desk.press("ctrl+s")
        [kept] = desk.kept()
        assert (kept.id, kept.note) == (noted.id, "Ask the harbour. Twice")
        assert "deleted this annotation meanwhile" in desk.told()


async def test_a_note_that_nobody_else_touched_is_simply_saved(
    run: Run, articles: list[Path], noted: Annotation
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type(" Twice")
        await desk.press("ctrl+s")
        assert [kept.note for kept in desk.kept()] == ["Ask the harbour. Twice"]
        assert "meanwhile" not in desk.told()


async def test_an_article_that_was_moved_shows_its_annotations_and_they_name_its_new_place(
    run: Run, articles: list[Path], noted: Annotation
) -> None:
    moved = articles[0].rename(articles[0].with_name("moved.txt"))
    async with run(moved, articles[1]) as desk:
        assert "The article was moved." in desk.told()
        assert [kept.targets[0].article.path for kept in desk.kept()] == [str(moved)]
        await desk.press("u")
        assert [kept.targets[0].article.path for kept in desk.kept()] == [str(articles[0])]
