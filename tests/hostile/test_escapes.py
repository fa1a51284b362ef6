"""Nothing a dossier says reaches the terminal as anything but text: in pages, in the program on a pty, and in tmux."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.hostile import damage, texts
from tests.hostile.base import Tree, write
from tests.hostile.families import ESCAPES, FAMILIES, MARK, MARKUP, UNICODE
from tests.hostile.watch import ROOT, unwanted
from tests.marks import mostly_long
from tests.screens.opened import opened
from tests.terminal.pty_harness import TIMEOUT, Terminal
from tui.dossier.dossier import Dossier
from tui.dossier.load import load_bytes
from tui.dossier.values.text import Safe, clean
from tui.keys import PANELS
from tui.pages.catalog import Catalog
from tui.pages.views.problems import problems_page
from tui.pages.views.registry import VIEWS
from tui.render.comparison import MIN_WIDTH
from tui.render.layout import lay_out
from tui.render.list_rows import rows
from tui.render.plain_text import plain_text

NAME = f"\x1b]0;{MARK}\x07[b]\u202e.toml"
"""A file may be called that."""
KEYS = "".join(key.display for key in PANELS.keys)
DOWN = b"\x1b[B"


def dossier_of(made: Tree) -> Dossier | None:
    return load_bytes(write(made).text.encode(), Safe("made")).dossier


def hostile(folder: Path, families: dict[str, str]) -> Path:
    """A dossier that has every text in every prose key, under a hostile name."""
    file = folder / NAME
    file.write_text(write(texts.together(families)).text, encoding="utf-8")
    return file


# Pages


def _views(dossier: Dossier) -> Iterator[str]:
    """A view of each kind that there are actors enough for, about the first of them."""
    actors = [actor.id for actor in dossier.tables["actors"]]
    for kind, view in VIEWS.items():
        if view.id_count <= len(actors):
            yield ":".join((kind, *actors[: view.id_count])) if view.id_count else f"{kind}:"


def wrong_pages(dossier: Dossier, widths: tuple[int, ...]) -> Iterator[str]:
    """What is wrong with the pages and the lists of a dossier."""
    catalog, list_catalog = Catalog(dossier), Catalog(dossier)
    pages = {name: catalog.page(name) for name in (*dossier.records, *_views(dossier))}
    for width in widths:
        for name, page in pages.items():
            assert page is not None
            shown = plain_text(page, width)
            if bad := unwanted(shown):
                yield f"the page of {name} holds {bad[:3]}"
            if any(cell_len(line) > width for line in shown.split("\n")):
                yield f"the page of {name} is wider than {width}"
    for table in dossier.tables:
        listed = list(rows(list_catalog, table))
        if bad := unwanted("".join(listed), ""):
            yield f"the list of {table} holds {bad[:3]}"
        for group in list_catalog.record_groups(table):
            if unwanted(group.heading, ""):
                yield f"a heading of {table} is not one line: {group.heading!a}"


@pytest.mark.parametrize("name", mostly_long(FAMILIES, *list(FAMILIES)[::12]))
def test_no_page_and_no_list_holds_a_control_character(name: str) -> None:
    dossier = dossier_of(texts.filled(FAMILIES[name]))
    assert dossier is not None
    assert list(wrong_pages(dossier, (30, 80))) == []


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    "a \n\t\x1b\x9b[]m0;\u202e\u200d\u0301文"
)


@pytest.mark.long
@settings(suppress_health_check=list(HealthCheck))
@given(words=_WORDS, width=st.integers(10, 100))
def test_no_page_of_any_text_holds_a_control_character(words: str, width: int) -> None:
    dossier = dossier_of(texts.filled(words))
    if dossier is not None:
        assert list(wrong_pages(dossier, (width,))) == []


@pytest.mark.parametrize(
    "name", mostly_long([*MARKUP, "surrogate-like", "scripts", "right-to-left"], *list(MARKUP)[::3], "scripts")
)
def test_what_looks_like_markup_is_shown_letter_for_letter(name: str) -> None:
    dossier = dossier_of(texts.filled(f"⟪{FAMILIES[name]}⟫"))
    assert dossier is not None
    catalog = Catalog(dossier)
    expected = "".join(clean(FAMILIES[name]).replace(";", "").split())
    found = 0
    for record in dossier.records:
        page = catalog.page(record)
        assert page is not None
        laid = lay_out(page, MIN_WIDTH - 1).rows
        shown = "".join(piece.text for row in laid for piece in row if piece.role not in ("rule", "bar", "cite"))
        for part in re.findall("⟪([^⟪⟫]*)⟫", shown.replace(";", "")):  # cites stand beside text that is wrapped
            found += 1
            assert "".join(part.split()) == expected
    assert found > 50


@pytest.mark.long
def test_the_page_of_problems_holds_no_control_character() -> None:
    for case in (*damage.cases(), *texts.cases()):
        if case.expect == "refused" and case.data is not None:
            loaded = load_bytes(case.data(), Safe("made"))
            assert not unwanted(plain_text(problems_page(loaded))), case.name


# The program without a terminal: the sanitizer must have had nothing to do


@pytest.mark.long
@pytest.mark.parametrize("families", [ESCAPES, UNICODE | MARKUP], ids=["escapes", "others"])
async def test_the_sanitizer_has_nothing_to_stop(families: dict[str, str], tmp_path: Path) -> None:
    async with opened(hostile(tmp_path, families), size=(160, 40)) as person:
        for panel in KEYS:
            await person.press(panel, *["down"] * 6, "enter", "pagedown", "end")
            assert person.app.output_sanitizer.hits == 0, person.app.output_sanitizer.last_line
        await person.press("question_mark", "pagedown", "escape", "ctrl+p", "a", "down", "down", "escape")
        await person.press("1", "slash", "e", "enter", "escape", "backspace")
        for picture in ("e", "m", "b", "8"):
            await person.press(picture, "tab", "down", "full_stop", "end", "enter", "end", "backspace")
            await person.press("u", "f", "down", "space", "escape", "o", "o", "u")
        await person.press("p", "a", "enter", "end", "backspace", "0", "end")
        assert person.app.output_sanitizer.hits == 0, person.app.output_sanitizer.last_line


# The program on a pty

_OWN = re.compile(
    rb"\x1b\[(?:[0-9]*;)*[0-9]*m|\x1b\[[0-9]+;[0-9]+H|\x1b\[\?(?:1000|1003|1004|1006|1015|1049|2004|2026|25|7)[hl]"
    rb"|\x1b\[\?20(?:26|48)\$p|\x1b\[>[0-9]+u|\x1b\[<u|\x1b\]22;[a-z]*\x07"
)
"""The sequences that the program itself writes: styles, places, modes, its two questions, the shape of the pointer."""
_HIDING = re.compile(rb"\x1b\[(?:5|8|31;5|[0-9;]*;8)m")
"""Styles that a dossier asks for and the program never uses: blinking and hidden."""


def payload(raw: bytes) -> str:
    """What a program wrote besides its own sequences."""
    return _OWN.sub(b"", raw).decode()


def walk(send: Callable[[bytes], None], until: Callable[[Callable[[str], bool]], None]) -> None:
    """All panels, twenty records down, a page and back; help, jump list and filter; the last key quits.

    `until` waits for what is asked of the text of the screen: an escape must not run into the next key.
    """
    for panel in KEYS:
        send(panel.encode() + DOWN * 20 + b"\r" + DOWN * 3 + b"\x7f")
    send(b"?")
    until(lambda shown: "esc closes" in shown)
    send(b"\x1b")
    until(lambda shown: "esc closes" not in shown)
    send(b"\x10a")
    until(lambda shown: "enter Go" in shown)
    send(DOWN + DOWN + b"\x1b")
    until(lambda shown: "enter Go" not in shown)
    send(b"1/e\r\x7f\x7fq")


@pytest.mark.long
def test_a_walk_through_a_hostile_dossier_writes_nothing_of_it_but_text(tmp_path: Path) -> None:
    file = hostile(tmp_path, {**ESCAPES, **UNICODE})
    environment = {"XDG_STATE_HOME": str(tmp_path / "state")}
    command = (sys.executable, "-m", "tui", str(file))
    with Terminal(command, columns=120, rows=30, environment=environment, cwd=ROOT) as terminal:
        terminal.wait_for("? Help")
        walk(terminal.send, lambda so: terminal.wait_until(lambda: so("\n".join(terminal.lines()))))
        assert terminal.wait_for_end() == 0
        raw = bytes(terminal.raw)
        left_over = terminal.unrestored()
    assert unwanted(payload(raw), "\r\n") == []
    assert _HIDING.findall(raw) == []
    assert raw.count(b"\x1b[?1049h") == raw.count(b"\x1b[?1049l") == 1
    assert MARK in payload(raw), "the hostile texts were never on the screen"
    assert left_over == []
    assert terminal.printed_after_exit().strip() == ""


def test_the_problems_of_a_hostile_file_are_told_as_text(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text(
        f'dossier = 1\n"\\u001b]0;{MARK}\\u0007" = 1\ntitle = "\\u009b31m"\nlang = \u202e\n', encoding="utf-8"
    )
    command = (sys.executable, "-m", "tui", str(file))
    with Terminal(command, environment={"XDG_STATE_HOME": str(tmp_path / "state")}, cwd=ROOT) as terminal:
        terminal.wait_for("Nothing was opened")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert unwanted(payload(bytes(terminal.raw)), "\r\n") == []
        assert terminal.unrestored() == []


# The program in tmux, which obeys

_SOCKET = f"hostile-{os.getpid()}"
_OBEYED = rf"\033]2;{MARK}\007\033]52;c;UFdORUQ=\007"


def tmux(*arguments: str) -> str:
    """Ask our own tmux server."""
    done = subprocess.run(
        ["tmux", "-L", _SOCKET, *arguments], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    return done.stdout.strip()


def _until(happens: Callable[[], object], what: str) -> None:
    end = time.monotonic() + TIMEOUT
    while not happens():
        assert time.monotonic() < end, f"{what} does not happen; the pane shows\n{tmux('capture-pane', '-p')}"
        time.sleep(0.03)


@pytest.fixture
def pane(tmp_path: Path) -> Iterator[None]:
    """A pane of a tmux server of our own, which lets programs set the title and the clipboard."""
    if shutil.which("tmux") is None:
        pytest.skip("hardening 2.1 asks for tmux, which is not installed here")
    configuration = tmp_path / "tmux.conf"
    configuration.write_text("set -s set-clipboard on\nset -g allow-rename on\nset -g default-terminal tmux-256color\n")
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "LANG": "C.UTF-8"}
    environment.pop("TMUX", None)
    new = ["new-session", "-d", "-x", "110", "-y", "30", "sh"]
    subprocess.run(
        ["tmux", "-L", _SOCKET, "-f", str(configuration), *new], env=environment, timeout=TIMEOUT, check=True
    )
    try:
        yield
    finally:
        tmux("kill-server")


def _title() -> str:
    return tmux("display-message", "-p", "#{pane_title}|#{window_name}")


@pytest.mark.long
def test_in_tmux_title_and_clipboard_are_as_they_were(pane: None, tmp_path: Path) -> None:
    file = hostile(tmp_path, ESCAPES)
    tmux("rename-window", "ours")
    tmux("send-keys", f"printf '{_OBEYED}'", "Enter")
    _until(lambda: MARK in _title() and tmux("list-buffers"), "that tmux obeys what is written raw")
    tmux("send-keys", r"printf '\033]2;ours\007'; clear", "Enter")
    tmux("delete-buffer")
    _until(lambda: _title().startswith("ours") and not tmux("list-buffers"), "a clean start")
    before = _title()
    (tmp_path / "start").write_text(f'cd "{ROOT}"\nexec "{sys.executable}" -m tui "$1"\n')
    (tmp_path / "file").symlink_to(file)
    tmux("send-keys", f"sh {tmp_path}/start {tmp_path}/file; echo ended $?", "Enter")

    def until(so: Callable[[str], bool]) -> None:
        _until(lambda: so(tmux("capture-pane", "-p")), "the next step")

    def send(keys: bytes) -> None:
        tmux("send-keys", "-H", *(f"{byte:02x}" for byte in keys))

    until(lambda shown: "? Help" in shown)
    walk(send, until)
    until(lambda shown: "ended 0" in shown)
    assert _title() == before
    assert tmux("list-buffers") == ""
