"""The remarks of a REFI-QDA project on a passage: its codes and notes, with author and times."""

from __future__ import annotations

from datetime import UTC, datetime

from annotations.model import COLOURS, Annotation, Tag, Target
from annotations.validation import validated
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import UNKNOWN_TIME, Intake
from reader.exchange.refi.elements import RELATION, colour_guid, guid
from reader.exchange.refi.parsing import Element, children, guid_in, named, usual_uuid
from reader.exchange.refi.project_notes import ProjectNotes

__all__ = ["Remarks"]


class Remarks:
    """Annotations made of targets and the elements that say something about them."""

    def __init__(self, root: Element, codes: dict[str, Tag], notes: ProjectNotes, intake: Intake) -> None:
        self._codes = codes
        self._notes = notes
        self._intake = intake
        self._users = {guid_in(user): sanitize_line(user.get("name", "")) for user in named(root, "User")}
        self._time = _time(root, "modifiedDateTime") or _time(root, "creationDateTime") or UNKNOWN_TIME
        self._ids: set[str] = set()

    def annotation(self, element: Element, target: Target) -> Annotation:
        """The annotation of a selection. Raises ValueError where it is not complete."""
        descriptions = [sanitize(each.text or "") for each in children(element, "Description")]
        relation, remarks = _relation_in(descriptions)
        notes = dict.fromkeys([*remarks, *self._notes.of(element)])
        return self.made(element, target, [*notes], relation=relation)

    def made(
        self, element: Element, target: Target, notes: list[str], *, relation: str = "", about: Element = None
    ) -> Annotation:
        """An annotation with the codes of `element`; author and times are those of `about`, else of it."""
        codes = [guid_in(code, "targetGUID") for code in self._coded(element)]
        about = element if about is None else about
        created = _time(about, "creationDateTime") or _time(about, "modifiedDateTime") or self._time
        return validated(
            Annotation(
                id=self._own_id(element, target),
                targets=(target,),
                created=created,
                updated=_time(about, "modifiedDateTime") or created,
                tags=tuple(dict.fromkeys(self._codes[code].name for code in codes if code in self._codes)),
                colour=next((colour for colour in COLOURS if colour_guid(colour) in codes), COLOURS[0]),
                note="\n\n".join(filter(None, notes)),
                relation=relation,
                author=self._author(about),
            )
        )

    def _coded(self, element: Element) -> list[Element]:
        """The references to codes. One to a code that is not in the codebook is reported."""
        references = [each for coding in children(element, "Coding") for each in children(coding, "CodeRef")]
        for reference in references:
            identity = guid_in(reference, "targetGUID")
            if identity not in self._codes and identity not in map(colour_guid, COLOURS):
                self._intake.leave_out(f"code {identity}", "it is not in the codebook of the project")
        return references

    def _author(self, element: Element) -> str:
        """The user who made an element, else the one who coded it first."""
        codings = [*children(element, "Coding"), None]
        made = guid_in(element, "creatingUser") or guid_in(element, "modifyingUser")
        coded = next((guid_in(each, "creatingUser") for each in codings if each is not None), "")
        return self._users.get(made or coded, "")

    def _own_id(self, element: Element, target: Target) -> str:
        """The id of an element; where it is not a UUID, or not the only one, an id made from its place."""
        identity = usual_uuid(guid_in(element))
        if not identity or identity in self._ids:
            position = target.position
            identity = guid("selection", f"{target.article.id}:{position.start}:{position.end}:{identity}")
        self._ids.add(identity)
        return identity


def _relation_in(descriptions: list[str]) -> tuple[str, list[str]]:
    """The relation that reader has written into a description, and the rest of the descriptions."""
    for number, description in enumerate(descriptions):
        if description.startswith(RELATION):
            relation, _, rest = description.removeprefix(RELATION).partition("\n")
            others = [*descriptions[:number], rest, *descriptions[number + 1 :]]
            return sanitize_line(relation), [*filter(None, others)]
    return "", [*filter(None, descriptions)]


def _time(element: Element, name: str) -> str:
    """A time of XML Schema as annotations write it, UTC where it has no zone; "" where there is none."""
    try:
        moment = datetime.fromisoformat(element.get(name, "").strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return ""
