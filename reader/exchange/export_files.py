"""The steps of an export, shared by the app and `reader export`: choose, collect, render, write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.file_errors import unwritable
from reader.base.files import slug, write_file, write_whole
from reader.exchange.collecting import with_articles
from reader.exchange.export_formats import ExportFormat, format_of

if TYPE_CHECKING:
    from annotations.filtering import Filter
    from annotations.model import Annotation
    from reader.exchange.export import Export
    from reader.notes.anchor_lookup import AnchorLookup
    from reader.notes.notebook import Notebook

__all__ = ["Per", "choose", "divide", "render", "write_export"]


_UNTAGGED = "untagged"
_TAKEN = {_UNTAGGED, "con", "prn", "aux", "nul"}  # the others are not file names on Windows


class Per(StrEnum):
    """The things that can have a file of their own."""

    ARTICLE = "article"
    TAG = "tag"


def choose(notebook: Notebook, accepted: Filter, lookup: AnchorLookup) -> tuple[Annotation, ...]:
    """The annotations that a filter accepts, oldest first."""
    return tuple(
        annotation
        for annotation in notebook.all()
        if accepted.accepts(annotation, lookup.states(annotation) if accepted.states else ())
    )


def render(export: Export, kind: ExportFormat, lookup: AnchorLookup | None = None) -> str | bytes:
    """The export in a format, dated now. Articles in full come from `lookup`, else from their files."""
    if kind.needs_articles and not export.articles:
        from reader.notes.anchor_lookup import AnchorLookup

        export = with_articles(export, lookup or AnchorLookup(), matches=kind.needs_matches)
    return kind.write(export, datetime.now(UTC))


def divide(annotations: Sequence[Annotation], per: Per) -> dict[str, tuple[Annotation, ...]]:
    """The annotations of each article, or of each tag, by a name for a file, sorted by name.

    An annotation on several articles, or with several tags, is in each; without a tag it is "untagged".
    """
    names = _by_article if per is Per.ARTICLE else _by_tag
    parts: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        for name in dict.fromkeys(names(annotation)):
            parts.setdefault(name, []).append(annotation)
    return {name: tuple(parts[name]) for name in sorted(parts)}


def _by_article(annotation: Annotation) -> list[str]:
    articles = [target.article for target in annotation.targets]
    return [f"{slug(article.title)}-{_checksum(article.id)}" for article in articles]


def _by_tag(annotation: Annotation) -> list[str]:
    return [_tag_name(tag.casefold()) for tag in annotation.tags] or [_UNTAGGED]


def _tag_name(tag: str) -> str:
    """The tag where it can be a file name; else with a checksum, as two such tags may look the same."""
    name = slug(tag, "tag")
    return name if name == tag and name not in _TAKEN else f"{name}-{_checksum(tag)}"


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def write_export(
    path: Path, content: str | bytes, *, kind: ExportFormat | None = None, force: bool = False
) -> None:
    """Writes an export in `kind`, else in the format of the path's ending.

    An existing export is kept beside it, as NAME~, and what the user has added to it stays. Raises UserError
    where the file cannot be written, and for an existing file that is not such an export, unless forced.
    """
    kind = kind or format_of(path)
    try:
        if path.is_file() and (before := path.read_bytes()).strip():
            if kind.mark in before:
                content = _rewritten(path, before, content, kind, force=force)
            elif not force:
                raise UserError(
                    f"{path} already exists and was not exported by reader as {kind.name}; "
                    "choose another name"
                )
            write_whole(path.with_name(f"{path.name}~"), before)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error
    write_file(path, content)


def _rewritten(
    path: Path, before: bytes, content: str | bytes, kind: ExportFormat, *, force: bool
) -> str | bytes:
    if kind.rewrite is None or force:
        return content
    try:
        text = before.decode("utf-8-sig").replace("\r\n", "\n")
        return kind.rewrite(text, content if isinstance(content, str) else content.decode())
    except (UserError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot update this export ({error}); choose another name") from error
