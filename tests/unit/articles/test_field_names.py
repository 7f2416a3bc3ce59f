"""The facts of an article under the names of crawlers, news APIs, newsrooms and tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.articles.loading import load
from reader.articles.model import Article

TEXT = "The lighthouse was dark all night, two fishermen said on Friday."


def _article(folder: Path, **facts: Any) -> Article:
    path = folder / "a.jsonl"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(
    "facts",
    [
        {"maintext": TEXT, "title": "Dark", "date_publish": "2027-01-08 06:30:00", "source_domain": "Echo",
         "authors": ["Jo Dee"]},
        {"text": TEXT, "title": "Dark", "publish_date": "2027-01-08", "media_name": "Echo",
         "author": "Jo Dee"},
        {"content": TEXT, "title": "Dark", "publishedAt": "2027-01-08T06:30:00Z",
         "source": {"id": None, "name": "Echo"}, "author": "By Jo Dee"},
        {"articleBody": TEXT, "headline": "Dark", "datePublished": "2027-01-08",
         "author": {"@type": "Person", "name": "Jo Dee"}, "publisher": {"name": "Echo"}},
        {"body_text": TEXT, "headline": "Dark", "versioncreated": "2027-01-08T06:30:00+0000",
         "byline": "by Jo Dee", "source": "Echo"},
        {"Full text": [TEXT], "Titel": "Dark", "Datum": "8 January 2027", "Zeitung": "-", "Quelle": "Echo",
         "Autor": "Jo Dee"},
        {"content": {"rendered": TEXT}, "title": {"rendered": "Dark"}, "date": 1799390000, "site": "Echo",
         "author": "['Jo Dee']"},
        {"text": TEXT, "title": "Dark", "seendate": "20270108T063000Z", "domain": "Echo", "by": "Jo Dee"},
    ],
)  # fmt: skip
def test_the_names_of_others_are_understood(tmp_path: Path, facts: dict[str, Any]) -> None:
    article = _article(tmp_path, **facts)
    assert (article.text, article.title, article.date[:10], article.source, article.author) == (
        TEXT,
        "Dark",
        "2027-01-08",
        "Echo",
        "Jo Dee",
    )


def test_text_with_tags_is_read_as_html(tmp_path: Path) -> None:
    article = _article(
        tmp_path,
        title="Lamp &amp; keeper",
        body=f"<p>{TEXT}</p><script>x</script><p>It is <b>lit</b> &amp; on.</p>",
    )
    assert (article.title, article.text) == ("Lamp & keeper", f"{TEXT}\n\nIt is lit & on.")


@pytest.mark.parametrize("text", ["If a < b and c > d, the lamp is on.", "He typed <enter> twice."])
def test_other_text_with_angle_brackets_stays_as_it_is(tmp_path: Path, text: str) -> None:
    assert _article(tmp_path, text=text).text == text


@pytest.mark.parametrize(
    "facts",
    [
        {"date": 42},
        {"date": "soon"},
        {"date": "2027-13-40"},
        {"date": 7e300},
        {"language": "English"},
        {"source": "https://echo.example/"},
        {"link": "see below"},
        {"created": "2027-01-08"},
        {"author": {"name": {"name": [[[[[[["deep"]]]]]]]}}},
    ],
)
def test_a_value_that_a_field_cannot_have_is_left_out(tmp_path: Path, facts: dict[str, Any]) -> None:
    article = _article(tmp_path, text=TEXT, **facts)
    assert (article.date, article.language, article.source, article.author) == ("", "en", "", "")


def test_the_day_of_an_item_is_the_one_that_the_feed_states() -> None:
    from reader.articles.formats.feed import extract

    dates = {
        "Tue, 31 Dec 2024 23:30:00 -0500": "2024-12-31",
        "2024-12-31T23:30:00-05:00": "2024-12-31",
        "2024/12/31 23:30": "2024-12-31",
        "03/04/2024": "",
        "31.12.2024": "2024-12-31",
        "Tuesday": "",
    }
    items = "".join(f"<item><title>x</title><pubDate>{date}</pubDate></item>" for date in dates)
    feed = f'<rss version="2.0"><channel><title>Echo</title>{items}</channel></rss>'
    listing = extract(feed.encode())
    assert [item.get("date", "") for item in listing.items] == list(dates.values())
