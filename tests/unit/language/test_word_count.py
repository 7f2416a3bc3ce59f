"""Words are counted alike wherever they are counted, with or without blanks between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.loading import from_text, load
from reader.language.word_count import count_words, word_starts
from reader.story.body import Body

UNSPACED = {
    "zh": "市政府周二决定关闭鱼市，因为检查人员发现屋顶有裂缝。",
    "ja": "市は火曜日、検査員が屋根の亀裂を見つけたため、魚市場を閉鎖すると決めた。",
    "th": "สภาเมืองลงมติเมื่อวันอังคารให้ปิดตลาดปลาหลังพบรอยร้าวบนหลังคา",
    "lo": "ສະພາເມືອງໄດ້ຕັດສິນໃຈປິດຕະຫຼາດປາໃນວັນອັງຄານ",
    "km": "ក្រុមប្រឹក្សាក្រុងបានសម្រេចបិទផ្សារត្រីនៅថ្ងៃអង្គារ",
    "my": "မြို့တော်ကောင်စီသည် အင်္ဂါနေ့တွင် ငါးဈေးကို ပိတ်ရန် ဆုံးဖြတ်ခဲ့သည်",
}
"""By language: a sentence of the news of about 7 to 20 words."""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n ", 0),
        ("The market opened in 1931.", 5),
        ("Der Markt – seit 1931 – ist zu.", 8),
        ("Рынок закрыт с вторника.", 4),
        ("시장은 화요일에 문을 닫았다.", 4),
        ("市场 closed in 1931", 4),
        ("关闭。", 1),
        ("3月5日", 4),
        ("(AP通讯社)", 3),
    ],
)
def test_words_are_runs_between_blanks_and_parts_of_runs_without_blanks(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize("language", UNSPACED)
def test_a_sentence_without_blanks_has_about_as_many_words_as_its_translation(language: str) -> None:
    assert 7 <= count_words(UNSPACED[language]) <= 20


@pytest.mark.parametrize("language", UNSPACED)
def test_long_text_without_blanks_has_as_many_words_as_its_parts(language: str) -> None:
    sentence = UNSPACED[language]
    assert count_words(sentence * 40) == pytest.approx(40 * count_words(sentence), rel=0.15)


@pytest.mark.parametrize("language", UNSPACED)
def test_the_body_of_a_story_and_the_list_of_articles_count_the_same_words(language: str) -> None:
    sentence = UNSPACED[language]
    article = from_text(f"{sentence}\n\n{sentence[1:]}")
    body = Body(article)
    assert article.words() == count_words(sentence) + count_words(sentence[1:])
    assert body.place(article.paragraphs[1].start) == pytest.approx(0.5, abs=0.1)


@given(st.text(alphabet="ab 1.,市場ひカตลาကក。\n"))
def test_words_start_at_characters_of_the_text_and_in_order(text: str) -> None:
    starts = list(word_starts(text, 0, len(text)))
    assert len(starts) == count_words(text)
    assert starts == sorted(set(starts))
    assert all(not text[start].isspace() for start in starts)


@pytest.mark.parametrize("language", UNSPACED)
def test_a_page_with_scripts_opens_in_a_language_without_blanks(language: str, tmp_path: Path) -> None:
    script = "<script>" + "var a=1;" * 1_000 + "</script>"
    paragraphs = "".join(f"<p>{UNSPACED[language] * 3}{number}</p>" for number in range(8))
    path = tmp_path / "page.html"
    path.write_text(
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{UNSPACED[language][:8]}</title>'
        f"{script}</head><body><article>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    assert load(path).words() > 100
