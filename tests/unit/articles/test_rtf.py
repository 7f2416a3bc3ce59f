"""RTF documents: all that is shown is read, and nothing that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Article, Role

_FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\froman\fcharset238{\*\falt Times}Times CE;}"
    r"{\f2\ftech\fcharset2 Symbol;}{\f3\fnil\fcharset204 Arial Cyr;}{\f4\fnil\fcharset128 MS Mincho;}}"
)
_STYLES = r"{\stylesheet{\ql Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 Title;}{\*\cs10 \additive Body;}}"


def _load(tmp_path: Path, body: str | bytes, info: str = "") -> Article:
    path = tmp_path / "a.rtf"
    text = body if isinstance(body, bytes) else body.encode("cp1252")
    head = rf"{{\rtf1\ansi\ansicpg1252\deff0{_FONTS}{_STYLES}{{\info{info}}}\uc1\pard\plain ".encode()
    path.write_bytes(head + text + b"}")
    return load(path)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"The bridge\line is closed.\par Nobody knows why.", "The bridge is closed. Nobody knows why."),
        (r"It cost 5\~000 \endash  or \ldblquote more\rdblquote .", "It cost 5 000 – or “more”."),
        (r"Stra\'dfe, caf\'e9, \u8222?so\u8220?", "Straße, café, „so“"),
        (r"a \uc2\u1071\'df\'3fb", "a Яb"),
        (r"a \uc0\u1071b", "a Яb"),
        (r"\u-10179?\u-8704? fire", "😀 fire"),
        (r"{\f1 Ji\'f8\'ed}, {\f3 \'cc\'ee\'f1\'f2}, {\f4 \'8b\'b4}", "Jiří, Мост, 橋"),
        (r"{\f4 \'83~\'95\\}", "ミ表"),
        (r"25 {\f2 \'b0}C, {\f2 \'b3} 3", "25 °C, ≥ 3"),
        (r"The sum {\v of money }is {\deleted 4}{\revised 5} million.", "The sum is 5 million."),
        (r"10{\super 6} people, 4{\up6 2} m\super 2\nosupersub .", "10⁶ people, 4² m²."),
        (
            r'See {\field{\*\fldinst HYPERLINK "a"}{\fldrslt the ruling}} of 4 May.',
            "See the ruling of 4 May.",
        ),
        (r"A{\*\bkmkstart x}B{\*\unknown hidden}C{\pict\wmetafile8 0102}D", "ABCD"),
        (r"A{\*\annotation\chatn no}{\header Page 1}{\footer p}B", "AB"),
        (r"{\upr{old ?}{\*\ud{new \u1071?}}} text", "new Я text"),
        (r"A word\-break, an e\_mail, \{braces\} and \\.", "A wordbreak, an e-mail, {braces} and \\."),
        ("A line\r\nthat is broken in the file.", "A linethat is broken in the file."),
        (r"{A {\*\cs7 skipped} b\*\cs7 c", "A  bc"),
    ],
)
def test_text_is_read_as_it_is_shown(tmp_path: Path, body: str, text: str) -> None:
    assert _load(tmp_path, body).text.replace("\u00a0", " ").split() == text.split()


def test_raw_bytes_and_binary_parts_do_not_disturb_the_text(tmp_path: Path) -> None:
    body = rb"Stra" + b"\xdf" + rb"e {\object{\*\objdata\bin5 }}{x}} end"
    assert _load(tmp_path, body).text == "Straße end"


def test_footnotes_come_last_and_text_boxes_after_their_paragraph(tmp_path: Path) -> None:
    body = (
        r"The toll rose{\super\chftn}{\footnote\pard\plain {\super\chftn} By Friday.} to 30."
        r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard A box.\par}}{\shprslt A box.}}\par"
        r"\pard Nobody knows why.\par"
    )
    assert _load(tmp_path, body).text == "The toll rose to 30.\n\nA box.\n\nNobody knows why.\n\nBy Friday."


def test_rows_of_tables_are_lines_and_inner_tables_are_text_of_their_cell(tmp_path: Path) -> None:
    body = (
        r"\trowd\pard\intbl Town\cell Dead\cell\row\trowd\pard\intbl Brede\cell"
        r"\pard\intbl\itap2 a\nestcell{\nonesttables\par}b\nestcell{\*\nesttableprops\nestrow}"
        r"\pard\intbl 12\cell\row\trowd\pard\intbl Alone.\par Two.\cell\cell\row\pard After.\par"
    )
    assert _load(tmp_path, body).text.split("\n\n") == [
        "Town | Dead",
        "Brede | a | b 12",
        "Alone.",
        "Two.",
        "After.",
    ]


def test_headings_lists_and_properties_are_known(tmp_path: Path) -> None:
    body = (
        r"\pard\plain\s2 Bridge closed\par\pard\plain The council voted on Monday to close it at once.\par"
        r"{\listtext\f2 \'b7\tab}\ls1 for cars\par\pard{\pntext 2.\tab}for lorries\par\pard\s1 What next\par"
        r"\pard\plain Repairs begin in the autumn, the mayor said on Tuesday.\par"
    )
    info = (
        r"{\title Br\'fccke}{\author Ida Holm}{\*\company X}{\operator Y}{\creatim\yr2024\mo3\dy5\hr9}"
        r"{\revtim\yr2024\mo3\dy6}"
    )
    article = _load(tmp_path, body, info)
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.HEADING]
    assert headings == ["Bridge closed", "What next"]
    assert "• for cars\n\n• for lorries" in article.text
    assert (article.title, article.author, article.date) == ("Brücke", "Ida Holm", "2024-03-05")


def test_what_follows_the_document_is_not_part_of_it(tmp_path: Path) -> None:
    assert _load(tmp_path, "The end.} more {text}").text == "The end."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Hello.", "is not an RTF document"),
        (rb"{\rtf1 {\pict 00}}", "has no text"),
        (b"{\\rtf1 " + b"{" * 500_000, "has no text"),
        (b"", "is not an RTF document"),
    ],
)
def test_a_document_without_text_gets_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=says):
        load(path)
