"""Where the app begins: at words, at an annotation, with a file that was named twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles.loading import load
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.settings import Settings
from reader.notes.notebook import Notebook
from reader.ui.compare.screen import CompareScreen
from reader.ui.launch import launch_at, launch_on
from tests.ui.conftest import Running

Run = Callable[..., Running]
STRUCK = "A barge struck the eastern pier of the bridge at dawn, injuring 21 people."


async def test_the_cursor_is_on_the_words_that_were_asked_for(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], at="NOBODY  saw it") as desk:
        assert desk.panes.state.active == 0
        assert desk.current_sentence == '"Nobody saw it coming," said Mayor Ada Quill.'
        assert desk.told() == ""


async def test_words_that_only_the_second_article_has_are_gone_to_there(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2], at="traders") as desk:
        assert desk.current_sentence == "Traders fear an empty spring."


async def test_words_are_gone_to_though_the_reading_stood_elsewhere(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("G")
    async with run(*articles[:2], at="old bridge") as desk:
        assert desk.current_sentence == "The old bridge at Merrowick was closed on Monday."


async def test_what_is_most_like_the_words_is_called_a_guess(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], at="barge struck the eastren pier of a bridge") as desk:
        assert desk.current_sentence == STRUCK
        assert desk.told() == (
            "“barge struck the eastren pier of a brid…” is not in the article word for word."
            " This is the most similar passage."
        )


async def test_words_that_are_nowhere_are_told_so_and_the_articles_opened(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2], at="submarine volcano") as desk:
        assert isinstance(desk.app.screen, CompareScreen)
        assert desk.told() == "“submarine volcano” is not in any of the articles."


@pytest.mark.parametrize("at", ["/(/", "words"])
def test_words_that_cannot_be_sought_are_refused(places: Paths, articles: list[Path], at: str) -> None:
    named = articles[:2] if at == "/(/" else [articles[0].parent]
    with pytest.raises(UserError, match="--at"):
        launch_on(places, Settings(), named, at=at)


async def test_an_annotation_is_opened_in_its_articles_where_it_is(
    run: Run, articles: list[Path], places: Paths
) -> None:
    first, second = map(load, articles[:2])
    notebook = Notebook.open(places)
    here, there = first.text.index("A barge"), second.text.index("Traders")
    made = notebook.annotate([(second, there, there + 7), (first, here, here + 7)], note="so")
    notebook.close()
    async with run(annotation=notebook.find(made.id[:12])) as desk:
        assert [article.title for article in desk.panes.state.comparison.articles] == [
            second.title,
            first.title,
        ]
        assert desk.current_sentence == "Traders fear an empty spring."
        assert desk.panes.state.views[1].cursor == 1
        assert desk.told() == ""


async def test_an_annotation_whose_words_are_gone_opens_its_article_and_says_so(
    run: Run, articles: list[Path], places: Paths
) -> None:
    article = load(articles[2])
    notebook = Notebook.open(places)
    made = notebook.annotate([(article, article.text.index("harbour"), len(article.text))])
    notebook.close()
    articles[2].write_text("Quite another story is told by now.\n", encoding="utf-8")
    async with run(annotation=made) as desk:
        assert "is no longer in the article" in desk.told()
    articles[2].unlink()
    with pytest.raises(UserError, match="no longer exists"):
        launch_at(places, Settings(), made)


async def test_a_file_that_was_named_twice_is_open_once_and_that_is_said(
    run: Run, articles: list[Path]
) -> None:
    async with run(articles[0], articles[0].parent / "." / "first.txt") as desk:
        assert len(desk.panes.state.views) == 1
        assert desk.told() == f"{articles[0]} was named more than once; it is open once."
    async with run(*articles[:2]) as desk:
        assert desk.told() == ""
