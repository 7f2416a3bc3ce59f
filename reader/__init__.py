"""Reads several articles about one event side by side: as a program, and as a library.

`import reader` costs next to nothing: each name is imported when it is first used.
"""

from __future__ import annotations

from reader.base.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.api import (
        DEFAULT_THRESHOLD,
        Alignment,
        Annotation,
        Article,
        Corpus,
        Difference,
        DifferenceKind,
        Evidence,
        Kind,
        Match,
        Notebook,
        Paragraph,
        Passage,
        Role,
        Sentence,
        Story,
        UserError,
        compare,
        describe,
        from_text,
        load,
        open_corpus,
        open_notebook,
        tell_story,
    )

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
    "__version__",
    "compare",
    "describe",
    "from_text",
    "load",
    "open_corpus",
    "open_notebook",
    "tell_story",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Imports a name of the library when it is first used."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from reader import api

        globals().update({each: getattr(api, each) for each in api.__all__})
        return globals()[name]

    def __dir__() -> list[str]:
        """The names of the library."""
        return __all__
