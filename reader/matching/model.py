"""The model of matching: passages of two articles that say the same thing, evidence, differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Alignment", "Detail", "Difference", "DifferenceKind", "Evidence", "Kind", "Match", "Passage"]


class Kind(StrEnum):
    """The way in which two passages say the same thing."""

    VERBATIM = "verbatim"
    NEAR_DUPLICATE = "near-duplicate"
    QUOTE = "quote"
    SAME_FACT = "same-fact"
    PINNED = "pinned"  # by the user

    @property
    def label(self) -> str:
        """The name of the kind for readers: "same fact" for `same-fact`, else the value itself."""
        return "same fact" if self is Kind.SAME_FACT else self.value


class DifferenceKind(StrEnum):
    """The kind of thing that differs inside a match. Messages say "differs", never "wrong"."""

    NUMBER = "number"
    ROUNDING = "rounding"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    QUOTED_WORDS = "quoted words"


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points [start, end) of the text of the article whose id is `article`."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference inside a match: where it is in each article, None where that one says nothing of it.

    `words` are those of a and of b, "" where they have none. `certainty` is how surely each of them says it,
    in words ("stated", "only possible"), where that is what differs.
    """

    kind: DifferenceKind
    a: Passage | None
    b: Passage | None
    words: tuple[str, str] = ("", "")
    certainty: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reasons for a match.

    `parts` names each feature with its share of the score, in points of 0-100, largest first; `shared` are
    the words in both sentences, the rarest first; `quotations` the quoted words in both; `speakers` and
    `verbs` the speaker and the verb of speech in a and in b, "" where not found.
    """

    parts: tuple[tuple[str, float], ...] = ()
    shared: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    speakers: tuple[str, str] = ("", "")
    verbs: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Detail:
    """The evidence for a match and the differences inside it."""

    evidence: Evidence = Evidence()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages, one of each article, that say the same thing. `score` is 0-100.

    `form` is the form of speech in a and in b: "direct/direct", "direct/indirect" or "indirect/direct"; "" if
    it is not speech. `detail` computes evidence and differences when they are first asked for (about a
    millisecond): a long text has tens of thousands of matches, and few of them are ever looked at.
    """

    a: Passage
    b: Passage
    kind: Kind
    score: float
    form: str = ""
    detail: Callable[[Match], Detail] = field(default=lambda _: Detail(), compare=False, repr=False)

    @property
    def evidence(self) -> Evidence:
        """The reasons for the match."""
        return self.detail(self).evidence

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences between the passages; () below the threshold for clauses (ALL_THRESHOLD)."""
        return self.detail(self).differences


@dataclass(frozen=True, slots=True)
class Alignment:
    """All matches of articles `a` and `b` (ids) that score at least `floor`, in the order of a, then of b.

    A set of pairs: one passage may match several, and no order is assumed. The interface applies its
    threshold to `matches`, which needs no recomputation.
    """

    a: str
    b: str
    matches: Sequence[Match]
    floor: float

    def above(self, threshold: float) -> tuple[Match, ...]:
        """The matches that score at least `threshold` (0-100)."""
        return tuple(match for match in self.matches if match.score >= threshold)

    def best(self) -> Match | None:
        """The match with the highest score, whether or not it reaches a threshold; None without matches."""
        return max(self.matches, key=lambda match: match.score, default=None)
