"""The archive of a REFI-QDA project: its XML, its texts, and the articles that have these texts."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from annotations.model import ArticleReference
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId, ForeignFileError
from reader.exchange.refi.parsing import Element, children, guid_in, named, parsed_xml
from reader.exchange.refi.source import FACTS

__all__ = ["RefiArchive", "opened"]

_UNPACKED = 500_000_000
"""The largest size of an unpacked archive, in bytes."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_INTERNAL = "internal://"


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
        self.root = parsed_xml(self._read("project.qde"))
        self._variables = {guid_in(each): each.get("name", "") for each in named(self.root, "Variable")}

    def text(self, source: Element) -> str:
        """The text of a source or note, in the project or in a file beside it."""
        content = children(source, "PlainTextContent")
        path = source.get("plainTextPath", "")
        if content or not path.startswith(_INTERNAL):
            return sanitize(content[0].text or "") if content else ""
        return sanitize(self._read(f"sources/{path.removeprefix(_INTERNAL)}").decode("utf-8-sig", "replace"))

    def facts(self, source: Element) -> dict[str, str]:
        """The values of the variables of a source, by the name of the variable."""
        facts = {}
        for value in children(source, "VariableValue"):
            texts = zip(children(value, "VariableRef"), children(value, "TextValue"), strict=False)
            for reference, text in texts:
                name = self._variables.get(guid_in(reference, "targetGUID"), "")
                facts[name] = sanitize_line(text.text or "")
        return facts

    def article(self, source: Element, text: str, article_id: ArticleId) -> ArticleReference:
        """The article of a source: by our own variables, else by its address or its text."""
        title, facts = sanitize_line(source.get("name", "")), self.facts(source)
        fields: dict[str, Any] = {name: facts.get(name, "") for name in FACTS if name != "article"}
        if identity := facts.get("article"):
            return ArticleReference(identity, title=title, **fields)
        checksum = sha256(text.encode()).hexdigest()
        return ArticleReference(
            article_id(fields["url"] or text), title=title, **fields | {"sha256": checksum}
        )

    def _read(self, name: str) -> bytes:
        if name.casefold() not in self._names:
            raise ForeignFileError(f"its file {sanitize_line(name)} is missing")
        return self._file.read(self._names[name.casefold()])
