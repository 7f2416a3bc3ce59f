"""The formulas of a Word document in a line of text, so that no digits run together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.articles.formats.docx_package import attribute, name
from reader.articles.formats.docx_styles import child
from reader.articles.formats.superscripts import superscript

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

__all__ = ["FORMULAS"]


class Inside(Protocol):
    """A function of the text inside an element."""

    def __call__(self, element: etree._Element, /) -> str: ...


def _parts(element: etree._Element, inside: Inside, *names: str) -> list[str]:
    """The texts of the parts of a formula; "" for a part that it does not have."""
    parts = [child(element, part) for part in names]
    return ["" if part is None else inside(part) for part in parts]


def _power(element: etree._Element, inside: Inside) -> str:
    base, below, above = _parts(element, inside, "m:e", "m:sub", "m:sup")
    return base + _scripts(below, above)


def _scripts(below: str, above: str) -> str:
    raised = superscript(above)
    return (f"_{below}" if below else "") + (f"^{raised}" if raised[:1].isalpha() else raised)


def _sum(element: etree._Element, inside: Inside) -> str:
    sign = child(element, "m:naryPr", "m:chr")
    below, above, base = _parts(element, inside, "m:sub", "m:sup", "m:e")
    return f"{attribute(sign, 'val') if sign is not None else '∫'}{_scripts(below, above)} {base}"


def _row(element: etree._Element, inside: Inside) -> str:
    return " ".join(filter(None, map(inside, element)))


def _rows(element: etree._Element, inside: Inside) -> str:
    return "; ".join(filter(None, (_row(e, inside) if name(e) == "m:mr" else inside(e) for e in element)))


def _fraction(element: etree._Element, inside: Inside) -> str:
    return "/".join(_parts(element, inside, "m:num", "m:den"))


def _bracketed(element: etree._Element, inside: Inside) -> str:
    return f"({', '.join(inside(part) for part in element if name(part) == 'm:e')})"


def _rooted(element: etree._Element, inside: Inside) -> str:
    degree, radicand = _parts(element, inside, "m:deg", "m:e")
    return f"{superscript(degree)}√({radicand})"


FORMULAS: dict[str, Callable[[etree._Element, Inside], str]] = {
    "m:sSup": _power,
    "m:sSub": _power,
    "m:sSubSup": _power,
    "m:f": _fraction,
    "m:d": _bracketed,
    "m:rad": _rooted,
    "m:nary": _sum,
    "m:m": _rows,
    "m:eqArr": _rows,
}
"""The texts of the structures in which digits of two numbers meet."""
