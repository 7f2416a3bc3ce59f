"""The formats of a story's report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from reader.base.errors import UserError
from reader.base.sanitizing import escaped_json
from reader.story.model import Story
from reader.story.report.compose import compose
from reader.story.report.html import as_html
from reader.story.report.json_form import as_json
from reader.story.report.markdown import as_markdown
from reader.story.report.text import as_text

__all__ = ["format_of", "story_report"]

_FORMATS = {
    "": "text",
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
"""The formats by the suffix of a file name."""


def format_of(path: Path) -> str:
    """The format that a file's suffix names; text if it has none. Raises UserError for another suffix."""
    suffix = path.suffix.lower()
    if suffix not in _FORMATS:
        suffixes = ", ".join(filter(None, _FORMATS))
        raise UserError(f'{path.name}: unknown report format "{suffix}"; use {suffixes}')
    return _FORMATS[suffix]


def story_report(story: Story, threshold: float, form: str) -> str:
    """The report as text, json, markdown or html. Raises ArticleError where `as_json` does."""
    return _WRITERS[form](story, threshold)


def _json(story: Story, threshold: float) -> str:
    return escaped_json(json.dumps(as_json(story, threshold), ensure_ascii=False, indent=2))


_WRITERS: dict[str, Callable[[Story, float], str]] = {
    "text": lambda story, _: as_text(compose(story, brief=True)),
    "json": _json,
    "markdown": lambda story, _: as_markdown(compose(story)),
    "html": lambda story, _: as_html(compose(story)),
}
