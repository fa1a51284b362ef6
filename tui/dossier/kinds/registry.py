"""The registry of kinds, in their order: generic code iterates over it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
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


def discover(folder: str) -> None:
    """Register the `KIND` of every module of this package, whose files are in `folder`."""
    modules = [import_module(f"tui.dossier.kinds.{name}") for name in _module_names(folder)]
    _register(*(module.KIND for module in modules if hasattr(module, "KIND")))


def _module_names(folder: str) -> Iterable[str]:
    try:
        files = os.listdir(folder)
    except OSError:  # inside a zip; pkgutil can read one, but takes a millisecond to import
        from pkgutil import iter_modules

        return [module.name for module in iter_modules([folder])]
    return {name.partition(".")[0] for name in files if name.endswith((".py", ".pyc")) and not name.startswith("_")}


def _register(*kinds: AnyKind) -> None:
    _kinds.clear()
    _kinds.update((kind.table, kind) for kind in sorted(kinds, key=lambda kind: kind.order))
