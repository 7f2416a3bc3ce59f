"""Changing the tags of the codebook: each change is made everywhere, and is one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotations import codebook_changes as changes
from annotations.codebook import CodebookEntry
from reader.base.errors import UserError
from reader.base.file_errors import unreadable
from reader.base.paths import user_path
from reader.base.phrases import counted
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_screen import NotebookScreen
from reader.ui.kit.wording import NOT_WRITTEN, NOTHING_TO_CHANGE, WRITE_HINT, undoable, written_to
from reader.ui.notes import wording

if TYPE_CHECKING:
    from annotations.model import Revision

__all__ = ["CodebookEditing", "CodebookFiles"]

Screen = NotebookScreen[CodebookEntry]


class CodebookEditing:
    """Describes, renames, merges and removes tags."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    @handles("codebook.rename")
    def ask_name(self) -> None:
        """Asks for another name, for the tag and all that are nested in it."""
        from reader.ui.kit.dialogs import LineDialog

        entry, notebook = self._screen.current, self._screen.access.reading()
        if entry is None or notebook is None:
            return
        old = entry.tag.name

        def rename(new: str | None) -> None:
            if new and new.strip() != old:
                revise(self._screen, lambda: changes.rename(notebook.codebook(), notebook.all(), old, new))

        dialog = LineDialog(wording.rename(old), wording.rename_hint(entry.nested), old)
        self._screen.app.push_screen(dialog, rename)

    @handles("codebook.merge")
    def merge(self) -> None:
        """Merges the marked tags into the tag under the cursor."""
        entry, notebook = self._screen.current, self._screen.access.reading()
        if entry is None or notebook is None:
            return
        name = entry.tag.name
        marked = sorted(row.tag.name for row in self._screen.listing.marked_rows() if row.tag.name != name)
        if marked:
            revise(self._screen, lambda: changes.merge(notebook.codebook(), notebook.all(), marked, name))
        else:
            self._screen.notify(wording.MARK_TO_MERGE, timeout=5)

    @handles("codebook.describe")
    def ask_description(self) -> None:
        """Asks for the meaning of the tag, its colour and its glyph."""
        from reader.ui.kit.dialogs import FormDialog

        entry, notebook = self._screen.current, self._screen.access.reading()
        if entry is None or notebook is None:
            return
        tag = entry.tag

        def describe(answers: dict[str, str] | None) -> None:
            if answers is not None:
                fields = {name: answers[name].strip() for name in ("colour", "glyph")}
                description = answers["meaning"]
                revise(
                    self._screen,
                    lambda: changes.describe(
                        notebook.codebook(), tag.name, description=description, **fields
                    ),
                )

        before = {"meaning": tag.description, "colour": tag.colour, "glyph": tag.glyph}
        dialog = FormDialog(wording.tag_title(tag.name), wording.DESCRIBE_TAG, before)
        self._screen.app.push_screen(dialog, describe)

    @handles("codebook.remove")
    def remove(self) -> None:
        """Removes the tag, with all that are nested in it, from every annotation."""
        entry, notebook = self._screen.current, self._screen.access.reading()
        if entry and notebook:
            name = entry.tag.name
            revise(self._screen, lambda: changes.remove(notebook.codebook(), notebook.all(), name))


class CodebookFiles:
    """Writes the tags to a table in a file, and reads such a table."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    @handles("codebook.write")
    def ask_file_to_write(self) -> None:
        """Asks for a file, and writes the tags to it as CSV."""
        from reader.ui.kit.dialogs import LineDialog

        if self._screen.listing.all:
            dialog = LineDialog(wording.WRITE_TAGS, WRITE_HINT, wording.CODEBOOK_FILE)
            self._screen.app.push_screen(dialog, self._write)

    def _write(self, name: str | None) -> None:
        from reader.base.files import write_new_file
        from reader.exchange.csv.codebook import codebook_csv

        if not name:
            return
        entries = self._screen.listing.all
        try:
            path = user_path(name)
            write_new_file(path, codebook_csv([entry.tag for entry in entries]))
        except UserError as error:
            self._screen.notify(str(error), title=NOT_WRITTEN, severity="error", timeout=10)
        else:
            message = written_to(counted(len(entries), "tag"), path.absolute())
            self._screen.notify(message, timeout=5)

    @handles("codebook.read")
    def ask_file_to_read(self) -> None:
        """Asks for a CSV file, and describes tags as it says."""
        from reader.ui.kit.dialogs import LineDialog

        dialog = LineDialog(wording.READ_TAGS, wording.READ_HINT, placeholder=wording.CODEBOOK_FILE)
        self._screen.app.push_screen(dialog, self._read)

    def _read(self, name: str | None) -> None:
        notebook = self._screen.access.reading()
        if name and notebook:
            codebook = notebook.codebook()
            revise(self._screen, lambda: _changes_in(user_path(name), codebook))


def revise(screen: Screen, revision_of: Callable[[], Revision]) -> None:
    """Makes all changes of a revision in one step, and shows the list after it, or why nothing changed."""
    notebook = screen.access.writing()
    if notebook is None:
        return
    try:
        revision = revision_of()
    except UserError as error:
        screen.notify(str(error), severity="warning", timeout=8)
        return
    notebook.revise(revision)
    screen.notify_done(undoable(revision.what) if revision else NOTHING_TO_CHANGE)


def _changes_in(path: Path, codebook: changes.Tags) -> Revision:
    """The changes that a CSV file asks for. Raises UserError where it cannot be read."""
    from reader.exchange.csv.codebook import import_csv

    try:
        return import_csv(codebook, path.read_bytes())
    except OSError as error:
        raise UserError(unreadable(path, error, wording.USE_CSV)) from error
