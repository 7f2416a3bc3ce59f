"""An annotation in words: as a row of a list, and in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from annotations.model import Annotation, Target
from reader.differences.word_diff import word_diff

__all__ = ["Finding", "in_full", "row"]

_SIGNS = {"changed": "≈", "review": "?", "orphan": "✗", "missing": "∅"}

_IN_WORDS = {
    "changed": "found, and the words there are others now",
    "review": "perhaps here: ⏎ goes there, r attaches it by hand",
    "orphan": "its words are not in the article any more: r attaches it by hand",
    "missing": "the article is not where it was",
}


class Finding(NamedTuple):
    """How a target was found: a state of annotations.filtering.STATES, and the words there now."""

    state: str
    now: str = ""


def row(annotation: Annotation, found: Sequence[Finding], *, marked: bool) -> tuple[str, ...]:
    """Mark and sign, quote, tags, relation and note, article."""
    first = annotation.targets[0]
    signs = [_SIGNS[one.state] for one in found if one.state in _SIGNS]
    sign = signs[0] if signs else "⇄" if annotation.is_pair else "●"
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    note = " · ".join(filter(None, (annotation.relation, annotation.note)))
    return f"{'✓' if marked else ' '}{sign}", first.quote.exact, tags, note, first.article.title


def in_full(annotation: Annotation, found: Sequence[Finding]) -> Iterator[Content]:
    """Every passage in its context, how it was found, and all that the reader said."""
    for number, target in enumerate(annotation.targets):
        yield from _passage(target, found[number] if number < len(found) else Finding("ok"))
    said = [annotation.relation, " ".join(f"#{tag}" for tag in annotation.tags), annotation.note]
    yield from (Content(part) for part in said if part)
    made = f"{annotation.colour} · {annotation.created[:10]}"
    yield Content.styled(f"{made} · {annotation.author}" if annotation.author else made, "dim")


def _passage(target: Target, found: Finding) -> Iterator[Content]:
    article, quote = target.article, target.quote
    yield Content.styled(" · ".join(filter(None, (article.title, article.source, article.date))), "bold")
    before, after = _line(quote.prefix), _line(quote.suffix)
    yield Content.assemble((f"…{before}", "dim"), (_line(quote.exact), "underline"), (f"{after}…", "dim"))
    if found.state == "changed":
        words = Content(_line(found.now))
        for start, end in word_diff(_line(quote.exact), _line(found.now)).b:
            words = words.stylize("bold underline", start, end)
        yield Content.assemble(("now: ", "bold"), words)
    if found.state in _IN_WORDS:
        yield Content.styled(f"{_SIGNS[found.state]} {_IN_WORDS[found.state]}", "bold")


def _line(text: str) -> str:
    return text.replace("\n", " ")
