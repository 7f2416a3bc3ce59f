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
    """The text after the user has edited it in $VISUAL or $EDITOR; waits until the editor is closed.

    The caller gives up the terminal meanwhile (App.suspend). Raises UserError where no editor is set, or
    where it fails: the text is then unchanged.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise UserError("no editor is set; name one when you start reader: EDITOR=nano reader")
    with TemporaryDirectory(prefix="reader-") as folder:  # for the user's eyes only: mode 0700
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            status = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603
            after = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{command[0]}: {error}") from error
        if status:
            raise UserError(f"{command[0]} failed (exit status {status}); the note is unchanged")
        return after.rstrip("\n")
