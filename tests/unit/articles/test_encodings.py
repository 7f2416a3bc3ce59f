from __future__ import annotations

from pathlib import Path

import pytest

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
