"""The matches of two articles, for programs and for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reader.articles.model import Article
from reader.base.phrases import counted
from reader.base.version import __version__
from reader.differences.messages import describe
from reader.differences.set_apart import reason_apart
from reader.matching.model import Alignment, Difference, Match, Passage

__all__ = ["as_json", "as_text"]

Offsets = Callable[[int], int]


def as_json(
    a: Article, b: Article, alignment: Alignment, apart: Sequence[Match], threshold: float
) -> dict[str, Any]:
    """The matches that score at least `threshold`, and those of lines that are set `apart` and differ.

    Offsets are code points of the files' own text.
    """
    from reader.articles.origins import file_offsets

    offsets = {a.id: file_offsets(a), b.id: file_offsets(b)}
    texts = {a.id: a.text, b.id: b.text}
    return {
        "reader": __version__,
        "a": _article(a),
        "b": _article(b),
        "threshold": threshold,
        "matches": [_match(match, texts, offsets) for match in alignment.above(threshold)],
        "set_apart": [_set_apart(match, a, b, texts, offsets) for match in apart],
    }


def _article(article: Article) -> dict[str, Any]:
    names = ("id", "sha256", "title", "source", "date", "author", "url", "path")
    return {name: getattr(article, name) for name in names}


def _set_apart(
    match: Match, a: Article, b: Article, texts: dict[str, str], offsets: dict[str, Offsets]
) -> dict[str, Any]:
    """The match, with the reason why each side is set apart; "" for body text."""
    reasons = {"a": reason_apart(a, match.a), "b": reason_apart(b, match.b)}
    return {**_match(match, texts, offsets), "set_apart": reasons}


def _match(match: Match, texts: dict[str, str], offsets: dict[str, Offsets]) -> dict[str, Any]:
    return {
        "a": _passage(match.a, texts, offsets),
        "b": _passage(match.b, texts, offsets),
        "kind": str(match.kind),
        "form": match.form,
        "score": round(match.score, 1),
        "evidence": {
            "parts": {name: round(points, 1) for name, points in match.evidence.parts},
            "shared": list(match.evidence.shared),
            "quotations": list(match.evidence.quotations),
        },
        "differences": [_difference(difference, texts, offsets) for difference in match.differences],
    }


def _difference(difference: Difference, texts: dict[str, str], offsets: dict[str, Offsets]) -> dict[str, Any]:
    return {
        "kind": str(difference.kind),
        "message": describe(difference),
        "a": _passage(difference.a, texts, offsets) if difference.a else None,
        "b": _passage(difference.b, texts, offsets) if difference.b else None,
    }


def _passage(passage: Passage, texts: dict[str, str], offsets: dict[str, Offsets]) -> dict[str, Any]:
    offset = offsets[passage.article]
    text = texts[passage.article][passage.start : passage.end]
    return {"start": offset(passage.start), "end": offset(passage.end), "text": text}


def as_text(a: Article, b: Article, alignment: Alignment, apart: Sequence[Match], threshold: float) -> str:
    """The matches for people: a paragraph each, or a sentence if none scores enough.

    After them, those of lines that are set `apart` and differ.
    """
    blocks = ["\n".join(_lines(match, a, b)) for match in alignment.above(threshold)]
    heading = f"A  {_name(a)}\nB  {_name(b)}"
    count = f"{counted(len(blocks), 'match')} at a threshold of {threshold:g}"
    result = count if blocks else _nothing(alignment, a, b, threshold)
    return "\n\n".join([heading, *blocks, result, *_apart_blocks(apart, a, b)])


def _apart_blocks(apart: Sequence[Match], a: Article, b: Article) -> Iterator[str]:
    """The heading of the lines that are set apart and differ, if there are any, and a paragraph for each."""
    if apart:
        yield f"{counted(len(apart), 'difference')} in lines set apart as headings or boilerplate:"
    for match in apart:
        reasons = dict.fromkeys(filter(None, (reason_apart(a, match.a), reason_apart(b, match.b))))
        yield "\n".join([*_lines(match, a, b), f"  set apart: {', '.join(reasons)}"])


def _name(article: Article) -> str:
    return " · ".join(part for part in (article.title, article.source, article.date) if part)


def _lines(match: Match, a: Article, b: Article) -> Iterator[str]:
    yield f"{match.score:3.0f}  {match.kind.label}" + (f" ({match.form})" if match.form else "")
    yield f"  A  {_words(a, match.a)}"
    yield f"  B  {_words(b, match.b)}"
    for difference in match.differences:
        yield f"  ≠  {describe(difference)}"


def _words(article: Article, passage: Passage) -> str:
    return " ".join(article.text[passage.start : passage.end].split())


def _nothing(alignment: Alignment, a: Article, b: Article, threshold: float) -> str:
    best = max(alignment.matches, key=lambda match: match.score, default=None)
    if best is None:
        return "No match: these articles share no sentence, not even a similar one."
    return f"No match at a threshold of {threshold:g}. The closest:\n\n" + "\n".join(_lines(best, a, b))
