"""The annotations leave: which of them, as what, and into a file. The app and `reader export` share it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotations.errors import UserError
from annotations.model import Annotation
from reader.notebook import Notebook

__all__ = ["as_json", "as_markdown", "chosen", "counted", "write", "write_export"]

_MARK = re.compile(rb'generator"?: "reader"')  # in the front matter of what we export, and in its JSON
_HEAD = 2000  # bytes in which it stands


def chosen(
    notebook: Notebook, tags: Collection[str] = (), articles: Collection[str] = ()
) -> tuple[Annotation, ...]:
    """The annotations with one of `tags` (or one nested in it), on one of `articles` (ids); empty: all."""
    return tuple(
        annotation
        for annotation in notebook.store.all()
        if (not tags or any(_is_under(tag, wanted) for tag in annotation.tags for wanted in tags))
        and (not articles or any(target.article.id in articles for target in annotation.targets))
    )


def _is_under(tag: str, wanted: str) -> bool:
    return f"{tag.casefold()}/".startswith(f"{wanted.casefold().lstrip('#')}/")


def as_markdown(annotations: Sequence[Annotation]) -> str:
    """The annotations as Markdown, dated now."""
    from annotations.export.markdown import markdown

    return markdown(annotations, now=datetime.now(UTC))


def as_json(annotations: Sequence[Annotation]) -> str:
    """The annotations as they are kept, in one JSON object."""
    import json

    from annotations.documents import to_document

    documents = [to_document(annotation) for annotation in annotations]
    return json.dumps({"generator": "reader", "annotations": documents}, ensure_ascii=False, indent=2) + "\n"


def counted(annotations: Sequence[Annotation]) -> str:
    """How many there are, in words."""
    return f"{len(annotations)} annotation{'' if len(annotations) == 1 else 's'}"


def write_export(path: Path, text: str, *, force: bool = False) -> None:
    """Writes an export. One that is there already is kept beside it, as NAME~.

    Raises UserError where it cannot be written, and for a file that is no export, unless it is forced.
    """
    try:
        if path.exists():
            before = path.read_bytes()
            if not force and not _MARK.search(before[:_HEAD]) and before.strip():
                raise UserError(
                    f"{path}: is there already and was not exported by reader; choose another name"
                )
            path.with_name(path.name + "~").write_bytes(before)
    except OSError as error:
        raise UserError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
    write(path, text)


def write(path: Path, text: str) -> None:
    """Writes a file whole or not at all. Raises UserError where it cannot be written."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UserError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
