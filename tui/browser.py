"""The person's browser: how an address is given to it, which program it is, and starting it without a shell.

Python's `webbrowser` is not used: it passes on any text as an address, waits for some browsers, and lets what it starts
write to the terminal.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from threading import Thread
from typing import Final

from tui.dossier.values.text import line as one_line
from tui.dossier.values.web_address import fault_of_address

TEXT_BROWSERS: Final = frozenset(
    ("browsh", "carbonyl", "elinks", "links", "links2", "lynx", "netrik", "retawq", "w3m", "www-browser")
)
"""Browsers that draw in the terminal: they would draw over the dossier, and are not started."""
_DESKTOP: Final = ("xdg-open", "x-www-browser", "firefox", "chromium", "google-chrome", "epiphany", "konqueror")
"""What opens an address on a graphical desktop, in the order in which it is looked for."""
_WINDOWS_SUBSYSTEM: Final = "wslview"
_PATIENCE: Final = 1.0
"""Seconds within which a program that cannot open the address is expected to say so."""


class NotOpened(Exception):
    """Why an address is not opened, in one clause."""


def open_in_browser(url: str) -> str:
    """Open an http or https address in the person's browser: return nothing, or in one clause why that is not possible.

    Waits for a second at most, for a program that fails.
    """
    try:
        _open(checked_address(url))
    except NotOpened as refused:
        return str(refused)
    return ""


def open_file_in_browser(path: str) -> str:
    """Open a file that we have written, as `open_in_browser` does with an address."""
    from pathlib import Path

    try:
        _open(Path(os.path.abspath(path)).as_uri())
    except NotOpened as refused:
        return str(refused)
    return ""


def checked_address(url: str) -> str:
    """Return the address as it is opened, which is what is to be shown before. Raises NotOpened.

    Its host is written in ASCII, so that no letter looks like another, and so is the rest, as browsers do themselves.
    """
    from urllib.parse import quote, urlsplit, urlunsplit

    if fault := fault_of_address(url):
        raise NotOpened(fault)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise NotOpened("the address is not valid") from None
    place = f"[{name}]" if ":" in name else name
    place = place if port is None else f"{place}:{port}"
    ascii_only = [quote(part, safe="!#$%&'()*+,/:;=?@[]~") for part in (parts.path, parts.query, parts.fragment)]
    return urlunsplit((parts.scheme, place, *ascii_only))


def browser_command(
    environment: Mapping[str, str],
    address: str,
    which: Callable[[str], str | None] = shutil.which,
    platform: str = sys.platform,
) -> tuple[str, ...]:
    """Return the call that opens `address`. Raises NotOpened.

    The commands in BROWSER come first, which are separated as the folders in PATH are and may hold `%s` for the
    address; then what the desktop has, if there is one. `which` finds a program on the PATH.
    """
    unusable = ""
    for command in filter(str.strip, environment.get("BROWSER", "").split(os.pathsep)):
        try:
            words = shlex.split(command)
        except ValueError:
            unusable = unusable or "BROWSER is not a command line"
            continue
        words = words[:-1] if words[-1:] == ["&"] else words
        program = which(os.path.expanduser(words[0])) if words and words[0] else None
        if program is None:
            unusable = unusable or f"BROWSER names {_named(command)}, which was not found"
        elif _is_for_terminals(words[0]) or _is_for_terminals(program):
            unusable = unusable or f"BROWSER names {_named(words[0])}, which would draw over the dossier"
        else:
            given = [word.replace("%s", address) for word in words[1:]]
            return (program, *given) if given != words[1:] else (program, *words[1:], address)
    for name in _usual(environment, platform):
        program = which(name)
        if program is not None and not _is_for_terminals(program):
            return (program, address)
    if unusable:
        raise NotOpened(unusable)
    if not _has_desktop(environment, platform):
        raise NotOpened("there is no graphical desktop here, and BROWSER names no browser")
    raise NotOpened("no browser was found")


def _usual(environment: Mapping[str, str], platform: str) -> tuple[str, ...]:
    """The programs to look for where BROWSER names none that can be used."""
    if platform == "darwin":
        return ("open",)
    subsystem = (_WINDOWS_SUBSYSTEM,) if "WSL_DISTRO_NAME" in environment else ()
    return (*subsystem, *(_DESKTOP if _has_desktop(environment, platform) else ()))


def _has_desktop(environment: Mapping[str, str], platform: str) -> bool:
    return platform == "darwin" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _is_for_terminals(program: str) -> bool:
    """Whether it is a text browser, by its name or by that of what it links to."""
    return not TEXT_BROWSERS.isdisjoint((os.path.basename(program), os.path.basename(os.path.realpath(program))))


def _named(text: str) -> str:
    return one_line(text.strip()[:60])


def _open(address: str) -> None:
    """Start the browser, which may outlive us and never reaches the terminal. Raises NotOpened."""
    command = browser_command(os.environ, address)
    name = _named(os.path.basename(command[0]))
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "unknown reason"
        raise NotOpened(f"{name} cannot be started ({reason.lower()})") from None
    try:
        status = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:  # it is the browser itself
        Thread(target=process.wait, name="browser", daemon=True).start()
        return
    if status:
        raise NotOpened(f"{name} ended {f'with status {status}' if status > 0 else f'by signal {-status}'}")
