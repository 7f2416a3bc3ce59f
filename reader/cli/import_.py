"""`reader import FILE`: imports annotations from a file. Existing annotations never change."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import Revision, Tag
from annotations.wording import quotes
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.output import print_json, warn
from reader.exchange.import_formats import READABLE, read_annotations
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from annotations.merging.import_plan import Plan
    from annotations.model import Annotation
    from reader.articles.model import Article
    from reader.exchange.attaching import Attached
    from reader.exchange.imported_file import ImportedFile

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = f"Import annotations from a file ({READABLE}). All are imported in one undo step, or none."

_LARGEST = 200_000_000  # bytes of a file; an annotation takes about two thousand
_SHOWN = 20  # annotations named in the report
_QUOTE = 60  # code points shown of each passage


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to import")
    parser.add_argument(
        "--article",
        metavar="PATH",
        action="append",
        default=[],
        type=Path,
        help="an article or folder to find quotes in, besides the shelf; can be repeated",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be imported; change nothing")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: Namespace) -> None:
    """Imports the file and prints a report. Raises UserError if it cannot be read or is damaged."""
    from annotations.merging.import_plan import planned

    imported = _read(options.file)
    done = _attached(imported, options)
    with open_notebook(options.data) as notebook:
        plan = planned(done.annotations, notebook.get)
        tags = _new_tags(imported, notebook.codebook())
        if not options.dry_run:
            count = counted(len(plan.added()), "annotation")
            step = f"imported {count} from {sanitize_line(options.file.name)}"
            notebook.revise(Revision(step, annotations=plan.added(), tags=tags))
    if options.json:
        print_json(_as_json(plan, tags, imported, done))
    else:
        lines = (*_lines(plan, tags, imported, dry=options.dry_run), *_places(done))
        print("\n".join(lines))


def _attached(imported: ImportedFile, options: Namespace) -> Attached:
    """The annotations of a file in the articles on the shelf and in those that were named."""
    from reader.articles.corpus import open_corpus
    from reader.base.paths import paths
    from reader.exchange.attaching import attached
    from reader.shelf.folder import kept_paths

    targets = [target for annotation in imported.annotations for target in annotation.targets]
    if all(target.article.sha256 for target in targets):
        return attached(imported.annotations, ())
    named = open_corpus(options.article).articles if options.article else ()
    return attached(imported.annotations, [*named, *_readable(kept_paths(paths(options.data)))])


def _readable(files: Sequence[Path]) -> Iterator[Article]:
    """The articles in files; one that cannot be read is reported on standard error."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    for path in files:
        try:
            yield load(path)
        except ArticleError as error:
            warn(str(error))


def _new_tags(imported: ImportedFile, codebook: Sequence[Tag]) -> tuple[Tag, ...]:
    """The tags that the file describes and the codebook does not."""
    described = {tag.name.casefold() for tag in codebook}
    return tuple(tag for tag in imported.codebook if tag.name.casefold() not in described)


def _read(path: Path) -> ImportedFile:
    from reader.articles.factory import article_id
    from reader.articles.files import read_bytes
    from reader.exchange.imported_file import ForeignFileError

    try:
        return read_annotations(read_bytes(path, limit=_LARGEST), lambda url: article_id(url, "", ""))
    except ForeignFileError as error:
        raise UserError(f"{path}: cannot import this file ({error}); nothing was changed") from error


def _as_json(plan: Plan, tags: Sequence[Tag], imported: ImportedFile, done: Attached) -> dict[str, object]:
    return {
        "new": [annotation.id for annotation in plan.new],
        "same": [annotation.id for annotation in plan.same],
        "conflicts": [{"there": there.id, "comes": comes.id} for there, comes in plan.conflicts],
        "tags": [tag.name for tag in tags],
        "left_out": list(imported.left_out),
        "passages": {
            "found": done.found,
            "orphans": done.orphans,
            "unclear": done.unclear,
            "elsewhere": done.elsewhere,
        },
    }


def _lines(plan: Plan, tags: Sequence[Tag], imported: ImportedFile, *, dry: bool) -> Iterator[str]:
    yield f"{'would be ' * dry}added: {len(plan.new)}"
    yield from _named(plan.new)
    yield f"there already: {len(plan.same)}"
    if plan.conflicts:
        verb = "would be kept" if dry else "are kept"
        yield f"in conflict (both {verb}, the imported one tagged #conflict): {len(plan.conflicts)}"
        yield from _named([comes for _, comes in plan.conflicts])
    if imported.codebook:
        yield f"tags {'that would be ' * dry}described: {len(tags)}"
    if imported.left_out:
        yield f"left out: {len(imported.left_out)}"
        yield from _beginning(imported.left_out)


def _places(done: Attached) -> Iterator[str]:
    """The lines about passages that another program knows only by their words."""
    if done.found:
        yield f"passages found in their article: {done.found}"
    if done.orphans:
        yield f"not in their article (kept as orphans with their words): {done.orphans}"
    if done.unclear:
        yield f"several times in their article (kept with their words): {done.unclear}"
    if done.elsewhere:
        yield f"article not on the shelf (kept with their words; name it with --article): {done.elsewhere}"


def _named(annotations: Sequence[Annotation]) -> Iterator[str]:
    return _beginning([f"{each.id}  {quotes(each, _QUOTE)}" for each in annotations])


def _beginning(items: Sequence[str]) -> Iterator[str]:
    """The first items, and how many more there are."""
    yield from (f"  {item}" for item in items[:_SHOWN])
    if len(items) > _SHOWN:
        yield f"  … and {len(items) - _SHOWN} more; --json lists them all"
