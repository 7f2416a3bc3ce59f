"""The screen of a list of what is in the notebook: annotations, tags, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from reader.ui.kit.list_screen import ListScreen
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_list import RowList
from reader.ui.kit.saved_notice import notify_saved
from reader.ui.kit.table_columns import Column

__all__ = ["NotebookScreen"]

Row = TypeVar("Row")


class NotebookScreen(ListScreen[Row]):
    """A list that follows every change to the notebook, also by other programs."""

    def __init__(
        self,
        rows: RowList[Row],
        columns: Sequence[Column[Row]],
        own: Mapping[str, str],
        access: NotebookAccess,
    ) -> None:
        super().__init__(rows, columns, own)
        self.access = access

    def on_mount(self) -> None:
        """Fills the table."""
        self.annotations_changed()

    def annotations_changed(self) -> None:
        """Lists the contents of the notebook as they are now."""
        raise NotImplementedError

    def notify_done(self, message: str) -> None:
        """Shows the list after a change, and that it is saved; or why it is not."""
        self.annotations_changed()
        notify_saved(self, self.access, message)
