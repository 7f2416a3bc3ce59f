"""Finding annotations by what is typed."""

from __future__ import annotations

import pytest

from annotations.model import Annotation, ArticleReference, Target, TextPosition, TextQuote
from annotations.searching import QueryError, parse


def annotation(quote: str = "Oil prices fell.", **fields: object) -> Annotation:
    article = ArticleReference("a", "0", "Markets today", source="Halyard")
    target = Target(article, TextQuote(quote), TextPosition(0, len(quote)))
    made = {"created": "2026-11-20T10:00:00.000Z", "updated": "2026-11-20T10:00:00.000Z"}
    return Annotation("1", (target,), **made | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["", "oil", "OIL prices", "halyard", "~pricse", "markets -gas", "gas|oil"])
def test_words_are_sought_in_all_that_an_annotation_says(line: str) -> None:
    assert parse(line).accepts(annotation())


@pytest.mark.parametrize("line", ["didn't", "cafe", '"no"', "~caffe"])
def test_words_are_found_however_they_are_printed(line: str) -> None:
    assert parse(line).accepts(annotation("The café didn’t open: “no”."))


@pytest.mark.parametrize("line", ["gas", "oil gas", "-oil", "~zebra", "gas|coal"])
def test_all_words_must_be_there(line: str) -> None:
    assert not parse(line).accepts(annotation())


@pytest.mark.parametrize(
    "line", ["#topic", "#topic/oil", "#TOPIC", "#war|#topic", "#topic #done", "-#war", "#topic -#open"]
)
def test_tags_are_joined_by_and_by_or_and_by_not(line: str) -> None:
    assert parse(line).accepts(annotation(tags=("topic/oil", "done")))


@pytest.mark.parametrize("line", ["#oil", "#topic #war", "#war|#open", "-#done", "#topi"])
def test_a_tag_that_is_not_there_is_not_found(line: str) -> None:
    assert not parse(line).accepts(annotation(tags=("topic/oil", "done")))


@pytest.mark.parametrize(
    "line",
    [
        "colour:green",
        "colour:green|colour:blue",
        "relation:adds-detail",
        "author:Ann",
        "since:2026-11",
        "until:2026-11-20",
        "state:orphan",
        "-colour:pink",
    ],
)
def test_fields_narrow_the_list(line: str) -> None:
    one = annotation(colour="green", relation="adds detail", author="ann")
    assert parse(line).accepts(one, ["orphan"])


@pytest.mark.parametrize(
    "line", ["colour:pink", "since:2026-12", "until:2026-11-19", "state:ok", "author:bo"]
)
def test_a_field_that_does_not_fit_leaves_it_out(line: str) -> None:
    assert not parse(line).accepts(annotation(colour="green", author="ann"), ["orphan"])


@pytest.mark.parametrize(("line", "way_out"), [("color:green", "colour"), ("state:lost", "orphan")])
def test_what_is_no_query_is_told_with_a_way_out(line: str, way_out: str) -> None:
    with pytest.raises(QueryError, match=way_out):
        parse(line)


def test_a_web_address_is_sought_as_it_stands() -> None:
    assert parse("https://example.org/a").accepts(annotation(note="see https://example.org/a"))
