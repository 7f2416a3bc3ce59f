"""A report as one HTML file that loads nothing: no script, no font, no picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reader.base.sanitizing import sanitize_line
from reader.exchange.web_address import is_web_address, percent_encoded
from reader.story.report.blocks import Block, Cell, Heading, Hyperlink, cell_text

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["as_html"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A date, which is not broken into two lines."""


def as_html(blocks: Sequence[Block]) -> str:
    """The blocks as an HTML document. Shares are shaded, which makes the overlap table a heat map."""
    title = next((block.words for block in blocks if isinstance(block, Heading)), "A story")
    return _template().render(blocks=blocks, title=title)


@cache
def _template() -> Template:
    """The template. All text that reaches it is put on one safe line and escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["text"] = cell_text
    environment.filters["address"] = _address
    environment.tests["day"] = _is_day
    source = files("reader.story.report").joinpath("report.html").read_text(encoding="utf-8")
    return environment.from_string(source)


def _safe(value: object) -> object:
    return sanitize_line(value) if type(value) is str else value


def _address(cell: Cell) -> str:
    """The web address that a cell links to, "" if it has none."""
    return percent_encoded(cell.url) if isinstance(cell, Hyperlink) and is_web_address(cell.url) else ""


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, str) and _DAY.fullmatch(cell) is not None
