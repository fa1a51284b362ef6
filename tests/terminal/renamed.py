"""Runs the program with a Textual in which private names are called something else, as in a later version.

Usage: `renamed.py [--stub] [--fail] NAME...`, with names such as `textual.app:App._handle_exception`. They are renamed
in Textual's source as it is imported, so that Textual itself goes on working. With `--stub` something that works
differently has taken the old name. With `--fail` the tab key raises an error that quotes the dossier.
"""

from __future__ import annotations

import importlib
import re
import sys
from importlib.machinery import SourceFileLoader
from operator import attrgetter
from pathlib import Path
from types import CodeType

sys.path.insert(0, str(Path(__file__).parents[2]))

_original_get_code = SourceFileLoader.get_code


def rename(names: list[str]) -> None:
    """Rename the last part of each name wherever Textual uses it."""
    identifiers = "|".join(re.split("[.:]", name)[-1] for name in names)
    pattern = re.compile(rf"\b({identifiers})\b".encode())

    def get_code(loader: SourceFileLoader, module: str) -> CodeType | None:
        path = loader.get_filename(module)
        if module.split(".")[0] != "textual" or not pattern.search(source := loader.get_data(path)):
            return _original_get_code(loader, module)
        code: CodeType = loader.source_to_code(pattern.sub(rb"renamed_\1", source), path)
        return code

    SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]


def stub(name: str) -> None:
    """Put something that works differently in the place of a name."""
    module, _, path = name.partition(":")
    owner, _, attribute = path.rpartition(".")
    parent = importlib.import_module(module)
    setattr(attrgetter(owner)(parent) if owner else parent, attribute, lambda: None)


def fail_on_tab() -> None:
    """Make the tab key raise an error that quotes the dossier."""
    from tui.screens.browse import BrowseScreen

    def fail(_: BrowseScreen) -> None:
        raise KeyError("Azerbaijan")

    BrowseScreen.action_other_pane = fail  # type: ignore[assignment, method-assign]


def main(arguments: list[str]) -> int:
    """Run the program and return its exit status."""
    options = {argument for argument in arguments if argument.startswith("--")}
    names = [argument for argument in arguments if argument not in options]
    rename(names)
    if "--stub" in options:
        for name in names:
            stub(name)
    from tui.terminal import compat

    present = {private_name.path for private_name in compat.PRIVATE_NAMES if private_name.look_up() is not None}
    if not present.isdisjoint(names):
        return 99
    if "--fail" in options:
        fail_on_tab()
    from tui.cli.main import main as run_program

    return run_program([])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
