"""Highlighting, tagging, noting, pairing: by keys and by mouse, seen at once and after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.widgets import Input
from tinydb import TinyDB

from annotations.store import AnnotationStore
from reader.base.paths import Paths
from reader.notes.notebook import Notebook
from reader.ui.compare.card.match_card import MatchCard
from reader.ui.notes.annotations_screen import AnnotationsScreen
from tests.ui.conftest import Desk, Running
from tests.ui.test_compare import QUOTE, place_of

Run = Callable[..., Running]

FIRST_SENTENCE = "The old bridge at Merrowick was closed on Monday."


async def test_h_highlights_the_sentence_under_the_cursor(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        assert [quote_of(desk)] == [FIRST_SENTENCE]
        assert "●" in desk.text()


async def test_the_same_sentence_is_highlighted_once(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "h")
        assert len(desk.kept()) == 1


async def test_a_highlight_is_there_after_a_restart(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
    async with run(*articles[:2]) as desk:
        assert "●" in desk.text()
        assert "highlighted (yellow)" in str(desk.app.screen.query_one(MatchCard).content)


async def test_v_and_the_arrows_select_words_to_highlight(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("v", "right", "right", "left", "h")
        assert quote_of(desk) == "The old"
        assert not desk.panes.state.selection.is_active()


async def test_escape_leaves_the_selection(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("v", "right", "escape", "h")
        assert quote_of(desk) == FIRST_SENTENCE


async def test_a_drag_selects_what_is_highlighted_then(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        x, y = place_of(desk, "old bridge at Merrowick")
        await drag(desk, (x, y), (x + len("old bridge"), y))
        await desk.press("h")
        assert quote_of(desk) == "old bridge"


async def test_a_drag_never_leaves_its_article(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        x, y = place_of(desk, "old bridge at Merrowick")
        await drag(desk, (x, y), (118, y))
        assert desk.panes.state.views[1].selection is None
        await desk.press("h")
        assert quote_of(desk).startswith("old bridge at Merrowick")
        assert len(desk.kept()[0].targets) == 1


async def test_two_clicks_select_a_word_and_three_a_sentence(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        x, y = place_of(desk, "Merrowick")
        await desk.pilot.click(offset=(x + 2, y), times=2)
        await desk.press("h")
        assert quote_of(desk) == "Merrowick"
        await desk.pilot.click(offset=(x + 2, y), times=3)
        await desk.press("h")
        assert desk.kept()[-1].targets[0].quote.exact == FIRST_SENTENCE


async def test_t_gives_several_tags(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("claim topic/bridge")
        await desk.press("enter")
        assert desk.kept()[0].tags == ("claim", "topic/bridge")
        assert "#topic/bridge" in str(desk.app.screen.query_one(MatchCard).content)


async def test_tags_in_use_complete_what_is_typed(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("casualties")
        await desk.press("enter", "j", "t")
        await desk.type("cas")
        await desk.press("tab")
        assert desk.app.screen.query_one(Input).value == "casualties "
        await desk.press("enter")
        assert [annotation.tags for annotation in desk.kept()] == [("casualties",)] * 2


async def test_tags_are_changed_where_there_are_some(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "t")
        await desk.type("one")
        await desk.press("enter", "t")
        await desk.type("two")
        await desk.press("enter")
        assert [annotation.tags for annotation in desk.kept()] == [("one", "two")]


async def test_escape_leaves_the_tags_as_they_were(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("never")
        await desk.press("escape")
        assert desk.kept() == ()


async def test_a_writes_a_note_and_ctrl_s_saves_it(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Check this")
        await desk.press("enter")
        await desk.type("twice")
        await desk.press("ctrl+s")
        assert desk.kept()[0].note == "Check this\ntwice"


async def test_m_annotates_the_match_as_a_pair(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "m", "j", "enter")
        [pair] = desk.kept()
        assert pair.is_pair
        assert pair.relation == "contradicts"
        assert pair.targets[0].quote.exact in QUOTE
        assert Path(pair.targets[1].article.path).name == "second.txt"


async def test_c_changes_the_colour(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "c")
        assert desk.kept()[0].colour == "green"
        await desk.press("j", "h")
        assert desk.kept()[1].colour == "green"


async def test_d_deletes_and_u_brings_back(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        [before] = desk.kept()
        await desk.press("d")
        assert desk.kept() == ()
        assert "●" not in desk.text()
        await desk.press("u")
        assert desk.kept() == (before,)
        assert "●" in desk.text()
        await desk.press("ctrl+r")
        assert desk.kept() == ()


async def test_a_lists_annotations_and_enter_jumps_there(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "h", "g", "A")
        assert "Nobody saw it coming" in desk.text()
        await desk.press("enter")
        assert desk.current_sentence == QUOTE


async def test_a_jump_stays_in_the_comparison_that_is_open(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("tab", "G", "h", "tab", "A", "enter")
        assert [Path(view.layout.article.path).name for view in desk.panes.state.views] == [
            "first.txt",
            "second.txt",
        ]
        assert desk.panes.state.active == 1
        assert desk.current_sentence == "Traders fear an empty spring."
        assert len(desk.app.screen_stack) == 1


async def test_leaving_while_a_note_is_written_keeps_it(
    run: Run, articles: list[Path], places: Paths
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("Never lost")
        await desk.pilot.press("ctrl+q")
        await desk.pilot.pause()
    store = AnnotationStore.open(places.annotations)
    assert [annotation.note for annotation in store.all()] == ["Never lost"]
    store.close()


async def test_a_note_is_written_on_where_it_ended(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("a")
        await desk.type("one")
        await desk.press("ctrl+s", "a")
        await desk.type(" two")
        await desk.press("ctrl+s")
        assert desk.kept()[0].note == "one two"


async def test_a_selection_inside_a_highlight_is_tagged_for_itself(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "v", "right", "t")
        await desk.type("words")
        await desk.press("enter")
        assert {(a.targets[0].quote.exact, a.tags) for a in desk.kept()} == {
            (FIRST_SENTENCE, ()),
            ("The old", ("words",)),
        }


async def test_what_was_annotated_last_is_what_a_note_goes_to(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "h", "m", "enter", "a")
        await desk.type("Both agree")
        await desk.press("ctrl+s")
        assert [(a.is_pair, a.note) for a in desk.kept()] == [(False, ""), (True, "Both agree")]


async def test_a_drag_ends_when_another_article_becomes_active(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        x, y = place_of(desk, "old bridge at Merrowick")
        await desk.pilot.mouse_down(offset=(x, y))
        await desk.press("tab")
        await desk.pilot.hover(offset=(x + 5, y))
        await desk.pilot.mouse_up(offset=(x + 5, y))
        assert [view.selection for view in desk.panes.state.views] == [None, None]


async def test_a_colour_of_another_version_is_drawn_and_changed(
    run: Run, articles: list[Path], places: Paths
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        [made] = desk.kept()
    with TinyDB(places.annotations) as database:
        database.update({"colour": "ultraviolet"})
    async with run(*articles[:2]) as desk:
        assert "●" in desk.text()
        await desk.press("c")
        assert [(a.id, a.colour) for a in desk.kept()] == [(made.id, "yellow")]


async def test_a_pair_opens_both_of_its_articles(run: Run, articles: list[Path]) -> None:
    async with run(articles[0].parent) as desk:
        await desk.press("space", "space", "enter", "n", "m", "enter", "q", "A", "enter")
        names = [Path(view.layout.article.path).name for view in desk.panes.state.views]
        assert sorted(names) == ["first.txt", "second.txt"]
        assert "injuring 12 people" in desk.current_sentence


async def test_the_list_tags_notes_and_deletes_too(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "A", "t")
        await desk.type("later")
        await desk.press("enter", "a")
        await desk.type("hm")
        await desk.press("ctrl+s", "c")
        [annotation] = desk.kept()
        assert (annotation.tags, annotation.note, annotation.colour) == (("later",), "hm", "green")
        await desk.press("d")
        assert desk.kept() == ()
        assert "No annotations yet" in desk.text()
        await desk.press("u")
        assert len(desk.kept()) == 1
        assert isinstance(desk.app.screen, AnnotationsScreen)


async def test_e_exports_markdown(run: Run, articles: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "notes.md"
    async with run(*articles[:2]) as desk:
        await desk.press("t")
        await desk.type("closed")
        await desk.press("enter", "e")
        desk.app.screen.query_one(Input).value = str(out)
        await desk.press("enter")
        assert desk.told().splitlines()[-2:] == [
            "Exporting 1 annotation …",
            f"1 annotation written to {out}",
        ]
    written = out.read_text(encoding="utf-8")
    assert FIRST_SENTENCE in written
    assert "#closed" in written


async def test_an_export_calls_the_articles_by_the_letters_of_the_screen(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "notes.md"
    async with run(*articles[1::-1]) as desk:
        await desk.press("tab", "h", "e")
        desk.app.screen.query_one(Input).value = str(out)
        await desk.press("enter")
        assert desk.kept()[0].targets[0].article.path == str(articles[0])
    written = out.read_text(encoding="utf-8")
    assert "\n## B. " in written
    assert "| A |" not in written


async def test_an_export_that_cannot_be_written_says_so(
    run: Run, articles: list[Path], tmp_path: Path
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "e")
        desk.app.screen.query_one(Input).value = str(tmp_path / "no folder" / "notes.md")
        await desk.press("enter")
        assert any("choose another place" in n.message for n in desk.app._notifications)


async def test_a_file_of_another_program_is_left_alone_and_the_articles_are_readable(
    run: Run, articles: list[Path], places: Paths
) -> None:
    places.data.mkdir()
    places.annotations.write_text('["not ours"]')
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        assert FIRST_SENTENCE in desk.text()
        assert any(str(places.annotations) in n.message for n in desk.app._notifications)
    assert places.annotations.read_text() == '["not ours"]'


def quote_of(desk: Desk) -> str:
    return desk.kept()[0].targets[0].quote.exact


async def drag(desk: Desk, start: tuple[int, int], end: tuple[int, int]) -> None:
    await desk.pilot.mouse_down(offset=start)
    await desk.pilot.hover(offset=end)
    await desk.pilot.mouse_up(offset=end)
    await desk.settle()


async def test_a_relation_in_words_of_ones_own_is_offered_the_next_time(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "m", "up", "enter")
        await desk.type("plays down")
        await desk.press("enter", "n", "m")
        assert "plays down" in desk.text()
        await desk.press("escape")
    assert [one.relation for one in desk.kept()] == ["plays down"]


async def test_the_line_of_keys_says_that_what_was_done_is_saved(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        assert "saved" not in desk.text()
        await desk.press("h")
        assert "saved · ≥56" in desk.text()


async def test_what_another_reader_wrote_is_shown_when_this_one_is_looked_at_again(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "h")
        other = Notebook.open(desk.places)
        article = desk.panes.state.comparison.articles[0]
        other.annotate([(article, 0, 14)], tags=["elsewhere"])
        other.close()
        desk.app.post_message(events.AppFocus())
        await desk.settle()
        await desk.press("A")
        assert "2 annotations" in desk.text()
        assert "#elsewhere" in desk.text()


async def test_a_note_is_written_on_the_article_as_a_whole_and_shown_at_its_title(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("W")
        await desk.type("Thin on sources.")
        await desk.press("ctrl+s")
        assert desk.text().splitlines()[0].startswith(" A ✎ ")
        await desk.press("W")
        await desk.type(" Really.")
        await desk.press("ctrl+s", "d")
    (kept,) = desk.kept()
    assert (kept.relation, kept.note) == ("whole article", "Thin on sources. Really.")


async def test_a_note_keeps_the_tag_that_another_reader_gave_meanwhile(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "a")
        await desk.type("mine")
        other = Notebook.open(desk.places)
        other.change(other.all()[0], tags=["theirs"])
        other.close()
        await desk.press("ctrl+s")
    (kept,) = desk.kept()
    assert (kept.note, kept.tags) == ("mine", ("theirs",))


async def test_a_new_tag_for_what_another_reader_deleted_meanwhile_is_refused_and_told(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "t")
        await desk.type("mine")
        other = Notebook.open(desk.places)
        other.delete(other.all()[0].id)
        other.close()
        await desk.press("enter")
        assert "has been deleted" in desk.told()
    assert desk.kept() == ()


async def test_moving_ends_keeps_what_was_tagged_while_it_was_on(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("n", "n", "h", "z", "t")
        await desk.type("claim")
        await desk.press("enter", "z", "left", "z")
    (kept,) = desk.kept()
    assert kept.tags == ("claim",)


async def test_moving_ends_with_what_was_begun(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h", "z", "d", "j", "h", "z", "z")
    (kept,) = desk.kept()
    assert kept.targets[0].quote.exact.startswith("A barge struck")


async def test_a_colour_chosen_for_a_selection_keeps_it(run: Run, articles: list[Path]) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("v", "l", "c", "h")
    (kept,) = desk.kept()
    assert (kept.targets[0].quote.exact, kept.colour) == ("The old", "green")


async def test_the_note_on_the_whole_article_is_no_highlight_of_its_first_sentence(
    run: Run, articles: list[Path]
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("W", "x", "ctrl+s", "h")
    assert [one.relation for one in desk.kept()] == ["whole article", ""]
