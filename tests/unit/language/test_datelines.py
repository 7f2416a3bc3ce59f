"""Datelines of agencies and newspapers, and what only looks like one."""

from __future__ import annotations

import pytest

from reader.articles.loading import from_text
from reader.language.datelines import dateline
from reader.language.sentences import split

DATELINES = """
NEW YORK (AP) — | NEW YORK | AP
SAN JOSE, Calif. (AP) — | SAN JOSE | AP
WINSTON-SALEM, N.C. (AP) — | WINSTON-SALEM | AP
ST. LOUIS (AP) -- | ST. LOUIS | AP
WASHINGTON and NEW YORK (AP) — | WASHINGTON and NEW YORK | AP
Berlin (dpa) - | Berlin | dpa
Berlin/Paris (dpa) - | Berlin/Paris | dpa
Frankfurt am Main (dpa/lhe) - | Frankfurt am Main | dpa/lhe
MOSCOW, May 5. /TASS/. | MOSCOW | TASS
МОСКВА, 5 мая. /ТАСС/. | МОСКВА | ТАСС
Madrid, 5 may (EFE).- | Madrid | EFE
BEIJING, May 5 (Xinhua) -- | BEIJING | Xinhua
TOKYO, May 5, Kyodo - | TOKYO | Kyodo
KYODO NEWS - | | KYODO NEWS
May 5 (Reuters) - | | Reuters
МОСКВА, 5 мая - РИА Новости. | МОСКВА | РИА Новости
Москва. 5 мая. INTERFAX.RU - | Москва | INTERFAX.RU
MADRID, 5 May. (EUROPA PRESS) - | MADRID | EUROPA PRESS
Bogotá, 5 may (EFECOM).- | Bogotá | EFECOM
Bern/Genf, 5.5. (awp) - | Bern/Genf | awp
Lisboa, 05 mai 2026 (Lusa) – | Lisboa | Lusa
KYODO NEWS - May 5, 2026 - | | KYODO NEWS
SEOUL, May 5 (Yonhap) -- | SEOUL | Yonhap
PARIS (AFP) – | PARIS | AFP
Genève, 5 mai 2026 (AFP) - | Genève | AFP
LONDON, May 5 (Reuters) - | LONDON | Reuters
TEL AVIV/GAZA, May 5 (Reuters) - | TEL AVIV/GAZA | Reuters
(ANSA) - ROMA, 05 MAG - | ROMA | ANSA
(Reuters) - | | Reuters
New Delhi, May 5 (PTI) | New Delhi | PTI
New Delhi [India], May 5 (ANI): | New Delhi | ANI
Mumbai, May 5 (IANS) | Mumbai | IANS
MOSCOW. May 5 (Interfax) - | MOSCOW | Interfax
ISTANBUL (AA) - | ISTANBUL | AA
KYIV. May 5. Ukrinform. | KYIV | Ukrinform
ORU, May 3 (Northern Wire) — | ORU | Northern Wire
WASHINGTON — | WASHINGTON |
MARROW HEIGHTS, N.J. — | MARROW HEIGHTS |
""".strip().splitlines()

TEXTS = """
Paris (the capital) — the largest city — was calm.
LONDON (the capital) — The rain stopped.
NATO (the alliance) - said nothing.
NASA - the agency of space - said nothing.
Rita Marsh (R-Ohio) -- said nothing.
Rita Marsh (Reuters) said nothing.
Rita Marsh (left) — The mayor was calm.
The plan commits itself to the idea – and fails.
BREAKING — The pier fell.
OPINION - We are late.
FIRE KILLS TEN IN OLD PORT - MAYOR
I - We were there.
He met her in Rome (ANSA) and left.
In May 5 boats sank.
May 5 (the day after) - nobody came.
MAYOR: The pier fell.
""".strip().splitlines()


@pytest.mark.parametrize("case", DATELINES)
def test_a_dateline_names_its_place_and_its_agency(case: str) -> None:
    line, place, agency = (part.strip() for part in case.split("|"))
    text = f"{line} The pier fell on Monday, the mayor said. Nobody was hurt."
    found = dateline(text)
    assert found
    assert (found.place, found.agency, text[found.end :][:8]) == (place, agency, "The pier")
    assert [text[s:e] for s, e in split(text, 0, len(text))][1] == "Nobody was hurt."
    article = from_text(text)
    assert article.title == "The pier fell on Monday, the mayor said."
    assert article.source == agency


@pytest.mark.parametrize("line", TEXTS)
def test_text_that_only_looks_like_a_dateline_stays_text(line: str) -> None:
    assert dateline(line) is None


def test_a_dateline_with_a_year_dates_the_article() -> None:
    assert from_text("NAIROBI, March 14, 2026 (AFP) — The pier fell on Monday.").date == "2026-03-14"
    assert from_text("NAIROBI, March 14 (AFP) — The pier fell on Monday.").date == ""
