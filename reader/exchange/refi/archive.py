"""The archive of a REFI-QDA project: its XML, its texts, and which articles these are."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from annotations.imported import ForeignFileError
from annotations.model import ArticleReference
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.refi.parsing import Element, children, guid_in, named, parsed_xml
from reader.exchange.refi.source import FACTS
from reader.exchange.web_annotation.selectors import ArticleId

__all__ = ["Archive", "opened"]

_UNPACKED = 500_000_000
"""Bytes that an archive may unfold to."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_INTERNAL = "internal://"


@contextmanager
def opened(data: bytes) -> Iterator[Archive]:
    """The archive in a file's bytes. Raises ForeignFileError, also for what goes wrong while it is used."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            yield Archive(file)
    except _BROKEN as error:
        raise ForeignFileError(f"its archive is damaged ({sanitize_line(str(error))})") from error


class Archive:
    """An open archive. `root` is the project."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        if sum(part.file_size for part in file.infolist()) > _UNPACKED:
            raise ForeignFileError(f"it unfolds to more than {_UNPACKED / 1e6:g} MB")
        self._names = {name.casefold(): name for name in file.namelist()}
        self.root = parsed_xml(self._read("project.qde"))
        self._variables = {guid_in(one): one.get("name", "") for one in named(self.root, "Variable")}

    def text(self, source: Element) -> str:
        """The text of a source or note, as it stands in the project or in a file beside it."""
        content = children(source, "PlainTextContent")
        path = source.get("plainTextPath", "")
        if content or not path.startswith(_INTERNAL):
            return sanitize(content[0].text or "") if content else ""
        return sanitize(self._read(f"sources/{path.removeprefix(_INTERNAL)}").decode("utf-8-sig", "replace"))

    def facts(self, source: Element) -> dict[str, str]:
        """What variables say of a source."""
        facts = {}
        for value in children(source, "VariableValue"):
            texts = zip(children(value, "VariableRef"), children(value, "TextValue"), strict=False)
            for reference, text in texts:
                name = self._variables.get(guid_in(reference, "targetGUID"), "")
                facts[name] = sanitize_line(text.text or "")
        return facts

    def article(self, source: Element, text: str, article_id: ArticleId) -> ArticleReference:
        """The article that a source is: by what our own variables say, else by its address or its text."""
        title, facts = sanitize_line(source.get("name", "")), self.facts(source)
        known: dict[str, Any] = {name: facts.get(name, "") for name in FACTS if name != "article"}
        if identity := facts.get("article"):
            return ArticleReference(identity, title=title, **known)
        checksum = sha256(text.encode()).hexdigest()
        return ArticleReference(article_id(known["url"] or text), title=title, **known | {"sha256": checksum})

    def _read(self, name: str) -> bytes:
        if name.casefold() not in self._names:
            raise ForeignFileError(f"{sanitize_line(name)} is missing in it")
        return self._file.read(self._names[name.casefold()])
