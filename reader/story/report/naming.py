"""The names of articles in a report, the words of passages, and why an account is not independent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from reader.articles.model import Article
from reader.base.phrases import shortened
from reader.base.sanitizing import sanitize_line
from reader.matching.model import Passage
from reader.story.model import Cluster, Dependence

__all__ = ["dependence_of", "names_of", "words_of"]

_LONGEST = 28
"""Code points of a name."""

_NAMED = 3
"""Articles that are named one by one before the others are only counted."""


def names_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """Short names that are unique in the story: the outlets, numbered where one outlet has several."""
    names = [shortened(article.source or article.title, _LONGEST) for article in articles]
    total, seen = Counter(names), Counter[str]()
    unique = []
    for name in names:
        seen[name] += 1
        unique.append(f"{name} ({seen[name]})" if total[name] > 1 else name)
    return tuple(unique)


def words_of(article: Article, passages: Passage | Iterable[Passage]) -> str:
    """The words of one passage, or of several, on one safe line."""
    several = [passages] if isinstance(passages, Passage) else passages
    return " … ".join(sanitize_line(article.text[passage.start : passage.end]) for passage in several)


def dependence_of(cluster: Cluster, number: int, names: Sequence[str], beside: Collection[int] = ()) -> str:
    """The reason why account `number` of a cluster is not independent.

    "" if it is independent, or if all accounts are copies of one. `names` are those of the articles; the
    articles `beside` it are shown together with it, as having the same words, and are not named again.
    """
    account = cluster.accounts[number]
    if account.dependence is Dependence.CREDIT:
        return f"{'article ' if account.as_whole else ''}credits {sanitize_line(account.credits)}"
    if account.dependence is None or cluster.independent == 1:
        return ""
    copies = dict.fromkeys(other.article for other in cluster.accounts if other.source == account.source)
    others = [names[copy] for copy in copies if copy != account.article and copy not in beside]
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    return f"same text as {', '.join(others[:_NAMED])}{more}" if others else ""
