"""Draws the pictures in README.md: the real program, without a terminal, at 120 columns and 30 rows.

    python -m tests.tools.picture [--check]

Each picture is drawn in a process of its own with a fixed environment and an empty state folder, so that it is the same
everywhere. Exit status: 0 if the pictures are up to date or were written, 1 if any is stale.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tui import paths
from tui.keys import KEYS


class Picture(NamedTuple):
    """The keys pressed before a picture is taken, and the dossier; None is the bundled one."""

    keys: tuple[str, ...] = ()
    dossier: str | None = None


ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "pictures"
PICTURES = {
    "overview.svg": Picture(),
    "matrix.svg": Picture((KEYS.panel_key("network"), "m", *["."] * 5)),
    "as-of.svg": Picture((KEYS.panel_key("network"), "a", "d", *"1970-11-12", "enter", "right", "x"), paths.EXAMPLE),
}
"""The pictures by file name."""
SIZE = (120, 30)
_REST = 0.7
"""Seconds in which nothing changes once all is shown: what a page adds where it has room comes after its paint."""
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
"""Local fonts only: one from the network would be blocked where README is read."""


def draw(name: str) -> str:
    """The picture `name` as SVG, drawn in a new process. Raises RuntimeError with what the process wrote to stderr."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
        environment |= {"HOME": folder, "XDG_STATE_HOME": folder, "TEXTUAL_ANIMATIONS": "none"}
        process = subprocess.run(
            [sys.executable, "-m", "tests.tools.picture", "--draw", name],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    if process.returncode:
        raise RuntimeError(f"{name} could not be drawn:\n{process.stderr}")
    return process.stdout


def stale() -> list[str]:
    """The names of pictures that the program would draw differently now, and of files that are not among them."""
    changed = [name for name in PICTURES if not _has_text(FOLDER / name, draw(name))]
    return changed + sorted(path.name for path in FOLDER.glob("*.svg") if path.name not in PICTURES)


def tidy(svg: str) -> str:
    """`svg` without random names, fonts from the network and trailing spaces."""
    svg = re.sub(r"terminal-\d+-", "t-", svg)
    svg = re.sub(r"\s*@font-face\s*\{[^}]*\}", "", svg)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace("font-family: arial", "font-family: sans-serif")
    return "\n".join(line.rstrip() for line in svg.strip().splitlines()) + "\n"


async def screenshot(picture: Picture) -> str:
    """The screen of the program on the dossier of a picture after its keys were pressed, as SVG."""
    from tui.app import KarabakhApp
    from tui.cli import reader

    app = KarabakhApp(reader.Reader(paths.content(picture.dossier) if picture.dossier else None, {}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
        before, now = "", tidy(app.export_screenshot())
        while now != before:
            await pilot.pause(_REST)
            before, now = now, tidy(app.export_screenshot())
        return now


def main(arguments: list[str]) -> int:
    """Draw all pictures, or only check that they are up to date. Returns the exit status."""
    if arguments[:1] == ["--draw"]:
        sys.stdout.write(asyncio.run(screenshot(PICTURES[arguments[1]])))
        return 0
    if "--check" in arguments:
        names = stale()
        for name in names:
            print(f"tests/pictures/{name} is stale; python -m tests.tools.picture redraws it", file=sys.stderr)
        return 1 if names else 0
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        (FOLDER / name).write_text(draw(name), encoding="utf-8")
    return 0


def _has_text(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
