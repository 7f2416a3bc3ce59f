"""A session of Spark on this machine or a cluster, with errors of one line."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from reader.archive.model import ArchiveError
from reader.base.sanitizing import sanitize_line

__all__ = ["LOCAL", "spark"]

LOCAL = "local[*]"
"""The master for this machine with all its processors."""

_LOCAL_SETTINGS = {
    "spark.driver.memory": "4g",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
}
"""Settings for this machine. Those of a cluster are in Spark's own files, under SPARK_CONF_DIR."""


@contextmanager
def spark(master: str) -> Iterator[SparkSession]:
    """A session of Spark with this master. Raises ArchiveError, also for errors while it is in use."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise ArchiveError("Spark needs Java 17 or newer; install it, or set JAVA_HOME to its folder")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("reader").master(master)
    for name, value in _LOCAL_SETTINGS.items() if master.startswith("local") else ():
        builder = builder.config(name, value)
    logging.disable(logging.ERROR)  # errors are raised as well
    try:
        session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
        signal.signal(signal.SIGINT, signal.default_int_handler)  # Spark's handler calls Java at any time
        with _stopped(session):
            yield session
    except (PySparkException, Py4JError) as error:
        raise ArchiveError(f"Spark failed: {_gist(str(error))}") from error
    finally:
        logging.disable(logging.NOTSET)


@contextmanager
def _stopped(session: SparkSession) -> Iterator[None]:
    """Stops the session at the end; if the user interrupts it, without messages about its work."""
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield
    except KeyboardInterrupt:
        session.sparkContext.setLogLevel("OFF")
        raise
    finally:
        session.stop()


def _gist(message: str) -> str:
    """The most informative line of a message: the last of a Python traceback, else the first."""
    lines = [line for line in message.splitlines() if line.strip()]
    is_traceback = any(line.startswith("Traceback ") for line in lines)
    return sanitize_line(lines[-1 if is_traceback else 0] if lines else "no reason given")
