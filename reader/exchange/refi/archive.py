"""The archive of a REFI-QDA project: its XML, its texts, and the articles that have these texts."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from annotations.model import ArticleReference
from reader.base.sanitizing import sanitize_line
from reader.exchange.imported_file import ArticleId, ForeignFileError
from reader.exchange.refi.parsing import Element, children, guid_in, is_element, named, parsed_xml
from reader.exchange.refi.source import FACTS, TITLE

__all__ = ["RefiArchive", "opened"]

_UNPACKED = 500_000_000
"""The largest size of an unpacked archive, in bytes."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_INTERNAL = "internal://"
_MARK = "\ufeff"


@contextmanager
def opened(data: bytes) -> Iterator[RefiArchive]:
    """The archive in a file's bytes. Raises ForeignFileError, also for errors while it is used."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            yield RefiArchive(file)
    except _BROKEN as error:
        raise ForeignFileError(f"its archive is damaged ({sanitize_line(str(error))})") from error


class RefiArchive:
    """An open archive. `root` is the project."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        if sum(part.file_size for part in file.infolist()) > _UNPACKED:
            raise ForeignFileError(f"it unpacks to more than {_UNPACKED / 1e6:g} MB")
        self._names = {name.casefold(): name for name in file.namelist()}
        self.root = parsed_xml(self._read(self._project()))
        if not is_element(self.root, "Project"):
            raise ForeignFileError("its project file is not a REFI-QDA project")
        self._variables = {guid_in(each): each.get("name", "") for each in named(self.root, "Variable")}

    def raw_text(self, source: Element) -> str:
        """The text of a source or note as it is, with a byte order mark; in the project or a file beside it.

        Raises ValueError where the text is not in the archive, as positions refer to plain text only.
        """
        for content in children(source, "PlainTextContent"):
            return content.text or ""
        if path := source.get("plainTextPath", ""):
            return _decoded(self._read(self._inside(path)))
        if source.get("richTextPath"):
            raise ValueError("its text is there only as a formatted document; export it as plain text too")
        raise ValueError("it has no text")

    def facts(self, source: Element) -> dict[str, str]:
        """The values of the variables of a source, by the name of the variable."""
        facts = {}
        for value in children(source, "VariableValue"):
            texts = zip(children(value, "VariableRef"), children(value, "TextValue"), strict=False)
            for reference, text in texts:
                name = self._variables.get(guid_in(reference, "targetGUID"), "")
                facts[name] = sanitize_line(text.text or "")
        return facts

    def article(self, source: Element, text: str | None, article_id: ArticleId) -> ArticleReference:
        """The article of a source: by our own variables, else by its address, its text, or its own id."""
        facts = self.facts(source)
        title = facts.get(TITLE) or sanitize_line(source.get("name", ""))
        names = set(FACTS) - {"article", TITLE}
        fields: dict[str, Any] = {name: facts.get(name, "") for name in names}
        if identity := facts.get("article"):
            return ArticleReference(identity, title=title, **fields)
        fields["sha256"] = "" if text is None else sha256(text.encode()).hexdigest()
        return ArticleReference(article_id(fields["url"] or text or guid_in(source)), title=title, **fields)

    def _project(self) -> str:
        """The name of the project's file: project.qde, else the first file with that ending."""
        names = sorted(name for name in self._names if name.endswith(".qde"))
        if not names:
            raise ForeignFileError(
                "it is a zip archive without a REFI-QDA project; save a spreadsheet as CSV"
            )
        return "project.qde" if "project.qde" in names else min(names, key=lambda name: name.count("/"))

    def _inside(self, path: str) -> str:
        """The name in the archive of a file that a project names. Raises ValueError for one outside."""
        if not path.startswith(_INTERNAL):
            raise ValueError(f"its text is outside the project, at {sanitize_line(path)}")
        name = path.removeprefix(_INTERNAL).replace("\\", "/").lstrip("/").casefold()
        inside = next((each for each in self._names if f"/{each}".endswith(f"/sources/{name}")), name)
        if inside not in self._names:
            raise ValueError(f"its file {sanitize_line(name)} is missing")
        return inside

    def _read(self, name: str) -> bytes:
        try:
            return self._file.read(self._names[name.casefold()])
        except _BROKEN as error:
            raise ValueError(f"its file {sanitize_line(name)} is damaged") from error


def _decoded(data: bytes) -> str:
    """The text of a file; its byte order mark stays, as some programs count it. Raises ValueError."""
    from reader.articles.decoding import decode

    mark = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return f"{_MARK * mark}{decode(data)}"
