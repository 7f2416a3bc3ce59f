"""`reader corpus matches`: searches an index, searches on a cluster, or shows earlier results."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.archive.groups import BOILERPLATE, SentencePair
from reader.archive.model import Group
from reader.archive.scoring import THRESHOLD
from reader.archive.search import Archive
from reader.articles.loading import load
from reader.base.errors import UserError
from reader.base.file_errors import already_exists, unwritable
from reader.base.optional_packages import extra
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.corpus_report import as_json, as_text
from reader.cli.output import refuse_existing, shown, warn
from reader.cli.progress import count_reporter

if TYPE_CHECKING:
    from reader.archive.cluster.locations import StorageLocation

__all__ = ["search"]


def search(options: Namespace) -> None:
    """Searches, and prints or writes the results."""
    _refuse_conflicting_options(options)
    if options.threshold is None:
        options.threshold = 0.0 if options.found else THRESHOLD
    options.min_articles = options.min_articles or 2
    options.max_articles = options.max_articles or BOILERPLATE
    if options.engine == "spark":
        _on_cluster(options)
    elif options.found:
        _print(_without_boilerplate(_earlier_results(options), options.max_articles), options)
    else:
        with Archive.opened(options.index or _only_index(options)) as archive:
            if options.output:
                _write(archive, options)
            else:
                _print(_in_archive(archive, options), options)


def _refuse_conflicting_options(options: Namespace) -> None:
    """Raises UserError for options that exclude each other."""
    if options.engine == "spark" and not (options.corpus and options.output):
        raise UserError("--engine spark reads --corpus PARQUET and writes -o FILE; name both")
    if options.output and Path(options.output).suffix != ".parquet":
        raise UserError(
            f"{sanitize_line(options.output)}: results are Parquet; choose a name that ends in .parquet"
        )
    if options.output and (options.json or options.min_articles or options.max_articles):
        raise UserError("-o writes all pairs; use --json, --min-articles and --max-articles with --found")
    if options.engine == "spark" and (options.index or options.found):
        raise UserError("--engine spark reads --corpus; omit --index and --found")
    if options.engine == "local" and (options.corpus or options.master):
        raise UserError("--corpus and --master need --engine spark; to name an index, use --index")
    if options.articles and (options.output or options.found or options.engine == "spark"):
        raise UserError("-o, --found and --engine spark search a whole archive; omit ARTICLE")
    if options.found and (options.output or options.index):
        raise UserError("--found shows earlier results; omit --index and -o")


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
        problems += plan.find(session, splits, output, options.threshold, count_reporter(0))
    for problem in problems:
        warn(f"skipped: {problem}")
    print(f"written to {shown(options.output)}; open it with: reader {shown(options.output)}")


def _refuse_loss(output: StorageLocation, corpus: StorageLocation, options: Namespace) -> None:
    """Raises UserError if the output would replace the articles, or files that reader did not write."""
    name = sanitize_line(options.output)
    if output.overlaps(corpus):
        raise UserError(f"{name} overlaps with the articles; choose another place")
    if not output.is_free() and not (options.force and output.has_results()):
        if output.has_results():
            raise UserError(already_exists(Path(options.output), "or add --force"))
        raise UserError(f"{name} already exists and was not written by reader; choose another name")


def _earlier_results(options: Namespace) -> Iterator[Group]:
    with extra("parquet"):
        from reader.archive.results_file import ResultsFile
    results = ResultsFile.opened(options.found)
    return results.groups(options.min_articles, threshold=options.threshold)


def _write(archive: Archive, options: Namespace) -> None:
    with extra("parquet"):
        from reader.archive.results_file import write_results
    path = Path(options.output)
    refuse_existing(path, force=options.force)
    pairs = _pairs(archive, options)
    try:
        write_results(path, pairs, archive.excerpt)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error
    print(f"{counted(len(pairs), 'pair')} written to {shown(path)}; open it with: reader {shown(path)}")


def _in_archive(archive: Archive, options: Namespace) -> Iterator[Group]:
    if not options.articles:
        groups = archive.groups(_pairs(archive, options), options.min_articles)
        yield from _without_boilerplate(groups, options.max_articles)
    for path in options.articles:
        yield from archive.similar_to(load(path), options.threshold)


def _pairs(archive: Archive, options: Namespace) -> list[SentencePair]:
    return archive.pairs(options.threshold, jobs=options.jobs, progress=count_reporter())


def _without_boilerplate(groups: Iterator[Group], most: int) -> Iterator[Group]:
    """The groups of at most `most` articles. Larger ones are boilerplate: only their number is reported."""
    recurring = 0
    for group in groups:
        if group.articles <= most:
            yield group
        else:
            recurring += 1
    if recurring:
        groups_left_out = counted(recurring, "group")
        warn(f"omitted as boilerplate: {groups_left_out} of more than {most} articles (--max-articles)")


def _only_index(options: Namespace) -> Path:
    from reader.base.paths import paths

    indexes = sorted(path for path in paths(options.data).indexes.glob("*") if path.is_dir())
    if not indexes:
        raise UserError('there is no index yet; make one with "reader corpus index DIR"')
    if len(indexes) > 1:
        names = ", ".join(sanitize_line(str(path)) for path in indexes)
        raise UserError(f"you have several indexes; name one with --index: {names}")
    return indexes[0]


def _print(groups: Iterator[Group], options: Namespace) -> None:
    shown = 0
    for group in groups:
        print(as_json(group) if options.json else as_text(group), flush=True)
        shown += 1
    if not shown and not options.json:
        print("No two articles share a passage at this threshold.")
