"""Annotations as a W3C Web Annotation collection (JSON-LD): https://www.w3.org/TR/annotation-model/."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from reader.exchange.export import timestamp
from reader.exchange.web_address import is_web_address, percent_encoded

if TYPE_CHECKING:
    from datetime import datetime

    from annotations.model import Annotation, ArticleReference, Target
    from reader.exchange.export import Export

__all__ = ["CONTEXT", "UUID_URN", "web_annotations"]

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"reader": "urn:x-reader:", "path": "reader:path", "sha256": "reader:sha256"},
]
"""The terms of the W3C, and two of our own by which an article is found again."""

UUID_URN = "urn:uuid:"


def web_annotations(export: Export, *, now: datetime) -> str:
    """An AnnotationCollection of one page. A pair is one annotation of two targets, its motivation "linking".

    Tags, note and relation are bodies for tagging, commenting and classifying; the colour is the style class
    of the targets. Fields that a newer version has added are left out.
    """
    items = [_annotation(annotation) for annotation in export.annotations]
    name = f"{UUID_URN}{uuid5(NAMESPACE_OID, ' '.join(item['id'] for item in items))}"
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Annotations",
        "generator": {"type": "Software", "name": "reader"},
        "created": timestamp(now),
        "total": len(items),
        "first": {
            "id": f"{name}#1",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _annotation(annotation: Annotation) -> dict[str, Any]:
    creator = {"creator": {"type": "Person", "name": annotation.author}} if annotation.author else {}
    return {
        "id": f"{UUID_URN}{annotation.id}",
        "type": "Annotation",
        "motivation": _motivation(annotation),
        "created": annotation.created,
        "modified": annotation.updated,
        **creator,
        "body": [
            *(_body(tag, "tagging") for tag in annotation.tags),
            *(_body(text, "commenting") for text in (annotation.note,) if text),
            *(_body(text, "classifying") for text in (annotation.relation,) if text),
        ],
        "stylesheet": {"type": "CssStylesheet", "value": _rule(annotation.colour)},
        "target": [_target(target, annotation.colour) for target in annotation.targets],
    }


def _rule(colour: str) -> str:
    """The rule of CSS that gives the style class of a target its meaning."""
    return f".{colour} {{ background-color: {colour}; }}"


def _motivation(annotation: Annotation) -> str:
    if annotation.is_pair:
        return "linking"
    return "commenting" if annotation.note else "tagging" if annotation.tags else "highlighting"


def _body(text: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _target(target: Target, colour: str) -> dict[str, Any]:
    quote, position = target.quote, target.position
    return {
        "type": "SpecificResource",
        "source": _source(target.article),
        "styleClass": colour,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            {"type": "TextPositionSelector", "start": position.start, "end": position.end},
        ],
    }


def _source(article: ArticleReference) -> dict[str, str]:
    is_page = is_web_address(article.url)
    iri = percent_encoded(article.url) if is_page else f"urn:x-reader:article:{article.sha256}"
    facts = {
        "dcterms:identifier": article.id,
        "dcterms:title": article.title,
        "dcterms:publisher": article.source,
        "dcterms:date": article.date,
        "sha256": article.sha256,
        "path": article.path,
        "dcterms:source": "" if iri == article.url else article.url,
    }
    return {"id": iri, "type": "Text"} | {name: value for name, value in facts.items() if value}
