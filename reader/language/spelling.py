"""British and American spellings of one word: "neighbours" and "neighbors", "organised" and "organized".

Only endings and words that have two spellings are listed, so "four", "promise" and "acre" do not change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reader.language.word_list import word_list

__all__ = ["american"]

_OUR = """
    arm ard behavi cand clam clang col demean endeav fav ferv flav glam harb hon hum lab neighb od parl
    ranc rig rum sav savi splend succ tum val vap vig
"""
_RE = "calib cent fib goit lit lust meag met mit och sab sepulch somb spect theat"
_DOUBLED = """
    cancel channel counsel dial duel enamel equal fuel funnel gravel grovel jewel label level libel
    marshal marvel model panel parcel pedal pencil quarrel rival shovel shrivel signal snorkel spiral
    stencil total travel tunnel unravel council
"""
_ISE = """
    al an ar as at ard bapt bil cr der ep er ern et eth gn ic id il im in ior it iv log nom nym ol on op
    or ot oth rn yl ym
"""
_BEGINNINGS = """
    anaem=anem anaesth=anesth archaeo=archeo diarrhoea=diarrhea encyclopaed=encycloped foet=fet
    gynaec=gynec haem=hem haemorrh=hemorrh leukaem=leukem manoeuvre=maneuver manoeuvr=maneuver
    oesoph=esoph oestr=estr orthopaed=orthoped paed=ped skilful=skillful sceptic=skeptic mould=mold
    smoulder=smolder plough=plow draught=draft storey=stor jewellery=jewelry woollen=woolen
    aluminium=aluminum moustach=mustach pyjama=pajama artefact=artifact yoghurt=yogurt programme=program
    omelette=omelet licenc=licens practis=practic kerb=curb
"""
_WORDS = """
    grey=gray greys=grays tyre=tire tyres=tires defence=defense defences=defenses offence=offense
    offences=offenses pretence=pretense catalogue=catalog catalogues=catalogs dialogue=dialog
    dialogues=dialogs analogue=analog ageing=aging judgement=judgment acknowledgement=acknowledgment
    cosy=cozy gaol=jail whisky=whiskey enquiry=inquiry enquiries=inquiries enquire=inquire
    enquired=inquired fulfil=fulfill fulfils=fulfills enrol=enroll enrols=enrolls enrolment=enrollment
    instalment=installment instalments=installments instil=instill distil=distill cheque=check
    cheques=checks axe=ax maths=math mum=mom towards=toward afterwards=afterward amongst=among
    whilst=while learnt=learned burnt=burned spelt=spelled dreamt=dreamed analyse=analyze
    analysed=analyzed analysing=analyzing paralyse=paralyze paralysed=paralyzed paralysing=paralyzing
    catalyse=catalyze
"""


def american(word: str) -> str:
    """The American spelling of a folded word; other words as they are."""
    if len(word) < 3 or not word.isascii():
        return word
    if whole := _pairs(_WORDS).get(word):
        return whole
    for pattern, replacement in _patterns():
        changed = pattern.sub(replacement, word)
        if changed != word:
            return changed
    beginning = next((begin for begin in _pairs(_BEGINNINGS) if word.startswith(begin)), "")
    return _pairs(_BEGINNINGS)[beginning] + word[len(beginning) :] if beginning else word


@cache
def _pairs(listed: str) -> dict[str, str]:
    """British spellings with the American ones, the longest first."""
    pairs = dict(pair.split("=") for pair in word_list(listed))
    return dict(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]:
    """Endings of words with two spellings, each with its replacement."""
    return (
        (re.compile(rf"\b((?:dis|un|mis|re|out)?(?:{_any(_OUR)}))our"), r"\1or"),
        (re.compile(rf"((?:{_any(_RE)}))re(?:(s)|(d))?\Z"), _as_er),
        (re.compile(rf"\b((?:un|re)?(?:{_any(_DOUBLED)}))l(ed|ing|ers?|ors?)\Z"), r"\1\2"),
        (re.compile(rf"\b(?!treatis)(\w\w+?(?:{_any(_ISE)})i)s(e[ds]?|ers?|ing|ations?)\Z"), r"\1z\2"),
    )


def _as_er(match: re.Match[str]) -> str:
    """The ending of "theater", "centers" or "centered"."""
    return f"{match[1]}er{match[2] or ''}{'ed' if match[3] else ''}"


def _any(endings: str) -> str:
    return "|".join(word_list(endings))
