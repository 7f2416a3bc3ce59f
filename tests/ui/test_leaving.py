"""Leaving while changes are not on disk: the app asks, and nothing is gone."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from annotations.store import AnnotationStore
from reader.base.paths import Paths
from tests.ui.conftest import Desk, Running

Run = Callable[..., Running]


@pytest.fixture
def blocked(places: Paths) -> Iterator[Callable[[], Callable[[], None]]]:
    """Puts a file in the place of the data folder, so that nothing is saved; gives the way back."""
    aside = places.data.with_name("aside")

    def unblock() -> None:
        if aside.exists():
            places.data.unlink()
            aside.rename(places.data)

    def block() -> Callable[[], None]:
        places.data.rename(aside)
        places.data.write_text("not a folder")
        return unblock

    yield block
    unblock()


async def unsaved(desk: Desk, block: Callable[[], Callable[[], None]]) -> Callable[[], None]:
    """Highlights two sentences, the second of which is not on disk."""
    await desk.press("h")
    unblock = block()
    await desk.press("j", "h")
    assert "NOT SAVED" in desk.text()
    return unblock


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_asks_while_changes_are_not_on_disk(
    run: Run, articles: list[Path], blocked: Callable[[], Callable[[], None]], key: str
) -> None:
    async with run(*articles[:2]) as desk:
        await unsaved(desk, blocked)
        await desk.press(key)
        assert desk.app.is_running
        for way in ("Try to save again", "Save in another place", "rescue file", "Stay", "not on disk"):
            assert way in desk.text()
        await desk.press("escape")
        assert desk.app.is_running
        assert "Stay" not in desk.text()


async def test_trying_again_leaves_when_saving_works(
    run: Run, articles: list[Path], places: Paths, blocked: Callable[[], Callable[[], None]]
) -> None:
    async with run(*articles[:2]) as desk:
        unblock = await unsaved(desk, blocked)
        await desk.press("q", "enter")
        assert "still not possible" in desk.told()
        assert "Try to save again" in desk.text()
        unblock()
        await desk.pilot.press("enter")
        await desk.pilot.pause()
    assert len(AnnotationStore.open(places.annotations, in_background=False).all()) == 2
    assert desk.app.unsaved() == ""


async def test_all_annotations_are_saved_in_another_place(
    run: Run, articles: list[Path], tmp_path: Path, blocked: Callable[[], Callable[[], None]]
) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    async with run(*articles[:2]) as desk:
        await unsaved(desk, blocked)
        await desk.press("q", "down", "enter")
        await desk.type(str(elsewhere))
        await desk.pilot.press("enter")
        await desk.pilot.pause()
    assert f"reader restore {elsewhere}" in desk.app.unsaved()
    assert len(AnnotationStore.open(elsewhere, in_background=False).all()) == 2


async def test_a_place_that_exists_is_not_overwritten(
    run: Run, articles: list[Path], blocked: Callable[[], Callable[[], None]]
) -> None:
    before = articles[0].read_text()
    async with run(*articles[:2]) as desk:
        await unsaved(desk, blocked)
        await desk.press("q", "down", "enter")
        await desk.type(str(articles[0]))
        await desk.press("enter")
        assert "exists already" in desk.told()
        assert "Save in another place" in desk.text()
    assert articles[0].read_text() == before


async def test_a_rescue_file_is_written_and_restored(
    run: Run,
    articles: list[Path],
    places: Paths,
    tmp_path: Path,
    blocked: Callable[[], Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from reader.cli.main import main

    monkeypatch.setenv("HOME", str(tmp_path))
    async with run(*articles[:2]) as desk:
        unblock = await unsaved(desk, blocked)
        await desk.press("q", "down", "down")
        await desk.pilot.press("enter")
        await desk.pilot.pause()
    [rescue] = tmp_path.glob("reader-rescue-*.json")
    assert rescue.stat().st_mode & 0o777 == 0o600
    assert f"reader restore {rescue}" in desk.app.unsaved()
    unblock()
    monkeypatch.setenv("READER_DATA", str(places.data))
    assert main(["restore", str(rescue)]) == 0
    assert "added: 1" in capsys.readouterr().out
    assert len(AnnotationStore.open(places.annotations, in_background=False).all()) == 2
    assert main(["restore", str(rescue)]) == 0
    assert "added: 0" in capsys.readouterr().out


async def test_an_end_without_a_question_writes_a_rescue_file_too(
    run: Run,
    articles: list[Path],
    tmp_path: Path,
    blocked: Callable[[], Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with run(*articles[:2]) as desk:
        await unsaved(desk, blocked)
        desk.app.exit()
    [rescue] = tmp_path.glob("reader-rescue-*.json")
    assert len(AnnotationStore.open(rescue, in_background=False).all()) == 2


async def test_a_lock_that_another_program_holds_is_waited_for_in_the_background(
    run: Run, articles: list[Path], places: Paths
) -> None:
    async with run(*articles[:2]) as desk:
        await desk.press("h")
        with FileLock(f"{places.annotations}.lock"):
            await desk.press("j", "h")
            assert "NOT SAVED" in desk.text()
            assert "It is locked" in desk.told()
        desk.app._changes.read_others()
        await desk.settle()
        assert "NOT SAVED" not in desk.text()
        assert len(desk.kept()) == 2


async def test_a_refused_change_does_not_say_saved(run: Run, articles: list[Path], places: Paths) -> None:
    store = AnnotationStore.open(places.annotations, in_background=False)
    store.close()
    async with run(*articles[:2]) as desk:
        await desk.press("d")
        assert "saved" not in desk.text().splitlines()[-1]


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_that_cannot_lock_is_told_with_a_way_out(tmp_path: Path, code: int) -> None:
    from tests.reliability.disks import FailingFiles
    from tests.reliability.workload import annotation

    files = FailingFiles(0, code, only={"lock"})
    files.fail_for_ever()
    store = AnnotationStore.open(tmp_path / "annotations.json", files=files, in_background=False)
    store.add(annotation(1, "one"))
    assert "cannot lock files" in store.unsaved
    assert "--data" in store.unsaved
