"""The words of the annotations, the codebook and the history screens."""

from __future__ import annotations

from reader.base.phrases import counted
from reader.ui.kit.wording import NEST_HINT

__all__ = [
    "CODEBOOK_FILE",
    "DESCRIBE_TAG",
    "FIND",
    "MARK_TO_MERGE",
    "NOT_DELETED",
    "NO_ANNOTATIONS",
    "NO_CHANGES",
    "NO_TAGS",
    "READ_HINT",
    "READ_TAGS",
    "RESTORED",
    "STATES",
    "UNDESCRIBED",
    "USE_CSV",
    "WORDS_NOW",
    "WRITE_TAGS",
    "all_listed",
    "by_order",
    "changed",
    "changes",
    "deleted",
    "marked",
    "of_annotations",
    "rename",
    "rename_hint",
    "tag_title",
    "tags",
    "tags_marked",
    "uses",
]

FIND = "words  #tag  -#tag  #a|#b  colour: state: relation: author: since: until:"
NO_ANNOTATIONS = "No annotations yet. In an article, press h to highlight, t to tag, a to add a note."

STATES = {
    "changed": "found; the words have changed",
    "review": "needs review: press Enter to go there, r to attach it to other words",
    "orphan": "orphan: its words are no longer in the article; press r to attach it to other words",
    "missing": "the article is no longer where it was",
}
"""The states of a target (see annotations.filtering.STATES), with the way out."""

WORDS_NOW = "now: "

NO_TAGS = "No tags yet. In an article, press t to tag the sentence or the selection."
UNDESCRIBED = "Press i to describe it."
DESCRIBE_TAG = "Meaning of the tag"
MARK_TO_MERGE = "Press Space to mark the tags to merge. Then go to the tag to merge them into, and press m."
CODEBOOK_FILE = "codebook.csv"
WRITE_TAGS = "Write the tags as CSV to"
READ_TAGS = "Read tags from a CSV file"
READ_HINT = "Esc cancels · Enter reads the file"
USE_CSV = "use a CSV file in UTF-8"

NO_CHANGES = "Nothing has been changed yet."
NOT_DELETED = "This annotation is not deleted. Press u to undo the last change."
RESTORED = "Restored"


def all_listed(shown: int, total: int, *, filtered: bool) -> str:
    """The number of annotations that are listed, and of all if only some are."""
    count = counted(total, "annotation")
    return f"{shown:,} of {count}" if filtered else count


def marked(count: int) -> str:
    """The number of marked rows."""
    return f"{count:,} marked"


def by_order(order: str) -> str:
    """The order of the list."""
    return f"by {order}"


def of_annotations(title: str, count: int) -> str:
    """The title of a question about one annotation or several."""
    return title if count == 1 else f"{title} of {counted(count, 'annotation')}"


def deleted(count: int) -> str:
    """The change that was made: annotations were deleted."""
    return "Deleted" if count == 1 else f"Deleted {counted(count, 'annotation')}"


def changed(count: int) -> str:
    """The change that was made: annotations were edited."""
    return "Saved" if count == 1 else f"Changed {counted(count, 'annotation')}"


def tags(count: int) -> str:
    """The number of tags."""
    return counted(count, "tag") if count else NO_TAGS


def tags_marked(count: int) -> str:
    """The number of marked tags, and what can be done with them."""
    return f"{marked(count)}: m merges them into the tag under the cursor"


def tag_title(name: str) -> str:
    """A tag as it is written."""
    return f"#{name}"


def uses(own: int, nested: int) -> str:
    """The use of a tag: `own` annotations have it, `nested` have it or one nested in it."""
    on = f"on {counted(own, 'annotation')}"
    return on if nested == own else f"{on}; with nested tags, on {nested:,}"


def rename(name: str) -> str:
    """The question for the new name of a tag."""
    return f"Rename #{name} to"


def rename_hint(annotations: int) -> str:
    """The reach of a new name."""
    return f"on {counted(annotations, 'annotation')} · {NEST_HINT} · Esc cancels · Enter renames"


def changes(count: int) -> str:
    """The number of changes, and their order."""
    return f"{counted(count, 'change')}, newest first" if count else NO_CHANGES
