"""The codebook screen: the tags with their use and meaning; what is done to a tag is done everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from annotations import codebook_changes as changes
from annotations.codebook import CodebookEntry
from reader.base.errors import UserError
from reader.base.file_errors import unreadable
from reader.base.paths import user_path
from reader.base.phrases import counted
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_table import RowTable, TableColumn
from reader.ui.notes.messages import TagChosen

if TYPE_CHECKING:
    from annotations.model import Revision

from reader.ui.kit.list_screen import NotebookScreen

__all__ = ["CodebookScreen"]

_EMPTY = "No tags yet: in an article, t tags the sentence or the selection"


class CodebookScreen(NotebookScreen):
    """Lists the tags of a notebook, nested ones below their parents. Each change is one step of undo."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.CODEBOOK, Context.EVERYWHERE)]
    columns = (
        TableColumn("", cells=1),
        TableColumn("Tag", share=3),
        TableColumn("Used", cells=6, right=True),
        TableColumn("Nested", cells=6, right=True, least=60),
        TableColumn("Colour", cells=8, least=60),
        TableColumn("Meaning", share=5),
    )
    contexts = (Context.CODEBOOK, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, settings: Settings, access: NotebookAccess) -> None:
        super().__init__(settings, access)
        self._entries: tuple[CodebookEntry, ...] = ()
        self._marked: set[str] = set()

    def annotations_changed(self) -> None:
        """Lists the tags as they are now."""
        notebook = self._access.reading()
        self._entries = notebook.codebook_entries() if notebook else ()
        self._marked &= {entry.tag.name for entry in self._entries}
        self._table.show(len(self._entries), self._row)
        count = len(self._entries)
        heading = counted(count, "tag") if count else _EMPTY
        if self._marked:
            heading += f" · {len(self._marked)} marked: m merges them into the one under the cursor"
        self._show_heading(heading)
        self._show_preview()

    def _in_full(self) -> Iterator[Content]:
        if entry := self._current():
            uses = f"on {_annotations(entry.own)}, {entry.nested} with what is nested in it"
            yield Content.styled(f"#{entry.tag.name}", "bold")
            yield Content(uses if entry.nested != entry.own else f"on {_annotations(entry.own)}")
            yield Content(entry.tag.description or "i says what it means")

    def _row(self, number: int) -> tuple[str, ...]:
        entry = self._entries[number]
        tag = entry.tag
        name = f"{'  ' * entry.depth}{tag.glyph or '#'} {tag.name.rpartition('/')[2]}"
        nested = str(entry.nested) if entry.nested != entry.own else ""
        mark = "✓" if tag.name in self._marked else ""
        return mark, name, str(entry.own), nested, tag.colour, tag.description

    def _current(self) -> CodebookEntry | None:
        return next(iter(self._entries[self._table.cursor : self._table.cursor + 1]), None)

    # What is done to tags

    def _revise(self, revision_of: Callable[[], Revision]) -> None:
        notebook = self._access.writing()
        if notebook is None:
            return
        try:
            revision = revision_of()
        except UserError as error:
            self.notify(str(error), severity="warning", timeout=8)
            return
        notebook.revise(revision)
        self._done(f"{revision.what}. u undoes." if revision else "Nothing to change.")

    @handles("codebook.list")
    @on(RowTable.Selected)
    def action_list(self) -> None:
        """Lists the annotations that have the tag, or one nested in it."""
        if entry := self._current():
            self.post_message(TagChosen(entry.tag.name))

    @handles("codebook.mark")
    def action_mark(self) -> None:
        """Marks the tag to be merged, or takes its mark off."""
        if entry := self._current():
            self._marked ^= {entry.tag.name}
            self._table.move_cursor(self._table.cursor + 1)
            self.annotations_changed()

    @handles("codebook.rename")
    def action_rename(self) -> None:
        """Asks for another name, for the tag and all that is nested in it."""
        from reader.ui.kit.dialogs import LineDialog

        entry, notebook = self._current(), self._access.reading()
        if entry is None or notebook is None:
            return
        old = entry.tag.name

        def rename(new: str | None) -> None:
            if new and new.strip() != old:
                self._revise(lambda: changes.rename(notebook.codebook(), notebook.all(), old, new))

        hint = f"⏎ renames it on {entry.nested} annotations · a/b nests · esc cancels"
        self.app.push_screen(LineDialog(f"Rename #{old} to", hint, old), rename)

    @handles("codebook.merge")
    def action_merge(self) -> None:
        """Makes the marked tags one with the tag under the cursor."""
        entry, notebook = self._current(), self._access.reading()
        if entry is None or notebook is None:
            return
        marked = sorted(self._marked - {entry.tag.name})
        if not marked:
            self.notify("Mark the tags to merge by space; then go to the one that they become.", timeout=5)
            return
        self._revise(lambda: changes.merge(notebook.codebook(), notebook.all(), marked, entry.tag.name))

    @handles("codebook.describe")
    def action_describe(self) -> None:
        """Asks for what the tag means, its colour and its glyph."""
        from reader.ui.kit.dialogs import FormDialog

        entry, notebook = self._current(), self._access.reading()
        if entry is None or notebook is None:
            return
        tag = entry.tag

        def keep(said: dict[str, str] | None) -> None:
            if said is not None:
                self._revise(
                    lambda: changes.describe(
                        notebook.codebook(),
                        tag.name,
                        description=said["meaning"],
                        colour=said["colour"].strip(),
                        glyph=said["glyph"].strip(),
                    )
                )

        known = {"meaning": tag.description, "colour": tag.colour, "glyph": tag.glyph}
        self.app.push_screen(FormDialog(f"#{tag.name}", "What does the tag mean?", known), keep)

    @handles("codebook.remove")
    def action_remove(self) -> None:
        """Takes the tag, with all nested in it, from every annotation."""
        entry, notebook = self._current(), self._access.reading()
        if entry and notebook:
            self._revise(lambda: changes.remove(notebook.codebook(), notebook.all(), entry.tag.name))

    # As a table in a file

    @handles("codebook.write")
    def action_write(self) -> None:
        """Asks for a file to write the tags to, as CSV."""
        from reader.ui.kit.dialogs import LineDialog

        if self._entries:
            dialog = LineDialog("Write the tags as CSV to", "⏎ writes · esc cancels", "codebook.csv")
            self.app.push_screen(dialog, self._write)

    def _write(self, name: str | None) -> None:
        from reader.base.files import write_new_file
        from reader.exchange.csv.codebook import codebook_csv

        if not name:
            return
        try:
            path = user_path(name)
            write_new_file(path, codebook_csv([entry.tag for entry in self._entries]))
        except UserError as error:
            self.notify(str(error), title="Not written", severity="error", timeout=10)
        else:
            self.notify(f"{len(self._entries)} tags written to {path.absolute()}", timeout=5)

    @handles("codebook.read")
    def action_read(self) -> None:
        """Asks for a CSV file that describes tags."""
        from reader.ui.kit.dialogs import LineDialog

        dialog = LineDialog(
            "Read tags from a CSV file", "⏎ reads it · esc cancels", placeholder="codebook.csv"
        )
        self.app.push_screen(dialog, self._read)

    def _read(self, name: str | None) -> None:
        notebook = self._access.reading()
        if name and notebook:
            codebook = notebook.codebook()
            self._revise(lambda: _changes_in(user_path(name), codebook))


def _annotations(count: int) -> str:
    return counted(count, "annotation")


def _changes_in(path: Path, codebook: changes.Tags) -> Revision:
    """What a CSV file says of tags. Raises UserError where it is none."""
    from reader.exchange.csv.codebook import import_csv

    try:
        return import_csv(codebook, path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(unreadable(path, error, "use a CSV file in UTF-8")) from error
