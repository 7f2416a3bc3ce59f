from __future__ import annotations

import pytest

from reader.language.sentences import split

# " | " stands where a sentence ends.
CASES = """
The envoy met U.S. Secretary Mara Lind. | They spoke for an hour.
The deal was signed Jan. 22, 2015, in Oslo. | It lapsed in Feb. 2016.
He called the advance "slowed ... and in some places stopped" on Friday.
"The trucks did not come in time." | He then left the room.
"We waited. | Nobody came. | We went home," said Lind.
"Stop!" he shouted. | The car went on.
"Will it hold?" Ms. Arden asked. | Nobody knew.
“Is that all?” Mr. Boyd Keller said.
The vote was 4-3. | Turnout reached 3.5 percent.
Gov. Ida Mills spoke at 9 p.m. Friday. | Gen. R. J. Ott listened.
They closed at 9 p.m. | Police came later.
Shares of Corvel Inc. rose. | Dalton Corp. Chief Executive Ann Roe resigned.
The firm is Corvel Inc. | The other is Roe Bros. and Sons.
See No. 7 on the list. | Is the answer yes? | No. | He was wrong.
She lives on Main St. | The house is old. | St. Louis is far.
It is the largest in the U.S. | The next is in Canada.
George W. Harlan Jr. spoke. | J. K. Moss did not.
He came in 2015. | Mills left in 2016.
1. Open the door.
(The mayor was not there.) | She came late.
Rep. Alan Voss (R-Tenn.) voted no. | Sen. Jo Reed (D-Mass.) Thursday voted yes.
Washington, D.C., is humid. | N.J. Transit trains stopped.
“It ended. ... | We were tired,” she said.
He waited… | Then he left.
“I might …” letters arrived daily.
Dr. Ruth Oye, Ph.D., spoke. | Prof. Lum agreed.
Lt. Col. Dee Marsh of Ft. Ward, Ill., said so. | He was ill. | Then he died.
"You did it!" | The crowd went wild.
The group, known as Yahoo! News, left. | It returned.
They said "no." | But the "yes" camp won.
Mr. Fox said: "I am here." | "So am I," she said.
WASHINGTON (AP) — The talks failed. | Nobody was surprised.
Mrs. Lane vs. Mr. Poe. | It was No. 5 vs. No. 6.
Contact a.b@c.example or www.example.org. | Then wait.
"What?!" | Everyone laughed.
It was over. | al-Karim left. | iPhone sales fell.
Stay out of the U.S. – or pay.
""".strip().splitlines()

OTHER_LANGUAGES = """
Der Minister kam am 3. Oktober nach Berlin. | Dort sprach er z.B. mit Dr. Weber.
„Wir sind bereit.“ | Danach ging er.
Er zahlte ca. 3,5 Mio. Euro. | Das ist z. B. Die Zeit bekannt.
M. Dupont est venu. | « Nous sommes prêts. » | Il est parti.
La Sra. Ruiz vive en EE.UU. desde 2010. | ¿Quién lo sabe? | ¡Nadie! | El Sr. Gil calló.
قال الوزير إن الاجتماع انتهى. | هل يعود؟ | لا أحد يعرف.
""".strip().splitlines()

WITHOUT_SPACES = """
外交部周四表示反对。 | “我们很高兴。” | 他说。 | 真的吗？ | 是的！
首相は「準備はできている。」と述べた。 | 会議は終わった。
""".strip().splitlines()


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize("case", CASES + OTHER_LANGUAGES)
def test_sentences_end_where_a_reader_would_end_them(case: str) -> None:
    expected = case.split(" | ")
    assert _sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("case", WITHOUT_SPACES)
def test_chinese_and_japanese_need_no_space_after_a_stop(case: str) -> None:
    expected = case.split(" | ")
    assert _sentences("".join(expected)) == expected


def test_white_space_around_sentences_is_left_out() -> None:
    assert split("  One. \n Two.  ", 0, 15) == [(2, 6), (9, 13)]


def test_only_the_part_that_is_asked_for_is_split() -> None:
    assert split("One. Two. Three.", 5, 9) == [(5, 9)]


def test_empty_text_has_no_sentences() -> None:
    assert split("   ", 0, 3) == []
