"""Annotations from a REFI-QDA project (.qdpx): our own, and those of other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count, takewhile
from uuid import UUID

from annotations.imported import ForeignFileError, Imported, checked
from annotations.model import COLOURS, Annotation, ArticleReference, Tag, Target, TextPosition, TextQuote
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.refi.archive import Archive, opened
from reader.exchange.refi.elements import RELATION, colour_guid
from reader.exchange.refi.parsing import Element, children, codes_of, guid_in, named
from reader.exchange.refi.project_writing import passage_guid
from reader.exchange.refi.source import APART, PARTED
from reader.exchange.web_annotation.selectors import ArticleId

__all__ = ["is_refi_project", "read_refi_project"]

_EPOCH = "1970-01-01T00:00:00.000Z"
_OTHER_SOURCES = ("PictureSource", "PDFSource", "AudioSource", "VideoSource")


def is_refi_project(data: bytes) -> bool:
    """Whether a file is an archive, as projects are."""
    return data.startswith(b"PK")


def read_refi_project(data: bytes, article_id: ArticleId) -> Imported:
    """The selections in the texts of a project as annotations, and its codebook.

    A link between two of them is an annotation of both; selections that are but parts of one of ours are not
    annotations by themselves. Selections in pictures, sound, film and PDF are left out. Raises
    ForeignFileError where the archive or anything of it that counts is damaged.
    """
    with opened(data) as archive:
        project = _ProjectReader(archive, article_id)
        annotations = tuple(project.annotations())
    left_out = [
        f"{sanitize_line(source.get('name', ''))}: only texts can be annotated here"
        for kind in _OTHER_SOURCES
        for source in named(project.root, kind)
    ]
    return Imported(annotations, tuple(left_out), project.codebook())


class _ProjectReader:
    def __init__(self, archive: Archive, article_id: ArticleId) -> None:
        self._archive = archive
        self._article_id = article_id
        self.root = archive.root
        self._codes = codes_of(self.root)
        self._users = {
            guid_in(user): sanitize_line(user.get("name", "")) for user in named(self.root, "User")
        }
        self._notes = {guid_in(note): archive.text(note) for note in named(self.root, "Note")}

    def codebook(self) -> tuple[Tag, ...]:
        """The tags that something is said of."""
        tags = {tag.name.casefold(): tag for tag in self._codes.values()}
        return tuple(tag for tag in tags.values() if tag.colour or tag.description)

    def annotations(self) -> Iterator[Annotation]:
        """All annotations: the joined ones in place of those that are only parts of them."""
        selections = dict(self._selections())
        parts: set[str] = set()
        joined = []
        for link in named(self.root, "Link"):
            ends = [guid_in(link, name) for name in ("originGUID", "targetGUID")]
            if all(end in selections for end in ends) and ends[0] not in parts:
                try:
                    annotation, own = self._joined(link, ends, selections)
                except ValueError as error:
                    raise ForeignFileError(f"link {guid_in(link)} in it is damaged: {error}") from error
                joined.append(annotation)
                parts |= own
        yield from (annotation for identity, annotation in selections.items() if identity not in parts)
        yield from joined

    # Selections

    def _selections(self) -> Iterator[tuple[str, Annotation]]:
        """Each selection by its id, as the annotation that it is by itself."""
        for source in named(self.root, "TextSource"):
            selections = children(source, "PlainTextSelection")
            if not selections:
                continue
            text = self._archive.text(source)
            article = self._archive.article(source, text, self._article_id)
            apart = APART in self._archive.facts(source)
            for selection in selections:
                yield guid_in(selection), self._selection(selection, text, article, apart=apart)

    def _selection(
        self, selection: Element, text: str, article: ArticleReference, *, apart: bool
    ) -> Annotation:
        identity = guid_in(selection)
        try:
            start, end = (int(selection.get(name, "")) for name in ("startPosition", "endPosition"))
            target = (
                _quoted_apart(article, text, start, end) if apart else Target.of(article, text, start, end)
            )
            return checked(self._annotation(selection, identity, (target,)))
        except ValueError as error:
            raise ForeignFileError(
                f"selection {sanitize_line(identity)} in it is damaged: {error}"
            ) from error

    def _annotation(self, element: Element, identity: str, targets: tuple[Target, ...]) -> Annotation:
        codes = [guid_in(code, "targetGUID") for code in named(element, "CodeRef")]
        descriptions = [sanitize(each.text or "") for each in children(element, "Description")]
        relations = [each for each in descriptions if each.startswith(RELATION)]
        said = [each for each in descriptions if each not in relations]
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
            note="\n\n".join(filter(None, (*said, *notes))),
            relation=sanitize_line(relations[0].removeprefix(RELATION)) if relations else "",
            author=self._users.get(user, ""),
        )

    # Links

    def _joined(
        self, link: Element, ends: list[str], selections: dict[str, Annotation]
    ) -> tuple[Annotation, set[str]]:
        """The annotation that a link makes, and the selections that are only parts of it."""
        identity = guid_in(link)
        own = (passage_guid(identity, number) for number in count(1))
        parts = [*takewhile(lambda each: each in selections, own)]
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


def _quoted_apart(article: ArticleReference, text: str, start: int, end: int) -> Target:
    """A target of a source of quotes: its context is what stands between the marks that part them."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}-{end} is no passage of a text of {len(text)} characters")
    first = text.rfind(PARTED, 0, start)
    before = 0 if first < 0 else first + len(PARTED)
    last = text.find(PARTED, end)
    after = len(text) if last < 0 else last
    quote = TextQuote(text[start:end], text[before:start], text[end:after])
    return Target(article, quote, TextPosition(start - before, end - before))


def _utc(time: str) -> str:
    """A time of XML Schema as annotations have it; without a zone it is taken for UTC. Raises ValueError."""
    read = datetime.fromisoformat(time.strip())
    read = read if read.tzinfo else read.replace(tzinfo=UTC)
    return read.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
