"""stdout and stderr as pipes and terminals need them: no traceback on a closed pipe, nothing that cannot be written."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

PIPE_CLOSED, INTERRUPTED, NOT_WRITTEN = 141, 130, 1


class Status:
    """The exit status, set by whoever knows it."""

    code = 0


@contextlib.contextmanager
def guarded() -> Iterator[Status]:
    """Run a command; what goes wrong with the output becomes an exit status and at most one line."""
    _replace_closed()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    status = Status()
    try:
        yield status
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_stdout()
        status.code = PIPE_CLOSED
    except KeyboardInterrupt:
        status.code = INTERRUPTED
    except OSError as error:
        _give_up_stdout()
        say(f"karabakh-tui: the output could not be written: {(error.strerror or 'unknown reason').lower()}")
        status.code = NOT_WRITTEN


def say(words: str) -> None:
    """One line of narration on stderr, cleaned."""
    from tui.dossier.values.text import line

    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{line(words)}\n")


def _replace_closed() -> None:
    """Where the caller closed stdout or stderr, Python has none: what is written goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _give_up_stdout() -> None:
    """Keep the interpreter from complaining at exit about what it could not flush."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
