"""Several articles side by side: cursor, scrolling, matches, selection."""

from __future__ import annotations

from reader.articles.loading import from_text
from reader.matching.model import Alignment, Kind, Match, Passage
from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.spread import CompareState, Sync

FILLER = " ".join(f"Filler sentence number {n} says nothing new." for n in range(12))


def spread(cells: int = 80, height: int = 6) -> CompareState:
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
    made = CompareState(comparison, 76)
    made.resize(cells, height)
    return made


def first_words(made: CompareState, number: int) -> str:
    view = made.views[number]
    row = view.page.rows[view.first_row]
    return view.page.article.text[row.start : row.end]


def test_the_cursor_steps_from_sentence_to_sentence_and_stops_at_the_ends() -> None:
    made = spread()
    made.step_sentence(1)
    assert made.view.cursor == 1
    made.step_sentence(-5)
    assert made.view.cursor == 0


def test_the_cursor_is_always_on_screen() -> None:
    made = spread()
    for _ in range(13):
        made.step_sentence(1)
        rows = made.view.page.rows_of(made.view.sentence.start, made.view.sentence.end)
        assert made.view.first_row <= rows[0] < made.view.first_row + made.height


def test_the_next_match_brings_its_counterpart_beside_it() -> None:
    made = spread()
    assert made.step_match(1)
    assert made.view.cursor == 13
    assert made.views[1].cursor == 0
    assert first_words(made, 1).startswith("Nobody was hurt")


def test_after_the_last_match_there_is_none() -> None:
    made = spread()
    made.step_match(1)
    assert not made.step_match(1)


def test_enter_goes_to_the_counterpart_and_back() -> None:
    made = spread()
    assert made.counterpart()
    assert (made.active, made.view.cursor) == (1, 13)
    assert made.counterpart()
    assert (made.active, made.view.cursor) == (0, 0)


def test_a_sentence_without_a_match_has_no_counterpart() -> None:
    made = spread()
    made.step_sentence(1)
    assert not made.counterpart()


def test_matches_below_the_threshold_are_passed_over() -> None:
    made = spread()
    made.comparison.threshold = 75
    assert not made.counterpart()
    assert made.step_match(1)
    assert made.view.cursor == 13


def test_free_articles_stay_where_they_are() -> None:
    made = spread()
    made.sync = Sync.FREE
    made.scroll_by(0, 5)
    assert (made.views[0].first_row, made.views[1].first_row) == (5, 0)


def test_with_an_offset_both_move_by_as_many_rows() -> None:
    made = spread()
    made.sync = Sync.OFFSET
    made.scroll_by(1, 4)
    assert (made.views[0].first_row, made.views[1].first_row) == (4, 4)


def test_aligned_articles_reach_their_ends_together() -> None:
    made = spread()
    made.page_by(100)
    for view in made.views:
        assert view.first_row == len(view.page) - made.height


def test_a_narrow_screen_shows_one_article_and_the_active_one() -> None:
    made = spread(cells=40)
    assert list(made.visible) == [0]
    made.activate(1)
    assert list(made.visible) == [1]


def test_another_width_keeps_the_text_on_the_first_row() -> None:
    made = spread()
    made.scroll_to(0, 9)
    offset = made.view.page.rows[9].start
    made.resize(60, 6)
    row = made.view.page.rows[made.view.first_row]
    assert row.start <= offset <= row.end


def test_selecting_begins_with_a_word_and_grows_by_words_and_rows() -> None:
    made = spread()
    text = made.view.page.article.text
    made.start_selection()
    assert text[slice(*made.passage())] == "The"
    made.extend_by_word(1)
    made.extend_by_word(1)
    assert text[slice(*made.passage())] == "The bridge is"
    made.extend_by_word(-1)
    assert text[slice(*made.passage())] == "The bridge"
    made.extend(1)
    assert text[slice(*made.passage())].startswith("The bridge is closed today.\n\nFiller")


def test_without_a_selection_the_sentence_is_meant() -> None:
    made = spread()
    made.start_selection()
    made.clear_selection()
    assert made.view.page.article.text[slice(*made.passage())] == "The bridge is closed today."


def test_a_place_on_the_screen_belongs_to_the_article_drawn_there() -> None:
    made = spread()
    left, right = made.columns
    assert made.hit(left.text, 0).article == 0
    assert made.hit(right.text + 3, 2)[:3] == (1, 2, 3)
    assert made.hit(left.right + 1, 0) is None


def rows_of_cursors(made: CompareState) -> list[int]:
    """The row of the screen on which each article's cursor is."""
    pages = ((view, view.page.row_of(view.sentence.start)) for view in made.views if view.sentence)
    return [row - view.first_row for view, row in pages]


def last_offset(made: CompareState, number: int) -> int:
    return made.views[number].page.article.sentences[-1].start


def test_places_stand_on_one_row_though_an_article_ends_there() -> None:
    made = spread(height=8)
    near_top, near_end = made.views[0].page.article.sentences[3], made.views[1].page.article.sentences[-2]
    made.bring_together([(1, near_end.start), (0, near_top.start)])
    assert rows_of_cursors(made) == [4, 4]
    assert made.views[1].first_row + made.height == len(made.views[1].page)


def test_where_one_place_is_at_the_top_there_is_room_below_the_end_of_the_other() -> None:
    made = spread(height=8)
    made.bring_together([(1, last_offset(made, 1)), (0, 0)])
    assert rows_of_cursors(made) == [0, 0]


def test_an_article_without_a_place_is_seen_and_follows() -> None:
    made = spread(cells=30)
    made.bring_together([(1, None), (0, last_offset(made, 0))])
    assert made.active == 0
    assert first_words(made, 1).startswith("Nobody was hurt")


def test_back_on_a_smaller_screen_the_cursor_is_in_view() -> None:
    made = spread(height=20)
    made.step_sentence(9)
    place = made.where()
    made.go_to(0, 0)
    made.resize(40, 4)
    made.return_to(place)
    assert made.view.cursor == 9
    assert made.is_cursor_in_view()
