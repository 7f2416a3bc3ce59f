"""The HTML report: one file with the articles side by side, their matches, and the annotations."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reader.exchange.html.values import report_values

if TYPE_CHECKING:
    from jinja2 import Template

    from reader.exchange.export import Export

__all__ = ["html_report"]


def html_report(export: Export) -> str:
    """One HTML file that loads nothing else.

    The text of articles and annotations is never markup: every value is escaped, and the file's
    Content-Security-Policy allows only our own style and script, which it names by checksum.
    """
    return _template().render(report_values(export))


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    style, script = _resource("report.css"), _resource("report.js")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    ours = {"style": _trusted(style), "script": _trusted(script), "policy": _policy(style, script)}
    return environment.from_string(_resource("report.html"), ours)


def _resource(name: str) -> str:
    return files("reader.exchange.html").joinpath(name).read_text(encoding="utf-8")


def _trusted(text: str) -> object:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our own style and script, read from files of ours


def _policy(style: str, script: str) -> str:
    only = {"style-src": style, "script-src": script}
    allowed = [f"{name} 'sha256-{_checksum(content)}'" for name, content in only.items()]
    return "; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"])


def _checksum(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
