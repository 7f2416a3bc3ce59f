"""The archive screen: what was found in an archive is listed, narrowed down, and opened side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copytree

import pyarrow as pa
import pytest
from pyarrow import parquet

from reader.archive.groups import SentencePair
from reader.archive.model import ArticleRef, Excerpt
from reader.archive.results_file import ResultsFile, write_results
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.settings import Settings
from reader.shelf.session import Session
from reader.ui.archive.archive_list import ArchiveList, ArchiveQuery
from reader.ui.archive.screen import ArchiveScreen
from reader.ui.compare.screen import CompareScreen
from reader.ui.kit.find_line import FindLine
from reader.ui.launch import launch_on
from tests.ui.conftest import Desk, Running
from tests.unit.archive.shelves import LIGHT, QUOTED, WIRE, file, opened, silent

Run = Callable[..., Running]

HAIL = "Farmers in the valley of Storvik lost half of their apple harvest to hail on Sunday night."


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles, and beside it what was found in them."""
    folder = tmp_path_factory.mktemp("searched")
    articles = folder / "articles"
    articles.mkdir()
    file(articles, "Oslo", WIRE, HAIL)
    file(articles, "Bergen", WIRE)
    file(articles, "Bodo", HAIL.replace("Sunday", "Monday"))
    file(articles, "Molde", QUOTED)
    file(articles, "Tromso", LIGHT)
    with opened(articles, folder / "index") as archive:
        write_results(folder / "found.parquet", archive.pairs(jobs=1, progress=silent), archive.excerpt)
    return folder


@pytest.fixture
def found(searched: Path) -> Path:
    return searched / "found.parquet"


@pytest.fixture
def moving(searched: Path, tmp_path: Path) -> tuple[Path, Path]:
    """What was found in articles that are a test's own, to be changed; and their folder."""
    folder = tmp_path / "articles"
    copytree(searched / "articles", folder)

    def here(excerpt: Excerpt) -> Excerpt:
        known = excerpt.article
        place = str(folder / Path(known.place).name)
        article = ArticleRef(known.title, known.source, known.date, known.url, place)
        return Excerpt(article, excerpt.start, excerpt.end, excerpt.text)

    before = ResultsFile.opened(searched / "found.parquet")
    write_results(tmp_path / "found.parquet", before.pairs(), lambda sentence: here(before.excerpt(sentence)))
    return tmp_path / "found.parquet", folder


def told_by(path: Path, texts: Sequence[str], count: int, folder: Path = Path("/nowhere")) -> Path:
    """What was found, without a search: each text as so many articles of a folder tell it."""

    def excerpt(sentence: int) -> Excerpt:
        text, place = texts[sentence // count], str(folder / f"{sentence}.txt")
        return Excerpt(ArticleRef("", f"Outlet {sentence % count}", "", "", place), 0, len(text), text)

    pairs = [
        SentencePair(first, first + n, 0.9, 90.0)
        for first in range(0, len(texts) * count, count)
        for n in range(1, count)
    ]
    write_results(path, pairs, excerpt)
    return path


def rows(desk: Desk) -> list[str]:
    """The rows of the table that is shown, without its header."""
    lines = desk.text().splitlines()
    first = next(n for n, line in enumerate(lines) if "Passage" in line) + 1
    last = next(n for n, line in enumerate(lines) if line.startswith("────"))
    return [line for line in lines[first:last] if line.strip()]


def titles(desk: Desk) -> list[str]:
    """What the articles that are side by side are called."""
    assert isinstance(desk.app.screen, CompareScreen)
    return [article.title for article in desk.app.screen.articles]


def heading(desk: Desk) -> str:
    lines = desk.text().splitlines()
    last = next(n for n, line in enumerate(lines) if "Passage" in line)
    return " ".join(" ".join(lines[:last]).split())


async def test_what_most_articles_say_is_listed_first_with_score_kind_words_and_outlets(
    run: Run, found: Path
) -> None:
    async with run(found) as desk:
        assert isinstance(desk.app.screen, ArchiveScreen)
        first, second = rows(desk)[:2]
        assert first.split()[:4] == ["100", "3", "=", "verbatim"]
        assert "The Harbour Authority" in first
        assert "The Bergen Post" in first
        assert "2024-05-01" in first
        assert second.split()[:4] == ["92", "2", "≈", "near-duplicate"]
        assert "found.parquet 5 groups · in 2 articles or more · alike ≥57" in heading(desk)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_whatever_the_size_the_chosen_row_tells_who_says_it_and_how(
    run: Run, found: Path, size: tuple[int, int]
) -> None:
    async with run(found, size=size) as desk:
        await desk.press("j")
        shown = " ".join(desk.text().split("────")[-1].split())
        assert "≈ near-duplicate · alike 92 of 100 · 2 articles" in shown
        assert "Bodo · The Bodo Post · 2024-05-01" in shown
        assert "apple harvest" in shown
        assert "q back" in desk.text().splitlines()[-1]


async def test_enter_opens_both_articles_at_their_passages(run: Run, found: Path) -> None:
    async with run(found) as desk:
        await desk.press("j", "enter")
        assert titles(desk) == ["Bodo", "Oslo"]
        assert desk.current_sentence == HAIL.replace("Sunday", "Monday")
        await desk.press("tab")
        assert desk.current_sentence == HAIL
        assert desk.told() == ""
        await desk.press("q")
        assert rows(desk)[1].split()[:2] == ["92", "2"]


async def test_the_list_follows_the_words_that_are_typed_and_esc_shows_all(run: Run, found: Path) -> None:
    async with run(found) as desk:
        await desk.press("/")
        await desk.type("HAIL valley")
        assert len(rows(desk)) == 1
        assert "1 of 5 groups" in heading(desk)
        await desk.press("enter", "enter")
        assert "hail on" in desk.current_sentence
        await desk.press("q", "escape")
        assert len(rows(desk)) == 5


async def test_outlets_are_found_and_words_that_nobody_says_are_told_so(run: Run, found: Path) -> None:
    async with run(found) as desk:
        await desk.press("/")
        await desk.type("bodo post")
        assert len(rows(desk)) == 1
        await desk.type("zzz")
        assert rows(desk) == []
        assert "nothing found · Esc shows all" in heading(desk)


async def test_a_figure_leaves_what_so_many_articles_say(run: Run, found: Path) -> None:
    async with run(found) as desk:
        await desk.press("3")
        assert [row.split()[1] for row in rows(desk)] == ["3"]
        assert "1 of 5 groups · in 3 articles or more" in heading(desk)
        await desk.press("2")
        assert len(rows(desk)) == 5


async def test_a_stricter_threshold_leaves_better_matches_and_is_never_below_the_weakest(
    run: Run, found: Path
) -> None:
    async with run(found) as desk:
        await desk.press("+", "+")
        assert "2 groups · in 2 articles or more · alike ≥67" in heading(desk)
        await desk.press("-", "-", "-")
        assert "5 groups · in 2 articles or more · alike ≥57" in heading(desk)


async def test_kinds_are_ticked_off_one_after_the_other(run: Run, found: Path) -> None:
    async with run(found) as desk:
        await desk.press("f")
        assert "” quote (3)" in desk.text()
        await desk.press("down", "down", "enter", "up", "enter", "escape")
        assert {row.split()[3] for row in rows(desk)} == {"verbatim"}
        assert "only verbatim, same fact" in heading(desk)


async def test_an_article_that_is_gone_is_named_and_the_others_open(
    run: Run, moving: tuple[Path, Path]
) -> None:
    found, folder = moving
    (folder / "Bergen.md").unlink()
    async with run(found) as desk:
        await desk.press("enter")
        assert sorted(titles(desk)) == ["Oslo", "Tromso"]
        assert f"Not opened: {folder / 'Bergen.md'} does not exist" in desk.told()


async def test_the_one_article_that_is_left_is_opened(run: Run, moving: tuple[Path, Path]) -> None:
    found, folder = moving
    (folder / "Bodo.md").unlink()
    async with run(found) as desk:
        await desk.press("j", "enter")
        assert titles(desk) == ["Oslo"]
        assert desk.current_sentence == HAIL


async def test_where_no_article_is_left_the_list_stays_and_says_so(
    run: Run, moving: tuple[Path, Path]
) -> None:
    found, folder = moving
    for name in ("Bodo", "Oslo"):
        (folder / f"{name}.md").unlink()
    async with run(found) as desk:
        await desk.press("j", "enter")
        assert isinstance(desk.app.screen, ArchiveScreen)
        assert "Bodo.md does not exist; check the path (and 1 more)" in desk.told()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (f"A new lead stands here.\n\n{HAIL}", "is now in another place"),
        (f"A new lead.\n\n{HAIL.replace('half', 'a third')}", "most similar to"),
        ("Whoever wrote this has another tale to tell.", "is no longer in it"),
    ],
)
async def test_words_of_an_article_that_has_changed_are_sought_and_told(
    run: Run, moving: tuple[Path, Path], now: str, said: str
) -> None:
    found, folder = moving
    (folder / "Oslo.md").write_text(f"---\ntitle: Oslo\n---\n\n{now}\n")
    (folder / "Bodo.md").unlink()
    async with run(found) as desk:
        await desk.press("j", "enter")
        assert "Oslo has changed since the search" in desk.told()
        assert said in desk.told()
        assert desk.current_sentence == now.split("\n")[-1]


async def test_of_many_articles_the_first_eight_are_opened(run: Run, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(WIRE)
    async with run(told_by(tmp_path / "found.parquet", [WIRE], 12, tmp_path)) as desk:
        await desk.press("enter")
        assert len(titles(desk)) == 8
        assert desk.told() == "8 of the 12 articles that say this are open."


async def test_what_hundreds_of_articles_say_is_left_out_until_it_is_asked_for(
    run: Run, tmp_path: Path
) -> None:
    async with run(told_by(tmp_path / "found.parquet", [WIRE], 300)) as desk:
        assert "1 in over 100 articles hidden (B)" in heading(desk)
        assert not any(WIRE[:20] in row for row in rows(desk))
        await desk.press("B")
        assert rows(desk)[0].split()[1] == "300"
        assert "300 articles" in desk.text()


async def test_where_nothing_is_boilerplate_the_key_for_it_says_so(run: Run, found: Path) -> None:
    async with run(found) as desk:
        before = heading(desk)
        await desk.press("B")
        assert desk.told() == "No boilerplate: no passage here is in over 100 articles."
        assert heading(desk) == before


async def test_how_alike_two_sentences_are_is_no_score_of_a_match(run: Run, found: Path) -> None:
    async with run(found) as desk:
        assert " Alike " in desk.text()
        assert "Score" not in desk.text()
        assert "alike 100 of 100" in desk.text()
        await desk.press("?")
        assert "scored again there" in " ".join(desk.text().split())


async def test_q_ends_to_find_before_it_leaves(run: Run, found: Path) -> None:
    async with run(found) as desk:
        await desk.press("/")
        await desk.type("hail")
        await desk.press("enter", "q")
        assert len(rows(desk)) == 5
        assert not desk.app.screen.query(FindLine)
        await desk.press("q")
        assert not desk.app.is_running


async def test_a_folder_of_files_as_a_cluster_writes_is_one_list(
    run: Run, found: Path, tmp_path: Path
) -> None:
    table = parquet.read_table(found)
    folder = tmp_path / "found"
    folder.mkdir()
    parquet.write_table(table[:2], folder / "part-0.parquet")
    parquet.write_table(table[2:], folder / "part-1.parquet")
    (folder / "_SUCCESS").touch()
    async with run(folder) as desk:
        assert "found 5 groups" in heading(desk)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_a_file_without_a_pair_says_what_to_do(run: Run, tmp_path: Path, size: tuple[int, int]) -> None:
    async with run(told_by(tmp_path / "found.parquet", [], 2), size=size) as desk:
        assert "a lower --threshold of reader corpus matches" in heading(desk)
        await desk.press("enter", "3", "f", "escape")
        assert isinstance(desk.app.screen, ArchiveScreen)


async def test_a_file_that_is_damaged_inside_is_told_so_in_one_line(
    run: Run, found: Path, tmp_path: Path
) -> None:
    data = bytearray(found.read_bytes())
    for place in range(len(data) // 10, len(data) // 3, 7):
        data[place] ^= 0x5A
    (tmp_path / "found.parquet").write_bytes(data)
    async with run(tmp_path / "found.parquet") as desk:
        assert "cannot be read" in heading(desk)
        assert "does not contain results of an archive search" in " ".join(desk.text().split())


@pytest.mark.parametrize(
    ("column", "value"), [("kind", "gossip"), ("score", None), ("score", 1e300), ("a_text", None)]
)
async def test_rows_that_are_no_pair_of_passages_are_refused(
    run: Run, found: Path, tmp_path: Path, column: str, value: object
) -> None:
    table = parquet.read_table(found)
    kept = table.schema.field(column).type
    values = pa.array([value] * table.num_rows, kept)
    wrong = table.set_column(table.schema.get_field_index(column), column, values)
    parquet.write_table(wrong, tmp_path / "found.parquet")
    async with run(tmp_path / "found.parquet") as desk:
        assert "does not contain results of an archive search" in " ".join(desk.text().split())


async def test_what_others_wrote_into_the_file_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    hostile = "[bold]The pier\x1b[2J fell\u202e at noon.\x07[/]"
    async with run(told_by(tmp_path / "found.parquet", [hostile], 2)) as desk:
        assert "[bold]The pier␛[2J fell" in rows(desk)[0]
        assert not set(desk.text()) & {"\x1b", "\x07", "\u202e"}


def test_what_was_found_is_opened_alone(places: Paths, found: Path, articles: list[Path]) -> None:
    with pytest.raises(UserError, match="matches of an archive; open it alone"):
        launch_on(places, Settings(), [found, articles[0]])


def test_a_table_of_articles_is_still_listed(places: Paths, tmp_path: Path) -> None:
    table = pa.table({"title": ["One", "Two"], "text": ["The first text.", "The second text."]})
    parquet.write_table(table, tmp_path / "articles.parquet")
    begin = launch_on(places, Settings(), [tmp_path / "articles.parquet"])
    assert begin.results is None
    assert [entry.name for entry in begin.corpus.entries] == ["One", "Two"]


def test_what_was_open_last_is_opened_again(places: Paths, found: Path) -> None:
    Session(places).remember_opened([found])
    assert launch_on(places, Settings(), []).results == found


@pytest.mark.parametrize("least", [2, 3])
def test_groups_are_listed_in_the_order_in_which_they_are_printed(found: Path, least: int) -> None:
    held = ResultsFile.opened(found)
    listed = list(ArchiveList(held).rows(ArchiveQuery(articles=least)))
    printed = list(held.groups(least))
    assert [(row.kind, row.score, row.articles) for row in listed] == [
        (group.kind, group.score, group.articles) for group in printed
    ]
    assert [set(row.excerpts) for row in listed] == [set(group.excerpts) for group in printed]


def test_what_one_article_says_twice_is_one_article(tmp_path: Path) -> None:
    def excerpt(sentence: int) -> Excerpt:
        return Excerpt(ArticleRef("", "", "", "", f"{sentence // 2}.txt"), 0, 9, WIRE)

    write_results(
        tmp_path / "found.parquet", [SentencePair(0, 1, 1, 100.0), SentencePair(0, 2, 1, 99.0)], excerpt
    )
    row = ArchiveList(ResultsFile.opened(tmp_path / "found.parquet")).rows(ArchiveQuery())[0]
    assert (row.articles, row.sentences) == (2, 3)
