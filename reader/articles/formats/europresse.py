"""Exports of Europresse (Eureka.cc): a page with an element for each article."""

from __future__ import annotations

from lxml import html

from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.export_lines import page_of, undivided
from reader.articles.formats.extract import ArticleList, Extract
from reader.language.dates import iso_date

__all__ = ["extract"]

_TITLE = ".//*[contains(@class, 'titreArticleVisu')]"
_AUTHOR = (
    ".//*[contains(@class, 'docAuthors')] | .//div[contains(@class, 'titreArticle')]/following-sibling::div"
)
_TEXT = ".//*[contains(@class, 'docOcurrContainer')]", ".//*[contains(@class, 'DocText')]", ".//section"


def extract(data: bytes) -> ArticleList:
    """The articles of an export; the whole file where none is found. Raises NoArticleError."""
    elements = page_of(data).xpath("//article")
    found = [article for element in elements if (article := _article(element))]
    return ArticleList([*found]) if found else undivided(data)


def _article(element: html.HtmlElement) -> Extract | None:
    places = (element.xpath(path) for path in _TEXT)
    blocks = next((blocks for place in places if place and (blocks := list(blocks_of(place[0])))), [])
    facts = {
        "title": _words(element, _TITLE),
        "source": _words(element, ".//*[contains(@class, 'DocPublicationName')]"),
        "date": iso_date(_words(element, ".//*[contains(@class, 'DocHeader')]")),
        "author": _words(element, _AUTHOR),
    }
    return Extract(blocks, {key: text for key, text in facts.items() if text}) if blocks else None


def _words(element: html.HtmlElement, path: str) -> str:
    found = element.xpath(path)
    return " ".join(found[0].text_content().split()) if found else ""
