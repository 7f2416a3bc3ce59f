"""The user's settings for the app: keys and theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from reader.base.settings import Settings, SettingsError
from reader.ui import wording
from reader.ui.commands import COMMANDS
from reader.ui.kit.themes import AT_HAND, load_themes

__all__ = ["apply_settings"]


def apply_settings(app: App[Any], settings: Settings, path: Path) -> None:
    """Gives an app the keys and the theme of the settings in `path`.

    Raises SettingsError for a theme or a command that does not exist.
    """
    unknown = set(settings.keys) - {command.id for command in COMMANDS}
    if unknown:
        raise SettingsError(wording.unknown_command(path, min(unknown)))
    if (settings.theme or app.theme) not in AT_HAND:
        load_themes(app)
    if settings.theme and settings.theme not in app.available_themes:
        raise SettingsError(wording.unknown_theme(path, settings.theme, sorted(app.available_themes)))
    if settings.theme:
        app.theme = settings.theme
    app.set_keymap(settings.keys)
