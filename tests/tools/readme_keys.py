"""Write the key table of README.md, between `<!-- keys -->` and `<!-- /keys -->`, out of the program's own table.

    python -m tests.tools.readme_keys [--check]

Exit status: 0 fresh or written, 1 stale, 2 no such markers.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tui import keys

README = Path(__file__).resolve().parents[2] / "README.md"
OPENING, CLOSING = "<!-- keys -->", "<!-- /keys -->"


class NoMarkers(Exception):
    """The text has no place for the table."""


def table() -> str:
    """All keys, group by group, as Markdown."""
    lines = []
    for group in keys.GROUPS:
        lines += [f"| {group.title} | |", "| --- | --- |"]
        for key in group.keys:
            names = " ".join(_code(keys.display_name(name)) for name in key.keys)
            lines.append(f"| {names} | {_cell(key.description)} |")
        lines.append("")
    return "\n".join(lines)


def with_table(text: str) -> str:
    """The text with the table between its markers. Raises NoMarkers."""
    before, opening, rest = text.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not (opening and closing):
        raise NoMarkers
    return f"{before}{OPENING}\n\n{table()}\n{CLOSING}{after}"


def main(arguments: list[str]) -> int:
    """Write the table, or only look whether it is fresh."""
    text = README.read_text(encoding="utf-8")
    try:
        fresh = with_table(text)
    except NoMarkers:
        print(f"README.md has no lines {OPENING} and {CLOSING}", file=sys.stderr)
        return 2
    if fresh == text:
        return 0
    if "--check" in arguments:
        print("The key table of README.md is stale; python -m tests.tools.readme_keys writes it anew", file=sys.stderr)
        return 1
    README.write_text(fresh, encoding="utf-8")
    return 0


def _code(name: str) -> str:
    fence = "``" if "`" in name else "`"
    return f"{fence}{_cell(name)}{fence}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
