"""The architecture, as import-linter and an interpreter of their own see it."""

from __future__ import annotations

import subprocess
import sys

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
        "import annotations.store, reader.exchange.markdown.writing, annotations.anchoring",
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
        "charset_normalizer",
        "filelock",
        "snowballstemmer",
    }
    assert not imported_by(code) & heavy


def test_annotations_load_without_the_program() -> None:
    assert "reader" not in imported_by("import annotations.store, reader.exchange.markdown.writing")
