"""The search for a target in the text of an article, which may have been edited; guesses are never silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.anchoring.model import Anchor, State
from reader.base.folding import folded

if TYPE_CHECKING:
    from annotations.model import Target

__all__ = ["anchor"]


def anchor(target: Target, text: str) -> Anchor:
    """The place of `target` in `text`.

    It is found by position, where the quote and its context are still there; else by the quote with its
    context; else by likeness. An identical passage elsewhere is never OK or CHANGED without the context.
    """
    quote, start = target.quote, target.position.start
    in_context = quote.prefix + quote.exact + quote.suffix
    if quote.exact and text.startswith(in_context, start - len(quote.prefix)) and start >= len(quote.prefix):
        return Anchor(State.OK, start, start + len(quote.exact), 100.0)
    from annotations.anchoring.search import find  # only an edited text needs to be searched

    searched = folded(text)
    state, (begin, end), score = find(target, searched.text)
    return Anchor(state, *searched.original(begin, end), score)
