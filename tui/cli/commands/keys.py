"""`karabakh-tui keys`: prints the keys that are in force, as the file in which a person writes their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import DATA_ERROR, OK, stdio

if TYPE_CHECKING:
    import argparse

    from tui.key_groups import Key
    from tui.key_table import KeyTable

SUMMARY = "print the keys, as a file in which to write your own"
DESCRIPTION = """\
Print every key with its id, as the file keys.toml in which you write keys of
your own: $XDG_CONFIG_HOME/karabakh-tui/keys.toml, or
~/.config/karabakh-tui/keys.toml. What you have changed there stands without #.
What is wrong in that file is said on stderr."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: the command takes no arguments."""


def run(options: argparse.Namespace) -> int:
    """Print the keys; the exit status says whether something in the file is not used."""
    from tui import keys_file
    from tui.dossier.values.text import line

    own_keys, name = keys_file.read_own_keys(), line(keys_file.path())
    for problem in own_keys.problems:
        stdio.message(problem.text(name))
    stdio.write_data(keys_text(own_keys.table, name))
    return DATA_ERROR if any(problem.severity == "error" for problem in own_keys.problems) else OK


def keys_text(table: KeyTable, path: str) -> str:
    """The keys in force as TOML; those of the program are comments."""
    lines = [
        f"# Keys of your own, read from {path}",
        "# Leave out the # before a key to change it. A key, a list of keys, or [] for none; what is not here stays.",
        "# q, ? and ctrl+c keep their meanings.",
    ]
    for group in table.groups:
        lines += ["", f"# {group.title}"]
        lines += [_entry(key, is_own=key.id in table.own) for key in group.keys]
    return "\n".join((*lines, ""))


def _entry(key: Key, *, is_own: bool) -> str:
    from tui.key_names import plain_name

    names = ", ".join(_quoted(plain_name(name)) for name in key.keys)
    return f'{"" if is_own else "# "}"{key.id}" = [{names}]  # {key.description}'


def _quoted(name: str) -> str:
    return f"'{name}'" if name in ('"', "\\") else f'"{name}"'
