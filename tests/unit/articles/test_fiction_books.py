"""FictionBook e-books: sections, verses, tables and notes in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Role

BOOK = """<?xml version="1.0" encoding="{encoding}"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Ида</first-name><last-name>Хольм</last-name></author>
<author><nickname>nemo</nickname></author><book-title>Мост</book-title><date value="2021-01-04">2021</date>
<lang>ru</lang></title-info></description>
<body><title><p>Мост закрыт</p></title><section><title><p>Глава первая</p></title>
<p>Мост <strong>закрыли</strong> в <style name="day">понедельник</style><a l:href="#n1" type="note">[1]</a>.
Проехало 10<sup>6</sup> машин.</p>
<poem><stanza><v>Строка одна,</v><v>строка две.</v></stanza><text-author>Поэт</text-author></poem>
<table><tr><th>Город</th><th>Число</th></tr></table></section></body>
<body name="notes"><section id="n1"><p>Четвертого января.</p></section></body>
<binary id="a.png">AAAA</binary></FictionBook>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
@pytest.mark.parametrize("name", ["a.fb2", "a.xml", "a.txt", "a"])
def test_a_book_is_read_in_order(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOOK.format(encoding=encoding).encode(encoding))
    article = load(path)
    assert article.text.split("\n\n") == [
        "Мост закрыт",
        "Глава первая",
        "Мост закрыли в понедельник. Проехало 10⁶ машин.",
        "Строка одна,",
        "строка две.",
        "Поэт",
        "Город | Число",
        "Четвертого января.",
    ]
    assert [p.role for p in article.paragraphs[:2]] == [Role.HEADING, Role.HEADING]
    assert (article.title, article.author, article.date, article.language) == (
        "Мост",
        "Ида Хольм, nemo",
        "2021-01-04",
        "ru",
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Hello.", "is damaged"),
        (b"<FictionBook><body/></FictionBook>", "has no text"),
        (b"<book><p>It rose.</p></book>", "is not a FictionBook"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><FictionBook/>", "declares its own entities"),
    ],
)
def test_a_book_without_text_gets_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.fb2"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=says):
        load(path)
