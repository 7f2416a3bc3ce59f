"""The version of reader, in a module of its own so that it can be imported without the rest."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
