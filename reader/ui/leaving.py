"""Leaving reader, with a question where changes are not on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from reader.base.errors import UserError
from reader.base.file_errors import unwritable
from reader.base.paths import user_path
from reader.ui import wording
from reader.ui.ending import save_open_note
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.wording import NOT_SAVED, NOT_WRITTEN

__all__ = ["Leaving"]


class Leaving:
    """Quits at once where everything is saved; else offers to try again, another place and a rescue file."""

    def __init__(self, app: App[Any], access: NotebookAccess) -> None:
        self._app = app
        self._access = access
        self._is_asking = False

    @handles("quit")
    def quit(self) -> None:
        """Quits reader; a note that is being written is saved first."""
        save_open_note(self._app)
        self._app.call_after_refresh(self.leave)

    def leave(self) -> None:
        """Quits, or asks what becomes of the changes that are not on disk."""
        reason = self._access.unsaved()
        if not reason:
            self._app.exit()
        elif not self._is_asking:
            self._ask(reason)

    def _ask(self, reason: str) -> None:
        from reader.ui.kit.dialogs import ChoiceDialog

        ways = {
            wording.TRY_AGAIN: self._try_again,
            wording.SAVE_ELSEWHERE: self._ask_place,
            wording.LEAVE_WITH_RESCUE: self._rescue,
        }

        def answered(choice: int | None) -> None:
            self._is_asking = False
            if choice is not None and choice < len(ways):
                [*ways.values()][choice]()

        self._is_asking = True
        dialog = ChoiceDialog(NOT_SAVED, [*ways, wording.STAY], wording.not_saved_hint(reason))
        self._app.push_screen(dialog, answered)

    def _try_again(self) -> None:
        if self._access.try_to_save():
            self._app.notify(wording.STILL_NOT_SAVED, title=NOT_SAVED, severity="error", timeout=8)
        self.leave()

    def _ask_place(self) -> None:
        from reader.ui.kit.dialogs import LineDialog

        dialog = LineDialog(wording.SAVE_ELSEWHERE, wording.ELSEWHERE_HINT, placeholder=wording.ELSEWHERE)
        self._app.push_screen(dialog, self._save_elsewhere)

    def _save_elsewhere(self, place: str | None) -> None:
        if not place or not place.strip():
            self.leave()
            return
        try:
            self._access.save_copy(_new_file(place.strip()))
        except OSError as error:
            self._refuse(unwritable(Path(place.strip()), error))
        except UserError as error:
            self._refuse(str(error))
        else:
            self._app.exit()

    def _rescue(self) -> None:
        if self._access.rescue():
            self._app.exit()
        else:
            self._refuse(wording.NO_RESCUE)

    def _refuse(self, reason: str) -> None:
        self._app.notify(reason, title=NOT_WRITTEN, severity="error", timeout=15)
        self.leave()


def _new_file(place: str) -> Path:
    """The path of a file that does not exist yet; in a folder, one with a name of its own."""
    path = user_path(place).absolute()
    if path.is_dir():
        path /= "annotations.json"
    if path.exists():
        raise UserError(wording.exists_already(path))
    return path
