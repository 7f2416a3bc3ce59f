"""`reader story`, as a process of its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tests.unit.cli.test_cli import fails, reader

BRIDGE = SAMPLE / "harbour-bridge"


def test_a_folder_is_told_as_plain_text(tmp_path: Path) -> None:
    done = reader("story", BRIDGE, data=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("A story in 4 articles\n")
    assert "Differences: other facts" in done.stdout


def test_json_tells_everything_with_offsets_in_the_files(tmp_path: Path) -> None:
    files = []
    for number, text in enumerate(["First of all:", "Later on,", "Elsewhere"]):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"{text} 12 people were hurt when the tram left its rails.\r\n", newline="")
    report = json.loads(reader("story", *files, "--json", data=tmp_path).stdout)
    assert set(report) == {"generator", "threshold", "articles", "matrix", "clusters", "facts"} | {
        "omissions",
        "copies",
    }
    assert [article["path"] for article in report["articles"]] == list(map(str, files))
    (cluster,) = report["clusters"]
    assert cluster["articles"] == [0, 1, 2]
    for telling in cluster["tellings"]:
        text = files[telling["article"]].read_bytes().decode()
        assert text[telling["start"] : telling["end"]] == telling["text"]
        assert (telling["dependence"], telling["credits"]) == (None, "")
    assert report["facts"][0]["about"] == "injured"
    assert report["omissions"]["alone"] == [[], [], []]


def test_who_credits_whom_is_told_in_words_and_for_programs(tmp_path: Path) -> None:
    page = reader("story", BRIDGE, "--markdown", data=tmp_path).stdout
    assert "(article credits Halyard News Agency)" in page
    report = json.loads(reader("story", BRIDGE, "--json", data=tmp_path).stdout)
    tellings = [account for cluster in report["clusters"] for account in cluster["tellings"]]
    assert {account["dependence"] for account in tellings} == {None, "copy", "credit"}
    assert {account["credits"] for account in tellings} == {"", "Halyard News Agency"}
    assert {account["as_whole"] for account in tellings} == {False, True}


def test_articles_of_two_events_are_told_with_a_word_on_it(tmp_path: Path) -> None:
    done = reader("story", SAMPLE, data=tmp_path)
    assert done.stdout.startswith("A story in 8 articles\n")
    assert done.stderr.startswith("reader: these look like 2 stories: Thousands of militants …, ")
    assert " | Barge strikes bridge in …, " in done.stderr


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.json", "{"), ("a.md", "# A story"), ("a.html", "<!doctype"), ("a.txt", "A story")],
)
def test_the_ending_of_the_file_says_the_format(tmp_path: Path, name: str, begins: str) -> None:
    out = tmp_path / name
    done = reader("story", BRIDGE, "-o", out, data=tmp_path)
    assert done.stdout == f"the story of 4 articles written to {out}\n"
    assert out.read_text().startswith(begins)


def test_a_file_that_is_there_is_not_written_over_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "mine.md"
    out.write_text("my own notes")
    fails(reader("story", BRIDGE, "-o", out, data=tmp_path), out, "--force")
    assert out.read_text() == "my own notes"
    assert reader("story", BRIDGE, "-o", out, "--force", data=tmp_path).returncode == 0
    assert out.read_text().startswith("# A story")


def test_the_second_look_finds_what_the_first_kept_even_if_it_is_damaged(tmp_path: Path) -> None:
    first = reader("story", BRIDGE, data=tmp_path).stdout
    files = list((tmp_path / "cache" / "alignments").iterdir())
    assert len(files) == 3
    assert reader("story", BRIDGE, data=tmp_path).stdout == first
    for path in files:
        path.write_bytes(path.read_bytes()[:100])
    assert reader("story", BRIDGE, data=tmp_path).stdout == first


def test_too_few_or_too_many_articles_are_refused_with_a_way_out(tmp_path: Path) -> None:
    two = sorted(BRIDGE.glob("*.md"))[:2]
    fails(reader("story", *two, data=tmp_path), "3 to 50", "named 2", "reader match")
    for number in range(51):
        shutil.copy(two[0], tmp_path / f"{number}.md")
    fails(reader("story", tmp_path, data=tmp_path), "3 to 50", "named 51")


def test_what_cannot_be_read_in_a_folder_is_named_and_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(BRIDGE, folder)
    (folder / "broken.md").write_bytes(b"")
    done = reader("story", folder, data=tmp_path)
    assert "in 4 articles" in done.stdout
    assert done.stderr.startswith("reader: skipped: ")
    assert "broken.md" in done.stderr


@pytest.mark.parametrize("threshold", ["5", "101", "much"])
def test_a_threshold_that_is_none_is_refused(tmp_path: Path, threshold: str) -> None:
    done = reader("story", BRIDGE, "--threshold", threshold, data=tmp_path)
    assert done.returncode == 2
    assert "--threshold" in done.stderr


def test_a_higher_threshold_finds_less(tmp_path: Path) -> None:
    def clusters(threshold: str) -> int:
        done = reader("story", BRIDGE, "--json", "--threshold", threshold, data=tmp_path)
        return len(json.loads(done.stdout)["clusters"])

    assert clusters("98") < clusters("56") <= clusters("29")
