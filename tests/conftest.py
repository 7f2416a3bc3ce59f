"""What all tests share: articles made of plain sentences, and a data folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reader.articles.loading import from_text
from reader.articles.model import Article
from reader.base.paths import Paths

# A change is judged on what it changes: the examples of `make test` are the same in every run. `make torture`
# looks for new ones, and finds more.
_UNHURRIED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # a slow machine is no fault
settings.register_profile("repeatable", derandomize=True, **_UNHURRIED)
settings.register_profile("search", max_examples=2000, **_UNHURRIED)
settings.load_profile("repeatable")

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_corpus"


@pytest.fixture(autouse=True)
def _no_data_but_the_tests(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what belongs to whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("READER_DATA", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    """Where the program under test keeps things."""
    return Paths(tmp_path / "data", tmp_path / "settings.toml")


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article of paragraphs."""

    def make(*paragraphs: str, **facts: str) -> Article:
        return from_text("\n\n".join(paragraphs), **{"title": "A title"} | facts)

    return make
