"""The text of the match card: the match of a sentence, the reasons for it, the differences in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from reader.articles.model import Role
from reader.differences.messages import describe
from reader.differences.word_diff import word_diff
from reader.matching.model import Kind, Match
from reader.ui.compare import wording
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.kit.cells import shorten
from reader.ui.kit.signs import KIND_SIGNS

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["CardSubject", "CardText"]

_FEW = 3  # differences, annotations and reasons on the card
_MANY = 20  # differences in the full text
_SHARED = 6  # words in common on the card
_CLOSEST = 300  # cells of the closest passage


class CardSubject(NamedTuple):
    """A sentence of an article (both by number), its current link, and its annotations."""

    comparison: Comparison
    article: int
    sentence: int
    link: MatchLink | None
    annotations: Sequence[Annotation]


class CardText:
    """Writes a subject in words. `look` gives the style of a part of the card, by name."""

    def __init__(self, look: Callable[[str], Style]) -> None:
        self._look = look

    def title(self, subject: CardSubject) -> Content:
        """The kind of the match, its score, and its place among the others."""
        comparison, link = subject.comparison, subject.link
        if link is None:
            return Content(wording.NO_MATCH_TITLE if comparison.is_complete else wording.MATCHING_TITLE)
        links, linked = comparison.links(subject.article, link.sentence), comparison.linked(subject.article)
        facts = [f"{link.match.score:.0f}", wording.nth_match(linked.index(link.sentence) + 1, len(linked))]
        if len(links) > 1:
            facts.append(wording.nth_counterpart(links.index(link) + 1, len(links)))
        kind = f" {KIND_SIGNS[link.match.kind]} {_kind(link.match)} "
        return Content.assemble((kind, self._look(str(link.match.kind))), "· " + " · ".join(facts) + " ")

    def gist(self, subject: CardSubject) -> Iterator[Content]:
        """The lines that the card has room for."""
        if subject.link is None:
            return chain(self._no_match(subject), self._annotations(subject.annotations[:_FEW]))
        match = subject.link.match
        return chain(
            self._passages(subject, subject.link),
            self._differences(subject, subject.link, _FEW),
            self._annotations(subject.annotations[:_FEW]),
            [self._reason(match)],
        )

    def in_full(self, subject: CardSubject) -> Iterator[Content]:
        """All that is known of the match, or of the sentence without one."""
        if subject.link is None:
            return chain(self._no_match(subject), self._annotations(subject.annotations))
        match = subject.link.match
        return chain(
            self._passages(subject, subject.link),
            self._differences(subject, subject.link, _MANY),
            self._annotations(subject.annotations),
            self._reasons(match),
        )

    # The parts of a match

    def _passages(self, subject: CardSubject, link: MatchLink) -> Iterator[Content]:
        """Both passages; the words that only one of them has are marked."""
        articles, letter = subject.comparison.articles, subject.comparison.letter
        text = articles[subject.article].text[link.passage.start : link.passage.end]
        other = articles[link.other].text[link.other_passage.start : link.other_passage.end]
        words = word_diff(text, other)
        name = "word" if words.are_few else "other"
        yield self._passage(letter(subject.article), text, words.a, name)
        yield self._passage(letter(link.other), other, words.b, name)

    def _passage(self, letter: str, text: str, spans: Sequence[tuple[int, int]], name: str) -> Content:
        words = Content(text.replace("\n", " "))
        for start, end in spans:
            words = words.stylize(self._look(name), start, end)
        return Content.assemble((f"{letter}  ", self._look("label")), words)

    def _differences(self, subject: CardSubject, link: MatchLink, most: int) -> Iterator[Content]:
        letters = [subject.comparison.letter(number) for number in sorted((subject.article, link.other))]
        for difference in link.match.differences[:most]:
            yield Content.assemble(("≠  ", self._look("differs")), describe(difference, *letters))

    def _reason(self, match: Match) -> Content:
        """The strongest reasons on one line."""
        if match.kind is Kind.PINNED:
            return Content.styled(wording.PINNED_WHY, self._look("why"))
        reasons = [name for name, points in match.evidence.parts if points >= 1][:_FEW]
        return Content.styled(wording.why(reasons, match.evidence.shared[:_SHARED]), self._look("why"))

    def _reasons(self, match: Match) -> Iterator[Content]:
        """All reasons, with the points of each."""
        lines = (
            [wording.PINNED_WHY] if match.kind is Kind.PINNED else wording.score(match.score, match.evidence)
        )
        return (Content.styled(line, self._look("why")) for line in lines)

    def _annotations(self, annotations: Sequence[Annotation]) -> Iterator[Content]:
        for annotation in annotations:
            tags = [f"#{tag}" for tag in annotation.tags]
            parts = [annotation.relation, *tags, annotation.note.replace("\n", " ")]
            words = " ".join(filter(None, parts)) or wording.WITHOUT_WORDS
            yield Content.styled(f"✎  {words} ({annotation.colour})", self._look("note"))

    # Without a match

    def _no_match(self, subject: CardSubject) -> Iterator[Content]:
        comparison = subject.comparison
        if reason := _boilerplate(subject):
            yield Content(wording.is_boilerplate(reason))
        elif len(comparison.articles) < 2:
            yield Content(wording.OPEN_ANOTHER)
        elif not comparison.is_complete:
            yield Content(wording.STILL_MATCHING)
        elif closest := comparison.closest(subject.article, subject.sentence):
            yield Content(wording.alone_at(comparison.threshold))
            passage = closest.other_passage
            text = shorten(comparison.articles[closest.other].text[passage.start : passage.end], _CLOSEST)
            letter = comparison.letter(closest.other)
            yield Content.styled(wording.closest(closest.match.score, letter, text), self._look("why"))
        else:
            yield Content(wording.ALONE)


def _boilerplate(subject: CardSubject) -> str:
    """The reason why a sentence is not matched; "" where it is."""
    article = subject.comparison.articles[subject.article]
    if not article.sentences:
        return ""
    paragraph = article.paragraphs[article.sentences[subject.sentence].paragraph]
    return "" if paragraph.role is Role.BODY else paragraph.reason or str(paragraph.role)


def _kind(match: Match) -> str:
    return f"{match.kind.label} · {match.form}" if match.form else match.kind.label
