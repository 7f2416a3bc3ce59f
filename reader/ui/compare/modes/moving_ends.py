"""Moving the ends of an annotation, or attaching it to other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.compare import wording
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["MovingEnds"]


class MovingEnds:
    """Active from `z` on an annotation, which selects its passage, to the `z` that saves the new one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._annotation: Annotation | None = None  # the one that is moved

    def is_active(self) -> bool:
        """Whether an annotation is being moved."""
        return self._annotation is not None

    def state(self) -> str:
        """The words of the state line."""
        return wording.MOVING_ENDS

    def stop(self) -> None:
        """Moves nothing any more."""
        self._annotation = None

    async def cancel(self) -> None:
        """Leaves the annotation where it is."""
        self.stop()
        self._workspace.update(lambda state: state.selection.clear())

    @handles("compare.boundaries")
    def start_or_save(self) -> None:
        """Selects the passage of the annotation here, to be moved; then saves what is selected."""
        passage = self._workspace.passage()
        if self._annotation and passage:
            if self._workspace.annotator.move(self._annotation, *passage):
                self._workspace.saved(wording.ENDS_MOVED)
            return
        extent = self._workspace.annotator.extent(*passage) if passage else None
        if extent is None:
            self._workspace.notify(wording.NO_ANNOTATION)
            return
        self._annotation, start, end = extent
        self._workspace.update(lambda state: state.selection.select(start, end))

    def reattach(self, annotation: Annotation) -> None:
        """Attaches an annotation to the passage that is selected when it is saved next."""
        self._annotation = annotation
        self._workspace.update(lambda state: None)  # shows the mode
        self._workspace.notify(wording.REATTACH, seconds=8)
