from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.loading import from_text, load
from reader.articles.origins import file_offsets
from reader.language.dates import iso_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-01-22", "2015-01-22"),
        ("2015-01-22T10:30:00Z", "2015-01-22T10:30:00Z"),
        ("2015", "2015"),
        ("Thursday, Jan. 22, 2015", "2015-01-22"),
        ("Published 22nd January 2015 at 10:30", "2015-01-22"),
        ("Publié le 3 août 2018", "2018-08-03"),
        ("3. Mai 2019", "2019-05-03"),
        ("22/01/2015", "2015-01-22"),
        ("01/22/2015", "2015-01-22"),
        ("04/05/2015", ""),
        ("February 30, 2015", ""),
        ("04-05-2015", ""),
        ("22-01-2015", "2015-01-22"),
        ("4.5.2015", "2015-05-04"),
        ("2015/05/04", "2015-05-04"),
        ("2015年5月4日", "2015-05-04"),
        ("20150 things", ""),
        ("soon", ""),
    ],
)
def test_dates_are_read_where_they_mean_one_day(text: str, day: str) -> None:
    assert iso_date(text) == day


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en-GB", "2015-05-04"),
        ("en-US", "2015-04-05"),
        ("fr", "2015-05-04"),
        ("de-AT", "2015-05-04"),
        ("es-US", "2015-04-05"),
        ("en", ""),
        ("en-CA", ""),
        ("zh", ""),
        ("", ""),
    ],
)
def test_the_language_of_an_article_tells_which_number_is_the_day(language: str, day: str) -> None:
    assert iso_date("04/05/2015", language) == day
    assert (
        from_text("The pier fell on Monday.", date="04/05/2015", language=language).date == day
        or not language
    )


def test_the_date_of_front_matter_is_unknown_where_it_may_be_two_days(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for language, day in [("", ""), ("language: en-GB\n", "2015-05-04")]:
        path.write_text(f"---\ntitle: Pier\ndate: 04/05/2015\n{language}---\nThe pier fell on Monday.\n")
        assert load(path).date == day


def test_offsets_of_a_clean_file_are_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The river rose.\n\nIt fell.")
    original = file_offsets(load(path))
    assert [original(offset) for offset in range(26)] == list(range(26))


def test_offsets_of_a_file_that_had_to_be_cleaned_lead_to_the_same_words(tmp_path: Path) -> None:
    raw = "\u200bThe\triver\u00ad rose.\r\n\r\nCafe\u0301s fell \x1b[2Jsilent."
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode())
    article = load(path)
    original = file_offsets(article)
    last = article.sentences[-1]
    assert raw[original(last.start) : original(last.end)] == "Cafe\u0301s fell \x1b[2Jsilent."
    assert raw[original(article.text.index("fell")) :].startswith("fell")


def test_offsets_of_markdown_and_of_pasted_text_are_of_the_extracted_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\n---\nThe **river** rose.")
    assert file_offsets(load(path))(4) == 4
    assert file_offsets(from_text("The\r\nriver rose."))(4) == 4


def test_a_bare_date_below_the_headline_dates_the_article() -> None:
    body = "The harbour bridge was closed on Monday after engineers found cracks in it, the mayor said."
    assert from_text(f"The bridge is closed\n\n4 May 2021\n\n{body}").date == "2021-05-04"
    assert from_text(f"The bridge is closed\n\n{body}\n\n4 May 2021\n\n{body[:-1]} again.").date == ""
