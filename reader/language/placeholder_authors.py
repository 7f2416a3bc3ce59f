"""Names that websites state as the author of an article although they name nobody."""

from __future__ import annotations

import re

from reader.language.word_list import word_set

__all__ = ["named_authors"]

_PLACEHOLDERS = word_set(
    """
    admin administrator administrateur administrador author auteur autor autore autorin user username
    benutzer root webmaster moderator wordpress name vorname firstname lastname guest gast test demo
    anonymous unknown none null undefined na nan staff editor editors editorial redaktion redaktionsteam
    redactie redazione redaccion redacción redação redacao redakcja redakce rédaction redaction redaktionen
    toimitus редакция редакція администратор админ автор 编辑 管理员 編集部
    posted published updated by von par por follow following share tweet print email mail contact comment
    comments subscribe login 作者
    january february march june july october november december
    """
)
"""Names of one word, in lower case."""

_PHRASES = frozenset(
    phrase.strip()
    for phrase in """
    posted by | published by | written by | follow us | follow me | view profile | see all posts | user name
    view all posts | read more | about the author | super user | site admin | site administrator | web admin
    web master | guest author | guest user | your name | author name | no author | default author | web desk
    staff writer | staff reporter | news desk | the editor | the editors | editorial team | editorial staff
    la rédaction | la redaction | die redaktion | la redacción | la redazione | de redactie | a redação
    online redaktion
    """.replace("\n", " | ").split("|")
)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/?", re.IGNORECASE)
_SPACED_DOMAIN = re.compile(r"[\w-]+ (?:com|net|org|info|co uk|com au|com br|co nz|co za)", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")


def named_authors(authors: str, *sites: str) -> str:
    """The authors in a list separated by "; ", without placeholders ("Admin"), domains and fragments.

    `sites` are the name and the host of the website: a domain is often written as a name ("Beacon De").
    """
    domains = {_letters(site) for site in sites if _DOMAIN.fullmatch(site.strip())}
    names = (name.strip() for name in authors.split(";"))
    return "; ".join(name for name in names if name and not _is_placeholder(name, domains))


def _is_placeholder(name: str, domains: set[str]) -> bool:
    plain = _SIGNS.sub(" ", name).strip().casefold()
    return (
        len(plain) < 2
        or plain.replace(" ", "") in _PLACEHOLDERS
        or plain in _PHRASES
        or _DOMAIN.fullmatch(name) is not None
        or _SPACED_DOMAIN.fullmatch(plain) is not None
        or _letters(name) in domains
    )


def _letters(name: str) -> str:
    return _SIGNS.sub("", name.casefold().removeprefix("www."))
