"""The styles of a Word document: they make headings, list items and superscripts."""

from __future__ import annotations

from lxml import etree

from reader.articles.formats.docx_package import attribute, name

__all__ = ["Styles", "child"]

RAISED = 4
"""Half-points by which raised text is taken for superscript."""

_OFF = ("0", "false", "off")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at a path of names below an element; None where there is not any."""
    for wanted in names:
        if element is None:
            return None
        element = next((e for e in element if name(e) == wanted), None)
    return element


class Styles:
    """The styles of one document. `root` is the part that has them; None where the document has no styles."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [e for e in root if name(e) == "w:style"] if root is not None else []
        self._styles = {attribute(style, "styleId"): style for style in styles}

    def is_heading(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph has the style of a title or heading."""
        return self._named(paragraph).startswith(("heading", "title", "subtitle"))

    def is_item(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph has the style of a list."""
        return self._named(paragraph).startswith("list")

    def is_superscript(self, run: etree._Element) -> bool:
        """Whether a run is superscript, by itself or by its style."""
        properties = child(run, "w:rPr")
        if properties is None:
            return False
        for layer in (properties, *self._inherited(properties)):
            if (align := child(layer, "w:vertAlign")) is not None:
                return attribute(align, "val") == "superscript"
            if (position := child(layer, "w:position")) is not None:
                height = attribute(position, "val").removesuffix("pt")
                return height.isdigit() and int(height) >= RAISED
        return False

    def is_hidden(self, run: etree._Element) -> bool:
        """Whether Word does not show a run."""
        vanish = child(run, "w:rPr", "w:vanish")
        return vanish is not None and attribute(vanish, "val") not in _OFF

    def _named(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style in lower case, else its identifier."""
        reference = child(paragraph, "w:pPr", "w:pStyle")
        identifier = attribute(reference, "val") if reference is not None else ""
        named = child(self._styles.get(identifier), "w:name")
        return (attribute(named, "val") if named is not None else identifier).lower()

    def _inherited(self, properties: etree._Element) -> list[etree._Element]:
        """The properties that a run has from its style, and from the styles that this one is based on."""
        layers: list[etree._Element] = []
        reference, seen = child(properties, "w:rStyle"), set[str]()
        while reference is not None and (identifier := attribute(reference, "val")) not in seen:
            seen.add(identifier)
            style = self._styles.get(identifier)
            if (layer := child(style, "w:rPr")) is not None:
                layers.append(layer)
            reference = child(style, "w:basedOn")
        return layers
