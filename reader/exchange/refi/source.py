"""The texts of a REFI-QDA project: an article, or a list of quotes whose words stand in none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reader.exchange.refi.elements import guid, xml_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import ArticleReference, Target
    from reader.notes.anchored_place import Span

__all__ = ["APART", "FACTS", "PARTED", "SourceText", "variables"]

FACTS = ("article", "sha256", "source", "date", "url", "path")
"""What is known of an article: variables of its source. `article` is its id."""

APART = "quotes only"
"""The variable, with the value "yes", of a source that has only quotes, for the words stand in no text."""

PARTED = "\n\n* * *\n\n"
"""What parts these quotes, which have their context around them."""


class SourceText:
    """A text with its selections; without a text of its own it is made of the quotes that are added."""

    def __init__(self, article: ArticleReference, text: str | None = None) -> None:
        self.article = article
        self.is_apart = text is None
        self.guid = guid("quotes" if self.is_apart else "source", article.id)
        self.selections: list[ET.Element] = []
        self._chunks = [text] if text else []
        self._length = len(text or "")

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(self._chunks)

    def quote(self, target: Target) -> Span:
        """Adds a quote with its context; where it stands."""
        quote, parted = target.quote, PARTED if self._chunks else ""
        start = self._length + len(parted) + len(quote.prefix)
        self._chunks.append(parted + quote.prefix + quote.exact + quote.suffix)
        self._length += len(self._chunks[-1])
        return start, start + len(quote.exact)

    def facts(self) -> dict[str, str]:
        """What is known of the article, by the names of the variables."""
        article = self.article
        values = (article.id, article.sha256, article.source, article.date, article.url, article.path)
        known = dict(zip(FACTS, values, strict=True)) | ({APART: "yes"} if self.is_apart else {})
        return {name: value for name, value in known.items() if value}

    def element(self) -> ET.Element:
        """The source in the project; its text is a file beside it."""
        element = ET.Element("TextSource", guid=self.guid, name=xml_text(self.article.title))
        element.set("plainTextPath", f"internal://{self.guid}.txt")
        element.extend(self.selections)
        for fact, text in self.facts().items():
            value = ET.SubElement(element, "VariableValue")
            ET.SubElement(value, "VariableRef", targetGUID=guid("variable", fact))
            ET.SubElement(value, "TextValue").text = xml_text(text)
        return element


def variables(sources: Sequence[SourceText]) -> list[ET.Element]:
    """The variables that the sources have."""
    used = {fact for source in sources for fact in source.facts()}
    return [
        ET.Element("Variable", guid=guid("variable", fact), name=fact, typeOfVariable="Text")
        for fact in (*FACTS, APART)
        if fact in used
    ]
