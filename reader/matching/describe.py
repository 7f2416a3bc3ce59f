"""What a match is: its passages and kind at once; its evidence and differences when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.articles.model import Article
from reader.matching.differences.clause import Clause, Found, Span
from reader.matching.differences.find import find_differences, find_toll_differences
from reader.matching.features import Comparison, Features
from reader.matching.kinds import ALIKE, form_of, kind_of
from reader.matching.locating import Locator
from reader.matching.model import Detail, Difference, Evidence, Kind, Match, Passage
from reader.matching.passages import covers
from reader.matching.profile import Profile
from reader.matching.score import parts, score
from reader.matching.side import Side
from reader.matching.speech import quoted_share
from reader.matching.thresholds import ALL_THRESHOLD

__all__ = ["Describer"]

Part = tuple[Profile, Span]
Finder = Callable[[Clause, Clause], tuple[Found, ...]]

_SHARED = 8
"""Shared words that the evidence names."""


class Describer:
    """Makes matches of pairs of sentences of two articles."""

    def __init__(self, a: Article, b: Article, comparison: Comparison) -> None:
        self._a, self._b = Side(a), Side(b)
        self._locator = Locator(a.text, b.text, comparison)
        self._comparison = comparison
        self._details: dict[tuple[int, int], Detail] = {}

    def match(self, i: int, j: int, features: Features) -> Match:
        """The match of sentence number i of a with j of b."""
        a, b = self._comparison.a[i], self._comparison.b[j]
        span_a, span_b = self._locator.parts(a, b, features)
        form = self._form(a, b, span_a, span_b, features)
        return Match(
            a=Passage(self._a.article.id, *span_a),
            b=Passage(self._b.article.id, *span_b),
            kind=self._kind(a, b, span_a, span_b, form),
            score=score(features),
            form=form,
            detail=partial(self._detail, i, j, features, span_a, span_b),
        )

    def _form(self, a: Profile, b: Profile, span_a: Span, span_b: Span, features: Features) -> str:
        if features.quotation and self._locator.both_quote(a, b):
            return "direct/direct"
        return form_of(
            quoted_share(a, *span_a),
            quoted_share(b, *span_b),
            reported_a=self._a.cue(a) is not None,
            reported_b=self._b.cue(b) is not None,
            alike=features.wording >= ALIKE or features.quotation > 0,
        )

    def _kind(self, a: Profile, b: Profile, span_a: Span, span_b: Span, form: str) -> Kind:
        whole = covers(a, span_a) and covers(b, span_b)
        return kind_of(self._a.text[slice(*span_a)], self._b.text[slice(*span_b)], form, whole=whole)

    def _detail(self, i: int, j: int, features: Features, span_a: Span, span_b: Span) -> Detail:
        if (i, j) not in self._details:
            a, b = self._comparison.a[i], self._comparison.b[j]
            told = score(features) >= ALL_THRESHOLD
            differences = self._differences(a, b, span_a, span_b) if told else ()
            self._details[i, j] = Detail(self._evidence(a, b, features), differences)
        return self._details[i, j]

    def _differences(self, a: Profile, b: Profile, span_a: Span, span_b: Span) -> tuple[Difference, ...]:
        part_a, part_b = (a, self._a.with_polarity(a, span_a)), (b, self._b.with_polarity(b, span_b))
        found = self._placed(find_differences, part_a, part_b)
        tolls = self._placed(find_toll_differences, (a, (a.start, a.end)), (b, (b.start, b.end)))
        told = {difference.kind for difference in found}
        return found + tuple(toll for toll in tolls if toll.kind not in told)

    def _placed(self, find: Finder, a: Part, b: Part) -> tuple[Difference, ...]:
        """What `find` finds in a part of a sentence of each, with its places in the articles."""
        place_a, place_b = partial(self._a.passage, a[1][0]), partial(self._b.passage, b[1][0])
        found = find(self._a.clause(*a), self._b.clause(*b))
        return tuple(Difference(one.kind, place_a(one.a), place_b(one.b), one.message) for one in found)

    def _evidence(self, a: Profile, b: Profile, features: Features) -> Evidence:
        cues = self._a.cue(a), self._b.cue(b)
        return Evidence(
            parts=parts(features),
            shared=self._shared(a, b),
            quotations=self._quotations(a, b) if features.quotation else (),
            speakers=(cues[0].speaker if cues[0] else "", cues[1].speaker if cues[1] else ""),
            verbs=(cues[0].verb if cues[0] else "", cues[1].verb if cues[1] else ""),
        )

    def _shared(self, a: Profile, b: Profile) -> tuple[str, ...]:
        """The words that both have, the rarest first, as a writes them; a name joined by a hyphen whole."""
        weights = self._comparison.rarity.weights
        surfaces = self._a.surfaces(a, a.content & b.content)
        rarest = sorted(surfaces, key=lambda stem: (-weights[stem], stem))
        return tuple(dict.fromkeys(surfaces[stem] for stem in rarest))[:_SHARED]

    def _quotations(self, a: Profile, b: Profile) -> tuple[str, ...]:
        found = self._comparison.found
        of_a = [self._a.quoted(f) for f in a.fragments if found(f, b)]
        return tuple(of_a or [self._b.quoted(f) for f in b.fragments if found(f, a)])
