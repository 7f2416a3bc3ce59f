"""The codebook: the tags, their descriptions, and their numbers of uses. `a/b` is nested in `a`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from annotations.model import Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import Annotation

__all__ = ["CodebookEntry", "entries", "is_within", "lineage"]


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A tag with its uses: `own` annotations have it, `nested` have it or a tag nested in it."""

    tag: Tag
    own: int = 0
    nested: int = 0

    @property
    def depth(self) -> int:
        """The number of tags that it is nested in."""
        return self.tag.name.count("/")


def entries(codebook: Iterable[Tag], annotations: Iterable[Annotation]) -> tuple[CodebookEntry, ...]:
    """Every tag that is described, in use, or the parent of such a tag: by name, parents first.

    Case does not matter: a tag is spelled as in the codebook, else as it is used most often.
    """
    uses: Counter[str] = Counter()
    own: Counter[str] = Counter()
    nested: Counter[str] = Counter()
    for annotation in annotations:
        uses.update(annotation.tags)
        own.update({tag.casefold() for tag in annotation.tags})
        nested.update({name.casefold() for tag in annotation.tags for name in lineage(tag)})
    described = {tag.name.casefold(): tag for tag in codebook}
    names = [*(tag.name for tag in described.values()), *(tag for tag, _ in uses.most_common())]
    parents = [parent for name in names for parent in lineage(name)]
    tags = dict(described)
    for name in [*names, *parents]:
        tags.setdefault(name.casefold(), Tag(name))
    return tuple(CodebookEntry(tags[key], own[key], nested[key]) for key in sorted(tags, key=_in_order))


def lineage(name: str) -> Iterator[str]:
    """A tag and all tags that it is nested in: `a`, `a/b` and `a/b/c` for `a/b/c`."""
    return accumulate(name.split("/"), "{}/{}".format)


def is_within(name: str, parent: str) -> bool:
    """Whether a tag is `parent` or nested in it."""
    return f"{name.casefold()}/".startswith(f"{parent.casefold()}/")


def _in_order(name: str) -> list[str]:
    return name.split("/")
