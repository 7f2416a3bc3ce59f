"""Annotating a passage: highlights, colours, tags, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from reader.ui.compare import wording
from reader.ui.compare.workspace import ArticlePassage, Workspace
from reader.ui.kit.handlers import handles, handles_each
from reader.ui.kit.wording import NOTE

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Annotating"]


class Annotating:
    """Annotates the selection, or else the cursor's sentence."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._annotator = workspace.annotator

    def _annotated(self, passage: ArticlePassage) -> list[Annotation]:
        """The annotations that a command changes: of a selection, only one of exactly what is selected."""
        is_selected = self._workspace.state.view.selected is not None
        return (self._annotator.exactly if is_selected else self._annotator.touching)(*passage)

    def _passage(self) -> ArticlePassage | None:
        """The passage to annotate, once it is known what is annotated there."""
        self._annotator.read()
        return self._workspace.passage()

    @handles("compare.highlight")
    def highlight(self) -> None:
        """Highlights the passage."""
        passage = self._passage()
        if passage and self._annotator.is_highlighted(*passage):
            self._workspace.saved(wording.HIGHLIGHTED_ALREADY)
        elif passage and self._annotator.highlight(*passage):
            self._workspace.saved(wording.HIGHLIGHTED)

    @handles("compare.colour")
    def change_colour(self) -> None:
        """Takes the next colour, for the annotation here if there is one, and for the next ones."""
        from annotations.model import next_colour

        passage = self._passage()
        annotated = self._annotated(passage) if passage else []
        colour = next_colour(annotated[0].colour if annotated else self._annotator.colour)
        self._annotator.colour = colour
        if not (passage and annotated):
            self._workspace.notify(wording.colour(colour, is_changed=False), seconds=2)
        elif self._annotator.annotate(annotated, *passage, colour=colour):
            self._workspace.saved(wording.colour(colour, is_changed=True))

    @handles("compare.tag")
    def tag(self) -> None:
        """Asks for the tags of the annotation here, or of a new one."""
        from reader.ui.kit.tag_dialog import TagDialog

        if passage := self._passage():
            annotated = self._annotated(passage)
            dialog = TagDialog(annotated[0].tags if annotated else (), self._annotator.tags_in_use())
            self._ask(dialog, annotated, passage, lambda tags: {"tags": tags})

    @handles_each({f"compare.tag-{number}": (number,) for number in range(1, 10)})
    def toggle_frequent_tag(self, number: int) -> None:
        """Gives the annotation here, or a new one, the `number`-th tag in use, or removes it."""
        tags, passage = self._annotator.tags_in_use(), self._passage()
        if number > len(tags):
            self._workspace.notify(wording.FEWER_TAGS)
        elif passage:
            tag, annotated = tags[number - 1], self._annotated(passage)
            before = annotated[0].tags if annotated else ()
            after = [other for other in before if other != tag] if tag in before else [*before, tag]
            if self._annotator.annotate(annotated, *passage, tags=after):
                self._workspace.saved(wording.tagged(tag, is_added=tag in after))

    @handles("compare.note")
    def note(self) -> None:
        """Asks for the note of the annotation here, or of a new one."""
        from reader.ui.kit.note_dialog import NoteDialog

        if passage := self._passage():
            annotated = self._annotated(passage)
            draft = self._annotator.draft(annotated, *passage)
            dialog = NoteDialog(NOTE, annotated[0].note if annotated else "", draft)
            self._ask(dialog, annotated, passage, lambda note: {"note": note}, draft.forget)

    def _ask(
        self,
        dialog: Screen[Any],
        annotated: Sequence[Annotation],
        passage: ArticlePassage,
        fields: Callable[[Any], dict[str, Any]],
        saved: Callable[[], None] | None = None,
    ) -> None:
        """Asks for fields of an annotation, saves the answer, and calls `saved` once it is in the store."""

        def save(answer: Any) -> None:
            if answer is not None and self._annotator.annotate(annotated, *passage, **fields(answer)):
                if saved:
                    saved()
                self._workspace.saved(wording.SAVED)

        self._workspace.ask(dialog, save)

    @handles("compare.note-whole")
    def note_whole(self) -> None:
        """Asks for a note on the article as a whole."""
        from reader.ui.kit.note_dialog import NoteDialog

        number = self._workspace.state.active
        if not self._workspace.active_article.sentences:
            self._workspace.notify(wording.EMPTY_ARTICLE)
            return
        self._annotator.read()
        annotation, draft = self._annotator.of_whole(number), self._annotator.draft_of_whole(number)

        def save(note: str | None) -> None:
            if note is not None and self._annotator.note_whole(number, note):
                draft.forget()
                self._workspace.saved(wording.SAVED)

        dialog = NoteDialog(wording.NOTE_WHOLE, annotation.note if annotation else "", draft)
        self._workspace.ask(dialog, save)

    @handles("compare.delete")
    def delete(self) -> None:
        """Deletes the annotation here."""
        passage = self._passage()
        if passage is None or not self._annotator.touching(*passage):
            self._workspace.notify(wording.NO_ANNOTATION, seconds=2)
        elif self._annotator.delete(*passage):
            self._workspace.saved(wording.DELETED)
