"""The parts of a REFI-QDA project that reader has nothing for; each kind is reported in one line."""

from __future__ import annotations

from collections import Counter

from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.exchange.imported_file import Intake
from reader.exchange.refi.parsing import Element, children, guid_in, named
from reader.exchange.refi.source import FACTS, QUOTES_ONLY

__all__ = ["SOURCES", "report_left_out"]

SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
"""The kinds of sources."""

_AREAS = {
    "PictureSelection": "selection in a picture",
    "AudioSelection": "selection in a recording",
    "VideoSelection": "selection in a film",
}
_PARTS = {"Case": "case", "Set": "set", "Graph": "graph"}


def report_left_out(root: Element, intake: Intake) -> None:
    """Reports cases, sets, graphs, variables, the description of the project, and areas of media."""
    for name, what in _PARTS.items():
        if number := sum(1 for _ in named(root, name)):
            intake.leave_out(counted(number, what), "reader has none")
    if children(root, "NoteRef") or any((each.text or "").strip() for each in children(root, "Description")):
        intake.leave_out("description of the project", "it is about no passage, article or code")
    if values := _foreign_values(root):
        names = ", ".join(name or "without a name" for name in values)
        intake.leave_out(f"{counted(values.total(), 'value')} of variables ({names})", "reader has none")
    for kind in SOURCES:
        for source in named(root, kind):
            _report_areas(source, intake)


def _report_areas(source: Element, intake: Intake) -> None:
    for name, what in _AREAS.items():
        if number := len(children(source, name)):
            title = sanitize_line(source.get("name", ""))
            intake.leave_out(title, f"{counted(number, what)}; only text can be annotated here")


def _foreign_values(root: Element) -> Counter[str]:
    """The numbers of values of variables that are not ours, by the names of the variables."""
    names = {guid_in(each): sanitize_line(each.get("name", "")) for each in named(root, "Variable")}
    used = [names.get(guid_in(each, "targetGUID"), "") for each in named(root, "VariableRef")]
    return Counter(name for name in used if name not in (*FACTS, QUOTES_ONLY))
