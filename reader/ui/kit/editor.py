"""A text in the user's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.base.errors import UserError

__all__ = ["edited_elsewhere"]


def edited_elsewhere(text: str) -> str:
    """What the user makes of a text in $VISUAL or $EDITOR; waits until that is closed.

    The screen must be the editor's meanwhile (App.suspend). Raises UserError where no editor is named, or
    where the one that is fails: the text is then as it was.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise UserError("no editor is named: set EDITOR, as in EDITOR=nano reader")
    with TemporaryDirectory(prefix="reader-") as folder:  # for the user's eyes only: mode 0700
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            status = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603
            after = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{command[0]}: {error}") from error
        if status:
            raise UserError(f"{command[0]} ended with status {status}: the note is as it was")
        return after.rstrip("\n")
