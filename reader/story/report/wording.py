"""The words of a story's report: headings, column labels and hints."""

from __future__ import annotations

from reader.base.phrases import counted

__all__ = [
    "ACCOUNT_COLUMNS",
    "AGREED",
    "ARTICLE_COLUMNS",
    "CASUALTIES",
    "CLUSTERS",
    "COPIES",
    "COPY_COLUMNS",
    "DIFFERENCES",
    "DIFFERENCE_HINT",
    "FACT_COLUMNS",
    "INDEPENDENCE_HINT",
    "MOVED",
    "MOVED_COLUMNS",
    "NEAREST_COLUMNS",
    "NOT_STATED",
    "NO_CLUSTERS",
    "OMITTED",
    "OMITTED_COLUMNS",
    "OMITTED_HINT",
    "ONLY_IN_ONE",
    "ONLY_IN_ONE_COLUMNS",
    "ONLY_IN_ONE_HINT",
    "OVERLAP",
    "OVERLAP_HINT",
    "cluster_heading",
    "not_shown",
    "origin_label",
    "title",
]

ARTICLE_COLUMNS = ("", "outlet", "title", "date", "words", "likely origin")

OVERLAP = "Overlap between articles"
OVERLAP_HINT = "The share of the article in the row that the article in the column also says."
NEAREST_COLUMNS = ("outlet", "articles with the largest share of it")

CASUALTIES = "Differences: casualties"
DIFFERENCES = "Differences: other facts"
DIFFERENCE_HINT = "“≠” marks a difference. It does not say which article is right."
AGREED = "Agreed facts"
FACT_COLUMNS = ("about", "", "value", "said by")
NOT_STATED = "(not stated)"

CLUSTERS = "Passages in several articles"
NO_CLUSTERS = "No passage of one article matches a passage of another."
INDEPENDENCE_HINT = "Independent accounts are neither copied nor credited; they may still share a source."
ACCOUNT_COLUMNS = ("outlet and position", "kind", "words")

OMITTED = "Omitted by a few articles"
OMITTED_HINT = "Nothing in these articles comes close; they may say it in other words."
OMITTED_COLUMNS = ("omitted by", "words of the others")

MOVED = "Moved: early in one article, late in another"
MOVED_COLUMNS = ("early in", "late in", "words of the first")

ONLY_IN_ONE = "Only in one article"
ONLY_IN_ONE_HINT = "Only in these words: other articles may say it differently."
ONLY_IN_ONE_COLUMNS = ("outlet", "sentences")

COPIES = "Copies: the same words in two articles"
COPY_COLUMNS = ("article", "also in", "copy share", "passages")


def title(articles: int) -> str:
    """The heading of the whole report."""
    return f"A story in {counted(articles, 'article')}"


def cluster_heading(number: int, articles: int, total: int, independent: int, first: str) -> str:
    """The heading of a cluster; `first` names the article that likely reported it first, "" if unknown."""
    accounts = counted(independent, "independent account") if independent > 1 else "all from one account"
    heading = f"{number}. In {articles} of {total} articles, {accounts}"
    return f"{heading}; likely first: {first}" if first else heading


def origin_label(name: str, *, credited: bool) -> str:
    """The likely origin of an article, with the reason for it."""
    return f"{name} ({'credited' if credited else 'copied'})"


def not_shown(rows: int) -> str:
    """The note in place of rows that a terminal is not shown, with the way to see them."""
    return f"… and {rows:,} more (--markdown shows all)"
