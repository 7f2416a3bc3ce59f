"""A report as one HTML file that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from reader.base.sanitizing import sanitize_line
from reader.exchange.web_address import is_web_address
from reader.story.report.blocks import Block, Cell, Heading, Hyperlink, ReportParagraph, Table, shown

__all__ = ["as_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load and run: nothing but its own style."""

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; } h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; }
td { border-top: 1px solid #8888; }
tr.more td { border-top: none; }
time { white-space: nowrap; }
td.share { text-align: right; padding: .3rem .6rem; background: rgb(255 140 0 / var(--share)); }
"""


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""What is not broken into two lines."""


def as_html(blocks: Sequence[Block]) -> str:
    """The blocks as an HTML document; shares are shaded, so that a matrix is a heat map."""
    title = next((sanitize_line(block.words) for block in blocks if isinstance(block, Heading)), "A story")
    body = "\n".join(line for block in blocks for line in _lines(block))
    head = (
        '<meta charset="utf-8"><meta name="generator" content="reader">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>"
    )
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield f"<h{level}>{_safe(words)}</h{level}>"
        case ReportParagraph(words):
            yield f"<p>{_safe(words)}</p>"
        case Table(columns, rows):
            yield '<div class="wide"><table><thead><tr>'
            yield "".join(f'<th scope="col">{_safe(name)}</th>' for name in columns)
            yield "</tr></thead><tbody>"
            yield from map(_row, rows)
            yield "</tbody></table></div>"


def _row(cells: Sequence[Cell]) -> str:
    """A row; no rule stands above one that goes on with the last."""
    start = "<tr>" if cells[0] else '<tr class="more">'
    return f"{start}{''.join(map(_cell, cells))}</tr>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return f'<td class="share" style="--share: {cell * 0.7:.2f}">{shown(cell)}</td>'
    words = _safe(shown(cell))
    if isinstance(cell, Hyperlink) and is_web_address(cell.url):
        return f'<td><a href="{_safe(cell.url)}" rel="noopener noreferrer">{words}</a></td>'
    return f"<td><time>{words}</time></td>" if _DAY.fullmatch(words) else f"<td>{words}</td>"


def _safe(words: str) -> str:
    return escape(sanitize_line(words))
