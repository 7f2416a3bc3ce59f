"""Credits: the outlet that an article says it draws on, as a whole or for one of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.articles.model import Article, Role
from reader.language.datelines import dateline
from reader.matching.model import Passage

__all__ = ["Credits", "credited"]

_AGENCIES = {
    "Associated Press": r"Associated Press|AP",
    "Reuters": r"Reuters",
    "AFP": r"Agence France-Presse|AFP",
    "dpa": r"Deutsche Presse-Agentur|(?i:dpa)",
    "PA": r"Press Association|PA(?: Media)?",
    "UPI": r"United Press International|UPI",
    "Xinhua": r"Xinhua",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "Kyodo": r"Kyodo",
    "Bloomberg": r"Bloomberg",
}
"""The great news agencies, with patterns for their names in credits."""

_AGENCY_PATTERNS = [(name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _AGENCIES.items()]

_GENERIC = re.compile(r"^the\s+|\s+(?:news|agency|service|wire|press)\b.*$", re.IGNORECASE)
"""The words of a name that a credit omits: "Halyard" is the "Halyard News Agency"."""

_SHORTEST = 4
"""Code points from which a shortened name is distinctive, and not a common word."""

_CREDIT = (
    r"\b(?:in|at|of|from|near|outside) (?:[A-Z][\w.'’-]* ){{0,2}}[A-Z][\w.'’-]*, PA\b(?! Media)"
    r"|\b(?i:according to|told|reported by|quoted by|cited by|citing|interview with|speaking to|spoke to)"
    r"(?: the| The)?(?: (?:state )?news agency)? (?P<to>{names})(?!\w)"
    r"|(?<!\w)(?P<by>{names})(?: (?:[Nn]ews|newspaper|[Tt]elevision|[Rr]adio))?(?: (?:[Nn]ews )?[Aa]gency)?"
    r"(?: (?:has|had|first|earlier|also)){{0,2}} (?:reported|reports|revealed|learned|wrote)\b"
)
"""The forms in which a sentence credits an outlet. "Reuters said" is not one: Mayor Bloomberg said much.

The first form captures no outlet. It consumes a town in Pennsylvania, because "PA" is also an agency:
"in Tyrone, PA reported".
"""


def credited(articles: Sequence[Article], number: int) -> tuple[str, int | None]:
    """The outlet that an article credits as a whole, with the article of the story from it (None if none).

    The source of another article comes before an agency outside the story. ("", None) without a credit.
    """
    lines = list(_credits(articles[number]))
    own = articles[number].source
    for other, article in enumerate(articles):
        if article.source and article.source != own and _names_source(lines, article.source):
            return article.source, other
    for name, pattern in _AGENCY_PATTERNS:
        if any(pattern.search(line) for line in [*lines, articles[number].author, own]):
            return name, None
    return "", None


class Credits:
    """The outlets that sentences of the articles credit: sources of other articles, or great agencies."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._outlets = list(_outlets(articles))
        names = "|".join(pattern for _, pattern in self._outlets)
        self._credit = re.compile(_CREDIT.format(names=names))
        self._own = [self._outlet_named(article.source) or article.source for article in articles]

    def of(self, number: int, passage: Passage) -> str:
        """The outlet that article `number` credits for a passage: in its sentence or a neighbouring one.

        Neighbours are in the same paragraph. An outlet is the source of an article as written there, or the
        name of an agency. "" if there is no credit, or only to the article's own outlet.
        """
        article = self._articles[number]
        at = article.sentence_at(passage.start)
        for place in (at, at - 1, at + 1):
            if 0 <= place < len(article.sentences):
                sentence = article.sentences[place]
                if sentence.paragraph == article.sentences[at].paragraph:
                    outlets = self._in(article.text[sentence.start : sentence.end])
                    if other := next((outlet for outlet in outlets if outlet != self.outlet(number)), ""):
                        return other
        return ""

    def outlet(self, number: int) -> str:
        """The name by which an article's own outlet is credited."""
        return self._own[number]

    def _outlet_named(self, name: str) -> str:
        """The outlet that a name refers to, sources of the articles before agencies; "" if none."""
        return next((outlet for outlet, pattern in self._outlets if re.fullmatch(pattern, name)), "")

    def _in(self, sentence: str) -> Iterator[str]:
        """The outlets that a sentence credits, that of its dateline first."""
        place = dateline(sentence)
        names = [place.agency] if place else []
        names += (credit["to"] or credit["by"] or "" for credit in self._credit.finditer(sentence))
        yield from filter(None, map(self._outlet_named, names))


def _outlets(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """The outlets that may be credited, with regular expressions for their names."""
    for source in dict.fromkeys(article.source for article in articles if article.source):
        short = _short(source)
        names = [re.escape(name) for name in (source, short) if name == source or len(name) >= _SHORTEST]
        agency = [pattern for pattern in _AGENCIES.values() if re.fullmatch(pattern, short)]
        yield source, "|".join([*names, *agency])
    yield from _AGENCIES.items()


def _credits(article: Article) -> Iterator[str]:
    """The lines of an article about its sources: credits of agencies, and the dateline of its body."""
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.role is Role.BOILERPLATE and paragraph.reason == "agency credit":
            yield text
    body = next((paragraph for paragraph in article.paragraphs if paragraph.role is Role.BODY), None)
    if body and (place := dateline(article.text[body.start : body.end])):
        yield place.agency


def _names_source(lines: Sequence[str], source: str) -> bool:
    """Whether a line names a source, whole or shortened."""
    name = _short(source)
    if len(name) < _SHORTEST:
        return False
    return any(re.search(rf"\b{re.escape(name)}\b", line) for line in lines)


def _short(source: str) -> str:
    return _GENERIC.sub("", _GENERIC.sub("", source)).strip()
