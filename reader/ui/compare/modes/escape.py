"""The modes of the compare screen, in the order in which Escape cancels them."""

from __future__ import annotations

from textual.widget import Widget

from reader.ui.compare.modes.finding import Finding, FindLineOpen
from reader.ui.compare.modes.moving_ends import MovingEnds
from reader.ui.compare.modes.pinning import Pinning
from reader.ui.compare.modes.selecting import Selecting
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles
from reader.ui.kit.modes import Mode, active_mode

__all__ = ["CompareModes"]


class CompareModes:
    """All modes; Escape cancels the first of `in_order` that is active. The find line is above `below`."""

    def __init__(self, workspace: Workspace, below: Widget) -> None:
        self.finding = Finding(workspace, below)
        self.moving_ends = MovingEnds(workspace)
        self.in_order: tuple[Mode, ...] = (
            FindLineOpen(self.finding),
            self.moving_ends,
            Pinning(workspace),
            Selecting(workspace),
            self.finding,
        )

    @handles("compare.cancel")
    async def cancel(self) -> None:
        """Cancels the mode that is active; does nothing without one."""
        if mode := active_mode(self.in_order):
            await mode.cancel()
