"""Names of files, whatever is in them, never steer the terminal and never end a command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NAME = b"a\x1b]0;owned\x07 \xc2\x9b2J\xc2\x85b \xe2\x80\xaegpj\xe2\x81\xa6\nreader: all is well \xe9\xff.txt"
"""Escape sequences, C1 controls, bidi overrides, a line break, and bytes that are not UTF-8."""

FORBIDDEN = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067",
]
TEXT = "The pier fell at noon. Nobody was hurt.\n"


@pytest.fixture
def article(tmp_path: Path) -> bytes:
    path = os.path.join(os.fsencode(tmp_path), NAME)  # noqa: PTH118  a name of bytes
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(TEXT)
    return path


def run(tmp_path: Path, *arguments: str | bytes) -> tuple[int, str, str]:
    environment = os.environ | {"READER_DATA": str(tmp_path / "data"), "PYTHONIOENCODING": "utf-8"}
    command = [os.fsencode(sys.executable), b"-m", b"reader", *map(os.fsencode, arguments)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def is_safe(text: str) -> bool:
    return not any(character in text for character in FORBIDDEN if character not in "\n\t")


@pytest.mark.parametrize(
    "arguments",
    [
        (b"list", b"NAME"),
        (b"list", b"--json", b"NAME"),
        (b"match", b"NAME", b"NAME"),
        (b"match", b"--json", b"NAME", b"NAME"),
        (b"annotate", b"NAME", b"--quote", b"Nobody", b"--tag", b"x"),
        (b"annotate", b"NAME", b"--quote", b"Nobody", b"--json"),
        (b"annotate", b"NAME", b"--quote", b"nowhere"),
        (b"export", b"-o", b"NAME"),
        (b"export", b"-o", b"NAME.md"),
        (b"export", b"NAME.gone"),
        (b"import", b"NAME"),
        (b"add", b"NAME"),
        (b"add", b"--json", b"NAME"),
        (b"codebook", b"import", b"NAME"),
        (b"export", b"--format", b"NAME"),
        (b"list", b"--NAME"),
        (b"story", b"NAME"),
        (b"remove", b"NAME"),
    ],
    ids=lambda arguments: b" ".join(arguments).decode(),
)
def test_a_name_is_printed_in_a_form_that_steers_nothing(
    article: bytes, tmp_path: Path, arguments: tuple[bytes, ...]
) -> None:
    status, out, err = run(tmp_path, *(each.replace(b"NAME", article) for each in arguments))
    assert is_safe(out)
    assert is_safe(err)
    assert "Traceback" not in err
    assert "fault" not in err
    assert status in (0, 1, 2)
    assert not any(line.startswith("reader: all is well") for line in (out + err).splitlines())


def test_json_gives_a_program_the_name_of_the_file_as_it_is(article: bytes, tmp_path: Path) -> None:
    status, out, err = run(tmp_path, b"match", b"--json", article, article)
    assert (status, err) == (0, "")
    assert json.loads(out)
