from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.decoding import decode
from reader.articles.loading import load
from tests.unit.language.test_languages import TEXTS

RUSSIAN = (
    "Мост закрыли в понедельник, сказал мэр города, у которого не было выбора. Никто не знает, когда его "
    "откроют снова. Паром опоздал на час, и сорок пассажиров ждали на берегу."
)
GREEK = (
    "Η γέφυρα έκλεισε τη Δευτέρα, είπε ο δήμαρχος της πόλης, που δεν είχε άλλη επιλογή. Κανείς δεν ξέρει "
    "πότε θα ανοίξει ξανά. Το πλοίο άργησε μία ώρα."
)
HEBREW = "הגשר נסגר ביום שני, אמר ראש העיר, שלא הייתה לו ברירה אחרת. איש אינו יודע מתי ייפתח שוב."
KOREAN = "다리는 월요일에 폐쇄되었다고 시장이 말했다. 언제 다시 열릴지 아무도 모른다."


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (" ".join(TEXTS["de"]), "cp1252 utf-16 utf-32 utf-8-sig"),
        (" ".join(TEXTS["es"]).replace("—", "-"), "cp1252 iso-8859-1"),
        ("Le café est fermé.", "cp1252 iso-8859-1 iso-8859-15"),
        ("He said it’s fine – for now. " * 50, "cp1252"),
        ("".join(TEXTS["zh"]), "gb18030 gbk"),
        ("".join(TEXTS["ja"]), "shift_jis euc_jp iso2022_jp"),
        (RUSSIAN, "cp1251 koi8-r iso-8859-5 cp866"),
        (GREEK, "cp1253 iso-8859-7"),
        (HEBREW, "cp1255"),
        (KOREAN, "euc_kr"),
    ],
    ids=["de", "es", "fr", "quotes", "zh", "ja", "ru", "el", "he", "ko"],
)
def test_a_text_is_read_whatever_encoding_it_was_saved_in(tmp_path: Path, text: str, encodings: str) -> None:
    for encoding in encodings.split():
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        assert load(path).text == text.encode(encoding).decode(encoding)


MIDDLE_AND_EAST = {
    "cs": "Most byl v pondělí uzavřen poté, co v něm inženýři našli trhliny, řekl starosta Jiří Dvořák.",
    "pl": "Most zamknięto w poniedziałek, gdy inżynierowie znaleźli w nim pęknięcia, powiedział burmistrz.",
    "hu": "A hidat hétfőn lezárták, miután a mérnökök repedéseket találtak rajta, közölte a polgármester.",
    "tr": "Köprü, mühendislerin çatlaklar bulmasının ardından pazartesi kapatıldı, dedi belediye başkanı.",
    "uk": "Міст закрили в понеділок, коли інженери знайшли в ньому тріщини, сказав міський голова.",
    "sq": " ".join(
        ["Ura u mbyll të hënën, pasi inxhinierët gjetën plasaritje në të, tha kryetari i bashkisë."] * 4
    ),
}


@pytest.mark.parametrize(
    ("language", "encodings"),
    [
        ("cs", "cp1250 iso-8859-2 cp852"),
        ("pl", "cp1250 iso-8859-2"),
        ("hu", "cp1250 cp852"),
        ("tr", "cp1254 iso-8859-9"),
        ("uk", "cp1251 koi8-u"),
        ("sq", "cp1252"),
    ],
)
def test_the_letters_of_a_language_tell_its_encoding(language: str, encodings: str) -> None:
    text = MIDDLE_AND_EAST[language]
    for encoding in encodings.split():
        assert decode(text.encode(encoding)) == text


GERMAN = "Die alte Brücke über die Lühe bleibt für Lastwagen geschlossen, sagte Jörg Kühne."


@pytest.mark.parametrize("stated", ["", "iso-8859-1", "windows-1251", "shift_jis", "utf-16", "unknown"])
@pytest.mark.parametrize(
    ("stray", "shown"),
    [
        (b"", ""),
        (b"Stra\xdfe", "Straße"),
        (b"\x93ja\x94", "“ja”"),
        (b"cut \xe2\x80", "cut \ufffd"),
        (b"\x81", "\ufffd"),
    ],
)
def test_bytes_that_are_utf8_but_for_a_few_are_utf8_whatever_is_stated(
    stray: bytes, shown: str, stated: str
) -> None:
    assert decode(GERMAN.encode() + b" " + stray, stated) == f"{GERMAN} {shown}"


def test_a_stray_byte_is_not_made_a_letter_of_the_wrong_alphabet() -> None:
    polish = MIDDLE_AND_EAST["pl"]
    assert decode(polish.encode() + b" \xb3 \x96") == f"{polish} \ufffd –"


@pytest.mark.parametrize(
    ("text", "encoding", "stated"),
    [
        (GERMAN, "cp1252", "iso-8859-1"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "mac-cyrillic", "x-mac-cyrillic mac-cyrillic"),
        ("".join(TEXTS["zh"]), "gb18030", "gb2312"),
        ("".join(TEXTS["zh"]), "hz", "hz-gb-2312"),
        (KOREAN, "iso2022_kr", "iso-2022-kr"),
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "koi8-r", "utf-16"),
        (RUSSIAN, "cp1251", "ascii"),
        (GREEK, "cp1253", "iso-8859-1"),
        (KOREAN, "euc_kr", "windows-1252"),
        (RUSSIAN, "utf-16-le", ""),
        ("".join(TEXTS["ja"]) + " 900", "utf-16-be", "shift_jis"),
    ],
)
def test_a_stated_encoding_is_believed_unless_the_bytes_show_another(
    text: str, encoding: str, stated: str
) -> None:
    assert decode(text.encode(encoding), *stated.split()) == text


def test_one_damaged_character_leaves_the_others_of_a_stated_encoding_as_they_are() -> None:
    text = "".join(TEXTS["zh"])
    assert decode(text.encode("gb18030") + b"\x80\x20", "gb18030") == text + "\ufffd "


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ('<meta charset="iso-8859-1"><p>Die Brücke bleibt zu.'.encode(), "Die Brücke bleibt zu."),
        (b'<meta charset="utf-8"><p>Die Br\xfccke bleibt zu, sagt er.', "Die Brücke bleibt zu, sagt er."),
        ('<meta charset="windows-1250"><p>Most zamknięto.'.encode("cp1250"), "Most zamknięto."),
        ('<?xml version="1.0" encoding="utf-16"?><html><p>Die Brücke.'.encode(), "Die Brücke."),
    ],
)
def test_a_page_that_states_a_wrong_encoding_is_read_in_the_right_one(
    tmp_path: Path, page: bytes, words: str
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page)
    assert load(path).text == words


def test_a_zero_among_many_letters_does_not_make_a_text_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The bridge is closed.\0 Nobody knows why." + b"\0" * 500)
    assert "Nobody knows why." in load(path).text
