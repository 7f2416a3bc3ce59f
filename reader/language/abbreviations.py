"""Abbreviations, and the other words that decide whether a full stop ends a sentence.

A sentence is not split after "Jan." in "on Jan. 22" or after "Dr." in "Dr. Weber", and is split after "Inc."
in "Corvel Inc. The other". `sentences` applies these lists. Abbreviations are written without their last full
stop. Those of all languages are known in any text, except BEFORE_ANYTHING, which depends on the language.
"""

from __future__ import annotations

from reader.language.word_list import word_set

__all__ = [
    "AFTER_HOURS",
    "BEFORE_ANYTHING",
    "BEFORE_NAMES",
    "BEFORE_NUMBERS",
    "DOMAINS",
    "GERMAN_ORDINALS",
    "MAY_END",
    "ORDINAL_LANGUAGES",
    "SPEECH",
    "STARTERS",
    "STATES",
]


def _of_all_languages(**by_language: str) -> frozenset[str]:
    """The words of all languages, which are listed by their ISO 639-1 codes."""
    return word_set(*by_language.values())


BEFORE_NAMES = _of_all_languages(
    en="""
    Mr Mrs Ms Mx Messrs Mses Dr Drs Prof Profs Rev Revs Fr Hon Pres Sen Sens Rep Reps Gov Govs Lt
    Col Gen Gens Brig Maj Capt Cpt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Spc Det Insp Supt Atty Asst Amb Sec
    Ald Cllr Const Dep Dist Msgr Br Assoc vs v cf eg ie e.g i.e
    """,
    de="z.B d.h Hr Hrn Frl Dipl",
    es="Sr Sra Srta Sres Ud Uds Dña Dn Gral Lic Ing p.ej",
    fr="Mme Mmes Mlle Mlles MM Mgr Ste p.ex",
    it="Sig Dott",
    nl="dhr mevr",
)
"""Never the end of a sentence: a name or the other party follows."""

BEFORE_ANYTHING = {
    "fr": word_set("me mes st sts Cf cf chap éd av apr env hab tél dép bd art al"),
    "es": word_set("EE UU Uds Ud av avda dpto tel teléf admón excmo ilmo mons gral cía hnos párr párrf"),
    "de": word_set(
        """
        Abs Abt Anm Bd bspw Hrsg Jh lt Mrd Mio Nr Pkt S sog Str Tel u vgl ehem gest geb med rer nat phil jur
        habil Fa
        """
    ),
    "pt": word_set("prof profa eng av exmo exma ilmo sr sra srs dr dra art pág núm tel"),
    "it": word_set("sig sigg dott avv ing prof arch rag geom on art artt pag pagg tel dir amm psicol ecc"),
    "nl": word_set("dhr mevr prof dr ir ing drs mr ds fa blz art jl resp ca mln mld nr tel str"),
    "pl": word_set(
        """
        ul al pl św im godz tzw prof dr mgr inż gen płk ks bp tys mln mld np tj art ust pkt nr tel
        os ok pocz proj paraf pn str kpt asp st por sierż zob
        """
    ),
    "cs": word_set("ul č tis mil mld odst zák čl str sv např tzv tj prof doc ing mgr gen plk hl nám tel"),
    "sk": word_set("ul č tis mil mld odst zák čl str sv napr tzv tj prof doc ing mgr gen plk nám tel"),
    "ru": word_set("ул им проф гор г с д акад доц пр просп пер кв корп стр рис см напр ст пл обл р-н тов гр"),
    "uk": word_set("вул ім проф м с буд акад доц просп пров кв корп стор рис див напр ст пл обл тов гр"),
    "bg": word_set("ул бул проф доц акад инж гр обл чл ал стр"),
    "tr": word_set("cad sok mah av dr prof doç bkz vb no apt"),
    "el": word_set("οδ αρ κ κα κκ δρ εκατ δισ χιλ σελ βλ λ.χ π.χ δηλ"),
    "hi": word_set("डॉ प्रो श्री पं सं कि.मी"),
    "vi": word_set("TP TS PGS ThS GS BS PGS.TS GS.TS Q"),
    "id": word_set("Jl Rp Dr Drs Ir Hj Kol Prof"),
    "ms": word_set("Jl Rp Dr Ir Prof"),
    "sv": word_set("hr fr kl nr dr prof ca milj mdr st S:t t.ex bl.a"),
    "da": word_set("hr fr kl nr dr prof ca mio mia skt st f.eks bl.a"),
    "no": word_set("hr fr kl nr dr prof ca mill mrd st f.eks bl.a"),
    "nb": word_set("hr fr kl nr dr prof ca mill mrd st f.eks bl.a"),
    "is": word_set("hr fr kl nr dr próf"),
    "fi": word_set("klo nro esim prof tri mm ks puh"),
    "hu": word_set("dr id ifj özv prof ker kb pl ún u"),
    "ro": word_set("str nr dl dna dr prof art bd bl sc ap"),
}
"""By language: abbreviations that hardly ever end a sentence, or that are words in another language. Those in
lower case may have a capital."""

BEFORE_NUMBERS = _of_all_languages(
    en="""
    No Nos N° p pp Vol Vols Art art Ch Fig Figs Sec Rte Ext Op Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec ca approx al
    """,
    de="Nr Nrn Abs S Bd Kap Tel tel",
    es="Núm núm pág págs",
    fr="av apr env n°",
    nl="blz",
    pl="godz poz",
    fi="klo",
    da="kl",
    ro="nr",
    el="αρ",
)
"""Not the end of a sentence before a digit: "Jan. 22", "No. 7", "et al. [2004]"."""

MAY_END = _of_all_languages(
    en="""
    Inc Corp Co Cos Ltd Bros LLC Jr Sr Esq Ave Blvd Rd Dept Assn Univ Intl Natl Govt etc al Mon Tue
    Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec est Est
    Ft Mt St ed eds Ed Yahoo Jeopardy
    """,
    de="Bzgl bzw ca ggf evtl inkl usw vgl Mio Mrd Std Str Tsd zzgl",
    fr="Cie Sté éd",
)
"""The end of a sentence only when a word follows that begins sentences rather than names."""

STATES = word_set(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta Sask Man
    """
)
"""States and provinces: as MAY_END, but only after a comma or hyphen, as "Ill." is also a word."""

STARTERS = _of_all_languages(
    en="""
    The A An This That These Those There Here It Its He His She Her Hers They Their We Our You Your
    My I I'm I've It's He's She's They're We're That's There's Who What When Where Why How Which
    Whose If In On At As After Before But And Or Nor Yet So For From By With Without While Although
    Though Because Since Until Once However Meanwhile Still Also Then Thus Not Now Some Many Most
    Several Such Both Each Every All Any Another Other Others One Two Three Earlier Later Last Next
    Even Despite During Under Over Between Among About Asked Instead Moreover Officials Police
    Critics Analysts Witnesses Authorities Investigators Lawyers Residents Prosecutors Supporters
    Opponents
    Nothing Nobody None Neither Either Everyone Everybody Everything Someone Something Anyone Anything Few
    Much More Perhaps Maybe Indeed Yes Again Today Yesterday Tomorrow Tonight Recently Previously Eventually
    Finally Initially Nearly Almost Nonetheless Nevertheless Therefore Hence Otherwise Likewise Similarly
    Additionally Furthermore Elsewhere Apparently Clearly Obviously Unfortunately Fortunately Sometimes Often
    Usually Never Always Only Just Let's Please Unless Until Whether Whatever Whenever Wherever Within
    Throughout Amid Beyond Unlike According Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands
    People Can't Don't Didn't Doesn't Isn't Wasn't Won't
    """,
    de="""
    Der Die Er Sie Es Ein Eine Aber Und Das Dies Diese Dieser Wir Im Am Bei Nach Vor Für Von Zum Zur Als Wenn
    Weil Dass Ob Wie Wo Wer Warum Denn Doch Dabei Damit Daher Deshalb Dort Hier Heute Gestern Danach Dann Auch
    Noch Nur Schon Seit Seine Ihre Kein Keine Man Nicht Niemand Alle Viele Auf Mit
    """,
    es="Ella Pero Este",
    fr="Il Elle Ils Elles Ce Cette Ces Mais Et",
)
"""Words that begin a sentence and hardly ever a name."""

GERMAN_ORDINALS = word_set(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Jahrhunderts Jh Klasse Mal Runde Weltkrieg Weltkriegs Tag Stock Etage Platz Liga
    Bundesliga Minute Spieltag
    """
)
"""Words that follow a German ordinal number ("am 3. Oktober"), in texts of any language."""

ORDINAL_LANGUAGES = word_set("de da no nb fi cs sk hr sl hu et lv pl tr is")
"""Languages that write a full stop after ordinal numbers: there it hardly ever ends a sentence."""

AFTER_HOURS = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Eastern Central Mountain Pacific EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET
    CEST IST AEST January February March April May June July August September October November
    December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec
    """
)
"""Words that may follow "a.m." and "p.m." inside a sentence."""

SPEECH = word_set(
    """
    said says asked asks told tells wrote writes added adds replied cried shouted yelled exclaimed
    tweeted posted demanded wondered quipped joked continued declared answered responded insisted
    recalled
    """
)
"""Verbs that, with a name, continue the sentence of a quotation that has just been closed."""

DOMAINS = word_set(
    """
    com org net edu gov mil int info biz co io ai tv me eu uk us ca au nz de at ch fr es it nl be pl cz ru ua
    cn jp kr in br news app js py md txt pdf html php asp aspx exe dll
    """
)
"""Ends of the names of websites and files, in lower case: "Example.Com" is not two sentences."""
