"""Names of files in zip archives, as the programs of several systems write them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from reader.articles.containers.members import members_of
from reader.articles.loading import load

TEXT = "The ferry ran aground off Corvin Point early on Sunday."


class _RawInfo(zipfile.ZipInfo):
    """A file of an archive whose name is written as it is, in bytes."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  the name in `zipfile`
        return self.raw, self.flag_bits


def _archive(path: Path, names: list[bytes], extra: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number, raw in enumerate(names):
            info = _RawInfo(f"{number}.txt")
            info.raw, info.extra = raw, extra
            archive.writestr(info, TEXT)
    return path


def _names(path: Path) -> list[str]:
    members, problems = members_of(path)
    assert problems == []
    return [member.name for member in members]


@pytest.mark.parametrize(
    ("name", "encodings"),
    [
        ("Brücke am Fluss.txt", "cp437 cp850 cp1252 utf-8"),
        ("Größe.txt", "cp437 cp850 cp1252 utf-8"),
        ("café.txt", "cp437 cp850 cp1252"),
        ("ÜBERSICHT.txt", "cp850 cp1252"),
        ("Smørrebrød på Ærø.txt", "cp850 cp1252"),
        ("Lettre d’adieu – été.txt", "cp1252"),
        ("Příspěvek ze schůze.txt", "cp852 cp1250"),
        ("Мост закрыт.txt", "cp866 cp1251 utf-8"),
        ("大桥关闭.txt", "gb18030 utf-8"),
        ("橋が閉鎖.txt", "cp932"),
        ("plain.txt", "ascii"),
    ],
)
def test_a_name_is_read_in_the_encoding_of_the_system_that_wrote_it(
    tmp_path: Path, name: str, encodings: str
) -> None:
    for encoding in encodings.split():
        path = _archive(tmp_path / f"{encoding}.zip", [name.encode(encoding)])
        assert _names(path) == [name]
        assert load(Path(f"{path}!{name}")).text == TEXT


def test_backslashes_are_between_folders(tmp_path: Path) -> None:
    path = _archive(tmp_path / "a.zip", [b"arts\\one.txt", b"arts\\deep\\two.txt", b"three.txt"])
    assert _names(path) == ["arts/deep/two.txt", "arts/one.txt", "three.txt"]
    assert load(Path(f"{path}!arts/deep/two.txt")).text == TEXT


def test_backslashes_do_not_lead_out_of_the_archive(tmp_path: Path) -> None:
    path = _archive(tmp_path / "a.zip", [b"..\\one.txt", b"\\two.txt", b"ok.txt"])
    members, problems = members_of(path)
    assert [member.name for member in members] == ["ok.txt"]
    assert all("its name points outside the archive" in problem for problem in problems)
    assert len(problems) == 2


def test_a_second_name_in_unicode_counts(tmp_path: Path) -> None:
    raw = b"bro_cka.txt"
    field = b"\x01" + struct.pack("<L", zlib.crc32(raw)) + "brücka.txt".encode()
    extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert _names(_archive(tmp_path / "a.zip", [raw], extra)) == ["brücka.txt"]
    other = struct.pack("<HH", 0x7075, len(field)) + b"\x01\0\0\0\0" + field[5:]
    assert _names(_archive(tmp_path / "b.zip", [raw], other)) == ["bro_cka.txt"]
