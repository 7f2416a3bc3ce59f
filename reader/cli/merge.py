"""`reader merge OTHER.json`: merges another person's annotations into the user's, by id and time."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.wording import quotes
from reader.base.errors import UserError
from reader.base.phrases import quoted, shortened
from reader.base.sanitizing import sanitize_line
from reader.cli.output import print_json
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from annotations.merging.merge import Conflict, Merged
    from annotations.merging.sides import FileSide
    from reader.notes.notebook import Notebook

__all__ = ["ABOUT", "arguments", "as_json", "as_text", "merge_into", "run"]

ABOUT = (
    "Merge another person's annotations file into yours. If both of you changed an annotation, the later "
    "version wins; the other one is kept beside it, tagged #conflict. The merge is one step of undo."
)

_SHOWN, _QUOTE = 20, 60  # annotations named of each kind, code points of each


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("other", metavar="OTHER.json", type=Path, help="a copy of their annotations.json")
    parser.add_argument("--dry-run", action="store_true", help="show what would change; change nothing")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: Namespace) -> None:
    """Merges the file and prints a report."""
    theirs = _side_of(options.other)
    with open_notebook(options.data) as notebook:
        merged = merge_into(notebook, options.other, theirs, dry=options.dry_run)
    if options.json:
        print_json(as_json(merged, theirs.notices))
    else:
        print(as_text(merged, theirs.notices, dry=options.dry_run))


def merge_into(notebook: Notebook, path: Path, theirs: FileSide, *, dry: bool = False) -> Merged:
    """Merges the file at `path`, whose content is `theirs`, into the notebook in one step, unless `dry`."""
    from annotations.merging.merge import merge

    merged = merge(notebook.merge_side(), theirs.side, name=sanitize_line(path.name))
    if not dry:
        notebook.revise(merged.revision)
    return merged


def _side_of(path: Path) -> FileSide:
    """The content of an annotations file. Raises UserError for an export, with a way out."""
    from annotations.merging.sides import side_of_file
    from annotations.storage.loading import StoreError

    try:
        return side_of_file(path)
    except StoreError as error:
        if path.is_file() and (advice := _advice_on_export(path)):
            raise UserError(f"{path} is an export, not an annotations.json; {advice}") from error
        raise


def _advice_on_export(path: Path) -> str:
    """A way to use an export; "" for any other file."""
    from reader.articles.files import read_bytes
    from reader.exchange.export_formats import EXPORT_FORMATS
    from reader.exchange.import_formats import READABLE, read_annotations
    from reader.exchange.imported_file import ForeignFileError

    data = read_bytes(path)
    try:
        read_annotations(data, str)
    except ForeignFileError:
        kind = next((kind for kind in EXPORT_FORMATS if kind.mark in data), None)
        return f"{kind.name} cannot be imported; reader import reads {READABLE}" if kind else ""
    return f'import it with "reader import {path}"'


def as_json(merged: Merged, notices: Sequence[str] = ()) -> dict[str, Any]:
    """The report: ids, counts, and both versions of each conflict."""
    return {
        "added": [each.id for each in merged.added],
        "updated": [each.id for each in merged.updated],
        "deleted": [each.id for each in merged.deleted],
        "same": merged.same,
        "stay_deleted": merged.stay_deleted,
        "edited_here_though_deleted_there": merged.outlive,
        "conflicts": [
            {
                "id": conflict.kept.id,
                "copy": conflict.copy.id,
                "fields": {name: {"kept": kept, "other": other} for name, kept, other in _both(conflict)},
            }
            for conflict in merged.conflicts
        ],
        "tags": [tag.name for tag in merged.tags],
        "tag_conflicts": [each.mine.name for each in merged.tag_conflicts],
        "notices": list(notices),
    }


def as_text(merged: Merged, notices: Sequence[str] = (), *, dry: bool = False) -> str:
    """The report for people; `dry` if nothing was changed."""
    return "\n".join([*notices, *_lines(merged, "would be " if dry else "")])


def _lines(merged: Merged, would: str) -> Iterator[str]:
    groups = (("added", merged.added), ("updated", merged.updated), ("deleted", merged.deleted))
    for verb, group in groups:
        yield f"{would}{verb}: {len(group)}"
        yield from (f"  {each.id}  {quotes(each, _QUOTE)}" for each in group[:_SHOWN])
        if len(group) > _SHOWN:
            yield f"  … and {len(group) - _SHOWN} more"
    yield f"the same, or older in the other file: {merged.same}"
    if merged.stay_deleted:
        yield f"not restored, because you deleted them: {merged.stay_deleted}"
    if merged.outlive:
        yield f"not deleted, because you edited them: {merged.outlive}"
    if merged.tags:
        yield f"tags of the codebook: {', '.join(f'#{tag.name}' for tag in merged.tags)}"
    for each in merged.tag_conflicts:
        yield f"#{each.mine.name} has another description in the other file; yours is kept"
    yield f"conflicts: {len(merged.conflicts)}"
    for conflict in merged.conflicts:
        yield from _conflict_lines(conflict)


def _conflict_lines(conflict: Conflict) -> Iterator[str]:
    yield f"  {conflict.kept.id}  {quotes(conflict.kept, _QUOTE)}"
    for name, kept, other in _both(conflict):
        yield f"    {name}: {_value(kept)} | other version: {_value(other)}"
    yield f"    the other version is kept as {conflict.copy.id}, tagged #conflict"


def _both(conflict: Conflict) -> Iterator[tuple[str, Any, Any]]:
    """Each field that differs, with both values as they are stored."""
    from annotations.documents import to_document

    kept, other = to_document(conflict.kept), to_document(conflict.lost)
    return ((name, kept.get(name), other.get(name)) for name in conflict.fields)


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return " ⇄ ".join(quoted(target["quote"]["exact"], _QUOTE) for target in value)
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return shortened(text, _QUOTE) or "–"
