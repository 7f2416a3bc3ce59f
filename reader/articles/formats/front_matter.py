"""The front matter of a Markdown file: the metadata of the article, in YAML between two lines of hyphens."""

from __future__ import annotations

import re

from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata
from reader.articles.field_names import metadata_of
from reader.articles.formats.yaml_values import YamlProblemError, YamlValue, yaml_entries
from reader.base.sanitizing import sanitize_line

__all__ = ["front_matter", "plain_pairs"]

LIMIT = 65_536
"""Characters that the front matter may have: parsing YAML is slow."""

_OPENED = re.compile(r"\s*---[ \t]*\n")
_CLOSED = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")

_QUOTED = r'"(?P<quoted>[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*)"'
_WORDS = r"(?P<words>[^\W\d_][\w.,;()’'&/ –—-]*(?::[\w.,;()’'&/–—-]+)*)"
_PAIR = re.compile(rf"(?P<key>[A-Za-z]+): (?:{_QUOTED}|{_WORDS}) *")
_ENTRY = re.compile(
    r"^(?P<key>[^\W\d][\w-]*):(?:[ \t]+(?P<value>.*(?:\n(?![^\s#-]).*)*)|(?:\n(?![^\s#-]).*)*)(?:\n|\Z)",
    re.MULTILINE,
)
"""A key at the beginning of a line, and all that follows it up to the next one."""
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
    return metadata_of(_entries(yaml_text, path) if pairs is None else pairs), text[closed.end() :]


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


def _entries(yaml_text: str, path: str) -> dict[str, YamlValue]:
    """The entries as YAML; where it is not YAML, each entry by itself. Raises ArticleError."""
    try:
        return yaml_entries(yaml_text)
    except YamlProblemError as error:
        entries = [*_ENTRY.finditer(yaml_text)]
        if "".join(entry[0] for entry in entries) != yaml_text:
            raise ArticleError(_broken(path, str(error), error.line)) from error
    return {entry["key"]: _entry(entry, yaml_text, path) for entry in entries}


def _entry(entry: re.Match[str], yaml_text: str, path: str) -> YamlValue:
    """The value of one entry. A text that is not YAML, such as a title with a colon, is read as it is."""
    try:
        return yaml_entries(entry[0]).get(entry["key"], "")
    except YamlProblemError as error:
        value = " ".join((entry["value"] or "").split())
        if not _is_text(value):
            line = yaml_text.count("\n", 0, entry.start()) + max(error.line, 0)
            raise ArticleError(_broken(path, str(error), line)) from error
    return value[1:-1] if value[0] == value[-1] and value[0] in "\"'" else value


def _is_text(value: str) -> bool:
    """Whether a value that is not YAML can only be words: not an open list, a tag, or a nested entry."""
    opened = {"[": "]", "{": "}"}.get(value[:1], "")
    return bool(value) and not value.startswith(("!", "- ")) and (not opened or opened in value)


def _broken(path: str, problem: str, line: int) -> str:
    place = f", line {line + 2}" if line >= 0 else ""  # below the line of hyphens, counted from 1
    return sanitize_line(
        f"{path}{place}: the front matter is not valid YAML ({problem}); fix it or remove it"
    )
