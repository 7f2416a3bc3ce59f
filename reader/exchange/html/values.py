"""The values that the template of an HTML report shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotations.anchoring.model import State
from reader.articles.model import Role
from reader.exchange.html.text import Band, TextPart, in_paragraphs, parts_by_sentence, touched
from reader.exchange.web_address import is_web_address, percent_encoded
from reader.language.direction import is_right_to_left

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference
    from reader.articles.model import Article
    from reader.exchange.export import Export, Pair, QuotedPassage

__all__ = ["report_values"]

_BY_HAND = "annotated"
"""The kind shown for a pair of the user's, which no matcher has found."""

_ROLES = {Role.HEADING: "heading", Role.BOILERPLATE: "dimmed"}
"""The classes of paragraphs that are not body text."""


def report_values(export: Export) -> dict[str, Any]:
    """The values that html/report.html names."""
    return _Report(export).values()


@dataclass
class _Sentence:
    """A sentence for the template; text between two sentences has no id and no links."""

    parts: list[TextPart]
    id: str = ""
    links: list[str] = field(default_factory=list)
    counterpart: str = ""
    says: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


class _Report:
    """The values of the template."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._letters = export.letters()
        self._pairs = export.pairs()
        self._articles = {article.id: article for article in export.articles}
        self._names = {annotation.id: f"n{n}" for n, annotation in enumerate(export.annotations, 1)}

    def values(self) -> dict[str, Any]:
        annotations = self._export.annotations
        order = sorted(self._links, key=lambda link: (not link["differs"], link["number"]))
        placed = {each.id for notes in self._notes.values() for each, _ in notes}
        return {
            "title": self._export.title,
            "made": dict(self._export.made),
            "columns": [self._column(article) for article in self._export.articles],
            "links": order,
            "kinds": sorted({link["kind"] for link in order}),
            "tags": sorted({tag for annotation in annotations for tag in annotation.tags}),
            "loose": [self._note(each, None) for each in annotations if each.id not in placed],
        }

    # Matches

    @cached_property
    def _links(self) -> list[dict[str, Any]]:
        return [self._link(number, pair) for number, pair in enumerate(self._pairs, 1)]

    def _link(self, number: int, pair: Pair) -> dict[str, Any]:
        return {
            "id": f"m{number}",
            "number": number,
            "kind": pair.kind or _BY_HAND,
            "score": "" if pair.score is None else f"{pair.score:.0f}",
            "relation": pair.relation,
            "differences": pair.described(self._letters),
            "differs": pair.differs,
            "excerpts": [
                {
                    "letter": self._letters[excerpt.article.id],
                    "quote": excerpt.quote,
                    "href": self._href(excerpt),
                }
                for excerpt in pair.excerpts
            ],
            "sentences": [self._sentences(excerpt) for excerpt in pair.excerpts],
        }

    def _sentences(self, excerpt: QuotedPassage) -> list[str]:
        """The names, such as A-12, of the sentences that an excerpt touches; none without its article."""
        article = self._articles.get(excerpt.article.id)
        letter = self._letters[excerpt.article.id]
        return [f"{letter}-{number + 1}" for number in touched(article, excerpt.place)] if article else []

    def _href(self, excerpt: QuotedPassage) -> str:
        return f"#{names[0]}" if (names := self._sentences(excerpt)) else ""

    @cached_property
    def _links_of(self) -> dict[str, list[tuple[dict[str, Any], str]]]:
        """The links of each sentence, strongest first, with the first sentence of the other article."""
        links: dict[str, list[tuple[dict[str, Any], str]]] = defaultdict(list)
        for link in sorted(self._links, key=lambda each: -float(each["score"] or 100)):
            for number, names in enumerate(link["sentences"]):
                others = [each for n, each in enumerate(link["sentences"]) if n != number and each]
                for name in names if others else ():
                    links[name].append((link, others[0][0]))
        return links

    # Articles

    def _column(self, article: Article) -> dict[str, Any]:
        letter, notes = self._letters[article.id], self._notes[article.id]
        parts = parts_by_sentence(article, self._bands(article))
        margin: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for annotation, excerpt in notes:
            margin[excerpt.place.paragraph - 1 if excerpt.place else 0].append(
                self._note(annotation, excerpt)
            )
        is_rtl = is_right_to_left(article.text)
        rows = [
            {
                "role": _ROLES.get(paragraph.role, ""),
                "direction": _direction(article.text[paragraph.start : paragraph.end], is_rtl=is_rtl),
                "pieces": [self._piece(letter, between, n, parts) for between, n in pieces],
                "notes": margin[number],
            }
            for number, (paragraph, pieces) in enumerate(
                zip(article.paragraphs, in_paragraphs(article), strict=True)
            )
        ]
        direction = {"language": article.language, "direction": "rtl" if is_rtl else ""}
        return self._heading(article) | direction | {"letter": letter, "rows": rows, "annotated": bool(notes)}

    def _heading(self, article: Article | ArticleReference) -> dict[str, str]:
        return {
            "title": article.title,
            "source": ", ".join(filter(None, (article.source, article.date))),
            "url": percent_encoded(article.url) if is_web_address(article.url) else "",
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

    def _bands(self, article: Article) -> Iterator[Band]:
        for pair in self._pairs:
            for difference in pair.differences:
                for passage in (difference.a, difference.b):
                    if passage and passage.article == article.id:
                        yield Band((passage.start, passage.end), "differing")
        for annotation in self._export.annotations:
            for excerpt in self._export.excerpts(annotation):
                place = excerpt.place
                if excerpt.article.id == article.id and place and place.state is not State.ORPHAN:
                    yield Band(place.span, annotation.colour, self._names[annotation.id])

    # Annotations

    @cached_property
    def _notes(self) -> dict[str, list[tuple[Annotation, QuotedPassage]]]:
        """The annotations of each article, each with the excerpt beside which its note is shown."""
        notes: dict[str, list[tuple[Annotation, QuotedPassage]]] = defaultdict(list)
        for annotation in self._export.annotations:
            excerpts = {
                excerpt.article.id: excerpt
                for excerpt in reversed(self._export.excerpts(annotation))
                if self._sentences(excerpt)
            }
            for identity, excerpt in excerpts.items():
                notes[identity].append((annotation, excerpt))
        return notes

    def _note(self, annotation: Annotation, excerpt: QuotedPassage | None) -> dict[str, Any]:
        """A note in the margin beside `excerpt`; without one, a note that quotes its words."""
        excerpts: Sequence[QuotedPassage] = self._export.excerpts(annotation)
        name = self._names[annotation.id]
        doubt = excerpt.place.doubt if excerpt and excerpt.place else ""
        by = f"by {annotation.author}" if annotation.author else ""
        return {
            "id": f"{name}-{self._letters[excerpt.article.id]}" if excerpt else name,
            "name": name,
            "colour": annotation.colour,
            "tags": annotation.tags,
            "relation": annotation.relation,
            "others": [self._other(each) for each in excerpts if annotation.is_pair and each != excerpt],
            "quote": "" if excerpt else " … ".join(each.quote for each in excerpts),
            "paragraphs": list(filter(None, annotation.note.split("\n"))),
            "facts": [*(f"#{tag}" for tag in annotation.tags), *filter(None, (by, doubt))],
        }

    def _other(self, excerpt: QuotedPassage) -> dict[str, str]:
        article = excerpt.article
        return {"name": self._letters[article.id], "title": article.title, "href": self._href(excerpt)}


def _direction(paragraph: str, *, is_rtl: bool) -> str:
    """The direction of a paragraph: "rtl"; "ltr" in an article that is written the other way, else ""."""
    if is_right_to_left(paragraph):
        return "rtl"
    return "ltr" if is_rtl and any(map(str.isalpha, paragraph)) else "rtl" if is_rtl else ""
