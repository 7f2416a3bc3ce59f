"""Selecting words, sentences, a paragraph, a quotation."""

from __future__ import annotations

from reader.ui.compare import wording
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles

__all__ = ["Selecting"]


class Selecting:
    """Active while something is selected, by keys or by the mouse."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def is_active(self) -> bool:
        """Whether something is selected."""
        return self._workspace.state.selection.is_active()

    def state(self) -> str:
        """The words of the state line."""
        return wording.SELECTING

    async def cancel(self) -> None:
        """Selects nothing."""
        self._workspace.update(lambda state: state.selection.clear())

    @handles("panes.select")
    def start_or_stop(self) -> None:
        """Begins to select at the cursor's sentence, or ends a selection."""
        if self.is_active():
            self._workspace.update(lambda state: state.selection.clear())
        else:
            self._workspace.update(lambda state: state.selection.start())

    @handles("panes.select-sentence")
    def select_sentence(self) -> None:
        """Selects the sentence; the moving keys then add whole ones."""
        self._workspace.update(lambda state: state.selection.select_sentence())

    @handles("panes.select-paragraph")
    def select_paragraph(self) -> None:
        """Selects the paragraph."""
        self._workspace.update(lambda state: state.selection.select_paragraph())

    @handles("panes.select-quotation")
    def select_quotation(self) -> None:
        """Selects the words in quotation marks in the sentence."""
        if not self._workspace.update(lambda state: state.selection.select_quotation()):
            self._workspace.notify(wording.NO_QUOTATION)

    @handles("panes.right", 1)
    @handles("panes.left", -1)
    def step_word(self, step: int) -> None:
        """Selects one word more or less."""
        self._workspace.update(lambda state: state.selection.extend_by_word(step))
