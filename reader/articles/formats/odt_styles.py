"""The styles of an OpenDocument text: they make titles, hidden text and superscripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from reader.articles.formats.odt_package import attribute, name

__all__ = ["OpenDocumentStyles"]

_TITLES = ("title", "subtitle")


class OpenDocumentStyles:
    """The styles in the parts of one document."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        styles = (element for root in roots for element in root.iter() if name(element) == "style:style")
        self._styles = {attribute(style, "style:name"): style for style in styles}

    def is_title(self, style: str) -> bool:
        """Whether a paragraph has the style of a title, which is not a heading to this format."""
        names = [style, *(attribute(each, "style:parent-style-name") for each in self._chain(style))]
        return any(each.lower().startswith(_TITLES) for each in names)

    def is_hidden(self, style: str) -> bool:
        """Whether text of a style is hidden."""
        return self._value(style, "text:display") == "none"

    def is_superscript(self, style: str) -> bool:
        """Whether text of a style is superscript."""
        position = self._value(style, "style:text-position").partition(" ")[0]
        return position == "super" or (position.endswith("%") and not position.startswith(("-", "0")))

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """A style and those that it is based on."""
        seen = set[str]()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = attribute(self._styles[style], "style:parent-style-name")

    def _value(self, style: str, property_name: str) -> str:
        """A property of the text of a style; "" where neither it nor those above it have that property."""
        for each in self._chain(style):
            for properties in each:
                if name(properties) == "style:text-properties" and (
                    value := attribute(properties, property_name)
                ):
                    return value
        return ""
