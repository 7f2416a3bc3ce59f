"""A page as its readers see it: without hidden and struck text, and with superscripts apart from numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from reader.articles.formats.superscripts import superscript

__all__ = ["show_as_seen"]

SCRIPTED = 400
"""Characters of prose that may be an article: a page that hides it has a script to show it."""

MOST = 0.8
"""The part of the prose of a page that may be hidden; more is the article."""

LABEL = 30
"""Characters that a label may have, such as an entry of a menu."""

_STRUCK = frozenset(("del", "s", "strike"))
_SCRIPTS = frozenset(("script", "style", "template", "noscript", "head"))
_SUPERSCRIPT = frozenset(("sup", "superscript"))
_FLAGS = frozenset(("", "hidden", "true"))
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_CROSSED = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_RAISED = re.compile(r"(?:^|;)\s*vertical-align\s*:\s*super\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_LETTER = re.compile(r"[^\W\d_]")


def show_as_seen(tree: HtmlElement) -> None:
    """Removes hidden and struck text from a tree, and writes superscript digits as such: 10⁶, 1931².

    Hidden text stays where a page has hardly any other: a script shows it.
    """
    for is_unwanted in (_is_struck, _is_hidden):
        _remove(tree, is_unwanted)
    for element in _outermost(tree, _is_raised):
        _raise(element)


def _remove(tree: HtmlElement, is_unwanted: Callable[[HtmlElement], bool]) -> None:
    found = list(_outermost(tree, is_unwanted))
    unwanted = sum(map(_length, found))
    if unwanted < SCRIPTED or unwanted < MOST * _length(tree):
        for element in found:
            _replace(element, "")


def _outermost(tree: HtmlElement, is_wanted: Callable[[HtmlElement], bool]) -> Iterator[HtmlElement]:
    """The elements of a kind that are not inside another one of that kind."""
    walker = etree.iterwalk(tree, events=("start",))
    for _, element in walker:
        if isinstance(element, HtmlElement) and element is not tree and is_wanted(element):
            walker.skip_subtree()
            yield element


def _length(tree: HtmlElement) -> int:
    """The characters of prose in an element: of its texts that are longer than a label."""
    length = 0
    walker = etree.iterwalk(tree, events=("start",))
    for _, element in walker:
        if element.tag in _SCRIPTS:
            walker.skip_subtree()
        elif isinstance(element.tag, str):
            length += _prose(element.text)
        if element is not tree:
            length += _prose(element.tail)
    return length


def _prose(text: str | None) -> int:
    length = len((text or "").strip())
    return length if length > LABEL else 0


def _is_struck(element: HtmlElement) -> bool:
    return element.tag in _STRUCK or bool(_CROSSED.search(element.get("style", "")))


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body") or not isinstance(element.tag, str):
        return False
    return (
        element.get("hidden", "no").lower() in _FLAGS
        or element.get("aria-hidden", "").lower() == "true"
        or element.tag == "template"
        or (element.tag == "dialog" and element.get("open") is None)
        or bool(_UNSEEN.search(element.get("style", "")))
    )


def _is_raised(element: HtmlElement) -> bool:
    """Whether an element is superscript, or the link of a note right after a word."""
    if element.tag == "a":
        before = element.getprevious()
        text = (element.getparent().text if before is None else before.tail) or " "
        return "#" in element.get("href", "") and bool(
            _NUMBER.fullmatch(element.text_content()) and not text[-1].isspace()
        )
    is_named = not _SUPERSCRIPT.isdisjoint(element.get("class", "").lower().split())
    return element.tag == "sup" or (
        element.tag == "span" and (is_named or bool(_RAISED.search(element.get("style", ""))))
    )


def _raise(element: HtmlElement) -> None:
    """Replaces an element with its text as superscript; the mark of a note that is a letter is bracketed."""
    text = str(element.text_content())
    is_note = element.tag == "a" or element.find(".//a") is not None
    if is_note and _LETTER.fullmatch(text.strip()):
        text = f"[{text.strip()}]"
    elif not text.strip().startswith(("[", "(")):
        text = superscript(text)
    _replace(element, text)


def _replace(element: HtmlElement, text: str) -> None:
    """Makes an element a plain one with this text: removing thousands of them would take too long."""
    element.clear(keep_tail=True)
    element.tag, element.text = "span", text
