"""Whatever leaves the program, or enters it other than through a dossier: tables, the state file, keys, modules."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile import texts, watch
from tests.hostile.base import write
from tests.hostile.families import ESCAPES, FAMILIES, MARK
from tests.hostile.watch import ROOT, unwanted
from tests.marks import mostly_long
from tests.screens.opened import opened
from tests.terminal.pty_harness import Terminal
from tui import state as state_file
from tui.app import KarabakhApp
from tui.cli.reader import Reader
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.load import load_bytes
from tui.dossier.values.fold import fold
from tui.dossier.values.text import Safe, clean
from tui.export.csv import serialize as to_csv
from tui.export.record_values import record_values
from tui.keys import KEYS
from tui.pages.catalog import Catalog
from tui.pages.lists.jump_items import matching, program_items, record_items

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONE_SIGNS = ("+", "-")
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(list(FAMILIES.values()))
_FEW = settings(suppress_health_check=list(HealthCheck))


def dossier_of(words: str) -> Dossier:
    dossier = load_bytes(write(texts.filled(words)).text.encode(), Safe("made")).dossier
    assert dossier is not None
    return dossier


# 5.7 CSV, 5.9 JSON


def undefused(cell: str) -> str:
    """A cell as it was before a formula in it was made harmless."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(_FORMULA) else cell


@pytest.mark.parametrize("name", mostly_long(FAMILIES, *list(FAMILIES)[::8]))
def test_a_table_reads_back_and_computes_nothing(name: str) -> None:
    dossier = dossier_of(FAMILIES[name])
    for table, kind in KINDS.items():
        rows = list(
            csv.DictReader(io.StringIO(to_csv(kind.record_type, dossier.tables[table]), newline=""), strict=True)
        )
        assert len(rows) == len(dossier.tables[table])
        for row, record in zip(rows, dossier.tables[table], strict=True):
            written = record_values(record)
            assert row.keys() == set(kind.record_type.__struct_encode_fields__)
            for key, cell in row.items():
                assert cell in _LONE_SIGNS or not cell.startswith(_FORMULA), (key, cell)
                assert not unwanted(cell), (key, cell)
                if isinstance(written.get(key, ""), str):
                    assert undefused(cell) == written.get(key, ""), key


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
        app = KarabakhApp(Reader(None, {}))
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


@pytest.mark.long
async def test_only_clean_text_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "hostile.toml"
    file.write_text(write(texts.together(ESCAPES)).text, encoding="utf-8")
    copied: list[str] = []
    monkeypatch.setattr(KarabakhApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with opened(file, size=(100, 30)) as person:
        for panel in map(KEYS.panel_key, KINDS):
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


def _as_it_stands(word: str) -> str:
    """A word as it is typed: between quotation marks where it would mean something else without."""
    return f'"{word}"' if word.startswith("-") or ":" in word else word


@pytest.mark.long
def test_a_search_is_for_the_words_as_they_stand() -> None:
    for name, words in FAMILIES.items():
        dossier = dossier_of(words)
        query = " ".join(map(_as_it_stands, " ".join(clean(words).split())[:200].split()))
        catalog = Catalog(dossier)
        for table, records in dossier.tables.items():
            found = [one for group in catalog.record_groups(table, query) for one in group.ids]
            assert found or not fold(query).strip(), (name, table)
            assert set(found) <= {record.id for record in records}
        assert matching(record_items(catalog), " ".join(clean(words).split())[:60]), name
    assert catalog.record_groups("quotes", ".*") == []


# 2.16 Keys


@pytest.mark.long
async def test_no_single_key_writes_anything_but_the_theme_and_the_end_of_the_tour(tmp_path: Path, state: Path) -> None:
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
    assert tomllib.loads(state.read_text(encoding="utf-8")).keys() == {"theme", "tour"}


# 5.16 Screenshots


def test_no_choice_and_no_key_saves_a_screenshot() -> None:
    app = KarabakhApp(Reader(None, {}))
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


@pytest.mark.parametrize(
    "arguments",
    mostly_long(
        [["check"], ["list", "actors", "--format", "csv"], ["check", "gone"], ["--help"]], ["check"], ["--help"]
    ),
)
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


@pytest.mark.long
def test_nor_are_they_by_the_app_or_by_the_process_that_reads_a_large_file(strange: Path) -> None:
    (strange / "large.toml").write_text("# a comment\n" * 200_000 + 'dossier = 1\ntitle = "Large one"\n')
    environment = {"XDG_STATE_HOME": str(strange / "state"), "PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "tui", "large.toml")
    with Terminal(command, columns=120, environment=environment, cwd=strange) as terminal:
        terminal.wait_for("Large one")
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
    assert not (strange / "ran").exists(), (strange / "ran").read_text()
