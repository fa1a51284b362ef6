"""`karabakh-tui completion SHELL`: prints the script that completes commands, options and ids in a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import OK, stdio

if TYPE_CHECKING:
    import argparse

SUMMARY = "print a script that completes commands, options and ids"
DESCRIPTION = """\
Print a script for a shell that completes commands, options, their values, and
the ids of the dossier that -d names. The script asks the program, so that it
goes on being right when the program changes.

  bash   source <(karabakh-tui completion bash)              in ~/.bashrc
  zsh    source <(karabakh-tui completion zsh)               in ~/.zshrc
  fish   karabakh-tui completion fish >
             ~/.config/fish/completions/karabakh-tui.fish"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare SHELL and `--line`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish")
    parser.add_argument(
        "--line", metavar="LINE", help="print what the end of a command line may become, for the script"
    )


def run(options: argparse.Namespace) -> int:
    """Print the script, or the completions of a line."""
    from tui.cli.shell_scripts import SCRIPTS, answer

    if options.line is None:
        stdio.write_data(SCRIPTS[options.shell])
        return OK
    from tui.cli.completions import completions

    stdio.write_data(answer(completions(options.line)))
    return OK
