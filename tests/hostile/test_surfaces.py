"""Whatever leaves the program or comes in beside a dossier: tables, the state file, names, other programs."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile import surfaces, texts, watch
from tests.hostile.base import ident, write
from tests.hostile.families import ESCAPES, FAMILIES, MARK, MARKUP, OTHERS
from tests.hostile.watch import ROOT, unwanted
from tests.screens.opened import opened
from tests.terminal.pty_harness import Terminal
from tui import state as state_file
from tui.app import KarabakhApp
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.load import load_bytes
from tui.dossier.values.fold import fold
from tui.dossier.values.text import Safe, clean
from tui.export.csv import serialize as to_csv
from tui.export.record_values import record_values
from tui.pages.catalog import Catalog
from tui.pages.lists.jump_items import matching, program_items, record_items

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONE_SIGNS = ("+", "-")
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(list(FAMILIES.values()))
_FEW = settings(
    derandomize=True, deadline=None, max_examples=50, database=None, suppress_health_check=list(HealthCheck)
)


def dossier_of(words: str) -> Dossier:
    dossier = load_bytes(write(texts.filled(words)).text.encode(), Safe("made")).dossier
    assert dossier is not None
    return dossier


# 5.7 CSV, 5.9 JSON


def undefused(cell: str) -> str:
    """A cell as it was before a formula in it was made harmless."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


@pytest.mark.parametrize("name", FAMILIES)
def test_a_table_reads_back_and_computes_nothing(name: str) -> None:
    dossier = dossier_of(FAMILIES[name])
    for table, kind in KINDS.items():
        sheet = list(
            csv.DictReader(io.StringIO(to_csv(kind.record_type, dossier.tables[table]), newline=""), strict=True)
        )
        assert len(sheet) == len(dossier.tables[table])
        for row, record in zip(sheet, dossier.tables[table], strict=True):
            written = record_values(record)
            assert row.keys() == set(kind.record_type.__struct_encode_fields__)
            for key, cell in row.items():
                assert cell in _LONE_SIGNS or not cell.startswith(_FORMULA), (key, cell)
                assert not unwanted(cell), (key, cell)
                if isinstance(written.get(key, ""), str):
                    assert undefused(cell) == undefused(written.get(key, "")), key


@_FEW
@given(words=_TEXT)
def test_a_record_is_json_that_everybody_reads(words: str) -> None:
    loaded = load_bytes(write(texts.filled(words)).text.encode(), Safe("made"))
    for table, records in loaded.dossier.tables.items() if loaded.dossier else ():
        rows = [record_values(record) for record in records]
        text = json.dumps(rows, allow_nan=False)
        assert text.isascii(), table
        assert json.loads(text) == rows, table


# 5.12, 5.13 The state file


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program remembers; nothing is there yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "karabakh-tui" / "state.toml"


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "no-toml": b"theme = = =",
    "binary": bytes(range(256)) * 10,
    "utf-16": 'theme = "x"'.encode("utf-16"),
    "zeros": b"\0" * 1000,
    "deep": b"theme = " + b"[" * 5000,
    "digits": b"theme = " + b"9" * 20_000,
    "dotted": b".".join([b"k"] * 20_000) + b" = 1",
    "number": b"theme = 5",
    "list": b'theme = ["x"]',
    "table": b"[theme]\nx = 1",
    "unknown": b'theme = "no-such-theme"',
    "escape": f'theme = "\\u001b]0;{MARK}\\u0007"'.encode(),
    "markup": b'theme = "[@click=app.quit]x[/]"',
    "path": b'theme = "../../etc/passwd"',
    "large": b'theme = "' + b"x" * 1_000_000 + b'"',
    "larger": b"#" * 10_000_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_state_file_is_as_good_as_none(name: str, state: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_bytes(BROKEN[name])
    with watch.stopwatch() as spent:
        app = KarabakhApp(lambda: load_bytes(b"", Safe("none")))
    assert spent[0] < watch.SECONDS
    assert app.theme == "karabakh-dark" or app.theme in app.available_themes
    assert state.read_bytes() == BROKEN[name]
    assert state_file.save("theme", "new")
    assert state_file.load()["theme"] == "new"


@pytest.mark.parametrize("kind", ["fifo", "directory", "loop", "dangling", "device"])
def test_what_is_no_file_in_its_place_is_as_good_as_none(kind: str, state: Path) -> None:
    state.parent.mkdir(parents=True)
    match kind:
        case "fifo":
            os.mkfifo(state)
        case "directory":
            state.mkdir()
        case "loop":
            state.symlink_to(state.name)
        case "dangling":
            state.symlink_to("nowhere")
        case _:
            state.symlink_to("/dev/zero")
    with watch.stopwatch():
        assert state_file.load() == {}
        assert state_file.save("theme", "new") == (kind != "directory")
    assert [path.name for path in state.parent.iterdir()] == [state.name]


@_FEW
@given(name=_TEXT, value=_TEXT)
def test_any_word_is_remembered_as_it_is(name: str, value: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "words"))
        with contextlib.suppress(FileNotFoundError):
            os.unlink(state_file._file())
        assert state_file.save("theme", "before")
        assert state_file.save(name, value)
        assert state_file.load() == {"theme": "before", name: value}


@pytest.mark.parametrize("step", ["os.fsync", "os.replace", "tempfile.mkstemp", "os.makedirs"])
def test_a_state_file_is_replaced_whole_or_not_at_all(step: str, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert state_file.save("theme", "old")
    before = state.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(step, full)
        assert not state_file.save("theme", "new")
    assert state.read_bytes() == before
    assert [path.name for path in state.parent.iterdir()] == [state.name]
    assert state.stat().st_mode & 0o077 == 0
    assert state.parent.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_costs_one_notice(state: Path, tmp_path: Path) -> None:
    state.parent.parent.write_text("a file where the folder should be")
    assert not state_file.save("theme", "new")
    assert state_file.load() == {}


# 2.15 Copying


async def test_only_clean_text_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "hostile.toml"
    file.write_text(write(texts.together(ESCAPES)).text, encoding="utf-8")
    copied: list[str] = []
    monkeypatch.setattr(KarabakhApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with opened(file, size=(100, 30)) as person:
        for panel in "1234567":
            await person.press(panel, "down", "down", "down")
            before = len(copied)
            await person.drag((45, 2), (90, 20))
            await person.press("ctrl+c")
            assert len(copied) == before + 1, f"nothing was selected:\n{person.text}"
            await person.press("escape")
    assert any(MARK in text for text in copied)
    for text in copied:
        assert not unwanted(text)
        assert len(text) <= 100_000


# 2.13 Searching


def test_a_search_is_for_the_words_as_they_stand() -> None:
    for name, words in FAMILIES.items():
        dossier = dossier_of(words)
        query = " ".join(clean(words).split())[:200]
        catalog = Catalog(dossier)
        for table, records in dossier.tables.items():
            found = [one for group in catalog.record_groups(table, query) for one in group.ids]
            assert found or not fold(query).strip(), (name, table)
            assert set(found) <= {record.id for record in records}
        assert matching(record_items(catalog), query[:60]), name
    assert catalog.record_groups("quotes", ".*") == []


# 2.16 Keys


async def test_no_single_key_writes_anything_but_the_theme(tmp_path: Path, state: Path) -> None:
    """What ends a paste early arrives as keys."""
    file = tmp_path / "here" / "words.toml"
    file.parent.mkdir()
    file.write_text(write(texts.filled("words")).text, encoding="utf-8")
    before = file.read_bytes()
    async with opened(file) as person:
        for key in map(chr, range(0x21, 0x7F)):
            if key != "q":
                await person.press(key, "escape")
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert file.read_bytes() == before
    assert [path.name for path in state.parent.iterdir()] == [state.name]
    assert state.read_text(encoding="utf-8").startswith('"theme" = ')


# 5.16 Screenshots


def test_no_choice_and_no_key_saves_a_screenshot() -> None:
    app = KarabakhApp(lambda: load_bytes(b"", Safe("none")))
    assert not app.ENABLE_COMMAND_PALETTE
    labels = [choice.label for choice in program_items(app.available_themes)]
    labels += [choice.label for choice in record_items(Catalog(dossier_of("words")))]
    assert not [label for label in labels if "screenshot" in label.lower()]
    actions = {binding.action for _, binding in app._bindings}
    assert not [action for action in actions if "screenshot" in action]


# 5.14 A stranger's folder

_OWN = """
import sys
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder with a module for every name of the library and of our dependencies; each tells that it was run.

    Python itself, before it comes to us, takes some modules from there (`functools`, `types`); they are left out.
    """
    package = tmp_path / "probe"
    package.mkdir()
    (package / "__main__.py").write_text(_OWN, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "probe"], cwd=tmp_path, capture_output=True, text=True, check=True)
    folder = tmp_path / "strange"
    folder.mkdir()
    names = {*sys.stdlib_module_names, "tomli", "msgspec", "textual", "rich", "pygments", "typing_extensions"}
    for name in sorted(names - {*done.stdout.split(), *sys.builtin_module_names}):
        (folder / f"{name}.py").write_text(
            f"open({str(folder / 'ran')!r}, 'a').write({name!r} + ' ')\nraise ImportError\n", encoding="utf-8"
        )
    return folder


@pytest.mark.parametrize("arguments", [["check"], ["list", "actors", "--format", "csv"], ["check", "gone"], ["--help"]])
def test_modules_of_a_strange_folder_are_not_run(arguments: list[str], strange: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=strange,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert not (strange / "ran").exists(), (strange / "ran").read_text()
    assert done.returncode == (1 if "gone" in arguments else 0), done.stderr


def test_nor_are_they_by_the_app_or_by_the_process_that_reads_a_large_file(strange: Path) -> None:
    (strange / "large.toml").write_text("# a comment\n" * 200_000 + 'dossier = 1\ntitle = "Large one"\n')
    environment = {"XDG_STATE_HOME": str(strange / "state"), "PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "tui", "large.toml")
    with Terminal(command, columns=120, environment=environment, cwd=strange) as terminal:
        terminal.wait_for("Large one")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
    assert not (strange / "ran").exists(), (strange / "ran").read_text()


# What waits to be built


def test_the_table_of_surfaces_is_in_order() -> None:
    for surface in surfaces.SURFACES:
        assert surface.duty.startswith("5.")
        assert surface.call.startswith(surface.name)


EDITORS = {
    "missing": "/no/such/editor",
    "unclosed": 'vi "',
    "empty": "",
    "blank": "  ",
    "not-executable": "/etc/passwd",
    "failing": "false",
    "command": "; touch pwned",
    "substitution": "$(touch pwned)",
    "option": "-rf",
}


def test_an_editor_is_a_list_of_words_and_no_shell(tmp_path: Path) -> None:
    command = surfaces.built(surfaces.EDITOR)
    path = str(tmp_path / "a b; touch pwned.toml")
    for name, value in EDITORS.items():
        for environment in ({"EDITOR": value}, {"VISUAL": value, "EDITOR": "true"}):
            argv = command(environment, path, 7)
            assert isinstance(argv, list), name
            assert argv == [] or path in argv, f"{name}: the path is one word, and absolute"
            assert "sh" not in map(os.path.basename, argv[:1]), name


def test_the_program_outlives_its_editor(tmp_path: Path) -> None:
    for name, value in EDITORS.items():
        (tmp_path / name).mkdir()
        _edit(tmp_path / name, value, b"")


def test_an_interrupt_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import signal, time\nsignal.signal(2, lambda *_: print('INTERRUPTED'))\nprint('EDITING')\n"
        "signal.pause()\ntime.sleep(0.1)\n"
    )
    _edit(tmp_path, f"{sys.executable} {script}", b"\x03", "EDITING")


def test_an_editor_that_leaves_the_terminal_raw_does_no_harm(tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import tty\ntty.setraw(0)\nprint('\\x1b[?1000h\\x1b[?25l', end='', flush=True)\n")
    _edit(tmp_path, f"{sys.executable} {script}", b"")


def _edit(folder: Path, editor: str, typed: bytes, ready: str = "") -> None:
    """Open the file at hand in `editor`, type, come back and leave: nothing is left over, nothing was written."""
    from tui import keys

    key = keys.key(surfaces.built(surfaces.EDITING))
    file = folder / "dossier.toml"
    file.write_text(write(texts.filled("words")).text, encoding="utf-8")
    environment = {"XDG_STATE_HOME": str(folder / "state"), "EDITOR": editor, "VISUAL": None}
    with Terminal((sys.executable, "-m", "tui", str(file)), environment=environment, cwd=ROOT) as terminal:
        terminal.wait_for("? Help")
        terminal.send(key.keys[0].encode())
        if ready:
            terminal.wait_for(ready)
        terminal.send(typed)
        terminal.wait_for("? Help")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []
    assert not list(folder.rglob("pwned*"))
    assert not (ROOT / "pwned").exists()


ADDRESSES: Mapping[str, bool] = {
    "https://example.org/a?b=c#d": True,
    "http://example.org": True,
    "https://example.org:8080/": True,
    "https://[2001:db8::1]/": True,
    "javascript:alert(1)": False,
    "file:///etc/passwd": False,
    "data:text/html,x": False,
    "ftp://example.org/": False,
    "ssh://-oProxyCommand=x/": False,
    "--version": False,
    "-P evil": False,
    "": False,
    "//example.org/": False,
    "example.org": False,
    "https://": False,
    "https:///path": False,
    "https://user@example.org/": False,
    "https://user:pass@example.org/": False,
    "https://example.org\\@evil.example/": False,
    "https://example.org/a b": False,
    "https://example.org/a\nb": False,
    "https://example.org/\x1b]0;x\x07": False,
    "https://example.org/\u202e": False,
    "https://example.org/\u200b": False,
    " https://example.org/": False,
    "https://-example.org/": False,
    "https://example.org:x/": False,
    f"https://example.org/{'a' * 2100}": False,
}


def test_only_a_plain_address_is_opened() -> None:
    address = surfaces.built(surfaces.BROWSER)
    for url, good in ADDRESSES.items():
        opened_as = address(url)
        assert bool(opened_as) == good, url
        assert opened_as.isascii(), url
        assert not opened_as or opened_as.startswith(("http://", "https://")), url


def test_the_host_of_an_address_is_shown_as_it_is_resolved() -> None:
    address = surfaces.built(surfaces.BROWSER)
    assert address("https://еxample.org/").startswith("https://xn--")


def test_a_graph_of_any_dossier_is_well_formed() -> None:
    graphml = surfaces.built(surfaces.GRAPH)
    for name, words in FAMILIES.items():
        text = graphml(dossier_of(words))
        assert not unwanted(text), name
        shown = {part.text for part in ElementTree.fromstring(text).iter()}  # noqa: S314
        name_of_actor = dossier_of(words).name(ident("actors", 0))
        assert any(name_of_actor in (part or "") for part in shown), name


_CONSTRUCTS = ("](", "![", "<script", "<!--", "<b", "<a ", "javascript:", "&lt;")


def test_no_construct_of_markdown_comes_out_of_prose() -> None:
    markdown = surfaces.built(surfaces.MARKDOWN)
    for name, words in (MARKUP | OTHERS).items():
        book = Catalog(dossier_of(words))
        for record in book.dossier.records:
            written = markdown(book.page(record))
            assert not unwanted(written), name
            for construct in _CONSTRUCTS:
                if construct in words:
                    assert construct not in written.replace(f"\\{construct[0]}", ""), (name, record, construct)


def test_a_name_made_from_data_is_a_plain_name() -> None:
    slug = surfaces.built(surfaces.NAMES)
    for words in (*FAMILIES.values(), "Հայաստան", "", "..", "/etc/passwd", "x" * 500):
        made = slug(words, 7)
        assert 0 < len(made) <= 60, words
        assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in made), words
        assert not made.startswith("-"), words


def test_an_export_is_written_whole_and_overwrites_nothing_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save: Any = surfaces.built(surfaces.WRITING)
    path = tmp_path / "export.csv"

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    save(str(path), "one\n")
    assert path.read_text(encoding="utf-8") == "one\n"
    with pytest.raises(FileExistsError):
        save(str(path), "two\n")
    save(str(path), "two\n", replace=True)
    for step in ("os.fsync", "os.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(step, full)
            with pytest.raises(OSError, match="No space"):
                save(str(path), "three\n", replace=True)
        assert path.read_text(encoding="utf-8") == "two\n"
    with pytest.raises(OSError, match=r"/dev/full|No space"):
        save("/dev/full", "x\n")
    with pytest.raises(FileNotFoundError):
        save(str(tmp_path / "none" / "x"), "x\n")
    assert [left.name for left in tmp_path.iterdir()] == ["export.csv"]
