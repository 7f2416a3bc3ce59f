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
AGREE, DIFFER = "they agree", "they differ"
NOTHING = "(nothing)"
"""In place of the words of a value where an article gives none."""

ABOUT_SHARES = "how much of each article the others say"
ABOUT_COPIES = "passages copied word for word"

REPORT_TITLE = "Write the story to"
REPORT_HINT = "The ending sets the format: .md, .html, .json or .txt · Esc cancels · Enter writes the file"
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
    """The list of what several articles say."""
    return f"{_count(count, 'point')} reported by several"


def about_facts(differing: int, agreed: int) -> str:
    """The list of figures and other facts."""
    return f"≠ {differing} differ, = {agreed} agree"


def about_omitted(count: int) -> str:
    """The list of what a few articles leave out."""
    return f"{_count(count, 'point')} that a few leave out"


def about_moved(count: int) -> str:
    """The list of what one article begins with and another ends with."""
    return f"{_count(count, 'point')} first here, last there"


def about_only_here(count: int) -> str:
    """The list of what only one article says."""
    return f"{_count(count, 'sentence')} in one article only"


def accounts(articles: int, independent: int) -> str:
    """The number of articles that say something, and of their independent accounts."""
    several = f"{independent} independent accounts"
    return f"{counted(articles, 'article')}, {several if independent > 1 else 'all from one account'}"


def first_reported_by(name: str) -> str:
    """The article that reported it first."""
    return f"first reported by {name}"


def position(share: float) -> str:
    """The place of a passage in its article."""
    return f"{share:.0%} in"


def said_by(share: float, name: str) -> str:
    """The share of an article that another one says too."""
    return f"{share:.0%} of its words are said by {name}, too"


def likely_from(name: str, *, credited: bool) -> str:
    """The likely source of an article, with the reason."""
    reason = "which it credits" if credited else "which it copies and which was earlier"
    return f"likely from {name}, {reason}"


def copied(share: float, article: str, other: str) -> str:
    """The share of an article that is in another one word for word."""
    return f"{share:.0%} of {article} is in {other} word for word"
