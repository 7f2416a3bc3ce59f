"""The short run of what `python -m tests.reliability.torture` does in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.containers.registry import CONTAINERS
from reader.articles.formats.registry import FORMATS
from tests.reliability.mangled_documents import try_documents
from tests.reliability.mangled_imports import IMPORTED, exported, try_import
from tests.reliability.sample_documents import SAMPLES


def test_there_is_a_sample_of_each_format() -> None:
    assert set(SAMPLES) >= {row.suffixes[0] for row in (*FORMATS, *CONTAINERS)}


@pytest.mark.parametrize("suffix", SAMPLES)
def test_a_mangled_document_is_opened_or_refused_and_never_ends_the_program(
    suffix: str, tmp_path: Path
) -> None:
    assert try_documents(suffix, 0, 40, tmp_path).total() == 40


@pytest.mark.parametrize("name", IMPORTED)
def test_a_mangled_export_is_imported_or_refused(name: str) -> None:
    raw = exported(name)
    assert {try_import(raw, seed) for seed in range(100)} <= {"imported", "refused"}
