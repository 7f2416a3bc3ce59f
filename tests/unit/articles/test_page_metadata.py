"""The date and author of a page are those that it states, and unknown where it states nothing certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.language.placeholder_authors import named_authors
from tests.unit.articles.test_page_text import in_article, opened


def _date(folder: Path, stated: str, *, lang: str = "en", head: str = "") -> str:
    meta = f'<title>Ferries stop</title><meta name="date" content="{stated}">{head}'
    return opened(folder, in_article(), meta, lang).date


@pytest.mark.parametrize(
    ("stated", "lang", "day"),
    [
        ("2026-04-03", "en", "2026-04-03"),
        ("03/04/2026", "en", ""),
        ("3.4.2026", "de", "2026-04-03"),
        ("03/04/2026", "en-GB", "2026-04-03"),
        ("03/04/2026", "en-US", "2026-03-04"),
        ("03/04/2026", "fr", "2026-04-03"),
        ("03/04/2026", "ja", ""),
        ("23/04/2026", "en", "2026-04-23"),
        ("04/23/2026", "en", "2026-04-23"),
        ("04/04/2026", "en", "2026-04-04"),
        ("3 April 2026", "en", "2026-04-03"),
        ("April 3, 2026", "en", "2026-04-03"),
    ],
)
def test_a_date_of_two_meanings_is_read_by_the_language_of_the_page(
    tmp_path: Path, stated: str, lang: str, day: str
) -> None:
    assert _date(tmp_path, stated, lang=lang) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="og:locale" content="en_GB">', "2026-04-03"),
        ('<meta property="og:locale" content="en_US">', "2026-03-04"),
        ('<link rel="canonical" href="https://beacon.co.uk/ferries">', "2026-04-03"),
        ('<link rel="canonical" href="https://beacon.com/ferries">', ""),
        ('<script type="application/ld+json">{"dateCreated": "2026-04-03T08:00:00Z"}</script>', "2026-04-03"),
        ('<script>var page = {date: "2026-03-04T08:00:00Z"};</script>', "2026-03-04"),
    ],
)
def test_a_date_of_two_meanings_is_read_by_what_else_the_page_states(
    tmp_path: Path, head: str, day: str
) -> None:
    assert _date(tmp_path, "03/04/2026", head=head) == day


@pytest.mark.parametrize(
    "placeholder",
    [
        *(
            "Username",
            "Admin",
            "admin",
            "Name",
            "Posted",
            "Follow",
            "Redaktion",
            "Die Redaktion",
            "Posted by",
        ),
        *("beacon.example", "www.beacon.example", "Beacon Example", "https://beacon.example/", "Beacon.com"),
        *("Beacon Com", "webmaster", "Super User", "Administrator", "редакция", "-", "x"),
    ],
)
def test_placeholders_and_domains_are_no_authors(placeholder: str) -> None:
    assert named_authors(placeholder, "www.beacon.example", "beacon.example") == ""
    assert named_authors(f"Ann Roe; {placeholder}", "www.beacon.example", "beacon.example") == "Ann Roe"


@pytest.mark.parametrize(
    "author",
    [
        *(
            "Ann Roe",
            "Ann Roe; Bo Li",
            "Li",
            "Anindita De",
            "Reuters",
            "Associated Press",
            "Ursula Name-Admin",
        ),
        *("The Beacon", "J. R. Posted", "Guest Walker", "Noname Jones", "王小明"),
    ],
)
def test_people_agencies_and_outlets_are_authors(author: str) -> None:
    assert named_authors(author, "www.beacon.example", "The Beacon") == author


@pytest.mark.parametrize(("stated", "author"), [("Admin", ""), ("Ann Roe", "Ann Roe"), ("Redaktion", "")])
def test_the_author_of_a_page_is_a_name(tmp_path: Path, stated: str, author: str) -> None:
    head = f'<title>Ferries stop</title><meta name="author" content="{stated}">'
    assert opened(tmp_path, in_article(), head).author == author
