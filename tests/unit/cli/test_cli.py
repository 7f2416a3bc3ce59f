"""The command line, as a process of its own: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader import __version__
from reader.base.paths import paths
from reader.cli.subcommands import SUBCOMMANDS
from reader.shelf.session import Session
from tests.conftest import SAMPLE

A = """The pier fell at noon.

"We had no warning at all," the harbour master said.
"""
B = """The harbour master said they had been given no warning at all.

At noon the pier fell.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(A)
    b.write_text(B)
    return a, b


def reader(*arguments: object, data: Path | None = None, text: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"READER_DATA": str(data)} if data else {})
    command = [sys.executable, "-X", "importtime", "-m", "reader", *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, input=text, check=False, encoding="utf-8"
    )
    imported = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert not any(line.endswith((" textual", " textual.app")) for line in imported)
    asides = ("import time:", "reader: reading …")  # the latter where the machine is slow
    done.stderr = "\n".join(line for line in done.stderr.splitlines() if not line.startswith(asides))
    return done


def fails(done: subprocess.CompletedProcess[str], *said: object, status: int = 1) -> None:
    """It ended with one clear line on standard error and printed nothing."""
    assert done.returncode == status
    assert done.stdout == ""
    assert done.stderr.count("\n") == 0
    assert done.stderr.startswith("reader: ")
    for words in said:
        assert str(words) in done.stderr


def test_version_and_help() -> None:
    assert reader("--version").stdout == f"reader {__version__}\n"
    assert "reader match A B" in reader("--help").stdout


def in_shell(line: str, *files: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A shell's line, with reader as "$0" and files as "$1", "$2" …"""
    command = [
        "sh",
        "-c",
        line.replace("reader", f'"{sys.executable}" -m reader'),
        "reader",
        *map(str, files),
    ]
    return subprocess.run(command, capture_output=True, check=False, env=os.environ | environment)


@pytest.mark.parametrize("line", ["reader match $1 $2", "reader match $1 $2 --json", "reader --help"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_what_standard_output_cannot_write_is_printed_as_an_escape(
    line: str, encoding: str, files: tuple[Path, Path]
) -> None:
    files[0].write_text("Die Fähre “Halcyon” fiel — um 12 Uhr ↑ 力.\n", encoding="utf-8")
    files[1].write_text("Die Fähre “Halcyon” fiel — um 12 Uhr ↑ 力!\n", encoding="utf-8")
    done = in_shell(line, *files, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    if "--json" in line:
        (match,) = json.loads(done.stdout)["matches"]
        assert "力" in match["a"]["text"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("line", ["reader match $1 $2", "reader match $1 $2 --json"])
def test_a_full_standard_output_is_one_clear_line(line: str, files: tuple[Path, Path]) -> None:
    done = in_shell(f"{line} > /dev/full", *files)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("reader: cannot write the output (No space left on device)")
    assert done.stderr.count(b"\n") == 1


def test_a_closed_standard_output_ends_nothing(files: tuple[Path, Path]) -> None:
    done = in_shell("reader match $1 $2 >&-", *files)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["match $1 $2", "match --markdown $1 $2", "export", "codebook export"])
def test_a_dash_as_the_output_is_standard_output(
    command: str, files: tuple[Path, Path], tmp_path: Path
) -> None:
    data = str(tmp_path / "data")
    in_shell("reader annotate $1 --quote 'noon' --tag pier", *files, READER_DATA=data)
    plain = in_shell(f"reader {command}", *files, READER_DATA=data)
    dashed = in_shell(f'cd "{tmp_path}" && reader {command} -o -', *files, READER_DATA=data)
    assert dashed.returncode == 0
    assert dashed.stdout.splitlines()[-1] == plain.stdout.splitlines()[-1]
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_every_command_has_help(command: str) -> None:
    done = reader(command, "--help")
    assert done.returncode == 0
    assert f"reader {command}" in done.stdout


def test_keys_are_listed() -> None:
    assert "Highlight the sentence or the selection" in reader("--keys").stdout


def test_paths_say_where_annotations_are_kept(tmp_path: Path) -> None:
    assert (
        str(tmp_path / "here" / "annotations.json") in reader("--data", tmp_path / "here", "--paths").stdout
    )
    assert str(tmp_path / "there" / "annotations.json") in reader("--paths", data=tmp_path / "there").stdout


def test_match_prints_both_sides_and_the_kind(files: tuple[Path, Path]) -> None:
    done = reader("match", *files)
    assert done.returncode == 0
    assert "  A  The pier fell at noon." in done.stdout
    assert "  B  At noon the pier fell." in done.stdout


def test_match_json_has_offsets_in_the_files(files: tuple[Path, Path]) -> None:
    found = json.loads(reader("match", *files, "--json").stdout)
    assert found["matches"]
    for match in found["matches"]:
        for side, text in (("a", A), ("b", B)):
            assert text[match[side]["start"] : match[side]["end"]] == match[side]["text"]
        assert 0 <= match["score"] <= 100
        assert {"kind", "evidence", "differences"} <= set(match)


def test_match_json_offsets_are_those_of_a_file_that_had_to_be_cleaned(tmp_path: Path) -> None:
    raw = "First line here.\r\n\r\n\tThe cafe\u0301 by the pier\x07 fell at noon.\r\n"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    (tmp_path / "b.txt").write_text("The café by the pier fell at noon.\n")
    done = json.loads(reader("match", tmp_path / "a.txt", tmp_path / "b.txt", "--json").stdout)
    [match] = done["matches"]
    assert raw[match["a"]["start"] : match["a"]["end"]] == "The cafe\u0301 by the pier\x07 fell at noon."


def test_articles_that_share_nothing_are_told_so_in_words(tmp_path: Path, files: tuple[Path, Path]) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Rain is expected in the south tomorrow.\n")
    assert "No match" in reader("match", files[0], other).stdout


def test_an_article_is_found_again_from_any_folder(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reader("annotate", files[0].name, "--quote", "pier fell", data=tmp_path / "data")
    with TinyDB(tmp_path / "data" / "annotations.json") as database:
        [kept] = database.all()
    assert kept["targets"][0]["article"]["path"] == str(files[0])


def test_annotate_prints_an_id_and_tinydb_reads_the_file(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = reader(
        "annotate", files[0], "--quote", "pier fell", "--tag", "event", "--tag", "topic/pier",
        "--note", "When exactly?", "--colour", "green", data=tmp_path / "data",
    )  # fmt: skip
    assert done.returncode == 0
    with TinyDB(tmp_path / "data" / "annotations.json") as database:
        [kept] = database.all()
    assert kept["note"] == "When exactly?"
    listed = json.loads(reader("list", files[0], "--json", data=tmp_path / "data").stdout)
    [annotation] = listed["annotations"]
    assert annotation["id"] == done.stdout.strip()
    assert annotation["tags"] == ["event", "topic/pier"]
    assert listed["articles"][0]["annotations"] == 1


def test_the_users_data_is_private(files: tuple[Path, Path], tmp_path: Path) -> None:
    reader("annotate", files[0], "--quote", "pier fell", data=tmp_path / "data")
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "annotations.json").stat().st_mode & 0o777 == 0o600


def test_a_quote_may_be_typed_with_plain_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“It’s over,” he said, and\nwalked out.\n", encoding="utf-8")
    assert reader("annotate", path, "--quote", '"It\'s over," he said, and walked').returncode == 0


def test_a_quote_may_have_other_accents_and_capitals_and_as_typed_it_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "The rain stopped in May. It may start again near the Café Łódka, and nobody didn´t know."
    )
    assert reader("annotate", path, "--quote", "cafe lodka").returncode == 0
    assert reader("annotate", path, "--quote", "didn't know").returncode == 0
    assert reader("annotate", path, "--quote", "May").returncode == 0
    fails(reader("annotate", path, "--quote", "MAY"), "2 times")


def test_a_quote_that_is_not_there_names_the_closest_sentence(files: tuple[Path, Path]) -> None:
    fails(reader("annotate", files[0], "--quote", "the pier fell at one"), "not in", "The pier fell at noon.")


def test_a_quote_that_is_there_twice_asks_which(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The pier fell. Nobody saw the pier fall.\n")
    fails(reader("annotate", path, "--quote", "pier"), "2 times", "--occurrence")
    assert reader("annotate", path, "--quote", "pier", "--occurrence", "2").returncode == 0
    fails(reader("annotate", path, "--quote", "pier", "--occurrence", "3"), "occurrence 3 does not exist")


def test_an_unknown_colour_names_the_known_ones(files: tuple[Path, Path]) -> None:
    fails(reader("annotate", files[0], "--quote", "pier", "--colour", "mauve"), "mauve", "yellow")


def test_a_score_is_between_0_and_100(files: tuple[Path, Path]) -> None:
    assert reader("match", *files, "--threshold", "999").returncode == 2


def test_list_names_the_sample_corpus_on_the_first_launch() -> None:
    done = reader("list")
    assert done.returncode == 0
    assert str(SAMPLE) in done.stdout


def test_list_passes_over_what_was_open_last_if_it_has_no_article(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    session = Session(paths(str(data)))
    for last in (found_in(tmp_path, files), tmp_path / "nothing"):
        (tmp_path / "nothing").mkdir(exist_ok=True)
        session.remember_opened([last])
        done = reader("list", data=data)
        assert (done.returncode, done.stderr) == (0, "")
        assert str(SAMPLE) in done.stdout
        assert "not read" not in done.stdout
    assert reader("add", files[0], data=data).returncode == 0
    assert "The pier fell at noon" in reader("list", data=data).stdout


def test_hostile_names_and_texts_print_no_control_characters(tmp_path: Path) -> None:
    hostile = tmp_path / "a\x1b]0;pwned\x07.txt"
    hostile.write_text("The pier\x1b[2J fell\u202e at noon.\n", encoding="utf-8")
    outputs = [
        reader("list", hostile).stdout,
        reader("match", hostile, hostile).stdout,
        reader("annotate", hostile, "--quote", "not there").stderr,
        reader("match", hostile, tmp_path / "no\x1b[2J.txt").stderr,
    ]
    for output in outputs:
        assert output
        assert not set(output) & {"\x1b", "\x07", "\u202e"}


def test_without_a_terminal_the_app_says_what_there_is_instead(files: tuple[Path, Path]) -> None:
    fails(reader(*files), "needs a terminal", "reader --help")


def bad_file(tmp_path: Path, name: str) -> Path:
    path = tmp_path / f"{name}.txt"
    contents = {"empty": b"", "blank": b" \n\n ", "binary": b"\x00\x01\x02MZ" * 50, "pdf": b"%PDF-1.7\n\x00"}
    if name in contents:
        path.write_bytes(contents[name])
    elif name == "folder":
        path.mkdir()
    return path


@pytest.mark.parametrize("name", ["missing", "empty", "blank", "binary", "pdf", "folder"])
@pytest.mark.parametrize("command", ["match", "annotate", "open"])
def test_what_is_no_article_is_named_in_one_line_and_nothing_is_written(
    tmp_path: Path, files: tuple[Path, Path], name: str, command: str
) -> None:
    path = bad_file(tmp_path, name)
    arguments = {
        "match": ["match", files[0], path],
        "annotate": ["annotate", path, "--quote", "x"],
        "open": [path],
    }
    fails(reader(*arguments[command], data=tmp_path / "data"), path)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("content", ['["a list"]', "12", '{"_default": 3}', "\ufeffhello"])
def test_a_data_file_of_another_program_is_refused_and_left_as_it_is(
    tmp_path: Path, files: tuple[Path, Path], content: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "annotations.json").write_text(content, encoding="utf-8")
    fails(reader("annotate", files[0], "--quote", "pier fell", data=data), data / "annotations.json")
    assert (data / "annotations.json").read_text(encoding="utf-8") == content


def test_a_file_over_the_limit_says_how_to_raise_it(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_MAX_MB", "0.00001")
    fails(reader("match", *files), files[0], "larger than", "READER_MAX_MB")
    monkeypatch.setenv("READER_MAX_MB", "1")
    assert reader("match", *files).returncode == 0


def test_words_that_are_off_are_a_usage_error(files: tuple[Path, Path]) -> None:
    done = reader("match", files[0])
    assert done.returncode == 2
    assert "usage: reader match" in done.stderr


def test_settings_that_cannot_be_read_are_named(tmp_path: Path, files: tuple[Path, Path]) -> None:
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "reader" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("theme = 3")
    fails(reader("annotate", files[0], "--quote", "pier fell"), settings, "theme")


def test_a_reader_of_the_output_may_leave_early(files: tuple[Path, Path]) -> None:
    command = f"{sys.executable} -m reader match {files[0]} {files[1]} --json | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_an_annotation_is_named_by_how_its_id_begins_or_the_trouble_is_told(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    ids = [reader("annotate", path, "--quote", "pier fell", data=tmp_path).stdout.strip() for path in files]
    needs_a_screen = "the app needs a terminal"
    fails(reader("--annotation", ids[0], data=tmp_path), needs_a_screen)
    fails(reader("--annotation", ids[0][:30], data=tmp_path), needs_a_screen)
    fails(reader("--annotation", ids[0][:4], data=tmp_path), "2 annotations begin with", *ids)
    fails(reader("--annotation", "nobody", data=tmp_path), "nobody", "reader list")
    fails(reader("--annotation", ids[0], files[0], data=tmp_path), "name no other articles")
    files[0].unlink()
    fails(reader("--annotation", ids[0], data=tmp_path), "a.txt", "no longer exists")


def test_a_word_after_an_option_is_no_command(files: tuple[Path, Path], tmp_path: Path) -> None:
    fails(reader("--at", "match", *files, data=tmp_path), "the app needs a terminal")
    fails(reader("--at", "export", data=tmp_path), "reader A B --at WORDS")


def found_in(folder: Path, articles: tuple[Path, Path]) -> Path:
    """A file of what an archive of two articles says twice."""
    from reader.archive.groups import SentencePair
    from reader.archive.model import ArticleRef, Excerpt
    from reader.archive.results_file import write_results

    def excerpt(sentence: int) -> Excerpt:
        return Excerpt(ArticleRef("", "", "", "", str(articles[sentence])), 0, 22, "The pier fell at noon.")

    write_results(folder / "found.parquet", [SentencePair(0, 1, 1.0, 100.0)], excerpt)
    return folder / "found.parquet"


def test_what_was_found_in_an_archive_is_opened_alone_and_on_a_screen(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = found_in(tmp_path, files)
    fails(reader(found), "the app needs a terminal")
    fails(reader(found, files[0]), found, "matches of an archive; open it alone")
    fails(reader(files[0], found), found, "matches of an archive; open it alone")
    fails(reader(found, "--at", "pier"), "--at finds words in articles")


def test_what_was_found_and_is_cut_off_is_named_in_one_line(files: tuple[Path, Path], tmp_path: Path) -> None:
    found = found_in(tmp_path, files)
    found.write_bytes(found.read_bytes()[:-20])
    fails(reader(found), found, "is damaged or not Parquet")


def test_articles_are_opened_without_what_reads_tables(files: tuple[Path, Path]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "reader", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "reader.ui.launch" in imported
    assert not imported & {"numpy", "pyarrow", "reader.archive"}
