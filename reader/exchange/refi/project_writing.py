"""Annotations as a REFI-QDA project (.qdpx): tags are codes, passages are selections, pairs are links."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from annotations.anchoring.model import State
from annotations.codebook import entries
from annotations.model import COLOURS
from reader.exchange.export import timestamp
from reader.exchange.refi.elements import (
    PROJECT,
    RELATION,
    RGB,
    colour_guid,
    document,
    guid,
    nested_codes,
    xml_text,
)
from reader.exchange.refi.source import SourceText, variables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.model import Annotation, Target
    from reader.exchange.export import Export
    from reader.notes.anchored_place import AnchoredPlace

__all__ = ["MARK", "passage_guid", "refi_project"]

MARK = b"reader: REFI-QDA"
"""The comment of the archive."""

_NAME = 60
"""The length of the name of a selection, in code points of its passage."""


def refi_project(export: Export, *, now: datetime) -> bytes:
    """A project as an archive of project.qde and the texts; positions are code points, the end exclusive.

    Passages that were found, changed or not, are selections in the text of their article; the others are
    selections in a source of quotes. A highlight has the id of its selection; an annotation of several
    passages has the id of the link from the first to the second, and its relation is the name. Notes are
    notes, and also the description of the selection, where QualCoder reads them. The relation of a highlight
    is the first line of its description. A colour other than the first is a code.
    """
    project = _ProjectWriter(export, now)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = MARK
        time = (*now.astimezone(UTC).timetuple()[:6],)
        for name, data in project.files():
            archive.writestr(zipfile.ZipInfo(name, time), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def passage_guid(annotation: str, number: int) -> str:
    """The id of the selection of passage `number`, from 1, of an annotation that has several."""
    return guid("passage", f"{annotation}:{number}")


class _ProjectWriter:
    def __init__(self, export: Export, now: datetime) -> None:
        self._export = export
        self._now = now
        texts = {article.id: article.text for article in export.articles}
        articles = export.references()
        self._whole = {each.id: SourceText(each, texts[each.id]) for each in articles if each.id in texts}
        self._quotes = {each.id: SourceText(each) for each in articles}
        self._notes: list[ET.Element] = []
        self._links: list[ET.Element] = []
        self._coded: set[tuple[str, ...]] = set()
        self._further: list[tuple[Annotation, ET.Element, str]] = []
        for annotation in export.annotations:
            self._add(annotation)
        for further in self._further:
            self._code(*further, again=False)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the archive."""
        sources = [source for source in (*self._whole.values(), *self._quotes.values()) if source.text]
        yield "project.qde", document(self._root(sources), PROJECT)
        for source in sources:
            yield f"sources/{source.guid}.txt", xml_text(source.text).encode()

    def _add(self, annotation: Annotation) -> None:
        places = self._export.places_of(annotation)
        several = len(annotation.targets) > 1
        note = self._note(annotation)
        guids = []
        for number, (target, place) in enumerate(zip(annotation.targets, places, strict=True), 1):
            guids.append(passage_guid(annotation.id, number) if several else annotation.id)
            source, selection = self._selection(annotation, target, place, guids[-1])
            if number == 1:
                selection.extend(_description(annotation, with_relation=not several))
                self._code(annotation, selection, source.guid)
                selection.extend(() if several else note)
            else:
                self._further.append((annotation, selection, source.guid))
        for number, other in enumerate(guids[1:], 2):
            identity = annotation.id if number == 2 else guid("link", f"{annotation.id}:{number}")
            self._links.append(_link(annotation, identity, guids[0], other))
            self._links[-1].extend(note if number == 2 else ())

    def _selection(
        self, annotation: Annotation, target: Target, place: AnchoredPlace | None, identity: str
    ) -> tuple[SourceText, ET.Element]:
        source = self._whole.get(target.article.id)
        if source and place and place.state in (State.OK, State.CHANGED):
            start, end = place.span
        else:
            source = self._quotes[target.article.id]
            start, end = source.quote(target)
        name = " ".join(target.quote.exact.split())[:_NAME]
        selection = ET.Element("PlainTextSelection", guid=identity, name=xml_text(name))
        selection.attrib |= {"startPosition": str(start), "endPosition": str(end)} | _audit(annotation)
        source.selections.append(selection)
        return source, selection

    def _code(
        self, annotation: Annotation, selection: ET.Element, source: str, *, again: bool = True
    ) -> None:
        """Adds the codings of a selection, without `again` only those that its passage does not have yet.

        QualCoder loads each coding of a passage by one person only once, and reports the others.
        """
        codes = [guid("code", tag.casefold()) for tag in annotation.tags]
        if annotation.colour != COLOURS[0]:
            codes.append(colour_guid(annotation.colour))
        place = source, selection.get("startPosition", ""), selection.get("endPosition", "")
        for code in codes:
            coded = *place, code, annotation.author
            if again or coded not in self._coded:
                identity = guid("coding", f"{selection.get('guid')}:{code}")
                coding = ET.SubElement(selection, "Coding", guid=identity)
                ET.SubElement(coding, "CodeRef", targetGUID=code)
            self._coded.add(coded)

    def _note(self, annotation: Annotation) -> list[ET.Element]:
        """A reference to the annotation's note, if it has one."""
        if not annotation.note:
            return []
        identity = guid("note", annotation.id)
        note = ET.Element("Note", {"guid": identity, "name": "note"} | _audit(annotation))
        ET.SubElement(note, "PlainTextContent").text = xml_text(annotation.note)
        self._notes.append(note)
        return [ET.Element("NoteRef", targetGUID=identity)]

    def _root(self, sources: Sequence[SourceText]) -> ET.Element:
        root = ET.Element("Project", name="reader", origin="reader", creationDateTime=timestamp(self._now))
        parts = {
            "Users": [*self._users()],
            "CodeBook": [*self._codebook()],
            "Variables": variables(sources),
            "Sources": [source.element() for source in sources],
            "Notes": self._notes,
            "Links": self._links,
        }
        for name, elements in parts.items():
            if elements:
                ET.SubElement(root, name).extend(elements)
        return root

    def _users(self) -> Iterator[ET.Element]:
        for author in sorted({annotation.author for annotation in self._export.annotations} - {""}):
            yield ET.Element("User", guid=guid("user", author), name=xml_text(author))

    def _codebook(self) -> Iterator[ET.Element]:
        tags = [entry.tag for entry in entries(self._export.codebook, self._export.annotations)]
        codes = [*nested_codes(tags), *self._colours()]
        if codes:
            element = ET.Element("Codes")
            element.extend(codes)
            yield element

    def _colours(self) -> Iterator[ET.Element]:
        used = {annotation.colour for annotation in self._export.annotations} - {COLOURS[0]}
        if used:
            group = ET.Element("Code", guid=guid("colours", ""), name="colour", isCodable="false")
            for colour in sorted(used):
                code = ET.SubElement(group, "Code", guid=colour_guid(colour), name=xml_text(colour))
                code.attrib |= {"isCodable": "true"} | ({"color": RGB[colour]} if colour in RGB else {})
            yield group


def _audit(annotation: Annotation) -> dict[str, str]:
    """The author and the times of an annotation."""
    times = {"creationDateTime": annotation.created, "modifiedDateTime": annotation.updated}
    return ({"creatingUser": guid("user", annotation.author)} if annotation.author else {}) | times


def _description(annotation: Annotation, *, with_relation: bool) -> list[ET.Element]:
    """The description of a selection: its relation on the first line, if it has one, then the note."""
    relation = annotation.relation if with_relation else ""
    text = annotation.note
    if relation or text.startswith(RELATION):
        text = f"{RELATION}{relation}\n{text}" if text else f"{RELATION}{relation}"
    if not text:
        return []
    element = ET.Element("Description")
    element.text = xml_text(text)
    return [element]


def _link(annotation: Annotation, identity: str, origin: str, target: str) -> ET.Element:
    link = ET.Element("Link", guid=identity, name=xml_text(annotation.relation), direction="Associative")
    link.attrib |= {"color": RGB[annotation.colour]} if annotation.colour in RGB else {}
    link.attrib |= {"originGUID": origin, "targetGUID": target}
    return link
