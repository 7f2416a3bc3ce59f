"""Foreign text inside Markdown: it is shown as it is and creates no structure.

For CommonMark, GitHub and Obsidian. Everything that could begin emphasis, a link, an image, code, a
heading, a list, a table cell, a tag, a comment, a formula, a footnote, an HTML element or a block id is
escaped by a backslash, which all three show as the character itself. So is what their plugins and site
generators carry out: {{ }} and {% %} of Jekyll and Hugo, <% %> of Templater, key:: value of Dataview.
"""

from __future__ import annotations

import json
import re

from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.web_address import is_web_address, percent_encoded

__all__ = ["inline", "link", "named_link", "paragraphs", "quoted", "tag", "yaml"]

_ALWAYS = re.compile(r"\{[{%#]+|<%+|::+|==|%%|[\\`*_\[\]<>|~#^$]|&(?=#?\w+;)")
_WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "!\"#$%&'()*+,.:;<=>?@[\\]^`{|}~"}
_NOT_IN_TAGS = re.compile("[\u2000-\u206f\u2e00-\u2e7f]")
_EMPHASIS = re.compile(r"(?<!\w)_+|_+(?!\w)")
_AT_START = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)](?:\s|$)))")


def inline(text: str) -> str:
    """A text on one line."""
    return _line(sanitize_line(text))


def paragraphs(text: str) -> str:
    """A text of several lines; empty lines separate paragraphs."""
    lines = [_line(" ".join(line.split())) for line in sanitize(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def quoted(markdown: str) -> str:
    """Markdown as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))


def tag(name: str) -> str:
    """A tag for Obsidian: no white space, no ASCII punctuation except - _ /, and not only a number.

    A sign that Obsidian does not allow becomes its wide form, so that C, C＋＋ and C＃ stay three tags.
    """
    parts = (_part_of_tag(part) for part in sanitize_line(name).split("/"))
    name = "/".join(filter(None, parts))
    return f"#{name}_" if name.isdecimal() else f"#{name}" if name else ""


def _part_of_tag(part: str) -> str:
    part = "-".join(_NOT_IN_TAGS.sub(" ", part.translate(_WIDE)).split())
    return _EMPHASIS.sub("-", part).strip("-")


def link(url: str) -> str:
    """A web address as a link; any other address as text."""
    return f"<{percent_encoded(url)}>" if is_web_address(url) else inline(url)


def named_link(name: str, url: str) -> str:
    """A text as a link to a web address; the text alone where there is no address."""
    return f"[{inline(name)}](<{percent_encoded(url)}>)" if is_web_address(url) else inline(name)


def yaml(value: str | int | list[str]) -> str:
    """A value of front matter on one line, as JSON, which is also YAML."""
    return json.dumps(value, ensure_ascii=False)


def _line(line: str) -> str:
    line = _ALWAYS.sub(lambda match: "".join(f"\\{character}" for character in match[0]), line)
    return _AT_START.sub(_escaped_start, line)


def _escaped_start(match: re.Match[str]) -> str:
    start = match[0]
    return f"{start}\\" if start[0].isdecimal() else f"\\{start}"
