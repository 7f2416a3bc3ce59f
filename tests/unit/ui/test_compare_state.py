"""Several articles side by side: cursor, scrolling, matches, selection."""

from __future__ import annotations

from reader.articles.loading import from_text
from reader.matching.model import Alignment, Kind, Match, Passage
from reader.ui.compare.comparison import Comparison
from reader.ui.compare.state.compare_state import CompareState
from reader.ui.compare.state.scrolling import Sync

FILLER = " ".join(f"Filler sentence number {n} says nothing new." for n in range(12))


def two_articles(cells: int = 80, height: int = 6) -> CompareState:
    """Two articles; the first's sentence 0 matches the second's 12, and its 12 the second's 0."""
    first = from_text(f"The bridge is closed today.\n\n{FILLER}\n\nNobody was hurt at all.", path="a.txt")
    second = from_text(f"Nobody was hurt.\n\n{FILLER}\n\nToday the bridge is closed.", path="b.txt")
    comparison = Comparison([first, second], 50)
    ends = (first.sentences[0], second.sentences[-1]), (first.sentences[-1], second.sentences[0])
    matches = tuple(
        Match(
            Passage(first.id, a.start, a.end), Passage(second.id, b.start, b.end),
            Kind.SAME_FACT, 70.0 + 10 * number,
        )
        for number, (a, b) in enumerate(ends)
    )  # fmt: skip
    comparison.add(0, 1, Alignment(first.id, second.id, matches, 0))
    state = CompareState(comparison, 76)
    state.resize(cells, height)
    return state


def first_words(state: CompareState, number: int) -> str:
    view = state.views[number]
    row = view.layout.rows[view.first_row]
    return view.layout.article.text[row.start : row.end]


def test_the_cursor_steps_from_sentence_to_sentence_and_stops_at_the_ends() -> None:
    state = two_articles()
    state.cursor.step_sentence(1)
    assert state.view.cursor == 1
    state.cursor.step_sentence(-5)
    assert state.view.cursor == 0


def test_the_cursor_is_always_on_screen() -> None:
    state = two_articles()
    for _ in range(13):
        state.cursor.step_sentence(1)
        rows = state.view.layout.rows_of(state.view.sentence.start, state.view.sentence.end)
        assert state.view.first_row <= rows[0] < state.view.first_row + state.height


def test_the_next_match_brings_its_counterpart_beside_it() -> None:
    state = two_articles()
    assert state.cursor.step_match(1)
    assert state.view.cursor == 13
    assert state.views[1].cursor == 0
    assert first_words(state, 1).startswith("Nobody was hurt")


def test_after_the_last_match_there_is_none() -> None:
    state = two_articles()
    state.cursor.step_match(1)
    assert not state.cursor.step_match(1)


def test_enter_goes_to_the_counterpart_and_back() -> None:
    state = two_articles()
    assert state.cursor.go_to_counterpart()
    assert (state.active, state.view.cursor) == (1, 13)
    assert state.cursor.go_to_counterpart()
    assert (state.active, state.view.cursor) == (0, 0)


def test_a_sentence_without_a_match_has_no_counterpart() -> None:
    state = two_articles()
    state.cursor.step_sentence(1)
    assert not state.cursor.go_to_counterpart()


def test_matches_below_the_threshold_are_passed_over() -> None:
    state = two_articles()
    state.comparison.threshold = 75
    assert not state.cursor.go_to_counterpart()
    assert state.cursor.step_match(1)
    assert state.view.cursor == 13


def test_free_articles_stay_where_they_are() -> None:
    state = two_articles()
    state.scrolling.sync = Sync.FREE
    state.scrolling.scroll_by(0, 5)
    assert (state.views[0].first_row, state.views[1].first_row) == (5, 0)


def test_with_an_offset_both_move_by_as_many_rows() -> None:
    state = two_articles()
    state.scrolling.sync = Sync.OFFSET
    state.scrolling.scroll_by(1, 4)
    assert (state.views[0].first_row, state.views[1].first_row) == (4, 4)


def test_aligned_articles_reach_their_ends_together() -> None:
    state = two_articles()
    state.page_by(100)
    for view in state.views:
        assert view.first_row == len(view.layout) - state.height


def test_a_narrow_screen_shows_one_article_and_the_active_one() -> None:
    state = two_articles(cells=40)
    assert list(state.arrangement.visible) == [0]
    state.arrangement.activate(1)
    assert list(state.arrangement.visible) == [1]


def test_another_width_keeps_the_text_on_the_first_row() -> None:
    state = two_articles()
    state.scrolling.scroll_to(0, 9)
    offset = state.view.layout.rows[9].start
    state.resize(60, 6)
    row = state.view.layout.rows[state.view.first_row]
    assert row.start <= offset <= row.end


def test_selecting_begins_with_a_word_and_grows_by_words_and_rows() -> None:
    state = two_articles()
    text = state.view.layout.article.text
    state.selection.start()
    assert text[slice(*state.selection.passage())] == "The"
    state.selection.extend_by_word(1)
    state.selection.extend_by_word(1)
    assert text[slice(*state.selection.passage())] == "The bridge is"
    state.selection.extend_by_word(-1)
    assert text[slice(*state.selection.passage())] == "The bridge"
    state.selection.extend(1)
    assert text[slice(*state.selection.passage())].startswith("The bridge is closed today.\n\nFiller")


def test_without_a_selection_the_sentence_is_meant() -> None:
    state = two_articles()
    state.selection.start()
    state.selection.clear()
    assert state.view.layout.article.text[slice(*state.selection.passage())] == "The bridge is closed today."


def test_a_place_on_the_screen_belongs_to_the_article_drawn_there() -> None:
    state = two_articles()
    left, right = state.arrangement.columns
    assert state.arrangement.cell_at(left.text, 0).article == 0
    assert state.arrangement.cell_at(right.text + 3, 2)[:3] == (1, 2, 3)
    assert state.arrangement.cell_at(left.right + 1, 0) is None


def rows_of_cursors(state: CompareState) -> list[int]:
    """The row of the screen on which each article's cursor is."""
    pages = ((view, view.layout.row_of(view.sentence.start)) for view in state.views if view.sentence)
    return [row - view.first_row for view, row in pages]


def last_offset(state: CompareState, number: int) -> int:
    return state.views[number].layout.article.sentences[-1].start


def test_places_stand_on_one_row_though_an_article_ends_there() -> None:
    state = two_articles(height=8)
    first, second = (view.layout.article for view in state.views)
    near_top, near_end = first.sentences[3], second.sentences[-2]
    state.jumps.bring_together([(1, near_end.start), (0, near_top.start)])
    assert rows_of_cursors(state) == [4, 4]
    assert state.views[1].first_row + state.height == len(state.views[1].layout)


def test_where_one_place_is_at_the_top_there_is_room_below_the_end_of_the_other() -> None:
    state = two_articles(height=8)
    state.jumps.bring_together([(1, last_offset(state, 1)), (0, 0)])
    assert rows_of_cursors(state) == [0, 0]


def test_an_article_without_a_place_is_seen_and_follows() -> None:
    state = two_articles(cells=30)
    state.jumps.bring_together([(1, None), (0, last_offset(state, 0))])
    assert state.active == 0
    assert first_words(state, 1).startswith("Nobody was hurt")


def test_back_on_a_smaller_screen_the_cursor_is_in_view() -> None:
    state = two_articles(height=20)
    state.cursor.step_sentence(9)
    place = state.jumps.position()
    state.cursor.go_to(0, 0)
    state.resize(40, 4)
    state.jumps.return_to(place)
    assert state.view.cursor == 9
    assert state.scrolling.is_cursor_in_view()
