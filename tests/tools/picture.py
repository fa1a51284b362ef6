"""Draw the pictures of README.md: the real program, without a terminal, at 120 columns and 30 rows.

    python -m tests.tools.picture [--check]

Each picture is drawn by a process of its own with an empty environment and an empty state folder, so that it comes
out the same everywhere. Exit status: 0 fresh or written, 1 stale.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "pictures"
PICTURES: dict[str, tuple[str, ...]] = {"overview.svg": (), "ego.svg": ("8",)}
"""The keys pressed before each picture is taken, by its name."""
SIZE = (120, 30)
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
"""A font from the network would be blocked where README is read, so these are names only."""


def draw(name: str) -> str:
    """The picture `name` as SVG, drawn by a new process."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
        environment |= {"HOME": folder, "XDG_STATE_HOME": folder, "TEXTUAL_ANIMATIONS": "none"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.tools.picture", "--draw", name],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"{name} could not be drawn:\n{done.stderr}")
    return done.stdout


def stale() -> list[str]:
    """The names of the pictures that are not what the program would draw now, and of those that are none of ours."""
    known = [name for name in PICTURES if not _is(FOLDER / name, draw(name))]
    return known + sorted(path.name for path in FOLDER.glob("*") if path.name not in PICTURES)


def tidy(svg: str) -> str:
    """A screenshot without its random names, without fonts from the network, and without trailing space."""
    svg = re.sub(r"terminal-\d+-", "t-", svg)
    svg = re.sub(r"\s*@font-face\s*\{[^}]*\}", "", svg)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace("font-family: arial", "font-family: sans-serif")
    return "\n".join(line.rstrip() for line in svg.strip().splitlines()) + "\n"


async def screenshot(keys: tuple[str, ...]) -> str:
    """The program's screen after `keys`."""
    from tui.app import KarabakhApp
    from tui.cli import reader

    app = KarabakhApp(partial(reader.read, None, {}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return tidy(app.export_screenshot())


def main(arguments: list[str]) -> int:
    """Draw all pictures, or only look whether they are fresh."""
    if arguments[:1] == ["--draw"]:
        sys.stdout.write(asyncio.run(screenshot(PICTURES[arguments[1]])))
        return 0
    if "--check" in arguments:
        found = stale()
        for name in found:
            print(f"tests/pictures/{name} is stale; python -m tests.tools.picture draws it anew", file=sys.stderr)
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        (FOLDER / name).write_text(draw(name), encoding="utf-8")
    return 0


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
