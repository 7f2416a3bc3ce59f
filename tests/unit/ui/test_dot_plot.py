"""The dot plot of two articles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.matching.model import Kind, Match, Passage
from reader.ui.compare.comparison import MatchLink
from reader.ui.compare.overview.dot_plot import DotPlot, PlotCell

LENGTH = 100  # code points of a sentence


def link(here: int, there: int, score: float = 80, kind: Kind = Kind.VERBATIM) -> MatchLink:
    """Sentence number `here` says the same as number `there`."""
    passages = (Passage(name, n * LENGTH, (n + 1) * LENGTH) for name, n in (("a", here), ("b", there)))
    match = Match(*passages, kind, score)
    return MatchLink(match, match.a, match.b, here, 1, there)


def plot(
    links: Sequence[MatchLink],
    sentences: tuple[int, int],
    size: tuple[int, int],
    landmarks: Sequence[int] = (),
    *,
    braille: bool = True,
) -> DotPlot:
    lengths = sentences[0] * LENGTH, sentences[1] * LENGTH
    starts = [(links[n].passage.start, links[n].other_passage.start) for n in landmarks]
    return DotPlot(links, lengths, starts, size, braille=braille)


def drawn(plot: DotPlot, size: tuple[int, int]) -> list[str]:
    marks = [[plot.mark(PlotCell(column, row)) for column in range(size[0])] for row in range(size[1])]
    return ["".join(mark.character if mark else " " for mark in row) for row in marks]


def test_two_articles_alike_make_a_diagonal() -> None:
    links = [link(n, n) for n in range(4)]
    assert drawn(plot(links, (4, 4), (4, 2)), (4, 2)) == ["⠑⢄  ", "  ⠑⢄"]


def test_what_was_moved_lies_off_the_diagonal() -> None:
    links = [link(0, 3), link(3, 0)]
    assert drawn(plot(links, (4, 4), (4, 2)), (4, 2)) == ["   ⠑", "⢄   "]


def test_a_long_sentence_is_a_line_and_a_short_one_a_dot() -> None:
    one, many = plot([link(1, 1)], (3, 3), (30, 10)), plot([link(1, 1)], (3000, 3000), (30, 10))
    assert len(one.cells_of(0)) > 5
    assert len(many.cells_of(0)) == 1


def test_without_braille_a_cell_is_one_dot() -> None:
    links = [link(n, n) for n in range(3)]
    assert drawn(plot(links, (3, 3), (3, 3), braille=False), (3, 3)) == ["■  ", " ■ ", "  ■"]


def test_a_cell_stands_for_a_landmark_before_a_stronger_match_that_was_moved() -> None:
    crowded = plot([link(0, 1, 60), link(1, 0, 100)], (1000, 1000), (4, 4), landmarks=[0])
    assert crowded.is_landmark(0)
    assert not crowded.is_landmark(1)
    assert crowded.nearest(PlotCell(0, 0)) == 0


def test_a_cell_stands_for_its_strongest_match() -> None:
    crowded = plot([link(0, 1, 60), link(1, 0, 100)], (1000, 1000), (4, 4))
    assert crowded.nearest(PlotCell(0, 0)) == 1


def test_the_nearest_match_is_found_from_anywhere() -> None:
    two = plot([link(0, 0), link(9, 9)], (10, 10), (20, 10))
    assert two.nearest(PlotCell(3, 2)) == 0
    assert two.nearest(PlotCell(16, 8)) == 1


def test_where_nothing_matches_nothing_is_near() -> None:
    assert plot([], (3, 3), (20, 10)).nearest(PlotCell(0, 0)) is None


@pytest.mark.parametrize(
    ("way", "number"), [((1, 0), 1), ((0, 1), 2), ((-1, 0), 0), ((0, -1), 0)], ids=lambda way: str(way)
)
def test_a_step_goes_to_the_next_match_in_its_direction(way: tuple[int, int], number: int) -> None:
    corner = plot([link(0, 0), link(9, 0), link(0, 9), link(9, 9)], (10, 10), (40, 20))
    assert corner.step(0, *way) == number


LINKS = st.lists(
    st.builds(link, st.integers(0, 29_999), st.integers(0, 29_999), st.floats(0, 100)),
    min_size=1,
    max_size=20,
)
SIZES = st.tuples(st.integers(1, 200), st.integers(1, 50))


@given(LINKS, SIZES, st.booleans())
def test_every_match_is_drawn_inside_the_plot_and_found_where_it_is_drawn(
    links: list[MatchLink], size: tuple[int, int], braille: bool
) -> None:
    full = plot(links, (30_000, 30_000), size, braille=braille)
    for number in range(len(links)):
        cells = full.cells_of(number)
        assert full.cell_of(number) in cells
        for cell in cells:
            assert 0 <= cell.column < size[0]
            assert 0 <= cell.row < size[1]
            found = full.nearest(cell)
            assert found is not None
            assert cell in full.cells_of(found)


@given(LINKS, SIZES, st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_steps_one_way_go_that_way_and_come_to_an_end(
    links: list[MatchLink], size: tuple[int, int], way: tuple[int, int]
) -> None:
    full = plot(links, (30_000, 30_000), size)
    number, far = 0, -1_000
    for _ in range(len(links) + 1):
        column, row = full.cell_of(number)
        assert column * way[0] + row * way[1] > far
        far = column * way[0] + row * way[1]
        following = full.step(number, *way)
        if following == number:
            break
        number = following
    else:
        pytest.fail("it never comes to an end")
