"""Words that decide whether a full stop ends a sentence: data for `sentences`."""

from __future__ import annotations

__all__ = [
    "AFTER_HOURS",
    "BEFORE_ANYTHING",
    "BEFORE_NAMES",
    "BEFORE_NUMBERS",
    "GERMAN_ORDINALS",
    "MAY_END",
    "ORDINAL_LANGUAGES",
    "SPEECH",
    "STARTERS",
    "STATES",
]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


BEFORE_NAMES = _words(
    """
    Mr Mrs Ms Mx Messrs Mses Dr Drs Prof Profs Rev Revs Fr Hon Pres Sen Sens Rep Reps Gov Govs Lt
    Col Gen Gens Brig Maj Capt Cpt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Spc Det Insp Supt Atty Asst Amb Sec
    Ald Cllr Const Dep Dist Msgr Br vs v cf eg ie e.g i.e z.B d.h p.ex p.ej Mme Mmes Mlle Mlles MM
    Mgr Ste Hr Hrn Frl Dipl Sr Sra Srta Sres Ud Uds Dña Dn Gral Lic Ing Sig Dott dhr mevr
    """
)
"""A name or the other party follows: never the end."""

BEFORE_ANYTHING = {
    "fr": _words("Me Mes St Sts Cf cf chap éd av apr env hab tél dép"),
    "es": _words("EE UU Uds Ud Av Avda Dpto tel teléf admón Excmo Ilmo Mons Gral Cía Hnos"),
    "de": _words(
        "Abs Abt Anm Bd Bspw bspw Hrsg Jh lt Lt Mrd Mio Nr Pkt S sog Str Tel u vgl Vgl ehem gest geb"
    ),
}
"""By language: the abbreviations that are words in another one, or that hardly ever end a sentence."""

BEFORE_NUMBERS = _words(
    """
    No Nos Nr Nrn Núm núm p pp Vol Vols Art art Ch Fig Figs Sec Rte Ext Abs pág págs Jan Feb Mar
    Apr Jun Jul Aug Sep Sept Oct Nov Dec ca approx av apr env S Bd Kap Tel tel
    """
)
"""No end before a digit."""

MAY_END = _words(
    """
    Inc Corp Co Cos Ltd Bros LLC Jr Sr Esq Ave Blvd Rd Dept Assn Univ Intl Natl Govt etc al Mon Tue
    Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec est Est
    Bzgl bzw ca ggf evtl inkl usw vgl Mio Mrd Std Str Tsd zzgl Cie Sté Ft Mt St éd ed eds Ed Yahoo
    Jeopardy
    """
)
"""The end only when a word follows that begins sentences rather than names."""

STATES = _words(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta Sask Man
    """
)
"""As MAY_END, but only after a comma or hyphen: "Ill." is also a word."""

STARTERS = _words(
    """
    The A An This That These Those There Here It Its He His She Her Hers They Their We Our You Your
    My I I'm I've It's He's She's They're We're That's There's Who What When Where Why How Which
    Whose If In On At As After Before But And Or Nor Yet So For From By With Without While Although
    Though Because Since Until Once However Meanwhile Still Also Then Thus Not Now Some Many Most
    Several Such Both Each Every All Any Another Other Others One Two Three Earlier Later Last Next
    Even Despite During Under Over Between Among About Asked Instead Moreover Officials Police
    Critics Analysts Witnesses Authorities Investigators Lawyers Residents Prosecutors Supporters
    Opponents Il Elle Ils Elles Ce Cette Ces Mais Et Der Die Er Sie Es Ein Eine Aber Und Ella Pero
    Este
    """
)
"""Words that begin a sentence and hardly ever a name."""

GERMAN_ORDINALS = _words(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Jahrhunderts Jh Klasse Mal Runde Weltkrieg Weltkriegs Tag Stock Etage Platz Liga
    Bundesliga Minute Spieltag
    """
)
"""What follows a German ordinal number ("am 3. Oktober"), in texts of whatever language."""

ORDINAL_LANGUAGES = frozenset(("de", "da", "no", "nb", "fi", "cs", "sk", "hr", "sl", "hu", "et", "lv", "pl"))
"""Languages that write a full stop after ordinal numbers: there it hardly ever ends a sentence."""

AFTER_HOURS = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Eastern Central Mountain Pacific EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET
    CEST IST AEST January February March April May June July August September October November
    December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec
    """
)
"""What may follow "a.m." and "p.m." inside a sentence."""

SPEECH = _words(
    """
    said says asked asks told tells wrote writes added adds replied cried shouted yelled exclaimed
    tweeted posted demanded wondered quipped joked continued declared answered responded insisted
    recalled
    """
)
"""Verbs by which a name after a closed quotation carries its sentence on."""
