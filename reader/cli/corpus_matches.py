"""`reader corpus matches`: looked for in an index, on a cluster, or in what was found before."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.archive.extras import extra
from reader.archive.groups import BOILERPLATE, SentencePair
from reader.archive.model import Group
from reader.archive.scoring import THRESHOLD
from reader.archive.search import Archive
from reader.articles.loading import load
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.common import CommandError, progress_told, refuse_existing
from reader.cli.corpus_report import as_json, as_text

if TYPE_CHECKING:
    from reader.archive.cluster.locations import StorageLocation

__all__ = ["find"]


def find(options: Namespace) -> None:
    """Finds, and prints or writes what is found."""
    _refuse_mixture(options)
    if options.threshold is None:
        options.threshold = 0.0 if options.found else THRESHOLD
    options.min_articles = options.min_articles or 2
    options.max_articles = options.max_articles or BOILERPLATE
    if options.engine == "spark":
        _on_cluster(options)
    elif options.found:
        _print(_usual(_found_before(options), options.max_articles), options)
    else:
        with Archive.opened(options.index or _only_index(options)) as archive:
            if options.output:
                _write(archive, options)
            else:
                _print(_in_archive(archive, options), options)


def _refuse_mixture(options: Namespace) -> None:
    """Raises CommandError for options that do not go together."""
    if options.engine == "spark" and not (options.corpus and options.output):
        raise CommandError("--engine spark reads --corpus PARQUET and writes -o FILE: name both")
    if options.output and Path(options.output).suffix != ".parquet":
        raise CommandError(
            f"{sanitize_line(options.output)}: what is found is written as Parquet: name it NAME.parquet"
        )
    if options.output and (options.json or options.min_articles or options.max_articles):
        raise CommandError("-o writes all pairs: --json, --min-articles and --max-articles are for --found")
    if options.engine == "spark" and (options.index or options.found):
        raise CommandError("--engine spark reads --corpus: it needs no index and no --found")
    if options.engine == "local" and (options.corpus or options.master):
        raise CommandError("--corpus and --master are for --engine spark; an index is named with --index")
    if options.articles and (options.output or options.found or options.engine == "spark"):
        raise CommandError("-o, --found and --engine spark are for a whole archive: leave ARTICLE out")
    if options.found and (options.output or options.index):
        raise CommandError("--found shows what was found: it needs no index and no -o")


def _on_cluster(options: Namespace) -> None:
    with extra("cluster"):
        from reader.archive.cluster import plan
        from reader.archive.cluster.locations import location_of
        from reader.archive.cluster.source import splits_of
        from reader.archive.cluster.spark import LOCAL, spark
    output = location_of(options.output)
    _refuse_loss(output, location_of(options.corpus), options)
    splits, problems = splits_of(options.corpus)
    with spark(options.master or LOCAL) as session:
        problems += plan.find(session, splits, output, options.threshold, progress_told(0))
    for problem in problems:
        print(f"reader: not read: {sanitize_line(problem)}", file=sys.stderr)
    print(f"written to {options.output}: open it with reader {options.output}")


def _refuse_loss(output: StorageLocation, corpus: StorageLocation, options: Namespace) -> None:
    """Raises CommandError where something would be lost that is not reader's."""
    name = sanitize_line(options.output)
    if output.overlaps(corpus):
        raise CommandError(f"{name}: the articles are here; choose a place outside of them")
    if not output.is_free() and not (options.force and output.has_results()):
        more = ", or add --force" if output.has_results() else "; reader did not write what is there"
        raise CommandError(f"{name} is there already: choose another name{more}")


def _found_before(options: Namespace) -> Iterator[Group]:
    with extra("parquet"):
        from reader.archive.results_file import ResultsFile
    found = ResultsFile.opened(options.found)
    return found.groups(options.min_articles, threshold=options.threshold)


def _write(archive: Archive, options: Namespace) -> None:
    with extra("parquet"):
        from reader.archive.results_file import write
    path = Path(options.output)
    refuse_existing(path, force=options.force)
    pairs = _pairs(archive, options)
    try:
        write(path, pairs, archive.excerpt)
    except OSError as error:
        from reader.base.file_errors import unwritable

        raise CommandError(unwritable(path, error)) from error
    print(f"{counted(len(pairs), 'pair')} written to {path}: open it with reader {path}")


def _in_archive(archive: Archive, options: Namespace) -> Iterator[Group]:
    if not options.articles:
        groups = archive.groups(_pairs(archive, options), options.min_articles)
        yield from _usual(groups, options.max_articles)
    for path in options.articles:
        yield from archive.similar_to(load(path), options.threshold)


def _pairs(archive: Archive, options: Namespace) -> list[SentencePair]:
    return archive.pairs(options.threshold, jobs=options.jobs, progress=progress_told())


def _usual(groups: Iterator[Group], most: int) -> Iterator[Group]:
    """The groups without those of more articles: boilerplate, of which only the number is told."""
    recurring = 0
    for group in groups:
        if group.articles <= most:
            yield group
        else:
            recurring += 1
    if recurring:
        print(
            f"reader: left out as boilerplate: {recurring:,} that over {most} articles say (--max-articles)",
            file=sys.stderr,
        )


def _only_index(options: Namespace) -> Path:
    from reader.base.paths import paths

    found = sorted(path for path in paths(options.data).indexes.glob("*") if path.is_dir())
    if not found:
        raise CommandError('there is no index yet; make one with "reader corpus index DIR"')
    if len(found) > 1:
        names = ", ".join(sanitize_line(str(path)) for path in found)
        raise CommandError(f"there are several indexes: name one with --index: {names}")
    return found[0]


def _print(groups: Iterator[Group], options: Namespace) -> None:
    shown = 0
    for group in groups:
        print(as_json(group) if options.json else as_text(group), flush=True)
        shown += 1
    if not shown and not options.json:
        print("No two articles say nearly the same, at this threshold.")
