"""One of the two articles that are compared: its sentences as clauses, its speakers, its places."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from reader.articles.model import Article
from reader.claims.clause import Clause, Span
from reader.claims.polarity import negates
from reader.claims.speech import Cue, cue
from reader.language.words import Token
from reader.matching.model import Difference
from reader.matching.profile import Fragment, Profile

__all__ = ["ArticleClauses", "DifferenceFinder", "Part"]

_BEFORE = 3
"""Words before a passage that are looked at for a negation."""


_NEAR = 40
"""Code points before a word in which what a hyphen joins to it is looked for."""

_BESIDE = 4
"""Words between who speaks and what is said: "told reporters on Monday that"."""

_PARTICLE = re.compile(r"\b(?:[A-Za-z]\w*-)+\Z")
"""What a hyphen joins to the word after it."""


class ArticleClauses:
    """One article, and what was read from its sentences once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self._cues: dict[int, Cue | None] = {}

    def cue(self, profile: Profile) -> Cue | None:
        """Who speaks in a sentence; None if nobody does."""
        if profile.start not in self._cues:
            self._cues[profile.start] = cue(
                self.text, profile.words, [(f.start, f.end) for f in profile.fragments]
            )
        return self._cues[profile.start]

    def clause(self, profile: Profile, span: Span) -> Clause:
        """The passage of a sentence, with its quotations and the speaker that the sentence names."""
        start, end = span
        words = [
            Token(w.start - start, w.end - start, w.stem) for w in profile.words if start <= w.start < end
        ]
        inside = ((max(f.start, start) - start, min(f.end, end) - start) for f in profile.fragments)
        quoted = tuple((s, e) for s, e in inside if s < e)
        said = self.cue(profile)
        speaker, verb = (said.speaker, said.verb) if said and self._is_of(said, profile, span) else ("", "")
        return Clause(self.text[start:end], words, quoted, speaker, verb, self.article.date, self.text)

    def _is_of(self, said: Cue, profile: Profile, span: Span) -> bool:
        """Whether a passage is what somebody is said to say: his quotation, or beside who speaks."""
        if any(f.start <= span[0] and span[1] <= f.end for f in profile.fragments):
            return True
        before = self.text.rfind(said.speaker, profile.start, said.start)
        first = before if before >= 0 else said.start
        last = max(said.end, self.text.find(said.speaker, said.end, profile.end) + len(said.speaker))
        between = [w for w in profile.words if last <= w.start < span[0] or span[1] <= w.start < first]
        return len(between) <= _BESIDE

    def with_polarity(self, profile: Profile, span: Span) -> Span:
        """The passage and, if they negate it, the few words before it in its sentence."""
        before = [word for word in profile.words if word.start < span[0]][-_BEFORE:]
        if before and negates(self.text[before[0].start : span[0]]):
            return before[0].start, span[1]
        return span

    def surfaces(self, profile: Profile, stems: Collection[str]) -> dict[str, str]:
        """How a sentence writes each of some stems first: "al-Abadi", whole, for its last part."""
        found: dict[str, str] = {}
        for word in profile.words:
            if word.stem in stems and word.stem not in found:
                found[word.stem] = self._with_particle(profile, word)
        return found

    def _with_particle(self, profile: Profile, word: Token) -> str:
        before = _PARTICLE.search(self.text, max(profile.start, word.start - _NEAR), word.start)
        return self.text[before.start() if before else word.start : word.end]

    def quoted(self, fragment: Fragment) -> str:
        """The words of a quotation."""
        return self.text[fragment.start : fragment.end]


Part = tuple[Profile, Span]
"""A sentence, and the part of it that matches."""

DifferenceFinder = Callable[[ArticleClauses, ArticleClauses, Part, Part], tuple[Difference, ...]]
"""Finds how a part of a sentence of one article differs from the matching part in another."""
