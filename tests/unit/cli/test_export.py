"""`reader export` and `reader import`, by their arguments."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from threading import Timer

import pytest

from annotations.store import AnnotationStore
from reader.base.errors import UserError
from reader.cli.main import main
from reader.exchange.export_files import write_export
from tests.unit.cli.test_cli import A, fails

TEXT = "A boat hit the pier. Nobody was hurt."


def reader(*arguments: object, data: Path) -> CompletedProcess[str]:
    """What the command prints, and how it ends."""
    out, err = TextIOWrapper(BytesIO(), encoding="utf-8"), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(["--data", str(data), *map(str, arguments)])
        except SystemExit as usage:
            status = int(usage.code or 0)
    out.seek(0)
    return CompletedProcess([], status, out.read(), err.getvalue().strip())


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(A)
    b.write_text(TEXT)
    return a, b


@pytest.fixture
def data(files: tuple[Path, Path], tmp_path: Path) -> Path:
    """A folder with an annotation on each of two articles."""
    folder = tmp_path / "data"
    words = "The pier fell at noon."
    reader("annotate", files[0], "--quote", words, "--tag", "a/b", "--colour", "green", data=folder)
    reader("annotate", files[1], "--quote", "Nobody was hurt", "--tag", "other", data=folder)
    return folder


def exported(data: Path, *options: object) -> str:
    done = reader("export", *options, data=data)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_export_writes_markdown_with_paragraph_and_sentence(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.md"
    assert "2 annotations written" in exported(data, "-o", out)
    text = out.read_text(encoding="utf-8")
    assert "** paragraph 1, sentence 1 · #a/b · green" in text
    assert "paragraph 1, sentence 2 · #other" in text


@pytest.mark.parametrize(
    ("options", "there"),
    [
        (("--tag", "a"), [True, False]),
        (("--colour", "yellow"), [False, True]),
        (("--state", "ok"), [True, True]),
        (("--state", "orphan"), [False, False]),
        (("--since", "2020"), [True, True]),
        (("--until", "2020-12-31"), [False, False]),
        (("--author", "Nobody"), [False, False]),
        (("--only", "pairs"), [False, False]),
    ],
)
def test_export_takes_only_what_the_options_say(
    data: Path, options: tuple[str, ...], there: list[bool]
) -> None:
    text = exported(data, *options)
    assert [words in text for words in ("The pier fell at noon.", "Nobody was hurt")] == there


def test_export_by_article_works_by_path_and_after_the_file_is_gone(
    data: Path, files: tuple[Path, Path]
) -> None:
    path = files[1]
    assert "The pier fell" not in exported(data, "--article", path)
    path.unlink()
    for options in (("--article", path), ("--state", "missing")):
        text = exported(data, *options)
        assert "Nobody was hurt" in text
        assert "The pier fell" not in text
    fails(reader("export", "--article", path.parent / "c.txt", data=data), "c.txt", "no annotation")


def test_words_that_are_gone_are_listed_apart(data: Path, files: tuple[Path, Path]) -> None:
    files[1].write_text("Something else entirely stands here now. It has no more to say.\n")
    assert "Nobody was hurt" in exported(data).split("## Orphans")[1]
    assert "Nobody was hurt" in exported(data, "--state", "orphan")


def test_the_format_is_that_of_the_ending_or_of_the_option(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.csv"
    exported(data, "-o", out)
    assert out.read_text("utf-8-sig").startswith("annotation,target,")
    assert json.loads(exported(data, "--json"))["version"] == 1
    assert json.loads(exported(data, "--format", "jsonld"))["type"] == "AnnotationCollection"
    fails(reader("export", "--format", "docx", data=data), "docx", "markdown, json")


def test_what_is_no_date_is_a_usage_error(data: Path) -> None:
    done = reader("export", "--since", "last week", data=data)
    assert done.returncode == 2
    assert "'last week' is not a date; write it as 2026-02-03" in done.stderr


def test_an_export_never_overwrites_what_is_none(data: Path, files: tuple[Path, Path]) -> None:
    fails(reader("export", "-o", files[0], data=data), files[0], "not exported by reader")
    assert files[0].read_text() == A
    exported(data, "-o", files[0], "--force")
    assert files[0].with_name("a.txt~").read_text() == A


def test_markdown_is_made_anew_around_what_the_user_has_written(
    data: Path, files: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "notes.md"
    exported(data, "-o", out)
    before = out.read_text().replace("#a/b · green\n", "#a/b · green\n\nMy own line.\n")
    out.write_text(before)
    reader("annotate", files[0], "--quote", "at noon", data=data)
    exported(data, "-o", out)
    assert "My own line." in out.read_text()
    assert "at noon\n" in out.read_text()
    assert out.with_name("notes.md~").read_text() == before


def test_an_export_that_another_program_has_saved_in_its_own_way_is_understood(
    data: Path, tmp_path: Path
) -> None:
    out = tmp_path / "notes.md"
    exported(data, "-o", out)
    before = out.read_text(encoding="utf-8")
    out.write_bytes(b"\xef\xbb\xbf" + before.replace("\n", "\r\n").encode())
    exported(data, "-o", out)
    assert out.read_text(encoding="utf-8") == before


def test_an_export_without_its_markers_is_left_as_it_is(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.md"
    exported(data, "-o", out)
    damaged = out.read_text().split("<!-- reader:end")[0]
    out.write_text(damaged)
    fails(reader("export", "-o", out, data=data), out, "reader:end", "another name")
    assert out.read_text() == damaged


@pytest.mark.parametrize("name", ["notes.json", "notes.jsonld", "notes.csv", "notes.html", "notes.qdc"])
def test_other_formats_are_replaced_and_the_one_before_is_kept(data: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    exported(data, "-o", out)
    before = out.read_text() + "\nMy own line.\n"
    out.write_text(before)
    exported(data, "-o", out)
    assert "My own line." not in out.read_text()
    assert out.with_name(f"{name}~").read_text() == before


def test_a_place_that_cannot_be_written_is_named(data: Path, tmp_path: Path) -> None:
    fails(reader("export", "-o", tmp_path / "none" / "notes.md", data=data), "none", "cannot write here")


@pytest.mark.parametrize("name", ["notes.json", "notes.jsonld", "notes.csv", "notes.qdpx"])
def test_what_is_exported_can_be_imported_elsewhere_once(data: Path, tmp_path: Path, name: str) -> None:
    out, elsewhere = tmp_path / name, tmp_path / "elsewhere"
    exported(data, "-o", out)
    dry = reader("import", out, "--dry-run", data=elsewhere)
    assert "would be added: 2" in dry.stdout
    assert "Nobody was hurt" in dry.stdout
    assert json.loads(exported(elsewhere, "--json"))["annotations"] == []
    assert "added: 2\n" in reader("import", out, data=elsewhere).stdout
    assert "there already: 2" in reader("import", out, data=elsewhere).stdout
    both = [json.loads(exported(folder, "--json"))["annotations"] for folder in (data, elsewhere)]
    for target in (target for each in both for annotation in each for target in annotation["targets"]):
        target.pop("surroundings", None)  # only JSON has them
    assert both[0] == both[1]


def test_a_codebook_describes_tags_and_never_those_that_are_described_already(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "tags.qdc"
    reader("codebook", "describe", "toll/dead", "--description", "Who died.", "--colour", "pink", data=data)
    exported(data, "-o", out)
    out.write_text(out.read_text().replace("Who died.", "Another meaning."))
    assert (
        "tags described: 1" in reader("import", out, data=data).stdout
    )  # toll, which the other is nested in
    assert "tags described: 2" in reader("import", out, data=tmp_path / "elsewhere").stdout
    described = [
        reader("codebook", "--json", data=folder).stdout for folder in (data, tmp_path / "elsewhere")
    ]
    assert ["Who died." in text for text in described] == [True, False]
    assert "Another meaning." in described[1]


def test_an_import_is_one_step_that_undo_takes_back(data: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "notes.qdpx", tmp_path / "elsewhere"
    exported(data, "-o", out)
    reader("import", out, data=elsewhere)
    store = AnnotationStore.open(elsewhere / "annotations.json", in_background=False)
    assert len(store.all()) == 2
    assert "imported 2 annotations from notes.qdpx" in str(store.undo())
    assert store.all() == ()
    store.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_article_or_tag_may_have_a_file_of_its_own(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes" / "here"
    assert "2 annotations written to 2 files" in exported(data, "--per", "article", "-o", folder)
    assert [name[:9] for name in names(folder)] == ["a-boat-hi", "the-pier-"]
    [of_boat, _] = sorted(folder.iterdir())
    assert "Nobody was hurt" in of_boat.read_text()
    assert "The pier fell" not in of_boat.read_text()
    exported(data, "--per", "tag", "-o", tmp_path / "tags", "--format", "csv")
    assert [name[:5] for name in names(tmp_path / "tags")] == ["a-b-c", "other"]
    exported(data, "--per", "tag", "-o", tmp_path / "tags", "--format", "csv")
    fails(reader("export", "--per", "tag", data=data), "--output")
    fails(reader("export", "--per", "tag", "-o", of_boat, data=data), "is not a folder")


@pytest.mark.parametrize("tag", ["../../etc/passwd", "..", "con", "مرحبا", "a" * 500, "untagged", "🇨🇭"])
def test_no_tag_names_a_file_outside_of_the_folder(
    data: Path, files: tuple[Path, Path], tmp_path: Path, tag: str
) -> None:
    reader("annotate", files[0], "--quote", "noon", "--tag", tag, data=data)
    reader("annotate", files[0], "--quote", "harbour master", data=data)
    before = set(tmp_path.rglob("*"))
    exported(data, "--per", "tag", "-o", tmp_path / "tags")
    made = set(tmp_path.rglob("*")) - before - {tmp_path / "tags"}
    assert len(made) == 4
    assert {path.parent for path in made} == {tmp_path / "tags"}
    assert all(len(path.name) < 100 and path.stem != "con" for path in made)


def test_a_template_of_the_users_own_makes_the_file(data: Path, tmp_path: Path) -> None:
    template = tmp_path / "list.txt.jinja"
    template.write_text(
        "{% for h in highlights %}{{ h.passages[0].quote }} / {{ h.tags | join(' ') }}\n{% endfor %}"
    )
    assert exported(data, "--template", template) == "The pier fell at noon. / a/b\nNobody was hurt / other\n"
    exported(data, "--template", template, "--per", "tag", "-o", tmp_path / "tags")
    assert {path.suffix for path in (tmp_path / "tags").iterdir()} == {".txt"}
    fails(reader("export", "--template", template, "-o", files_of(tmp_path)[0], data=data), "not exported by")


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".txt")


def test_the_example_of_a_template_works(data: Path, tmp_path: Path) -> None:
    template = tmp_path / "example.md.jinja"
    template.write_text(exported(data, "--example"))
    text = exported(data, "--template", template)
    assert "> The pier fell at noon." in text
    assert "#a/b" in text


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("line one\n{% for", "line 2 of the template is wrong"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ ''.__class__.__mro__ }}", "wrong"),
        ("{{ range(10000000000) | list }}", "wrong"),
        ("{% include '/etc/passwd' %}", "wrong"),
        ("{{ 1 / 0 }}", "wrong"),
    ],
)
def test_a_template_that_is_not_right_is_told_in_one_line(
    data: Path, tmp_path: Path, template: str, reason: str
) -> None:
    path = tmp_path / "t.md"
    path.write_text(template)
    fails(reader("export", "--template", path, data=data), reason)


def test_what_was_changed_meanwhile_is_kept_in_both_forms(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.json"
    exported(data, "-o", out)
    out.write_text(out.read_text().replace('"other"', '"changed"'))
    assert json.loads(reader("import", out, "--json", data=data).stdout)["conflicts"]
    tags = [annotation["tags"] for annotation in json.loads(exported(data, "--json"))["annotations"]]
    assert sorted(tags) == [["a/b"], ["changed", "conflict"], ["other"]]


def test_a_bad_file_changes_nothing(data: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "notes.json", tmp_path / "elsewhere"
    exported(data, "-o", out)
    content = json.loads(out.read_text())
    del content["annotations"][1]["targets"][0]["quote"]
    out.write_text(json.dumps(content))
    fails(reader("import", out, data=elsewhere), out, "annotation 2", "nothing was changed")
    assert not elsewhere.exists()
    fails(reader("import", tmp_path / "missing.json", data=elsewhere), "missing.json")


def test_an_ending_that_is_no_formats_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r'notes\.docx: unknown export format "\.docx"; use \.md, \.json'):
        write_export(tmp_path / "notes.docx", "text")
    assert not (tmp_path / "notes.docx").exists()


def test_of_a_tag_that_nobody_has_that_is_said_with_those_near_it(data: Path) -> None:
    done = reader("export", "--tag", "#othr", "--json", data=data)
    assert json.loads(done.stdout)["annotations"] == []
    assert (done.returncode, done.stderr) == (
        0,
        "reader: no annotation has the tag #othr; similar tags: #other",
    )
    done = reader("export", "--tag", "zzz", data=data)
    assert (done.returncode, done.stderr) == (0, "reader: no annotation has the tag #zzz")
    assert exported(data, "--tag", "a") == exported(data, "--tag", "A/b")


def test_an_export_that_takes_long_says_what_is_going_on(data: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.md"  # nothing is written to it before somebody reads it
    os.mkfifo(slow)
    command = [sys.executable, "-m", "reader", "--data", str(data), "export", "-o", str(slow)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as export:
        watchdog = Timer(60, export.kill)
        watchdog.start()
        assert export.stderr is not None
        assert export.stderr.readline() == "reader: exporting …\n"
        assert "Nobody was hurt" in slow.read_text()
        watchdog.cancel()
    assert export.returncode == 0


def test_articles_named_are_the_ones_exported_and_their_order_gives_the_letters(
    data: Path, files: tuple[Path, Path]
) -> None:
    def letters(*articles: Path) -> list[str]:
        return [line for line in exported(data, *articles).splitlines() if line.startswith("| A |")]

    [first] = letters(*files)
    [second] = letters(*reversed(files))
    assert first != second
    assert "| B |" not in exported(data, files[0])


def test_a_template_nested_too_deeply_is_refused_in_one_line(data: Path, tmp_path: Path) -> None:
    template = tmp_path / "deep.jinja"
    template.write_text("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")
    fails(reader("export", "--template", template, data=data), "nested too deeply")


def test_a_table_of_another_program_is_attached_to_the_articles_that_are_named(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text("Bridge closed\n\nAbout 950 buses cross it. Nobody was hurt.\n")
    table = tmp_path / "highlights.csv"
    table.write_text(
        "id,document,tag,content\n1,bridge.txt,toll,Nobody was hurt.\n2,bridge.txt,toll,It fell.\n"
        "3,ferry.txt,toll,It sank.\n"
    )
    data = tmp_path / "data"
    done = reader("import", table, "--article", tmp_path / "bridge.txt", data=data)
    assert "added: 3\n" in done.stdout
    assert "passages found in their article: 1\n" in done.stdout
    assert "not in their article (kept as orphans with their words): 1\n" in done.stdout
    assert "article not on the shelf (kept with their words; name it with --article): 1\n" in done.stdout
    kept = json.loads(exported(data, "--json"))["annotations"]
    assert {each["targets"][0]["quote"]["exact"] for each in kept} == {
        "Nobody was hurt.",
        "It fell.",
        "It sank.",
    }
    assert (
        "there already: 3" in reader("import", table, "--article", tmp_path / "bridge.txt", data=data).stdout
    )
