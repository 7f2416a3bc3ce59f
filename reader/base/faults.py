"""Faults of reader itself: they are logged, and reported as ours."""

from __future__ import annotations

from reader.base.errors import UserError

__all__ = ["FaultError", "fault", "logged_fault"]


class FaultError(UserError):
    """Reader itself has a fault, which the user cannot fix. The message names the log, which has details."""


def fault(error: BaseException, doing: str) -> FaultError:
    """Logs an unexpected exception and what the program was doing; the error to raise or report."""
    from reader.base.tracebacks import trace

    return logged_fault(type(error).__name__, f"fault while {doing}\n{trace(error)}")


def logged_fault(kind: str, details: str) -> FaultError:
    """Logs the details of a fault; the error to raise or report. `kind` names the exception or signal."""
    from reader.base.log import log_file, write_log

    path = log_file()
    if write_log(details):
        return FaultError(f"reader has a fault here ({kind}); details are in {path}")
    return FaultError(f"reader has a fault here ({kind}); no details: {path or 'the log'} cannot be written")
