"""Reading on the compare screen: what is shown, going far and back, going on the next day."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.matching.model import Kind
from reader.ui.compare.card.match_card import MatchCard
from tests.conftest import SAMPLE
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]

QUOTE = '"Nobody saw it coming," said Mayor Ada Quill.'
FERRIES = "Ferries will run every ten minutes until the summer."


def looks(desk: Desk, words: str, name: str) -> bool:
    """Whether these words, on one row of the screen, are drawn with all that a style name says."""
    style = desk.panes._style_of(name)
    for strip in desk.app.screen._compositor.render_strips():
        for segment in strip:
            if words in segment.text and segment.style:
                return all(
                    getattr(segment.style, trait) == getattr(style, trait)
                    for trait in ("color", "underline", "bold")
                )
    raise AssertionError(f"{words!r} is not on the screen")


async def test_only_here_steps_through_what_the_other_article_does_not_say(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("i", "n")
        assert desk.current_sentence == FERRIES
        assert "only here" in desk.text()


async def test_only_here_marks_those_sentences_and_i_ends_it(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("i")
        assert "◇ Ferries will run" in desk.text()
        await desk.press("i")
        assert "◇" not in desk.text()


async def test_x_goes_to_matches_that_differ_only(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("x")
        assert "injuring 12 people" in desk.current_sentence
        await desk.press("x")
        assert "injuring 12 people" in desk.current_sentence
        assert "No further match with a difference" in desk.told()


async def test_kinds_of_matches_are_hidden_live(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        comparison = desk.panes.state.comparison
        await desk.press("f", "down", "down", "enter", "escape")
        assert comparison.hidden == {Kind.QUOTE}
        await desk.press("n", "n")
        assert desk.current_sentence != QUOTE
        assert "some kinds" in desk.text()


async def test_the_words_that_differ_are_shown_in_the_text(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        assert not looks(desk, "12", "differs")
        await desk.press("w")
        assert looks(desk, "12", "differs")
        await desk.press("w")
        assert not looks(desk, "12", "differs")


async def test_the_measure_is_narrowed_and_widened(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        before = desk.panes.state.arrangement.columns[0].width
        await desk.press("<")
        assert desk.panes.state.arrangement.columns[0].width == before - 4
        await desk.press(">")
        assert desk.panes.state.arrangement.columns[0].width == before


async def test_the_measure_never_leaves_the_screen_or_the_readable(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(80, 24)) as desk:
        widest = desk.panes.state.arrangement.columns[0].width
        await desk.press(*[">"] * 9)
        assert desk.panes.state.arrangement.columns[0].width == widest
        await desk.press(*["<"] * 9)
        assert desk.panes.state.arrangement.columns[0].width == 30


async def test_ctrl_o_goes_back_over_jumps(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        first = desk.current_sentence
        await desk.press("G", "ctrl+o")
        assert desk.current_sentence == first
        await desk.press("ctrl+o")
        assert "no earlier place to go back to" in desk.told()


async def test_a_place_is_marked_and_gone_to_after_a_restart_too(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "M", "x", "g", "'", "x")
        assert desk.current_sentence == QUOTE
        await desk.press("g")
    async with run(*articles[:2]) as desk:
        await desk.press("g", "'", "x")
        assert desk.current_sentence == QUOTE


async def test_the_reading_goes_on_where_it_stood(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n")
    async with run(*articles[:2]) as desk:
        assert desk.current_sentence == QUOTE
        assert "Continued where you stopped" in desk.told()


async def test_another_pair_begins_at_its_top(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("G")
    async with run(articles[0], articles[2]) as desk:
        assert "The old bridge" in desk.current_sentence


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("V", QUOTE),
        ("P", QUOTE),
        ('"', "Nobody saw it coming,"),
    ],
)
async def test_sentence_paragraph_and_quotation_are_selected_by_a_key(
    run: Run, articles: list[Path], key: str, words: str
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", key, "h")
    (kept,) = desk.kept()
    assert kept.targets[0].quote.exact == words


async def test_whole_sentences_are_taken_in_by_the_moving_keys(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "V", "j", "h")
    (kept,) = desk.kept()
    assert kept.targets[0].quote.exact == f"{QUOTE}\n\n{FERRIES}"


async def test_an_article_behind_a_tab_takes_the_place_of_the_one_left_longest(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles, size=(80, 24)) as desk:
        assert desk.panes.state.arrangement.visible == (0, 1)
        await desk.pilot.click(offset=(70, 0))
        await desk.settle()
        assert desk.panes.state.arrangement.visible == (0, 2)
        assert "The harbour master" in desk.text()


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_finds_a_command_by_name(run: Run, articles: list[Path], key: str) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press(key)
        await desk.type("next match")
        await desk.press("enter")
        await desk.settle()
        assert "injuring 12 people" in desk.current_sentence


async def test_digits_give_the_tags_used_most(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("casualties")
        await desk.press("enter", "G", "1")
    assert [annotation.tags for annotation in desk.kept()] == [("casualties",), ("casualties",)]


async def test_a_digit_takes_the_tag_off_again(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("claim")
        await desk.press("enter", "1")
    assert desk.kept()[0].tags == ()


async def test_the_boundaries_of_an_annotation_are_moved_by_keys(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "h", "z", "left", "left", "z")
        assert len(desk.kept()) == 1
    assert desk.kept()[0].targets[0].quote.exact == '"Nobody saw it coming," said Mayor Ada'


async def test_the_other_boundary_is_moved_after_o(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "h", "z", "o", "l", "z")
    quote = desk.kept()[0].targets[0].quote.exact
    assert quote.endswith("said Mayor Ada Quill.")
    assert len(quote) < len(QUOTE)


async def test_a_difference_is_annotated_at_its_own_words(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "m", "up", "up", "enter")
    (kept,) = desk.kept()
    assert kept.relation == "differs: number"
    assert [target.quote.exact for target in kept.targets] == ["12", "21"]


async def test_shift_and_a_click_extend_what_is_selected(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        rows = desk.text().splitlines()
        y = next(n for n, row in enumerate(rows) if "Ferries will" in row)
        x = rows[y].index("Ferries")
        await desk.press("n", "n")
        await desk.pilot.click(offset=(x + len("Ferries"), y), shift=True)
        await desk.press("h")
    assert desk.kept()[0].targets[0].quote.exact == f"{QUOTE}\n\nFerries"


async def test_the_card_lists_every_annotation_here(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("G", "h", "V", "t")
        await desk.type("one")
        await desk.press("enter", "v", "t")
        await desk.type("two")
        await desk.press("enter")
        card = str(desk.app.screen.query_one(MatchCard).content)
        assert "#one" in card
        assert "#two" in card


async def test_the_current_match_is_explained_in_full(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2], size=(60, 24)) as desk:
        await desk.press("n", "K")
        shown = desk.text()
        assert "the number differs: “12” and “21”" in shown
        assert "out of 100, made up of" in shown
        await desk.press("escape")
        assert "out of 100" not in desk.text()


async def test_no_click_drag_or_wheel_anywhere_makes_a_selection_that_leaks(
    run: Run, articles: list[Path]
) -> None:
    chance = random.Random(5)
    async with run(*articles, size=(110, 30)) as desk:
        for _ in range(200):
            x, y = chance.randrange(110), chance.randrange(22)
            what = chance.choice(("click", "shift", "double", "drag", "wheel"))
            if what == "drag":
                await desk.pilot.mouse_down(offset=(x, y))
                await desk.pilot.hover(offset=(chance.randrange(110), chance.randrange(30)))
                await desk.pilot.mouse_up(offset=(chance.randrange(110), chance.randrange(30)))
            elif what == "wheel":
                desk.panes.update(
                    lambda state: state.scrolling.scroll_by(state.active, chance.choice((-3, 3)))
                )
            else:
                await desk.pilot.click(offset=(x, y), shift=what == "shift", times=1 + (what == "double"))
            state = desk.panes.state
            for number, view in enumerate(state.views):
                assert view.selection is None or number == state.active
                assert all(0 <= end <= len(view.layout.article.text) for end in view.selection or ())


async def test_what_was_restored_and_where_the_reading_stood_are_both_there_again(
    run: Run, articles: list[Path]
) -> None:
    articles[0].write_text("Photo: Jo Weber\n\n" + articles[0].read_text(), encoding="utf-8")
    async with run(*articles[:2]) as desk:
        await desk.press("B", "enter", "n", "n")
        before = desk.current_sentence
    async with run(*articles[:2]) as desk:
        assert desk.panes.state.comparison.articles[0].paragraphs[0].role == "body"
        assert desk.current_sentence == before


async def test_the_palette_works_over_the_help(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("question_mark", "ctrl+p")
        await desk.type("history")
        await desk.press("enter")
        assert "Nothing has been changed yet" in desk.text()


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        (["v"], "selecting"),
        (["p"], "p pins"),
        (["h", "z"], "move an end"),
        (["slash", *"pier", "enter"], "found A 1"),
    ],
)
async def test_q_ends_what_was_begun_as_escape_does_and_leaves_then(
    run: Run, articles: list[Path], begun: list[str], said: str
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press(*begun)
        assert said in desk.text()
        await desk.press("q")
        assert said not in desk.text()
        assert desk.app.is_running
        await desk.press("q")
        assert not desk.app.is_running


async def test_a_sentence_with_one_counterpart_or_none_says_so(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press(".")
        assert desk.told().splitlines()[-1].startswith("No counterpart")
        await desk.press("n", ".")
        assert desk.told().splitlines()[-1] == "This is the only counterpart."
    async with run(*articles) as desk:
        await desk.press("n", ".")
        assert desk.told() == ""


async def test_on_a_smaller_screen_the_sentence_that_the_card_speaks_of_is_in_view(run: Run) -> None:
    two = sorted((SAMPLE / "coalition-2015").iterdir())[:2]
    async with run(*two, size=(120, 50)) as desk:
        await desk.press(*["j"] * 12)
        sentence = desk.current_sentence
    async with run(*two, size=(80, 18)) as desk:
        assert desk.current_sentence == sentence
        assert desk.panes.state.scrolling.is_cursor_in_view()
