"""The actions of `reader codebook`. Each function returns the message to print."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from annotations import codebook_changes as changes
from reader.base.errors import UserError
from reader.base.file_errors import unreadable
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.filters import filter_of
from reader.cli.output import print_export, refuse_existing

if TYPE_CHECKING:
    from annotations.model import Annotation, Revision
    from reader.notes.notebook import Notebook

__all__ = ["describe", "export", "import_", "merge", "remove", "rename", "split"]


def rename(options: Namespace, notebook: Notebook) -> str:
    """Renames a tag."""
    return _apply(notebook, changes.rename(notebook.codebook(), notebook.all(), options.old, options.new))


def merge(options: Namespace, notebook: Notebook) -> str:
    """Makes several tags one."""
    return _apply(notebook, changes.merge(notebook.codebook(), notebook.all(), options.tags, options.into))


def split(options: Namespace, notebook: Notebook) -> str:
    """Gives the chosen annotations another tag."""
    return _apply(notebook, changes.split(_chosen(options, notebook), options.old, options.new))


def remove(options: Namespace, notebook: Notebook) -> str:
    """Removes a tag everywhere."""
    return _apply(notebook, changes.remove(notebook.codebook(), notebook.all(), options.tag))


def describe(options: Namespace, notebook: Notebook) -> str:
    """Changes colour, glyph and description of a tag."""
    changed = {name: getattr(options, name) for name in ("colour", "glyph", "description")}
    if set(changed.values()) == {None}:
        raise UserError("nothing to change; add --colour, --glyph or --description")
    return _apply(notebook, changes.describe(notebook.codebook(), options.tag, **changed))


def import_(options: Namespace, notebook: Notebook) -> str:
    """Describes tags as a file does."""
    from reader.exchange.csv.codebook import import_csv

    name = sanitize_line(str(options.file))
    try:
        revision = import_csv(notebook.codebook(), options.file.read_bytes())
    except OSError as error:
        raise UserError(unreadable(options.file, error, "use a CSV file")) from error
    except UserError as error:
        raise UserError(f"{name}: {error}") from error
    return _apply(notebook, revision)


def export(options: Namespace, notebook: Notebook) -> str:
    """Writes all tags to a file, or prints them."""
    from reader.base.files import write_file
    from reader.exchange.csv.codebook import codebook_csv

    tags = [entry.tag for entry in notebook.codebook_entries()]
    if options.output is None:
        print_export(codebook_csv(tags))
        return ""
    refuse_existing(options.output, force=options.force)
    write_file(options.output, codebook_csv(tags))
    return f"{counted(len(tags), 'tag')} written to {sanitize_line(str(options.output))}"


def _chosen(options: Namespace, notebook: Notebook) -> list[Annotation]:
    """The annotations that were named, and those that the filters accept."""
    from annotations.filtering import Filter
    from reader.exchange.export_files import choose
    from reader.notes.anchor_lookup import AnchorLookup

    annotations: list[Annotation] = []
    for identity in options.annotation:
        annotation = notebook.get(identity)
        if annotation is None:
            raise UserError(f"no annotation has the id {sanitize_line(identity)}; reader list shows the ids")
        annotations.append(annotation)
    query = filter_of(options, notebook)
    if query != Filter():
        annotations += choose(notebook, query, AnchorLookup())
    elif not annotations:
        raise UserError("name annotations with --annotation, or choose them with --tag, --article and so on")
    return list({annotation.id: annotation for annotation in annotations}.values())


def _apply(notebook: Notebook, revision: Revision) -> str:
    notebook.revise(revision)
    return revision.what if revision else "nothing to change"
