"""`reader agreement`: measures how far several people's tags agree, and shows where they do not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.base.errors import UserError
from reader.base.phrases import counted, quoted, shortened
from reader.base.sanitizing import sanitize_line
from reader.cli.filters import warn_of_unused_tags
from reader.cli.output import print_json
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from annotations.agreement import Figures, Unit
    from annotations.model import Annotation
    from reader.articles.model import Article

__all__ = ["ABOUT", "AgreementReport", "arguments", "as_json", "as_text", "run"]

ABOUT = (
    "Measure how far several people's tags agree: Cohen's kappa (two people) and Krippendorff's alpha (any "
    "number), on the sentences that any of them annotated. Then list the sentences on which they disagree."
)

_SENTENCE = 100  # code points shown


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """The figures of `all_tags` together and of each of `tags` alone, and the sentences of disagreement.

    `left_out` counts passages that were not found with certainty in their article.
    """

    coders: tuple[str, ...]
    all_tags: Figures
    tags: tuple[Figures, ...]
    disagreements: tuple[Unit, ...]
    articles: dict[str, Article]
    left_out: int


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument(
        "--between", metavar="AUTHOR", nargs="+", default=[], help="two or more authors (default: all)"
    )
    parser.add_argument(
        "--tag",
        metavar="TAG",
        action="append",
        default=[],
        help="only this tag and those nested in it; can be repeated",
    )
    parser.add_argument(
        "--article",
        metavar="PATH",
        action="append",
        default=[],
        type=Path,
        help="an article or folder, if it was moved; can be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print the figures and the disagreements as JSON")


def run(options: Namespace) -> None:
    """Prints the figures and the disagreements."""
    from reader.articles.corpus import open_corpus

    articles = open_corpus(options.article).articles if options.article else ()
    with open_notebook(options.data) as notebook:
        annotations = notebook.all()
        tags = warn_of_unused_tags(options.tag, notebook)
    if options.tag and not tags:
        raise UserError("there is nothing to measure; reader codebook lists the tags in use")
    report = _report(annotations, _coders(annotations, options.between), tags, articles)
    if options.json:
        print_json(as_json(report))
    else:
        print("\n".join(as_text(report)))


def _report(
    annotations: Sequence[Annotation], coders: Sequence[str], tags: Sequence[str], articles: Sequence[Article]
) -> AgreementReport:
    from annotations.agreement import disagreements, figures, tags_of
    from annotations.model import clean_tags
    from reader.notes.coded_sentences import coded_sentences

    coding = coded_sentences(annotations, coders, articles)
    chosen = clean_tags(tags)
    return AgreementReport(
        tuple(coders),
        figures(coding.units, coders),
        tuple(figures(coding.units, coders, tag) for tag in chosen or tags_of(coding.units)),
        tuple(disagreements(coding.units, coders, chosen)),
        coding.articles,
        coding.left_out,
    )


def as_json(report: AgreementReport) -> dict[str, Any]:
    """The figures, None if there is nothing to measure, and the tags of each coder on which they disagree."""
    return {
        "coders": list(report.coders),
        "all_tags": asdict(report.all_tags),
        "tags": [asdict(figures) for figures in report.tags],
        "disagreements": [
            {
                "article": unit.article,
                "title": report.articles[unit.article].title,
                "start": unit.start,
                "end": unit.end,
                "sentence": report.articles[unit.article].text[unit.start : unit.end],
                "tags": {coder: sorted(tags) for coder, tags in unit.tags.items()},
            }
            for unit in report.disagreements
        ],
        "left_out": report.left_out,
    }


def as_text(report: AgreementReport) -> Iterator[str]:
    """The report for people."""
    sentences = counted(report.all_tags.units, "sentence")
    yield f"{', '.join(map(_name, report.coders))}: {sentences} that two or more coded"
    if report.left_out:
        passages = counted(report.left_out, "passage")
        yield f"left out: {passages} not found with certainty in their article"
    yield ""
    yield f"{'':30} {'sentences':>9} {'agreed':>7} {'kappa':>7} {'alpha':>7}"
    yield from map(_row, (report.all_tags, *report.tags))
    yield ""
    yield f"disagreements: {len(report.disagreements)}"
    for unit in report.disagreements:
        article = report.articles[unit.article]
        yield f"  {article.title}: {quoted(article.text[unit.start : unit.end], _SENTENCE)}"
        for coder, tags in unit.tags.items():
            yield f"    {_name(coder)}: {', '.join(f'#{tag}' for tag in sorted(tags)) or '–'}"


def _coders(annotations: Sequence[Annotation], named: Sequence[str]) -> list[str]:
    """The authors to compare, as they are spelled in the annotations."""
    from reader.notes.coded_sentences import coders_of

    authors = {coder.casefold(): coder for coder in coders_of(annotations)}
    names = [sanitize_line(name) for name in named]
    for name in names:
        if name.casefold() not in authors:
            raise UserError(f"no annotation is by {name}; the authors are {_listed(authors.values())}")
    chosen = list(dict.fromkeys(authors[name.casefold()] for name in names)) or list(authors.values())
    if len(chosen) < 2:
        raise UserError(
            f"agreement needs the annotations of two people; authors here: {_listed(chosen) or 'none'}. "
            "Set author in the settings, and import the other person's file with reader merge"
        )
    return chosen


def _row(figures: Figures) -> str:
    name = shortened(f"#{figures.tag}" if figures.tag else "all tags", 30)
    share = f"{figures.agreed / figures.units:.0%}" if figures.units else "–"
    return f"{name:30} {figures.units:9} {share:>7} {_figure(figures.kappa):>7} {_figure(figures.alpha):>7}"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _name(coder: str) -> str:
    return coder or "(no name)"


def _listed(coders: Iterable[str]) -> str:
    return ", ".join(map(_name, coders))
