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
        "share button": "teilen | artikel teilen | drucken | merken",
        "related articles": "mehr zum thema | meistgelesen | auch interessant",
        "newsletter": "jetzt abonnieren | newsletter abonnieren",
        "copyright": "alle rechte vorbehalten",
        "advertisement": "anzeige | werbung",
        "navigation": "zur startseite | startseite | impressum | datenschutz | anmelden | suche",
        "tags": "schlagwörter | themen",
        "comments": "kommentare",
        "cookie notice": "alle cookies akzeptieren | alle akzeptieren",
    },
    "fr": {
        "time of publication": "actualisé | publié",
        "share button": "partager | partager l'article | imprimer",
        "related articles": "sur le même sujet | les plus lus | à lire aussi",
        "newsletter": "abonnez-vous",
        "copyright": "tous droits réservés",
        "advertisement": "publicité",
        "navigation": "accueil | mentions légales | se connecter | rechercher",
        "comments": "commentaires",
        "cookie notice": "tout accepter | accepter et fermer",
    },
    "es": {
        "share button": "compartir | imprimir",
        "related articles": "más noticias | noticias relacionadas | lo más leído | lo más visto",
        "newsletter": "suscríbete",
        "copyright": "todos los derechos reservados",
        "advertisement": "publicidad",
        "navigation": "inicio | aviso legal | iniciar sesión | buscar | contacto",
        "comments": "comentarios",
        "tags": "etiquetas",
        "cookie notice": "aceptar todas las cookies | aceptar todo",
    },
    "pt": {
        "share button": "compartilhar | partilhar",
        "related articles": "notícias relacionadas | mais lidas | leia mais",
        "newsletter": "assine a newsletter",
        "copyright": "todos os direitos reservados",
        "advertisement": "publicidade | continua após a publicidade",
        "comments": "comentários",
        "cookie notice": "aceitar todos os cookies",
        "navigation": "página inicial | fale conosco",
    },
    "it": {
        "share button": "condividi | stampa",
        "related articles": "articoli correlati | i più letti",
        "copyright": "tutti i diritti riservati | riproduzione riservata",
        "advertisement": "pubblicità",
        "comments": "commenti",
        "cookie notice": "accetta tutti i cookie | accetta tutti",
        "navigation": "cerca | accedi | contatti",
    },
    "nl": {
        "share button": "deel dit artikel | delen",
        "related articles": "gerelateerde artikelen | meest gelezen",
        "copyright": "alle rechten voorbehouden",
        "advertisement": "advertentie",
        "comments": "reacties",
        "cookie notice": "alle cookies accepteren",
        "navigation": "inloggen | zoeken",
    },
    "pl": {
        "share button": "udostępnij",
        "related articles": "powiązane artykuły | najczęściej czytane | czytaj także",
        "copyright": "wszelkie prawa zastrzeżone",
        "advertisement": "reklama",
        "comments": "komentarze",
        "cookie notice": "akceptuję wszystkie",
        "navigation": "strona główna | zaloguj się | szukaj",
    },
    "ru": {
        "share button": "поделиться",
        "related articles": "материалы по теме | самое читаемое | читайте также",
        "copyright": "все права защищены",
        "advertisement": "реклама",
        "comments": "комментарии",
        "cookie notice": "принять все cookie",
        "navigation": "главная | войти | поиск | контакты",
        "tags": "теги",
    },
    "uk": {
        "share button": "поділитися",
        "related articles": "матеріали за темою | найпопулярніше | читайте також",
        "copyright": "усі права захищені",
        "advertisement": "реклама на сайті",
        "comments": "коментарі",
        "cookie notice": "прийняти всі cookie",
    },
    "tr": {
        "share button": "paylaş",
        "related articles": "İlgili haberler | en çok okunanlar",
        "copyright": "tüm hakları saklıdır",
        "advertisement": "reklam",
        "comments": "yorumlar",
        "cookie notice": "tümünü kabul et",
    },
    "ar": {
        "share button": "شارك",
        "related articles": "مواضيع ذات صلة | الأكثر قراءة",
        "copyright": "جميع الحقوق محفوظة",
        "advertisement": "إعلان",
        "comments": "التعليقات",
        "cookie notice": "قبول جميع ملفات تعريف الارتباط",
    },
    "he": {
        "share button": "שתפו",
        "related articles": "כתבות נוספות | הנקראות ביותר",
        "copyright": "כל הזכויות שמורות",
        "advertisement": "פרסומת",
        "comments": "תגובות",
        "cookie notice": "אישור כל העוגיות",
    },
    "hi": {
        "share button": "शेयर करें",
        "related articles": "संबंधित खबरें | सबसे ज्यादा पढ़े गए",
        "copyright": "सर्वाधिकार सुरक्षित",
        "advertisement": "विज्ञापन",
        "comments": "टिप्पणियां",
        "cookie notice": "सभी कुकीज़ स्वीकार करें",
    },
    "zh": {
        "share button": "分享",
        "related articles": "相关新闻 | 热门文章",
        "copyright": "版权所有",
        "advertisement": "广告",
        "comments": "评论",
        "cookie notice": "接受所有cookie",
    },
    "ja": {
        "share button": "シェア",
        "related articles": "関連ニュース | アクセスランキング | 関連記事",
        "copyright": "無断転載を禁じます",
        "advertisement": "広告",
        "comments": "コメント",
        "cookie notice": "すべてのcookieを受け入れる",
    },
    "ko": {
        "share button": "공유하기",
        "related articles": "관련 뉴스 | 많이 본 뉴스",
        "copyright": "무단 전재 및 재배포 금지",
        "advertisement": "광고",
        "comments": "댓글",
        "cookie notice": "모든 쿠키 허용",
    },
    "el": {
        "share button": "κοινοποίηση",
        "related articles": "σχετικά άρθρα | δημοφιλέστερα",
        "copyright": "με επιφύλαξη παντός δικαιώματος",
        "advertisement": "διαφήμιση",
        "comments": "σχόλια",
        "cookie notice": "αποδοχή όλων",
    },
    "vi": {
        "share button": "chia sẻ",
        "related articles": "tin liên quan | đọc nhiều nhất",
        "copyright": "bảo lưu mọi quyền",
        "advertisement": "quảng cáo",
        "comments": "bình luận",
        "cookie notice": "chấp nhận tất cả cookie",
    },
    "sv": {
        "share button": "dela artikeln | dela",
        "related articles": "relaterade artiklar | mest läst",
        "copyright": "med ensamrätt",
        "advertisement": "annons",
        "comments": "kommentarer",
        "cookie notice": "godkänn alla",
    },
}
"""Whole lines in lower case and without punctuation at the ends, separated by " | ". They are looked for in
articles of every language: pages of one language often have buttons in another."""


@cache
def known_lines() -> dict[str, str]:
    """The lines of all languages, each with the reason why it is boilerplate."""
    return {
        line.lower(): reason
        for by_reason in LINES.values()
        for reason, lines in by_reason.items()
        for line in " ".join(lines.split()).split(" | ")
    }
