"""The app needs no command palette, and does without the time that it takes to load."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOAD = """\
import sys
from tui.terminal.textual_without_palette import import_textual_without_palette as load
load()
"""


def printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", LOAD + code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_textual_is_loaded_without_the_palette_and_who_needs_it_later_gets_it() -> None:
    assert printed(
        "print('textual.app' in sys.modules, 'textual.widgets._select' in sys.modules)\n"
        "load()\n"
        "from textual.command import CommandPalette, Provider\n"
        "from textual.widget import Widget\n"
        "print(issubclass(CommandPalette, Widget), Provider.__module__)\n"
    ) == ["True False", "True textual.command"]


@pytest.mark.long
def test_a_version_of_textual_that_asks_for_more_of_the_palette_gets_the_palette() -> None:
    code = (
        "import types\n"
        "for name in [name for name in sys.modules if name.startswith('textual')]: del sys.modules[name]\n"
        "import importlib.abc, importlib.machinery\n"
        "class Later(importlib.abc.MetaPathFinder, importlib.abc.Loader):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        return importlib.machinery.ModuleSpec(name, self) if name == 'textual.app' else None\n"
        "    def exec_module(self, module):\n"
        "        from textual.command import Hit, Matcher\n"
        "        module.asked = Matcher\n"
        "sys.meta_path.insert(0, Later())\n"
        "load()\n"
        "from textual.fuzzy import Matcher\n"
        "print(sys.modules['textual.app'].asked is Matcher, 'textual.command' in sys.modules)\n"
    )
    assert printed(code) == ["True True"]
