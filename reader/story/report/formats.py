"""The report of a story as text, in each of its formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.base.errors import UserError
from reader.story.model import Story
from reader.story.report.compose import compose
from reader.story.report.html import as_html
from reader.story.report.json_form import as_json
from reader.story.report.markdown import as_markdown
from reader.story.report.text import as_text

__all__ = ["format_of", "story_report"]

_ENDINGS = {
    "": "text",
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}


def format_of(path: Path) -> str:
    """The format that a file's ending says; plain text where it has none. Raises UserError for another."""
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        raise UserError(f"{path.name}: no report ends so; there are {' '.join(filter(None, _ENDINGS))}")
    return _ENDINGS[ending]


def story_report(story: Story, threshold: float, kind: str) -> str:
    """The report: `kind` is text, json, markdown or html."""
    return _WRITERS[kind](story, threshold)


def _text(story: Story, _: float) -> str:
    return as_text(compose(story, brief=True))


def _json(story: Story, threshold: float) -> str:
    import json

    return json.dumps(as_json(story, threshold), ensure_ascii=False, indent=2)


def _markdown(story: Story, _: float) -> str:
    return as_markdown(compose(story))


def _html(story: Story, _: float) -> str:
    return as_html(compose(story))


_WRITERS: dict[str, Callable[[Story, float], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
}
