"""The architecture, as import-linter and an interpreter of their own see it."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT


def imported_by(code: str) -> set[str]:
    """The modules that are loaded once `code` has run in a fresh interpreter."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.split())


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import annotations.store, reader.exchange.markdown.writing, annotations.anchoring.anchor",
        "import reader.api",
        "import reader.differences.compare, reader.articles.corpus, reader.notes.notebook",
        "import reader.cli.main, reader.cli.match, reader.cli.list, reader.ui.commands",
    ],
)
def test_only_the_interface_loads_textual(code: str) -> None:
    assert "textual" not in imported_by(code)


def test_reading_plain_text_loads_nothing_heavy() -> None:
    code = (
        "from pathlib import Path; from reader.articles.corpus import open_corpus; "
        "import reader.articles.loading as loading; loading.from_text('Some words. More words.')"
    )
    heavy = {
        "yaml",
        "frontmatter",
        "rapidfuzz",
        "tinydb",
        "chardet",
        "filelock",
        "snowballstemmer",
    }
    assert not imported_by(code) & heavy


def test_annotations_load_of_the_program_its_ground_floor_alone() -> None:
    code = "import annotations.store, annotations.anchoring.anchor, annotations.merging.merge"
    imported = imported_by(code)
    rooms = {name.split(".")[1] for name in imported if name.startswith("reader.")}
    assert rooms == {"base"}


def test_the_contracts_name_every_room() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["name"]: each for each in pyproject["tool"]["importlinter"]["contracts"]}
    found = {path.stem for path in (ROOT / "reader").iterdir() if path.is_dir() or path.suffix == ".py"}
    rooms = {f"reader.{name}" for name in found if not name.startswith("_")}
    textual = contracts["Only the interface knows Textual"]
    assert {*textual["source_modules"], "reader.ui"} == rooms | {"annotations"}
    ground_floor = contracts["Annotations know of the program only its ground floor"]
    assert {*ground_floor["forbidden_modules"], "reader.base"} == rooms | {"rich"}
