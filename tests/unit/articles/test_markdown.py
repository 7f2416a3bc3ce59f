from __future__ import annotations

from pathlib import Path

from reader.articles.loading import load
from reader.articles.model import Article, Role


def _load(folder: Path, text: str) -> Article:
    path = folder / "article.md"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_front_matter_becomes_metadata(tmp_path: Path) -> None:
    article = _load(
        tmp_path,
        '---\ntitle: "River: rises"\nSource: The Lantern\ndate: 2019-05-03\nauthor: [Ann Roe, Pat Lum]\n'
        "url: https://lantern.example/river\nlanguage: en-GB\nother: {a: 1}\n---\nThe river rose.\n",
    )
    assert (article.title, article.source, article.date) == ("River: rises", "The Lantern", "2019-05-03")
    assert (article.author, article.url, article.language) == (
        "Ann Roe, Pat Lum",
        "https://lantern.example/river",
        "en-GB",
    )
    assert article.text == "The river rose."


def test_a_value_that_would_unfold_without_end_is_left_out(tmp_path: Path) -> None:
    levels = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 12))
    article = _load(tmp_path, f"---\nk0: &k0 [x]\n{levels}\ntitle: *k11\n---\nThe river rose.\n")
    assert article.title == "The river rose."


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert _load(tmp_path, "---\n\nThe river rose.\n\n---\n\nIt fell.").text.split() == [
        "The",
        "river",
        "rose.",
        "It",
        "fell.",
    ]


def test_headings_lose_their_marks_and_become_headings(tmp_path: Path) -> None:
    article = _load(
        tmp_path,
        "# River *rises* #\n\nThe river rose again on Monday.\n\n## What now\n\nIt fell.\n\n"
        "## Related stories\n\nA map of Oru\n",
    )
    assert article.title == "River rises"
    assert [(article.text[p.start : p.end], p.role) for p in article.paragraphs] == [
        ("River rises", Role.HEADING),
        ("The river rose again on Monday.", Role.BODY),
        ("What now", Role.HEADING),
        ("It fell.", Role.BODY),
        ("Related stories", Role.BOILERPLATE),
        ("A map of Oru", Role.BOILERPLATE),
    ]


def test_inline_marks_are_taken_away(tmp_path: Path) -> None:
    article = _load(
        tmp_path,
        '> The **river** [rose](https://a.example/b_(c) "t"), *she* said; `x` and _y_ in snake_case_name'
        " cost 5 * 3 \\* 2 f***ing"
        " dollars [sic].<!-- no -->\n",
    )
    assert (
        article.text
        == "The river rose, she said; x and y in snake_case_name cost 5 * 3 * 2 f***ing dollars [sic]."
    )


def test_windows_line_breaks_do_not_hide_the_front_matter(tmp_path: Path) -> None:
    assert _load(tmp_path, "---\r\ntitle: A\r\n---\r\nThe river rose.\r\n").title == "A"


def _paragraphs(folder: Path, text: str) -> list[str]:
    article = _load(folder, text)
    return [article.text[p.start : p.end] for p in article.paragraphs]


def test_a_line_break_inside_a_paragraph_is_a_space(tmp_path: Path) -> None:
    assert _paragraphs(
        tmp_path,
        "# The river rises\nThe river rose again on Monday\nwith four hundred boats on it,\nthe council of "
        "Sun-\nnydale said.\n\n> Nobody was\n> hurt.\n",
    ) == [
        "The river rises",
        "The river rose again on Monday with four hundred boats on it, the council of Sunnydale said.",
        "Nobody was hurt.",
    ]


def test_other_line_breaks_end_a_paragraph(tmp_path: Path) -> None:
    lines = ["By Ann Roe", "The river rose.  ", "It fell.\\", "Nobody came", "- one", "- two", "1. three"]
    lines += ["CHAIR: Come in.", "CAPT. ROE: I did.", "| a | b |", "| c | d |", "```", "code", "```"]
    assert _paragraphs(tmp_path, "\n".join(lines)) == [line.rstrip(" \\") for line in lines]


def test_what_is_struck_out_is_not_said(tmp_path: Path) -> None:
    text = "It cost ~~12,000~~ 10,000 crowns, ~~they said~~. About ~ 5 ~~ and ~~~ 6 \\~~7\\~~ stay.\n"
    assert _load(tmp_path, text).text == "It cost 10,000 crowns, . About ~ 5 ~~ and ~~~ 6 ~~7~~ stay."
