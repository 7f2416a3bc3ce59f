"""Child processes: what the program learns of one that answers, refuses, fails, or ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from reader.base.child.client import ChildClient, ChildEndedError, Ending, RefusedError
from reader.base.child.encodings import JsonEncoding
from reader.base.faults import FaultError
from reader.base.log import log_file

Client = ChildClient[tuple[Any, bytes], tuple[Any, bytes]]
CHILD = "tests.unit.base.obedient_child"
SECRET = "the minister fell"


def _log() -> str:
    path = log_file()
    assert path is not None
    return path.read_text() if path.exists() else ""


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client(CHILD, JsonEncoding(), seconds=5)
    yield client
    client.close()


def _order(client: Client, order: str, argument: object = None, data: bytes = b"") -> Any:
    return client.ask(((order, argument), data))[0]


def test_a_value_and_its_bytes_come_back(client: Client) -> None:
    data = bytes(range(256)) * 10_000
    assert client.ask((("echo", {"a": ["é", 1, None]}), data)) == ({"a": ["é", 1, None]}, data)


def test_one_process_answers_all_requests(client: Client) -> None:
    assert len({_order(client, "who") for _ in range(5)}) == 1


def test_many_threads_may_ask(client: Client) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda number: _order(client, "echo", number), range(100))) == [*range(100)]


def test_a_refusal_is_told_in_the_words_of_the_child(client: Client) -> None:
    process = _order(client, "who")
    with pytest.raises(RefusedError, match=r"^no such page$"):
        _order(client, "refuse", "no such page")
    assert _order(client, "who") == process
    assert _log() == ""


def test_what_led_to_a_refusal_is_logged_without_its_text(client: Client) -> None:
    with pytest.raises(RefusedError):
        _order(client, "refuse because", SECRET)
    assert "ValueError" in _log()
    assert SECRET not in _log()


def test_an_unexpected_exception_is_a_fault_of_ours_and_in_the_log(client: Client) -> None:
    process = _order(client, "who")
    with pytest.raises(FaultError) as error:
        _order(client, "look up", SECRET)
    assert str(error.value) == f"reader has a fault here (KeyError); details are in {log_file()}"
    assert "obedient_child.py" in _log()
    assert "in obey" in _log()
    assert SECRET not in _log()
    assert _order(client, "who") == process


@pytest.mark.parametrize(
    ("order", "argument", "ending"),
    [
        ("signal", "SIGKILL", Ending.KILLED),
        ("signal", "SIGTERM", Ending.KILLED),
        ("signal", "SIGSEGV", Ending.CRASHED),
        ("signal", "SIGABRT", Ending.CRASHED),
        ("allocate", 3_000_000_000, Ending.NO_MEMORY),
    ],
)
def test_a_child_that_ends_is_replaced_and_the_way_it_ended_is_known(
    client: Client, order: str, argument: object, ending: Ending
) -> None:
    process = _order(client, "who")
    with pytest.raises(ChildEndedError) as error:
        _order(client, order, argument)
    assert error.value.ending is ending
    assert _order(client, "who") != process


@pytest.fixture
def quick() -> Iterator[Client]:
    client = Client(CHILD, JsonEncoding(), seconds=0.3)
    yield client
    client.close()


@pytest.mark.parametrize("order", ["compute", "sleep"])
def test_a_request_that_takes_too_long_is_ended(quick: Client, order: str) -> None:
    begin = monotonic()
    with pytest.raises(ChildEndedError) as error:
        _order(quick, order, 60)
    assert error.value.ending is Ending.TOO_LONG
    assert monotonic() - begin < 10
    assert _order(quick, "echo", 1) == 1


def test_waiting_for_other_processes_does_not_count_as_time(quick: Client) -> None:
    assert _order(quick, "sleep", 1) is None


def test_preparations_such_as_imports_do_not_count_as_time(quick: Client) -> None:
    assert _order(quick, "prepare", 0.6) is None


def test_work_may_be_allowed_more_time_as_it_goes_on(quick: Client) -> None:
    assert _order(quick, "compute in steps", [0.2] * 5) is None


def test_a_crash_leaves_its_place_in_the_log(client: Client) -> None:
    with pytest.raises(ChildEndedError):
        _order(client, "signal", "SIGSEGV")
    assert "Segmentation fault" in _log()
    assert "in obey" in _log()


def test_a_child_that_gives_up_is_a_fault_of_ours(client: Client) -> None:
    with pytest.raises(FaultError, match="a child process ended"):
        _order(client, "exit", 3)
    assert "exit status 3" in _log()


def test_an_answer_that_cannot_be_sent_is_a_fault_of_ours(client: Client) -> None:
    with pytest.raises(FaultError):
        _order(client, "answer strangely")
    assert "builtins.TypeError" in _log()
    assert _order(client, "echo", 1) == 1


def test_a_child_that_cannot_be_started_is_a_fault_of_ours(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/there/is/no/python")
    with pytest.raises(FaultError, match="FileNotFoundError"):
        _order(client, "echo", 1)
    assert f"starting {CHILD}" in _log()


def test_a_module_that_cannot_be_imported_is_a_fault_of_ours() -> None:
    nobody = Client("tests.unit.base.nobody", JsonEncoding())
    with pytest.raises(FaultError):
        _order(nobody, "echo", 1)
    assert "No module named tests.unit.base.nobody" in _log()


def test_what_a_library_prints_is_neither_an_answer_nor_in_the_log(client: Client) -> None:
    assert _order(client, "print", SECRET) is None
    assert _order(client, "echo", 1) == 1
    client.close()
    assert _log() == ""


def test_progress_is_reported_in_order(client: Client) -> None:
    shares: list[float] = []
    client.ask((("progress", 4), b""), shares.append)
    assert shares == [0, 0.25, 0.5, 0.75]


class ChangedMindError(Exception):
    """The answer is not needed any more."""


def test_whoever_hears_of_the_progress_may_end_the_work(client: Client) -> None:
    def refuse(_: float) -> None:
        raise ChangedMindError

    process = _order(client, "who")
    with pytest.raises(ChangedMindError):
        client.ask((("progress", 3), b""), refuse)
    assert _order(client, "who") != process


def test_modules_are_not_looked_for_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert _order(client, "echo", 1) == 1
