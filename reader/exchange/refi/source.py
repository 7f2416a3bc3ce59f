"""The texts of a REFI-QDA project: an article, or a list of quotes that were not found in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reader.exchange.refi.elements import guid, xml_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import ArticleReference, Target
    from reader.notes.anchored_place import Span

__all__ = ["FACTS", "QUOTES_ONLY", "SEPARATOR", "TITLE", "SourceText", "variables"]

TITLE = "title"
FACTS = ("article", "sha256", "source", "date", "url", "path", TITLE)
"""The facts of an article, variables of its source. `article` is its id.

The title is a variable only where the source has another name: programs name files after sources.
"""

QUOTES_ONLY = "quotes only"
"""The variable, with the value "yes", of a source that has only quotes: their words are in no text."""

SEPARATOR = "\n\n* * *\n\n"
"""The text between two of these quotes, each of which has its context around it."""

_NOT_IN_FILE_NAMES = re.compile(r'[/\\:*?"<>|]')


class SourceText:
    """A text with its selections; without a text of its own, it consists of the quotes that are added."""

    def __init__(self, article: ArticleReference, text: str | None = None) -> None:
        self.article = article
        self.quotes_only = text is None
        self.guid = guid("quotes" if self.quotes_only else "source", article.id)
        self.selections: list[ET.Element] = []
        self._chunks = [text] if text else []
        self._length = len(text or "")

    @property
    def text(self) -> str:
        """The text, with all quotes added until now."""
        return "".join(self._chunks)

    def quote(self, target: Target) -> Span:
        """Adds a quote with its context and returns its place."""
        quote, separator = target.quote, SEPARATOR if self._chunks else ""
        start = self._length + len(separator) + len(quote.prefix)
        self._chunks.append(separator + quote.prefix + quote.exact + quote.suffix)
        self._length += len(self._chunks[-1])
        return start, start + len(quote.exact)

    def facts(self) -> dict[str, str]:
        """The facts of the article, by the names of the variables."""
        article = self.article
        title = article.title if article.title != self._name() else ""
        values = (article.id, article.sha256, article.source, article.date, article.url, article.path, title)
        facts = dict(zip(FACTS, values, strict=True)) | ({QUOTES_ONLY: "yes"} if self.quotes_only else {})
        return {name: value for name, value in facts.items() if value}

    def element(self) -> ET.Element:
        """The source as an element of the project; its text is a file beside it."""
        element = ET.Element("TextSource", guid=self.guid, name=self._name())
        element.set("plainTextPath", f"internal://{self.guid}.txt")
        element.extend(self.selections)
        for fact, text in self.facts().items():
            value = ET.SubElement(element, "VariableValue")
            ET.SubElement(value, "VariableRef", targetGUID=guid("variable", fact))
            ET.SubElement(value, "TextValue").text = xml_text(text)
        return element

    def _name(self) -> str:
        """The title, without signs that a name of a file cannot have."""
        return _NOT_IN_FILE_NAMES.sub("-", xml_text(self.article.title))


def variables(sources: Sequence[SourceText]) -> list[ET.Element]:
    """The variables that the sources use."""
    used = {fact for source in sources for fact in source.facts()}
    return [
        ET.Element("Variable", guid=guid("variable", fact), name=fact, typeOfVariable="Text")
        for fact in (*FACTS, QUOTES_ONLY)
        if fact in used
    ]
