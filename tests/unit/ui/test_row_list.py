"""The rows of a list: filtered, sorted and marked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reader.ui.kit.row_list import RowList
from reader.ui.kit.table_columns import AS_LISTED, Order


@dataclass(frozen=True)
class Ship:
    name: str
    tons: int = 0


BY_NAME: Order[Ship] = Order("name", lambda ship: ship.name)
BY_TONS: Order[Ship] = Order("tons", lambda ship: ship.tons)
SHIPS = [Ship("Tern", 30), Ship("Auk", 10), Ship("Gull", 20)]


@pytest.fixture
def ships() -> RowList[Ship]:
    listing = RowList((AS_LISTED, BY_NAME, BY_TONS), key=lambda ship: ship.name)
    listing.load(SHIPS)
    return listing


def names(listing: RowList[Ship]) -> list[str]:
    return [ship.name for ship in listing.rows]


def test_rows_are_listed_as_they_come(ships: RowList[Ship]) -> None:
    assert ships.rows is SHIPS  # a long list is not copied
    assert not ships.is_arranged


def test_sorting_twice_by_an_order_reverses_it(ships: RowList[Ship]) -> None:
    ships.sort(BY_TONS)
    assert names(ships) == ["Auk", "Gull", "Tern"]
    ships.sort(BY_TONS)
    assert names(ships) == ["Tern", "Gull", "Auk"]
    ships.sort(BY_NAME)
    assert names(ships) == ["Auk", "Gull", "Tern"]


def test_the_orders_follow_one_another_and_begin_again(ships: RowList[Ship]) -> None:
    steps = []
    for _step in range(3):
        ships.sort_by_next()
        steps.append(ships.order.name)
    assert steps == ["name", "tons", "listed"]
    assert not ships.descending


def test_the_best_fit_comes_first_unless_rows_are_sorted(ships: RowList[Ship]) -> None:
    ships.filter(lambda ship: ship.tons - 10)
    assert names(ships) == ["Tern", "Gull"]
    ships.sort(BY_NAME)
    assert names(ships) == ["Gull", "Tern"]
    ships.filter(None)
    assert names(ships) == ["Auk", "Gull", "Tern"]


def test_equal_fits_keep_their_order(ships: RowList[Ship]) -> None:
    ships.filter(lambda ship: 1.0)
    assert names(ships) == ["Tern", "Auk", "Gull"]


def test_marks_have_the_order_of_marking_and_outlast_a_filter(ships: RowList[Ship]) -> None:
    ships.toggle(SHIPS[2])
    ships.toggle(SHIPS[0])
    ships.filter(lambda ship: ship.name == "Auk")
    assert [ship.name for ship in ships.marked_rows()] == ["Gull", "Tern"]
    assert [ships.number_of_mark(ship) for ship in SHIPS] == [1, None, 0]
    ships.toggle(SHIPS[2])
    assert [ship.name for ship in ships.marked_rows()] == ["Tern"]


def test_a_row_that_changes_stays_marked_and_one_that_goes_does_not(ships: RowList[Ship]) -> None:
    for ship in SHIPS[:2]:
        ships.toggle(ship)
    ships.load([Ship("Tern", 99), Ship("Gull")])
    assert ships.marked_rows() == [Ship("Tern", 99)]


def test_marking_all_adds_the_rows_that_are_shown_and_the_next_time_removes_every_mark(
    ships: RowList[Ship],
) -> None:
    ships.toggle(SHIPS[0])
    ships.filter(lambda ship: ship.tons < 30)
    ships.toggle_all()
    assert [ship.name for ship in ships.marked_rows()] == ["Tern", "Auk", "Gull"]
    ships.toggle_all()
    assert ships.marked_rows() == []


def test_a_command_changes_the_marked_rows_that_are_shown_else_the_one_under_the_cursor(
    ships: RowList[Ship],
) -> None:
    assert ships.chosen(1) == [SHIPS[1]]
    ships.toggle(SHIPS[2])
    assert ships.chosen(1) == [SHIPS[2]]
    ships.filter(lambda ship: ship.name == "Auk")
    assert ships.chosen(0) == [SHIPS[1]]
    assert ships.chosen(1) == []


def test_there_is_no_row_beyond_the_last(ships: RowList[Ship]) -> None:
    assert ships.at(2) == SHIPS[2]
    assert ships.at(3) is None
