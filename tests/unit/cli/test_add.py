"""`reader add` and `reader remove`, as processes of their own, against a server on this machine."""

from __future__ import annotations

import gzip
import json
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow.parquet import write_table

from reader.articles.corpus import open_corpus
from reader.articles.loading import load
from reader.base.paths import Paths
from reader.cli.main import main
from reader.shelf.fetching import FetchError, fetch
from reader.shelf.folder import kept_paths
from tests.unit.articles.documents import BODY, page, pdf
from tests.unit.articles.test_page_text import WITH_OTHER_STORIES, written
from tests.unit.cli.test_cli import fails, reader
from tests.unit.cli.web import Web, serving

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Harbour News</title>
<item><title>Bridge closed</title><link>{0}/a</link><pubDate>Tue, 11 Mar 2025 10:00:00 GMT</pubDate></item>
<item><title>Gone &amp; lost</title><link>{0}/gone</link>
<description>&lt;p&gt;Short.&lt;/p&gt;</description></item>
<item><title>In full</title><link>{0}/gone</link><description>{1}</description></item></channel></rss>"""
OPML = '<opml><head><title>Mine</title></head><body><outline text="H" xmlUrl="{0}/feed"/></body></opml>'


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as server:
        server.put("/a", page())
        server.put(
            "/feed", FEED.format(server.root, "A word and more of it. " * 40).encode(), "application/rss+xml"
        )
        yield server


@pytest.fixture
def add(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command in this process: its status, and what it printed."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def shelf(places: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("READER_DATA", str(places.data))
    return places


def titles(places: Paths) -> list[str]:
    return sorted(load(path).title for path in kept_paths(places))


def test_a_page_is_kept_as_markdown_with_its_original_bytes(web: Web, add: Any, shelf: Paths) -> None:
    status, out, err = add("add", f"{web.root}/a")
    [path] = kept_paths(shelf)
    assert (status, err) == (0, "")
    assert out == f"added: Bridge closed · {path}\n"
    article = load(path)
    assert (article.title, article.source, article.url) == ("Bridge closed", "127.0.0.1", f"{web.root}/a")
    assert BODY[1] in article.text
    assert (shelf.shelf / ".originals" / f"{path.stem}.html").read_bytes() == page()
    assert [found.id for found in open_corpus([shelf.shelf]).articles] == [article.id]


def test_adding_and_listing_say_how_much_more_a_page_has(add: Any, shelf: Paths, tmp_path: Path) -> None:
    status, _, err = add("add", written(tmp_path, WITH_OTHER_STORIES))
    assert status == 0
    assert err == "reader: Ferries stop: the page has 137 words more than were taken\n"
    for source in (shelf.shelf, tmp_path / "page.html"):
        _, out, _ = add("list", source)
        assert " · the page has 137 words more than were taken · " in out
        assert json.loads(add("list", source, "--json")[1])["articles"][0]["outside"] == 137


def test_adding_a_short_page_says_that_it_may_not_be_all(add: Any, shelf: Paths, tmp_path: Path) -> None:
    status, out, err = add("add", written(tmp_path, "<h1>Ferries stop</h1><p>All ferries stopped."))
    assert status == 0
    assert out.startswith("added: Ferries stop")
    assert err == "reader: Ferries stop: the page has only 3 words; a script or paywall may hide the rest\n"


def test_the_shelf_is_private(web: Web, add: Any, shelf: Paths) -> None:
    add("add", f"{web.root}/a")
    assert shelf.data.stat().st_mode & 0o077 == 0


def test_a_text_that_is_there_is_not_added_twice(web: Web, add: Any, shelf: Paths, tmp_path: Path) -> None:
    web.put("/b", page(head='<meta name="author" content="Someone">'))
    add("add", f"{web.root}/a")
    _, out, _ = add("add", f"{web.root}/b")
    assert out.startswith("already on the shelf: ")
    assert len(kept_paths(shelf)) == 1


def test_files_folders_archives_and_json_lines_are_added(add: Any, shelf: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "one.txt").write_text("It rose.")
    (folder / "two.pdf").write_bytes(pdf(["It fell."]))
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("three.html", "<title>Three</title><p>It froze.")
    (tmp_path / "l.jsonl").write_text('{"title": "Four", "text": "It thawed."}\n')
    status, _, _ = add("add", folder, tmp_path / "z.zip", tmp_path / "l.jsonl")
    assert status == 0
    assert titles(shelf) == ["A bridge is closed", "Four", "It rose.", "Three"]
    originals = sorted(path.suffix for path in (shelf.shelf / ".originals").iterdir())
    assert originals == [".html", ".pdf", ".txt"]


def test_the_rows_of_a_table_are_added_without_an_original(add: Any, shelf: Paths, tmp_path: Path) -> None:
    write_table(
        pa.table({"title": ["Five", "Six"], "text": ["It rose.", "It fell."]}), tmp_path / "a.parquet"
    )
    assert add("add", tmp_path / "a.parquet")[0] == 0
    assert {"Five", "Six"} <= set(titles(shelf))
    assert not list((shelf.shelf / ".originals").iterdir())


def test_standard_input_is_added(tmp_path: Path) -> None:
    done = reader("add", "-", data=tmp_path / "data", text="It rose.\n\nThen it fell.\n")
    assert done.stdout.startswith("added: It rose. · ")
    fails(reader("add", "-", data=tmp_path / "data", text=" \n"), "standard input is empty")


def test_a_feed_is_listed_and_its_items_are_added_by_number(web: Web, add: Any, shelf: Paths) -> None:
    _, out, _ = add("add", f"{web.root}/feed")
    assert "Harbour News: 3 items" in out
    assert f"   1  Bridge closed · 2025-03-11 · {web.root}/a" in out
    assert "Gone & lost" in out
    assert not shelf.data.exists()
    assert add("add", f"{web.root}/feed", "--item", "1", "--item", "3")[0] == 0
    assert titles(shelf) == ["Bridge closed", "In full"]


def test_what_of_a_feed_cannot_be_had_fails_and_the_rest_is_added(web: Web, add: Any, shelf: Paths) -> None:
    status, out, err = add("add", f"{web.root}/feed", "--all")
    assert status == 1
    assert out.count("added: ") == 2
    assert err == f"reader: {web.root}/gone does not exist (404); check the address\n"


def test_a_feed_in_a_file_and_an_opml_list_are_listed(web: Web, add: Any, tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text(FEED.format(web.root, ""))
    (tmp_path / "f.opml").write_text(OPML.format(web.root))
    assert len(json.loads(add("add", tmp_path / "f.xml", "--json")[1])) == 3
    assert f"H · {web.root}/feed" in add("add", tmp_path / "f.opml")[1]
    assert "lists feeds, not articles" in add("add", tmp_path / "f.opml", "--all")[2]
    assert "has no item 9" in add("add", tmp_path / "f.xml", "--item", 9)[2]


def test_a_redirect_is_followed_and_the_last_address_is_kept(web: Web, add: Any, shelf: Paths) -> None:
    web.put("/old", status=301, headers={"Location": "/a"})
    add("add", f"{web.root}/old")
    assert load(kept_paths(shelf)[0]).url == f"{web.root}/a"


def test_the_server_s_word_on_the_encoding_goes_before_the_page_s(web: Web, add: Any, shelf: Paths) -> None:
    data = (
        page("<p>The cafe called Königsblick was closed too.</p>")
        .replace("“".encode(), b"")
        .replace("”".encode(), b"")
    )
    web.put("/l", data.decode().encode("latin-1"), "text/html; charset=iso-8859-1")
    add("add", f"{web.root}/l")
    assert "Königsblick" in load(kept_paths(shelf)[0]).text


def unreachable() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


FREE = page(head='<script type="application/ld+json">{"isAccessibleForFree": "false"}</script>')
SHELL = b"<title>x</title><script>" + b"x" * 9000 + b"</script><p>Please enable scripts.</p>"
FAILURES = {
    "forbidden": ({"status": 403}, "does not let programs read it (403)"),
    "login": ({"status": 401}, "needs a login"),
    "gone": ({"status": 410}, "no longer exists"),
    "often": ({"status": 429}, "too many requests"),
    "teapot": ({"status": 418}, "because its server refused (418)"),
    "failed": ({"status": 503}, "because its server failed"),
    "loop": ({"status": 302, "headers": {"Location": "/x"}}, "from one address to the next without end"),
    "file": ({"status": 302, "headers": {"Location": "file:///etc/passwd"}}, "only http and https"),
    "picture": ({"body": b"\x89PNG", "kind": "image/png"}, "is not an article but image/png"),
    "large": ({"body": b"word " * 4_100_000, "kind": "text/plain"}, "is larger than 20 MB"),
    "cut": ({"body": page(), "cut": True}, "is incomplete or damaged"),
    "zipped": ({"body": b"no gzip", "headers": {"Content-Encoding": "gzip"}}, "is incomplete or damaged"),
    "empty": ({"body": b"<html></html>"}, "has no text"),
    "shell": ({"body": SHELL}, "has hardly any text (3 words)"),
    "paywall": ({"body": FREE}, "the rest is behind a paywall"),
    "binary": ({"body": b"\0\1\2" * 50, "kind": "application/octet-stream"}, "is a binary file"),
    "feed": (
        {"body": b"<p>Hello", "kind": "application/rss+xml"},
        "is not an article but application/rss+xml",
    ),
    "bomb": (
        {"body": b'<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "kind": "text/xml"},
        "declares its own entities",
    ),
    "hollow": ({"body": b'<rss version="2.0"><channel/></rss>', "kind": "text/xml"}, "is an empty feed"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_cannot_be_had_from_the_web_is_one_line_and_nothing_is_kept(
    web: Web, add: Any, shelf: Paths, name: str
) -> None:
    answer, says = FAILURES[name]
    status, out, err = add("add", web.put("/x", **answer))
    assert (status, out) == (1, "")
    assert err.startswith(f"reader: {'file:' if name == 'file' else web.root}")
    assert says in err
    assert err.count("\n") == 1
    assert not shelf.data.exists()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://127.0.0.1/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "only http and https"),
        ("http://[", "only http and https"),
        ("http://127.0.0.1:99999/", "only http and https"),
        ("http://no-such-server.invalid/", "unknown server"),
        ("https://127.0.0.1:1/", "cannot be reached"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_line(add: Any, shelf: Paths, address: str, says: str) -> None:
    status, out, err = add("add", address)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert says in err
    assert not shelf.data.exists()


def test_a_server_that_is_not_there_is_one_line(add: Any) -> None:
    assert "the server cannot be reached" in add("add", unreachable())[2]


def test_a_page_that_takes_too_long_is_given_up(web: Web) -> None:
    with pytest.raises(FetchError, match="takes too long"):
        fetch(f"{web.root}/a", seconds=0)


@pytest.mark.parametrize("part", ["headers", "body"])
def test_an_answer_that_drips_is_given_up_when_its_time_is_over(web: Web, part: str) -> None:
    with pytest.raises(FetchError, match="takes too long"):
        fetch(web.put("/slow", drips=part), seconds=0.3)


@pytest.mark.parametrize("packed", ["br", "zstd", "gzip, br"])
def test_a_compression_that_was_not_asked_for_is_refused(web: Web, packed: str) -> None:
    address = web.put("/packed", b"\x8b\x02\x80 words", headers={"Content-Encoding": packed})
    with pytest.raises(FetchError, match="compressed in a way"):
        fetch(address)


def test_gzip_is_unpacked(web: Web) -> None:
    address = web.put("/packed", gzip.compress(b"The pier fell."), headers={"Content-Encoding": "gzip"})
    assert fetch(address).data == b"The pier fell."


def test_several_failures_are_a_line_each_and_the_rest_is_added(web: Web, add: Any, shelf: Paths) -> None:
    status, out, err = add("add", f"{web.root}/1", f"{web.root}/a", f"{web.root}/2")
    assert (status, out.count("\n"), err.count("\n")) == (1, 1, 2)
    assert all(line.startswith("reader: ") for line in err.splitlines())


@pytest.mark.parametrize("how", ["path", "title", "name", "hash", "id"])
def test_an_article_is_removed_by_its_path_its_title_or_the_beginning_of_its_id(
    web: Web, add: Any, shelf: Paths, how: str
) -> None:
    add("add", f"{web.root}/a")
    [path] = kept_paths(shelf)
    names = {
        "path": str(path.parent / ".." / path.parent.name / path.name),
        "title": load(path).title.upper(),
        "name": path.stem,
        "hash": path.stem.rpartition("-")[2][:6],
        "id": load(path).id[:6],
    }
    status, out, _ = add("remove", names[how])
    assert (status, out) == (0, f"removed: {path}\n")
    assert kept_paths(shelf) == []
    assert list((shelf.shelf / ".originals").iterdir()) == []


def test_annotations_of_a_removed_article_stay(web: Web, add: Any, shelf: Paths) -> None:
    add("add", f"{web.root}/a")
    [path] = kept_paths(shelf)
    add("annotate", path, "--quote", "two piers")
    add("remove", path)
    assert "two piers" in add("list", "--json")[1]


def test_what_is_not_on_the_shelf_or_could_be_several_is_not_removed(
    add: Any, shelf: Paths, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The river called {name} rose.")
        add("add", tmp_path / f"{name}.txt")
    assert "no article on the shelf matches" in add("remove", tmp_path / "a.txt")[2]
    told = add("remove", "the-river")[2]
    assert "matches 2 articles on the shelf" in told
    assert all(str(path) in told for path in kept_paths(shelf))
    assert len(kept_paths(shelf)) == 2
    assert (tmp_path / "a.txt").exists()


def test_of_two_articles_of_one_title_none_is_removed_by_it(add: Any, shelf: Paths, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# The river\n\nIt rose, says {name}.")
        add("add", tmp_path / f"{name}.md")
    status, _, told = add("remove", "The river")
    assert (status, len(kept_paths(shelf))) == (1, 2)
    assert all(str(path) in told for path in kept_paths(shelf))


def test_members_of_an_archive_are_matched_like_files(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.txt", "The pier fell at noon on Monday.\r\n")
        archive.writestr("b.txt", "On Monday at noon the pier fell.\n")
    found = json.loads(reader("match", tmp_path / "z.zip!a.txt", tmp_path / "z.zip!b.txt", "--json").stdout)
    [match] = found["matches"]
    assert match["a"]["text"] == "The pier fell at noon on Monday."
