"""What is remembered from one launch to the next."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from tinydb import TinyDB

from reader.base.paths import Paths
from reader.base.resources import sample_corpus
from reader.shelf.session import PastComparison, ReadingPosition, ReadingState, Session

DAMAGES = [
    "",
    "{",
    "[1]",
    '{"last opened": {"1": {"road": 3}}}',
    '{"last opened": [3]}',
    "3",
    "\x00\x00",
    "[" * 100_000,
]


@pytest.fixture
def session(places: Paths) -> Session:
    return Session(places)


def test_the_first_launch_opens_the_sample_corpus(session: Session) -> None:
    assert session.paths_to_open([]) == [sample_corpus()]


def test_what_is_named_is_opened(session: Session) -> None:
    assert session.paths_to_open([Path("a.txt")]) == [Path("a.txt")]


def test_what_was_open_last_is_opened_again(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("One sentence only.\n")
    session.remember_opened([path])
    assert session.paths_to_open([]) == [path]
    assert session.paths_to_open([], sample=True) == [sample_corpus()]


def test_what_was_open_last_and_is_gone_is_passed_over(session: Session, tmp_path: Path) -> None:
    session.remember_opened([tmp_path / "gone.txt"])
    assert session.paths_to_open([]) == [sample_corpus()]


def test_the_sample_corpus_is_always_a_choice_and_the_last_one(session: Session, tmp_path: Path) -> None:
    session.remember_opened([tmp_path])
    assert session.choices() == [[tmp_path], [sample_corpus()]]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_memory_counts_as_empty_and_can_be_written_again(
    session: Session, places: Paths, tmp_path: Path, damage: str
) -> None:
    places.state.mkdir(parents=True)
    places.session.write_text(damage)
    assert session.paths_to_open([]) == [sample_corpus()]
    assert session.comparisons() == []
    session.remember_opened([tmp_path])
    assert session.paths_to_open([]) == [tmp_path]


def test_the_last_comparison_comes_first_and_each_once(session: Session) -> None:
    one, two = PastComparison(("A", "B"), ("a", "b")), PastComparison(("C", "D"), ("c", "d"))
    for comparison in (one, two, one):
        session.remember_comparison(comparison)
    assert session.comparisons() == [one, two]


def test_only_so_many_comparisons_are_remembered(session: Session) -> None:
    for number in range(30):
        session.remember_comparison(PastComparison((str(number),), (str(number),)))
    assert [comparison.paths[0] for comparison in session.comparisons()] == [str(n) for n in range(29, 9, -1)]


def test_what_was_said_to_be_no_boilerplate_is_remembered_by_article(session: Session) -> None:
    session.remember_restored("sha-a", frozenset({3, 1}))
    session.remember_restored("sha-b", frozenset({2}))
    session.remember_restored("sha-b", frozenset())
    assert session.restored("sha-a") == {1, 3}
    assert session.restored("sha-b") == frozenset()


def test_the_memory_is_private(session: Session, places: Paths) -> None:
    session.remember_opened([])
    assert places.session.stat().st_mode & 0o777 == 0o600
    assert places.state.stat().st_mode & 0o777 == 0o700


def test_threads_that_remember_at_once_forget_nothing(session: Session) -> None:
    def remember(letter: str) -> None:
        for number in range(8):
            session.remember_restored(f"{letter}{number}", frozenset({number}))
            session.remember_opened([])

    threads = [Thread(target=remember, args=(letter,)) for letter in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(session.restored(f"{letter}{n}") == {n} for letter in "abc" for n in range(8))


def test_the_position_in_articles_is_remembered_with_the_marks(session: Session) -> None:
    state = ReadingState(ReadingPosition(1, [(3, 20), (5, 0)]), {"a": ReadingPosition(0, [(1, 2), (3, 4)])})
    session.remember_reading_state(["sha-a", "sha-b"], state)
    assert session.reading_state(["sha-a", "sha-b"]) == state
    assert session.reading_state(["sha-b", "sha-a"]) is None


@pytest.mark.parametrize("position", [[2, [[0, 0], [0, 0]]], [0, [[0, 0]]], [0], "x", None, {}])
def test_a_damaged_position_counts_as_none(session: Session, places: Paths, position: object) -> None:
    places.state.mkdir(parents=True)
    record = {"articles": ["a", "b"], "standing": position, "marks": {}}
    places.session.write_text(json.dumps({"places": [record]}))
    assert session.reading_state(["a", "b"]) is None


def test_a_session_of_an_earlier_version_is_read(session: Session, places: Paths, tmp_path: Path) -> None:
    places.state.mkdir(parents=True)
    with TinyDB(places.session) as database:
        database.table("last opened").insert({"path": str(tmp_path)})
        database.table("comparisons").insert_multiple(
            [{"titles": ["A", "B"], "paths": ["a", "b"]}, {"titles": ["C", "D"], "paths": ["c", "d"]}]
        )
        database.table("restored").insert({"article": "sha-a", "paragraphs": [1, 3]})
        place = {"articles": ["a", "b"], "standing": [1, [[3, 20], [5, 0]]], "marks": {}}
        database.table("places").insert(place)
    for _ in range(2):
        assert session.paths_to_open([]) == [tmp_path]
        assert [comparison.titles for comparison in session.comparisons()] == [("A", "B"), ("C", "D")]
        assert session.restored("sha-a") == {1, 3}
        state = session.reading_state(["a", "b"])
        assert state is not None
        assert state.position == (1, [(3, 20), (5, 0)])
        session.remember_restored("sha-b", frozenset({2}))  # which writes it in the new form
    assert json.loads(places.session.read_text())["last opened"] == [{"path": str(tmp_path)}]


_REMEMBER = """
import sys
from pathlib import Path
from reader.base.paths import Paths
from reader.shelf.session import ReadingPosition, ReadingState, Session

session = Session(Paths(Path(sys.argv[1]), Path(sys.argv[1])))
for number in range(15):
    name = f"{sys.argv[2]}{number}"
    session.remember_reading_state([name], ReadingState(ReadingPosition(0, [(number, 0)]), {}))
"""


def test_processes_that_remember_at_once_forget_nothing(session: Session, places: Paths) -> None:
    names = "abc"
    processes = [
        subprocess.Popen([sys.executable, "-c", _REMEMBER, str(places.data), name]) for name in names
    ]
    assert [process.wait() for process in processes] == [0, 0, 0]
    for name in names:
        for number in range(15):
            state = session.reading_state([f"{name}{number}"])
            assert state is not None, f"{name}{number} is forgotten"
            assert state.position.views == [(number, 0)]
