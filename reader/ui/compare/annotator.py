"""The annotations of the articles on screen: where they are, and every change to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.ui.compare import wording
from reader.ui.compare.comparison import Judgement
from reader.ui.compare.layout.spans import Highlight
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.wording import note_saved

if TYPE_CHECKING:
    from annotations.model import Annotation, Target
    from reader.notes.drafts import Draft
    from reader.notes.notebook import AnchoredTarget, Notebook

__all__ = ["Annotator"]


class Annotator:
    """The annotations of some articles, numbered from 0. Offsets are code points of the article's text.

    A method that changes something returns whether it did.
    """

    def __init__(self, articles: Sequence[Article], access: NotebookAccess) -> None:
        self._articles = articles
        self._access = access
        self._placed: list[tuple[AnchoredTarget, ...]] = [() for _ in articles]
        self._is_read = False
        self.colour = "yellow"

    def refresh(self) -> None:
        """Finds the annotations again, after any change to them."""
        if notebook := self._access.reading():
            if not self._is_read and not notebook.read_only:
                self._follow(notebook)
            self._placed = [notebook.anchored(article) for article in self._articles]
            self._is_read = True

    def _follow(self, notebook: Notebook) -> None:
        """Writes the new places of articles that were moved into their annotations, and says so."""
        from reader.notes.moved_articles import moved_articles, relinked
        from reader.notes.references import reference

        on_them = {each.id: each for a in self._articles for each in notebook.of_article(reference(a))}
        for move, article in relinked(notebook, moved_articles(on_them.values(), self._articles)):
            self._access.notify(wording.moved(len(move.annotations), sanitize_line(article.path)))

    def read(self) -> None:
        """Finds the annotations now, if a key comes before they were first found."""
        if not self._is_read:
            self.refresh()

    def highlights(self, number: int) -> tuple[Highlight, ...]:
        """The annotations to draw in article `number`: of passages, not of matches or wholes; no orphans."""
        from annotations.model import COLOURS

        oldest_first = reversed(list(self._of_passages(number)))
        return tuple(
            Highlight(
                placed.anchor.start,
                placed.anchor.end,
                placed.annotation.colour if placed.annotation.colour in COLOURS else COLOURS[0],
                bool(placed.annotation.note or placed.annotation.tags),
            )
            for placed in oldest_first
            if placed.anchor.end > placed.anchor.start
        )

    def touching(self, number: int, start: int, end: int) -> list[Annotation]:
        """The annotations that touch [start, end), the ones that fit it best first, of those the newest.

        Annotations of the article as a whole, or of matches alone, are not among them.
        """
        passages = self._of_passages(number)
        touching = [p for p in passages if p.anchor.start < end and p.anchor.end > start]
        touching.sort(key=lambda p: abs(p.anchor.start - start) + abs(p.anchor.end - end))
        return list({placed.annotation.id: placed.annotation for placed in touching}.values())

    def of_whole(self, number: int) -> Annotation | None:
        """The annotation of an article as a whole."""
        from annotations.relations import WHOLE

        annotations = (placed.annotation for placed in self._placed[number])
        return next((annotation for annotation in annotations if annotation.relation == WHOLE), None)

    def note_whole(self, number: int, note: str) -> bool:
        """Writes the note on an article as a whole."""
        from annotations.relations import WHOLE

        sentence = self._articles[number].sentences[0]
        annotation = self.of_whole(number)
        if annotation:
            return self.annotate([annotation], number, sentence.start, sentence.end, note=note)
        return self.annotate([], number, sentence.start, sentence.end, note=note, relation=WHOLE)

    def draft(self, annotated: Sequence[Annotation], number: int, start: int, end: int) -> Draft:
        """The draft of a note on the first of `annotated`; without any, on [start, end)."""
        article = self._articles[number]
        return self._access.draft(annotated[0].id if annotated else f"{article.id} {start}-{end}")

    def draft_of_whole(self, number: int) -> Draft:
        """The draft of a note on an article as a whole."""
        return self._access.draft(f"{self._articles[number].id} whole")

    def places(self, annotation: Annotation) -> list[tuple[Target, int, int]]:
        """The targets of an annotation: (target, article number, start); orphans are not among them."""
        return [
            (target, number, placed.anchor.start)
            for target in annotation.targets
            for number, all_placed in enumerate(self._placed)
            for placed in all_placed
            if placed.target == target and placed.annotation.id == annotation.id and placed.anchor.end
        ]

    def exactly(self, number: int, start: int, end: int) -> list[Annotation]:
        """The annotations of exactly [start, end), the newest first."""
        return [
            placed.annotation
            for placed in self._of_passages(number)
            if (placed.anchor.start, placed.anchor.end) == (start, end)
        ]

    def _of_passages(self, number: int) -> Iterator[AnchoredTarget]:
        """The annotations of passages of an article, not of matches or of the whole; the newest first."""
        from annotations.relations import JUDGEMENTS, WHOLE

        others = (*JUDGEMENTS, WHOLE)
        newest_first = reversed(self._placed[number])
        return (placed for placed in newest_first if placed.annotation.relation not in others)

    def annotate(
        self, annotated: Sequence[Annotation], number: int, start: int, end: int, **fields: Any
    ) -> bool:
        """Gives the first of `annotated` new fields (tags, note …); without any, annotates [start, end)."""
        notebook = self._access.writing()
        if notebook is None:
            return False
        if not annotated:
            notebook.annotate([(self._articles[number], start, end)], **{"colour": self.colour} | fields)
            self.refresh()
            return True
        if fields.keys() == {"note"}:
            return self._attempt(lambda: self._save_note(notebook, annotated[0], fields["note"]))
        return self._attempt(lambda: notebook.change(annotated[0], **fields))

    def _save_note(self, notebook: Notebook, annotation: Annotation, note: str) -> None:
        from reader.notes.saving_notes import save_note

        if told := note_saved(save_note(notebook, annotation, note)):
            self._access.notify(told)

    def _attempt(self, change: Callable[[], object]) -> bool:
        """Makes a change, or shows why it can no longer be made; whether it was made."""
        try:
            change()
        except UserError as error:
            self._access.notify(str(error))
            return False
        finally:
            self.refresh()
        return True

    def is_highlighted(self, number: int, start: int, end: int) -> bool:
        """Whether exactly [start, end) is annotated."""
        return bool(self.exactly(number, start, end))

    def highlight(self, number: int, start: int, end: int) -> bool:
        """Highlights [start, end), over whatever is annotated there."""
        notebook = self._access.writing()
        if notebook is None:
            return False
        notebook.annotate([(self._articles[number], start, end)], colour=self.colour)
        self.refresh()
        return True

    def extent(self, number: int, start: int, end: int) -> tuple[Annotation, int, int] | None:
        """The annotation that fits [start, end) best, and its start and end in the article."""
        for annotation in self.touching(number, start, end)[:1]:
            for placed in self._placed[number]:
                if placed.annotation.id == annotation.id:
                    return annotation, placed.anchor.start, placed.anchor.end
        return None

    def move(self, annotation: Annotation, number: int, start: int, end: int) -> bool:
        """Moves an annotation to [start, end) of article `number`."""
        notebook = self._access.writing()
        if notebook is None:
            return False
        return self._attempt(lambda: notebook.move(annotation, self._articles[number], start, end))

    def pair(self, passages: Sequence[tuple[int, int, int]], relation: str) -> bool:
        """Annotates passages (article number, start, end) together, with how they relate."""
        notebook = self._access.writing()
        if notebook is None:
            return False
        targets = [(self._articles[number], start, end) for number, start, end in passages]
        notebook.annotate(targets, relation=relation, colour=self.colour)
        self.refresh()
        return True

    # Matches, as the reader judges them

    def judge(self, passages: Sequence[tuple[int, int, int]], *, is_match: bool) -> bool:
        """Annotates two passages (article number, start, end) as a match, or as not one."""
        from annotations.relations import NO_MATCH, PINNED

        return self.pair(passages, PINNED if is_match else NO_MATCH)

    def judgements(self) -> list[Judgement]:
        """The judgements of matches of these articles."""
        from annotations.relations import JUDGEMENTS, PINNED

        ends: dict[str, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
        relations: dict[str, str] = {}
        for number, all_placed in enumerate(self._placed):
            for placed in all_placed:
                anchor, annotation = placed.anchor, placed.annotation
                if annotation.relation in JUDGEMENTS and anchor.end > anchor.start:
                    ends[annotation.id].append((number, (anchor.start, anchor.end)))
                    relations[annotation.id] = annotation.relation
        return [
            Judgement(*first, *second, is_match=relations[id_] == PINNED)
            for id_, (first, *others) in ends.items()
            for second in others
            if first[0] < second[0]
        ]

    def take_back(self, passages: Sequence[tuple[int, int, int]]) -> bool:
        """Deletes the annotation that says that these two passages match."""
        from annotations.relations import PINNED

        notebook = self._access.writing()
        if notebook is None:
            return False
        annotations = [placed.annotation for placed in self._placed[passages[0][0]]]
        pinned = [
            annotation
            for annotation in annotations
            if annotation.relation == PINNED and self._extents(annotation) >= set(passages)
        ]
        for annotation in pinned[:1]:
            notebook.delete(annotation.id)
        self.refresh()
        return bool(pinned)

    def _extents(self, annotation: Annotation) -> set[tuple[int, int, int]]:
        """The passages that an annotation has: (article number, start, end)."""
        return {
            (number, placed.anchor.start, placed.anchor.end)
            for number, all_placed in enumerate(self._placed)
            for placed in all_placed
            if placed.annotation.id == annotation.id
        }

    def delete(self, number: int, start: int, end: int) -> bool:
        """Deletes the annotation that fits [start, end) best."""
        notebook, annotations = self._access.writing(), self.touching(number, start, end)
        if notebook is None or not annotations:
            return False
        notebook.delete(annotations[0].id)
        self.refresh()
        return True

    def relations_in_use(self) -> list[str]:
        """The relations that the reader gave in words of their own or chose, the most used first."""
        from annotations.relations import DIFFERS, JUDGEMENTS, WHOLE

        notebook = self._access.reading()
        annotations = notebook.all() if notebook else ()
        used = Counter(annotation.relation for annotation in annotations if annotation.relation)
        return [
            relation
            for relation, _uses in used.most_common()
            if relation not in (*JUDGEMENTS, WHOLE) and not relation.startswith(DIFFERS)
        ]

    def tags_in_use(self) -> list[str]:
        """All tags, the most used first."""
        notebook = self._access.reading()
        return [tag for tag, _uses in notebook.tags()] if notebook else []
