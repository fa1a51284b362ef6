"""The program's own code as syntax trees, and what it imports and calls. Looks at names only; runs nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "tui"
_DYNAMIC = {"importlib.import_module", "import_module", "__import__", "builtins.__import__"}


class Import(NamedTuple):
    """One imported module. `late` means inside a function, `typing` under `if TYPE_CHECKING`."""

    line: int
    module: str
    late: bool = False
    typing: bool = False


class Use(NamedTuple):
    """A dotted name where it is used, such as `os.system`, with what it was imported as spelt out; `call` if called."""

    line: int
    name: str
    call: ast.Call | None = None


def files() -> list[Path]:
    """Every Python file of the package."""
    return sorted((ROOT / PACKAGE).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def module_of(path: Path) -> str:
    """The dotted name of a file of the checkout: `tui.pages.page_cache`, and `tui.pages` for its `__init__.py`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def is_module(name: str) -> bool:
    """Is there a module or package of that name in the checkout?"""
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def imports(code: ast.Module, module: str, *, package: bool = False) -> Iterator[Import]:
    """Every import of `module`, late ones and those for types included, with full names.

    `from tui.pages import catalog` is an import of `tui.pages.catalog` if that is a module, or else of `tui.pages`. A
    string that is the name of one of our modules counts as a late import of it, because `import_module` may be given
    it; a module that calls `import_module` with what is no such string imports `?`.
    """
    base = module if package else module.rpartition(".")[0]
    named = None
    for node, late, typing in _walk(code):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name, late, typing)
        elif isinstance(node, ast.ImportFrom):
            source = _absolute(node, base)
            for alias in node.names:
                whole = f"{source}.{alias.name}"
                yield Import(node.lineno, whole if is_module(whole) else source, late, typing)
        elif isinstance(node, ast.Constant) and (name := _module_named(node)):
            yield Import(node.lineno, name, True, typing)
        elif isinstance(node, ast.Call) and dotted(node.func) in _DYNAMIC:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                if not _module_named(first):
                    yield Import(node.lineno, first.value, True, typing)
                continue
            if named is None:
                named = any(map(_module_named, ast.walk(code)))
            if not named:
                yield Import(node.lineno, "?", True, typing)


@cache
def imports_of(path: Path) -> tuple[Import, ...]:
    """Every import of a file of the package."""
    return tuple(imports(tree(path), module_of(path), package=path.name == "__init__.py"))


def uses(code: ast.Module) -> Iterator[Use]:
    """Every name and attribute read in the code, and every name imported."""
    known = _origins(code)
    called = {id(node.func): node for node in ast.walk(code) if isinstance(node, ast.Call)}
    for node in ast.walk(code):
        if isinstance(node, ast.Name | ast.Attribute):
            yield Use(node.lineno, dotted(node, known), called.get(id(node)))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                source = f"{node.module or ''}." if isinstance(node, ast.ImportFrom) else ""
                yield Use(node.lineno, source + alias.name)


def dotted(node: ast.expr, known: dict[str, str] | None = None) -> str:
    """`a.b.c` for a chain of attributes, its head replaced by what `known` says of it; `?` for any other head."""
    if isinstance(node, ast.Name):
        return (known or {}).get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value, known)}.{node.attr}"
    return "?"


def _module_named(node: ast.AST) -> str:
    value = node.value if isinstance(node, ast.Constant) else None
    ours = isinstance(value, str) and value.startswith(f"{PACKAGE}.") and value.replace(".", "").isidentifier()
    return value if ours and isinstance(value, str) and is_module(value) else ""


def _origins(code: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in ast.walk(code):
        if isinstance(node, ast.Import):
            found |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: f"{node.module or ''}.{alias.name}" for alias in node.names}
    return found


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    above = parts[: len(parts) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def _walk(code: ast.Module) -> Iterator[tuple[ast.AST, bool, bool]]:
    """Every node, and whether it is in a function, and whether under `if TYPE_CHECKING`."""
    left: list[tuple[ast.AST, bool, bool]] = [(code, False, False)]
    while left:
        node, late, typing = left.pop()
        yield node, late, typing
        late = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        types: set[int] = set()
        if isinstance(node, ast.If) and dotted(node.test).split(".")[-1] == "TYPE_CHECKING":
            types = set(map(id, node.body))
        left += [(child, late, typing or id(child) in types) for child in ast.iter_child_nodes(node)]
