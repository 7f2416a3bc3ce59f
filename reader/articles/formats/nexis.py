"""Exports of Nexis: of Nexis Uni, each article between "Body" and "End of Document", and the older ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.articles.formats.export_lines import export_blocks, undivided
from reader.articles.formats.extract import ArticleList, Block, Extract
from reader.language.dates import iso_date

__all__ = ["extract"]

_END = "End of Document"
_NUMBER = re.compile(r"(?:Document )?\d+ (?:of|von|de|sur) \d+ (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN)")
_FIELD = re.compile(r"(?P<name>[A-ZÄÖÜÉ][A-ZÄÖÜÉa-z-]{2,20}): ?(?P<value>.*)")
_NAMES = {"byline": "author", "headline": "title", "autor": "author", "auteur": "author"}
_AFTER = re.compile(
    r"(?:Classification|Graphic|Load-Date: .*|(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|SUBJECT|GRAPHIC|UPDATE"
    r"|JOURNAL-CODE|DOCUMENT-TYPE|ACC-NO|ORGANIZATION|TYPE|SPRACHE|LANGUE|DATE-CHARGEMENT|RUBRIK): ?.*)"
)
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\)) ?.*\d{4}.*", re.IGNORECASE)
_LEADING = re.compile(r"[A-ZÄÖÜÉ][A-ZÄÖÜÉ-]{3,20}: ?.*")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)


def extract(data: bytes) -> ArticleList:
    """The articles of an export; the whole file where none is found. Raises NoArticleError."""
    blocks = export_blocks(data)
    if any(block.text == _END for block in blocks):
        found = [article for part in _parts(blocks, _END) if (article := _recent(part))]
    else:
        found = [article for part in _numbered(blocks) if (article := _older(part))]
    return ArticleList([*found]) if found else undivided(data)


def _parts(blocks: Sequence[Block], end: str) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        if block.text == end:
            yield part
            part = []
        else:
            part.append(block)


def _numbered(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks below each line such as "3 of 10 DOCUMENTS"."""
    starts = [number for number, block in enumerate(blocks) if _NUMBER.fullmatch(block.text)]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        yield list(blocks[start + 1 : end])


def _recent(part: list[Block]) -> Extract | None:
    """The article of Nexis Uni: title, outlet and day above a copyright line, fields, "Body", the text."""
    texts = [block.text for block in part]
    if "Body" not in texts:
        return None
    body = texts.index("Body")
    fields, head = _fields(texts[:body]), [text for text in texts[:body] if not _FIELD.fullmatch(text)]
    copyrighted = next((n for n in range(len(head) - 1, -1, -1) if _COPYRIGHT.match(head[n])), len(head))
    dated = next((n for n in range(copyrighted - 1, -1, -1) if iso_date(head[n])), copyrighted - 1)
    title, source, day = ["", "", "", *head[: dated + 1]][-3:]
    return _article(part[body + 1 :], fields | {"title": title, "source": source.rstrip("."), "date": day})


def _older(part: list[Block]) -> Extract | None:
    """The article of the older Nexis: outlet and day, the title, fields, then the text."""
    texts = [block.text for block in part]
    first = next((n for n, text in enumerate(texts) if _LEADING.fullmatch(text)), 0)
    head = [text for text in texts[:first] if not _COPYRIGHT.fullmatch(text)]
    dated = next((n for n, text in enumerate(head) if iso_date(text)), -1)
    body = next((n for n in range(first, len(texts)) if not _LEADING.fullmatch(texts[n])), len(texts))
    facts = {
        "source": head[dated - 1] if dated > 0 else "",
        "date": head[dated] if dated >= 0 else "",
        "title": " ".join(head[dated + 1 :]),
    }
    return _article(part[body:], {key: text for key, text in facts.items() if text} | _fields(texts[:body]))


def _article(rest: list[Block], facts: dict[str, str]) -> Extract | None:
    """The article whose text ends above its classification."""
    end = next((n for n, block in enumerate(rest) if _AFTER.fullmatch(block.text)), len(rest))
    blocks = [block for block in rest[:end] if not _COPYRIGHT.fullmatch(block.text)]
    if "date" in facts:
        facts["date"] = iso_date(facts["date"])
    return Extract(blocks, {key: text for key, text in facts.items() if text}) if blocks else None


def _fields(texts: Sequence[str]) -> dict[str, str]:
    """The metadata in lines such as "Byline: By Jo Dee"."""
    found = {}
    for match in filter(None, map(_FIELD.fullmatch, texts)):
        if key := _NAMES.get(match["name"].lower()):
            found[key] = _BY.sub("", match["value"], count=1) if key == "author" else match["value"]
    return found
