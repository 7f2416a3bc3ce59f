"""The child process that carries out the user's templates, which may come from anybody.

A template can neither read files nor change anything. It can loop for ever and make any amount of text, so
that a process of its own is needed, which can be ended.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from reader.base.child.encodings import JsonEncoding
from reader.base.child.loop import Report, answer_requests
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.exchange.markdown import text as markdown_text

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["LARGEST", "MEMORY", "main", "rendered"]

MEMORY = 1_000_000_000
"""Bytes of address space that the process may take."""

LARGEST = 100_000_000
"""The longest text, in characters, that a template may make."""

_FILTERS = ("inline", "paragraphs", "quoted", "tag", "link", "named_link", "yaml")
"""The filters that make a text safe in Markdown: functions of reader.exchange.markdown.text."""

_TOO_MUCH = "the template is nested too deeply, or makes too much text; simplify it"


def main() -> None:
    """Answers the program's requests: a template and its values."""
    answer_requests(rendered, JsonEncoding(), refusals=(UserError,), memory=MEMORY, prepare=_import)


def _import(_: object) -> None:
    """Imports the library: that time is not the template's."""
    _environment()


def rendered(request: tuple[Any, bytes], _: Report) -> tuple[None, bytes]:
    """The text that a template makes of values, as UTF-8. Raises UserError where the template fails."""
    (template, values), _data = request
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    try:
        return None, _text(template, values).encode(errors="replace")
    except (RecursionError, SyntaxError) as error:  # Python's own, which compiles templates
        raise UserError(_TOO_MUCH) from error
    except (TemplateError, SecurityError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        line = getattr(error, "lineno", None)
        where = f"line {line} of the template" if line else "the template"
        raise UserError(f"{where} is wrong: {sanitize_line(str(error))}") from error


def _text(template: str, values: dict[str, Any]) -> str:
    parts, length = [], 0
    for part in _environment().from_string(template).generate(values):
        length += len(part)
        if length > LARGEST:
            raise UserError(_TOO_MUCH)
        parts.append(part)
    return "".join(parts)


@cache
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {name: getattr(markdown_text, name) for name in _FILTERS}
    return environment


if __name__ == "__main__":
    main()
