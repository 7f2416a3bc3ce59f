"""Annotations from a REFI-QDA project (.qdpx), from reader or another program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count, takewhile
from uuid import UUID

from annotations.model import COLOURS, Annotation, ArticleReference, Tag, Target, TextPosition, TextQuote
from annotations.validation import validated
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId, ForeignFileError, ImportedFile
from reader.exchange.refi.archive import RefiArchive, opened
from reader.exchange.refi.elements import RELATION, colour_guid
from reader.exchange.refi.parsing import Element, children, codes_of, guid_in, named
from reader.exchange.refi.project_writing import passage_guid
from reader.exchange.refi.source import QUOTES_ONLY, SEPARATOR

__all__ = ["is_refi_project", "read_refi_project"]

_EPOCH = "1970-01-01T00:00:00.000Z"
_OTHER_SOURCES = ("PictureSource", "PDFSource", "AudioSource", "VideoSource")


def is_refi_project(data: bytes) -> bool:
    """Whether a file is a zip archive, as projects are."""
    return data.startswith(b"PK")


def read_refi_project(data: bytes, article_id: ArticleId) -> ImportedFile:
    """The selections in the texts of a project as annotations, and its codebook.

    A link between two selections is one annotation of both; the selections of a link that reader wrote are
    not annotations of their own. Selections in pictures, audio, video and PDF are left out. Raises
    ForeignFileError where the archive, or a part of it that is needed, is damaged.
    """
    with opened(data) as archive:
        project = _ProjectReader(archive, article_id)
        annotations = tuple(project.annotations())
    left_out = [
        f"{sanitize_line(source.get('name', ''))}: only text can be annotated here"
        for kind in _OTHER_SOURCES
        for source in named(project.root, kind)
    ]
    return ImportedFile(annotations, tuple(left_out), project.codebook())


class _ProjectReader:
    def __init__(self, archive: RefiArchive, article_id: ArticleId) -> None:
        self._archive = archive
        self._article_id = article_id
        self.root = archive.root
        self._codes = codes_of(self.root)
        self._users = {
            guid_in(user): sanitize_line(user.get("name", "")) for user in named(self.root, "User")
        }
        self._notes = {guid_in(note): archive.text(note) for note in named(self.root, "Note")}

    def codebook(self) -> tuple[Tag, ...]:
        """The tags that have a colour or a description."""
        tags = {tag.name.casefold(): tag for tag in self._codes.values()}
        return tuple(tag for tag in tags.values() if tag.colour or tag.description)

    def annotations(self) -> Iterator[Annotation]:
        """All annotations; a linked one takes the place of the selections that are only its parts."""
        selections = dict(self._selections())
        parts: set[str] = set()
        joined = []
        for link in named(self.root, "Link"):
            ends = [guid_in(link, name) for name in ("originGUID", "targetGUID")]
            if all(end in selections for end in ends) and ends[0] not in parts:
                try:
                    annotation, own = self._joined(link, ends, selections)
                except ValueError as error:
                    raise ForeignFileError(f"its link {guid_in(link)} is damaged: {error}") from error
                joined.append(annotation)
                parts |= own
        yield from (annotation for identity, annotation in selections.items() if identity not in parts)
        yield from joined

    # Selections

    def _selections(self) -> Iterator[tuple[str, Annotation]]:
        """Each selection by its id, as an annotation of its own."""
        for source in named(self.root, "TextSource"):
            selections = children(source, "PlainTextSelection")
            if not selections:
                continue
            text = self._archive.text(source)
            article = self._archive.article(source, text, self._article_id)
            quotes_only = QUOTES_ONLY in self._archive.facts(source)
            for selection in selections:
                yield guid_in(selection), self._selection(selection, text, article, quotes_only=quotes_only)

    def _selection(
        self, selection: Element, text: str, article: ArticleReference, *, quotes_only: bool
    ) -> Annotation:
        identity = guid_in(selection)
        try:
            start, end = (int(selection.get(name, "")) for name in ("startPosition", "endPosition"))
            target = (
                _listed_quote(article, text, start, end)
                if quotes_only
                else Target.of(article, text, start, end)
            )
            return validated(self._annotation(selection, identity, (target,)))
        except ValueError as error:
            raise ForeignFileError(f"its selection {sanitize_line(identity)} is damaged: {error}") from error

    def _annotation(self, element: Element, identity: str, targets: tuple[Target, ...]) -> Annotation:
        codes = [guid_in(code, "targetGUID") for code in named(element, "CodeRef")]
        descriptions = [sanitize(each.text or "") for each in children(element, "Description")]
        relations = [each for each in descriptions if each.startswith(RELATION)]
        remarks = [each for each in descriptions if each not in relations]
        notes = [self._notes.get(guid_in(note, "targetGUID"), "") for note in children(element, "NoteRef")]
        created = _utc(element.get("creationDateTime") or element.get("modifiedDateTime") or _EPOCH)
        user = guid_in(element, "creatingUser") or guid_in(element, "modifyingUser")
        return Annotation(
            id=str(UUID(identity)),
            targets=targets,
            created=created,
            updated=_utc(element.get("modifiedDateTime") or created),
            tags=tuple(dict.fromkeys(self._codes[code].name for code in codes if code in self._codes)),
            colour=next((colour for colour in COLOURS if colour_guid(colour) in codes), COLOURS[0]),
            note="\n\n".join(filter(None, (*remarks, *notes))),
            relation=sanitize_line(relations[0].removeprefix(RELATION)) if relations else "",
            author=self._users.get(user, ""),
        )

    # Links

    def _joined(
        self, link: Element, ends: list[str], selections: dict[str, Annotation]
    ) -> tuple[Annotation, set[str]]:
        """The annotation of a link, and the ids of the selections that are only its parts."""
        identity = guid_in(link)
        own_ids = (passage_guid(identity, number) for number in count(1))
        parts = [*takewhile(lambda each: each in selections, own_ids)]
        ends = parts if set(ends) <= set(parts) else ends
        first = selections[ends[0]]
        notes = [self._notes.get(guid_in(note, "targetGUID"), "") for note in children(link, "NoteRef")]
        annotation = replace(
            first,
            id=str(UUID(identity)),
            targets=tuple(target for end in ends for target in selections[end].targets),
            tags=tuple(dict.fromkeys(tag for end in ends for tag in selections[end].tags)),
            relation=sanitize_line(link.get("name", "")),
            note="\n\n".join(filter(None, notes)),
        )
        return annotation, set(parts)


def _listed_quote(article: ArticleReference, text: str, start: int, end: int) -> Target:
    """A target in a source of quotes; its context extends to the separators around it."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}-{end} is not a passage of a text of {len(text)} characters")
    first = text.rfind(SEPARATOR, 0, start)
    before = 0 if first < 0 else first + len(SEPARATOR)
    last = text.find(SEPARATOR, end)
    after = len(text) if last < 0 else last
    quote = TextQuote(text[start:end], text[before:start], text[end:after])
    return Target(article, quote, TextPosition(start - before, end - before))


def _utc(time: str) -> str:
    """A time of XML Schema as annotations write it; UTC where it has no zone. Raises ValueError."""
    moment = datetime.fromisoformat(time.strip())
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
