"""The files of a folder that are not articles: how many of which kinds."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from pathlib import Path, PurePath

from reader.base.phrases import counted

__all__ = ["passed_over"]

_KINDS = {
    "picture": ".png .jpg .jpeg .gif .webp .svg .tif .tiff .bmp .heic",
    "spreadsheet": ".xls .xlsx .ods",
    "presentation": ".ppt .pptx .odp",
    "recording": ".mp3 .wav .m4a .mp4 .mov .avi .mkv .ogg",
    "archive": ".gz .tar .7z .rar .bz2 .xz",
}


def passed_over(folder: Path, opened: Collection[str], used: Collection[str]) -> str:
    """The files below a folder that are not opened, by kind: "3 pictures (.png), 1 spreadsheet (.xlsx)".

    `opened` are the suffixes of articles, `used` the paths of those listed. Hidden files do not count.
    """
    suffixes: Counter[str] = Counter()
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            suffix = PurePath(name).suffix.lower()
            is_other = suffix not in opened and str(Path(place, name)) not in used
            suffixes[suffix] += is_other and not name.startswith(".")
    kinds: dict[str, Counter[str]] = {}
    for suffix, count in suffixes.items():
        if count:
            kind = next((kind for kind, names in _KINDS.items() if suffix in names.split()), "other file")
            kinds.setdefault(kind, Counter())[suffix or "no suffix"] += count
    return ", ".join(
        f"{counted(sum(names.values()), kind)} ({', '.join(sorted(names))})"
        for kind, names in sorted(kinds.items(), key=lambda pair: (pair[0] == "other file", pair[0]))
    )
