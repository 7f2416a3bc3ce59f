"""Annotations in a few words, for lists, reports and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.base.phrases import counted, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotations.merging.merge import Merged
    from annotations.model import Annotation
    from annotations.storage.changes import FieldChange

__all__ = ["changed", "quotes", "reunited"]


def quotes(annotation: Annotation, most: int) -> str:
    """The passages of an annotation, at most `most` code points of each: “…” ⇄ “…”."""
    return " ⇄ ".join(quoted(target.quote.exact, most) for target in annotation.targets)


def reunited(merged: Merged) -> str:
    """The notice that another version of the annotations file was merged; no path, no final period."""
    if not merged.revision:
        return "the other version has nothing that is not here"
    parts = [
        f"{counted(len(merged.added), 'annotation')} added",
        f"{len(merged.updated)} updated",
        f"{len(merged.deleted)} deleted",
        counted(len(merged.conflicts), "conflict"),
    ]
    return f"another version was merged: {', '.join(parts)}; reader history shows the changes"


def changed(field: FieldChange, most: int) -> str:
    """The change of a field: before → after, at most `most` code points of each; "–" is an empty value.

    For passages whose boundaries moved, only the words that were removed (−) and added (+).
    """
    values = field.before, field.after
    if field.name == "targets" and (moved := list(_moved(*map(_listed, values)))):
        return f"{field.name}: {' '.join(f'{sign}{quoted(words, most)}' for sign, words in moved)}"
    return f"{field.name}: {' → '.join(_value(value, most) for value in values)}"


def _listed(value: Any) -> list[str]:
    return list(map(str, value)) if isinstance(value, list) else [str(value or "")]


def _value(value: Any, most: int) -> str:
    return shortened(", ".join(_listed(value)), most) or "–"


def _moved(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The removed words, then the added ones; nothing where a passage has none of its old words."""
    from rapidfuzz.distance import Indel

    if len(before) != len(after):
        return
    pairs = [(old[1:-1].split(), new[1:-1].split()) for old, new in zip(before, after, strict=True)]
    if not all(Indel.similarity(old, new) for old, new in pairs):
        return
    for old, new in pairs:
        steps = list(Indel.opcodes(old, new))
        yield from (("−", " ".join(old[s.src_start : s.src_end])) for s in steps if s.tag == "delete")
        yield from (("+", " ".join(new[s.dest_start : s.dest_end])) for s in steps if s.tag == "insert")
