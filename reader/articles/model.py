"""An article: one immutable text, and the paragraphs and sentences in it."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum

from reader.base.lazy_sequence import LazySequence

__all__ = ["Article", "Paragraph", "Role", "Sentence", "Sentences"]


class Role(StrEnum):
    """What a paragraph is in the article. Only BODY is matched and counted."""

    BODY = "body"
    HEADING = "heading"  # headline, standfirst, sub-heading
    BOILERPLATE = "boilerplate"  # credits, share buttons, newsletter lines: dimmed, never cut


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text between line breaks: code points [start, end) of the article's text.

    `reason` says in words why it is a heading or boilerplate ("photo credit"); "" for body text.
    """

    start: int
    end: int
    role: Role = Role.BODY
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points [start, end) of the article's text, inside paragraph number `paragraph`."""

    start: int
    end: int
    paragraph: int


class Sentences(LazySequence[Sentence]):
    """The sentences of an article, in order; `sentence_list` splits them when they are asked for."""

    @abstractmethod
    def number_at(self, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before it, else 0."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata. All offsets anywhere are code points in `text`.

    `text` is normalised once, at load: NFC, LF, tabs expanded, control characters made visible.
    `paragraphs` are in order and do not overlap; `sentences` are in order and each lies in one paragraph.
    They are split when they are asked for: whoever needs few of them asks for no more.
    `id` stays the same when the text is edited: it is made of where the article comes from (url, else path).
    `sha256` is of the text: it stays the same when the file is moved.
    `date` is ISO 8601 or "". Metadata that is not known is "".
    """

    id: str
    sha256: str
    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: Sentences
    source: str = ""
    date: str = ""
    author: str = ""
    url: str = ""
    path: str = ""
    language: str = "en"

    def role(self, sentence: Sentence) -> Role:
        """The role of the paragraph that a sentence stands in."""
        return self.paragraphs[sentence.paragraph].role

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before it, else 0."""
        return self.sentences.number_at(offset)

    def words(self) -> int:
        """How many words the body has; boilerplate and headings are not counted."""
        return sum(len(self.text[p.start : p.end].split()) for p in self.paragraphs if p.role is Role.BODY)
