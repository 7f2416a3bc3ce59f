"""Results on standard output, warnings on standard error, and files that are not overwritten."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.base.errors import UserError
from reader.base.file_errors import already_exists, unwritable
from reader.base.sanitizing import escaped_json, printable, sanitize_line

__all__ = ["print_export", "print_json", "refuse_existing", "shown", "warn"]


def print_json(value: object) -> None:
    """Prints a value as JSON, for programs and people: as ASCII where standard output is not Unicode.

    Characters that steer a terminal are escaped, and so are the bytes of file names that are not UTF-8.
    """
    import json

    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print(escaped_json(json.dumps(value, ensure_ascii=not unicode, indent=2)))


def print_export(content: str | bytes) -> None:
    """Prints an export byte for byte: its line ends are part of its format."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)


def shown(path: Path | str) -> str:
    """A path in a message: on one line, whatever its name is."""
    return printable(str(path)).replace("\n", "\ufffd")


def warn(message: str) -> None:
    """Prints one line on standard error."""
    print(f"reader: {sanitize_line(message)}", file=sys.stderr)


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raises UserError if a file exists and has content, unless `force` allows to write over it."""
    try:
        exists = path.exists() and (not path.is_file() or path.stat().st_size > 0)
    except OSError as error:
        raise UserError(unwritable(path, error)) from error
    if exists and not force:
        raise UserError(already_exists(path, "or add --force"))
