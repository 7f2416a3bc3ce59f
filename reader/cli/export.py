"""`reader export`: writes the annotations in one of many formats, to a file or to standard output."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from annotations.model import Annotation
from reader.base.errors import UserError
from reader.base.file_errors import unreadable, unwritable
from reader.base.phrases import counted
from reader.cli.argument_types import output_file
from reader.cli.filters import add_filters, filter_and_order
from reader.cli.output import print_export, shown
from reader.cli.progress import announced
from reader.exchange.export_files import Per, choose, divide, render, write_export
from reader.exchange.export_formats import EXPORT_FORMATS, ExportFormat, by_template, format_named, format_of
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "run"]

_PATIENCE = 2.0  # seconds of silent work

ABOUT = "Export the annotations as Markdown, or in a format that other programs read."


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="export only annotations on these articles; they are A, B, … in this order",
    )
    parser.add_argument(
        "-o", "--output", type=output_file, metavar="FILE", help="write to FILE (default: standard output)"
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument(
        "--format",
        type=format_named,
        metavar="NAME",
        help="; ".join(f"{kind.name}: {kind.about}" for kind in EXPORT_FORMATS)
        + " (default: selected by the ending of FILE, or Markdown)",
    )
    formats.add_argument(
        "--json",
        action="store_const",
        dest="format",
        const=format_named("json"),
        help="the same as --format json",
    )
    formats.add_argument(
        "--template", type=Path, metavar="FILE", help="use a Jinja2 template of your own; see --example"
    )
    formats.add_argument("--example", action="store_true", help="print a template to start from")
    parser.add_argument(
        "--per",
        type=Per,
        choices=list(Per),
        help="write one file per article or tag, in the folder given by --output",
    )
    parser.add_argument("--force", action="store_true", help="replace a file that reader did not export")
    add_filters(parser)


def run(options: Namespace) -> None:
    """Writes the chosen annotations, or a template to start from."""
    if options.example:
        from reader.exchange.template.writing import example

        return print_export(example())
    with announced("exporting", after=_PATIENCE):
        return _export(options)


def _export(options: Namespace) -> None:
    from reader.exchange.collecting import export_of_annotations
    from reader.notes.anchor_lookup import AnchorLookup

    lookup = AnchorLookup()
    with open_notebook(options.data) as notebook:
        options.article = [*options.articles, *options.article]
        accepted, order = filter_and_order(options, notebook)
        annotations = choose(notebook, accepted, lookup)
        codebook = notebook.codebook()

    def content(part: Sequence[Annotation]) -> str | bytes:
        return render(export_of_annotations(part, lookup, codebook, order), kind, lookup)

    kind = _format(options)
    if options.per:
        return _write_parts(annotations, content, kind, options)
    if options.output is None:
        return print_export(content(annotations))
    write_export(options.output, content(annotations), kind=kind, force=options.force)
    return print(f"{counted(len(annotations), 'annotation')} written to {shown(options.output)}")


def _format(options: Namespace) -> ExportFormat:
    if not options.template:
        return options.format or format_of(Path() if options.per else options.output or Path())
    from reader.articles.files import read_bytes

    try:
        return by_template(read_bytes(options.template).decode(), options.template.name)
    except UnicodeDecodeError as error:
        raise UserError(unreadable(options.template, error, "save the template as UTF-8")) from error


def _write_parts(
    annotations: Sequence[Annotation],
    content: Callable[[Sequence[Annotation]], str | bytes],
    kind: ExportFormat,
    options: Namespace,
) -> None:
    """Writes a file for each article or tag."""
    if options.output is None:
        raise UserError("--per writes several files; name a folder for them: --output FOLDER")
    parts = divide(annotations, options.per)
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UserError(f"{options.output} is not a folder; name a folder") from error
    except OSError as error:
        raise UserError(unwritable(options.output, error)) from error
    for name, part in parts.items():
        path = options.output / f"{name}{kind.endings[0]}"
        write_export(path, content(part), kind=kind, force=options.force)
    files = counted(len(parts), "file")
    print(f"{counted(len(annotations), 'annotation')} written to {files} in {shown(options.output)}")
