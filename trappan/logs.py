"""What the system writes when something fails: where and of which kind, never about whom."""

import logging
import traceback
from types import TracebackType

Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Formats a failure as its kind and the lines of code that led there.

    The words of the failure itself are left out: the database quotes the row that it refuses, and a
    log is read by those who may open no file.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # the library's name
        """Write the page's pattern and not its address: that of a feed is a key, others hold case numbers."""
        page = getattr(getattr(record, "request", None), "resolver_match", None)
        if hasattr(record, "request"):
            record.message = page.route if page else "-"
        return super().formatMessage(record)

    def formatException(self, ei: Failure) -> str:  # noqa: N802  # the library's name
        kind, _error, frames = ei
        lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(frames)]
        return "\n".join([*lines, f"  {kind.__module__}.{kind.__name__}" if kind else ""])


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": Discreet, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    # A page that is not found or not allowed is an event in the access log, no failure.
    "loggers": {"django": {"handlers": [], "level": "ERROR", "propagate": True}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
