"""The annotations leave: which of them, as what, and into a file. The app and `reader export` share it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.filtering import Filter
from annotations.model import Annotation, Tag
from reader.base.errors import UserError
from reader.base.file_errors import unwritable
from reader.base.files import slug, write_file, write_whole
from reader.exchange.formats import ExportFormat, format_of
from reader.exchange.work import Work
from reader.notes.notebook import NO_MATCH, Notebook

if TYPE_CHECKING:
    from reader.notes.anchor_lookup import AnchorLookup

__all__ = [
    "Per",
    "chosen",
    "exported",
    "gathered",
    "parted",
    "write_export",
]


_UNTAGGED = "untagged"
_TAKEN = {_UNTAGGED, "con", "prn", "aux", "nul"}  # the others are no files where Windows looks at them


class Per(StrEnum):
    """What there is to be a file of its own."""

    ARTICLE = "article"
    TAG = "tag"


def chosen(notebook: Notebook, wanted: Filter, placer: AnchorLookup) -> tuple[Annotation, ...]:
    """The annotations that a filter accepts, in the order they were made."""
    return tuple(
        annotation
        for annotation in notebook.all()
        if wanted.accepts(annotation, placer.states(annotation) if wanted.states else ())
    )


def gathered(annotations: Sequence[Annotation], placer: AnchorLookup, codebook: Sequence[Tag] = ()) -> Work:
    """The annotations with all that exports tell of them, and the tags that are described."""
    from reader.exchange.reporting import told

    places = {annotation.id: placer.places(annotation) for annotation in annotations}
    differences = {
        annotation.id: told(placer.differences(annotation, places[annotation.id]))
        for annotation in annotations
        if annotation.is_pair
    }
    denied = frozenset(annotation.id for annotation in annotations if annotation.relation == NO_MATCH)
    return Work(annotations, places, differences, codebook=codebook, denied=denied)


def exported(work: Work, kind: ExportFormat, placer: AnchorLookup | None = None) -> str | bytes:
    """The work in a format, dated now. Articles that it shows come from `placer`, else from their files."""
    if kind.texts:
        from reader.exchange.reporting import in_full
        from reader.notes.anchor_lookup import AnchorLookup

        work = in_full(work, placer or AnchorLookup(), matches=kind.matches)
    return kind.write(work, datetime.now(UTC))


def parted(annotations: Sequence[Annotation], per: Per) -> dict[str, tuple[Annotation, ...]]:
    """The annotations for one file each article, or each tag, by a name for the file, sorted.

    One that is on several articles, or has several tags, is in each; what has none is under "untagged".
    """
    names = _by_article if per is Per.ARTICLE else _by_tag
    parts: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        for name in dict.fromkeys(names(annotation)):
            parts.setdefault(name, []).append(annotation)
    return {name: tuple(parts[name]) for name in sorted(parts)}


def _by_article(annotation: Annotation) -> list[str]:
    articles = [target.article for target in annotation.targets]
    return [f"{slug(article.title)}-{_mark(article.id)}" for article in articles]


def _by_tag(annotation: Annotation) -> list[str]:
    return [_tag_name(tag.casefold()) for tag in annotation.tags] or [_UNTAGGED]


def _tag_name(tag: str) -> str:
    """The tag itself where a file can be called so; else with a mark, for two of them may look alike."""
    name = slug(tag, "tag")
    return name if name == tag and name not in _TAKEN else f"{name}-{_mark(tag)}"


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def write_export(
    path: Path, content: str | bytes, *, kind: ExportFormat | None = None, force: bool = False
) -> None:
    """Writes an export of a format, else of the one that the path's ending says.

    One that is there already is kept beside it, as NAME~, and what the user has added to it stays. Raises
    UserError where it cannot be written, and for a file that is no such export, unless it is forced.
    """
    kind = kind or format_of(path)
    try:
        if path.is_file() and (before := path.read_bytes()).strip():
            if kind.mark in before:
                content = _again(path, before, content, kind, force=force)
            elif not force:
                raise UserError(
                    f"{path} already exists and was not exported by reader as {kind.name}; "
                    "choose another name"
                )
            write_whole(path.with_name(f"{path.name}~"), before)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error
    write_file(path, content)


def _again(
    path: Path, before: bytes, content: str | bytes, kind: ExportFormat, *, force: bool
) -> str | bytes:
    if kind.again is None or force:
        return content
    try:
        text = before.decode("utf-8-sig").replace("\r\n", "\n")
        return kind.again(text, content if isinstance(content, str) else content.decode())
    except (UserError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be made anew: {error}; choose another name") from error
