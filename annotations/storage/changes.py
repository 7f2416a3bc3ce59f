"""The journal's entries as people read them: who changed what of which annotation, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.documents import CODEBOOK
from reader.base.sanitizing import sanitize, sanitize_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.storage.journal import JournalEntry

__all__ = ["Change", "FieldChange", "changes_of", "last_of_deleted"]

Document = dict[str, Any]

_UNTOLD = {"id", "name", "created", "updated", "revisions"}
"""Fields that say which version of what it is, and nothing of its content."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that became another: values as they are kept, None where there was none.

    Of `targets` the quotes are told; where these stayed the same, the field is called `place` and tells
    titles and code points.
    """

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one annotation, or to one tag of the codebook.

    `at` is UTC in ISO 8601, `author` "" where none was set. `step` is the step that this was a part of, in
    words; `verb` is added, edited or deleted, and `way` "undone" or "redone" where that was taken back or
    made again. `id` is the annotation's, "" of a tag; `words` are what it quotes, or the tag with its #.
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
    """What the entries changed, in their order. Records that are no annotations or tags are left out."""
    for entry in entries:
        way = "undone" if entry.undoes else "redone" if entry.redoes else ""
        for key, before, after in entry.operations:
            known = after or before or {}
            if not _is_told(key, known):
                continue
            then, now = (after, before) if entry.undoes else (before, after)
            yield Change(
                at=sanitize_line(entry.at),
                author=sanitize_line(entry.author) or _maker(before, after),
                step=sanitize_line(entry.what),
                verb="added" if then is None else "deleted" if now is None else "edited",
                way=way,
                id="" if key.startswith(CODEBOOK) else sanitize_line(str(known.get("id") or "")),
                words=_words(key, known),
                fields=tuple(_differing(before, after)) if before and after else (),
            )


def last_of_deleted(entries: Iterable[JournalEntry]) -> dict[str, Document]:
    """What each annotation was, by its id, whose last change was that it was deleted."""
    deleted: dict[str, Document] = {}
    for entry in entries:
        for key, before, after in entry.operations:
            identity = str((after or before or {}).get("id"))
            if before and after is None and _is_told(key, before):
                deleted[identity] = before
            elif after and _is_told(key, after):
                deleted.pop(identity, None)
    return deleted


def _is_told(key: str, document: Document) -> bool:
    return key.startswith(CODEBOOK) or isinstance(document.get("targets"), list)


def _maker(before: Document | None, after: Document | None) -> str:
    """Who made a new annotation, where the journal does not say it."""
    return sanitize_line(str(after.get("author") or "")) if after and before is None else ""


def _words(key: str, document: Document) -> str:
    if key.startswith(CODEBOOK):
        return f"#{sanitize_line(str(document.get('name')))}"
    return " ⇄ ".join(_quotes(document["targets"]))


def _quotes(targets: list[Any]) -> list[str]:
    found = []
    for target in targets:
        try:
            found.append(f"“{sanitize_line(str(target['quote']['exact']))}”")
        except (KeyError, TypeError):
            found.append("“?”")  # a damaged one, which the history keeps all the same
    return found


def _places(targets: list[Any]) -> list[str]:
    """Where the passages are, for a change that leaves their words as they were."""
    found = []
    for target in targets:
        try:
            title, position = target["article"]["title"], target["position"]
            found.append(sanitize_line(f"{title} {position['start']}–{position['end']}"))
        except (KeyError, TypeError):
            found.append("?")
    return found


def _differing_targets(before: list[Any], after: list[Any]) -> tuple[str, list[str], list[str]]:
    if (one := _quotes(before)) != (other := _quotes(after)):
        return "targets", one, other
    return "place", _places(before), _places(after)


def _differing(before: Document, after: Document) -> Iterator[FieldChange]:
    for name in [*before, *(name for name in after if name not in before)]:
        one, other = before.get(name), after.get(name)
        if name in _UNTOLD or one == other:
            continue
        if name == "targets" and isinstance(one, list) and isinstance(other, list):
            name, one, other = _differing_targets(one, other)
        yield FieldChange(sanitize_line(name), _cleaned(one), _cleaned(other))


def _cleaned(value: Any) -> Any:
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return sanitize(value) if isinstance(value, str) else value
