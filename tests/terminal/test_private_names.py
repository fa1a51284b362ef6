"""Without any private name of Textual the program opens, moves, quits and restores the terminal.

And only one module names any.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import textual

from tests.project import code
from tests.terminal.pty_harness import Terminal
from tui.terminal.compat import PRIVATE_NAMES

NAMES = [private_name.path for private_name in PRIVATE_NAMES]
ERROR_HANDLER = "textual.app:App._handle_exception"
KNOWN_LINE = "karabakh-tui stopped on an internal error (KeyError); details without dossier text in {}\r\n"
UNKNOWN_LINE = "karabakh-tui stopped on an internal error (unknown error); details could not be saved\r\n"

Run = Callable[..., Terminal]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: str) -> Terminal:
        program = [sys.executable, str(Path(__file__).parent / "renamed.py"), *arguments]
        return Terminal(program, environment={"XDG_STATE_HOME": str(tmp_path)}, columns=100)

    return run


def marks(terminal: Terminal, name: str) -> bool:
    """Whether the cursor of the list is on a record."""
    return any(re.match(rf"\S\s+{name}\b", line) for line in terminal.lines())


# ---------------------------------------------------------------------- without them


CASES = [
    *(pytest.param([name], [], id=name, marks=[pytest.mark.long] * (name == ERROR_HANDLER)) for name in NAMES),
    pytest.param(NAMES, [], id="all", marks=pytest.mark.long),
    *(pytest.param([name], ["--stub"], id=f"{name} works differently", marks=pytest.mark.long) for name in NAMES),
]


@pytest.mark.long
@pytest.mark.parametrize(("names", "options"), CASES)
def test_the_program_opens_moves_quits_and_restores_the_terminal(
    run: Run, names: list[str], options: list[str]
) -> None:
    with run(*options, *names) as terminal:
        terminal.wait_for("1 Actors")
        terminal.send(b"1")
        terminal.wait_until(lambda: marks(terminal, "Armenia"))
        terminal.send(b"j")
        terminal.wait_until(lambda: marks(terminal, "Azerbaijan"))
        terminal.send(b"\x1b[A")
        terminal.wait_until(lambda: marks(terminal, "Armenia"))
        terminal.resize(90, 30)
        terminal.wait_until(lambda: "q Quit" in terminal.lines()[29])
        terminal.send(b"q")
        assert terminal.wait_for_end() == 0
        assert terminal.unrestored() == []
        assert terminal.printed_after_exit() == ""


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_a_signal_restores_the_terminal(run: Run, name: str) -> None:
    with run(name) as terminal:
        terminal.wait_for("q Quit")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 143
        assert terminal.unrestored() == []
        assert terminal.printed_after_exit() == ""


@pytest.mark.parametrize(
    "name", [ERROR_HANDLER, *(pytest.param(name, marks=pytest.mark.long) for name in NAMES if name != ERROR_HANDLER)]
)
def test_an_error_leaves_one_line_and_no_word_of_the_dossier(run: Run, name: str, tmp_path: Path) -> None:
    log = tmp_path / "karabakh-tui" / "crash.log"
    with run("--fail", name) as terminal:
        terminal.wait_for("q Quit")
        terminal.send(b"\t")
        assert terminal.wait_for_end() == 70
        assert terminal.unrestored() == []
        assert terminal.printed_after_exit() == (UNKNOWN_LINE if name == ERROR_HANDLER else KNOWN_LINE.format(log))
    assert log.exists() == (name != ERROR_HANDLER)


# ---------------------------------------------------------------------- nowhere else

COMPAT = "tui.terminal.compat"

_PUBLIC_DESPITE_UNDERSCORE = {"_replace", "_asdict", "_fields", "_make"}
"""Names of Python's named tuples."""


@cache
def private_names_by_class(path: Path) -> dict[str, set[str]]:
    """The private attributes that each class of a file defines or sets on `self`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: set(_defined(node)) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


@cache
def private_names_of_textual() -> frozenset[str]:
    """The private attributes of every class of Textual."""
    definition = re.compile(
        r"\bself\.(_[a-z]\w*)\b(?=\s*[:=])|^    +(?:async )?(?:def )?(_[a-z]\w*)\b(?=\s*[(:=])", re.MULTILINE
    )
    sources = (path.read_text(encoding="utf-8") for path in Path(textual.__file__).parent.rglob("*.py"))
    return frozenset(name for source in sources for names in definition.findall(source) for name in names if name)


def inherited_private_names(class_: type) -> set[str]:
    """The private attributes that a class has from Textual."""
    names: set[str] = set()
    for base in class_.__mro__:
        if base.__module__.split(".")[0] == "textual":
            path = Path(inspect.getfile(base))
            names |= private_names_by_class(path).get(base.__name__, set())
    return names


def private_uses(module: str, tree: ast.Module) -> Iterator[str]:
    """What a module uses of Textual's private names, as `line: words`: imports, attributes, and names it overrides."""
    nodes = list(ast.walk(tree))
    modules = {alias.asname or alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    foreign = private_names_of_textual() - _PUBLIC_DESPITE_UNDERSCORE - set(_defined(tree))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "textual":
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (f"{node.lineno}: imports {part}" for part in parts if _is_private(part))
        elif isinstance(node, ast.Attribute) and node.attr in foreign:
            if isinstance(node.value, ast.Name) and node.value.id in modules:
                continue
            yield f"{node.lineno}: uses {node.attr}"
        elif isinstance(node, ast.ClassDef):
            class_ = getattr(importlib.import_module(module), node.name, None)
            inherited = inherited_private_names(class_) if inspect.isclass(class_) else set()
            own = {*_defined(node), *_used_on_self(node)}
            yield from (f"{node.lineno}: {node.name} uses {name}" for name in sorted(own & inherited - foreign))


def _defined(node: ast.AST) -> Iterator[str]:
    """The private names that a class or module defines, its classes included, or sets on `self`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [inner.name]
        elif isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            names = [inner.id]
        elif isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store) and _is_self(inner.value):
            names = [inner.attr]
        else:
            continue
        yield from filter(_is_private, names)


def _used_on_self(node: ast.ClassDef) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and _is_private(inner.attr) and _is_self(inner.value):
            yield inner.attr


def _is_self(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):  # super()
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id == "self"


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and len(name) > 1


@pytest.mark.long
def test_only_one_module_uses_private_names_of_textual() -> None:
    uses = {
        module: list(private_uses(module, code.tree(path)))
        for path in code.files()
        if (module := code.module_of(path)) not in (COMPAT, "tui.__main__")
    }
    assert {module: names for module, names in uses.items() if names} == {}


def test_every_private_name_in_that_module_is_listed() -> None:
    path = code.ROOT / "tui" / "terminal" / "compat.py"
    uses = {use.split()[-1] for use in private_uses(COMPAT, code.tree(path))}
    assert uses == {part for name in NAMES for part in re.split("[.:]", name) if _is_private(part)}


@pytest.mark.parametrize(
    "line",
    [
        "from textual._xterm_parser import XTermParser",
        "from textual.keys import _character_to_key",
        "def f(screen):\n    screen._compositor.render_strips()",
        "class A:\n    def f(self, app):\n        return app._driver",
    ],
)
def test_a_private_use_is_noticed(line: str) -> None:
    assert list(private_uses("tui", ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "import os\nos._exit(3)",
        "class A:\n    def __init__(self):\n        self._app = 3\n    def f(self):\n        return self._app",
    ],
)
def test_an_allowed_use_is_left_alone(line: str) -> None:
    assert not list(private_uses("tui", ast.parse(line)))
