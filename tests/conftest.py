"""What all tests share: articles made of plain sentences, and a data folder of their own."""

from __future__ import annotations

import os
import shutil
import tempfile
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

_MEMORY = Path("/dev/shm")  # the file system in memory that Linux has; a container often has only 64 MB of it
_ROOM = 2 << 30  # bytes

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_corpus"


def pytest_configure() -> None:
    """Has temporary folders made in memory, if there is room; on a disk, tests mostly wait for it to sync.

    No test of durability needs a disk: a killed process leaves what it wrote with the kernel, and power is
    cut from simulated disks only. A TMPDIR that is set is obeyed.
    """
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    if shutil.disk_usage(_MEMORY).free >= _ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A short name for bytes: archives contain the time, so each process would name them differently."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def _no_data_but_the_tests(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what belongs to whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("READER_DATA", str(home / "data"))
    for purpose in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{purpose}_HOME", str(home / purpose.lower()))


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
