"""The functions and types that `import reader` offers. docs/library.md describes them with examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from annotations.model import Annotation
from reader.articles import corpus, loading
from reader.articles.corpus import Corpus
from reader.articles.loading import from_text
from reader.articles.model import Article, Paragraph, Role, Sentence
from reader.base.errors import UserError
from reader.differences.compare import compare
from reader.differences.messages import describe
from reader.matching.model import Alignment, Difference, DifferenceKind, Evidence, Kind, Match, Passage
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.notes.notebook import Notebook
from reader.notes.opening import open_notebook
from reader.story.build import MAX_ARTICLES, MIN_ARTICLES, build_story
from reader.story.model import Story
from reader.story.pairs import align_pairs

__all__ = [
    "DEFAULT_THRESHOLD",
    "Alignment",
    "Annotation",
    "Article",
    "Corpus",
    "Difference",
    "DifferenceKind",
    "Evidence",
    "Kind",
    "Match",
    "Notebook",
    "Paragraph",
    "Passage",
    "Role",
    "Sentence",
    "Story",
    "UserError",
    "compare",
    "describe",
    "from_text",
    "load",
    "open_corpus",
    "open_notebook",
    "tell_story",
]


def load(path: str | Path) -> Article:
    """The article in a file, or in an archive: "articles.zip!a/b.txt", "articles.jsonl!3".

    Raises UserError, whose text is one line with the path, the reason and a way out.
    """
    return loading.load(Path(path))


def open_corpus(paths: str | Path | Iterable[str | Path]) -> Corpus:
    """The articles of files, archives and folders (with their subfolders), each file once.

    Raises UserError for a named file that cannot be read, and for a folder without any article. Files of a
    folder that cannot be read are listed in `problems`.
    """
    named = [paths] if isinstance(paths, str | Path) else paths
    return corpus.open_corpus([Path(path) for path in named])


def tell_story(
    articles: Sequence[Article],
    *,
    threshold: float = DEFAULT_THRESHOLD,
    progress: Callable[[float], None] | None = None,
) -> Story:
    """The story of 3 to 50 articles about one event: shared passages, facts, omissions, copies.

    Matches count if they score at least `threshold` (0-100). `progress` is called often with the share that
    is done (0-1). Raises UserError for fewer or more articles.
    """
    if not MIN_ARTICLES <= len(articles) <= MAX_ARTICLES:
        raise UserError(f"a story needs {MIN_ARTICLES} to {MAX_ARTICLES} articles, not {len(articles)}")
    return build_story(align_pairs(articles, progress=progress), threshold)
