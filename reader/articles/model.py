"""An article: one immutable text, and the paragraphs and sentences in it."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum

from reader.base.lazy_sequence import LazySequence
from reader.language.word_count import count_words

__all__ = ["Article", "Paragraph", "Role", "Sentence", "Sentences"]


class Role(StrEnum):
    """The role of a paragraph in the article. Only BODY is matched and counted."""

    BODY = "body"
    HEADING = "heading"  # headline, standfirst, sub-heading
    BOILERPLATE = "boilerplate"  # credits, share buttons, newsletter lines: dimmed, never cut


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text between line breaks: code points [start, end) of the article's text.

    `reason` is why it is a heading or boilerplate, in words ("photo credit"); "" for body text.
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
    """One text with its metadata. All offsets are code points in `text`.

    `text` is normalised once, at load: NFC, LF, tabs expanded, control characters made visible.
    `paragraphs` are in order and do not overlap; `sentences` are in order and each lies in one paragraph.
    Sentences are split when they are asked for.
    `id` stays the same when the text is edited: it is made from the origin of the article (url, else path).
    `sha256` is the hash of the text: it stays the same when the file is moved.
    `date` is ISO 8601. Metadata that is not known is "".
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
        """The role of the paragraph that contains a sentence."""
        return self.paragraphs[sentence.paragraph].role

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before it, else 0."""
        return self.sentences.number_at(offset)

    def words(self) -> int:
        """The number of words in the body, without boilerplate and headings."""
        body = (p for p in self.paragraphs if p.role is Role.BODY)
        return sum(count_words(self.text[p.start : p.end]) for p in body)
