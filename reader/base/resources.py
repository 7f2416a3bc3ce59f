"""The stylesheets and the sample corpus: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["sample_corpus", "styles"]

_PACKAGE = Path(__file__).resolve().parent.parent


def styles() -> Path:
    """The folder of stylesheets (`*.tcss`)."""
    return _folder("styles")


def sample_corpus() -> Path:
    """The folder of the articles that come with reader."""
    return _folder("sample_corpus")


def _folder(name: str) -> Path:
    bundled = _PACKAGE / "_bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
