"""`reader import FILE…`: annotations from a file. What is there is never changed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import Revision, Tag
from annotations.wording import quotes
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.common import CommandError, print_json
from reader.exchange.importing import READABLE
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from annotations.merging.import_plan import Plan
    from annotations.model import Annotation
    from reader.exchange.imported_file import ImportedFile

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = f"Annotations from a file: {READABLE}. All come in one step that undo takes back, or none."

_LARGEST = 200_000_000  # bytes of a file; an annotation takes about two thousand
_SHOWN = 20  # annotations named in the report
_QUOTE = 60  # code points shown of each passage


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="only tell what would come")
    parser.add_argument("--json", action="store_true", help="the report as JSON")


def run(options: Namespace) -> None:
    """Imports the file, and tells what came. Raises CommandError where it cannot be read or is damaged."""
    from annotations.merging.import_plan import planned

    coming = _read(options.file)
    with open_notebook(options.data) as notebook:
        plan = planned(coming.annotations, notebook.get)
        tags = _new_tags(coming, notebook.codebook())
        if not options.dry_run:
            count = counted(len(plan.added()), "annotation")
            what = f"imported {count} from {sanitize_line(options.file.name)}"
            notebook.revise(Revision(what, annotations=plan.added(), tags=tags))
    if options.json:
        print_json(_as_json(plan, tags, coming))
    else:
        print("\n".join(_lines(plan, tags, coming, dry=options.dry_run)))


def _new_tags(coming: ImportedFile, codebook: Sequence[Tag]) -> tuple[Tag, ...]:
    """The tags that the file describes and we do not: what is there is never changed."""
    known = {tag.name.casefold() for tag in codebook}
    return tuple(tag for tag in coming.codebook if tag.name.casefold() not in known)


def _read(path: Path) -> ImportedFile:
    from reader.articles.factory import article_id
    from reader.articles.files import read_bytes
    from reader.exchange.imported_file import ForeignFileError
    from reader.exchange.importing import read_annotations

    try:
        return read_annotations(read_bytes(path, limit=_LARGEST), lambda url: article_id(url, "", ""))
    except ForeignFileError as error:
        raise CommandError(f"{path}: cannot be imported: {error}; nothing was changed") from error


def _as_json(plan: Plan, tags: Sequence[Tag], coming: ImportedFile) -> dict[str, object]:
    return {
        "new": [annotation.id for annotation in plan.new],
        "same": [annotation.id for annotation in plan.same],
        "conflicts": [{"there": there.id, "comes": comes.id} for there, comes in plan.conflicts],
        "tags": [tag.name for tag in tags],
        "left_out": list(coming.left_out),
    }


def _lines(plan: Plan, tags: Sequence[Tag], coming: ImportedFile, *, dry: bool) -> Iterator[str]:
    yield f"{'would add' if dry else 'added'}: {len(plan.new)}"
    yield from _named(plan.new)
    yield f"there already: {len(plan.same)}"
    if plan.conflicts:
        kept = "would be kept" if dry else "kept"
        yield f"there in another form, both {kept}, this one tagged #conflict: {len(plan.conflicts)}"
        yield from _named([comes for _, comes in plan.conflicts])
    if coming.codebook:
        yield f"tags {'that would be ' if dry else ''}described: {len(tags)}"
    if coming.left_out:
        yield f"left out: {len(coming.left_out)}"
        yield from (f"  {line}" for line in coming.left_out[:_SHOWN])


def _named(annotations: Sequence[Annotation]) -> Iterator[str]:
    for annotation in annotations[:_SHOWN]:
        yield f"  {annotation.id}  {quotes(annotation, _QUOTE)}"
    if len(annotations) > _SHOWN:
        yield f"  … and {len(annotations) - _SHOWN} more"
