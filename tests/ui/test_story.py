"""The story screen: three articles at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from reader.articles.corpus import open_corpus
from reader.base.letters import letter
from reader.story.build import build_story
from reader.story.model import Story
from reader.story.pairs import align_pairs
from reader.ui.compare.screen import CompareScreen
from reader.ui.kit.preview import Preview
from reader.ui.kit.row_table import RowTable
from reader.ui.library.screen import LibraryScreen
from reader.ui.story.rows import StoryRows
from tests.conftest import SAMPLE
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]


COALITION = SAMPLE / "coalition-2015"
BRIDGE = SAMPLE / "harbour-bridge"


def told_in(folder: Path) -> Story:
    """What is known of the articles of a folder."""
    return build_story(align_pairs(open_corpus([folder]).articles))


def told_beside(desk: Desk) -> list[tuple[str, int]]:
    """Of each article on screen, the cursor's sentence and the row where it begins."""
    found = []
    for _number, view, _column in desk.panes.state.on_screen():
        assert view.sentence is not None
        words = view.layout.article.text[view.sentence.start : view.sentence.end]
        found.append((" ".join(words.split()), view.layout.row_of(view.sentence.start) - view.first_row))
    return found


async def row_of_list(desk: Desk, tabs: int, row: int = 0) -> None:
    """Opens a row of a list of the story."""
    await story(desk)
    await desk.press(*["tab"] * tabs, *["j"] * row, "enter")
    assert isinstance(desk.app.screen, CompareScreen)


async def story(desk: Desk) -> None:
    """From the library, of all that is listed."""
    await desk.press("S")
    await desk.settle()


async def test_what_several_articles_say_is_listed_with_who_says_it(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        assert "A barge struck" in desk.text()
        assert "A B C" in desk.text()


async def test_figures_that_differ_are_told_apart(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press("tab")
        assert "facts" in desk.text()
        assert "12" in desk.text()
        assert "21" in desk.text()
        assert "≠" in desk.text()


async def test_the_lists_are_gone_through_by_tab_and_by_a_click(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        row = desk.text().splitlines()[0]
        await desk.pilot.click(offset=(row.index("only in one") + 2, 0))
        await desk.settle()
        assert "The harbour master has opened an inquiry." in desk.text()
        await desk.press("tab")
        assert "%" in desk.text()


async def test_enter_opens_the_passages_side_by_side(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press("enter")
        assert "A barge struck" in desk.current_sentence
        await desk.press("q")
        assert "A B C" in desk.text()


async def test_a_story_is_told_of_the_articles_that_are_open(run: Run, articles: list[Path]) -> None:
    async with run(*articles) as desk:
        await story(desk)
        assert "A B C" in desk.text()


async def test_two_articles_are_no_story(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await story(desk)
        assert desk.told() == "A story needs 3 to 50 articles, not 2; open 3 to 50."


async def test_the_story_is_written_to_a_file_and_never_over_another(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        for _ in range(2):
            await desk.press("w", *["backspace"] * len("story.md"))
            await desk.type(str(tmp_path / "story.md"))
            await desk.press("enter")
        assert "already exists" in desk.told()
    assert "A barge struck" in (tmp_path / "story.md").read_text(encoding="utf-8")


async def test_whoever_leaves_the_story_is_still_told_that_it_is_written(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press("w", *["backspace"] * len("story.md"))
        await desk.type(str(tmp_path / "story.md"))
        await desk.press("enter", "q")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert "written to" in desk.told()


async def test_a_stricter_threshold_leaves_only_what_is_sure(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press(*["+"] * 5)
        assert "≥81" in desk.text()


async def test_after_a_click_on_a_tab_the_keys_are_still_the_lists(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        row = desk.text().splitlines()[0]
        await desk.pilot.click(offset=(row.index("overlap") + 2, 0))
        await desk.press("j")
        assert desk.app.screen.query_one(RowTable).cursor == 1


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_whatever_the_size_the_heading_says_what_is_listed_and_who_the_letters_are(
    run: Run, size: tuple[int, int]
) -> None:
    async with run(SAMPLE / "harbour-bridge", size=size) as desk:
        await story(desk)
        heading = " ".join(desk.text().splitlines()[2:5])
        assert "16 passages in several articles" in heading
        assert all(name in heading for name in ("A Haly", "B Dail", "C Mer", "D Spa"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_figures_that_differ_and_that_agree_are_marked_and_counted(
    run: Run, size: tuple[int, int]
) -> None:
    agreed = sorted(fact.agreed for fact in told_in(BRIDGE).facts)
    async with run(BRIDGE, size=size) as desk:
        await story(desk)
        await desk.press("tab")
        assert f"≠ {agreed.count(False)} differ, = {agreed.count(True)} agree" in desk.text()
        assert "cost of" in desk.text()
        await desk.press("G")
        assert ": the articles agree" in desk.text()


async def test_the_chosen_row_tells_who_credits_whom(run: Run) -> None:
    async with run(SAMPLE / "harbour-bridge", size=(80, 24)) as desk:
        await story(desk)
        await desk.press("j")
        assert "3 of 4" in desk.text()
        assert "credits Halyard News" in " ".join(desk.text().split())


async def test_shares_that_there_is_no_room_for_are_told_of_the_chosen_row(run: Run) -> None:
    async with run(SAMPLE, size=(40, 20)) as desk:
        await story(desk)
        await desk.press(*["tab"] * 5)
        assert desk.text().count("…%") == 0
        assert "is also said by" in " ".join(desk.text().split())


async def test_enter_on_a_figure_opens_the_articles_that_tell_it(run: Run) -> None:
    async with run(SAMPLE / "harbour-bridge") as desk:
        await story(desk)
        await desk.press("tab", "enter")
        assert "injuring 12 people" in desk.current_sentence


async def test_the_library_and_the_story_give_the_same_shares(run: Run) -> None:
    async with run(SAMPLE / "harbour-bridge", size=(120, 40)) as desk:
        await desk.press("space")
        told = [line.split()[-1] for line in desk.text().splitlines() if " A " in line and "%" in line]
        assert len(told) == 3
        await story(desk)
        await desk.press(*["tab"] * 5)
        shares = [line for line in desk.text().splitlines() if line.startswith((" B ", " C ", " D "))]
        assert len(shares) == 3
        assert all(share in line for share, line in zip(told, shares, strict=True))


async def test_what_has_moved_is_opened_with_the_passages_side_by_side(run: Run) -> None:
    async with run(SAMPLE / "coalition-2015", size=(120, 16)) as desk:
        await story(desk)
        await desk.press("tab", "tab", "tab")
        assert "early in one article, late in another" in desk.text()
        await desk.press("enter")
        await desk.settle()
        rows = desk.text().splitlines()
        assert any("State has killed thousands" in row and "killed 50 percent" in row for row in rows)


async def test_values_that_stand_in_no_sentence_open_where_their_articles_tell_of_it(run: Run) -> None:
    speakers = [n for n, row in enumerate(StoryRows(told_in(BRIDGE)).facts()) if "Okonjo" in row.cells[2]]
    async with run(BRIDGE) as desk:
        await row_of_list(desk, tabs=1, row=speakers[0])
        assert len(desk.panes.state.views) == 2
        assert all("We heard it before we felt it" in sentence for sentence, _row in told_beside(desk))


@pytest.mark.parametrize("folder", [BRIDGE, COALITION], ids=lambda folder: str(folder.name))
def test_each_row_opens_every_article_that_its_letters_name(folder: Path) -> None:
    rows = StoryRows(told_in(folder))
    lists = (
        (rows.clusters(), 1),
        (rows.facts(), 4),
        (rows.omitted(), 1),
        (rows.moved(), 2),
        (rows.only_in_one(), 1),
    )
    for row, cells in ((row, row.cells[:named]) for listed, named in lists for row in listed):
        opened = [letter(number) for number, _offset in row.places]
        assert len(opened) == len(set(opened)) > 1
        assert set(opened) >= {word for word in cells[-1].split() if word in "ABCD"}
    assert all(len(row.places) > 1 for row in (*rows.copies(), *rows.shares()))


async def test_versions_that_differ_are_opened_beside_one_another_and_keep_their_letters(run: Run) -> None:
    told = [row.cells[2] for row in StoryRows(told_in(COALITION)).facts()]
    dead = [n for n, said in enumerate(told) if "≠ more than 10,000" in said]
    async with run(COALITION) as desk:
        await row_of_list(desk, tabs=1, row=dead[0])
        (one, _), (other, _), *_ = told_beside(desk)
        assert "killed thousands of the group's fighters" in one
        assert "killed more than 10,000" in other
        titles = desk.text().splitlines()[0]
        assert titles.index(" A Thousands of") < titles.index(" D More than 10,000") < titles.index(" C A ")
        await desk.press("/")
        await desk.type("Blinken")
        assert "found D " in desk.text()


async def test_copied_words_are_opened_in_both_articles(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await row_of_list(desk, tabs=6)
        assert desk.text().startswith(" C ")
        assert {sentence for sentence, _row in told_beside(desk)} == {
            "A barge struck its eastern pier at dawn, injuring 12 people."
        }


async def test_what_one_article_has_alone_is_opened_beside_the_others(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await story(desk)
        await desk.press("tab", "tab", "tab", "tab", "G", "enter")
        assert desk.current_sentence == "The harbour master has opened an inquiry."
        assert "Only in this article: no other open article says anything similar." in desk.text()
        assert "The old bridge at Merrowick" in desk.text()
        assert len(desk.panes.state.views) == 3


async def test_a_share_opens_the_article_beside_those_that_have_its_words(
    run: Run, articles: list[Path]
) -> None:
    async with run(articles[0].parent) as desk:
        await row_of_list(desk, tabs=5, row=2)
        assert desk.current_sentence.startswith("A barge struck its eastern pier")
        assert len(desk.panes.state.views) == 3


async def test_what_is_left_out_is_opened_beside_the_article_that_lacks_it(run: Run) -> None:
    lacking = next(StoryRows(told_in(COALITION)).omitted()).cells[0].split()[0]
    async with run(COALITION, size=(100, 30)) as desk:
        await row_of_list(desk, tabs=2)
        state = desk.panes.state
        assert lacking in [state.comparison.letter(number) for number in state.arrangement.visible]


async def test_what_has_moved_stands_on_one_row_though_one_article_ends_there(run: Run) -> None:
    async with run(COALITION, size=(120, 40)) as desk:
        await row_of_list(desk, tabs=3)
        rows = desk.text().splitlines()
        assert any("(Halyard) — The campaign" in row and "The campaign, he" in row for row in rows)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_what_there_is_no_room_for_is_counted_and_scrolled_to(run: Run, size: tuple[int, int]) -> None:
    async with run(COALITION, size=size) as desk:
        await story(desk)
        assert "more lines: " in desk.text()
        assert "D Crossroads World Television (" not in desk.text()
        await desk.press(*["ctrl+d"] * 9)
        assert "D Crossroads World Television (" in desk.text()
        assert "more lines: " not in desk.text()
        await desk.press("j")
        assert "3 articles, 2 independent accounts" in desk.text()


async def test_the_wheel_scrolls_the_chosen_row(run: Run) -> None:
    async with run(COALITION, size=(80, 24)) as desk:
        await story(desk)
        await desk.pilot._post_mouse_events([events.MouseScrollDown] * 9, Preview, offset=(9, 3), button=0)
        await desk.settle()
        assert "4 articles, all from one account" not in desk.text()
        assert "D Crossroads World Television (" in desk.text()


async def test_a_narrow_screen_says_how_to_leave(run: Run) -> None:
    async with run(BRIDGE, size=(40, 20)) as desk:
        await story(desk)
        assert "q back" in desk.text().splitlines()[-1]
