"""Annotations from a REFI-QDA project (.qdpx), from reader or another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, takewhile

from annotations.model import Annotation, Tag
from reader.base.sanitizing import sanitize_line
from reader.exchange.imported_file import ArticleId, ImportedFile, Intake
from reader.exchange.refi.archive import RefiArchive, opened
from reader.exchange.refi.elements import guid
from reader.exchange.refi.left_out import SOURCES, report_left_out
from reader.exchange.refi.parsing import Element, children, codes_of, guid_in, local_name, named, usual_uuid
from reader.exchange.refi.project_notes import ProjectNotes
from reader.exchange.refi.project_writing import passage_guid
from reader.exchange.refi.remarks import Remarks
from reader.exchange.refi.source_reading import SourceReader

__all__ = ["is_refi_project", "read_refi_project"]


def is_refi_project(data: bytes) -> bool:
    """Whether a file is a zip archive, as projects are."""
    return data.startswith(b"PK")


def read_refi_project(data: bytes, article_id: ArticleId) -> ImportedFile:
    """The annotations of a project, and its codebook; what cannot be kept is left out and reported.

    A selection in a text (an article, the text of a PDF, a transcript) is an annotation; codes and notes of a
    source are an annotation of the whole article. A link between two selections is one annotation of both;
    the selections of a link that reader wrote are not annotations of their own. Raises ForeignFileError
    where the archive or its project is damaged.
    """
    with opened(data) as archive:
        return _ProjectReader(archive, article_id).file()


class _ProjectReader:
    def __init__(self, archive: RefiArchive, article_id: ArticleId) -> None:
        self._root = archive.root
        self._intake = Intake()
        self._notes = ProjectNotes(archive, self._intake)
        self._codes = self._described(codes_of(self._root))
        remarks = Remarks(self._root, self._codes, self._notes, self._intake)
        self._reader = SourceReader(archive, article_id, remarks, self._notes, self._intake)

    def file(self) -> ImportedFile:
        """Everything that was read."""
        selections = {annotation.id: annotation for annotation in self._annotations()}
        parts = self._add_links(selections)
        for identity, annotation in selections.items():
            if identity not in parts:
                self._intake.add(annotation)
        report_left_out(self._root, self._intake)
        self._notes.report_unused()
        return self._intake.file(self._codebook(selections.values()))

    def _annotations(self) -> Iterator[Annotation]:
        """The annotations of all sources; a selection's has its id."""
        for sources in children(self._root, "Sources"):
            for source in sources:
                if local_name(source) in SOURCES:
                    yield from self._reader.annotations(source)

    def _add_links(self, selections: dict[str, Annotation]) -> set[str]:
        """Takes the links between selections; returns the ids of selections that are only their parts."""
        parts: set[str] = set()
        for link in named(self._root, "Link"):
            ends = [guid_in(link, name) for name in ("originGUID", "targetGUID")]
            if any(map(self._notes.has, ends)) or ends[0] in parts:
                continue
            if not all(end in selections for end in ends):
                self._intake.leave_out(f"link “{link.get('name', '')}”", "it does not join two passages")
                continue
            annotation, own = self._joined(link, ends, selections)
            self._intake.add(annotation)
            parts |= own
        return parts

    def _joined(
        self, link: Element, ends: list[str], selections: dict[str, Annotation]
    ) -> tuple[Annotation, set[str]]:
        """The annotation of a link, and the ids of the selections that are only its parts."""
        identity = usual_uuid(guid_in(link))
        own_ids = (passage_guid(identity, number) for number in count(1))
        parts = [*takewhile(lambda each: each in selections, own_ids)]
        ends = parts if set(ends) <= set(parts) else ends
        annotation = replace(
            selections[ends[0]],
            id=identity or guid("link", ":".join(ends)),
            targets=tuple(target for end in ends for target in selections[end].targets),
            tags=tuple(dict.fromkeys(tag for end in ends for tag in selections[end].tags)),
            relation=sanitize_line(link.get("name", "")),
            note="\n\n".join(self._notes.of(link)),
        )
        return annotation, set(parts)

    def _described(self, codes: dict[str, Tag]) -> dict[str, Tag]:
        """The codes with their notes as further description."""
        elements = {guid_in(code): code for code in named(self._root, "Code")}
        described = {}
        for identity, tag in codes.items():
            texts = [tag.description, *self._notes.of(elements[identity])]
            described[identity] = replace(tag, description=sanitize_line(" ".join(filter(None, texts))))
        return described

    def _codebook(self, annotations: Iterable[Annotation]) -> tuple[Tag, ...]:
        """The tags that have a colour or a description, and those that no annotation has."""
        used = {tag.casefold() for annotation in annotations for tag in annotation.tags}
        tags = {tag.name.casefold(): tag for tag in self._codes.values()}
        return tuple(tag for key, tag in tags.items() if tag.colour or tag.description or key not in used)
