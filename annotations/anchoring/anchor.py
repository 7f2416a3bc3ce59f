"""The search for a target in the text of an article, which may have been edited; guesses are never silent."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotations.anchoring.model import Anchor, State
from reader.base.folding import folded

if TYPE_CHECKING:
    from annotations.model import Target

__all__ = ["anchor"]


def anchor(target: Target, text: str) -> Anchor:
    """The place of `target` in `text`.

    It is found by position, where the quote and its context are still there; else by the quote with its
    context; else by likeness. The same words elsewhere are never OK or CHANGED without their neighbours.
    """
    if target.quote.exact and _stays(target, text) and _is_told_by_context(target, text):
        start = target.position.start
        return Anchor(State.OK, start, start + len(target.quote.exact), 100.0)
    from annotations.anchoring.search import find  # only an edited text needs to be searched

    searched = folded(text)
    state, place = find(target, text, searched)
    if place is None:
        return Anchor(state, 0, 0, 0.0)
    return Anchor(state, *searched.original(place.start, place.end), round(100 * place.score, 1))


def _stays(target: Target, text: str) -> bool:
    """Whether the quote and its context are where they were."""
    quote, start = target.quote, target.position.start - len(target.quote.prefix)
    return start >= 0 and text.startswith(quote.prefix + quote.exact + quote.suffix, start)


def _is_told_by_context(target: Target, text: str) -> bool:
    """Whether the context is in no other place, or the text is the one that was annotated."""
    if target.surroundings is not None:
        return target.surroundings.copies == 0
    quote = target.quote
    if text.count(quote.prefix) == 1 or text.count(quote.suffix) == 1:
        return True
    return sha256(text.encode("utf-8", "replace")).hexdigest() == target.article.sha256
