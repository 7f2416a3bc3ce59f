"""The text of a remark that is written in HTML."""

from __future__ import annotations

import re

from reader.base.sanitizing import sanitize

__all__ = ["text_of_html"]

_BLOCK = re.compile("address|article|blockquote|br|d[dlt]|div|figure|h[1-6r]|li|[ou]l|p|pre|section|table|tr")
_HIDDEN = frozenset(("script", "style", "template", "head"))
_LARGEST = 1_000_000
"""The longest HTML, in characters, that is parsed; longer text stays as it is."""


def text_of_html(html: str) -> str:
    """The words of HTML, each paragraph on a line of its own. Nothing is loaded; scripts are left out."""
    from lxml import etree
    from lxml import html as parser

    if len(html) > _LARGEST:
        return html
    try:
        root = parser.fragment_fromstring(html, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html
    parts, hidden = [], 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        starts = event == "start"
        if event in ("start", "end"):
            hidden += (1 if starts else -1) if element.tag in _HIDDEN else 0
            parts.append("\n" if _BLOCK.fullmatch(element.tag) else "")
        text = element.text if starts else element.tail
        parts.append(re.sub(r"\s+", " ", text or "") if not hidden else "")
    lines = (line.strip() for line in sanitize("".join(parts)).split("\n"))
    return "\n".join(filter(None, lines))
