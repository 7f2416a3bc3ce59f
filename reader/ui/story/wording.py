"""The words of the story screen."""

from __future__ import annotations

from reader.base.phrases import counted

__all__ = [
    "ABOUT_COPIES",
    "ABOUT_SHARES",
    "AGREE",
    "DIFFER",
    "MATCHING",
    "NOTHING",
    "REPORT_HINT",
    "REPORT_TITLE",
    "THE_STORY",
    "about_clusters",
    "about_facts",
    "about_moved",
    "about_omitted",
    "about_only_here",
    "accounts",
    "copied",
    "first_reported_by",
    "heading",
    "likely_from",
    "matching",
    "position",
    "said_by",
]

MATCHING = "matching …"
AGREE, DIFFER = "the articles agree", "the articles differ"
NOTHING = "(nothing)"
"""In place of the words of a value where an article gives none."""

ABOUT_SHARES = "overlap between articles"
ABOUT_COPIES = "passages copied word for word"

REPORT_TITLE = "Write the story to"
REPORT_HINT = "The ending selects the format: .md, .html, .json or .txt · Esc cancels · Enter writes the file"
THE_STORY = "Story"


def matching(percent: int) -> str:
    """The progress of the matching."""
    return f"matching {percent} %"


def heading(about: str, threshold: float) -> str:
    """The name of the list, and the score from which matches count."""
    return f"{about} · match ≥{threshold:.0f}"


def _count(count: int, noun: str) -> str:
    return counted(count, noun) if count else f"no {noun}s"


def about_clusters(count: int) -> str:
    """The list of passages in several articles."""
    return f"{_count(count, 'passage')} in several articles"


def about_facts(differing: int, agreed: int) -> str:
    """The list of figures and other facts."""
    return f"≠ {differing} differ, = {agreed} agree"


def about_omitted(count: int) -> str:
    """The list of passages that a few articles omit."""
    return f"{_count(count, 'passage')} omitted by a few articles"


def about_moved(count: int) -> str:
    """The list of passages that are early in one article and late in another."""
    return f"{_count(count, 'passage')} early in one article, late in another"


def about_only_here(count: int) -> str:
    """The list of sentences that only one article has."""
    return f"{_count(count, 'sentence')} only in one article"


def accounts(articles: int, independent: int) -> str:
    """The number of articles that say something, and of their independent accounts."""
    several = f"{independent} independent accounts"
    return f"{counted(articles, 'article')}, {several if independent > 1 else 'all from one account'}"


def first_reported_by(name: str) -> str:
    """The article that likely reported it first."""
    return f"likely first: {name}"


def position(share: float) -> str:
    """The place of a passage in its article."""
    return f"{share:.0%} in"


def said_by(share: float, name: str) -> str:
    """The share of an article that another one says too."""
    return f"{share:.0%} of it is also said by {name}"


def likely_from(name: str, *, credited: bool) -> str:
    """The likely origin of an article, with the reason."""
    return f"likely origin: {name} ({'credited' if credited else 'copied'})"


def copied(share: float, article: str, other: str) -> str:
    """The share of an article that is in another one word for word."""
    return f"{share:.0%} of {article} is in {other} word for word"
