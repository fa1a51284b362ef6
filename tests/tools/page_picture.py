"""Takes the pictures of the web page in README.md: `export --format html` of the bundled dossier, in Chromium.

    python -m tests.tools.page_picture

Fonts and the browser differ from machine to machine, so nothing checks that the pictures are up to date. Exit status: 0
when they were written, 2 where no Chromium is installed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.export.html.chromium import Chromium, program, running
from tests.tools.picture import FOLDER
from tui import paths
from tui.dossier.load import load
from tui.export.formats import FORMATS
from tui.export.selection import select


class Picture(NamedTuple):
    """What is seen: the size of the window in pixels, the anchor at its top, and whether it is dark."""

    size: tuple[int, int]
    anchor: str
    dark: bool = False


PICTURES = {
    "page-wide.webp": Picture((1180, 760), "armenia"),
    "page-narrow.webp": Picture((390, 760), "matrix:", dark=True),
}
"""The pictures by file name."""


def take(browser: Chromium, page: Path, picture: Picture) -> bytes:
    """The picture of a page, as WebP."""
    width, height = picture.size
    browser.open(page, width=width, height=height, dark=picture.dark)
    browser.evaluate(f"document.getElementById({picture.anchor!r}).scrollIntoView()")
    browser.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return browser.picture(kind="webp")


def main() -> int:
    """Take all pictures. Returns the exit status."""
    chromium = program()
    if chromium is None:
        print("no Chromium is installed here: apt-get install chromium", file=sys.stderr)
        return 2
    dossier = load(paths.content(paths.BUNDLED)).dossier
    assert dossier is not None
    written = FORMATS["html"].export(select(dossier))
    assert isinstance(written, bytes)
    with tempfile.TemporaryDirectory() as folder, running(chromium) as browser:
        page = Path(folder, "page.html")
        page.write_bytes(written)
        for name, picture in PICTURES.items():
            (FOLDER / name).write_bytes(take(browser, page, picture))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
