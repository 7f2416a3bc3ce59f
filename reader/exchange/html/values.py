"""What an HTML report shows, as values for its template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotations.anchoring import State
from reader.exchange.html.text import Band, TextPart, in_paragraphs, parts_by_sentence, touched
from reader.exchange.web_address import is_web_address
from reader.exchange.work import Match, Side, Text, Work, lettered

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference

__all__ = ["report_values"]

_BY_HAND = "annotated"
"""The kind of a match that the matcher did not speak of."""


def report_values(work: Work) -> dict[str, Any]:
    """The values that html/report.html names."""
    return _Report(work).values()


@dataclass
class _Sentence:
    """A sentence as the template wants it; what stands between two has no id and no links."""

    parts: list[TextPart]
    id: str = ""
    links: list[str] = field(default_factory=list)
    counterpart: str = ""
    says: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


class _Report:
    """The values of the template."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._letters = lettered(work.articles())
        self._texts = {text.article.id: text for text in work.texts}
        self._names = {annotation.id: f"n{n}" for n, annotation in enumerate(work.annotations, 1)}

    def values(self) -> dict[str, Any]:
        order = sorted(self._links, key=lambda link: (not link["differs"], link["number"]))
        placed = {each.id for notes in self._notes.values() for each, _ in notes}
        return {
            "title": self._work.title,
            "made": dict(self._work.made),
            "columns": [self._column(text) for text in self._work.texts],
            "links": order,
            "kinds": sorted({link["kind"] for link in order}),
            "tags": sorted({tag for annotation in self._work.annotations for tag in annotation.tags}),
            "loose": [self._note(each, None) for each in self._work.annotations if each.id not in placed],
        }

    # Matches

    @cached_property
    def _links(self) -> list[dict[str, Any]]:
        return [self._link(number, match) for number, match in enumerate(self._work.pairs(), 1)]

    def _link(self, number: int, match: Match) -> dict[str, Any]:
        return {
            "id": f"m{number}",
            "number": number,
            "kind": match.kind or _BY_HAND,
            "score": "" if match.score is None else f"{match.score:.0f}",
            "relation": match.relation,
            "differences": [difference.message for difference in match.differences],
            "differs": match.differs,
            "sides": [
                {"letter": self._letters[side.article.id], "quote": side.quote, "href": self._href(side)}
                for side in match.sides
            ],
            "sentences": [self._sentences(side) for side in match.sides],
        }

    def _sentences(self, side: Side) -> list[str]:
        """The names, such as A-12, of the sentences that a side touches; none where it is in no text."""
        text = self._texts.get(side.article.id)
        letter = self._letters[side.article.id]
        return [f"{letter}-{number + 1}" for number in touched(text, side.place)] if text else []

    def _href(self, side: Side) -> str:
        return f"#{found[0]}" if (found := self._sentences(side)) else ""

    @cached_property
    def _links_of(self) -> dict[str, list[tuple[dict[str, Any], str]]]:
        """For each sentence its links, the strongest first, with the first sentence of the other side."""
        found: dict[str, list[tuple[dict[str, Any], str]]] = defaultdict(list)
        for link in sorted(self._links, key=lambda each: -float(each["score"] or 100)):
            for number, names in enumerate(link["sentences"]):
                others = [one for n, one in enumerate(link["sentences"]) if n != number and one]
                for name in names if others else ():
                    found[name].append((link, others[0][0]))
        return found

    # Texts

    def _column(self, text: Text) -> dict[str, Any]:
        letter, notes = self._letters[text.article.id], self._notes[text.article.id]
        parts = parts_by_sentence(text, self._bands(text.article))
        margin: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for annotation, side in notes:
            margin[side.place.paragraph - 1 if side.place else 0].append(self._note(annotation, side))
        rows = [
            {
                "role": "heading" if number in text.headings else "dimmed" if number in text.dimmed else "",
                "pieces": [self._piece(letter, between, n, parts) for between, n in pieces],
                "notes": margin[number],
            }
            for number, pieces in enumerate(in_paragraphs(text))
        ]
        return self._named(text.article) | {"letter": letter, "rows": rows, "annotated": bool(notes)}

    def _named(self, article: ArticleReference) -> dict[str, str]:
        return {
            "title": article.title,
            "source": ", ".join(filter(None, (article.source, article.date))),
            "url": article.url if is_web_address(article.url) else "",
        }

    def _piece(self, letter: str, between: str, number: int | None, parts: list[list[TextPart]]) -> _Sentence:
        if number is None:
            return _Sentence([TextPart(between)])
        name = f"{letter}-{number + 1}"
        links = self._links_of.get(name, [])
        return _Sentence(
            parts[number],
            name,
            [link["id"] for link, _ in links],
            links[0][1] if links else "",
            list(dict.fromkeys(f"{link['kind']} {link['score']}".strip() for link, _ in links)),
            list(dict.fromkeys(message for link, _ in links for message in link["differences"])),
        )

    def _bands(self, article: ArticleReference) -> Iterator[Band]:
        for match in self._work.pairs():
            ids = [side.article.id for side in match.sides]
            for difference in match.differences:
                for identity, span in zip(ids, (difference.a, difference.b), strict=False):
                    if identity == article.id and span:
                        yield Band(span, "differing")
        for annotation in self._work.annotations:
            for side in self._work.sides(annotation):
                if side.article.id == article.id and side.place and side.place.state is not State.ORPHAN:
                    yield Band(side.place.span, annotation.colour, self._names[annotation.id])

    # Annotations

    @cached_property
    def _notes(self) -> dict[str, list[tuple[Annotation, Side]]]:
        """The annotations of each article with the side by which each stands in its margin."""
        found: dict[str, list[tuple[Annotation, Side]]] = defaultdict(list)
        for annotation in self._work.annotations:
            sides = {
                side.article.id: side
                for side in reversed(self._work.sides(annotation))
                if self._sentences(side)
            }
            for identity, side in sides.items():
                found[identity].append((annotation, side))
        return found

    def _note(self, annotation: Annotation, side: Side | None) -> dict[str, Any]:
        """A note in the margin of `side`; one that is apart from the texts quotes its words."""
        sides: Sequence[Side] = self._work.sides(annotation)
        name = self._names[annotation.id]
        doubt = side.place.doubt if side and side.place else ""
        by = f"by {annotation.author}" if annotation.author else ""
        return {
            "id": f"{name}-{self._letters[side.article.id]}" if side else name,
            "name": name,
            "colour": annotation.colour,
            "tags": annotation.tags,
            "relation": annotation.relation,
            "others": [self._other(one) for one in sides if annotation.is_pair and one != side],
            "quote": "" if side else " … ".join(one.quote for one in sides),
            "paragraphs": list(filter(None, annotation.note.split("\n"))),
            "facts": [*(f"#{tag}" for tag in annotation.tags), *filter(None, (by, doubt))],
        }

    def _other(self, side: Side) -> dict[str, str]:
        return {"name": self._letters[side.article.id], "title": side.article.title, "href": self._href(side)}
