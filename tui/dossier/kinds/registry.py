"""The registry of kinds, in their order: whatever handles records of any kind iterates over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from tui.dossier.kinds.kind import AnyKind
from tui.dossier.kinds.record import Record

_kinds: dict[str, AnyKind] = {}
KINDS: Mapping[str, AnyKind] = MappingProxyType(_kinds)
"""Table name -> kind, in the order of the kinds."""


def kind_of(record: Record) -> AnyKind:
    """The kind of a record."""
    return KINDS[record.TABLE]


@contextmanager
def registered(kind: AnyKind) -> Iterator[AnyKind]:
    """Add `kind` to the registry for as long as the context lasts; for tests."""
    before = tuple(_kinds.values())
    _register(*before, kind)
    try:
        yield kind
    finally:
        _register(*before)


def discover(folder: list[str]) -> None:
    """Register the `KIND` of every module of this package, whose files are in `folder`."""
    modules = (import_module(f"tui.dossier.kinds.{module.name}") for module in iter_modules(folder))
    _register(*(module.KIND for module in modules if hasattr(module, "KIND")))


def _register(*kinds: AnyKind) -> None:
    _kinds.clear()
    _kinds.update((kind.table, kind) for kind in sorted(kinds, key=lambda kind: kind.place))
