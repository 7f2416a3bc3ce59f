"""The codebook screen: the tags with their use and meaning; a change to a tag is made everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from annotations.codebook import CodebookEntry
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_marking import ListMarking
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.notebook_screen import NotebookScreen
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.notes import wording
from reader.ui.notes.codebook_columns import codebook_columns
from reader.ui.notes.codebook_editing import CodebookEditing, CodebookFiles
from reader.ui.notes.messages import TagChosen

__all__ = ["CodebookScreen"]


class CodebookScreen(NotebookScreen[CodebookEntry]):
    """Lists the tags of a notebook, nested ones below their parents."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.CODEBOOK, Context.EVERYWHERE)]
    contexts = (Context.CODEBOOK, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, settings: Settings, access: NotebookAccess) -> None:
        listing: RowList[CodebookEntry] = RowList(key=lambda entry: entry.tag.name)
        super().__init__(listing, codebook_columns(listing.is_marked), settings.keys, access)
        self.features = (ListMarking(self), CodebookEditing(self), CodebookFiles(self))

    def annotations_changed(self) -> None:
        """Lists the tags as they are now."""
        notebook = self.access.reading()
        self.listing.load(notebook.codebook_entries() if notebook else ())
        self.show()

    def heading(self) -> Content:
        """The number of tags, and of the marked ones."""
        parts = [wording.tags(len(self.listing.all))]
        if self.listing.marked:
            parts.append(wording.tags_marked(len(self.listing.marked)))
        return Content.styled(" · ".join(parts), "bold")

    def details(self, row: CodebookEntry) -> Iterator[Content]:
        """The whole name of the tag, its use and its meaning."""
        yield Content.styled(wording.tag_title(row.tag.name), "bold")
        yield Content(wording.uses(row.own, row.nested))
        yield Content(row.tag.description or wording.UNDESCRIBED)

    @handles("codebook.list")
    @on(RowTable.Selected)
    def list_annotations(self) -> None:
        """Lists the annotations that have the tag, or one nested in it."""
        if entry := self.current:
            self.post_message(TagChosen(entry.tag.name))
