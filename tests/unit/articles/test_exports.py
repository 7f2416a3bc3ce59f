"""Files of several articles: exports of news databases, tables, JSON and the XML of news agencies."""

# ruff: noqa: E501  lines of exports

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.articles.corpus import list_corpus, open_corpus
from reader.articles.errors import ArticleError
from reader.articles.loading import load
from tests.unit.articles.documents import word_of

LAMP, BOAT = (
    "The lighthouse was dark all night, two men said.",
    "A boat sank off Horn Point on Friday, police said.",
)

FACTIVA = """<html><head><title>Factiva</title></head><body><div class="article enArticle"><div>News</div>
<div id="hd"><span class="enHeadline">Lamp dark</span></div><div class="author">By Jo Dee</div>
<div>9 words</div><div>8 January 2027</div><div>06:30</div><div>The Echo</div><div>ECHO</div><div>English</div>
<div>(c) 2027 Echo Ltd</div><p class="articleParagraph">{0}</p><p>Document ECHO000020270108en1800001</p></div>
<div class="article enArticle"><div id="hd"><span class="enHeadline">Boat sinks</span></div>
<div>10 words</div><div>9 January 2027</div><div>Daily Horn</div><div>HORN</div><div>English</div>
<div>(c) 2027 Horn</div><p class="articleParagraph">{1}</p><p>Document HORN000020270109en1900002</p></div></body></html>"""

FIELDS = """<html><body><h1>Factiva</h1><div class="article enArticle"><table><tr><td><b>HD</b></td><td>Lamp dark</td></tr>
<tr><td>BY</td><td>By Jo Dee</td></tr><tr><td>PD</td><td>8 January 2027</td></tr><tr><td>SN</td><td>The Echo</td></tr>
<tr><td>LP</td><td><p>{0}</p></td></tr><tr><td>TD</td><td><p>It is lit again.</p></td></tr></table></div>
<div class="article enArticle"><table><tr><td>HD</td><td>Boat sinks</td></tr><tr><td>PD</td><td>9 January 2027</td></tr>
<tr><td>SN</td><td>Daily Horn</td></tr><tr><td>LP</td><td><p>{1}</p></td></tr></table></div></body></html>"""

EUROPRESSE = """<html><body><article><header><span class="DocPublicationName">The Echo</span>
<span class="DocHeader">Sea, vendredi 8 janvier 2027, p. 2</span><div class="titreArticle">
<p class="titreArticleVisu">Lamp dark</p></div><div>Jo Dee</div></header><section><div class="DocText">
<div class="docOcurrContainer"><p>{0}</p></div></div></section><footer>© 2027 Echo</footer></article>
<article><header><span class="DocPublicationName">Daily Horn</span><span class="DocHeader">samedi 9 janvier 2027</span>
<p class="titreArticleVisu">Boat sinks</p></header><section><p>{1}</p></section></article></body></html>"""

NEXIS = """
                               1 of 2 DOCUMENTS


                                  The Echo

                            January 8, 2027 Friday

Lamp dark

BYLINE: Jo Dee

LENGTH: 9 words

{0}

LOAD-DATE: January 9, 2027

LANGUAGE: ENGLISH

                       Copyright 2027 Echo Ltd
                               2 of 2 DOCUMENTS


                                  Daily Horn

                            January 9, 2027 Saturday

Boat sinks

LENGTH: 10 words

{1}

LANGUAGE: ENGLISH
"""

FACTS = [("Lamp dark", "The Echo", "2027-01-08", "Jo Dee"), ("Boat sinks", "Daily Horn", "2027-01-09", "")]


@pytest.mark.parametrize(
    ("name", "export"),
    [("a.html", FACTIVA), ("b.htm", FIELDS), ("c.html", EUROPRESSE), ("d.txt", NEXIS), ("e.TXT", NEXIS)],
)
def test_each_article_of_an_export_has_its_own_facts_and_number(
    tmp_path: Path, name: str, export: str
) -> None:
    path = tmp_path / name
    path.write_text(export.format(LAMP, BOAT), encoding="utf-8")
    articles = open_corpus([path]).articles
    assert [(a.title, a.source, a.date, a.author) for a in articles] == FACTS
    assert [a.path for a in articles] == [f"{path}!1", f"{path}!2"]
    assert articles[0].text.startswith(LAMP)
    assert articles[1].text == BOAT
    assert load(Path(f"{path}!2")).title == "Boat sinks"
    with pytest.raises(ArticleError, match="check the number"):
        load(Path(f"{path}!3"))


def test_a_word_document_of_nexis_is_as_many_articles_as_it_holds(tmp_path: Path) -> None:
    lines = [
        "Documents (2)", "1. Lamp dark", "2. Boat sinks", "Lamp dark", "The Echo", "January 8, 2027 Friday",
        "Copyright 2027 Echo Ltd", "Section: Sea", "Length: 9 words", "Byline: By Jo Dee", "Body", LAMP,
        "Classification", "Language: ENGLISH", "Load-Date: January 9, 2027", "End of Document", "Boat sinks",
        "Daily Horn", "January 9, 2027", "Copyright 2027 Horn", "Length: 10 words", "Body", BOAT,
        "Load-Date: January 9, 2027", "End of Document",
    ]  # fmt: skip
    path = tmp_path / "a.docx"
    path.write_bytes(word_of("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)))
    articles = open_corpus([tmp_path]).articles
    assert [(a.title, a.source, a.date, a.author) for a in articles] == FACTS
    assert [a.text for a in articles] == [LAMP, BOAT]


def test_a_page_that_only_looks_like_an_export_is_one_article(tmp_path: Path) -> None:
    page = f"<html><body><div class='article x'><p>Factiva is a database. {LAMP}</p><p>{BOAT}</p></div></body></html>"
    (tmp_path / "a.html").write_text(page)
    (article,) = open_corpus([tmp_path]).articles
    assert LAMP in article.text
    assert article.path == str(tmp_path / "a.html")


def test_a_text_in_two_forms_is_read_once(tmp_path: Path) -> None:
    bodies = [
        {"contenttype": "text/plain", "value": LAMP},
        {"contenttype": "text/html", "value": f"<p>{LAMP}</p>"},
    ]
    (tmp_path / "a.json").write_text(json.dumps({"headlines": [{"value": "Lamp"}], "bodies": bodies}))
    assert load(tmp_path / "a.json").text == LAMP


@pytest.mark.parametrize(
    "text",
    [
        f"{LAMP}\n\nOn page 3 of 10 DOCUMENTS are missing.\n",
        f"Body\n\n{LAMP}\n",
        f"{LAMP}\n\nEnd of Document\n",
    ],
)
def test_a_text_that_speaks_of_documents_is_one_article(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (article,) = open_corpus([tmp_path]).articles
    assert LAMP in article.text


@pytest.mark.parametrize(
    ("name", "encoding", "table"),
    [
        ("a.csv", "utf-8-sig", f'Title,date,Source,text\nLampe für,2027-01-08,Echo,"{LAMP}"\nx,,,"{BOAT}"\n,,,\n'),
        ("b.csv", "cp1252", f'Titel;Datum;Quelle;Text\r\nLampe für;8.1.2027;Echo;"{LAMP}"\r\nx;;;"{BOAT}"\r\n'),
        ("c.tsv", "utf-8", f"headline\tpublish_date\tmedia_name\tbody\nLampe für\t2027-01-08\tEcho\t{LAMP}\nx\t\t\t{BOAT}"),
    ],
)  # fmt: skip
def test_each_row_of_a_table_is_an_article(tmp_path: Path, name: str, encoding: str, table: str) -> None:
    (tmp_path / name).write_bytes(table.encode(encoding))
    first, second = open_corpus([tmp_path]).articles
    assert (first.title, first.source, first.date, first.text) == ("Lampe für", "Echo", "2027-01-08", LAMP)
    assert second.text == BOAT


def test_a_table_without_a_text_is_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name,age\nJo,5\n")
    with pytest.raises(ArticleError, match=r'a.csv has no column "text"; write'):
        load(tmp_path / "a.csv")


@pytest.mark.parametrize(
    "value",
    [
        [{"title": "Lamp", "text": LAMP}, {"title": "Boat", "text": BOAT}],
        {"status": "ok", "articles": [{"title": "Lamp", "content": LAMP}, {"title": "Boat", "content": BOAT}]},
        {"response": {"results": [{"webTitle": "Lamp", "fields": {"bodyText": LAMP}},
                                  {"webTitle": "Boat", "fields": {"bodyText": BOAT}}]}},
        {"hits": {"hits": [{"_source": {"title": "Lamp", "maintext": LAMP}},
                           {"_source": {"title": "Boat", "maintext": BOAT}}]}},
        {"@graph": [{"@type": "WebSite", "name": "Echo"}, {"headline": "Lamp", "articleBody": LAMP},
                    {"headline": "Boat", "articleBody": BOAT}]},
    ],
)  # fmt: skip
def test_the_articles_in_json_are_found_where_news_apis_put_them(tmp_path: Path, value: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value))
    articles = open_corpus([path]).articles
    assert [(a.title, a.text) for a in articles] == [("Lamp", LAMP), ("Boat", BOAT)]


@pytest.mark.parametrize("text", ["[" * 100_000, "{}", '{"a": 1}', "[1, 2]", "nothing", '{"text": ""}'])
def test_json_without_an_article_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(ArticleError, match=r"a\.json (?:is not JSON|has no text).*; "):
        load(tmp_path / "a.json")


NITF = (
    "<nitf><head><title>x</title><docdata><date.issue norm='20270108T063000Z'/></docdata></head><body><body.head>"
    "<hedline><hl1>Lamp dark</hl1></hedline><byline>By Jo Dee</byline></body.head><body.content><p>{0}</p>"
    "<p>It is lit.</p></body.content></body></nitf>"
)
G2 = (
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta>'
    '<provider literal="The Echo"/><versionCreated>2027-01-08T06:30:00Z</versionCreated></itemMeta><contentMeta>'
    "<by>Jo Dee</by><headline>Lamp dark</headline></contentMeta><contentSet><inlineXML><html><head><title/></head>"
    "<body><p>{0}</p><p>It is lit.</p></body></html></inlineXML></contentSet></newsItem><newsItem><contentSet>"
    '<remoteContent href="a.jpg"/></contentSet></newsItem></itemSet></newsMessage>'
)
NEWSML = (
    "<NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20270108T063000Z</ThisRevisionCreated></NewsManagement>"
    "<NewsComponent><NewsLines><HeadLine>Lamp dark</HeadLine><ByLine>By Jo Dee</ByLine></NewsLines><ContentItem>"
    "<DataContent><p>{0}</p><p>It is lit.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)
WXR = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Echo</title><item><title>Lamp dark</title>'
    "<pubDate>Fri, 08 Jan 2027 06:30:00 +0000</pubDate><dc:creator>Jo Dee</dc:creator><content:encoded>"
    "<![CDATA[<p>{0}</p><p>It is lit.</p>]]></content:encoded></item></channel></rss>"
)


@pytest.mark.parametrize("wire", [NITF, G2, NEWSML, WXR])
def test_the_xml_of_news_agencies_is_read_with_its_facts(tmp_path: Path, wire: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{wire.format(LAMP)}', encoding="utf-8")
    (article,) = open_corpus([tmp_path]).articles
    assert (article.title, article.date, article.author) == ("Lamp dark", "2027-01-08", "Jo Dee")
    assert (article.text, article.path) == (f"{LAMP}\n\nIt is lit.", str(path))


def test_xml_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(f'<!DOCTYPE nitf [<!ENTITY a "b">]>{NITF.format("&a;")}')
    with pytest.raises(ArticleError, match="declares its own entities"):
        load(path)


def test_other_xml_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LAMP)
    (tmp_path / "settings.xml").write_text("<settings><nitf-viewer/></settings>")
    assert len(list_corpus([tmp_path]).entries) == 1
