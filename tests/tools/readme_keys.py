"""Writes the key table in README.md, between `<!-- keys -->` and `<!-- /keys -->`, from the program's own table.

    python -m tests.tools.readme_keys [--check]

Exit status: 0 if the table is up to date or was written, 1 if it is stale, 2 if README.md has no such markers.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tui.key_groups import display_name
from tui.keys import KEYS

README = Path(__file__).resolve().parents[2] / "README.md"
OPENING, CLOSING = "<!-- keys -->", "<!-- /keys -->"


class MissingMarkers(Exception):
    """The text has no place for the table."""


def table() -> str:
    """All keys as Markdown, one table per group."""
    lines = []
    for group in KEYS.groups:
        lines += [f"| {group.title} | |", "| --- | --- |"]
        for key in group.keys:
            names = " ".join(_code(display_name(name)) for name in key.keys)
            lines.append(f"| {names} | {_cell(key.description)} |")
        lines.append("")
    return "\n".join(lines)


def with_table(text: str) -> str:
    """The text with the table between its markers. Raises MissingMarkers."""
    before, opening, rest = text.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not (opening and closing):
        raise MissingMarkers
    return f"{before}{OPENING}\n\n{table()}\n{CLOSING}{after}"


def main(arguments: list[str]) -> int:
    """Write the table, or only check that it is up to date. Returns the exit status."""
    text = README.read_text(encoding="utf-8")
    try:
        updated = with_table(text)
    except MissingMarkers:
        print(f"README.md has no lines {OPENING} and {CLOSING}", file=sys.stderr)
        return 2
    if updated == text:
        return 0
    if "--check" in arguments:
        print("The key table of README.md is stale; python -m tests.tools.readme_keys updates it", file=sys.stderr)
        return 1
    README.write_text(updated, encoding="utf-8")
    return 0


def _code(name: str) -> str:
    fence = "``" if "`" in name else "`"
    return f"{fence}{_cell(name)}{fence}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
