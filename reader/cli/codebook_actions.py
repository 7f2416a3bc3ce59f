"""What `reader codebook ACTION` does. Each function answers what is to be said of it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from annotations import codebook_changes as changes
from reader.base.errors import UserError
from reader.base.file_errors import unreadable
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.common import CommandError, refuse_existing
from reader.cli.filters import filter_of

if TYPE_CHECKING:
    from annotations.model import Annotation, Revision
    from reader.notes.notebook import Notebook

__all__ = ["describe", "export", "import_", "merge", "remove", "rename", "split"]


def rename(options: Namespace, notebook: Notebook) -> str:
    """Renames a tag."""
    return _made(notebook, changes.rename(notebook.codebook(), notebook.all(), options.old, options.new))


def merge(options: Namespace, notebook: Notebook) -> str:
    """Makes several tags one."""
    return _made(notebook, changes.merge(notebook.codebook(), notebook.all(), options.tags, options.into))


def split(options: Namespace, notebook: Notebook) -> str:
    """Gives the chosen annotations another tag."""
    return _made(notebook, changes.split(_chosen(options, notebook), options.old, options.new))


def remove(options: Namespace, notebook: Notebook) -> str:
    """Takes a tag away everywhere."""
    return _made(notebook, changes.remove(notebook.codebook(), notebook.all(), options.tag))


def describe(options: Namespace, notebook: Notebook) -> str:
    """Says what a tag means."""
    given = {name: getattr(options, name) for name in ("colour", "glyph", "description")}
    if set(given.values()) == {None}:
        raise CommandError("nothing to say of the tag: give --colour, --glyph or --description")
    return _made(notebook, changes.describe(notebook.codebook(), options.tag, **given))


def import_(options: Namespace, notebook: Notebook) -> str:
    """Describes tags as a file says."""
    from reader.exchange.csv.codebook import import_csv

    name = sanitize_line(str(options.file))
    try:
        revision = import_csv(notebook.codebook(), options.file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(unreadable(options.file, error, "use a CSV file in UTF-8")) from error
    except UserError as error:
        raise CommandError(f"{name}: {error}") from error
    return _made(notebook, revision)


def export(options: Namespace, notebook: Notebook) -> str:
    """Writes all tags to a file, else answers them."""
    from reader.base.files import write_file
    from reader.exchange.csv.codebook import codebook_csv

    tags = [entry.tag for entry in notebook.codebook_entries()]
    if options.output is None:
        return codebook_csv(tags).removesuffix("\n")
    refuse_existing(options.output, force=options.force)
    write_file(options.output, codebook_csv(tags))
    return f"{counted(len(tags), 'tag')} written to {sanitize_line(str(options.output))}"


def _chosen(options: Namespace, notebook: Notebook) -> list[Annotation]:
    """The annotations that were named, and those that the filters accept."""
    from annotations.filtering import Filter
    from reader.exchange.exporting import choose
    from reader.notes.anchor_lookup import AnchorLookup

    found: list[Annotation] = []
    for identity in options.annotation:
        annotation = notebook.get(identity)
        if annotation is None:
            raise CommandError(f"there is no annotation {sanitize_line(identity)}: reader list has the ids")
        found.append(annotation)
    wanted = filter_of(options, notebook)
    if wanted != Filter():
        found += choose(notebook, wanted, AnchorLookup())
    elif not found:
        raise CommandError("which annotations? Name them by --annotation, or choose by --tag, --article …")
    return list({one.id: one for one in found}.values())


def _made(notebook: Notebook, revision: Revision) -> str:
    notebook.revise(revision)
    return revision.what if revision else "nothing to change"
