"""Datelines: the place, and often the date and the agency, at the beginning of a news report."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reader.language.word_list import word_list

__all__ = ["LONGEST", "Dateline", "dateline"]

LONGEST = 120
"""Characters that a dateline may have."""

_AGENCIES = frozenset(
    name.replace("_", " ").casefold()
    for name in word_list(
        """
        AP The_Associated_Press Associated_Press AFP Agence_France-Presse Reuters Thomson_Reuters
        dpa dpa-AFX TASS ITAR-TASS EFE Xinhua Kyodo Kyodo_News Yonhap ANSA PTI Press_Trust_of_India
        ANI IANS UNI Interfax Interfax-Ukraine Anadolu Anadolu_Agency AA Ukrinform UPI Belga APA ATS
        SDA Keystone-SDA ANP CTK ČTK PAP MTI Lusa STT TT NTB Ritzau BNS LETA ELTA Agerpres Tanjug
        Beta HINA SRNA FENA BTA ANA AMNA ANA-MPA MENA WAM SPA KUNA QNA BNA Petra SANA IRNA ISNA Mehr
        Tasnim Fars Bernama Antara VNA CNA KCNA Jiji CP The_Canadian_Press AAP PA PA_Media
        Press_Association PRNewswire Business_Wire GLOBE_NEWSWIRE RIA RIA_Novosti INTERFAX.RU EFECOM
        awp Sputnik Europa_Press KNA epd SID dts AFX Notimex Télam Agência_Brasil AGI Adnkronos
        LaPresse Bloomberg APS MAP TAP ТАСС РИА РИА_Новости Интерфакс Укринформ Укрінформ УНІАН
        UNIAN Belta БелТА NAN GNA ABC CNN RFE/RL VOA BIRN
        """
    )
)
"""The names of news agencies, in lower case."""

_NO_PLACES = frozenset(
    word_list(
        """
        BREAKING UPDATE UPDATED UPDATES WATCH LIVE VIDEO PHOTOS ANALYSIS OPINION EXCLUSIVE CORRECTED
        CORRECTION EDITORIAL NOTE REVIEW INTERVIEW PODCAST LISTEN READ URGENT ALERT FLASH DEVELOPING
        EXPLAINER FACTBOX WRAP REFILE Q&A TV PDF FAQ
        """
    )
)
"""Labels in capitals that stand where a place does."""

_SMALL = frozenset(word_list("and de del della di da do la las los les le el of the an am der im upon y"))
"""Words in the names of places."""

_WORD = r"[^\W\d_](?:[^\W\d_]|[.'’-])*"
_PLACE = rf"(?P<place>{_WORD}(?:(?: and |, and | ?[/&–] ?| ){_WORD}){{0,5}})"
_REGION = r"(?:, (?P<region>[^\W\d_](?:[^\W\d_]|[.' ]){1,24})| \[(?P<country>[^\]\n]{2,30})\])?"
_DAY = (
    r"(?P<date>[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?\d{4})?"
    r"|\d{1,2}(?:er|\.)? (?:de )?[^\W\d_]{3,10}\.?(?: (?:de )?\d{4})?|\d{1,2}[./]\d{1,2}[./]?(?:\d{4})?)"
)
_DATE = rf"(?:(?:,|\.)? {_DAY})?"
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[—–(/-]|\. [^\W\d_]+\. ")
_NAMED = re.compile(r"\(([^()\n]{2,40})\)|/([^/\n]{2,30})/|\. (INTERFAX\.RU) ")
_DASH = r"(?:[—–]|--?|\.[-–—]{1,2}|:)"


class Dateline(NamedTuple):
    """A dateline as it is written, its parts ("" where it has none), and where the report itself begins."""

    line: str
    place: str
    agency: str
    end: int


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms of datelines. Compiled when first needed."""
    place = _PLACE + _REGION + _DATE
    return (
        # KYODO NEWS - May 5, 2026 - (first, as its name may be taken for a place)
        re.compile(
            r"(?P<place>)(?P<agency>[^\W\d_a-z]{2,12}(?: NEWS)?) "
            rf"(?P<dash>{_DASH}){_DATE}(?: {_DASH})? (?=\S)"
        ),
        # May 5 (Reuters) -
        re.compile(rf"(?P<place>){_DAY} \((?P<agency>[^()\n]{{2,40}})\)(?P<dash> ?{_DASH}) ?(?=\S)"),
        # LONDON, May 5 (Reuters) - · Berlin/Paris (dpa) - · Madrid, 5 may (EFE).- · New Delhi, May 5 (PTI)
        re.compile(rf"{place},? ?\((?P<agency>[^()\n]{{2,40}})\)(?P<dash> ?{_DASH})? ?(?=\S)"),
        # MOSCOW, May 5. /TASS/. · TOKYO, May 5, Kyodo - · KYIV. May 5. Ukrinform.
        re.compile(rf"{place}\.? ?/(?P<agency>[^/\n]{{2,30}})/(?P<dash>\.| ?{_DASH}) ?(?=\S)"),
        re.compile(
            rf"{place}[,.] (?P<agency>[^\W\d_][^\W\d_]{{1,14}}(?: News)?)(?P<dash>\.| {_DASH}) (?=\S)"
        ),
        # (ANSA) - ROMA, 05 MAG - · (Reuters) -
        re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\) ?(?P<dash>{_DASH}) (?:{place} ?{_DASH} )?(?=\S)"),
        # МОСКВА, 5 мая - РИА Новости. · MOSCOW. May 5. INTERFAX.RU -
        re.compile(
            rf"{place}(?P<dash>\.| {_DASH}) (?P<agency>[^\W\d_]{{2,12}}(?:\.RU| [^\W\d_]{{2,12}})?)"
            r"(?:\.| -) (?=\S)"
        ),
        # NEW YORK — · BERKELEY HEIGHTS, N.J. —
        re.compile(rf"{place}(?P<agency>) ?(?P<dash>[—–]|--?) (?=\S)"),
    )


def dateline(line: str) -> Dateline | None:
    """The dateline at the beginning of a line ("LONDON (AP) — "), else None.

    A place in capitals may come alone, or with any agency; another needs an agency that is known.
    """
    line = line[:LONGEST]
    if not _may_have_one(line):
        return None
    for form in _forms():
        match = form.match(line)
        if match and _is_dateline(match):
            return Dateline(match[0], (match["place"] or "").rstrip("."), match["agency"], match.end())
    return None


def _may_have_one(line: str) -> bool:
    """Whether a line begins in capitals or names an agency: the forms are slow, and others need none."""
    word = _FIRST_WORD.match(line)
    if word and word[0].isupper() and len(word[0]) > 1:
        return _SIGN.search(line) is not None
    named = _NAMED.search(line) if line[:1].isupper() or line[:1] == "(" else None
    return named is not None and _is_agency(named[named.lastindex or 0])


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether words in the form of a dateline are one; "Paris (the capital) — " is not."""
    place, agency = match["place"] or "", match["agency"]
    words = [word for word in re.split(r"[ /&–]+", place) if word and word not in _SMALL]
    if place in _NO_PLACES or not all(word[:1].isupper() for word in words):
        return False
    known = _is_agency(agency)
    if not place or not match["dash"]:
        return known and (not place or bool(match["date"]) or (place.isupper() and _begins_report(match)))
    if known or not place.isupper():
        return known
    if agency:
        return agency[:1].isupper() and match.string[match.start("agency") - 1] in "(/"
    return len(place) >= 3 and len(words) <= 3 and _begins_report(match)


def _begins_report(match: re.Match[str]) -> bool:
    """Whether no small letter follows, as it does in a sentence that goes on."""
    return not match.string[match.end() : match.end() + 1].islower()


def _is_agency(name: str) -> bool:
    """Whether a name, or one of several, is that of an agency: "AP", "dpa/lby", "Reuters/AFP"."""
    parts = [name, *re.split(r"[/,;&]", name)]
    return any(part.strip().casefold() in _AGENCIES for part in parts)
