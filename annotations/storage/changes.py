"""The journal's entries for people: the author, time, annotation and fields of each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.documents import CODEBOOK
from reader.base.sanitizing import sanitize, sanitize_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.storage.journal_entries import JournalEntry

__all__ = ["Change", "FieldChange", "changes_of", "last_of_deleted"]

Document = dict[str, Any]

_IDENTIFYING = {"id", "name", "created", "updated", "revisions"}
"""The fields that identify a version and are not part of its content."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changed: its values as they are stored, None where it was missing.

    For `targets` the values are the quotes; where these are the same, the field is called `place` and its
    values are titles and code points.
    """

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one annotation, or of one tag of the codebook.

    `at` is UTC in ISO 8601; `author` is "" where none was set. `step` describes the step that the change was
    a part of. `verb` is added, edited or deleted; `way` is "undone" or "redone" where the change was undone
    or redone. `id` is the annotation's, "" for a tag; `words` are its quotes, or the tag with its #.
    """

    at: str
    author: str
    step: str
    verb: str
    way: str
    id: str
    words: str
    fields: tuple[FieldChange, ...] = ()


def changes_of(entries: Iterable[JournalEntry]) -> Iterator[Change]:
    """The changes of the entries, in order. Records of other programs are left out."""
    for entry in entries:
        way = "undone" if entry.undoes else "redone" if entry.redoes else ""
        for key, before, after in entry.operations:
            document = after or before or {}
            if not _is_ours(key, document):
                continue
            then, now = (after, before) if entry.undoes else (before, after)
            yield Change(
                at=sanitize_line(entry.at),
                author=sanitize_line(entry.author) or _maker(before, after),
                step=sanitize_line(entry.what),
                verb="added" if then is None else "deleted" if now is None else "edited",
                way=way,
                id="" if key.startswith(CODEBOOK) else sanitize_line(str(document.get("id") or "")),
                words=_words(key, document),
                fields=tuple(_differing(before, after)) if before and after else (),
            )


def last_of_deleted(entries: Iterable[JournalEntry]) -> dict[str, Document]:
    """The last version of each deleted annotation, by its id."""
    deleted: dict[str, Document] = {}
    for entry in entries:
        for key, before, after in entry.operations:
            identity = str((after or before or {}).get("id"))
            if before and after is None and _is_ours(key, before):
                deleted[identity] = before
            elif after and _is_ours(key, after):
                deleted.pop(identity, None)
    return deleted


def _is_ours(key: str, document: Document) -> bool:
    return key.startswith(CODEBOOK) or isinstance(document.get("targets"), list)


def _maker(before: Document | None, after: Document | None) -> str:
    """The author of a new annotation, for entries without an author."""
    return sanitize_line(str(after.get("author") or "")) if after and before is None else ""


def _words(key: str, document: Document) -> str:
    if key.startswith(CODEBOOK):
        return f"#{sanitize_line(str(document.get('name')))}"
    return " ⇄ ".join(_quotes(document["targets"]))


def _quotes(targets: list[Any]) -> list[str]:
    quotes = []
    for target in targets:
        try:
            quotes.append(f"“{sanitize_line(str(target['quote']['exact']))}”")
        except (KeyError, TypeError):
            quotes.append("“?”")  # a damaged target, which the history shows too
    return quotes


def _places(targets: list[Any]) -> list[str]:
    """The places of the passages, for a change that leaves their words as they were."""
    places = []
    for target in targets:
        try:
            title, position = target["article"]["title"], target["position"]
            places.append(sanitize_line(f"{title} {position['start']}–{position['end']}"))
        except (KeyError, TypeError):
            places.append("?")
    return places


def _differing_targets(before: list[Any], after: list[Any]) -> tuple[str, list[str], list[str]]:
    if (old := _quotes(before)) != (new := _quotes(after)):
        return "targets", old, new
    return "place", _places(before), _places(after)


def _differing(before: Document, after: Document) -> Iterator[FieldChange]:
    for name in [*before, *(name for name in after if name not in before)]:
        old, new = before.get(name), after.get(name)
        if name in _IDENTIFYING or old == new:
            continue
        if name == "targets" and isinstance(old, list) and isinstance(new, list):
            name, old, new = _differing_targets(old, new)
        yield FieldChange(sanitize_line(name), _cleaned(old), _cleaned(new))


def _cleaned(value: Any) -> Any:
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return sanitize(value) if isinstance(value, str) else value
