"""Patterns of boilerplate lines on news pages, English first, with some German, French and Spanish.

A pattern fits *all* of a line (case matters in names only). How much it says on its own is its `weight`: a
sentence of an article may look like most of them.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.language.boilerplate.weights import LABEL, SURE, VAGUE

__all__ = ["LIST_HEADER", "PARTS", "PATTERNS", "LinePattern"]

PARTS = {
    "<word>": r"[^\W\d_a-z][\w.'’-]*",
    "<name>": "(?-i:<word>(?: (?:de|da|di|del|van|von|der|bin|al|el|la|le|<word>)){0,4})",
    "<names>": "<name>(?:(?:,| and| und| et| y|, and| &|/) <name>){0,4}",
    "<month>": (
        "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août"
        r"|déc|mär|okt|dez|ene|abr|ago|dic)[a-zéû]*\.?"
    ),
    "<date>": r"(?:<month> \d{1,2}|\d{1,2}\.? <month>|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|today|yesterday)",
    "<day>": r"(?:[a-zé]+day|mon|tue|wed|thu|fri|sat|sun|[a-z]+di|[a-z]+tag)\.?,? ",
    "<rest>": (
        r"(?:[ ,|·•/()–—:-]++|<day>|<date>|\d{4}|\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{1,2}(?=h| ?[ap]\.?m)"
        r"|[ap]\.?m\.?|h|at|à|um|uhr|utc|gmt|(?-i:[A-Z]{1,4}T)|(?:first |last )?(?:updated|modified"
        r"|published)(?: on| at)?|local time|by [\w ]{2,40}\Z){0,14}+"
    ),
    "<when>": r"(?:<day>)?<date><rest>",
    "<clock>": r"\d{1,2}[:.h]\d{2}<rest>",
}
"""Parts that patterns share, by the names that they have in patterns: people, dates, times of day."""


class LinePattern(NamedTuple):
    """The reason why a line is boilerplate, a pattern that fits all of it, and what that weighs.

    The pattern is compiled and tried only when the line, in lower case, contains one of the hints ("^":
    begins with it): compiling all of them takes longer than opening an article.
    """

    reason: str
    hints: str
    pattern: str
    weight: int = LABEL


PATTERNS = (
    LinePattern(
        "picture count",
        "^0 ^1 ^2 ^3 ^4 ^5 ^6 ^7 ^8 ^9 ^photo ^image ^slide ^gallery",
        r"(?:photo|image|slide|gallery)?:? ?\d+ ?(?:of|/) ?\d+(?: photos?| images?)?",
    ),
    LinePattern(
        "photo credit",
        "^photo ^image ^illustration ^graphic ^picture ^video ^fot.",
        r"fot\. <names>(?: ?[/|,(–—-] ?[^.!?]{1,60})?"
        "|(?:photos?|images?|illustrations?|graphics?|pictures?|video) "
        "(?:(?:courtesy(?: of)?|via) [^.!?]{1,80}"
        "|by <names>(?: ?[/|,(–—-] ?[^.!?]{1,60}| (?:for|via|of|in) [^.!?]{1,60})?)",
    ),
    LinePattern(
        "photo credit",
        "^photo ^image ^picture ^foto ^pic ^file ^credit ^source ^bild ^crédit",
        "(?:photo(?:graph)?s?|image|picture|foto|pic|file photo|photo credit|credit|bild|crédit) ?: ?"
        r"(?:(?-i:[^\W\d_a-z]|[@©\d(])|(?:ap|dpa|afp|via|courtesy|privat)\b).{0,250}"
        "|source ?: ?<names>(?: ?[/|,(–—-] ?[^.!?]{1,60}| via [^.!?]{1,60})?",
    ),
    LinePattern(
        "photo credit",
        "photo image file",
        r"(?:[\w /,.’'-]{1,60}[ ,/|])?(?:ap|pa|afp|epa|reuters) (?:photo|images?|file)\b[^.!?]{0,80}",
    ),
    LinePattern(
        "photo credit",
        "getty shutterstock alamy istock reuters afp unsplash corbis epa rex/",
        r"(?:\d{4} )?(?:<name> ?(?:[/|,]|via|/ ?<name> via) ?)?(?:getty(?: images)?|shutterstock|alamy|istock"
        r"|reuters|afp|epa|ap images|rex/\w+|unsplash|corbis)(?: file|/<word>)?",
    ),
    LinePattern(
        "photo caption",
        "photo image: picture: pic: credit: foto: crédit:",
        ".{10,}[ (.](?:photo(?:graph)?|image|picture|pic|credit|foto|crédit)s? ?(?:: ?|by"
        r" )(?-i:[^\W\d_a-z]).{1,70}",
    ),
    LinePattern(
        "photo caption",
        "credit",
        r".{10,}[.”\"] (?-i:Credit) <name>(?: (?:for|/|via) .{1,50})?",
    ),
    LinePattern(
        "photo caption",
        "(ap (reuters (afp (pa (epa (file (getty (courtesy (photo",
        r".{10,}\((?:(?:ap|reuters|afp|pa|epa|file|getty|photo)\b[^()]{0,20}(?:/|photo|image|by)"
        r"|courtesy )[^()]{0,60}\)\.?",
        SURE,
    ),
    LinePattern(
        "photo caption",
        "^file",
        "file photo ?[:—–-].*",
    ),
    LinePattern(
        "time of publication",
        "^update ^first ^last ^original ^publi ^post ^modif ^creat ^stand ^issued ^mis ^aktual "
        "^actual ^veröff",
        "(?:first |last |originally )?(?:updated|published|posted|modified|created|stand|publié|mis"
        " à jour|actualisé|aktualisiert|veröffentlicht|actualizado|publicado|issued)(?: at| on| le|"
        r" el| am)?(?: ?[:|] ?.{0,60}| <when>| <clock>)(?: by [\w ]+)?",
    ),
    LinePattern(
        "time of publication",
        "jan feb fév mar mär apr abr avr may mai jun juin jul juil aug août ago sep oct okt nov dec "
        "déc dez ene dic today yesterday / : -",
        "<when>",
        VAGUE,
    ),
    LinePattern(
        "time of publication",
        "^0 ^1 ^2 ^3 ^4 ^5 ^6 ^7 ^8 ^9",
        r"(?:\d{1,2}\.? (?:de |of )?[^\W\d_]{2,12}\.? (?:de )?\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
        r"|\d{4}(?:[./-]|年)\d{1,2}(?:[./-]|月)\d{1,2}日?)(?:[ ,،|–-]| à)+\d{1,2}(?:[:.h]|時)\d{2}"
        "(?:分| ?uhr| ?uur)?",
    ),
    LinePattern(
        "reading time",
        "min listen",
        r"(?:reading time:? ?)?\d+[ -]?(?:min|minutes?|mins)\.?(?: read| de lecture| lesezeit)?"
        r"|\W*listen to this (?:article|story).*",
    ),
    LinePattern(
        "byline",
        "^by ^von ^par ^por ^di ^door ^av ^af ^της ^του ^text ^story ^words ^interview ^analysis ^reporting",
        "(?-i:By|BY|by|Von|Par|Por|di|Di|Door|Av|Af|Της|Του"
        "|(?:Text|Story|Words|Interview|Analysis|Reporting) by)"
        " <names>(?:,? ?[|,—–-] ?[^.!?]{1,60})?(?: (?-i:and|for|of|in) [^.!?]{1,40})?",
    ),
    LinePattern(
        "agency credit",
        "contributed",
        r".{2,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b[^.!?]{0,40}\.?",
        SURE,
    ),
    LinePattern(
        "agency credit",
        "report material information file",
        r"\W*(?:(?:with|additional) )?(?:report(?:ing|s|ed)|material|information|files?) (?:by|from) "
        "(?:the )?<names>(?:(?:;|,| and| in| for|/) [^.!?]{2,120})?[.)]*",
    ),
    LinePattern(
        "agency credit",
        "services reports agencies quelle:",
        r"[\w ]{2,40} (?:(?:staff )?(?:and|&|with) )(?:wire|news) (?:services|reports|agencies)"
        "|quelle: .{2,60}",
    ),
    LinePattern(
        "agency credit",
        "ap) afp) reuters) dpa) upi) pa)",
        r"\((?:ap|afp|reuters|dpa|upi|pa)\)\W*",
        SURE,
    ),
    LinePattern(
        "agency credit",
        "^editing ^writing ^compiled ^translated ^edited ^our",
        "(?:editing|writing|compiled|translated|edited) by [^.!?]{2,100}|our standards: .*",
    ),
    LinePattern(
        "social link",
        "^please ^follow ^like ^find ^join ^connect ^friend",
        r"(?:please )?(?:follow|like|find|join|connect with|friend) .{1,80}\b(?:on|via|at) (?:twitter"
        "|facebook|instagram|x|threads|mastodon|linkedin|youtube|tiktok|telegram|bluesky|whatsapp"
        r"|google\+)(?: (?:at )?(?:@|http).{1,80}|[^.!?]{0,40})[.!]?",
    ),
    LinePattern(
        "social link",
        "^please ^follow ^like ^find ^join ^connect",
        r"(?:please )?(?:follow|like|find|join|connect with) (?:us|me|our \w+)(?: \w+)? (?:on|via|at)"
        " [^.!?]{1,60}[.!]?",
        SURE,
    ),
    LinePattern(
        "social link",
        "^@ ^subscribe ^twitter ^facebook",
        r"(?:twitter|facebook)? ?:? ?@\w+"
        "|subscribe to .{1,50} on (?:youtube|spotify|apple podcasts).*",
    ),
    LinePattern(
        "share button",
        "^like ^enjoy",
        r"(?:lik|enjoy)(?:e|ed|ing)? (?:this|reading this) (?:story|article|post|video)\?[^.!?]{0,80}[.!]?",
        SURE,
    ),
    LinePattern(
        "social link",
        "^subscribe",
        r"subscribe to (?:the|our) [^.!?]{0,40}\b(?:channel|podcast|newsletter)s?\b[^.!?]{0,80}[.!]?",
        SURE,
    ),
    LinePattern(
        "share button",
        "^share ^send ^save ^print ^email ^as",
        r"(?:share|send|save|print|email) (?:this|with|on|any)(?: \w+){0,4}:?"
        "|as a subscriber, you have .*",
    ),
    LinePattern(
        "share button",
        "^0 ^1 ^2 ^3 ^4 ^5 ^6 ^7 ^8 ^9",
        r"[\d,.]+k?(?: shares?| likes?| retweets?| comments?| replies)",
    ),
    LinePattern(
        "share button",
        "^0 ^1 ^2 ^3 ^4 ^5 ^6 ^7 ^8 ^9",
        r"[\d,.]+k?",
        VAGUE,
    ),
    LinePattern(
        "related articles",
        "^related ^more ^recommended",
        "related (?:news|stor(?:y|ies)|articles?|content|coverage|links|posts?|reading|video):?"
        "|more (?:from|by|about|in) (?:<name>|this .{1,30})"
        "|recommended by .{1,40}",
    ),
    LinePattern(
        "related articles",
        "^read ^see ^watch ^also ^lire ^leer ^lesen ^mehr ^also ^related ^previous ^further",
        "(?:read|see|watch|lire|leer|lesen|mehr)(?: more| also| next| aussi| también| sie auch)? ?:"
        " .{3,160}"
        "|(?:also|related|see also|further reading|previously) ?: .{3,160}"
        r"|also on [\w-]+\.(?:com|org|net|co\.\w\w)\b.*"
        "|lesen sie auch.{0,120}",
    ),
    LinePattern(
        "related articles",
        "continue ^read ^video",
        "continue reading.{0,60}"
        "|read the (?:full|original|rest of the) (?:story|article|report) (?:here|at|on) .{0,60}"
        r"|video \d+:\d\d",
    ),
    LinePattern(
        "newsletter",
        "newsletter mail updates alerts inbox briefing mailing digest",
        "(?:sign up|signup|subscribe|register|anmelden|abonnez-vous|suscríbete"
        r"|get)\b[^.!?]{0,90}\b(?:newsletters?|e-?mails|by e-?mail|e-?mail updates|updates|alerts"
        r"|inbox|briefings?|mailing list|digest)\b.{0,80}",
    ),
    LinePattern(
        "newsletter",
        "mail ^i newsletter ^*",
        "(?:enter )?your e-?mail address.{0,40}|enter your e-?mail.{0,40}"
        "|i agree to receive .*"
        r"|[\w ]{0,40}newsletter(?: sign-?up)?"
        r"|\W*i understand and agree that .*",
    ),
    LinePattern(
        "app and television",
        "^get ^download ^install ^available ^find",
        r"(?:get|download|install) (?:it|the|our|this)\b[^.!?,]{0,50}\b(?:app|app store|google play)\b"
        "(?: (?:for|to|on|now|today)[^.!?]{0,50})?[.!]?"
        "|available on .{0,40}(?:app store|google play).{0,40}"
        r"|find .{2,60} on your (?:tv|television|newsstand|cable box|device|radio)\.?",
    ),
    LinePattern(
        "cookie notice",
        "cookie",
        r".{0,80}\b(?:we|this (?:web)?site|our partners) uses? (?:\w+ ){0,3}cookies\b.*",
    ),
    LinePattern(
        "cookie notice",
        "cookie",
        r"(?:we|(?:this|our) (?:web)?site) uses? (?:\w+ ){0,3}cookies\b.*",
        SURE,
    ),
    LinePattern(
        "copyright",
        "copyright (c) © rights",
        r"\W*(?:(?:copyright )?(?:\(c\)|©)(?: copyright)?|copyright) ?(?:the |by )?"
        r"(?-i:[A-Z])[^.!?]{0,60}?(?:\b\d{4}\b|reserved\.|\binc\b|\bltd\b).{0,220}"
        r"|\W*(?:copyright|\(c\)|©)[ ©c()]* ?\d{4}\b.{0,250}"
        r"|.{0,80}\ball rights reserved\b[.\W]*.{0,200}",
        SURE,
    ),
    LinePattern(
        "photo credit",
        "©",
        "©.{3,}|photos? ©.{3,}|.{0,80} photos? ©.{3,60}",
    ),
    LinePattern(
        "copyright",
        "^this",
        "this (?:material|content|article|story) (?:was (?:originally|first) (?:published"
        "|produced)|is republished|has been (?:republished|adapted)"
        "|may not be (?:published|reproduced)) .{0,160}",
    ),
    LinePattern(
        "link",
        "http www. @ .com/",
        r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[\w-]+\.com/\S+",
    ),
    LinePattern(
        "link",
        "http",
        r"[^\W\d_][\w ]{1,20}: https?://\S+|(?:follow|see|read|visit) .{3,80} (?:at|on):? https?://\S+",
    ),
    LinePattern(
        "advertisement",
        "^article ^story ^scroll ^powered",
        "(?:article|story) continues (?:below|after).{0,40}"
        "|scroll (?:down )?(?:to|for) continue.{0,40}"
        "|powered by [^.!?]{2,40}",
    ),
    LinePattern(
        "further reading",
        "^click ^tap",
        r"(?:click|tap) here\b.{0,120}",
    ),
    LinePattern(
        "navigation",
        "> » › order",
        "home ?[>»|/›].{1,80}|.{1,40} [>»›] .{1,40} [>»›] .{1,40}|order reprints.*",
    ),
    LinePattern(
        "tags",
        "^tag ^cat ^filed ^topic ^posted ^schlag",
        "(?:tags?|categor(?:y|ies)|filed under|topics?|posted in|schlagwörter) ?: ?.{1,120}",
    ),
    LinePattern(
        "comments",
        "comment your join",
        r"(?:view |show |read )?comments? \(\d+\)"
        r"|\d+ comments?"
        "|join the (?:conversation|discussion).{0,40}",
    ),
    LinePattern(
        "comments",
        "^your",
        "your e-?mail address will not be published.*",
        SURE,
    ),
    LinePattern(
        "subscription",
        "^already ^you ^become ^support ^this ^subscribe ^join favor favour",
        r"already a (?:subscriber|member)\?.*"
        r"|you have \d+ (?:free )?(?:articles?|stories) .{0,40}"
        "|become a (?:member|subscriber|supporter).{0,80}"
        "|support (?:local|independent|our|quality) (?:journalism|reporting|newsroom).{0,120}"
        "|.{0,10}we have a (?:small )?favou?r to ask.*"
        "|this (?:article|content) is for (?:subscribers|members).*",
    ),
    LinePattern(
        "subscription",
        "^support ^subscribe ^join",
        r"(?:support|subscribe to|join) (?-i:[A-Z])[\w’']*(?: (?-i:[A-Z])[\w’']*){0,4}",
        VAGUE,
    ),
    LinePattern(
        "print edition",
        "version",
        "a version of this (?:article|story|review|column) appear(?:s|ed) in (?:the )?print .*",
        SURE,
    ),
    LinePattern(
        "print edition",
        "^in ^page",
        r"in print on .{0,80}|page [A-Z]?\d+",
        VAGUE,
    ),
    LinePattern(
        "correction",
        "^correction ^clarification version ^editor",
        "(?:corrections?|clarification|editor[’']?s[’']? note) ?[:—–-] ?.*"
        "|(?:an earlier|a previous) version of this (?:article|story|report|headline) .*",
    ),
    LinePattern(
        "feedback",
        "^we ^do ^got ^have ^contact ^tell ^report ^send",
        "(?:we[’']re interested in your feedback|do you have a (?:story|news tip|tip|story tip"
        "|comment)|got a (?:news )?tip|have you been affected|have a (?:news )?tip|contact (?:us|the"
        r" (?:author|reporter|newsroom))\b|tell us what you think|report (?:a|an) (?:typo|error"
        "|mistake)|send (?:us )?(?:tips|feedback|corrections)).{0,200}",
    ),
    LinePattern(
        "notice",
        "^this ^please ^check ^more ^data ^*data ^quotes",
        r"this is (?:a )?(?:breaking|developing) (?:news|story)\b.*"
        "|(?:please )?check back .{0,40}(?:updates|details|later).{0,20}"
        "|more (?:details )?to (?:follow|come).{0,20}"
        r"|\*?data is (?:a )?(?:real-time|delayed).*"
        "|quotes delayed .*",
    ),
    LinePattern(
        "author note",
        "reporter correspondent writer editor journalist columnist contributor reach contact email "
        "covers writes",
        r"<name> is an? (?:\w+ ){0,3}(?:reporter|correspondent|staff writer|editor|journalist"
        "|columnist|contributor) (?:at|for|with|based|covering) .{0,200}"
        "|(?:reach|contact|email) (?:the (?:reporter|writer|author)|him|her|<name>) (?:at|on) .{3,80}"
        "|<name> (?:can be reached at|covers|writes about) .{3,150} for .{3,100}",
    ),
)

LIST_HEADER = (
    r"(?:related|more (?:on|from|stories|coverage|news|like)|most |trending|you (?:may|might)|popular"
    r"|recommended|read next|up next|what to read|editor|don.t miss|top stories|latest|see also|on our radar"
    r"|mehr zum|sur le même|más not|topics?|tags?|categor|filed under|video \d)"
)
"""The beginnings of headers of lists of other articles, without regard to case."""
