from __future__ import annotations

import pytest

from reader.base.lazy_sequence import LazySequence


class Squares(LazySequence[int]):
    """The first squares, of which it counts how many were made."""

    def __init__(self, length: int) -> None:
        self._length = length
        self.made = 0

    def __len__(self) -> int:
        return self._length

    def _at(self, number: int) -> int:
        self.made += 1
        return number**2


def test_it_reads_as_a_tuple_does() -> None:
    squares = Squares(4)
    assert tuple(squares) == (0, 1, 4, 9)
    assert (squares[0], squares[3], squares[-1], squares[-4]) == (0, 9, 9, 0)
    assert squares[1:3] == (1, 4)
    assert squares[::-1] == (9, 4, 1, 0)
    assert squares[-2:9] == (4, 9)
    assert 4 in squares
    assert list(reversed(squares)) == [9, 4, 1, 0]


@pytest.mark.parametrize("index", [4, -5])
def test_an_index_beyond_either_end_is_refused(index: int) -> None:
    with pytest.raises(IndexError):
        Squares(4)[index]


def test_it_equals_any_sequence_of_equal_items() -> None:
    assert Squares(3) == (0, 1, 4)
    assert Squares(3) == Squares(3)
    assert Squares(3) != Squares(4)
    assert Squares(3) != {0, 1, 4}


def test_only_what_is_asked_for_is_made() -> None:
    squares = Squares(1_000_000)
    assert squares
    assert squares[999_999] == 999_999**2
    assert next(iter(squares)) == 0
    assert squares.made == 2
    assert not Squares(0)
