from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.filtering import Filter, Only
from annotations.model import Annotation
from tests.unit.exchange.test_markdown import BEACON, GAZETTE, a_days_work

PAIR, TRIPLE, PAID, SHUT, ACROSS, CLOSED = (
    replace(annotation, created=f"2026-02-0{day}T10:00:00.000Z", author=author)
    for day, (annotation, author) in enumerate(
        zip(a_days_work(), ["Ada", "", "bob", "", "", ""], strict=True), 1
    )
)
ALL = [PAIR, TRIPLE, PAID, SHUT, ACROSS, CLOSED]


@pytest.mark.parametrize(
    ("wanted", "accepted"),
    [
        (Filter(), ALL),
        (Filter(tags=("money",)), [PAID]),
        (Filter(tags=("#TOLL",)), [PAIR]),
        (Filter(tags=("tol",)), []),
        (Filter(tags=("toll/injured", "money")), [PAIR, PAID]),
        (Filter(articles=frozenset({BEACON.id})), [PAIR, TRIPLE, CLOSED]),
        (Filter(articles=frozenset({GAZETTE.sha256})), [PAIR, TRIPLE, PAID, SHUT, ACROSS]),
        (Filter(between=(frozenset({GAZETTE.id}), frozenset({BEACON.sha256}))), [PAIR, TRIPLE]),
        (Filter(colours=("pink", "blue")), [PAIR, TRIPLE]),
        (Filter(authors=("ada", "Bob")), [PAIR, PAID]),
        (Filter(relations=("Contradicts",)), [PAIR]),
        (Filter(since="2026-02-05"), [ACROSS, CLOSED]),
        (Filter(until="2026-02-02"), [PAIR, TRIPLE]),
        (Filter(until="2026-02"), ALL),
        (Filter(since="2026-02-02T11", until="2026-02-03"), [PAID]),
        (Filter(only=Only.PAIRS), [PAIR, TRIPLE]),
        (Filter(only=Only.HIGHLIGHTS, tags=("money", "toll")), [PAID]),
    ],
)
def test_a_filter_accepts_what_has_something_of_each_field(
    wanted: Filter, accepted: list[Annotation]
) -> None:
    assert [annotation for annotation in ALL if wanted.accepts(annotation)] == accepted


def test_a_filter_by_state_asks_how_the_words_were_found() -> None:
    wanted = Filter(states=("orphan", "missing"))
    assert wanted.accepts(PAIR, {"ok", "orphan"})
    assert wanted.accepts(PAIR, {"missing"})
    assert not wanted.accepts(PAIR, {"ok"})
