"""Surfaces that are not built yet, each with its duty and with the shape that its tests expect of it.

A test here switches itself on when the module appears. If the builder chooses another module or name, this table is
what to change; the checks stay.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

import pytest


class Surface(NamedTuple):
    """`duty`: the number in the list of hazards and what it asks for. `call` is how `name` of `module` is called."""

    duty: str
    module: str
    name: str
    call: str


EDITOR = Surface(
    "5.1, 5.4: $VISUAL, $EDITOR, then a search; split as a shell would, never run by one; nothing at all for a value "
    "that cannot be split",
    "tui.editor",
    "command",
    "command(environment: Mapping[str, str], path: str, line: int) -> list[str]; [] when there is no editor",
)
EDITING = Surface(
    "5.1 to 5.3: whatever the editor is and does, the program lives on and the terminal is as it was",
    "tui.editor",
    "KEY",
    "KEY: str, the id in `tui.keys` of the key that opens the file at hand in the editor",
)
BROWSER = Surface(
    "5.5: only http and https, a host, no user, no control or invisible character, at most 2,048 characters",
    "tui.browser",
    "address",
    "address(url: str) -> str; the address to open, with a host in ASCII, and '' for one that is not to be opened",
)
GRAPH = Surface(
    "5.8: well-formed XML from any dossier",
    "tui.render.graphml",
    "graphml",
    "graphml(dossier: Dossier) -> str",
)
MARKDOWN = Surface(
    "5.10: no link, picture or HTML comes out of prose",
    "tui.render.markdown",
    "markdown",
    "markdown(page: Page) -> str",
)
NAMES = Surface(
    "5.11: a name made from data is a-z, 0-9 and hyphens, at most 60, and never empty",
    "tui.writing",
    "slug",
    "slug(words: str, number: int) -> str; made from the number when no letter is left",
)
WRITING = Surface(
    "5.12: a file is replaced whole or not at all, and none is overwritten unasked",
    "tui.writing",
    "write",
    "write(path: str, text: str, *, replace: bool = False) -> None; raises OSError, FileExistsError unless `replace`",
)

SURFACES = (EDITOR, EDITING, BROWSER, GRAPH, MARKDOWN, NAMES, WRITING)


def exists(module: str) -> bool:
    """Whether a module is there; one whose package is not there is not."""
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def built(surface: Surface) -> Any:
    """What a surface offers, or a skip that names the duty which waits for it."""
    if not exists(surface.module):
        pytest.skip(f"{surface.module} is not built yet; hardening {surface.duty}")
    found = getattr(import_module(surface.module), surface.name, None)
    assert found is not None, (
        f"{surface.module} is there without {surface.name}; tests/hostile/surfaces.py expects {surface.call}"
    )
    return found
