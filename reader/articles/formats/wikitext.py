"""Articles in the markup of Wikipedia, by mwparserfromhell."""

from __future__ import annotations

import re
from collections.abc import Callable

import mwparserfromhell as parser
from mwparserfromhell.nodes import (
    Argument,
    Comment,
    ExternalLink,
    Heading,
    HTMLEntity,
    Tag,
    Template,
    Wikilink,
)

from reader.articles.decoding import UndecodableError, decode
from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.superscripts import superscript

__all__ = ["extract"]

_HEADING = "\x01"
_MAGIC = re.compile(r"__[A-Z]+__|^\+ ", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_BOLD = re.compile(r"'''+([^'\n]+)'''")
_UNSHOWN = tuple(
    f"{kind}:"
    for kind in ("file", "image", "category", "datei", "bild", "kategorie", "fichier", "catégorie", "archivo")
)
"""Links that do not show their text in the article, in the languages with the most articles."""

_SKIPPED = {"gallery", "timeline", "s", "del", "style", "script", "references", "imagemap", "templatestyles"}
_SIGNS = {
    "ndash": "–",
    "snd": " – ",
    "spaced ndash": " – ",
    "mdash": "—",
    "nbsp": " ",
    "'": "'",
    "=": "=",
    "!": "|",
}
_FIRST = {"nowrap", "nobr", "small", "abbr", "tooltip", "quote", "blockquote", "cquote", "zitat", "smallcaps"}
"""Templates that show their first value."""

_LAST = {"lang", "language", "transl", "ipa", "lang-de", "lang-fr", "lang-es", "ill", "interlanguage link"}
"""Templates that show their last value."""


def extract(data: bytes) -> Extract:
    """The text as it is shown, then its notes. Boxes of data beside the text are left out.

    Raises NoArticleError.
    """
    try:
        source = decode(data)
    except UndecodableError:
        raise NoArticleError("has an unknown encoding; save it as UTF-8") from None
    page = _Page()
    text = page.shown(parser.parse(source.replace("\r\n", "\n")))
    blocks = [*_blocks(text), *(block for note in page.notes for block in _blocks(note))]
    if not blocks:
        raise NoArticleError("has no text; save the page of the article as .html")
    bold = _BOLD.search(source)
    return Extract(blocks, {"title": bold[1]} if bold else {})


class _Page:
    """One page, whose notes are put aside."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._own: dict[type, Callable[..., str]] = {
            Comment: lambda node: "",
            Argument: lambda node: "",
            HTMLEntity: lambda node: str(node.normalize()),
            Heading: lambda node: f"\n\n{_HEADING}{self.shown(node.title)}\n\n",
            Wikilink: self._link,
            ExternalLink: lambda node: self.shown(node.title) if node.title else "",
            Template: self._template,
            Tag: self._tag,
        }

    def shown(self, code: parser.wikicode.Wikicode | None) -> str:
        """The text of a piece of the page."""
        return (
            "".join(self._own.get(type(node), str)(node) for node in code.nodes) if code is not None else ""
        )

    def _link(self, link: Wikilink) -> str:
        title = str(link.title).strip()
        if title.lower().startswith(_UNSHOWN):
            return ""
        return self.shown(link.text) if link.text is not None else title.removeprefix(":")

    def _template(self, template: Template) -> str:
        name = str(template.name).strip().lower()
        values = [self.shown(value.value) for value in template.params if not value.showkey]
        if name in ("convert", "cvt") and len(values) > 1:
            return f"{values[0]} {values[1]}"
        if name in _FIRST and values:
            return values[0]
        if (name in _LAST or name.startswith("lang-")) and values:
            return values[-1]
        return _SIGNS.get(name, "")

    def _tag(self, tag: Tag) -> str:
        name = str(tag.tag).strip().lower()
        if name == "ref":
            self.notes += [text] if (text := self.shown(tag.contents)).strip() else []
            return ""
        if name in _SKIPPED:
            return ""
        if name == "tr":
            cells = (" ".join(self.shown(cell.contents).split()) for cell in _cells(tag))
            return "\n\n" + " | ".join(filter(None, cells)) + "\n\n"
        if name == "sup":
            return superscript(self.shown(tag.contents))
        return {"li": "\n\n• ", "br": "\n\n", "hr": "\n\n", "dd": "\n\n", "dt": "\n\n"}.get(
            name, ""
        ) + self.shown(tag.contents)


def _cells(row: Tag) -> list[Tag]:
    return [node for node in row.contents.nodes if isinstance(node, Tag) and str(node.tag) in ("td", "th")]


def _blocks(text: str) -> list[Block]:
    """The blocks of a text: a list item ends with its line, a paragraph with an empty line."""
    blocks = []
    for paragraph in _PARAGRAPH.split(text):
        lines = paragraph.strip("\n").split("\n", 1) if paragraph.strip().startswith("•") else [paragraph]
        for line in lines:
            words = " ".join(_MAGIC.sub("", line.replace(_HEADING, " ")).split())
            if words.strip("• "):
                blocks.append(Block(words, _HEADING in line))
    return blocks
