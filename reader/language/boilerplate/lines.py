"""Whole lines that are boilerplate wherever they occur, by language and reason."""

from __future__ import annotations

from functools import cache

__all__ = ["LINES", "known_lines"]

LINES = {
    "en": {
        "photo credit": """
            photo | photos | image | images | picture | pictures | pic | video | graphic | illustration |
            file photo
        """,
        "time of publication": """
            updated | published | posted
        """,
        "byline": """
            staff | staff report | staff reports | staff writer | staff reporter | staff and agencies |
            agencies | wire report | news staff | staff and wire reports | wire reports
        """,
        "agency credit": """
            wire services | wire service | news services | news agencies | staff and wire services | ap |
            afp | reuters | dpa | the associated press | associated press | agence france-presse |
            press association | bloomberg | bloomberg news | upi | efe
        """,
        "share button": """
            share | tweet | pin it | email | e-mail | print | facebook | twitter | whatsapp | linkedin |
            reddit | telegram | messenger | pinterest | flipboard | instagram | youtube | copy link | copied |
            save | bookmark | like this | like loading | loading | give this article | gift this article |
            share full article
        """,
        "related articles": """
            related | read next | up next | popular | trending | trending now | see also | read more |
            read now | watch | watch now | watch live | top stories | latest news | more stories |
            more coverage | more news | more like this | on our radar | don't miss | don’t miss |
            editors' picks | editors’ picks | editor's picks | what to read next | recommended |
            recommended for you | more on this | more on this story | you may like | you might like |
            most popular | you may also like | you might also like | you may also be interested in |
            most read | most viewed | most shared | most commented
        """,
        "newsletter": """
            sign up | sign up now | sign up here | sign up today | subscribe now | subscribe here |
            email address | your email | enter your email | enter your email address | newsletter
        """,
        "cookie notice": """
            accept | accept all | accept cookies | accept all cookies | reject all | i agree |
            manage preferences | manage cookies | manage options | cookie policy | cookie settings |
            cookie notice | cookie preferences
        """,
        "copyright": """
            all rights reserved
        """,
        "advertisement": """
            advertisement | advertisements | skip advertisement | ad | ads | sponsored | sponsored content |
            promoted | promoted content | paid content | paid post | story continues below | ad feedback |
            advertise | story continues below advertisement | article continues below |
            article continues after ad | advertise with us
        """,
        "navigation": """
            skip to content | skip to main content | skip to navigation | navigation | main navigation |
            toggle navigation | menu | main menu | search | home | close | back | top | back to top |
            back to the top | previous | next | previous post | next post | previous article | next article |
            previous story | next story | next page | log in | login | sign in | log out | register |
            subscribe | subscription | subscriptions | today's paper | today’s paper | breaking |
            breaking news | live | exclusive | key points | opinion | markets | contact | contact us |
            about us | privacy policy | terms of service | terms of use | terms and conditions | help |
            careers | terms & conditions | sitemap | latest | view all | see all | show more | load more |
            learn more | faq
        """,
        "tags": """
            tags | tag | topics | topic | related topics | categories | category | filed under | posted in
        """,
        "comments": """
            comments | comment | view comments | show comments | hide comments | read comments |
            leave a reply | leave a comment | post a comment | add a comment | no comments |
            comments are closed | reply | replies | join the conversation
        """,
        "subscription": """
            become a member | become a subscriber | donate | donate now | support us
        """,
        "correction": """
            correction | corrections | clarification
        """,
        "author note": """
            about the author | about the authors
        """,
    },
    "de": {
        "photo credit": "foto",
        "time of publication": "aktualisiert",
        "share button": "teilen",
        "related articles": "mehr zum thema",
        "newsletter": "jetzt abonnieren | newsletter abonnieren",
        "copyright": "alle rechte vorbehalten",
        "advertisement": "anzeige | werbung",
        "navigation": "zur startseite",
        "tags": "schlagwörter",
    },
    "fr": {
        "time of publication": "actualisé | publié",
        "share button": "partager",
        "related articles": "sur le même sujet",
        "newsletter": "abonnez-vous",
        "copyright": "tous droits réservés",
        "advertisement": "publicité",
    },
    "es": {
        "share button": "compartir",
        "related articles": "más noticias",
        "newsletter": "suscríbete",
        "copyright": "todos los derechos reservados",
        "advertisement": "publicidad",
    },
}
"""Whole lines in lower case and without punctuation at the ends, separated by " | ". They are looked for in
articles of every language: pages of one language often have buttons in another."""


@cache
def known_lines() -> dict[str, str]:
    """The lines of all languages, each with the reason why it is boilerplate."""
    return {
        line: reason
        for by_reason in LINES.values()
        for reason, lines in by_reason.items()
        for line in " ".join(lines.split()).split(" | ")
    }
