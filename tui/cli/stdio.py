"""stdout and stderr: closed pipes, full disks and letters that an encoding lacks end a command without a traceback.

Messages are cleaned.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from typing import TextIO

from tui.cli import BROKEN_PIPE, INTERRUPTED, OUTPUT_ERROR, USAGE_ERROR

MAX_WIDTH = 80
"""The most cells in a line of a page printed as text, unless asked otherwise."""
_MIN_WIDTH = 10


def run_guarded(command: Callable[[], int]) -> int:
    """Run `command` and return its exit status, or that of what went wrong with the output, after at most one line."""
    _replace_closed_streams()
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors=errors)  # type: ignore[union-attr]
    try:
        status = command()
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except UnicodeEncodeError as error:
        _discard(sys.stdout)
        message(
            f"karabakh-tui: “{error.object[error.start]}” cannot be written in {error.encoding}, "
            "the encoding of standard output; set PYTHONIOENCODING=utf-8"
        )
        return USAGE_ERROR
    except OSError as error:
        _discard(sys.stdout)
        message(f"karabakh-tui: the output could not be written: {(error.strerror or 'unknown reason').lower()}")
        return OUTPUT_ERROR
    return status


def message(text: str) -> None:
    """Write one line to stderr, cleaned; nothing when stderr cannot be written."""
    from tui.dossier.values.text import line

    try:
        sys.stderr.write(f"{line(text)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        _discard(sys.stderr)


def write_data(text: str) -> None:
    """Write what another program will read to stdout, as UTF-8 whatever the locale says."""
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(text)


def text_width() -> int:
    """The width of the terminal that stdout is, at most 80; 80 when it is not a terminal."""
    try:
        return max(_MIN_WIDTH, min(MAX_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return MAX_WIDTH


def help_width() -> int:
    """The width that help may have, without the two that it leaves: COLUMNS, or that of the terminal, or 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns) - 2
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns - 2
    except (OSError, ValueError):
        return MAX_WIDTH - 2


def shows_marks() -> bool:
    """Whether stdout is a terminal that shows reversed text."""
    try:
        return sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    except ValueError:  # it is closed
        return False


def _replace_closed_streams() -> None:
    """Discard what is written to a stream that the caller closed: Python sets it to None."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _discard(stream: TextIO) -> None:
    """Keep the interpreter from complaining at exit about output it could not flush."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
