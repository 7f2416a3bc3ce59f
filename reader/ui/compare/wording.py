"""The words of the compare screen: notices, questions, the line of state. Commands have their own table.

The line of state has room for 40 cells on a screen of 80, for 24 on one of 40.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.base.phrases import counted, quoted, shortened
from reader.matching.model import Evidence
from reader.ui.kit.wording import undoable

# The line of state

SELECTING = "selecting · Esc cancels"
MOVING_ENDS = "z saves · Esc cancels · jkl← move an end"
NOTHING_FOUND = "nothing found · Esc cancels"
ONLY_HERE = "only here"
SOME_KINDS = "some kinds"


def pinning(letter: str) -> str:
    """While the second passage of a match is chosen; the first is in article `letter`."""
    return f"p pins a match for {letter} · Esc cancels"


def hits(counts: Iterable[tuple[str, int]]) -> str:
    """The number of hits in each article, by its letter."""
    return "found " + " · ".join(f"{letter} {count}" for letter, count in counts)


def matching(percent: int) -> str:
    """While the articles are matched."""
    return f"matching {percent}%"


def threshold(score: float) -> str:
    """The least score of the matches that are shown."""
    return f"≥{score:.0f}"


# Moving around

STILL_MATCHING = "Still looking for matches …"
NO_COUNTERPART = "No counterpart. Press n to go to the next sentence that has one."
ONLY_COUNTERPART = "This is the only counterpart."
NO_QUOTATION = "This sentence has no quotation marks."
NO_JUMP = "There is no earlier place to go back to."
CONTINUED = "Continued where you stopped. Press g to go to the top."


def no_more(what: str, step: int) -> str:
    """Nothing of a kind ahead of the cursor (`step` > 0), or before it."""
    return f"No {'further' if step > 0 else 'earlier'} {what} in this article."


SENTENCE_ALONE, MATCH, DIFFERENCE = "sentence without a match", "match", "match with a difference"


def no_match_at(score: float) -> str:
    """An article without matches at a threshold."""
    return f"No match scores {score:.0f} or more. Press - to show weaker ones."


# Marks

MARK, GO_TO_MARK = "Mark this place with a letter", "Go to a marked place"
NO_MARKS = "No place is marked. Press M and a letter to mark one."


def marked(letter: str) -> str:
    """A place was marked."""
    return f"Marked {letter}. Press ' {letter} to return here."


def not_marked(letter: str) -> str:
    """No place has this letter."""
    return f"No place is marked {letter}."


# Annotations

FIND = "find in all articles"
HIGHLIGHTED = "Highlighted. Press t to tag, a to add a note, u to undo."
HIGHLIGHTED_ALREADY = "Already highlighted. Press c to change the colour, d to delete it."
SAVED = undoable("Saved")
DELETED = undoable("Deleted")
ENDS_MOVED = undoable("Ends moved")
NO_ANNOTATION = "No annotation here."
EMPTY_ARTICLE = "This article is empty."
FEWER_TAGS = "You do not use that many tags yet. Press t to add a new one."
NOTE_WHOLE = "Note on the whole article"
REATTACH = "Select the words that the annotation is about (v, or the mouse), then press z."


def colour(name: str, *, is_changed: bool) -> str:
    """The colour of the annotation here was changed; else that of the next ones."""
    return undoable(f"colour changed to {name}") if is_changed else f"New highlights will be {name}."


def tagged(tag: str, *, is_added: bool) -> str:
    """A tag was added, or removed."""
    return undoable(f"{'tagged' if is_added else 'removed'} #{tag}")


# Pairs and judgements

RELATION = "How are the two passages related?"
OTHER_RELATION = "… another relation"
OTHER_RELATION_TITLE = "The first passage … the second"
OTHER_RELATION_HINT = "Esc cancels · Enter saves the relation and offers it next time"
NO_MATCH = "No match here. Press n to go to the next one, p to pin one yourself."
PIN_OTHER = "Now go to the same statement in another article, and press p."
PINNED = undoable("Pinned as a match")
UNPINNED = undoable("Unpinned")
REJECTED = undoable("Match rejected")


def paired(relation: str) -> str:
    """Two passages were annotated together."""
    return f"Annotated as a pair: {relation}. Press a to add a note, u to undo."


# The match card

NO_MATCH_TITLE, MATCHING_TITLE = " no match ", " matching … "
WITHOUT_WORDS = "highlighted"
PINNED_WHY = "why  you pinned it; press r to unpin it"
OPEN_ANOTHER = "Only one article is open. Open another with it to see what they share."
ALONE = "Only in this article: no other open article says anything similar."


def nth_match(number: int, count: int) -> str:
    """The place of a match among those of the article."""
    return f"match {number} of {count}"


def nth_counterpart(number: int, count: int) -> str:
    """The place of a counterpart among those of the sentence."""
    return f"counterpart {number} of {count} (. for the next)"


def why(reasons: Sequence[str], shared: Sequence[str]) -> str:
    """The reasons for a match on one line, and the words that both passages have."""
    both = [f"both say {', '.join(shared)}"] if shared else []
    return "why  " + " · ".join([*reasons, *both])


def score(points: float, evidence: Evidence) -> Iterator[str]:
    """The score of a match, the points that it is made of, and what both passages share."""
    yield f"why  a score of {points:.0f} out of 100, made up of"
    for reason, part in evidence.parts:
        yield f"     {part:4.0f}  {reason}"
    quotations = [f"“{words}”" for words in evidence.quotations]
    speakers = list(filter(None, evidence.speakers))
    for label, words in (("both say", evidence.shared), ("both quote", quotations), ("speaker", speakers)):
        if words:
            yield f"     {label} {', '.join(words)}"


def is_boilerplate(reason: str) -> str:
    """A sentence that is not matched."""
    return f"Boilerplate ({reason}), not matched. Press B to list and restore boilerplate."


def alone_at(score: float) -> str:
    """A sentence without a match at a threshold."""
    return f"Only in this article, at a threshold of {score:.0f}."


def closest(score: float, letter: str, text: str) -> str:
    """The passage that is closest to a sentence without a match."""
    return f"Closest, with a score of {score:.0f}: {letter}  {text}"


# Copying, opening, what is shown

NOTHING_TO_COPY = "No match here to copy. Press y to copy the sentence."
PASSAGE, PAIR = "passage", "pair"
ONE_ARTICLE = "Only one article is open. Open another to compare them."
NOT_OPENED, NOT_MATCHED = "Not opened", "Not matched"
NO_BOILERPLATE = "This article has no boilerplate."
BOILERPLATE = "Boilerplate, not matched"
RESTORE_ALL, EXCLUDE_ALL = "… restore all", "… exclude all again"


def copied(what: str, where: str) -> str:
    """A passage or a pair was copied to a clipboard."""
    return f"Copied the {what} to the {where}."


def opened(place: str) -> str:
    """A web page or a file was opened outside of reader."""
    return f"Opened {place}"


def not_matched(error: object) -> str:
    """The matching failed; reading does not depend on it."""
    return f"{error}; you can still read and annotate the articles"


def set_apart(differences: int) -> str:
    """The notice that matches with differences are in lines that are not matched."""
    count = counted(differences, "difference")
    return f"{count} in lines set apart as boilerplate. Press B to list and restore them."


def kinds(score: float) -> str:
    """The title of the list of kinds of match."""
    return f"Kinds of match to show (score {score:.0f} or more)"


def incomplete(title: str, notice: str, *, is_kept: bool) -> str:
    """The notice of what an article may lack; its boilerplate holds what was left out, if that was kept."""
    return f"{title}: {notice}." + (" Press B to list and restore them." if is_kept else "")


def boilerplate(reason: str, number: int, words: str, *, is_restored: bool) -> str:
    """A paragraph in the list of boilerplate; `number` counts from 1."""
    return f"{'✓ restored, was' if is_restored else '·'} {reason} ({number}): {words}"


# The overview

ACROSS, DOWN = "→", "↓"
IN_ORDER, MOVED = "in order", "moved"


def no_match_in_overview(score: float) -> str:
    """Two articles without matches at a threshold."""
    return f"No match scores {score:.0f} or more."


# Where the reading starts

_WORDS = 40  # code points of a passage that is quoted

SIMILAR = "is not in the article word for word. This is the most similar passage."
ORPHAN = "is no longer in the article. Press A to list the annotation, then r to attach it to other words."


def passage_is(text: str, state: str) -> str:
    """A passage and what became of it: SIMILAR or ORPHAN."""
    return f"{quoted(text, _WORDS)} {state}"


def in_no_article(text: str) -> str:
    """Words that are in none of the articles."""
    return f"{quoted(text, _WORDS)} is not in any of the articles."


def moved(annotations: int, path: str) -> str:
    """Annotations now name the new place of their article."""
    now = "1 annotation names" if annotations == 1 else f"{annotations} annotations name"
    return f"The article was moved. {now} {shortened(path, 1_000)} now; press u to undo."


def article_gone(name: str) -> str:
    """The article of an annotation cannot be found."""
    return (
        f"{shortened(name, 1_000)}: this article no longer exists here; "
        "if it was moved, run reader relink --search FOLDER"
    )


def article_not_opened(problem: object) -> str:
    """One article that cannot be opened."""
    return f"Not opened: {problem}"


def more_not_opened(count: int) -> str:
    """The articles that cannot be opened, beyond those that were named."""
    return f"Not opened: {counted(count, 'more article')}, moved or deleted."


def partly_opened(opened: int, count: int) -> str:
    """Fewer articles are open than contain a passage."""
    return f"{opened} of the {count:,} articles that say this are open."


def excerpt_gone(title: str, text: str) -> str:
    """An article changed, and has lost a passage."""
    return f"{title} has changed since the search: {quoted(text, _WORDS)} is no longer in it."


def excerpt_moved(title: str, text: str) -> str:
    """An article changed, and a passage is in another place."""
    return f"{title} has changed since the search: {quoted(text, _WORDS)} is now in another place."


def excerpt_similar(title: str, text: str) -> str:
    """An article changed, and only a similar passage is left."""
    return (
        f"{title} has changed since the search: this is the passage most similar to {quoted(text, _WORDS)}."
    )
