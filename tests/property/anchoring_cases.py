"""Articles edited in ways that editors edit them, each with the answer that anchoring owes: a test set."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotations.model import ArticleReference, Target

__all__ = ["EDITS", "Case", "articles", "cases"]

CORPUS = Path(__file__).parents[2] / "sample_corpus"
ARTICLE = ArticleReference("file:article", "0" * 64, "An article")
SENTENCE = re.compile(r"[^\s.!?][^.!?\n]{25,}(?:[.!?][\"”’]?)(?=\s|$)")
OTHER_WORDS = (
    "several",
    "local",
    "people",
    "later",
    "came",
    "back",
    "there",
    "under",
    "quiet",
    "road",
    "before",
)
INSERTED = "Nobody at the harbour office would say on Tuesday when the ferries are to run again."


@dataclass(frozen=True, slots=True)
class Case:
    """A target of one text, sought in another: where it is now, None where it is gone."""

    kind: str
    target: Target
    text: str
    truth: tuple[int, int] | None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in its article, and the chance that is its own."""

    text: str
    start: int
    end: int
    chance: random.Random

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def replaced(self, new: str) -> tuple[str, tuple[int, int]]:
        text = self.text[: self.start] + new + self.text[self.end :]
        return text, (self.start, self.start + len(new))


Edit = Callable[[Quote], tuple[str, tuple[int, int] | None] | None]


def articles() -> list[str]:
    """The bodies of the sample corpus, in the order of their names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.md"))]
    return [text.split("\n---\n", 1)[-1].strip() for text in texts]


def cases(texts: list[str]) -> Iterator[Case]:
    """Every edit of every sentence of the texts."""
    for text in texts:
        for number, found in enumerate(SENTENCE.finditer(text)):
            target = Target.of(ARTICLE, text, *found.span())
            for name, edit in EDITS.items():
                result = edit(Quote(text, *found.span(), random.Random(f"{name} {number} {found[0]}")))
                if result:
                    yield Case(name, target, *result, exact=name in EXACT)


def text_before(quote: Quote) -> tuple[str, tuple[int, int]]:
    added = INSERTED + " " + INSERTED.replace("Tuesday", "Friday") + "\n\n"
    return added + quote.text, (quote.start + len(added), quote.end + len(added))


def deleted(quote: Quote) -> tuple[str, None]:
    return quote.text[: quote.start].rstrip(" ") + quote.text[quote.end :], None


def deleted_and_replaced(quote: Quote) -> tuple[str, None]:
    return quote.replaced(INSERTED)[0], None


def moved_to_the_end(quote: Quote) -> tuple[str, tuple[int, int]]:
    text = deleted(quote)[0] + "\n\n"
    return text + quote.words + "\n", (len(text), len(text) + len(quote.words))


def moved_to_the_front(quote: Quote) -> tuple[str, tuple[int, int]]:
    return quote.words + "\n\n" + deleted(quote)[0], (0, len(quote.words))


def reworded(quote: Quote) -> tuple[str, tuple[int, int]]:
    return quote.replaced(_some_words_replaced(quote.words, 0.2, quote.chance))


def number_changed(quote: Quote) -> tuple[str, tuple[int, int]] | None:
    new = re.sub(r"\d+", lambda match: str(int(match[0]) + quote.chance.randint(1, 90)), quote.words, count=1)
    return quote.replaced(new) if new != quote.words else None


def negated(quote: Quote) -> tuple[str, tuple[int, int]] | None:
    new = re.sub(r"\b(was|were|is|are|had|have|has|will|would)\b", r"\1 not", quote.words, count=1)
    return quote.replaced(new) if new != quote.words else None


def words_added(quote: Quote) -> tuple[str, tuple[int, int]]:
    words = quote.words.split(" ")
    middle = len(words) // 2
    return quote.replaced(" ".join([*words[:middle], "officials in the capital said,", *words[middle:]]))


def cut_short(quote: Quote) -> tuple[str, tuple[int, int]] | None:
    words = quote.words.split(" ")
    return quote.replaced(" ".join(words[: len(words) * 3 // 4]) + ".") if len(words) > 11 else None


def neighbours_reworded(quote: Quote) -> tuple[str, tuple[int, int]]:
    before = _some_words_replaced(quote.text[: quote.start], 0.3, quote.chance)
    after = _some_words_replaced(quote.text[quote.end :], 0.3, quote.chance)
    return before + quote.words + after, (len(before), len(before) + len(quote.words))


def all_reworded(quote: Quote) -> tuple[str, tuple[int, int]]:
    before = _some_words_replaced(quote.text[: quote.start], 0.3, quote.chance)
    words = _some_words_replaced(quote.words, 0.3, quote.chance)
    after = _some_words_replaced(quote.text[quote.end :], 0.3, quote.chance)
    return before + words + after, (len(before), len(before) + len(words))


def deleted_and_all_reworded(quote: Quote) -> tuple[str, None]:
    return _some_words_replaced(deleted(quote)[0], 0.3, quote.chance), None


def another_form(quote: Quote) -> tuple[str, tuple[int, int]]:
    parts = quote.text[: quote.start], quote.words, quote.text[quote.end :]
    before, words, after = (_in_another_form(part) for part in parts)
    return before + words + after, (len(before), len(before) + len(words))


def doubled(quote: Quote) -> tuple[str, tuple[int, int]]:
    return f"{quote.text}\n\n{quote.text}", (quote.start, quote.end)


def copied_to_the_front(quote: Quote) -> tuple[str, tuple[int, int]]:
    length = len(quote.words) + 2
    return quote.words + "\n\n" + quote.text, (quote.start + length, quote.end + length)


def paragraphs_shuffled(quote: Quote) -> tuple[str, tuple[int, int]]:
    paragraphs = quote.text.split("\n\n")
    quote.chance.shuffle(paragraphs)
    text = "\n\n".join(paragraphs)
    start = text.find(quote.words)
    return text, (start, start + len(quote.words))


def only_a_look_alike_left(quote: Quote) -> tuple[str, None] | None:
    if not quote.text[quote.end :].strip():
        return None  # at the end it would stand in the quote's own place
    changed = number_changed(quote) or negated(quote)
    return (deleted(quote)[0] + "\n\n" + changed[0][slice(*changed[1])] + "\n", None) if changed else None


def look_alike_next_to_it(quote: Quote) -> tuple[str, None] | None:
    """The quote is gone, and a sentence much like it stands one further on."""
    changed = number_changed(quote) or negated(quote)
    following = SENTENCE.match(quote.text, quote.end + 1)
    if not changed or not following:
        return None
    alike = changed[0][slice(*changed[1])]
    before, after = quote.text[: quote.start], quote.text[following.end() :]
    return f"{before}{following[0]} {alike}{after}", None


EDITS: dict[str, Edit] = {
    "text before": text_before,
    "deleted": deleted,
    "deleted and replaced": deleted_and_replaced,
    "moved to the end": moved_to_the_end,
    "moved to the front": moved_to_the_front,
    "reworded": reworded,
    "number changed": number_changed,
    "negated": negated,
    "words added": words_added,
    "cut short": cut_short,
    "neighbours reworded": neighbours_reworded,
    "all reworded": all_reworded,
    "deleted and all reworded": deleted_and_all_reworded,
    "another form": another_form,
    "doubled": doubled,
    "copied to the front": copied_to_the_front,
    "paragraphs shuffled": paragraphs_shuffled,
    "only a look-alike left": only_a_look_alike_left,
    "look-alike next to it": look_alike_next_to_it,
}
EXACT = {"text before", "another form", "doubled", "copied to the front"}


def _some_words_replaced(text: str, share: float, chance: random.Random) -> str:
    def new(match: re.Match[str]) -> str:
        return chance.choice(OTHER_WORDS) if chance.random() < share else match[0]

    return re.sub(r"\w+", new, text)


def _in_another_form(text: str) -> str:
    plain = text.translate(str.maketrans("“”‘’—–", "\"\"''--"))
    return plain.replace(" ", "\xa0 \n ")
