"""OpenDocument texts: all that is shown is read, and nothing that is not."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Article, Role

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
        "form": "form",
    }.items()
)
_STYLES = "<s:style s:name='P1' s:family='paragraph' s:parent-style-name='Title'/>" + "".join(
    f"<s:style s:name='{name}' s:family='text'><s:text-properties {properties}/></s:style>"
    for name, properties in {
        "Hid": "t:display='none'",
        "Sup": "s:text-position='super 58%'",
        "Raised": "s:text-position='33% 58%'",
        "Sub": "s:text-position='-33% 58%'",
    }.items()
)
_META = (
    f'<office:document-meta {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
    "<dc:title>Bridge closed</dc:title><meta:initial-creator>Ida Holm</meta:initial-creator>"
    "<meta:creation-date>2024-03-05T10:00:00</meta:creation-date><dc:date>2024-03-06T10:00:00</dc:date>"
    "</office:meta></office:document-meta>"
)


def _content(body: str) -> str:
    """The XML of a body, in which prefixes are one letter."""
    xml = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    prefixes = {"t": "text", "s": "style", "T": "table", "d": "draw", "o": "office"}
    return re.sub(r"(</?| )([tsTdo]):", lambda found: f"{found[1]}{prefixes[found[2]]}:", xml)


def _odt(body: str, **others: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _content(body))
        for name, text in ({"meta.xml": _META} | others).items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _load(tmp_path: Path, body: str, name: str = "a.odt") -> Article:
    path = tmp_path / name
    path.write_bytes(_odt(body))
    return load(path)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<t:p>The<t:s t:c='3'/>toll<t:tab/>rose.<t:line-break/>Why?</t:p>", "The toll rose.|Why?"),
        (
            "<t:p>It is <t:change-start/>5<t:change-end/> <t:span t:style-name='Hid'>x</t:span>m.</t:p>",
            "It is 5 m.",
        ),
        ("<t:tracked-changes><t:deletion><t:p>4</t:p></t:deletion></t:tracked-changes><t:p>5</t:p>", "5"),
        (
            "<t:p>10<t:span t:style-name='Sup'>6</t:span> m<t:span t:style-name='Raised'>2</t:span></t:p>",
            "10⁶ m²",
        ),
        ("<t:p>H<t:span t:style-name='Sub'>2</t:span>O</t:p>", "H2O"),
        ("<t:p>A<o:annotation><t:p>no</t:p></o:annotation>B</t:p>", "AB"),
        (
            "<t:p>One.<d:frame><d:text-box><t:p>Box.</t:p></d:text-box></d:frame></t:p><t:p>Two.</t:p>",
            "One.|Box.|Two.",
        ),
        ("<t:section t:display='none'><t:p>no</t:p></t:section><t:p>yes</t:p>", "yes"),
        ("<t:section t:display='condition'><t:p>yes</t:p></t:section>", "yes"),
        (
            "<t:section t:display='condition' t:is-hidden='true'><t:p>no</t:p></t:section><t:p>yes</t:p>",
            "yes",
        ),
        (
            "<t:p>See <t:a>the <t:span>ruling</t:span></t:a> of <t:date>4 May</t:date>.</t:p>",
            "See the ruling of 4 May.",
        ),
        ("<t:p>A<t:soft-page-break/>B <t:bookmark-start/>C</t:p>", "AB C"),
        ("<t:p><t:ruby><t:ruby-base>橋</t:ruby-base><t:ruby-text>は</t:ruby-text></t:ruby></t:p>", "橋"),
    ],
)
def test_text_is_read_as_it_is_shown(tmp_path: Path, body: str, lines: str) -> None:
    text = _load(tmp_path, body).text
    assert [" ".join(line.split()) for line in text.split("\n\n")] == lines.split("|")


def test_notes_come_last(tmp_path: Path) -> None:
    note = (
        "<t:note t:note-class='footnote'><t:note-citation>1</t:note-citation>"
        "<t:note-body><t:p>By Friday.</t:p></t:note-body></t:note>"
    )
    body = f"<t:p>The toll rose{note}.</t:p><t:p>Nobody knows why.</t:p>"
    assert _load(tmp_path, body).text == "The toll rose.\n\nNobody knows why.\n\nBy Friday."


def test_only_the_first_paragraph_of_an_item_has_a_bullet(tmp_path: Path) -> None:
    inner = "<t:list><t:list-item><t:p>large</t:p></t:list-item></t:list>"
    body = f"<t:list><t:list-item><t:p>for cars</t:p><t:p>and vans</t:p>{inner}</t:list-item></t:list>"
    assert _load(tmp_path, body).text == "• for cars\n\nand vans\n\n• large"


def _table(*rows: list[str]) -> str:
    cells = ("".join(f"<T:table-cell>{cell}</T:table-cell>" for cell in row) for row in rows)
    return "<T:table>" + "".join(f"<T:table-row>{row}</T:table-row>" for row in cells) + "</T:table>"


def test_rows_of_tables_are_lines_and_merged_cells_occur_once(tmp_path: Path) -> None:
    inner = _table(["<t:p>a</t:p>", "<t:p>b</t:p>"])
    rows = [
        ["<t:p>Town</t:p>", "<t:p>Dead</t:p>"],
        ["<t:p>Brede</t:p>", f"<t:p>12</t:p>{inner}"],
        ["<t:p>Alone.</t:p><t:p>Two.</t:p>"],
    ]
    merged = "<T:covered-table-cell><t:p>x</t:p></T:covered-table-cell></T:table-row></T:table>"
    table = _table(*rows).removesuffix("</T:table-row></T:table>") + merged
    assert _load(tmp_path, f"{table}<t:p>After.</t:p>").text.split("\n\n") == [
        "Town | Dead",
        "Brede | 12 a | b",
        "Alone.",
        "Two.",
        "After.",
    ]


def test_headings_and_properties_are_known(tmp_path: Path) -> None:
    article = _load(
        tmp_path,
        "<t:p t:style-name='P1'>Bridge closed in Brede</t:p><t:p>The council voted on Monday.</t:p>"
        "<t:h>What next</t:h><t:p>Repairs begin in the autumn.</t:p>",
    )
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.HEADING]
    assert headings == ["Bridge closed in Brede", "What next"]
    assert (article.title, article.author, article.date) == ("Bridge closed", "Ida Holm", "2024-03-05")


def test_a_single_file_is_read_as_the_zip_is(tmp_path: Path) -> None:
    root = _content("<t:p>The bridge is closed.</t:p>").replace("document-content", "document")
    kind = ' office:mimetype="application/vnd.oasis.opendocument.text">'
    for name in ("a.fodt", "a.txt", "a"):
        path = tmp_path / name
        path.write_text('<?xml version="1.0"?>\n' + root.replace(">", kind, 1))
        assert load(path).text == "The bridge is closed."


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a", "a.ott", "a.odt"])
def test_the_suffix_does_not_matter(tmp_path: Path, name: str) -> None:
    assert _load(tmp_path, "<t:p>The bridge is closed.</t:p>", name).text == "The bridge is closed."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Hello.", "is not an OpenDocument text"),
        (_odt(""), "has no text"),
        (_odt("<t:p>A</t:p>", **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "is encrypted"),
        (
            _odt("<t:p>A</t:p>", **{"styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}),
            "declares its own",
        ),
        (_odt("<t:p>A</t:p>", **{"styles.xml": "<a"}), "is damaged"),
        (_odt("<t:span>" * 5000 + "x" + "</t:span>" * 5000), "nested too deeply|damaged"),
        (_odt("").replace(b"office:text>", b"office:draw>"), "OpenDocument"),
    ],
)
def test_a_document_without_text_gets_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=says):
        load(path)
