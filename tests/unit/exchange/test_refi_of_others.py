"""REFI-QDA projects as other programs write them: every coding comes in on its own words, or is reported."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from xml.sax.saxutils import escape, quoteattr

import pytest

from annotations.model import Annotation
from annotations.relations import WHOLE
from reader.base.sanitizing import sanitize
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ImportedFile
from reader.exchange.refi.coded_text import CodedText
from tests.unit.exchange.test_export_refi import GUID

CODE, OTHER_CODE, SOURCE, USER = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "abcd")
FIRST, SECOND, NOTE = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "123")
PROJECT = "urn:QDA-XML:project:1.0"
CODED = f'<Coding guid="{NOTE}"><CodeRef targetGUID="{CODE}"/></Coding>'


def packed(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def qde(sources: str, more: str = "", *, origin: str = "Other 1", namespace: str = PROJECT) -> bytes:
    named = f' xmlns="{namespace}"' if namespace else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project{named} name="p" origin="{origin}" creationDateTime="2026-02-01T00:00:00Z">
<Users><User guid="{USER}" name="Ida"/></Users>
<CodeBook><Codes><Code guid="{CODE}" name="figures" isCodable="true"/>
<Code guid="{OTHER_CODE}" name="unused" isCodable="true"/></Codes></CodeBook>
<Sources>{sources}</Sources>{more}</Project>""".encode()


def text_source(selections: str, after: str = "") -> str:
    return (
        f'<TextSource guid="{SOURCE}" name="Council" plainTextPath="internal://t.txt">'
        f"{selections}{after}</TextSource>"
    )


def selection(start: object, end: object, *, name: str = "s", inside: str = CODED, guid: str = FIRST) -> str:
    return (
        f'<PlainTextSelection guid="{guid}" name={quoteattr(name)} startPosition="{start}" '
        f'endPosition="{end}" creatingUser="{USER}" creationDateTime="2026-02-03T10:00:00Z">{inside}'
        "</PlainTextSelection>"
    )


def read(
    sources: str, text: bytes = b"", more: str = "", *, origin: str = "Other 1", qde_name: str = "project.qde"
) -> ImportedFile:
    files = {qde_name: qde(sources, more, origin=origin), "sources/t.txt": text}
    return read_annotations(packed(files), lambda url: f"of {url}")


def quotes(done: ImportedFile) -> list[str]:
    return [target.quote.exact for each in done.annotations for target in each.targets]


def only(done: ImportedFile) -> Annotation:
    [annotation] = done.annotations
    return annotation


WORDS = "950 buses"
TEXTS = {
    "plain": f"Clerk: today {WORDS} run.",
    "tabs": f"Mayor:\tIt is shut.\nClerk:\tSome {WORDS} a day.\n",
    "windows lines": f"Mayor: It is shut.\r\n\r\nClerk: {WORDS}.\r\nEnd.",
    "old mac lines": f"Mayor: It is shut.\rClerk: {WORDS}.\r",
    "soft hyphens": f"The coun\u00adcil vo\u00adted: {WORDS}.",
    "decomposed accents": unicodedata.normalize("NFD", f"Bürgermeister Kühne über täglich {WORDS}."),
    "emoji": f"🚌🚌 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿 {WORDS}.",
    "zero width": f"It\u200bis\ufeff said: {WORDS}.",
    "a form feed": f"One.\fTwo: {WORDS}.\u2028Three.",
    "control characters": f"\x1b[2JOne \x00{WORDS}.",
}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_positions_are_code_points_of_the_file_itself(kind: str, encoding: str) -> None:
    text = TEXTS[kind]
    start = text.index(WORDS)
    done = read(text_source(selection(start, start + len(WORDS))), text.encode(encoding))
    assert quotes(done) == [WORDS]
    [target] = only(done).targets
    assert target.quote.suffix[:1] in " ."
    assert done.left_out == ()


@pytest.mark.parametrize(
    "unit", ["cafe\u0301 is open, ", "橋は閉鎖された大橋", "\tа б", "e\u0301", "a \u0301", "x\u00ad y "]
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"])
def test_a_long_line_is_sanitized_as_if_it_were_not_divided(unit: str, end: str) -> None:
    raw = unit * 1000 + end + unit * 500 + WORDS
    coded = CodedText(raw)
    assert coded.text == sanitize(raw)
    start, stop = coded.span(len(raw) - len(WORDS), len(raw))
    assert coded.text[start:stop] == WORDS


LINES = "One line.\r\nTwo lines.\r\n\r\nThen 950 buses run.\r\n"


def one_for_a_line_break(text: str, place: int) -> int:
    return place - text[:place].count("\r\n")


def in_units_of_utf_16(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2


def test_atlas_ti_counts_a_windows_line_break_as_one() -> None:
    start = one_for_a_line_break(LINES, LINES.index(WORDS))
    done = read(text_source(selection(start, start + 9)), LINES.encode(), origin="ATLAS.ti for Windows 23")
    assert quotes(done) == [WORDS]


def test_the_name_of_a_selection_shows_how_a_program_counts_line_breaks() -> None:
    start = one_for_a_line_break(LINES, LINES.index(WORDS))
    assert quotes(read(text_source(selection(start, start + 9, name=WORDS)), LINES.encode())) == [WORDS]


@pytest.mark.parametrize("name", ["950 buses", "950  Buses", "950 buse…", "950 buse..."])
def test_the_name_of_a_selection_shows_that_a_program_counts_units_of_utf_16(name: str) -> None:
    text = "🚌🚌🚌 all day: 950 buses, 🚌 or 960 buses."
    start = in_units_of_utf_16(text, text.index(WORDS))
    assert quotes(read(text_source(selection(start, start + 9, name=name)), text.encode())) == [WORDS]


def test_one_name_shows_how_to_count_for_the_selections_that_have_none() -> None:
    start = one_for_a_line_break(LINES, LINES.index(WORDS))
    unnamed = one_for_a_line_break(LINES, LINES.index("Two"))
    both = selection(start, start + 9, name=WORDS) + selection(unnamed, unnamed + 9, name="", guid=SECOND)
    assert quotes(read(text_source(both), LINES.encode())) == [WORDS, "Two lines"]


def test_a_byte_order_mark_that_a_program_counts_is_counted() -> None:
    text = "\ufeffToday 950 buses run."
    start = text.index(WORDS)
    done = read(text_source(selection(start, start + 9, name=WORDS)), text.encode())
    assert quotes(done) == [WORDS]


def test_a_name_that_is_not_in_the_text_moves_nothing() -> None:
    start = LINES.index(WORDS)
    done = read(text_source(selection(start, start + 9, name="Then 960 trams")), LINES.encode())
    assert quotes(done) == [WORDS]


def test_a_name_that_is_a_label_moves_nothing() -> None:
    start = LINES.index(WORDS)
    done = read(text_source(selection(start, start + 9, name="One")), LINES.encode())
    assert quotes(done) == [WORDS]


def test_words_at_no_counted_place_are_found_where_they_are_once() -> None:
    done = read(text_source(selection(2, 11, name=WORDS)), LINES.encode())
    assert quotes(done) == [WORDS]


# Kinds of sources and of remarks


@pytest.mark.parametrize("qde_name", ["project.qde", "My study.qde", "Project.QDE", "folder/project.qde"])
def test_the_project_may_have_any_name(qde_name: str) -> None:
    assert quotes(read(text_source(selection(0, 5)), b"Today.", qde_name=qde_name)) == ["Today"]


@pytest.mark.parametrize("namespace", ["", "urn:QDA-XML:project:1:0", "urn:QDA-XML:project:0:4", PROJECT])
def test_the_namespace_may_be_any_of_those_in_use(namespace: str) -> None:
    data = qde(text_source(selection(0, 5)), namespace=namespace)
    done = read_annotations(packed({"project.qde": data, "Sources/T.TXT": b"Today."}), str)
    assert quotes(done) == ["Today"]
    assert only(done).tags == ("figures",)


@pytest.mark.parametrize("namespace", ["", "urn:QDA-XML:codebook:1:0", "urn:QDA-XML:codebook:0:4", PROJECT])
def test_a_codebook_may_have_any_of_these_namespaces_too(namespace: str) -> None:
    named = f' xmlns="{namespace}"' if namespace else ""
    code = f'<Code guid="{CODE}" name="figures" isCodable="true"/>'
    data = f"<CodeBook{named}><Codes>{code}</Codes></CodeBook>".encode()
    assert [tag.name for tag in read_annotations(data, str).codebook] == ["figures"]


def test_the_codings_of_the_text_of_a_pdf_come_in() -> None:
    source = (
        f'<PDFSource guid="{SOURCE}" name="report.pdf" path="internal://r.pdf">'
        f'<Representation guid="{NOTE}" plainTextPath="internal://t.txt">{selection(6, 15)}'
        "</Representation></PDFSource>"
    )
    done = read(source, b"Today 950 buses run.")
    assert quotes(done) == [WORDS]
    assert only(done).targets[0].article.title == "report.pdf"
    assert done.left_out == ()


CONTENT = "<PlainTextContent>950 buses</PlainTextContent>"


def test_an_area_of_a_page_comes_in_with_its_words_or_is_reported() -> None:
    areas = "".join(
        f'<PDFSelection guid="{guid}" page="0" firstX="0" firstY="0" secondX="9" secondY="9">{words}'
        "</PDFSelection>"
        for guid, words in (
            (FIRST, f'<Representation guid="{NOTE}">{CONTENT}</Representation>'),
            (SECOND, ""),
        )
    )
    done = read(f'<PDFSource guid="{SOURCE}" name="report.pdf">{areas}</PDFSource>')
    assert quotes(done) == [WORDS]
    assert done.left_out == ("report.pdf: 1 selection in the picture of a page, without words",)


def test_the_codings_of_a_transcript_come_in_between_its_points() -> None:
    points = f'<SyncPoint guid="{FIRST}" position="6"/><SyncPoint guid="{SECOND}" position="15"/>'
    source = (
        f'<AudioSource guid="{SOURCE}" name="talk.mp3">'
        f'<Transcript guid="{NOTE}" plainTextPath="internal://t.txt">{points}'
        f'<TranscriptSelection guid="{USER}" fromSyncPoint="{FIRST}" toSyncPoint="{SECOND}">{CODED}'
        f'</TranscriptSelection></Transcript><AudioSelection guid="{CODE}" begin="0" end="9"/></AudioSource>'
    )
    done = read(source, b"Today 950 buses run.")
    assert quotes(done) == [WORDS]
    assert done.left_out == ("talk.mp3: 1 selection in a recording; only text can be annotated here",)


def notes(content: str, inside: str = "", name: str = "memo") -> str:
    return (
        f'<Notes><Note guid="{NOTE}" name="{name}" creatingUser="{USER}">'
        f"<PlainTextContent>{escape(content)}</PlainTextContent>{inside}</Note></Notes>"
    )


REFERENCE = f'<NoteRef targetGUID="{NOTE}"/>'


def test_a_note_of_qualcoder_selects_a_passage_of_the_source_that_refers_to_it() -> None:
    inside = selection(6, 15, inside="", name="")
    done = read(text_source("", REFERENCE), b"Today 950 buses run.", notes("Check this", inside))
    assert quotes(done) == [WORDS]
    assert (only(done).note, only(done).author) == ("Check this", "Ida")
    assert done.left_out == ()


@pytest.mark.parametrize(("origin", "target"), [(NOTE, FIRST), (FIRST, NOTE)])
def test_a_note_of_nvivo_is_linked_to_its_selection(origin: str, target: str) -> None:
    link = f'<Links><Link guid="{SECOND}" originGUID="{origin}" targetGUID="{target}"/></Links>'
    done = read(text_source(selection(6, 15)), b"Today 950 buses run.", notes("Check this") + link)
    assert (only(done).note, only(done).tags) == ("Check this", ("figures",))
    assert done.left_out == ()


@pytest.mark.parametrize(
    "inside",
    [
        f"<Description>Check this</Description>{CODED}",
        f"{CODED}{REFERENCE}",
        f'<Coding guid="{SECOND}"><CodeRef targetGUID="{CODE}"/>{REFERENCE}</Coding>',
        f"<Description>Check this</Description>{CODED}{REFERENCE}",
    ],
)
def test_a_note_of_a_selection_comes_in_once_from_any_place(inside: str) -> None:
    done = read(text_source(selection(6, 15, inside=inside)), b"Today 950 buses run.", notes("Check this"))
    assert only(done).note == "Check this"


def test_codes_and_notes_of_a_whole_source_are_an_annotation_of_the_whole_article() -> None:
    source = text_source("", CODED + REFERENCE)
    done = read(source, b"\n\nToday it is shut. Nobody knows why.", notes("A good interview"))
    assert quotes(done) == ["Today it is shut."]
    assert (only(done).relation, only(done).tags, only(done).note) == (
        WHOLE,
        ("figures",),
        "A good interview",
    )


def test_a_note_of_a_code_is_part_of_its_description() -> None:
    data = qde("", notes("Numbers of any kind")).replace(
        b'name="figures" isCodable="true"/>', f'name="figures" isCodable="true">{REFERENCE}</Code>'.encode()
    )
    done = read_annotations(packed({"project.qde": data}), str)
    assert {tag.name: tag.description for tag in done.codebook}["figures"] == "Numbers of any kind"
    assert done.left_out == ()


def test_codes_that_nothing_uses_come_in() -> None:
    done = read(text_source(selection(0, 5)), b"Today.")
    assert [tag.name for tag in done.codebook] == ["unused"]


def test_the_coder_is_the_author_where_the_selection_has_none() -> None:
    coding = f'<Coding guid="{NOTE}" creatingUser="{USER}"><CodeRef targetGUID="{CODE}"/></Coding>'
    plain = (
        f'<PlainTextSelection guid="{FIRST}" startPosition="0" endPosition="5">{coding}</PlainTextSelection>'
    )
    annotation = only(read(text_source(plain), b"Today."))
    assert (annotation.author, annotation.created) == ("Ida", "2026-02-01T00:00:00.000Z")


def test_selections_without_an_id_of_their_own_get_one_that_stays() -> None:
    some = [
        selection(0, 5, guid="none"),
        selection(6, 9, guid="none"),
        selection(10, 15),
        selection(16, 19),
    ]
    ids = [
        [each.id for each in read(text_source("".join(some)), b"Today 950 buses run.").annotations]
        for _ in "ab"
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 4
    assert all(GUID.fullmatch(each) for each in ids[0])


# What cannot come in is reported, and keeps nothing else out


@pytest.mark.parametrize(
    ("bad", "reported"),
    [
        (selection(7, 7, guid=SECOND), "7-7 is not a passage"),
        (selection(9, 7, guid=SECOND), "9-7 is not a passage"),
        (selection(7, 999, guid=SECOND), "7-999 is not a passage"),
        (selection(-4, 3, guid=SECOND), "is not a whole number"),
        (selection("soon", 9, guid=SECOND), "“soon” is not a whole number"),
    ],
)
def test_a_selection_that_is_damaged_is_reported_and_the_others_come_in(bad: str, reported: str) -> None:
    done = read(text_source(selection(6, 15) + bad), b"Today 950 buses run.")
    assert quotes(done) == [WORDS]
    [line] = done.left_out
    assert line.startswith("Council, selection “s”, is damaged: ")
    assert reported in line


@pytest.mark.parametrize(
    ("path", "reported"),
    [
        ('plainTextPath="relative:///t.txt"', "its text is outside the project, at relative:///t.txt"),
        (
            'plainTextPath="absolute:///etc/passwd"',
            "its text is outside the project, at absolute:///etc/passwd",
        ),
        ('plainTextPath="internal://gone.txt"', "its file gone.txt is missing"),
        ('plainTextPath="internal://../../project.qde"', "is missing"),
        ('richTextPath="internal://t.docx"', "only as a formatted document"),
        ("", "it has no text"),
    ],
)
def test_selections_of_a_text_that_is_not_there_come_in_by_their_names_or_are_reported(
    path: str, reported: str
) -> None:
    both = selection(6, 15, name=WORDS) + selection(16, 30, name="begins with…", guid=SECOND)
    done = read(f'<TextSource guid="{SOURCE}" name="Report" {path}>{both}</TextSource>')
    assert quotes(done) == [WORDS]
    [line] = done.left_out
    assert line.startswith("Report, selection “begins with…”: ")
    assert reported in line


def test_everything_else_in_a_project_is_reported_in_a_line_for_each_kind() -> None:
    variable = (
        f'<Variables><Variable guid="{USER}" name="age" typeOfVariable="Integer"/></Variables>'
        f'<Cases><Case guid="{CODE}" name="Kim"><VariableValue><VariableRef targetGUID="{USER}"/>'
        "<IntegerValue>40</IntegerValue></VariableValue></Case></Cases>"
        f'<Sets><Set guid="{SECOND}" name="mine"/></Sets><Graphs><Graph guid="{FIRST}" name="g"/></Graphs>'
    )
    more = variable + notes("About the study", name="journal") + "<Description>A study</Description>"
    link = f'<Links><Link guid="{SOURCE}" name="is" originGUID="{CODE}" targetGUID="{OTHER_CODE}"/></Links>'
    picture = (
        f'<PictureSource guid="{SOURCE}" name="p.jpg">{CODED}'
        f'<PictureSelection guid="{FIRST}" firstX="0" firstY="0" secondX="1" secondY="1"/></PictureSource>'
    )
    done = read(picture, more=more + link)
    assert done.annotations == ()
    assert set(done.left_out) == {
        "p.jpg: codes or notes of the whole source; it has no text",
        "p.jpg: 1 selection in a picture; only text can be annotated here",
        "link “is”: it does not join two passages",
        "1 case: reader has none",
        "1 set: reader has none",
        "1 graph: reader has none",
        "1 value of variables (age): reader has none",
        "description of the project: it is about no passage, article or code",
        "note “journal”: it is about no passage, article or code",
    }


def test_a_coding_inside_a_note_and_a_code_that_is_missing_are_reported() -> None:
    inside = selection(0, 5, guid=SECOND)
    unknown = CODED.replace(CODE, SECOND)
    text = text_source(selection(0, 5, inside=unknown), REFERENCE)
    done = read(text, b"Today.", notes("My memo", inside))
    assert [each.note for each in done.annotations] == ["", "My memo"]
    assert set(done.left_out) == {
        f"code {SECOND}: it is not in the codebook of the project",
        "note “memo”: codings of a note cannot be kept",
    }
