"""What articles are called in a report, and the words of passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line
from reader.matching.model import Kind, Passage
from reader.story.model import Cluster, Dependence

__all__ = ["KIND_LABELS", "dependence_of", "names_of", "words_of"]

_LONGEST = 28
"""Characters of a name."""

_SHOWN = 3
"""Articles that are named one by one."""

KIND_LABELS = {
    Kind.VERBATIM: "verbatim",
    Kind.NEAR_DUPLICATE: "nearly verbatim",
    Kind.QUOTE: "quotation",
    Kind.SAME_FACT: "reworded",
}


def names_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """Short names that tell the articles apart: their outlets, numbered where one outlet has several."""
    names = [_short(sanitize_line(article.source or article.title)) for article in articles]
    often = Counter(names)
    seen = Counter[str]()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if often[name] > 1 else name)
    return tuple(found)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def words_of(article: Article, passages: Passage | Iterable[Passage]) -> str:
    """The words of a passage, or of several, on one line."""
    several = [passages] if isinstance(passages, Passage) else passages
    return " … ".join(sanitize_line(article.text[one.start : one.end]) for one in several)


def dependence_of(cluster: Cluster, number: int, names: Sequence[str], beside: Collection[int] = ()) -> str:
    """Why a telling of a cluster is no independent one; "" if it is one, or if all are copies of one.

    `names` are what the articles are called; those `beside` it are shown with it as having the same words.
    """
    account = cluster.accounts[number]
    if account.dependence is Dependence.CREDIT:
        return f"{'article ' if account.as_whole else ''}credits {sanitize_line(account.credits)}"
    if account.dependence is None or cluster.independent == 1:
        return ""
    others = dict.fromkeys(one.article for one in cluster.accounts if one.source == account.source)
    shown = [names[one] for one in others if one != account.article and one not in beside]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return f"same text as {', '.join(shown[:_SHOWN])}{more}" if shown else ""
