"""Annotating on the compare screen: passages, pairs, and what the matcher got wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from annotations.relations import DIFFERS
from reader.matching.model import Difference, Kind, Passage
from reader.ui.compare.comparing import ComparingScreen
from reader.ui.compare.comparison import MatchLink
from reader.ui.compare.layout.spread import CompareState
from reader.ui.kit.handlers import handles, handles_each
from reader.ui.kit.saved_notice import notify_saved

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["AnnotatingScreen"]

Here = tuple[int, int, int]
"""What a command works on: article number, and code points [start, end) of its text."""


class AnnotatingScreen(ComparingScreen):
    """Highlights, tags, notes, pairs: of what is selected, else of the cursor's sentence."""

    def _lay_out(self) -> None:
        super()._lay_out()
        self._pinned: Here | None = None  # the first passage of a match that is being made
        self._moving: Annotation | None = None  # whose boundaries are being moved

    def _doing(self, spread: CompareState) -> str:
        if self._moving:
            return "jkl← move the end, o the other · z keeps"
        if self._pinned:
            return f"p pins the passage that matches {self._comparison.letter(self._pinned[0])}'s · esc ends"
        return super()._doing(spread)

    def is_busy(self) -> bool:
        """Whether something was begun that Escape ends."""
        return bool(self._moving or self._pinned) or super().is_busy()

    @handles("compare.cancel")
    async def action_cancel(self) -> None:
        """Ends what was begun."""
        self._pinned = self._moving = None
        await super().action_cancel()

    def _here(self) -> Here | None:
        spread = self._panes.spread
        passage = spread.passage()
        return (spread.active, *passage) if passage else None

    def _annotated(self, here: Here) -> list[Annotation]:
        """The annotations that a command changes: of a selection, only one of exactly what is selected."""
        found = self._annotator.here(*here)
        return found if self._panes.spread.view.selected is None else self._annotator.exactly(*here)

    def _done(self, what: str) -> None:
        """Shows what was done, and says so; or why it is not on disk."""
        self._moving = None
        self._panes.update(lambda spread: spread.clear_selection())
        self.annotations_changed()
        notify_saved(self, self._access, what)

    # Passages

    @handles("compare.highlight")
    def action_highlight(self) -> None:
        """Highlights the selection or the sentence."""
        here = self._here()
        if here and self._annotator.is_highlighted(*here):
            self._done("It is highlighted already: c changes the colour, d deletes it.")
        elif here and self._annotator.highlight(*here):
            self._done("Highlighted. t tags it, a adds a note, u undoes.")

    @handles("compare.colour")
    def action_colour(self) -> None:
        """The next colour, for the annotation here if there is one, and for the next ones."""
        from annotations.model import next_colour

        here = self._here()
        annotated = self._annotated(here) if here else []
        self._annotator.colour = next_colour(annotated[0].colour if annotated else self._annotator.colour)
        told = f"Colour: {self._annotator.colour}"
        if here and annotated:
            if self._annotator.annotate(annotated, *here, colour=self._annotator.colour):
                self._done(told)
        else:
            self.notify(f"{told}, of the next highlights", timeout=2)

    @handles("compare.tag")
    def action_tag(self) -> None:
        """Asks for the tags of the annotation here, or of a new one."""
        from reader.ui.kit.tag_dialog import TagDialog

        if here := self._here():
            annotated = self._annotated(here)
            tags = annotated[0].tags if annotated else ()
            dialog = TagDialog(tags, self._annotator.tags_in_use())
            self._ask(dialog, annotated, here, lambda answer: {"tags": answer})

    @handles_each({f"compare.tag-{n}": (n,) for n in range(1, 10)})
    def action_frequent_tag(self, number: int) -> None:
        """Gives the annotation here, or a new one, the `number`-th tag in use, or takes it off."""
        tags, here = self._annotator.tags_in_use(), self._here()
        if number > len(tags):
            self.notify("The digits give the tags used most: there are fewer. t writes a new one.", timeout=3)
        elif here:
            tag, annotated = tags[number - 1], self._annotated(here)
            before = annotated[0].tags if annotated else ()
            after = [other for other in before if other != tag] if tag in before else [*before, tag]
            if self._annotator.annotate(annotated, *here, tags=after):
                self._done(f"Tagged #{tag}. u undoes." if tag in after else f"No longer #{tag}. u undoes.")

    @handles("compare.note")
    def action_note(self) -> None:
        """Asks for the note of the annotation here, or of a new one."""
        from reader.ui.kit.dialogs import NoteDialog

        if here := self._here():
            annotated = self._annotated(here)
            dialog = NoteDialog("Note", annotated[0].note if annotated else "")
            self._ask(dialog, annotated, here, lambda note: {"note": note})

    def _ask(
        self,
        dialog: Screen[Any],
        annotated: Sequence[Annotation],
        here: Here,
        fields: Callable[[Any], dict[str, Any]],
    ) -> None:
        def keep(answer: Any) -> None:
            if answer is not None and self._annotator.annotate(annotated, *here, **fields(answer)):
                self._done("Kept. u undoes.")

        self.app.push_screen(dialog, keep)

    @handles("compare.note-whole")
    def action_note_whole(self) -> None:
        """Asks for a note on the article as a whole."""
        from reader.ui.kit.dialogs import NoteDialog

        number = self._panes.spread.active
        if not self.articles[number].sentences:
            self.notify("The article is empty.", timeout=3)
            return
        said = self._annotator.of_whole(number)

        def keep(note: str | None) -> None:
            if note is not None and self._annotator.note_whole(number, note):
                self._done("Kept. u undoes.")

        self.app.push_screen(NoteDialog("Note on the whole article", said.note if said else ""), keep)

    @handles("compare.delete")
    def action_delete(self) -> None:
        """Deletes the annotation here."""
        here = self._here()
        if here is None or not self._annotator.here(*here):
            self.notify("No annotation here.", timeout=2)
        elif self._annotator.delete(*here):
            self._done("Deleted. u brings it back.")

    @handles("compare.boundaries")
    def action_boundaries(self) -> None:
        """Makes the annotation here the selection, to be moved; then keeps where it was moved to."""
        here = self._here()
        if self._moving and here:
            self._keep_boundaries(self._moving, here)
            return
        found = self._annotator.extent(*here) if here else None
        if found is None:
            self.notify("No annotation here whose boundaries could be moved.", timeout=3)
            return
        self._moving, start, end = found
        self._panes.update(lambda spread: spread.select(start, end))

    def _keep_boundaries(self, moving: Annotation, here: Here) -> None:
        if self._annotator.move(moving, *here):
            self._done("Moved. u undoes.")

    def reattach(self, annotation: Annotation) -> None:
        """The next selection that is kept is what an annotation is about."""
        self._moving = annotation
        self._show_current()
        self.notify("Select the words that it is about, by v or the mouse, and press z.", timeout=8)

    # Pairs

    @handles("compare.pair")
    def action_pair(self) -> None:
        """Asks how the current match's two passages relate, and annotates them together."""
        from annotations.relations import RELATIONS
        from reader.ui.kit.dialogs import ChoiceDialog

        if (link := self._link()) is None:
            return
        relations = [*dict.fromkeys([*RELATIONS, *self._annotator.relations_in_use()])]
        differences = [one for one in link.match.differences if one.a and one.b]
        choices = [*relations, *(f"≠ {difference.message}" for difference in differences), "… in other words"]

        def keep(choice: int | None) -> None:
            if choice is None:
                return
            if choice < len(relations):
                self._keep_pair(link, relations[choice])
            elif choice < len(choices) - 1:
                self._keep_difference(link, differences[choice - len(relations)])
            else:
                self._ask_relation(link)

        self.app.push_screen(ChoiceDialog("How do the two passages relate?", choices), keep)

    def _ask_relation(self, link: MatchLink) -> None:
        from reader.ui.kit.dialogs import LineDialog

        def keep(relation: str | None) -> None:
            if relation and relation.strip():
                self._keep_pair(link, relation)

        hint = "⏎ keeps · it is offered again the next time · esc cancels"
        self.app.push_screen(LineDialog("The first passage … the second", hint), keep)

    def _keep_difference(self, link: MatchLink, difference: Difference) -> None:
        places = [place for place in (difference.a, difference.b) if place]
        self._keep_pair(link, f"{DIFFERS}{difference.kind}", places)

    def _keep_pair(self, link: MatchLink, relation: str, places: Sequence[Passage] = ()) -> None:
        passages = self._numbered(link, places or [link.match.a, link.match.b])
        if self._annotator.pair(passages, relation):
            self._done(f"Annotated as a pair: {relation}. a adds a note, u undoes.")

    def _link(self) -> MatchLink | None:
        link = self._panes.spread.current_link()
        if link is None:
            self.notify("No match here: n goes to the next one, p pins one by hand.", timeout=3)
        return link

    def _numbered(self, link: MatchLink, passages: Sequence[Passage]) -> list[Here]:
        """The passages of both sides of a link with the numbers of their articles, the active one's first."""
        numbers = sorted((self._panes.spread.active, link.other))
        found = [(n, place.start, place.end) for n, place in zip(numbers, passages, strict=True)]
        return found if numbers[0] == self._panes.spread.active else found[::-1]

    @handles("compare.pin")
    def action_pin(self) -> None:
        """Takes the passage here as one side of a match; the next time, as the other side."""
        here = self._here()
        if here is None or len(self.articles) < 2:
            return
        if self._pinned is None or self._pinned[0] == here[0]:
            self._pinned = here
            self._panes.update(lambda spread: spread.clear_selection())
            self.notify("Go to the passage that says the same in another article, and press p.", timeout=4)
        elif self._annotator.judge([self._pinned, here], is_match=True):
            self._pinned = None
            self._done("Pinned as a match. u undoes.")

    @handles("compare.reject")
    def action_reject(self) -> None:
        """Says that the current match is none; a match pinned by hand is taken back."""
        if (link := self._link()) is None:
            return
        passages = self._numbered(link, [link.match.a, link.match.b])
        if link.match.kind is Kind.PINNED:
            if self._annotator.take_back(passages):
                self._done("No longer pinned. u undoes.")
        elif self._annotator.judge(passages, is_match=False):
            self._done("Rejected: it is no match any more. u undoes.")
