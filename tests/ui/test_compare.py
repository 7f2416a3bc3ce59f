"""The compare screen: reading and comparing."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from reader.articles.model import Role
from reader.ui.commands import Context, commands_of
from reader.ui.compare.card.match_card import MatchCard
from reader.ui.compare.screen import CompareScreen
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handler_of
from tests.ui.conftest import FIRST, Desk, Running
from tests.unit.articles.test_page_text import WITH_OTHER_STORIES, written

Run = Callable[..., Running]

QUOTE = '"Nobody saw it coming," said Mayor Ada Quill.'


async def test_two_files_open_side_by_side(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        assert "The old bridge at Merrowick" in desk.text()
        assert "Traders fear an empty spring." in desk.text()


@pytest.mark.parametrize(("width", "visible"), [(40, 1), (80, 2), (120, 3)])
async def test_as_many_articles_stand_side_by_side_as_fit(
    run: Run, articles: list[Path], width: int, visible: int
) -> None:
    async with run(*articles, size=(width, 24)) as desk:
        assert len(desk.panes.state.arrangement.visible) == visible


async def test_articles_that_do_not_fit_are_tabs(run: Run, articles: list[Path]) -> None:
    async with run(*articles, size=(40, 20)) as desk:
        assert "C A" in desk.text().splitlines()[0]
        await desk.press("tab", "tab")
        assert "The harbour master has opened an" in desk.text()


async def test_the_text_that_a_page_has_outside_its_article_is_told_and_restored(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    async with run(articles[0], written(tmp_path, WITH_OTHER_STORIES)) as desk:
        assert "Ferries stop: the page has 137 words more than were taken." in desk.told()
        assert "Press B to list and restore them." in desk.told()
        await desk.press("tab", "B", "end", "enter")
        assert all(p.role is Role.BODY for p in desk.panes.state.view.layout.article.paragraphs)


def _corrected(folder: Path, name: str, welders: int) -> Path:
    path = folder / name
    path.write_text(
        f"{FIRST}\n\nAn earlier version of this story said that {welders} welders had worked on the bridge."
        "\n\n© 2021 The Brede Post. All rights reserved.\n",
        encoding="utf-8",
    )
    return path


async def test_differences_in_boilerplate_are_told_until_it_is_restored(run: Run, tmp_path: Path) -> None:
    paths = [_corrected(tmp_path, "a.txt", 12), _corrected(tmp_path, "b.txt", 19)]
    notice = "1 difference in lines set apart as boilerplate. Press B to list and restore them."
    async with run(*paths) as desk:
        assert desk.told().count(notice) == 1
        await desk.press("B", "end", "enter")
        await desk.settle()
        await desk.press("tab", "B", "end", "enter")
        await desk.settle()
        assert desk.told().count(notice) == 2  # once more while only one of the two lines is restored


async def test_articles_without_such_differences_are_opened_without_a_notice(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles) as desk:
        assert "set apart" not in desk.told()


async def test_next_and_previous_match(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n")
        assert "injuring 12 people" in desk.current_sentence
        await desk.press("n")
        assert desk.current_sentence == QUOTE
        await desk.press("N")
        assert "injuring 12 people" in desk.current_sentence


async def test_enter_goes_to_the_counterpart(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "enter")
        assert desk.panes.state.active == 1
        assert "injuring 21 people" in desk.current_sentence


async def test_the_card_shows_both_sentences_the_score_and_what_differs(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n")
        card = str(desk.app.screen.query_one(MatchCard).content)
        assert "injuring 12 people" in card
        assert "injuring 21 people" in card
        assert "the number differs: “12” and “21”" in card
        assert "match 1 of 2" in str(desk.app.screen.query_one(MatchCard).title)


async def test_a_sentence_that_only_one_article_has_is_said_to_be_so(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("G")
        assert "Only in this article" in str(desk.app.screen.query_one(MatchCard).content)


async def test_one_article_alone_says_how_to_compare(run: Run, articles: list[Path]) -> None:
    async with run(articles[0]) as desk:
        assert "Only one article is open." in str(desk.app.screen.query_one(MatchCard).content)


async def test_a_higher_threshold_hides_weaker_matches_and_a_lower_one_brings_them_back(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        comparison = desk.panes.state.comparison
        before = comparison.linked(0)
        await desk.press(*["+"] * 20)
        assert len(comparison.linked(0)) < len(before)
        await desk.press(*["-"] * 10)
        assert comparison.linked(0) == before


async def test_space_and_b_turn_pages(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(80, 16)) as desk:
        await desk.press("space")
        assert desk.panes.state.view.first_row > 0
        await desk.press("b")
        assert desk.panes.state.view.first_row == 0


async def test_the_other_article_follows_unless_it_is_set_free(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(80, 16)) as desk:
        await desk.press("G")
        assert desk.panes.state.views[1].first_row > 0
        await desk.press("g", "s", "s", "G")
        assert "free" in desk.text()
        assert desk.panes.state.views[1].first_row == 0


async def test_a_click_puts_the_cursor_on_a_sentence(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        x, y = place_of(desk, "Traders fear")
        await desk.pilot.click(offset=(x + 2, y))
        await desk.settle()
        assert desk.current_sentence == "Traders fear an empty spring."


async def test_the_wheel_scrolls_the_article_under_the_pointer(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(80, 16)) as desk:
        await desk.press("s", "s")
        await desk.pilot._post_mouse_events([events.MouseScrollDown], offset=(60, 6), button=0)
        await desk.settle()
        assert [view.first_row for view in desk.panes.state.views] == [0, 3]


async def test_a_click_on_a_key_of_the_last_line_presses_it(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        x, y = place_of(desk, "next")
        await desk.pilot.click(offset=(x, y))
        await desk.settle()
        assert "injuring 12 people" in desk.current_sentence


async def test_what_is_set_apart_is_listed_with_reasons_restored_and_remembered(
    run: Run, articles: list[Path]
) -> None:
    articles[0].write_text(f"{FIRST}\nSign up for our weekly newsletter\n")
    clutter = "Sign up for our weekly newsletter"
    async with run(*articles[:2]) as desk:
        assert roles(desk)[-1] is Role.BOILERPLATE
        await desk.press("B")
        assert "newsletter" in desk.text()
        await desk.press("enter")
        assert roles(desk)[-1] is Role.BODY
    async with run(articles[0].parent) as desk:
        await desk.press("enter")
        assert roles(desk)[-1] is Role.BODY
        await desk.press("B")
        assert clutter in desk.text()
        await desk.press("enter")
        assert roles(desk)[-1] is Role.BOILERPLATE


async def test_every_command_of_the_screens_is_handled_there(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        for keys, context in (((), Context.PANES), ((), Context.COMPARE), (("o",), Context.OVERVIEW)):
            await desk.press(*keys)
            assert [c.id for c in commands_of(context) if not handler_of(c.id, [desk.app.screen])] == []


async def test_escape_cancels_one_thing_at_a_time_and_the_search_last(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("slash")
        await desk.type("ferry")
        await desk.press("enter", "p", "v")
        for state in ("p pins a match for", "found"):  # with a pin goes what is selected for it
            assert state in desk.text().splitlines()[-1]
            await desk.press("escape")
        assert "found" not in desk.text().splitlines()[-1]


async def test_help_lists_every_key_of_the_screen(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("question_mark")
        assert "Go to the next match; while finding, to the next hit" in desk.text()
        await desk.press("escape")
        assert "next" in desk.text()


async def test_the_window_may_be_resized(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n")
        for size in ((40, 20), (200, 50), (9, 4), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
        assert desk.current_sentence == QUOTE
        assert "Nobody saw it coming" in desk.text()


def roles(desk: Desk) -> list[Role]:
    """What the paragraphs of the active article are."""
    return [paragraph.role for paragraph in desk.panes.state.view.layout.article.paragraphs]


def place_of(desk: Desk, words: str) -> tuple[int, int]:
    """The cell and row at which words stand on the screen, below the titles."""
    rows = desk.text().splitlines()
    y = next(number for number, row in enumerate(rows) if words in row and number >= 3)
    return rows[y].index(words), y


async def test_slash_finds_in_all_articles_as_it_is_typed(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("slash")
        await desk.type("barge struck")
        assert "found A 1 · B 1" in desk.text()
        assert "A barge struck" in desk.current_sentence
        await desk.press("enter", "n")
        assert desk.panes.state.active == 1
        await desk.press("N")
        assert desk.panes.state.active == 0


async def test_escape_ends_finding_and_goes_back(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("j", "slash")
        await desk.type("ferries")
        await desk.press("enter", "escape")
        assert "injuring 12 people" in desk.current_sentence
        assert "found" not in desk.text()
        await desk.press("n")
        assert desk.current_sentence == QUOTE


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("/\\bpier\\b/", "found A 1 · B 1"),
        ("/(/", "not a regular expression"),
        ("~mayer ada quil", "found A 1 · B 1"),
    ],
)
async def test_expressions_and_misspelt_words_are_found(
    run: Run, articles: list[Path], query: str, said: str
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("slash")
        desk.app.screen.query_one(FindLine).value = query
        await desk.settle()
        assert said in desk.text()


async def test_escape_after_finding_twice_goes_back_to_where_the_first_began(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("j", "enter", "tab", "j")
        before = [view.cursor for view in desk.panes.state.views]
        for word in ("ferries", "spring"):
            await desk.press("slash")
            desk.app.screen.query_one(FindLine).value = word
            await desk.press("enter")
        await desk.press("escape")
        assert [view.cursor for view in desk.panes.state.views] == before


async def test_restoring_a_line_keeps_threshold_and_scrolling(run: Run, articles: list[Path]) -> None:
    articles[0].write_text(f"{FIRST}\nSign up for our weekly newsletter\n")
    async with run(*articles[:2]) as desk:
        await desk.press("+", "s", "B", "enter")
        assert "≥61 · offset" in desk.text()


async def test_what_was_scrolled_to_stays_when_the_window_is_resized(run: Run, articles: list[Path]) -> None:
    articles[0].write_text(FIRST * 20)
    async with run(*articles[:2], size=(80, 24)) as desk:
        desk.panes.update(lambda state: state.scrolling.scroll_to(0, 40))
        await desk.pilot.resize_terminal(80, 23)
        await desk.settle()
        assert desk.panes.state.views[0].first_row == 40


async def test_screens_that_were_closed_leave_no_memory_behind(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        for _ in range(3):
            await desk.press("enter", "q")
        gc.collect()
        assert sum(isinstance(thing, CompareScreen) for thing in gc.get_objects()) <= 1


async def test_of_a_line_that_is_set_apart_the_card_says_so(run: Run, articles: list[Path]) -> None:
    articles[0].write_text("Photo: Jo Weber\n\n" + FIRST, encoding="utf-8")
    async with run(*articles[:2]) as desk:
        await desk.press("g")
        assert "Boilerplate (photo credit" in str(desk.app.screen.query_one(MatchCard).content)
