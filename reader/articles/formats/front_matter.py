"""The front matter of a Markdown file: the metadata of the article, in YAML between two lines of hyphens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from yaml import SafeLoader

__all__ = ["front_matter", "plain_pairs"]

LIMIT = 65_536
"""Characters that the front matter may have: parsing YAML is slow."""

_OPENED = re.compile(r"\s*---[ \t]*\n")
_CLOSED = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")

_QUOTED = r'"(?P<quoted>[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*)"'
_WORDS = r"(?P<words>[^\W\d_][\w.,;()’'&/ –—-]*(?::[\w.,;()’'&/–—-]+)*)"
_PAIR = re.compile(rf"(?P<key>[A-Za-z]+): (?:{_QUOTED}|{_WORDS}) *")
_NO_TEXT = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)")


def front_matter(text: str, path: str) -> tuple[Metadata, str]:
    """The metadata in the front matter, and the text below it; the whole text where there is none.

    Raises ArticleError where it is not closed or is not YAML.
    """
    opened = _OPENED.match(text)
    if not opened or not _KEY.match(text, opened.end()):
        return {}, text
    closed = _CLOSED.search(text, opened.end(), opened.end() + LIMIT)
    if not closed:
        raise ArticleError(
            f'{sanitize_line(path)}: the front matter is not closed; add a line "---" below it'
        )
    yaml_text = text[opened.end() : closed.start()]
    pairs = plain_pairs(yaml_text)
    return _metadata(_parsed(yaml_text, path) if pairs is None else pairs), text[closed.end() :]


def plain_pairs(yaml_text: str) -> dict[str, str] | None:
    """The pairs of front matter that is plain enough to be read as YAML would read it; else None.

    Importing YAML takes as long as everything else that shows two articles.
    """
    pairs: dict[str, str] = {}
    for line in yaml_text.removesuffix("\n").split("\n"):
        pair = _PAIR.fullmatch(line)
        if pair is None or pair["key"] in pairs or _NO_TEXT.fullmatch(pair["words"] or ""):
            return None
        pairs[pair["key"]] = pair["quoted"] if pair["words"] is None else pair["words"].rstrip()
    return pairs


def _parsed(yaml_text: str, path: str) -> Mapping[str, object]:
    import yaml

    try:
        parsed = yaml.load(yaml_text, Loader=_loader())  # noqa: S506 - a safe one
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ArticleError(_broken(path, error)) from error
    return parsed if isinstance(parsed, dict) else {}


def _loader() -> type[SafeLoader]:
    """The safe loader, the fast one where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _broken(path: str, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f", line {mark.line + 2}" if mark else ""  # below the line of hyphens, counted from 1
    problem = getattr(error, "problem", None) or type(error).__name__
    return sanitize_line(
        f"{path}{place}: the front matter is not valid YAML ({problem}); fix it or remove it"
    )


def _metadata(metadata: Mapping[str, object]) -> Metadata:
    """The keys of an article's metadata, in whatever case they are written."""
    values = {str(key).lower(): _written(value) for key, value in metadata.items()}
    return cast(Metadata, {key: values[key] for key in Metadata.__annotations__ if values.get(key)})


def _written(value: object) -> str:
    """A value of the front matter as text: scalars and flat lists only, which cannot expand without end."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
