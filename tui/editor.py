"""The person's editor: which one it is, how it is told a line, and starting it, which needs no shell."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from tui.dossier.values.text import line as one_line

VARIABLES: Final = ("VISUAL", "EDITOR")
"""The environment variables that name the editor; the first that is not empty counts."""
DEFAULTS: Final = ("sensible-editor", "editor", "nano", "vi")
"""The editors that are looked for, in this order, where no variable names one."""

_PLUS_LINE, _PLUS_COMMA, _PLUS_COLON, _COLON, _GOTO, _FILE_ONLY = range(6)
"""How an editor is told the place: `+12 FILE`, `+12,3 FILE`, `+12:3 FILE`, `FILE:12:3`, `--goto FILE:12:3`, or not."""

_CODE: Final = ("code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf")
_FORMS: Final = {
    **dict.fromkeys(("nano", "pico", "rnano"), _PLUS_COMMA),
    **dict.fromkeys(("emacs", "emacsclient", "micro", "kak", "gedit"), _PLUS_COLON),
    **dict.fromkeys(("hx", "helix", "subl", "zed", "zeditor", "kate"), _COLON),
    **dict.fromkeys(_CODE, _GOTO),
    **dict.fromkeys(("ed", "open", "xdg-open"), _FILE_ONLY),
}
"""The editors that do not simply take `+12 FILE`, by the name of their program."""
_WINDOWED: Final = {*_CODE, "subl", "zed", "zeditor", "kate", "gedit", "gvim", "mvim", "open", "xdg-open"}
"""Editors with a window of their own: the terminal is not handed over to them, and the dossier stays readable."""


class NoEditor(Exception):
    """Why no editor can be started, in one sentence."""


class EditorCall(NamedTuple):
    """A call of an editor. `name` is its program, for messages; `windowed` when it needs no terminal."""

    argv: tuple[str, ...]
    name: str
    windowed: bool


def editor_call(
    environment: Mapping[str, str],
    path: str,
    line: int,
    column: int = 1,
    which: Callable[[str], str | None] = shutil.which,
) -> EditorCall:
    """Return how to open `path` at `line` and `column`, both from 1. Raises NoEditor.

    The arguments that VISUAL or EDITOR holds come first, quoted as in a shell; `which` finds a program on the PATH.
    """
    command, source = _command(environment, which)
    program = which(os.path.expanduser(command[0]))
    if program is None:
        raise NoEditor(one_line(f"{source} names “{command[0][:80]}”, which is not an installed program"))
    name = os.path.basename(command[0]).lower().removesuffix(".exe")
    position = _position(_FORMS.get(name, _PLUS_LINE), path, max(1, line), max(1, column))
    return EditorCall((program, *command[1:], *position), one_line(name), name in _WINDOWED)


def run(call: EditorCall) -> int:
    """Run an editor in this terminal until it ends; its exit status, negative for a signal. Raises OSError."""
    return subprocess.run(call.argv, check=False).returncode  # noqa: S603


def open_window(call: EditorCall) -> subprocess.Popen[bytes]:
    """Start an editor that has a window of its own, without this terminal. Raises OSError."""
    return subprocess.Popen(  # noqa: S603
        call.argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _command(environment: Mapping[str, str], which: Callable[[str], str | None]) -> tuple[list[str], str]:
    """The words of the editor's command line, at least one, and where they come from."""
    for variable in VARIABLES:
        value = environment.get(variable, "")
        if not value.strip():
            continue
        try:
            words = shlex.split(value)
        except ValueError as error:
            raise NoEditor(one_line(f"{variable} is not a command line: {str(error).lower()}")) from None
        if words and words[0]:
            return words, variable
    for name in DEFAULTS:
        if which(name) is not None:
            return [name], "the program"
    raise NoEditor("No editor was found: set VISUAL or EDITOR to the one you use")


def _position(form: int, path: str, line: int, column: int) -> tuple[str, ...]:
    if form == _FILE_ONLY:
        return (path,)
    if form in (_COLON, _GOTO):
        place = f"{path}:{line}:{column}" if column > 1 else f"{path}:{line}"
        return ("--goto", place) if form == _GOTO else (place,)
    mark = {_PLUS_COMMA: ",", _PLUS_COLON: ":"}.get(form, "")
    return (f"+{line}{mark}{column}" if mark and column > 1 else f"+{line}", path)
