"""`reader agreement`: two people's tags on the sentences of articles, compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from annotations.store import AnnotationStore
from reader.articles.loading import load
from reader.notes.notebook import Notebook
from tests.unit.cli.test_cli import fails, reader

TEXT = """The pier fell at noon. Nobody was hurt. The harbour was closed.

It opened again on Friday. Rain is expected.
"""
ADA = {"The pier fell": "event", "Nobody was hurt": "figures", "opened again": "event/end"}
GRACE = {"pier fell at noon": "event", "was hurt": "event", "Rain": "weather"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


@pytest.fixture
def data(tmp_path: Path, article: Path) -> Path:
    store = AnnotationStore.open(tmp_path / "annotations.json", in_background=False)
    copy = tmp_path / "hers" / "copy.txt"
    copy.parent.mkdir()
    shutil.copy(article, copy)
    for author, path, coding in (("Ada", article, ADA), ("Grace", copy, GRACE)):
        code(Notebook(store, author), path, coding)
    copy.unlink()
    store.close()
    return tmp_path


def code(notebook: Notebook, path: Path, coding: dict[str, str]) -> None:
    text = load(path)
    for words, tag in coding.items():
        start = text.text.index(words)
        notebook.annotate([(text, start, start + len(words))], tags=[tag])


def test_the_report_has_a_row_for_each_tag_and_the_sentences_of_disagreement(data: Path) -> None:
    lines = reader("agreement", data=data).stdout.splitlines()
    assert lines[0] == "Ada, Grace: 4 sentences that two or more coded"
    rows = {line.split("  ")[0]: line.split()[-4:] for line in lines[3:9]}
    assert rows["all tags"][:2] == ["4", "25%"]
    assert rows["#event"][:2] == ["4", "50%"]
    assert rows["#weather"][:2] == ["4", "75%"]
    assert "disagreements: 3" in lines
    place = next(number for number, line in enumerate(lines) if line.endswith("“Nobody was hurt.”"))
    assert lines[place + 1 : place + 3] == ["    Ada: #figures", "    Grace: #event"]


def test_two_copies_of_one_text_are_one_article(data: Path) -> None:
    report = json.loads(reader("agreement", "--json", data=data).stdout)
    assert len({each["article"] for each in report["disagreements"]}) == 1
    assert report["all_tags"]["units"] == 4
    assert report["left_out"] == 0


def test_one_tag_alone_with_its_disagreements(data: Path) -> None:
    report = json.loads(reader("agreement", "--tag", "figures", "--json", data=data).stdout)
    assert [figures["tag"] for figures in report["tags"]] == ["figures"]
    assert [each["sentence"] for each in report["disagreements"]] == ["Nobody was hurt."]


def test_a_tag_that_nobody_uses_is_reported_and_not_measured(data: Path) -> None:
    done = reader("agreement", "--tag", "figure", data=data)
    assert (done.returncode, done.stdout) == (1, "")
    assert "#figure; similar tags: #figures" in done.stderr
    both = reader("agreement", "--tag", "figure", "--tag", "figures", data=data)
    assert both.returncode == 0
    assert "no annotation has the tag #figure;" in both.stderr
    assert "#figure " not in both.stdout


def test_who_is_compared_can_be_chosen_and_must_be_there(data: Path) -> None:
    assert reader("agreement", "--between", "grace", "Ada", data=data).stdout.startswith("Grace, Ada: 4")
    fails(reader("agreement", "--between", "Ada", "Joan", data=data), "Joan", "Ada, Grace")
    fails(reader("agreement", "--between", "Ada", data=data), "reader merge")


def test_one_persons_annotations_alone_say_how_to_get_anothers(tmp_path: Path) -> None:
    fails(reader("agreement", data=tmp_path), "authors here: none", "reader merge")


def test_an_article_that_is_gone_is_told_and_can_be_named(data: Path, article: Path) -> None:
    moved = article.rename(data / "moved.txt")
    report = json.loads(reader("agreement", "--json", data=data).stdout)
    assert (report["all_tags"]["units"], report["left_out"]) == (0, 6)
    assert "left out: 6" in reader("agreement", data=data).stdout
    report = json.loads(reader("agreement", "--article", moved, "--json", data=data).stdout)
    assert (report["all_tags"]["units"], report["left_out"]) == (4, 0)


def test_a_sentence_that_is_only_a_guess_is_no_unit(data: Path, article: Path) -> None:
    article.write_text(TEXT.replace("Nobody was hurt. ", ""))
    report = json.loads(reader("agreement", "--json", data=data).stdout)
    assert report["left_out"] >= 2
    assert "Nobody was hurt." not in [each["sentence"] for each in report["disagreements"]]
