"""The style of a component class, to be added to others."""

from __future__ import annotations

from textual.style import Style
from textual.widget import Widget

__all__ = ["look"]


def look(widget: Widget, component: str) -> Style:
    """The style that the stylesheets set for a component class, and nothing else, so that styles add up.

    `Widget.get_visual_style(..., partial=True)` would do, but takes an opaque background for none.
    """
    styles = widget.get_component_styles(component)
    text = styles.text_style
    return Style(
        background=styles.background if styles.has_rule("background") else None,
        foreground=styles.color if styles.has_rule("color") else None,
        bold=text.bold,
        dim=text.dim,
        italic=text.italic,
        underline=text.underline,
        reverse=text.reverse,
        strike=text.strike,
    )
