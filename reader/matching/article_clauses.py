"""The clauses of an article: its sentences, or parts of them, as they are searched for claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from reader.articles.model import Article
from reader.claims.attribution import Attribution, find_attribution
from reader.claims.clause import Clause, Span
from reader.claims.polarity import negates
from reader.language.words import Token
from reader.matching.model import Difference
from reader.matching.profile import Fragment, Profile

__all__ = ["ArticleClauses", "DifferenceFinder", "Part"]

_BEFORE = 3
"""Words before a passage that are searched for a negation."""

_NEAR = 40
"""Code points before a word that are searched for a particle."""

_BESIDE = 4
"""Words between the speaker and the passage, at most: "told reporters on Monday that"."""

_PARTICLE = re.compile(r"\b(?:[A-Za-z]\w*-)+\Z")
"""The part of a hyphenated word before the last hyphen: the "al-" of "al-Abadi"."""


class ArticleClauses:
    """An article whose sentences are read once and given as clauses."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self._attributions: dict[int, Attribution | None] = {}

    def attribution(self, profile: Profile) -> Attribution | None:
        """The speaker and the verb of speech of a sentence; None if nobody speaks."""
        if profile.start not in self._attributions:
            quoted = [(f.start, f.end) for f in profile.fragments]
            self._attributions[profile.start] = find_attribution(self.text, profile.words, quoted)
        return self._attributions[profile.start]

    def clause(self, profile: Profile, span: Span) -> Clause:
        """A passage of a sentence as a clause, with its quotations and the speaker of the sentence."""
        start, end = span
        words = [
            Token(w.start - start, w.end - start, w.stem) for w in profile.words if start <= w.start < end
        ]
        inside = ((max(f.start, start) - start, min(f.end, end) - start) for f in profile.fragments)
        quoted = tuple((s, e) for s, e in inside if s < e)
        spoken = self.attribution(profile)
        is_speech = spoken is not None and self._covers(spoken, profile, span)
        speaker, verb = (spoken.speaker, spoken.verb) if spoken and is_speech else ("", "")
        return Clause(self.text[start:end], words, quoted, speaker, verb, self.article.date, self.text)

    def _covers(self, spoken: Attribution, profile: Profile, span: Span) -> bool:
        """Whether a passage is what the speaker says: a quotation, or words beside the verb of speech."""
        if any(f.start <= span[0] and span[1] <= f.end for f in profile.fragments):
            return True
        speaker = spoken.speaker
        before = self.text.rfind(speaker, profile.start, spoken.start)
        first = before if before >= 0 else spoken.start
        last = max(spoken.end, self.text.find(speaker, spoken.end, profile.end) + len(speaker))
        between = [w for w in profile.words if last <= w.start < span[0] or span[1] <= w.start < first]
        return len(between) <= _BESIDE

    def with_polarity(self, profile: Profile, span: Span) -> Span:
        """The passage, extended to the few words before it in its sentence if they negate it."""
        before = [word for word in profile.words if word.start < span[0]][-_BEFORE:]
        if before and negates(self.text[before[0].start : span[0]]):
            return before[0].start, span[1]
        return span

    def surfaces(self, profile: Profile, stems: Collection[str]) -> dict[str, str]:
        """The first word of each of some stems as it is written, with its particle: "al-Abadi"."""
        written: dict[str, str] = {}
        for word in profile.words:
            if word.stem in stems and word.stem not in written:
                written[word.stem] = self._with_particle(profile, word)
        return written

    def _with_particle(self, profile: Profile, word: Token) -> str:
        before = _PARTICLE.search(self.text, max(profile.start, word.start - _NEAR), word.start)
        return self.text[before.start() if before else word.start : word.end]

    def quoted(self, fragment: Fragment) -> str:
        """The words of a quotation."""
        return self.text[fragment.start : fragment.end]


Part = tuple[Profile, Span]
"""A sentence and the span of the part of it that matches."""

DifferenceFinder = Callable[[ArticleClauses, ArticleClauses, Part, Part], tuple[Difference, ...]]
"""Finds the differences between a part of a sentence of a and the matching part in b."""
