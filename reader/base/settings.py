"""What the user may set, in a TOML file."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from reader.base.errors import UserError

__all__ = ["Settings", "SettingsError", "load_settings"]


_IN_WORDS = {str: "a text in quotation marks", int: "a whole number", dict: "a table"}


class SettingsError(UserError):
    """The settings file cannot be used. Its text is one line that names the file and a way out."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings; each has a default, so an empty file is a good one.

    `measure` is the widest a column of text gets, in cells. `theme` names a Textual theme; "" leaves the
    choice to TEXTUAL_THEME. `author` signs annotations. `keys` maps a command's id to the user's own key.
    """

    theme: str = ""
    measure: int = 76
    author: str = ""
    keys: dict[str, str] = field(default_factory=dict)


def load_settings(path: Path) -> Settings:
    """The settings in `path`; the defaults where there is no such file.

    Raises SettingsError for a file that is no TOML or holds an unknown or mistyped setting.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({error}); mend or remove it") from error
    return _checked(_parsed(content, path), path)


def _parsed(content: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML ({error}); mend or remove it") from error


def _checked(table: dict[str, Any], path: Path) -> Settings:
    defaults = Settings()
    known = {item.name: type(getattr(defaults, item.name)) for item in fields(Settings)}
    for name, value in table.items():
        if name not in known:
            raise SettingsError(f"{path}: no setting is called {name!r}; there are {', '.join(known)}")
        if type(value) is not known[name]:
            raise SettingsError(f"{path}: {name} must be {_IN_WORDS[known[name]]}, not {value!r}")
    if not all(isinstance(key, str) for key in table.get("keys", {}).values()):
        raise SettingsError(f'{path}: under [keys], each command\'s key is a text such as "ctrl+n"')
    if table.get("measure", defaults.measure) < 20:
        raise SettingsError(f"{path}: measure is at least 20 cells")
    return Settings(**table)
