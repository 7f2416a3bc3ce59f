"""The library screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from reader.articles.loading import load
from reader.articles.model import Role
from reader.articles.recurring import REASON
from reader.shelf.folder import kept_paths
from reader.shelf.session import Session
from reader.ui.compare.screen import CompareScreen
from reader.ui.library.screen import LibraryScreen
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]

LONG = " ".join(f"The levee held for the {n}th hour, and the town behind it slept." for n in range(4, 30))


async def test_a_folder_is_listed_with_titles_and_words(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        assert "The old bridge at Merrowick was closed on Monday." in desk.text()
        assert "3 articles" in desk.text()


async def test_two_marked_articles_are_compared_in_the_order_of_marking(
    run: Run, articles: list[Path]
) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("j", "space", "k", "k", "space", "enter")
        assert isinstance(desk.app.screen, CompareScreen)
        shown = [view.layout.article.path for view in desk.panes.state.views]
        assert [Path(path).name for path in shown] == ["second.txt", "first.txt"]


async def test_a_mark_is_taken_off_again(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("space", "k", "space")
        assert "Space marks" in desk.text()


async def test_one_marked_article_is_compared_with_the_one_under_the_cursor(
    run: Run, articles: list[Path]
) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("space", "enter")
        assert len(desk.panes.state.views) == 2


async def test_without_a_mark_the_article_under_the_cursor_is_read(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("enter")
        assert len(desk.panes.state.views) == 1
        await desk.press("q")
        assert isinstance(desk.app.screen, LibraryScreen)


async def test_the_annotations_of_each_article_are_counted(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("enter", "h", "j", "h", "q")
        row = next(line for line in desk.text().splitlines() if "The old bridge" in line)
        assert row.rstrip().endswith("2")


async def test_a_file_that_cannot_be_read_says_why_and_the_others_are_listed(
    run: Run, articles: list[Path]
) -> None:
    (articles[0].parent / "empty.txt").write_text("")
    async with run(articles[0].parent) as desk:
        assert "cannot be read" in desk.text()
        assert "empty.txt" in desk.text()
        await desk.press("enter")
        assert isinstance(desk.app.screen, LibraryScreen)
        await desk.press("j", "enter")
        assert isinstance(desk.app.screen, CompareScreen)


async def test_the_article_under_the_cursor_is_previewed(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        assert "Ferries will run every ten minutes" in desk.text()
        await desk.press("j")
        assert "Traders fear an empty spring." in desk.text()


async def test_what_is_typed_finds_titles_sources_and_texts(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("slash")
        await desk.type("harbour master")
        assert "1 of 3 articles" in desk.text()
        await desk.press("enter", "enter")
        assert "The harbour master has opened" in desk.text()


async def test_a_mistyped_title_is_found(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("slash")
        await desk.type("merowick")
        assert "The old bridge at Merrowick" in desk.text()
        await desk.press("enter", "escape")
        assert "3 articles" in desk.text()


async def test_o_sorts_and_a_click_on_a_label_does_too(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("o")
        assert titles(desk)[0].startswith("A barge struck")
        x = next(row for row in desk.text().splitlines() if "Words" in row).index("Words")
        await desk.pilot.click(offset=(x, 2))
        await desk.settle()
        words = [words_of(row) for row in titles(desk)]
        assert words == sorted(words)
        await desk.pilot.click(offset=(x, 2))
        await desk.settle()
        assert [words_of(row) for row in titles(desk)] == words[::-1]


async def test_marked_articles_tell_how_much_of_the_others_they_share(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("space")
        first, second, third = titles(desk)
        assert "%" not in first
        assert second.endswith("A 63%")
        assert third.endswith("A 61%")


async def test_an_article_that_was_deleted_meanwhile_is_told_and_nothing_breaks(
    run: Run, articles: list[Path]
) -> None:
    async with run(articles[0].parent) as desk:
        articles[0].unlink()
        await desk.press("space", "k", "enter")
        assert any("first.txt" in notification.message for notification in desk.app._notifications)
        assert isinstance(desk.app.screen, LibraryScreen)


async def test_the_last_comparison_is_opened_again(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("space", "space", "enter", "q")
    async with run(articles[0].parent) as desk:
        await desk.press("r", "enter")
        names = [Path(view.layout.article.path).name for view in desk.panes.state.views]
        assert names == ["first.txt", "second.txt"]


async def test_a_file_is_added_to_the_shelf_and_opened_at_the_next_launch(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><title>Levee holds</title><body><article><h1>Levee holds</h1><p>{LONG}</p></article>"
    )
    async with run(articles[0].parent) as desk:
        await desk.press("plus")
        desk.app.screen.query_one(Input).value = str(page)
        await desk.press("enter")
        assert "4 articles" in desk.text()
        assert "Levee holds" in desk.text()
        assert Session(desk.places).paths_to_open([]) == [desk.places.shelf]


async def test_what_cannot_be_added_is_told(run: Run, articles: list[Path], tmp_path: Path) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("plus")
        desk.app.screen.query_one(Input).value = "http://127.0.0.1:9/none"
        await desk.press("enter")
        assert any("127.0.0.1:9" in notification.message for notification in desk.app._notifications)
        assert "3 articles" in desk.text()


@pytest.mark.parametrize("name", ["empty.jsonl", "~nobody-of-that-name/a.txt"])
async def test_where_nothing_can_be_added_the_app_says_so_and_goes_on(
    run: Run, articles: list[Path], tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty.jsonl").write_text("\n\n")
    async with run(articles[0].parent) as desk:
        await desk.press("plus")
        desk.app.screen.query_one(Input).value = name if name.startswith("~") else str(tmp_path / name)
        await desk.press("enter")
        assert [notification.title for notification in desk.app._notifications] == ["Not added"]
        assert "3 articles" in desk.text()


async def test_a_text_is_pasted(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("p")
        desk.app.screen.query_one(
            TextArea
        ).text = "The levee held all night.\n\nVolunteers went home at dawn."
        await desk.press("ctrl+s")
        assert "4 articles" in desk.text()
        assert "Volunteers went home at dawn." in desk.text()


async def test_what_is_known_of_an_article_is_corrected_in_a_copy_on_the_shelf(
    run: Run, articles: list[Path]
) -> None:
    before = articles[0].read_bytes()
    async with run(articles[0].parent) as desk:
        await desk.press("i")
        fields = {field.name: field for field in desk.app.screen.query(Input)}
        fields["source"].value = "Halyard"
        fields["date"].value = "2025-03-11"
        await desk.press("enter")
        assert "Halyard" in desk.text()
        await desk.press("i")
        next(iter(desk.app.screen.query(Input))).value = "Another title"
        await desk.press("enter")
        [kept] = kept_paths(desk.places)
        article = load(kept)
        assert (article.title, article.source, article.date) == ("Another title", "Halyard", "2025-03-11")
    async with run(articles[0].parent) as desk:
        await desk.press("i")
        next(iter(desk.app.screen.query(Input))).value = "A third title"
        await desk.press("enter")
        assert [load(path).title for path in kept_paths(desk.places)] == ["A third title"]
    assert articles[0].read_bytes() == before


async def test_a_date_that_is_none_is_told_and_nothing_changes(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("i")
        {field.name: field for field in desk.app.screen.query(Input)}["date"].value = "yesterday-ish"
        await desk.press("enter")
        assert any("is not a date" in notification.message for notification in desk.app._notifications)
        assert kept_paths(desk.places) == []


async def test_a_line_that_recurs_in_articles_of_one_source_is_set_apart(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    for name, text in (
        ("a", "The pier fell at noon, and nobody on it was hurt, the harbour master said."),
        ("b", "Rain is due in the south by Friday, the weather office warned on Monday."),
        ("c", "A vote on the levee was lost by one voice in the town council last night."),
    ):
        (folder / f"{name}.md").write_text(
            f"---\ntitle: {name}\nsource: Wire\n---\n\n{text} {text}\n\n"
            "From the desk that never goes home before the last edition has left the house.\n"
        )
    async with run(folder) as desk:
        await desk.press("enter")
        article = desk.panes.state.view.layout.article
        assert [(p.role, p.reason) for p in article.paragraphs][-1] == (Role.BOILERPLATE, REASON)


async def test_a_click_on_a_key_works_while_a_line_is_typed_in(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("slash")
        y = len(desk.text().splitlines()) - 1
        await desk.pilot.click(offset=(desk.text().splitlines()[y].index("mark all"), y))
        await desk.settle()
        assert "3 marked" in desk.text()


async def test_a_second_click_opens_an_article(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.pilot.click(offset=(10, 4), times=2)
        await desk.settle()
        assert Path(desk.panes.state.views[0].layout.article.path).name == "second.txt"


def titles(desk: Desk) -> list[str]:
    """The rows of the table."""
    return [row.strip() for row in desk.text().splitlines()[3:6]]


async def test_q_on_the_first_screen_leaves(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.pilot.press("q")
        assert not desk.app.is_running


def words_of(row: str) -> int:
    """The column "Words" of a row."""
    return int(row.split()[-1])


async def test_of_a_folder_the_good_articles_are_added_and_the_bad_ones_told(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "good.txt").write_text("Boats came at noon.\n\nThey left at two.\n", encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    async with run(articles[0].parent) as desk:
        await desk.press("+")
        await desk.type(str(folder))
        await desk.press("enter")
        assert "The article is on your shelf." in desk.told()
        assert "bad.txt" in desk.told()
        assert "4 articles" in desk.text()


async def test_q_ends_to_find_before_it_leaves(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("/")
        await desk.type("inquiry")
        await desk.press("enter")
        assert "1 of 3 articles" in desk.text()
        await desk.press("q")
        assert "3 articles" in desk.text()
        assert "1 of 3" not in desk.text()
        await desk.press("q")
        assert not desk.app.is_running


async def test_a_story_of_fewer_articles_than_are_listed_says_so(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("space", "S")
        assert desk.told() == "Comparing all 3 listed articles, because fewer than 3 are marked."


async def test_too_many_articles_for_a_story_say_how_many_to_mark(run: Run, tmp_path: Path) -> None:
    for number in range(51):
        (tmp_path / f"{number}.txt").write_text(f"The pier number {number} fell.\n")
    async with run(tmp_path) as desk:
        await desk.press("S")
        assert desk.told() == "A story needs 3 to 50 articles, not 51; mark 3 to 50."


async def test_the_look_into_an_article_scrolls(run: Run, articles: list[Path]) -> None:
    last = "Here the long report ends."
    articles[0].write_text("\n\n".join([*(f"Line {n} of a report." for n in range(9)), last]))
    async with run(articles[0].parent, size=(80, 24)) as desk:
        assert "more lines: " in desk.text()
        assert last not in desk.text()
        await desk.press(*["ctrl+d"] * 9)
        assert last in desk.text()
        assert "more lines: " not in desk.text()
        await desk.press(*["ctrl+u"] * 9)
        assert "Line 0 of a report." in desk.text()
