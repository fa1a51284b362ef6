"""Who may know whom. The arrows run one way: dossier → pages, nav → render → export, widgets → screens → app → cli."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest

from tests.project import code

ROW = ("dossier", "pages", "nav", "render", "export", "widgets", "screens", "app", "cli", "__main__")
"""The rooms in the order in which the arrows run; for the words of a failure."""

_LIBRARY = {"garbage", "key_groups", "key_table", "keyboard_layouts", "keys", "theme"}
MAY_KNOW: dict[str, set[str]] = {
    "dossier": {"atomic_write", "msgspec_without_extensions"},
    "export": {"dossier", "pages", "render"},
    "pages": {"dossier"},
    "nav": set(),
    "render": {"dossier", "pages", "nav"},
    "widgets": {"pages", "nav", "render", *_LIBRARY},
    "screens": {
        *("dossier", "pages", "nav", "render", "export", "export_file", "widgets", "browser", *_LIBRARY),
    },
    "app": {
        *("dossier", "pages", "nav", "render", "export", "widgets", "screens", *_LIBRARY),
        *("state", "marks_file", "keys_file", "paths", "terminal", "editing"),
    },
    "keys": {"key_groups", "key_table", "pages"},
    "key_table": {"key_groups"},
    "key_groups": {"keyboard_layouts", "key_names"},
    "key_names": set(),
    "key_clashes": {"key_groups", "key_names", "key_table"},
    "keys_file": {"dossier", "keys", "key_clashes", "key_names", "key_table", "paths"},
    "keyboard_layouts": set(),
    "theme": {"contrast"},
    "contrast": set(),
    "garbage": set(),
    "terminal": {"paths"},
    "paths": set(),
    "state": {"paths", "atomic_write"},
    "marks_file": {"dossier", "paths", "atomic_write"},
    "atomic_write": set(),
    "msgspec_without_extensions": set(),
    "editor": {"dossier"},
    "editing": {"dossier", "editor"},
    "browser": {"dossier"},
    "export_file": {"atomic_write"},
    "cli": {
        *("app", "dossier", "export", "export_file", "pages", "render", "marks_file", "paths", "terminal"),
        *("atomic_write", "browser", "keys_file", "key_names", "key_groups", "key_table"),
    },
    "__main__": {"cli"},
}
"""The rooms that each room of `tui` may import from, at the top, in a function or for its types, besides itself."""

DOSSIER_LAYERS = (
    {"values"},
    {"problems", "files", "file_watch", "progress", "marks"},
    {"kinds", "zip_reader"},
    {"links", "bundle"},
    {"dossier"},
    {"once", "source_names", "renames"},
    {"as_of", "offices", "subjects"},
    {"representation", "dated"},
    {"search", "reported_only", "narrowed", "timeline", "grievances", "responses", "changes"},
    {"disputes", "between", "speech"},
    {"comparison", "speakers"},
    {"format", "network", "sources"},
    {"change_points"},
    {"load", "pin"},
    {"packed"},
    {"reading_cache"},
    {"load_worker"},
    {"aside"},
    {"live_file"},
)
"""The parts of `tui.dossier`: each may import from those in the lines above it, and from itself."""

_DATA = {"dossier", "export", "pages", "nav"}
_PLAIN = {
    *("keyboard_layouts", "paths", "state", "marks_file", "atomic_write", "editor", "browser", "export_file"),
    "msgspec_without_extensions",
}
_KEYS = {"key_names", "key_table", "key_clashes", "keys_file"}
WITHOUT_TEXTUAL = _DATA | _PLAIN | _KEYS | {"render"}
"""Rooms that never import Textual, not even late or for a type."""
WITHOUT_RICH = _DATA | _PLAIN | _KEYS | {"key_groups", "keys", "cli", "__main__"}
LATE_TEXTUAL = {"key_groups", "keys", "cli", "__main__"}
"""Rooms that import Textual only late or for a type."""
_LIGHT = (
    "tty_check",
    "saved_terminal",
    "shutdown",
    "crash",
    "modes",
    "job_control",
    "writer",
    "sync_buffer",
    "asyncio_without_tls",
)
LIGHT_TERMINAL = {"tui.terminal", *(f"tui.terminal.{one}" for one in _LIGHT)}
"""Parts of the terminal that work without Textual."""


def room_of(module: str) -> str:
    """The room of `tui` that a module is in; `""` for the package itself, which only holds the version."""
    return module.partition(".")[2].partition(".")[0]


def breaches(module: str, imports: Sequence[code.Import]) -> Iterator[str]:
    """What the imports of one module do against the rules, as `line: words`."""
    room = room_of(module)
    for found in imports:
        top = found.module.split(".")[0]
        if found.module == "?":
            yield f"{found.line}: imports a module whose name is only known when it runs"
        elif top == code.PACKAGE:
            other = room_of(found.module)
            if other and other != room and other not in MAY_KNOW.get(room, ()):
                yield f"{found.line}: imports {found.module}: {_arrow(room, other)}"
        elif top == "textual" and (room in WITHOUT_TEXTUAL or module in LIGHT_TERMINAL):
            yield f"{found.line}: imports {found.module}: {module} may not know Textual"
        elif top == "textual" and room in LATE_TEXTUAL and not (found.late or found.typing):
            yield f"{found.line}: imports {found.module} when it is loaded: {module} may know Textual only late"
        elif top == "rich" and room in WITHOUT_RICH:
            yield f"{found.line}: imports {found.module}: {module} may not know Rich"
    if room == "cli":
        for found in imports:
            if room_of(found.module) == "app" and not found.late:
                yield f"{found.line}: imports {found.module} when it is loaded: cli imports the app when it will draw"


def layer_of(module: str) -> tuple[int, str]:
    """The layer and the part that a module of `tui.dossier` is in; the package itself lies below all of them."""
    part = "".join(module.split(".")[2:3])
    return next((number for number, parts in enumerate(DOSSIER_LAYERS) if part in parts), -1), part


def breaches_inside_dossier(module: str, imports: Sequence[code.Import]) -> Iterator[str]:
    """Imports of one module of `tui.dossier` from its own layer or one above it, as `line: words`."""
    own, own_part = layer_of(module)
    for found in imports:
        layer, part = layer_of(found.module)
        if room_of(found.module) == "dossier" and part != own_part and layer >= own:
            yield f"{found.line}: imports {found.module}: {own_part} may not know {part}"


def imports_in(module: str, text: str) -> tuple[code.Import, ...]:
    """The imports of a module of that text."""
    return tuple(code.imports(ast.parse(text), module))


def _arrow(room: str, other: str) -> str:
    known = ", ".join(sorted(MAY_KNOW.get(room, ()))) or "nothing of tui but itself"
    if room in ROW and other in ROW and ROW.index(other) > ROW.index(room):
        return f"the arrow {room} → {other} runs back ({room} may know {known})"
    return f"there is no arrow {other} → {room} ({room} may know {known})"


def test_no_arrow_runs_back() -> None:
    found = [
        f"{path.relative_to(code.ROOT)}:{breach}"
        for path in code.files()
        for breach in breaches(code.module_of(path), code.imports_of(path))
    ]
    assert not found, "\n".join(["", *found])


_BALANCE = "tui.dossier.network.balance"
_ENTRY_POINTS = {f"{_BALANCE}.solver": f"{_BALANCE}.frustration", _BALANCE: ""}
"""Package -> the one module that may import what is inside; `""` when others may import the package itself only."""


def bypasses(module: str, imports: Sequence[code.Import]) -> Iterator[str]:
    """Yield the imports of one module that reach past the entry point of a package of the balance, as `line: words`."""
    for imported in imports:
        for inside, entry in _ENTRY_POINTS.items():
            if (
                imported.module.startswith(f"{inside}.")
                and module != entry
                and not f"{module}.".startswith(f"{inside}.")
            ):
                yield f"{imported.line}: imports {imported.module}, and not {entry or inside}"


def test_the_balance_and_its_solver_are_imported_through_one_door() -> None:
    problems = [
        f"{path.relative_to(code.ROOT)}:{bypass}"
        for path in code.files()
        for bypass in bypasses(code.module_of(path), code.imports_of(path))
    ]
    assert not problems, "\n".join(["", *problems])


@pytest.mark.parametrize(
    ("module", "line", "refused"),
    [
        ("tui.pages.balance.cache", f"from {_BALANCE} import Balance", False),
        ("tui.pages.balance.cache", f"from {_BALANCE}.result import Balance", True),
        (f"{_BALANCE}.frustration", f"from {_BALANCE}.solver.biconnected import Edge", False),
        (f"{_BALANCE}.result", f"from {_BALANCE}.frustration import Frustration", False),
        (f"{_BALANCE}.result", f"def f():\n    from {_BALANCE}.solver.biconnected import Edge", True),
    ],
)
def test_an_import_past_the_door_is_found(module: str, line: str, refused: bool) -> None:
    assert bool(list(bypasses(module, imports_in(module, line)))) == refused


def test_inside_the_dossier_no_arrow_runs_back() -> None:
    found = [
        f"{path.relative_to(code.ROOT)}:{breach}"
        for path in code.files()
        if room_of(module := code.module_of(path)) == "dossier"
        for breach in breaches_inside_dossier(module, code.imports_of(path))
    ]
    assert not found, "\n".join(["", *found])


def test_every_part_of_the_dossier_has_a_layer() -> None:
    modules = {code.module_of(path) for path in code.files()} - {"tui.dossier"}
    assert [module for module in modules if room_of(module) == "dossier" and layer_of(module)[0] < 0] == []


@pytest.mark.parametrize(
    ("module", "line", "words"),
    [
        ("tui.dossier.problems", "def f():\n    from tui.dossier.format import positions", "may not know format"),
        ("tui.dossier.sources.verify", "from tui.dossier.format.decode import Decoded", "may not know format"),
        ("tui.dossier.kinds.actors", "from tui.dossier.dossier import Dossier", "may not know dossier"),
    ],
)
def test_an_import_against_the_layers_is_found(module: str, line: str, words: str) -> None:
    assert words in "\n".join(breaches_inside_dossier(module, imports_in(module, line)))


def test_every_room_has_a_rule() -> None:
    rooms = {room_of(code.module_of(path)) for path in code.files()} - {""}
    assert rooms <= MAY_KNOW.keys(), "add it to MAY_KNOW, and to house rules if it is a room of its own"


def test_the_rules_themselves_draw_no_circle() -> None:
    settled: set[str] = set()
    while ready := {room for room, known in MAY_KNOW.items() if room not in settled and known <= settled}:
        settled |= ready
    assert settled == MAY_KNOW.keys()


@pytest.mark.parametrize(
    ("module", "line", "words"),
    [
        ("tui.dossier.load", "from tui.pages import catalog", "the arrow dossier → pages runs back"),
        ("tui.dossier.load", "from tui import pages", "the arrow dossier → pages runs back"),
        ("tui.dossier.load", "from ..pages.catalog import Catalog", "the arrow dossier → pages runs back"),
        ("tui.pages.page_cache", "def f():\n    import tui.render.plain_text", "2: imports tui.render.plain"),
        ("tui.nav.trail", "import tui.pages.page", "there is no arrow pages → nav"),
        ("tui.render.plain_text", "if TYPE_CHECKING:\n    from tui.widgets import bars", "render → widgets runs back"),
        ("tui.widgets.bars", "from tui.screens.browse import BrowseScreen", "widgets → screens runs back"),
        ("tui.widgets.bars", "from tui.dossier.kinds import Actor", "there is no arrow dossier → widgets"),
        ("tui.screens.browse", "from tui.app import KarabakhApp", "screens → app runs back"),
        ("tui.app", "from tui import cli", "app → cli runs back"),
        ("tui.state", "from tui import app", "there is no arrow app → state"),
        ("tui.terminal.app", "from tui.dossier import text", "there is no arrow dossier → terminal"),
        ("tui.render.layout", "import importlib\nimportlib.import_module('tui.app')", "2: imports tui.app"),
        ("tui.cli.resolve", "import importlib\nimportlib.import_module(name)", "only known when it runs"),
        (
            "tui.pages.page_cache",
            "WHERE = {'a': 'tui.render.plain_text'}\nimport_module(WHERE[kind])",
            "1: imports tui.render.plain",
        ),
        ("tui.cli.resolve", "import textual", "only late"),
        ("tui.render.plain_text", "from textual.content import Content", "may not know Textual"),
        ("tui.terminal.tty_check", "import textual", "may not know Textual"),
        ("tui.keys", "from textual.binding import Binding", "only late"),
        ("tui.pages.page_cache", "from rich.text import Text", "may not know Rich"),
        ("tui.cli.main", "from tui.app import KarabakhApp", "when it will draw"),
    ],
)
def test_a_forbidden_import_is_found(module: str, line: str, words: str) -> None:
    assert words in "\n".join(breaches(module, imports_in(module, line)))


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("tui.keys", "if TYPE_CHECKING:\n    from textual.binding import Binding"),
        ("tui.keys", "def f():\n    from textual.binding import Binding"),
        ("tui.cli.arguments", "from tui import VERSION"),
        ("tui.render.wrap", "from rich.cells import cell_len"),
        ("tui.pages.page_cache", "from tui.dossier.dossier import Dossier  # from tui.app import KarabakhApp"),
        ("tui.pages.page_cache", "WHERE = {'a': 'tui.pages.records.actors'}\nimport_module(WHERE[kind])"),
        ("tui.cli.main", "def f():\n    from tui.app import KarabakhApp"),
    ],
)
def test_an_allowed_import_is_left_alone(module: str, line: str) -> None:
    assert not list(breaches(module, imports_in(module, line)))


_RUN = """
import sys
from tui.cli.main import main
loaded = set()
for call in sys.argv[1:]:
    status = main(call.split())
    print("called", call, status, *sorted(sys.modules.keys() - loaded), file=sys.stderr)
    loaded |= sys.modules.keys()
"""
"""Makes one call after the other, and says after each how it ended and what it loaded."""


def test_a_command_that_prints_never_loads_textual() -> None:
    calls = (
        *("check", "show armenia", "list actors", "list quotes --format csv", "list quotes --where arms"),
        *("search arms", "search arms --format json", "balance", "balance --format json", "schema", "keys", "new -"),
        *("--help", "--version"),
    )
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *calls], cwd=code.ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told = [line.removeprefix("called ") for line in done.stderr.splitlines() if line.startswith("called ")]
    assert len(told) == len(calls)
    assert "tui.cli" in told[0].split()
    for call, line in zip(calls, told, strict=True):
        status, *loaded = line.removeprefix(f"{call} ").split()
        assert (call, status, [name for name in loaded if name.split(".")[0] == "textual"]) == (call, "0", [])


_TOUR = {"tui.pages.tour", "tui.render.tour_rows", "tui.widgets.tour_strip", "tui.screens.tour"}


def test_the_tour_is_imported_when_somebody_takes_it() -> None:
    early = [
        f"{path.relative_to(code.ROOT)}:{found.line}"
        for path in code.files()
        if code.module_of(path) not in _TOUR and "tour" in path.read_text()
        for found in code.imports_of(path)
        if found.module.startswith(tuple(_TOUR)) and not (found.late or found.typing)
    ]
    assert not early, "\n".join(["", *early])
