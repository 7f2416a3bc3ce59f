"""The settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.base.settings import Settings, SettingsError, load_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_a_file_sets_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('author = "Ada"\nmeasure = 60\n[keys]\n"panes.next-match" = "ctrl+n"\n')
    assert load_settings(path) == Settings(author="Ada", measure=60, keys={"panes.next-match": "ctrl+n"})


@pytest.mark.parametrize(
    "content",
    [
        "measure = 'wide'",
        "measure = true",
        "measure = 3",
        "colour = 'red'",
        "theme",
        "[keys]\na = 1",
        "\udcff",
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_the_path(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError, match=r"settings\.toml") as caught:
        load_settings(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    ["keys = " + "[" * 20_000, "measure = " + "9" * 5000, "measure = 0x" + "f" * 5000,
     "theme = 0x" + "f" * 5000,
     "a." * 20_000 + "b = 1"],
)  # fmt: skip
def test_settings_that_are_deep_or_huge_are_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as error:
        load_settings(path)
    assert "\n" not in str(error.value)
