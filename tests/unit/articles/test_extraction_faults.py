"""Damaged documents and faults of our own, told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.articles.corpus import list_corpus
from reader.articles.errors import ArticleError
from reader.articles.extraction import client
from reader.articles.loading import load
from reader.base.log import log_file
from tests.children import plant
from tests.unit.articles.documents import page

SECRET = "the minister fell"


@pytest.fixture(autouse=True)
def _own_child() -> Iterator[None]:
    """Each test has a child process of its own, and leaves none behind that has a fault."""
    client.close()
    yield
    client.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(page())
    return path


def _log() -> str:
    path = log_file()
    assert path is not None
    return path.read_text() if path.exists() else ""


@pytest.mark.parametrize("mistake", [f"{{}}[{SECRET!r}]", "None.text", "1 / 0", "len(None)", "nothing"])
def test_a_mistake_in_an_extractor_is_a_fault_of_reader(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: str
) -> None:
    code = f"def extract(data):\n    return {mistake}\n"
    plant(tmp_path / "planted", monkeypatch, "reader.articles.formats.html", code)
    with pytest.raises(ArticleError) as error:
        load(document)
    assert str(error.value).startswith(f"{document}: reader has a fault here (")
    assert str(error.value).endswith(f"details are in {log_file()}")
    assert "damaged" not in str(error.value)
    assert "html.py" in _log()
    assert SECRET not in _log()


@pytest.mark.parametrize(
    "call",
    [
        "int('x')",
        "b'\\xff'.decode()",
        "__import__('json').loads('{')",
        "__import__('zipfile').ZipFile(__import__('io').BytesIO(data))",
        "__import__('lxml.etree').etree.fromstring(b'<a>')",
        "__import__('colorsys').rgb_to_hsv('a', 'b', 'c')",  # a mistake, but in a library's own code
    ],
)
def test_an_exception_over_damaged_bytes_is_the_documents(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    code = f"def extract(data):\n    return {call}\n"
    plant(tmp_path / "planted", monkeypatch, "reader.articles.formats.html", code)
    with pytest.raises(ArticleError, match=r"page\.html is damaged \(\w+\); save it again"):
        load(document)
    assert "html.py" in _log()


def test_a_parser_that_crashes_is_the_documents_and_in_the_log(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, signal\ndef extract(data):\n    os.kill(os.getpid(), signal.SIGSEGV)\n"
    plant(tmp_path / "planted", monkeypatch, "reader.articles.formats.html", code)
    with pytest.raises(ArticleError, match=r"page\.html is damaged or malicious"):
        load(document)
    assert "Segmentation fault" in _log()


def test_the_other_articles_of_a_folder_are_listed_beside_one_with_a_fault(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(
        tmp_path / "planted", monkeypatch, "reader.articles.formats.html", "def extract(data):\n    nothing\n"
    )
    (document.parent / "other.txt").write_text("The pier fell.\n")
    loaded, problems = [], []
    for entry in list_corpus([document.parent]).entries:
        try:
            loaded.append(entry.load().text)
        except ArticleError as error:
            problems.append(str(error))
    assert loaded == ["The pier fell.\n"]
    assert len(problems) == 1
