"""Runs of one style."""

from __future__ import annotations

from reader.ui.compare.layout.spans import Span, runs


def test_without_spans_a_row_is_one_run() -> None:
    assert list(runs(5, 9, [])) == [(5, 9, ())]


def test_overlapping_spans_are_cut_where_one_begins_or_ends() -> None:
    spans = [Span(0, 6, "match"), Span(4, 8, "yellow")]
    assert list(runs(0, 10, spans)) == [
        (0, 4, ("match",)),
        (4, 6, ("match", "yellow")),
        (6, 8, ("yellow",)),
        (8, 10, ()),
    ]


def test_spans_reach_over_the_ends_of_a_row() -> None:
    assert list(runs(10, 20, [Span(0, 15, "match")])) == [(10, 15, ("match",)), (15, 20, ())]
