"""What stands between two lines of hyphens at the head of a Markdown file: YAML, metadata of the article."""

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
"""Characters that the front matter may have: YAML is slow."""

_OPENED = re.compile(r"\s*---[ \t]*\n")
_CLOSED = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")

_QUOTED = r'"(?P<quoted>[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*)"'
_WORDS = r"(?P<words>[^\W\d_][\w.,;()’'&/ –—-]*(?::[\w.,;()’'&/–—-]+)*)"
_PAIR = re.compile(rf"(?P<key>[A-Za-z]+): (?:{_QUOTED}|{_WORDS}) *")
_NO_TEXT = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)")


def front_matter(text: str, path: str) -> tuple[Metadata, str]:
    """What the front matter says, and the text below it; the whole text where there is none.

    Raises ArticleError where it is not closed or is no YAML.
    """
    opened = _OPENED.match(text)
    if not opened or not _KEY.match(text, opened.end()):
        return {}, text
    closed = _CLOSED.search(text, opened.end(), opened.end() + LIMIT)
    if not closed:
        raise ArticleError(
            f'{sanitize_line(path)}: the front matter is not closed; put a line "---" below it'
        )
    said = text[opened.end() : closed.start()]
    pairs = plain_pairs(said)
    return _known(_parsed(said, path) if pairs is None else pairs), text[closed.end() :]


def plain_pairs(said: str) -> dict[str, str] | None:
    """The pairs of front matter that is so plain that YAML would read them just so; None of any other.

    Importing YAML takes as long as all that is needed to show two articles.
    """
    pairs: dict[str, str] = {}
    for line in said.removesuffix("\n").split("\n"):
        pair = _PAIR.fullmatch(line)
        if pair is None or pair["key"] in pairs or _NO_TEXT.fullmatch(pair["words"] or ""):
            return None
        pairs[pair["key"]] = pair["quoted"] if pair["words"] is None else pair["words"].rstrip()
    return pairs


def _parsed(said: str, path: str) -> Mapping[str, object]:
    import yaml

    try:
        parsed = yaml.load(said, Loader=_loader())  # noqa: S506 - a safe one
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
        f"{path}{place}: the front matter is not valid YAML ({problem}); mend it or remove it"
    )


def _known(metadata: Mapping[str, object]) -> Metadata:
    """The keys that an article has, whatever the case they are written in."""
    values = {str(key).lower(): _said(value) for key, value in metadata.items()}
    return cast(Metadata, {key: values[key] for key in Metadata.__annotations__ if values.get(key)})


def _said(value: object) -> str:
    """A value of the front matter as text: scalars and flat lists; nothing that could unfold without end."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
