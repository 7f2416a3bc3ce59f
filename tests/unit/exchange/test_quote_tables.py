"""Tables of quotes from other programs, in the columns that these programs write."""

from __future__ import annotations

import pytest

from annotations.model import Annotation
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import UNKNOWN_TIME, ForeignFileError, ImportedFile

WORDS = "about 950 buses"


def read(table: str) -> ImportedFile:
    return read_annotations(table.encode(), lambda url: f"id of {url}")


def only(table: str) -> Annotation:
    [annotation] = read(table).annotations
    assert [target.quote.exact for target in annotation.targets] == [WORDS]
    return annotation


READWISE_COLUMNS = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
    "Document tags"
)
HYPOTHESIS = f"""Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page
2026-02-03 10:00,https://news.example/bridge,Public,Annotation,{WORDS},ida,who counted?,"figures,toll",
"""
HYPOTHESIS_WEBSITE = f"""Created at,Author,Page URL,Group,Type,Quote,Comment,Tags
2026-02-03T10:00:00,ida,https://news.example/bridge,Public,Annotation,{WORDS},who counted?,"figures,toll"
"""
READWISE = f"""{READWISE_COLUMNS}
{WORDS},Bridge closed,Ida Holm,,who counted?,green,"figures,toll",offset,101,2026-02-03 10:00:00+00:00,
"""
TAGUETTE = f"""id,document,tag,content
7,Bridge closed,figures,{WORDS}
7,Bridge closed,toll,{WORDS}
"""
ATLAS_TI = f"""ID;Quotation Name;Document;Quotation Content;Comment;Codes;Reference;Created by
1:1;;Bridge closed;{WORDS};who counted?;"figures
toll";4 - 4;Ida
"""
NVIVO = f"""Hierarchical Name\tName\tCoded Text\tCoded By Initials
Codes\\\\figures\\\\costs\tBridge closed\t{WORDS}\tIH
"""
MAXQDA = f"""Document group,Document name,Code,Begin,End,Weight score,Segment,Modified by,Comment
Press,Bridge closed,figures > costs,4,4,0,{WORDS},Ida,
"""


@pytest.mark.parametrize("table", [HYPOTHESIS, HYPOTHESIS_WEBSITE])
def test_csv_of_hypothesis(table: str) -> None:
    annotation = only(table)
    assert (annotation.author, annotation.note, annotation.tags) == (
        "ida",
        "who counted?",
        ("figures", "toll"),
    )
    assert annotation.created == "2026-02-03T10:00:00.000Z"
    assert annotation.targets[0].article.id == "id of https://news.example/bridge"
    assert annotation.targets[0].article.url == "https://news.example/bridge"


def test_csv_of_readwise() -> None:
    annotation = only(READWISE)
    assert (annotation.note, annotation.colour, annotation.tags) == (
        "who counted?",
        "green",
        ("figures", "toll"),
    )
    assert (annotation.targets[0].article.title, annotation.author) == ("Bridge closed", "")


def test_csv_of_taguette_has_a_row_for_each_tag_of_a_highlight() -> None:
    annotation = only(TAGUETTE)
    assert annotation.tags == ("figures", "toll")
    assert annotation.created == UNKNOWN_TIME


def test_two_highlights_of_the_same_words_stay_two() -> None:
    assert len(read(TAGUETTE + f"8,Bridge closed,toll,{WORDS}\n").annotations) == 2
    assert len(read(MAXQDA + f"Press,Bridge closed,toll,9,9,0,{WORDS},Ida,\n").annotations) == 2
    assert len(read(MAXQDA + f"Press,Bridge closed,toll,4,4,0,{WORDS},Ida,\n").annotations) == 1


def test_table_of_atlas_ti() -> None:
    annotation = only(ATLAS_TI)
    assert (annotation.author, annotation.note, annotation.tags) == (
        "Ida",
        "who counted?",
        ("figures", "toll"),
    )


@pytest.mark.parametrize("table", [NVIVO, MAXQDA])
def test_nested_codes_of_nvivo_and_maxqda(table: str) -> None:
    annotation = only(table)
    assert annotation.tags == ("figures/costs",)
    assert annotation.targets[0].article.title == "Bridge closed"


def test_a_comma_in_a_single_code_does_not_divide_it() -> None:
    assert only(f'document,code,segment\nBridge,"costs, public",{WORDS}\n').tags == ("costs,-public",)


def test_the_order_of_columns_and_further_columns_do_not_matter() -> None:
    rows = [line.split(",") for line in TAGUETTE.splitlines()]
    turned = "\n".join(",".join([*row[::-1], "more"]) for row in rows)
    assert only(turned) == only(TAGUETTE)


def test_the_same_table_gives_the_same_ids() -> None:
    assert only(HYPOTHESIS).id == only(HYPOTHESIS).id


def test_rows_without_words_are_left_out_with_their_numbers() -> None:
    table = HYPOTHESIS + (
        "2026-02-03 10:00,https://news.example/bridge,Public,Annotation,,ida,on the page,,\n"
        "2026-02-03 10:00,https://news.example/bridge,Public,Reply,,ida,I agree,,\n"
    )
    done = read(table)
    assert len(done.annotations) == 1
    assert done.left_out == (
        "row 3: it quotes no passage, so it cannot be found again",
        "row 4: a reply",
    )


def test_a_row_without_an_article_is_damaged_and_keeps_no_other_out() -> None:
    done = read(TAGUETTE + "9,,toll,other words\n")
    assert len(done.annotations) == 1
    assert done.left_out == ("row 4 is damaged: it does not say which article it is on",)


@pytest.mark.parametrize("time", ["03/04/2026 10:00", "yesterday", "Feb 3, 2026"])
def test_a_time_that_may_mean_two_days_is_unknown_and_reported(time: str) -> None:
    done = read(HYPOTHESIS.replace("2026-02-03 10:00", f'"{time}"'))
    assert done.annotations[0].created == UNKNOWN_TIME
    assert done.left_out == (
        "time of 1 annotation: it is not in the form 2026-02-03 10:00, so it is unknown",
    )


@pytest.mark.parametrize(
    "table",
    [
        "title,url,content,date\nBridge closed,https://news.example/,All of it.,2026-02-03\n",
        "title,text\nBridge closed,All of it.\n",
        "quote,tags\nabout 950 buses,figures\n",
        "a,b\n1,2\n",
    ],
)
def test_a_table_of_articles_or_of_anything_else_is_not_taken_for_quotes(table: str) -> None:
    with pytest.raises(ForeignFileError, match="unknown import format"):
        read(table)


def test_a_codebook_is_refused_with_the_command_that_reads_it() -> None:
    with pytest.raises(ForeignFileError, match="reader codebook import"):
        read("Name,Description,Files,References\nfigures,numbers,2,5\n")
