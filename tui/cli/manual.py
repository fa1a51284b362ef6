"""The manual page, in the man macros of roff, from the declaration that `--help` prints."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from tui import VERSION
from tui.cli.commands.registry import COMMANDS, load_default_command
from tui.cli.declared import Argument, Declared, declared
from tui.paths import PROGRAM

_WIDTH = 72
"""The width of the lines of the source, which roff fills anew."""
_FILES = (
    (
        "$XDG_STATE_HOME/karabakh-tui, ~/.local/state/karabakh-tui",
        "marks, notes, the theme, the end of the tour",
    ),
    ("$XDG_CACHE_HOME/karabakh-tui, ~/.cache/karabakh-tui", "what large dossiers say, so that they open at once"),
)
_ENVIRONMENT = (
    ("VISUAL, EDITOR", "the editor that E opens"),
    ("NO_COLOR", "when set, nothing is told by colour"),
)


def manual() -> str:
    """The manual page of the program and all its commands."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    top = declared()
    yield f'.TH {_escaped(PROGRAM.upper())} 1 "" "{_escaped(f"{PROGRAM} {VERSION}")}" "User Commands"'
    yield from (".nh", ".ad l")
    yield from (".SH NAME", f"{_escaped(PROGRAM)} \\- {_escaped(load_default_command().SUMMARY)}", ".SH SYNOPSIS")
    for number, usage in enumerate(re.split(rf" (?={PROGRAM})", top.usage)):
        yield from ([".br"] if number else [])
        yield _usage(usage)
    yield ".SH DESCRIPTION"
    yield from _text(load_default_command().DESCRIPTION)
    yield ".SH OPTIONS"
    yield from _arguments(top)
    yield ".SH COMMANDS"
    for name in COMMANDS:
        of_command = declared(name)
        yield from (f".SS {_escaped(name)}", _usage(of_command.usage), ".PP")
        yield from _text(of_command.description)
        yield from _arguments(of_command)
        if of_command.epilog:
            yield ".PP"
            yield from _as_printed(of_command.epilog)
    yield ".SH EXIT STATUS"
    yield from _text(top.epilog)
    for title, entries in (("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT)):
        yield f".SH {title}"
        for term, meaning in entries:
            yield from (".TP", f".B {_escaped(term)}", _escaped(meaning))


def _usage(usage: str) -> str:
    """The line of a call, with the name of the program in bold."""
    return f"\\fB{_escaped(PROGRAM)}\\fR{_escaped(usage.removeprefix(PROGRAM))}"


def _arguments(offered: Declared) -> Iterator[str]:
    for argument in (*offered.positionals, *offered.options):
        yield from (".TP", _term(argument))
        yield from _text(argument.help)


def _term(argument: Argument) -> str:
    """`-d, --dossier FILE`; of a list of choices all of them."""
    value = "|".join(argument.choices) if argument.choices and not argument.value.isupper() else argument.value
    flags = ", ".join(f"\\fB{_escaped(flag)}\\fR" for flag in argument.flags)
    return " ".join(filter(None, (flags, f"\\fI{_escaped(value)}\\fR" if value else "")))


def _text(text: str) -> Iterator[str]:
    """Paragraphs, filled; a paragraph with an indented line stays as it is."""
    for number, paragraph in enumerate(re.split(r"\n{2,}", text)):
        yield from ([".PP"] if number else [])
        if re.search(r"^ ", paragraph, re.MULTILINE):
            yield from _as_printed(paragraph)
        else:
            yield from map(_escaped, textwrap.wrap(paragraph, _WIDTH, break_on_hyphens=False))


def _as_printed(text: str) -> Iterator[str]:
    yield ".nf"
    yield from (_escaped(line) if line else ".sp" for line in text.splitlines())
    yield ".fi"


def _escaped(text: str) -> str:
    """Text that roff prints as it is."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    return re.sub(r"^([.'])", r"\\&\1", escaped)
