"""The themes of our own."""

from __future__ import annotations

import re

from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.base.resources import styles
from reader.ui.kit.themes import AT_HAND, own_themes

THEMES = {theme.name: theme for theme in own_themes()}
OKABE_ITO = {  # Okabe and Ito, "Color Universal Design" (2008), without black
    *("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"),
}
HUES = ("primary", "secondary", "accent", "success", "warning", "error")


def test_there_are_a_dark_a_light_a_clear_and_a_colour_blind_safe_one() -> None:
    assert [*THEMES] == ["reader-dark", "reader-light", "reader-contrast", "reader-okabe-ito"]
    assert [name for name, theme in THEMES.items() if not theme.dark] == ["reader-light"]


def test_none_of_them_hides_one_of_textuals() -> None:
    assert not THEMES.keys() & BUILTIN_THEMES.keys()


def test_those_at_hand_are_textuals_own() -> None:
    assert BUILTIN_THEMES.keys() >= AT_HAND


def test_each_gives_all_colours_that_the_styles_are_made_of() -> None:
    for theme in THEMES.values():
        colours = [*(getattr(theme, hue) for hue in HUES), theme.background, theme.surface, theme.panel]
        assert all(Color.parse(colour).a == 1 for colour in [*colours, theme.foreground])


def test_the_hues_for_the_colour_blind_are_those_of_okabe_and_ito() -> None:
    theme = THEMES["reader-okabe-ito"]
    assert {getattr(theme, hue) for hue in HUES} <= OKABE_ITO
    assert {value for name, value in theme.variables.items() if name.startswith("text-")} <= OKABE_ITO


def test_the_kinds_of_matches_differ_in_hue() -> None:
    for theme in THEMES.values():
        assert len({theme.primary, theme.accent, theme.success, theme.warning}) == 4


def test_the_styles_name_no_theme_that_there_is_not() -> None:
    named = {
        name
        for sheet in styles().glob("*.tcss")
        for name in re.findall(r"\.-theme-([\w-]+)", sheet.read_text(encoding="utf-8"))
    }
    assert named <= THEMES.keys()
    assert named
