"""Exports of Factiva: pages with an element for each article, with or without names of fields, and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html

from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.export_lines import export_blocks, is_page, page_of, undivided
from reader.articles.formats.extract import ArticleList, Block, Extract
from reader.language.dates import iso_date

__all__ = ["extract"]

_ARTICLE = "@class='article' or starts-with(@class, 'article ')"
_END = re.compile(r"Do[ck]ument[oe]? [A-Z0-9]{4,8}0000[0-9a-z]{10,}|文件 \S+")
_WORDS = re.compile(r"\d[\d,.]* ?(?:words?|Wörter|mots|palabras|parole|woorden|字|ワード)")
_TIME = re.compile(r"\d\d?:\d\d.*")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright|alle rechte|all rights|tous droits).*", re.IGNORECASE)
_COUNT = re.compile(r"\d+\)\s+")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_CODES = {"HD": "title", "BY": "author", "PD": "date", "SN": "source"}
_TEXTS = ("LP", "TD")


def extract(data: bytes) -> ArticleList:
    """The articles of an export; the whole file where none is found. Raises NoArticleError."""
    if is_page(data):
        found = list(_of_page(page_of(data)))
    else:
        found = [article for part in _parts(export_blocks(data)) if (article := _article(part))]
    return ArticleList([*found]) if found else undivided(data)


def _of_page(page: html.HtmlElement) -> Iterator[Extract]:
    for element in page.xpath(f"//div[{_ARTICLE}][not(.//div[{_ARTICLE}])]"):
        blocks = [Block(" ".join(block.text.split()), block.heading) for block in blocks_of(element)]
        blocks = [block for block in blocks if block.text]
        fields = _fields(element)
        article = _of_fields(fields) if fields else _article(blocks, _headline(element))
        if article:
            yield article


def _headline(element: html.HtmlElement) -> str:
    found = element.xpath(".//*[contains(@class, 'Headline')] | .//*[@id='hd']")
    return _COUNT.sub("", " ".join(found[0].text_content().split()), count=1) if found else ""


def _fields(element: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """The cells beside codes of two or three letters."""
    rows = (row.xpath("./td") for row in element.xpath(".//tr"))
    pairs = ((cells[0].text_content().strip(), cells[1]) for cells in rows if len(cells) == 2)
    return {code: cell for code, cell in pairs if re.fullmatch("[A-Z]{2,3}", code)}


def _of_fields(fields: dict[str, html.HtmlElement]) -> Extract | None:
    cells = [fields[code] for code in _TEXTS if code in fields]
    for cell in cells:
        cell.tag = "div"  # its paragraphs are those of the article, not one value of a table
    blocks = [block for cell in cells for block in blocks_of(cell)]
    facts = {key: " ".join(fields[c].text_content().split()) for c, key in _CODES.items() if c in fields}
    return _extract(blocks, facts)


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of each article, which a line with its number ends."""
    part: list[Block] = []
    for block in blocks:
        lines = [line for line in block.text.split("\n") if line]
        part += [Block(line, block.heading) for line in lines]
        if lines and _END.fullmatch(lines[-1]):
            yield part
            part = []


def _article(blocks: list[Block], title: str = "") -> Extract | None:
    """The article of lines: title, authors, number of words, day, outlet, code, language, rights, text."""
    texts = [block.text for block in blocks]
    words = next((n for n, text in enumerate(texts[:15]) if _WORDS.fullmatch(text)), -1)
    if words < 0:
        return None
    places = [n for n in range(words) if title and _COUNT.sub("", texts[n], count=1) == title]
    titled = places[0] if places else max(0, words - 2)
    day = next((n for n in range(words + 1, min(words + 3, len(texts))) if iso_date(texts[n])), words)
    named = day + 1 + bool(day + 1 < len(texts) and _TIME.fullmatch(texts[day + 1]))
    rights = next((n for n in range(named, min(named + 9, len(texts))) if _RIGHTS.match(texts[n])), named + 2)
    facts = {
        "title": title or _COUNT.sub("", texts[titled], count=1),
        "author": " ".join(texts[titled + 1 : words]),
        "date": texts[day] if day > words else "",
        "source": texts[named] if named < len(texts) else "",
    }
    end = next((n for n in range(len(texts) - 1, rights, -1) if _END.fullmatch(texts[n])), len(texts))
    return _extract(blocks[rights + 1 : end], facts)


def _extract(blocks: list[Block], facts: dict[str, str]) -> Extract | None:
    author = facts.get("author", "")
    facts |= {"date": iso_date(facts.get("date", "")), "author": _BY.sub("", author, count=1)}
    return Extract(blocks, {key: text for key, text in facts.items() if text}) if blocks else None
