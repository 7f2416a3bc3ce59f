"""The version of reader, beside nothing else: whatever needs it need not import the rest."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
