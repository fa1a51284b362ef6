"""Sheets: pages that are about the dossier as a whole, or about several records at once, rather than about one.

A sheet is called by its kind and what it is about, parted by colons: `overview:`, `ego:armenia`, `path:armenia:turkey`.
Ids hold no colon, so a sheet is never taken for a record; it is a target for links and a place like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from tui.pages.page import Page
from tui.pages.phrases import Phrases


class Sheet(NamedTuple):
    """A kind of sheet: the panel it is shown in, what it is called, how many names follow its kind, who makes it.

    The maker is called with the phrases and that many ids, and answers None when they name nothing it can show.
    """

    panel: str
    title: str
    names: int
    module: str
    function: str


SHEETS: dict[str, Sheet] = {
    "overview": Sheet("overview", "Overview", 0, "tui.pages.overview", "overview_page"),
    "timeline": Sheet("events", "Timeline", 0, "tui.pages.timeline", "timeline_page"),
    "coverage": Sheet("sources", "Coverage", 0, "tui.pages.coverage", "coverage_page"),
    "ego": Sheet("network", "Around one actor", 1, "tui.pages.ego", "ego_page"),
    "pair": Sheet("network", "Two actors", 2, "tui.pages.pair", "pair_page"),
    "blocs": Sheet("network", "Blocs", 0, "tui.pages.blocs", "blocs_page"),
    "matrix": Sheet("network", "Matrix", 0, "tui.pages.matrix", "matrix_page"),
    "path": Sheet("network", "Chains of ties", 2, "tui.pages.path", "path_page"),
    "balance": Sheet("balance", "Balance at a glance", 0, "tui.pages.weighed", "balance_sheet"),
    "triangle": Sheet("balance", "Three actors", 3, "tui.pages.weighed", "triangle_sheet"),
    "about": Sheet("overview", "About this dossier", 0, "tui.pages.about", "about_page"),
    "grievances": Sheet("ledger", "Who feels let down by whom", 0, "tui.pages.grievances", "grievances_page"),
    "versions": Sheet("claims", "Versions side by side", 0, "tui.pages.versions", "versions_page"),
}


def sheet_of(name: str) -> Sheet | None:
    """The kind of sheet that `name` calls for, None when it is the name of none."""
    kind, colon, _ = name.partition(":")
    return SHEETS.get(kind) if colon else None


def names_in(name: str) -> tuple[str, ...]:
    """The ids that a sheet's name holds: `path:a:b` -> `("a", "b")`."""
    return tuple(part for part in name.split(":")[1:] if part)


def sheet_page(phrases: Phrases, name: str) -> Page | None:
    """The sheet called `name`; None when there is none."""
    sheet, names = sheet_of(name), names_in(name)
    if sheet is None or len(names) != sheet.names:
        return None
    maker = cast("Callable[..., Page | None]", getattr(import_module(sheet.module), sheet.function))
    page = maker(phrases, *names)
    return page and page._replace(id=name)
