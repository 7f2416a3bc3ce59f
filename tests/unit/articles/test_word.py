"""Word documents: the text that Word shows when all changes are accepted, whatever wraps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Article
from tests.unit.articles.documents import word_of


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(_run(text))}</w:tc>"


def _field(step: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'


def _article(folder: Path, *body: str, **parts: str) -> Article:
    path = folder / "a.docx"
    path.write_bytes(word_of("".join(body), **parts))
    return load(path)


def _lines(folder: Path, *body: str, **parts: str) -> list[str]:
    article = _article(folder, *body, **parts)
    return [article.text[p.start : p.end] for p in article.paragraphs]


BEFORE, AFTER = _run("The dam held "), _run(" tonnes of water.")
WIDE, HIGH = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:smartTag w:element="place"><w:smartTag>{}</w:smartTag></w:smartTag>',
        "<w:customXml>{}</w:customXml>",
        '<w:fldSimple w:instr=" QUOTE ">{}</w:fldSimple>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "<w:ins><w:hyperlink><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:hyperlink></w:ins>",
        _field("begin")
        + "<w:r><w:instrText>QUOTE 7</w:instrText></w:r>"
        + _field("separate")
        + "{}"
        + _field("end"),
    ],
)
def test_words_are_read_whatever_encloses_them(tmp_path: Path, wrapped: str) -> None:
    lines = _lines(tmp_path, _paragraph(BEFORE, wrapped.format(_run("4,100")), AFTER))
    assert lines == ["The dam held 4,100 tonnes of water."]


@pytest.mark.parametrize("wrapped", ["<w:ins>{}</w:ins>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"])
def test_whole_paragraphs_and_rows_are_read_whatever_encloses_them(tmp_path: Path, wrapped: str) -> None:
    table = (
        f"<w:tbl>{wrapped.format('<w:tr>' + wrapped.format(_cell('May')) + _cell('9') + '</w:tr>')}</w:tbl>"
    )
    assert _lines(tmp_path, wrapped.format(_paragraph(BEFORE, AFTER)), table)[-1] == "May | 9"


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_deleted_and_moved_text_is_not_read(tmp_path: Path, kind: str) -> None:
    deleted = f"<w:{kind}>{_run('3,900 ')}<w:r><w:delText>3,800 </w:delText></w:r></w:{kind}>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{_cell('June')}</w:tr>"
    table = f"<w:tbl>{row}<w:tr>{_cell('May')}{_cell('9')}</w:tr></w:tbl>"
    assert _lines(tmp_path, _paragraph(BEFORE, deleted, _run("4,100"), AFTER), table) == [
        "The dam held 4,100 tonnes of water.",
        "May | 9",
    ]


def test_paragraphs_between_which_the_end_was_deleted_are_one(tmp_path: Path) -> None:
    first = _paragraph(BEFORE, properties="<w:rPr><w:del/></w:rPr>")
    assert _lines(tmp_path, first, _paragraph(_run("4,100"), AFTER)) == [
        "The dam held 4,100 tonnes of water."
    ]


def test_the_code_of_a_field_is_not_read_even_where_it_contains_another_field(tmp_path: Path) -> None:
    inner = _field("begin") + _field("separate") + _run("17") + _field("end")
    outer = _field("begin") + inner + _field("separate") + _run("many") + _field("end")
    assert _lines(tmp_path, _paragraph(_run("It had "), outer, _run(" leaks."))) == ["It had many leaks."]


def test_a_field_that_does_not_end_hides_nothing(tmp_path: Path) -> None:
    assert _lines(tmp_path, _paragraph(_field("begin"), BEFORE, AFTER)) == ["The dam held tonnes of water."]


def test_a_text_box_is_read_once_and_after_the_paragraph_that_it_is_anchored_in(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{_paragraph(_run('Photographs on request.'))}</w:txbxContent>"
    forms = (
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    )
    anchor = f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"
    lines = _lines(tmp_path, _paragraph(BEFORE, anchor, _run("4,100"), AFTER), _paragraph(_run("It leaked.")))
    assert lines == ["The dam held 4,100 tonnes of water.", "Photographs on request.", "It leaked."]


def test_footnotes_and_endnotes_are_read_last_in_the_order_of_their_references(tmp_path: Path) -> None:
    def notes(kind: str, *texts: str) -> str:
        elements = (
            f'<w:{kind} w:id="{n}">{_paragraph(_run(text))}</w:{kind}>' for n, text in enumerate(texts)
        )
        return f"<w:{kind}s>{''.join(elements)}</w:{kind}s>"

    marks = (
        '<w:r><w:endnoteReference w:id="0"/></w:r><w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    )
    lines = _lines(
        tmp_path,
        _paragraph(_run("It leaked in 1974"), marks, '<w:r><w:footnoteReference w:id="0"/></w:r>', _run(".")),
        footnotes=notes("footnote", "The owner says 1975.", "Nobody says 1976."),
        endnotes=notes("endnote", "Seen in the archive."),
    )
    assert lines == ["It leaked in 1974.", "Seen in the archive.", "The owner says 1975."]


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    wide = f"<w:tr>{_cell('Leaks in a year', WIDE)}</w:tr>"
    high = f"<w:tr>{_cell('North', HIGH)}{_cell('4')}</w:tr>"
    below = f"<w:tr>{_cell('', '<w:vMerge/>')}{_cell('5')}</w:tr>"
    lines = _lines(tmp_path, f"<w:tbl>{wide}{high}{below}</w:tbl>")
    assert lines == ["Leaks in a year", "North | 4", "5"]


def test_the_paragraphs_of_a_page_that_is_laid_out_as_a_table_stay_apart(tmp_path: Path) -> None:
    cell = f"<w:tc>{_paragraph(_run('It leaked.'))}{_paragraph(_run('It was mended.'))}</w:tc>"
    assert _lines(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == ["It leaked.", "It was mended."]


@pytest.mark.parametrize(
    ("properties", "raised", "line"),
    [
        (SUPERSCRIPT, "3", "Built in 1974³ by hand."),
        (SUPERSCRIPT, "-6", "Built in 1974⁻⁶ by hand."),
        (SUPERSCRIPT, "3, 4", "Built in 1974³, ⁴ by hand."),
        (SUPERSCRIPT, "th", "Built in 1974th by hand."),
        ('<w:rStyle w:val="Mark"/>', "3", "Built in 1974³ by hand."),
        ('<w:rStyle w:val="OwnMark"/>', "3", "Built in 1974³ by hand."),
        ('<w:position w:val="6"/>', "3", "Built in 1974³ by hand."),
        ('<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>', " 3", "Built in 1974 3 by hand."),
    ],
)
def test_superscript_digits_do_not_run_into_a_number(
    tmp_path: Path, properties: str, raised: str, line: str
) -> None:
    styles = (
        f'<w:styles><w:style w:styleId="Mark"><w:rPr>{SUPERSCRIPT}</w:rPr></w:style>'
        '<w:style w:styleId="OwnMark"><w:basedOn w:val="Mark"/></w:style></w:styles>'
    )
    body = _paragraph(_run("Built in 1974"), _run(raised, properties), _run(" by hand."))
    assert _lines(tmp_path, body, styles=styles) == [line]


def test_the_numbers_of_a_formula_stay_apart(tmp_path: Path) -> None:
    def number(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    power = f"<m:sSup><m:e>{number('10')}</m:e><m:sup>{number('6')}</m:sup></m:sSup>"
    share = f"<m:f><m:num>{number('1')}</m:num><m:den>{number('2')}</m:den></m:f>"
    body = _paragraph(_run("Of "), f"<m:oMath>{power}</m:oMath>", _run(", "), f"<m:oMath>{share}</m:oMath>")
    assert _lines(tmp_path, body) == ["Of 10⁶, 1/2"]


def test_hidden_text_is_not_read(tmp_path: Path) -> None:
    assert _lines(tmp_path, _paragraph(BEFORE, _run("9", "<w:vanish/>"), _run("4,100"), AFTER)) == [
        "The dam held 4,100 tonnes of water."
    ]


def test_strict_open_xml_is_read_like_the_usual_form(tmp_path: Path) -> None:
    path = tmp_path / "strict.docx"
    path.write_bytes(word_of(_paragraph(BEFORE, _run("4,100"), AFTER), strict=True))
    assert load(path).text == "The dam held 4,100 tonnes of water."


@pytest.mark.parametrize(
    ("created", "modified", "date"),
    [
        ("2024-05-03T10:00:00Z", "2024-05-04T09:00:00Z", "2024-05-03"),
        ("2024-05-03T10:00:00Z", "", "2024-05-03"),
        ("2019-02-01T10:00:00Z", "2024-05-04T09:00:00Z", ""),
        ("1980-01-01T00:00:00Z", "1980-01-01T00:00:00Z", ""),
        ("1601-01-01T00:00:00Z", "2024-05-04T09:00:00Z", ""),
        ("2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z", ""),
        ("yesterday", "", ""),
    ],
)
def test_the_date_of_a_template_or_an_unknown_day_is_not_the_articles(
    tmp_path: Path, created: str, modified: str, date: str
) -> None:
    core = f"<p><created>{created}</created><modified>{modified}</modified></p>"
    assert _article(tmp_path, _paragraph(BEFORE, AFTER), core=core).date == date


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="declares its own entities"):
        _article(tmp_path, _paragraph(BEFORE), footnotes='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
