"""A REFI-QDA project that is imported again gives the annotations that went into it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.model import State
from annotations.model import COLOURS, Annotation, ArticleReference, Target, clean_tags
from reader.articles.model import Article, Paragraph
from reader.articles.sentence_list import SentenceList
from reader.base.sanitizing import sanitize
from reader.exchange.export import Export
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ForeignFileError
from reader.exchange.refi.elements import xml_text
from reader.exchange.refi.project_writing import refi_project
from reader.notes.anchored_place import AnchoredPlace
from tests.property.test_export_round_trips import ANNOTATIONS, ANY, REFERENCES

NOW = datetime(2026, 2, 3, tzinfo=UTC)
TEXT = ANY.map(sanitize).map(xml_text)
ARTICLES = st.lists(
    st.tuples(REFERENCES, st.tuples(st.text('abc .\n"<é👩', min_size=5, max_size=200), TEXT).map("".join)),
    min_size=1,
    max_size=3,
    unique_by=lambda article: article[0].id,
)


@st.composite
def works(draw: st.DrawFn) -> Export:
    """Articles with annotations on passages of them, some of one passage, some of several."""
    articles = [
        (
            replace(
                each,
                **{name: xml_text(getattr(each, name)) for name in ("id", "title", "source", "date")},
                path=str(Path(xml_text(each.path)).absolute()) if each.path else "",
            ),
            sanitize(text),
        )
        for each, text in draw(ARTICLES)
    ]
    full = [_in_full(article, text) for article, text in articles]
    made, places = [], {}
    for annotation in draw(st.lists(ANNOTATIONS, max_size=4, unique_by=lambda each: each.id)):
        spans = [_span(draw, articles) for _ in annotation.targets]
        targets = tuple(Target.of(*articles[number], start, end) for number, start, end in spans)
        made.append(_writable(replace(annotation, targets=targets)))
        places[annotation.id] = [AnchoredPlace(State.OK, (start, end), 1, 1) for _, start, end in spans]
    return Export(made, places, articles=full)


def _in_full(article: ArticleReference, text: str) -> Article:
    paragraphs = (Paragraph(0, len(text)),)
    facts = {
        name: getattr(article, name) for name in ("id", "sha256", "title", "source", "date", "url", "path")
    }
    return Article(text=text, paragraphs=paragraphs, sentences=SentenceList(text, paragraphs, "en"), **facts)


def _span(draw: st.DrawFn, articles: Sequence[object]) -> tuple[int, int, int]:
    number = draw(st.integers(0, len(articles) - 1))
    start = draw(st.integers(0, 4))
    return number, start, draw(st.integers(start + 1, 5))


def _writable(annotation: Annotation) -> Annotation:
    """Without what XML cannot hold; tags in lower case, for a codebook has each but once."""
    return replace(
        annotation,
        tags=clean_tags(xml_text(tag).casefold() for tag in annotation.tags),
        note=xml_text(annotation.note),
        relation=xml_text(annotation.relation),
        author=xml_text(annotation.author),
    )


def there_and_back(work: Export) -> dict[str, Annotation]:
    read = read_annotations(refi_project(work, now=NOW), lambda url: f"of {url}")
    assert read.left_out == ()
    return {annotation.id: annotation for annotation in read.annotations}


@given(works())
def test_what_comes_back_is_what_went(work: Export) -> None:
    assert there_and_back(work) == {annotation.id: annotation for annotation in work.annotations}


@given(works())
def test_passages_that_stand_in_no_text_come_back_with_their_quotes(work: Export) -> None:
    lost = replace(work, places={}, articles=[])
    back = there_and_back(lost)
    assert set(back) == {annotation.id for annotation in work.annotations}
    for annotation in work.annotations:
        targets = zip(annotation.targets, back[annotation.id].targets, strict=True)
        assert all(one.article == other.article and one.quote == other.quote for one, other in targets)


@given(works(), st.sampled_from(COLOURS))
def test_colours_come_back_though_the_standard_has_none_for_selections(work: Export, colour: str) -> None:
    coloured = [replace(annotation, colour=colour) for annotation in work.annotations]
    back = there_and_back(replace(work, annotations=coloured))
    assert {annotation.colour for annotation in back.values()} <= {colour}


def damaged(data: bytes, draw: st.DataObject) -> bytes:
    whole = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 4))):
        start = draw.draw(st.integers(0, len(whole) - 1))
        whole[start : start + draw.draw(st.integers(0, 30))] = draw.draw(
            st.binary(max_size=4) | st.just(b"0")
        )
    return bytes(whole)


def packed(xml: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("project.qde", xml)
    return file.getvalue()


@given(works(), st.booleans(), st.data())
def test_a_damaged_project_is_refused_in_one_line_or_read(
    work: Export, inside: bool, draw: st.DataObject
) -> None:
    data = refi_project(work, now=NOW)
    if inside:
        data = packed(damaged(zipfile.ZipFile(BytesIO(data)).read("project.qde"), draw))
    else:
        data = damaged(data, draw)
    said = ""
    try:
        read_annotations(data, lambda url: url)
    except ForeignFileError as error:
        said = str(error)
    assert "\n" not in said
