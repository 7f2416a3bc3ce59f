"""The themes of our own; their colours are in styles/, as all colours are."""

from __future__ import annotations

from functools import cache
from typing import Any

from textual.app import App
from textual.theme import Theme

from reader.base.resources import styles

__all__ = ["AT_HAND", "load_themes", "own_themes"]

AT_HAND = frozenset({"textual-dark", "textual-light"})
"""The themes that an app may start in without load_themes, which takes some milliseconds."""


def load_themes(app: App[Any]) -> None:
    """Gives an app our own themes, and the extra styles that some themes need, Textual's too.

    To be called before a theme is set that is not AT_HAND, and before themes are listed. Cheap when repeated.
    """
    for theme in own_themes():
        app.register_theme(theme)
    app.stylesheet.read(styles() / "themes.tcss")


@cache
def own_themes() -> tuple[Theme, ...]:
    """Our themes: dark, light, high contrast, and one with hues that colour-blind people can tell apart."""
    import tomllib

    tables = tomllib.loads((styles() / "themes.toml").read_text(encoding="utf-8"))
    return tuple(Theme(name, **table) for name, table in tables.items())
