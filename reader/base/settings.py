"""The user's settings, in a TOML file."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from reader.base.errors import UserError
from reader.base.file_errors import unreadable
from reader.base.phrases import listed

__all__ = ["Settings", "SettingsError", "load_settings"]


_WIDEST = 1000
"""The greatest measure, in cells."""

_LARGEST = 32_000
"""Characters that the file may have: a long dotted key takes the square of its length in memory."""

_IN_WORDS = {str: "text in quotation marks", int: "a whole number", dict: "a table"}


class SettingsError(UserError):
    """The settings file cannot be used. The message is one line that names the file and a way out."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings; each has a default, so that an empty file is valid.

    `measure` is the greatest width of a column of text, in cells. `theme` names a Textual theme; "" leaves
    the choice to TEXTUAL_THEME. `author` signs annotations. `keys` maps a command's id to the user's key.
    """

    theme: str = ""
    measure: int = 76
    author: str = ""
    keys: dict[str, str] = field(default_factory=dict)


def load_settings(path: Path) -> Settings:
    """The settings in `path`; the defaults where it does not exist.

    Raises SettingsError for a file that is not TOML or holds an unknown or mistyped setting.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(unreadable(path, error, "fix or remove it")) from error
    return _checked(_parsed(content, path), path)


def _parsed(content: str, path: Path) -> dict[str, Any]:
    import tomllib

    if len(content) > _LARGEST:
        raise SettingsError(f"{path}: more than {_LARGEST:,} characters; shorten it or remove it")
    try:
        return tomllib.loads(content)
    except (
        ValueError,
        RecursionError,
    ) as error:  # nested deeply, or a huge number
        raise SettingsError(f"{path}: not valid TOML ({error}); fix or remove it") from error


def _shown(value: object) -> str:
    """A value in a message. Some cannot be shown at all: numbers of thousands of digits, in hexadecimal."""
    try:
        return repr(value)[:80]
    except ValueError:
        return "a huge number"


def _checked(table: dict[str, Any], path: Path) -> Settings:
    defaults = Settings()
    types = {item.name: type(getattr(defaults, item.name)) for item in fields(Settings)}
    for name, value in table.items():
        if name not in types:
            raise SettingsError(f'{path}: unknown setting "{name}"; use {listed([*types], "or")}')
        if type(value) is not types[name]:
            raise SettingsError(f"{path}: {name} must be {_IN_WORDS[types[name]]}, not {_shown(value)}")
    if not all(isinstance(key, str) for key in table.get("keys", {}).values()):
        raise SettingsError(f'{path}: under [keys], the key of each command must be text such as "ctrl+n"')
    if not 20 <= table.get("measure", defaults.measure) <= _WIDEST:
        raise SettingsError(f"{path}: measure must be at least 20 cells and at most {_WIDEST:,}")
    return Settings(**table)
