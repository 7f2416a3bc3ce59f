"""Which outlet an article says it draws on: as a whole, or for a sentence of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.articles.model import Article, Role
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
"""The great news agencies, and how credits write them."""

_KNOWN = [(name, re.compile(rf"\b(?:{writing})\b")) for name, writing in _AGENCIES.items()]

_GENERIC = re.compile(r"^the\s+|\s+(?:news|agency|service|wire|press)\b.*$", re.IGNORECASE)
"""What a credit leaves out of a name: "Halyard" is the "Halyard News Agency"."""

_SHORTEST = 4
"""Characters of what is left of a name from which it is one's own, and no common word."""

_CREDIT = (
    r"\b(?:in|at|of|from|near|outside) (?:[A-Z][\w.'’-]* ){{0,2}}[A-Z][\w.'’-]*, PA\b(?! Media)"
    r"|\b(?i:according to|told|reported by|quoted by|cited by|citing|interview with|speaking to|spoke to)"
    r"(?: the| The)?(?: (?:state )?news agency)? (?P<to>{names})(?!\w)"
    r"|(?<!\w)(?P<by>{names})(?: (?:[Nn]ews|newspaper|[Tt]elevision|[Rr]adio))?(?: (?:[Nn]ews )?[Aa]gency)?"
    r"(?: (?:has|had|first|earlier|also)){{0,2}} (?:reported|reports|revealed|learned|wrote)\b"
)
"""How a sentence credits an outlet. "Reuters said" is left out: Mayor Bloomberg said much.

The first form names nobody. It takes up a town of Pennsylvania, which "PA" is, too: "in Tyrone, PA reported".
"""

_DATELINE = re.compile(r"[^\n—–-]{2,60}\(([^()\n]{2,40})\)\s*[—–-]")


def credited(articles: Sequence[Article], number: int) -> tuple[str, int | None]:
    """What an article says it draws on: the name, and the article of the story with that source, else None.

    Another article's source comes before an agency that none of them is. ("", None) where it says nothing.
    """
    said = list(_credits(articles[number]))
    own = articles[number].source
    for other, article in enumerate(articles):
        if article.source and article.source != own and _named(article.source, said):
            return article.source, other
    for name, writing in _KNOWN:
        if any(writing.search(line) for line in [*said, articles[number].author, own]):
            return name, None
    return "", None


class Credits:
    """What the sentences of some articles credit: another outlet of these, or a great agency."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._outlets = list(_outlets(articles))
        names = "|".join(writing for _, writing in self._outlets)
        self._credit = re.compile(_CREDIT.format(names=names))
        self._own = [self._called(article.source) or article.source for article in articles]

    def of(self, number: int, passage: Passage) -> str:
        """Whom article `number` credits for a passage: in its sentence, or in one beside it in the paragraph.

        The source of the article that is credited first, as it is written there, else the name of an agency.
        "" where nobody is but the article's own outlet.
        """
        article = self._articles[number]
        at = article.sentence_at(passage.start)
        for place in (at, at - 1, at + 1):
            if 0 <= place < len(article.sentences):
                sentence = article.sentences[place]
                if sentence.paragraph == article.sentences[at].paragraph:
                    found = self._in(article.text[sentence.start : sentence.end])
                    if other := next((outlet for outlet in found if outlet != self.outlet(number)), ""):
                        return other
        return ""

    def outlet(self, number: int) -> str:
        """What an article's own outlet is called where it is credited."""
        return self._own[number]

    def _called(self, name: str) -> str:
        """The outlet that a name means, a source of the articles before an agency; "" if it means none."""
        found = (outlet for outlet, writing in self._outlets if re.fullmatch(writing, name))
        return next(found, "")

    def _in(self, sentence: str) -> Iterator[str]:
        """The outlets that a sentence credits, in its dateline first."""
        dateline = _DATELINE.match(sentence)
        names = [dateline[1]] if dateline else []
        names += (credit["to"] or credit["by"] or "" for credit in self._credit.finditer(sentence))
        yield from filter(None, map(self._called, names))


def _outlets(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """The outlets that may be credited, with regular expressions for what they are called."""
    for source in dict.fromkeys(article.source for article in articles if article.source):
        short = _short(source)
        names = [re.escape(name) for name in (source, short) if name == source or len(name) >= _SHORTEST]
        agency = [writing for writing in _AGENCIES.values() if re.fullmatch(writing, short)]
        yield source, "|".join([*names, *agency])
    yield from _AGENCIES.items()


def _credits(article: Article) -> Iterator[str]:
    """The lines of an article that may name an agency, without names of people and places."""
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.role is Role.BOILERPLATE and paragraph.reason == "agency credit":
            yield text
    body = next((paragraph for paragraph in article.paragraphs if paragraph.role is Role.BODY), None)
    if body and (dateline := _DATELINE.match(article.text, body.start, body.end)):
        yield dateline[1]


def _named(source: str, lines: Sequence[str]) -> bool:
    name = _short(source)
    if len(name) < _SHORTEST:
        return False
    return any(re.search(rf"\b{re.escape(name)}\b", line) for line in lines)


def _short(source: str) -> str:
    return _GENERIC.sub("", _GENERIC.sub("", source)).strip()
