"""REFI-QDA projects and codebooks, held against the rules of the published schema of March 2019."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from annotations.anchoring.model import State
from annotations.model import Tag
from reader.base.errors import UserError
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ForeignFileError, ImportedFile
from reader.exchange.refi.codebook_writing import refi_codebook
from reader.exchange.refi.project_writing import refi_project
from reader.notes.anchored_place import AnchoredPlace
from tests.unit.exchange.test_export_html import bridge
from tests.unit.exchange.test_markdown import all_that_is_known

NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
CHILDREN = {
    "Project": "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
    "Users": "User",
    "CodeBook": "Codes Sets",
    "Codes": "Code",
    "Code": "Description NoteRef Code",
    "Variables": "Variable",
    "Sources": "TextSource",
    "TextSource": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "Note": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "PlainTextSelection": "Description Coding NoteRef",
    "Coding": "CodeRef NoteRef",
    "VariableValue": "VariableRef TextValue",
    "Notes": "Note",
    "Links": "Link",
    "Link": "NoteRef",
}
"""The children of an element, in the order that the schema has them."""

AUDIT = {"creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime"}
ATTRIBUTES = {
    "Project": ({"name"}, {"origin", "creationDateTime"}),
    "User": ({"guid"}, {"name", "id"}),
    "Code": ({"guid", "name", "isCodable"}, {"color"}),
    "Variable": ({"guid", "name", "typeOfVariable"}, set[str]()),
    "TextSource": ({"guid"}, {"name", "plainTextPath", *AUDIT}),
    "Note": ({"guid"}, {"name", "plainTextPath", *AUDIT}),
    "PlainTextSelection": ({"guid", "startPosition", "endPosition"}, {"name", *AUDIT}),
    "Coding": ({"guid"}, {"creatingUser", "creationDateTime"}),
    "Link": ({"guid"}, {"name", "direction", "color", "originGUID", "targetGUID"}),
    "CodeRef": ({"targetGUID"}, set[str]()),
    "NoteRef": ({"targetGUID"}, set[str]()),
    "VariableRef": ({"targetGUID"}, set[str]()),
    "CodeBook": (set[str](), {"origin"}),
}
"""The attributes that an element must have, and those that it may have."""

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NEVER_EMPTY = ("Users", "Codes", "Variables", "Sources", "Notes", "Links")


def name_of(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def obeys_the_schema(element: ET.Element) -> None:
    name = name_of(element)
    allowed = CHILDREN.get(name, "").split()
    order = [allowed.index(name_of(child)) for child in element]
    assert order == sorted(order), name
    required, optional = ATTRIBUTES.get(name, (set(), set()))
    assert required <= set(element.attrib) <= required | optional, name
    assert len(element) or name not in NEVER_EMPTY
    for key, value in element.attrib.items():
        if key.lower().endswith("guid"):
            assert GUID.fullmatch(value), (name, key)
        if key == "color":
            assert re.fullmatch("#[0-9A-F]{6}", value)
        if key.endswith("DateTime"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", value)
    for child in element:
        obeys_the_schema(child)


def archive(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def project(data: bytes) -> ET.Element:
    return ET.fromstring(archive(data).read("project.qde"))


def elements(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name_of(element) == name]


def read(data: bytes) -> ImportedFile:
    return read_annotations(data, lambda url: f"of {url}")


def test_a_project_obeys_the_schema() -> None:
    for work in (bridge(), all_that_is_known()):
        obeys_the_schema(project(refi_project(work, now=NOW)))


def test_every_reference_in_a_project_leads_somewhere_and_every_id_is_there_once() -> None:
    root = project(refi_project(bridge(), now=NOW))
    ids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(set(ids)) == len(ids)
    names = ("targetGUID", "originGUID", "creatingUser")
    assert {value for element in root.iter() for name in names if (value := element.get(name))} <= set(ids)


def test_selections_stand_at_their_places_in_the_texts() -> None:
    data = refi_project(bridge(), now=NOW)
    quotes = []
    for source in elements(project(data), "TextSource"):
        path = f"sources/{source.get('plainTextPath', '').removeprefix('internal://')}"
        text = archive(data).read(path).decode()
        for one in elements(source, "PlainTextSelection"):
            quotes.append(text[int(one.get("startPosition", "")) : int(one.get("endPosition", ""))])
    assert sorted(quotes) == sorted(
        target.quote.exact for each in bridge().annotations for target in each.targets
    )


def test_nothing_in_an_archive_is_named_by_a_user() -> None:
    article = replace(bridge().articles[0], title="../../etc/passwd", id="../x")
    work = replace(bridge(), articles=[article], matches=())
    names = archive(refi_project(work, now=NOW)).namelist()
    assert all(re.fullmatch(r"project\.qde|sources/[0-9a-f-]{36}\.txt", name) for name in names)


def test_the_same_work_gives_the_same_archive() -> None:
    assert refi_project(bridge(), now=NOW) == refi_project(bridge(), now=NOW)


TAGS = [Tag("bridge/cost", "pink", "£", "What it costs,\nand whom."), Tag("Ferry")]


def test_a_codebook_obeys_the_schema_and_comes_back() -> None:
    data = refi_codebook(TAGS)
    obeys_the_schema(ET.fromstring(data))
    tags = {tag.name: tag for tag in read(data).codebook}
    assert set(tags) == {"bridge", "bridge/cost", "Ferry"}
    assert (tags["bridge/cost"].colour, tags["bridge/cost"].description) == (
        "pink",
        "What it costs, and whom.",
    )


def test_a_codebook_has_the_tags_in_use() -> None:
    names = {tag.name for tag in read(refi_codebook([], bridge().annotations)).codebook}
    assert names == {"time", "toll", "toll/hurt"}


def test_there_is_no_codebook_without_tags() -> None:
    with pytest.raises(UserError, match="no tags"):
        refi_codebook([])


CODE, SOURCE, USER = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "abc")
FIRST, SECOND, LINK = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "123")


def foreign(selections: str, links: str = "", sources: str = "") -> bytes:
    """A project as another program may write it: ids in braces and capitals, CRLF, a text in the project."""
    qde = f"""<?xml version="1.0" encoding="utf-8"?>
<Project name="p" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="{USER}" name="Ada"/></Users>
<CodeBook><Codes><Code guid="{{{CODE.upper()}}}" name="Toll / dead" isCodable="true">
<Description>Who died.</Description></Code></Codes></CodeBook>
<Sources><TextSource guid="{SOURCE}" name="Bridge"><PlainTextContent>It fell.&#13;
Nobody died.</PlainTextContent>{selections}</TextSource>{sources}</Sources>{links}</Project>"""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("project.qde", qde)
    return file.getvalue()


def selection(guid: str, start: object, end: object, inside: str = "") -> str:
    return (
        f'<PlainTextSelection guid="{guid}" startPosition="{start}" endPosition="{end}" '
        f'creatingUser="{USER}" creationDateTime="2026-02-03T10:00:00.1234567+01:00">{inside}'
        "</PlainTextSelection>"
    )


CODED = f'<Description>Says who?</Description><Coding guid="{LINK}"><CodeRef targetGUID="{CODE}"/></Coding>'


def test_a_selection_of_another_program_is_understood() -> None:
    [annotation] = read(foreign(selection(FIRST, 0, 8, CODED))).annotations
    assert (annotation.id, annotation.author, annotation.note) == (FIRST, "Ada", "Says who?")
    assert annotation.tags == ("Toll-dead",)
    assert annotation.targets[0].quote.exact == "It fell."
    assert annotation.created == "2026-02-03T09:00:00.123Z"


def test_a_link_of_another_program_joins_two_selections_which_stay() -> None:
    link = (
        f'<Links><Link guid="{LINK}" name="contradicts" originGUID="{FIRST}" targetGUID="{SECOND}"/></Links>'
    )
    found = {
        each.id: each
        for each in read(foreign(selection(FIRST, 0, 2) + selection(SECOND, 3, 7), link)).annotations
    }
    assert set(found) == {FIRST, SECOND, LINK}
    assert found[LINK].relation == "contradicts"
    assert [target.quote.exact for target in found[LINK].targets] == ["It", "fell"]


@pytest.mark.parametrize(
    "data",
    [
        foreign("<PlainTextSelection"),
        foreign("")[:-40],
        foreign("").replace(b"project.qde", b"project.xml"),
        b"PK\x03\x04",
        b"<CodeBook xmlns='urn:QDA-XML:codebook:1.0'/>",
        b"<CodeBook xmlns='urn:other'><Codes><Code guid='x' name='y'/></Codes></CodeBook>",
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        b"<html/>",
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ForeignFileError):
        read(data)


def test_the_relation_of_what_is_said_of_a_whole_article_comes_back() -> None:
    work = bridge()
    whole = replace(work.annotations[0], relation="whole article", targets=work.annotations[0].targets[:1])
    data = refi_project(replace(work, annotations=[whole], places={}), now=NOW)
    obeys_the_schema(project(data))
    [back] = read(data).annotations
    assert (back.relation, back.note) == ("whole article", whole.note)


def test_the_note_of_a_passage_is_also_its_description_where_qualcoder_reads_it() -> None:
    work = bridge()
    noted = replace(work.annotations[0], note="Ask.\nWho says so?")
    data = refi_project(replace(work, annotations=[noted], places={}), now=NOW)
    selections = elements(project(data), "PlainTextSelection")
    described = [element.text for each in selections for element in elements(each, "Description")]
    assert described == ["Ask.\nWho says so?"]
    assert [each.note for each in read(data).annotations] == [noted.note]


@pytest.mark.parametrize(
    ("relation", "note"), [("whole article", "relation: mine"), ("", "relation: mine\n")]
)
def test_a_note_that_looks_like_a_relation_stays_a_note(relation: str, note: str) -> None:
    one = replace(bridge().annotations[0], targets=bridge().annotations[0].targets[:1])
    one = replace(one, relation=relation, note=note)
    [back] = read(refi_project(replace(bridge(), annotations=[one], places={}), now=NOW)).annotations
    assert (back.relation, back.note) == (relation, note)


@pytest.mark.parametrize("title", ["Either/or", "C:\\news", 'What "now"?', "a: b <c> | *d*"])
def test_a_title_names_a_source_as_a_file_can_be_named_and_comes_back(title: str) -> None:
    work = bridge()
    targets = tuple(
        replace(each, article=replace(each.article, title=title)) for each in work.annotations[0].targets
    )
    work = replace(work, annotations=[replace(work.annotations[0], targets=targets)], places={}, articles=[])
    data = refi_project(work, now=NOW)
    obeys_the_schema(project(data))
    names = [each.get("name", "") for each in elements(project(data), "TextSource")]
    assert not any(sign in name for name in names for sign in '/\\:*?"<>|')
    assert {each.article.title for each in read(data).annotations[0].targets} == {title}


def test_a_passage_that_two_annotations_have_is_coded_once_by_the_second_end_of_a_pair() -> None:
    work = bridge()
    pair = next(each for each in work.annotations if len(each.targets) == 2)
    pair = replace(pair, tags=("toll",), colour="yellow")
    single = replace(
        pair, id="018f0000-0000-7000-8000-000000000009", targets=pair.targets[1:], relation="", note=""
    )
    found = [AnchoredPlace(State.OK, span, 1, 1) for span in ((0, 9), (3, 12))]
    places = {pair.id: found, single.id: found[1:]}
    data = refi_project(replace(work, annotations=[pair, single], places=places), now=NOW)
    coded = [
        (source.get("guid"), each.get("startPosition"), each.get("endPosition"))
        for source in elements(project(data), "TextSource")
        for each in elements(source, "PlainTextSelection")
        for _ in elements(each, "CodeRef")
    ]
    assert len(set(coded)) == len(coded) == 2
    assert {each.id: each.tags for each in read(data).annotations} == {
        pair.id: ("toll",),
        single.id: ("toll",),
    }
