"""Our themes keep every text readable, whatever lies on it: WCAG 2.2, 1.4.3."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.style import Style
from textual.widget import Widget

from annotations.model import COLOURS
from reader.matching.model import Kind
from reader.ui.compare.card.match_card import MatchCard
from reader.ui.kit.component_styles import look
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.themes import load_themes, own_themes
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]
READABLE, DIM = 4.5, 3.0  # contrast, 1 to 21: of text, and of what may be dim or is large

LAID: Sequence[Sequence[str]] = (
    ("", *map(str, Kind)),
    ("", *COLOURS),
    ("", "cursor", "partner"),
    ("", "word", "differs", "overlap", "hit", "hit active", "selection", "hit selection"),
)
"""What lies on the text of an article, from the bottom up: one of each at a time."""

DIMMED = ("quiet", "boilerplate")
SIGNS = ("title", "active", "bar", *(f"sign-{kind}" for kind in Kind))


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(style: Style) -> float:
    assert style.background is not None
    assert style.foreground is not None
    shades = sorted(luminance(colour) for colour in (style.background, style.background + style.foreground))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def styled(widget: Widget, prefix: str, names: Sequence[str]) -> Style:
    """The widget's style with these component classes laid on it."""
    return sum((look(widget, f"{prefix}--{name}") for name in names), widget.visual_style)


def too_faint(widget: Widget, prefix: str, looks: Sequence[str], least: float) -> dict[str, float]:
    """Of these looks (component classes, parted by blanks) those with less contrast."""
    found = {each: contrast(styled(widget, prefix, each.split())) for each in looks}
    return {each: ratio for each, ratio in found.items() if ratio < least}


@pytest.fixture(params=[theme.name for theme in own_themes()])
async def desk(run: Run, articles: list[Path], request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """The compare screen in one of our themes."""
    async with run(*articles[:2]) as desk:
        load_themes(desk.app)
        desk.app.theme = request.param
        await desk.settle()
        yield desk


async def test_article_text_is_readable_under_all_that_lies_on_it(desk: Desk) -> None:
    looks = [" ".join(filter(None, names)) for names in product(*LAID)]
    assert too_faint(desk.panes, "panes", looks, READABLE) == {}


async def test_signs_and_titles_are_readable(desk: Desk) -> None:
    assert too_faint(desk.panes, "panes", SIGNS, READABLE) == {}


async def test_what_is_dimmed_can_still_be_read(desk: Desk) -> None:
    assert too_faint(desk.panes, "panes", DIMMED, DIM) == {}


async def test_the_match_card_is_readable(desk: Desk) -> None:
    card = desk.app.screen.query_one(MatchCard)
    names = ("label", "word", "differs", "note", *map(str, Kind))
    assert too_faint(card, "card", names, READABLE) == {}
    assert too_faint(card, "card", ("other", "why"), DIM) == {}


async def test_the_line_of_keys_is_readable(desk: Desk) -> None:
    bar = desk.app.screen.query_one(KeyBar)
    assert too_faint(bar, "keybar", ("key", "label", "status"), READABLE) == {}
