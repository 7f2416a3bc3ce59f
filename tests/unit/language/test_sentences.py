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
The pier fell.[1] | It was rebuilt.[12][13] | The cost was high.[4]:7 | Nobody paid.³ | It stands.
The pier fell. [26] | It was rebuilt in May.[a] | "It held."[3] | Then it fell.
Oye et al. [2004] measured the tides. | Lum et al. (2019) did not. | See Marsh et al. 2011 for more.
See Example.com, Example.Com, example.org.uk and a.b for U.S.A and St.Petersburg by J.Smith.
SEN. HOLLIS: You gave the order. | MR. OYE: I did not. | SEE NO. 5 ON THE LIST.
He told the F.B.I. | Nothing happened. | The F.B.I. Director left. | She moved to the U.S. | Perhaps he knew.
"The bridge held." Marsh said. | The road was shut.
“The bridge held.” Ida Marsh said on Monday. | “It fell.” The harbour master said. | Then it rained.
"The bridge held." | Marsh said the road was shut.
"The bridge held." Ida Marsh, 51, told reporters. | “It fell.” Marsh told the Gazette on Monday. | It rained.
Q. When did you see it? | A. On Monday. | Q. Who told you?
The poster says 9.30 A.M. / 7.00 P.M. and Truex Jr. / Car 5035.
[T]he end is near. | [S]he left.
The list has Op. 46 and No. 5. | It has no more.
• 9. The first item. | It was long.
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
市长说：“我们来了。我们走了。” | 没有人回答…… | 会议结束了。
""".strip().splitlines()

OF_ONE_LANGUAGE = """
de: Prof. Dr. med. Roe sprach. | Die Fa. Lum zahlte am 12. Mai. | Er kam am 4. | Danach ging er.
fr: Elle habite 4, bd. Carnot. | L'art. 7 le dit. | Son mari aussi.
es: La empresa Roe S. A. vende. | El art. 4 lo dice. | Nadie sabe.
pt: A Profa. Lum e o Eng. Roe falaram. | Ele mora na Av. Brasil.
it: Il sig. Neri e l'ing. Lume tacciono. | L'art. 4 lo dice. | Il prof. Roe no.
nl: Dhr. Roe en mevr. Lum kwamen. | Zie blz. 4. | Dat klopt.
pl: Stoi przy ul. Polnej od godz. 4. | Nikt nie wie. | Ok. 80 osób czeka w XX. Liceum.
cs: Bydlí v ul. Krátké. | Dluží 3 tis. Kč.
ru: Дом на ул. Лесной сгорел. | Проф. Лунин это видел. | Школа им. Роэ цела.
uk: Школа ім. Роя на вул. Лісовій ціла. | Ніхто не знає.
tr: Burada 4. Okul açıldı. | Av. Kaya 2. Cadde'de oturuyor.
el: Τι είπε; | Κανείς δεν ξέρει. | Ο κ. Λούμος μένει στην οδ. Νίκης αρ. 4. | Σιωπά.
hy: Նա գնաց: | Ոչ ոք չգիտի: | Տունը հին է։ | Այն փակ է։
am: እሱ ሄደ። | ማንም አያውቅም።
km: គាត់ទៅ។ | គ្មានអ្នកដឹងទេ។
hi: डॉ. रोय आए। | उन्होंने क्या कहा ? | कोई नहीं जानता ।
hu: Itt beszélt dr. Kis úr. | A III. kerület hallgat.
fi: Hän lähti 4. toukokuuta klo 9. | Kukaan ei nähnyt.
da: Hr. Berg kom d. 4. maj kl. 9. | Han tav.
ro: Dl. Pop stă pe str. Lungă nr. 4. | El tace.
id: Dr. Roe tinggal di Jl. Merdeka No. 4. | Ia diam.
vi: TS. Lê Văn Roe đến TP. Huế. | Ông im lặng.
""".strip().splitlines()

GLUED = """
The guests left. | The hall was shut. | The mayor spoke. | Nobody answered. | “It is late.” | She went home.
He came in 1999. | The war was over. | The door closed. | Stop! | The car went on.
It fell.[1] | The mayor left.² | Nobody knew. | The firm is Roe Inc. | The other is not.
""".strip().splitlines()


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize("case", CASES + OTHER_LANGUAGES)
def test_sentences_end_where_a_reader_would_end_them(case: str) -> None:
    expected = case.split(" | ")
    assert _sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("case", GLUED)
def test_a_space_that_is_missing_after_a_stop_does_not_join_sentences(case: str) -> None:
    expected = case.split(" | ")
    assert _sentences("".join(expected)) == expected


@pytest.mark.parametrize("case", OF_ONE_LANGUAGE)
def test_stops_and_abbreviations_of_one_language_are_known_in_it(case: str) -> None:
    language, _, text = case.partition(": ")
    expected = text.split(" | ")
    joined = " ".join(expected)
    assert [joined[s:e] for s, e in split(joined, 0, len(joined), language)] == expected


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
