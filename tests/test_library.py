"""The library's face: `import reader`, as docs/library.md shows it."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

import pytest

import reader
from reader import api
from tests.conftest import ROOT, SAMPLE
from tests.test_architecture import imported_by


def test_the_examples_of_the_documentation_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SAMPLE, tmp_path / "sample_corpus")
    monkeypatch.chdir(tmp_path)
    results = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)
    assert results.attempted > 20
    assert results.failed == 0


def test_importing_it_imports_nothing_else() -> None:
    imported = imported_by("import reader")
    assert {name for name in imported if name.startswith(("reader", "annotations"))} == {
        "reader",
        "reader.base",
        "reader.base.version",
    }


def test_every_name_is_there_and_is_documented() -> None:
    assert set(reader.__all__) == {*api.__all__, "__version__"} == set(dir(reader))
    documented = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert [name for name in api.__all__ if f"`{name}`" not in documented] == []
    assert all(getattr(reader, name) is getattr(api, name) for name in api.__all__)


def test_a_name_that_it_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'reader' has no attribute 'nonsense'"):
        reader.nonsense  # noqa: B018 - the access is the test


@pytest.mark.parametrize("kind", [str, Path])
def test_paths_are_strings_or_paths(kind: type[str] | type[Path]) -> None:
    folder = SAMPLE / "harbour-bridge"
    articles = reader.open_corpus(kind(folder)).articles
    assert articles == reader.open_corpus([kind(folder)]).articles
    assert reader.load(kind(articles[0].path)) == articles[0]


def test_a_story_of_two_articles_is_refused_with_a_reason() -> None:
    articles = reader.open_corpus(SAMPLE / "harbour-bridge").articles[:2]
    with pytest.raises(reader.UserError, match="3 to 50 articles, not 2"):
        reader.tell_story(articles)
