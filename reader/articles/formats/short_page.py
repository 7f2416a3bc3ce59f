"""Pages of a few sentences, which are too short for the rules of extractors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reader.articles.formats.blocks import Piece, name_of
from reader.articles.formats.extract import Block
from reader.articles.formats.page_parts import is_around, is_linked, is_sentence, is_time, lineage

__all__ = ["hides_its_text", "own_blocks"]

_WALL = re.compile(
    r"javascript|\bcookies\b|captcha|\b(?:log|sign)(?:ged)? ?in\b|subscri(?:be|ption)|abonn(?:er|ier|ent|ez)"
    r"|suscr[ií]b|\bassin(?:e|ante)\b|einloggen|anmelden|(?:se|vous) connecter|inicia(?:r)? sesi[oó]n"
    r"|not a robot|you are human|your browser|please wait|access denied|(?:enable|activate) scripts",
    re.IGNORECASE,
)
"""Words of pages that show a request instead of their text."""


def own_blocks(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of the main part of a page, without navigation; [] where it has no sentence.

    Of a paragraph that occurs several times, as on pages made for several screens, the first is taken.
    """
    inside = _in_main_part([piece for piece in pieces if not is_around(piece.element)])
    kept = [piece for piece in inside if not is_linked(piece) or is_sentence(piece, 1) or is_time(piece)]
    sentences = {piece.text for piece in kept if is_sentence(piece, 1)}
    blocks = []
    for piece in kept if sentences else ():
        if not is_sentence(piece, 1) or piece.text in sentences:
            blocks.append(piece.block)
            sentences.discard(piece.text)
    return blocks


def hides_its_text(pieces: Sequence[Piece]) -> bool:
    """Whether a page asks for a script, a login or a payment, or has no sentence at all."""
    sentences = [piece.text for piece in pieces if is_sentence(piece, 3)]
    return not sentences or any(map(_WALL.search, sentences))


def _in_main_part(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in the elements that a page marks as its main part, if they have a sentence; else all."""
    for is_main in (_is_main, _is_article):
        inside = [piece for piece in pieces if any(map(is_main, lineage(piece.element)))]
        if any(is_sentence(piece, 1) for piece in inside):
            return inside
    return list(pieces)


def _is_main(element: etree._Element) -> bool:
    return name_of(element) == "main" or element.get("role") == "main"


def _is_article(element: etree._Element) -> bool:
    return name_of(element) == "article" or element.get("role") == "article"
