"""The overview: a dot plot to see and to go by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.ui.compare.overview.dot_plot_view import DotPlotView
from reader.ui.compare.overview.screen import OverviewChoice, OverviewScreen
from tests.ui.conftest import Desk, Running
from tests.ui.test_hostile_text import ESCAPES, HOSTILE

Run = Callable[..., Running]
Answers = list[OverviewChoice | None]
BARGE, QUOTE = 1, 2  # sentences of the first article that the second one has too, the other way round


async def overview(desk: Desk, a: int = 0, b: int = 1, current: int = 0) -> Answers:
    """Opens the overview; what it answers comes into the list."""
    answers: Answers = []
    desk.app.push_screen(OverviewScreen(desk.panes.state.comparison, a, b, current), answers.append)
    await desk.settle()
    return answers


def went_to(answers: Answers) -> tuple[int, int, int]:
    """(article, its sentence, the counterpart's) of the answer."""
    (choice,) = answers
    assert choice is not None
    return choice.article, choice.link.sentence, choice.link.other_sentence


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40), (200, 50)])
async def test_it_shows_dots_axes_and_the_match_under_the_cursor(
    run: Run, articles: list[Path], size: tuple[int, int]
) -> None:
    async with run(*articles[:2], size=size) as desk:
        await overview(desk)
        text = desk.text()
        assert any(0x2800 < ord(character) < 0x2900 for character in text)
        assert "A →  " in text
        assert "B ↓  " in text
        assert "1 of 2" in text
        assert "A barge struck its" in text
        assert "⏎ go there" in text


async def test_it_begins_at_the_match_nearest_to_the_sentence_one_was_on(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk, current=3)
        await desk.press("enter")
        assert went_to(answers)[:2] == (0, QUOTE)


async def test_arrows_go_from_dot_to_dot_and_enter_answers_with_it(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk)
        await desk.press("l")
        assert "Nobody saw it coming" in desk.text()
        await desk.press("j")
        assert "A barge struck its" in desk.text()
        await desk.press("up", "enter")
        assert went_to(answers) == (0, QUOTE, 1)


async def test_n_goes_through_all_matches_in_order(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk)
        await desk.press("n", "n", "n", "N", "N", "N", "n", "enter")
        assert went_to(answers)[1] == QUOTE


@pytest.mark.parametrize("key", ["escape", "q", "o"])
async def test_it_closes_without_an_answer(run: Run, articles: list[Path], key: str) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk)
        await desk.press(key)
        assert answers == [None]
        assert desk.panes.state.active == 0


async def test_tab_goes_to_the_next_pair_of_articles(run: Run, articles: list[Path]) -> None:
    async with run(*articles) as desk:
        answers = await overview(desk)
        await desk.press("tab")
        assert "C ↓  " in desk.text()
        await desk.press("tab", "tab")
        assert "B ↓  " in desk.text()
        await desk.press("shift+tab", "enter")
        assert answers[0] is not None
        assert (answers[0].article, answers[0].link.other) == (1, 2)


async def test_either_article_may_lie_across(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk, 1, 0)
        assert "B →  " in desk.text()
        await desk.press("enter")
        assert went_to(answers)[0] == 1


async def test_a_click_goes_to_the_nearest_dot_and_two_clicks_answer(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk)
        plot = desk.app.screen.query_one(DotPlotView)
        await desk.pilot.click(plot, offset=(plot.size.width - 2, 2))
        await desk.settle()
        assert "Nobody saw it coming" in desk.text()
        assert answers == []
        await desk.pilot.click(plot, offset=(3, plot.size.height - 2), times=2)
        await desk.settle()
        assert went_to(answers)[1] == BARGE


async def test_the_cursor_stays_on_its_match_when_the_screen_changes_its_size(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        answers = await overview(desk)
        await desk.press("l")
        await desk.pilot.resize_terminal(60, 20)
        await desk.settle()
        await desk.press("enter")
        assert went_to(answers)[1] == QUOTE


async def test_where_nothing_matches_it_says_so_and_every_key_is_harmless(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        desk.panes.state.comparison.threshold = 100.5
        answers = await overview(desk)
        assert "No match scores" in desk.text()
        await desk.press("l", "n", "enter", "tab")
        plot = desk.app.screen.query_one(DotPlotView)
        await desk.pilot.click(plot, times=2)
        assert answers == []
        await desk.press("q")
        assert answers == [None]


async def test_dots_are_blocks_on_a_terminal_without_braille(
    run: Run, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with run(*articles[:2]) as desk:
        await overview(desk)
        assert "■" in desk.text()


async def test_titles_and_sentences_are_shown_and_never_parsed(run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in paths:
        said = f"He said {HOSTILE} and left. {ESCAPES}"
        path.write_text(f"---\ntitle: '{HOSTILE}'\n---\n\n{said}\n", encoding="utf-8")
    async with run(*paths, size=(200, 40)) as desk:
        await overview(desk)
        assert desk.text().count("[@click=app.quit]press[/]") == 4
        assert not [c for c in desk.text() if c != "\n" and (ord(c) < 32 or c in "\x9b\u202e")]
