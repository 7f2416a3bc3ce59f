"""Opening an article where it comes from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles.model import Article
from reader.base.errors import UserError
from reader.ui.compare.opening import open_article
from tests.unit.ui.desktops import install, sit_at

PAGE = "https://halyard.example/bridge?a=1&b=2"
Make = Callable[..., Article]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What the desktop was asked to open: waits until it is asked."""
    sit_at(monkeypatch, DISPLAY=":7")
    asked = tmp_path / "asked"
    os.mkfifo(asked)
    install(tmp_path, monkeypatch, "wslview", f'echo noise; echo noise >&2; echo "$@" > "{asked}"')
    return lambda: asked.read_text(encoding="utf-8").strip()


def test_the_web_page_is_opened_and_the_screen_stays_clean(
    opened: Callable[[], str], article: Make, capfd: pytest.CaptureFixture[str]
) -> None:
    assert open_article(article("Words.", url=PAGE)) == PAGE
    assert opened() == PAGE
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "http:", "https://[x"])
def test_without_a_web_address_the_file_is_opened(
    opened: Callable[[], str], article: Make, tmp_path: Path, url: str
) -> None:
    path = tmp_path / "-a file.txt"
    path.write_text("Words.", encoding="utf-8")
    open_article(article("Words.", url=url, path=str(path)))
    assert opened() == str(path)


@pytest.mark.parametrize("name", ["x.desktop", "x.sh", "x", "x.txt.exe", "x.lnk", "x.py"])
@pytest.mark.parametrize("link", ["", "seems.txt"])
def test_a_file_that_the_desktop_may_run_is_not_opened(
    article: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, link: str
) -> None:
    sit_at(monkeypatch, DISPLAY=":7")
    path = tmp_path / name
    path.write_text("[Desktop Entry]\nExec=true\n", encoding="utf-8")
    if link:
        (tmp_path / link).symlink_to(path)
    with pytest.raises(UserError, match="open it yourself"):
        open_article(article("Words.", path=str(tmp_path / (link or name))))


def test_of_an_archive_the_archive_is_opened(
    opened: Callable[[], str], article: Make, tmp_path: Path
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "Words."}\n', encoding="utf-8")
    open_article(article("Words.", path=f"{path}!1"))
    assert opened() == str(path)


def test_what_is_not_there_any_more_is_named(article: Make) -> None:
    with pytest.raises(UserError, match="A title has no web address"):
        open_article(article("Words.", path="/gone.txt"))


def test_over_ssh_the_address_is_given_to_be_opened_by_hand(
    article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at(monkeypatch, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    with pytest.raises(UserError, match="cannot open a browser") as caught:
        open_article(article("Words.", url=PAGE))
    assert PAGE in str(caught.value)


def test_where_no_opener_is_installed_the_address_is_given(
    article: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at(monkeypatch, DISPLAY=":7")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="xdg-open is not installed"):
        open_article(article("Words.", url=PAGE))


def test_an_opener_that_cannot_be_started_is_named(
    article: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at(monkeypatch, DISPLAY=":7")
    install(tmp_path, monkeypatch, "wslview", "")
    (tmp_path / "wslview").write_text("#!/not/there\n", encoding="utf-8")
    with pytest.raises(UserError, match="wslview cannot be started"):
        open_article(article("Words.", url=PAGE))
