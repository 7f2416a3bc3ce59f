"""The values of untrusted YAML: texts, lists and mappings, without tags, types and aliases.

PyYAML composes nested values by recursion in C, where depth ends the process. The values are built here from
its events, which come one after another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

__all__ = ["DEPTH", "YamlProblemError", "YamlValue", "texts_in", "yaml_entries"]

DEPTH = 20
"""Lists and mappings that may be nested in each other: metadata needs three."""

YamlValue: TypeAlias = "str | list[YamlValue] | dict[str, YamlValue]"
"""A scalar as it is written, whatever it looks like ("no" and "0x1f" are texts); null and aliases are ""."""

_NULL = ("null", "Null", "NULL", "~")


class YamlProblemError(ValueError):
    """The text is not YAML that is read here. `line` is counted from 0, -1 where it is not known."""

    def __init__(self, problem: str, line: int = -1) -> None:
        super().__init__(problem)
        self.line = line


def yaml_entries(text: str) -> dict[str, YamlValue]:
    """The entries of a mapping by key; {} where the text is another value. The last one of a key counts.

    Raises YamlProblemError where the text is not YAML, has tags, or is nested deeper than DEPTH.
    """
    import yaml

    try:
        value = _value(yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or type(error).__name__
        raise YamlProblemError(problem, mark.line if mark else -1) from error
    return value if isinstance(value, dict) else {}


def texts_in(value: YamlValue) -> list[str]:
    """The texts of a value: its own, those of its lists, and the `name` of each mapping."""
    if isinstance(value, str):
        return [value] if value else []
    values = [value.get("name", "")] if isinstance(value, dict) else value
    return [text for each in values for text in texts_in(each)]


def _value(events: Iterator[Any]) -> YamlValue:
    """The value of the first document."""
    from yaml import events as kinds

    building: list[list[YamlValue]] = [[]]
    for event in events:
        if isinstance(event, (kinds.SequenceStartEvent, kinds.MappingStartEvent)):
            _check_tag(event)
            building.append([])
            if len(building) > DEPTH + 1:
                raise YamlProblemError("nested too deeply", _line(event))
        elif isinstance(event, kinds.CollectionEndEvent):
            values = building.pop()
            building[-1].append(_mapping(values) if isinstance(event, kinds.MappingEndEvent) else values)
        elif isinstance(event, kinds.ScalarEvent):
            _check_tag(event)
            building[-1].append(_scalar(event))
        elif isinstance(event, kinds.AliasEvent):
            building[-1].append("")
        elif isinstance(event, kinds.DocumentEndEvent):
            break
    return building[0][0] if building[0] else ""


def _scalar(event: Any) -> str:
    return "" if event.implicit[0] and event.value in _NULL else str(event.value)


def _mapping(values: list[YamlValue]) -> dict[str, YamlValue]:
    """Keys and values, which follow each other; keys that are not texts are left out."""
    pairs = zip(values[::2], values[1::2], strict=True)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _line(event: Any) -> int:
    return int(event.start_mark.line)


def _check_tag(event: Any) -> None:
    if event.tag and event.tag.startswith("tag:yaml.org,2002:python"):
        raise YamlProblemError(f"the tag {event.tag} is not allowed", _line(event))
