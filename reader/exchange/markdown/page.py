"""The parts of a Markdown export, by which the user's lines are distinguished from ours.

Our part is between two comments. The second one lists a checksum of each of our lines: a line between the
comments whose checksum is not in the list is the user's, whatever is around it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from textwrap import wrap

from reader.base.errors import UserError

__all__ = ["BEGIN", "MarkdownPage", "MarkdownPart", "Section", "page_lines", "parsed"]

BEGIN = "<!-- reader:begin: what you write under an annotation is kept and moves with it -->"
_BEGIN = re.compile(r"^<!-- reader:begin\b.*-->[ \t]*\n", re.MULTILINE)
_END = re.compile(r"^<!-- reader:end\b([0-9a-f\s]*)-->[ \t]*(?:\n|\Z)", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_KEEP, _KEPT = "<!-- keep -->", "<!-- /keep -->"
_BLOCK_ID = re.compile(r"\^([rm]-[0-9a-f]{12})")


@dataclass
class MarkdownPart:
    """Lines of ours, the user's lines under them, and their block id, if they have one."""

    lines: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    id: str = ""


@dataclass
class Section(MarkdownPart):
    """The text under a heading of the second level, which is its first line; the first section has none."""

    parts: list[MarkdownPart] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The heading; "" for the section before all headings."""
        return next((line for line in self.lines[:1] if line.startswith("## ")), "")


@dataclass
class MarkdownPage:
    """A whole export. `front` has the entries of the front matter by key, `tags` the tags that we put there.

    `before` and `after` are the user's text around our part.
    """

    front: dict[str, list[str]]
    sections: list[Section]
    tags: list[str] = field(default_factory=list)
    before: str = ""
    after: str = ""

    def text(self) -> str:
        """The Markdown."""
        front = [line for lines in self.front.values() for line in lines]
        checksums = sorted({*map(_checksum, self._our_lines()), *map(_tag_checksum, self.tags)})
        body = "\n\n".join(block for section in self.sections for block in _blocks(section) if block)
        return (
            "\n".join(["---", *front, "---", "", ""])
            + (f"{before}\n\n" if (before := self.before.strip("\n")) else "")
            + f"{BEGIN}\n\n{body}\n\n<!-- reader:end\n"
            + "".join(f"{line}\n" for line in wrap(" ".join(checksums), 108))
            + "-->\n"
            + (f"\n{after}\n" if (after := self.after.strip("\n")) else "")
        )

    def _our_lines(self) -> Iterator[str]:
        for section in self.sections:
            for part in (section, *section.parts):
                yield from filter(None, part.lines)


def _blocks(section: Section) -> Iterator[str]:
    for part in (section, *section.parts):
        yield "\n".join(part.lines).strip("\n")
        yield "\n".join(part.own).strip("\n")


def page_lines(blocks: Iterable[str]) -> list[str]:
    """Blocks of Markdown as lines, with an empty line between two blocks."""
    return "\n\n".join(filter(None, blocks)).split("\n")


def parsed(text: str) -> MarkdownPage:
    """The parts of an export. Raises UserError where one of its two comments is missing."""
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    begin, ends = _BEGIN.search(body), list(_END.finditer(body))
    if begin is None or not ends or ends[-1].start() < begin.end():
        raise UserError("the lines reader:begin and reader:end of the export are no longer both in it")
    checksums = set(ends[-1][1].split())
    entries = _entries(front[1]) if front else {}
    return MarkdownPage(
        entries,
        _sections(_with_owner(body[begin.end() : ends[-1].start()].split("\n"), checksums)),
        [tag for tag in tags_of(entries) if _tag_checksum(tag) in checksums],
        body[: begin.start()],
        body[ends[-1].end() :],
    )


def tags_of(front: dict[str, list[str]]) -> list[str]:
    """The tags in front matter, ours and the user's; none where they are not a list."""
    from reader.articles.formats.yaml_values import YamlProblemError, texts_in, yaml_entries

    try:
        tags = yaml_entries("\n".join(front.get("tags", ()))).get("tags")
    except YamlProblemError:
        return []
    return texts_in(tags) if isinstance(tags, list) else []


def _entries(front: str) -> dict[str, list[str]]:
    """The lines of front matter by the key that they begin or follow."""
    entries: dict[str, list[str]] = {}
    key = ""
    for line in front.splitlines():
        if match := re.match(r"""([^\s#'"-][^:]*):(?:\s|$)""", line):
            key = match[1]
        entries.setdefault(key, []).append(line)
    return entries


def _with_owner(lines: list[str], checksums: set[str]) -> Iterator[tuple[str, bool]]:
    """Each line with whether it is the user's; an empty line belongs to the line before it."""
    keeping, own = False, False
    for number, line in enumerate(lines):
        keeping = keeping or (line.strip() == _KEEP and _KEPT in map(str.strip, lines[number:]))
        own = keeping or (own if not line.strip() else _checksum(line) not in checksums)
        keeping = keeping and line.strip() != _KEPT
        yield line.rstrip() if not own else line, own


def _sections(lines: Iterable[tuple[str, bool]]) -> list[Section]:
    sections = [Section()]
    part: MarkdownPart = sections[0]
    ours_since = False
    for line, own in lines:
        if own:
            if ours_since and part.own and part.own[-1].strip():
                part.own.append("")
            part.own.append(line)
            ours_since = False
            continue
        ours_since = True
        part = _part_for(line, part, sections)
        part.lines.append(line)
        if block_id := _BLOCK_ID.fullmatch(line):
            part.id = block_id[1]
    return sections


def _part_for(line: str, part: MarkdownPart, sections: list[Section]) -> MarkdownPart:
    """The part of a line of ours: a heading opens a section or a part; so does a label after an id."""
    if line.startswith("## "):
        sections.append(Section())
        return sections[-1]
    if line.startswith(("### ", "**")) and (part.id or isinstance(part, Section)):
        sections[-1].parts.append(MarkdownPart())
        return sections[-1].parts[-1]
    return part


def _checksum(line: str) -> str:
    return hashlib.blake2s(line.rstrip().encode(), digest_size=4).hexdigest()


def _tag_checksum(tag: str) -> str:
    return _checksum(f"tag: {tag}")
