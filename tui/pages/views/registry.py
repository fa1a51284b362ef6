"""Sheets: pages that are about the dossier as a whole, or about several records at once, rather than about one.

A sheet is called by its kind and what it is about, parted by colons: `overview:`, `ego:armenia`, `path:armenia:turkey`.
Ids hold no colon, so a sheet is never taken for a record; it is a target for links and a place like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from tui.pages.page import Page
from tui.pages.span_builder import SpanBuilder


class View(NamedTuple):
    """A kind of sheet: the panel it is shown in, what it is called, how many names follow its kind, who makes it.

    The maker is called with the phrases and that many ids, and answers None when they name nothing it can show.
    """

    panel: str
    title: str
    names: int
    module: str
    function: str


VIEWS: dict[str, View] = {
    "overview": View("overview", "Overview", 0, "tui.pages.views.overview", "overview_page"),
    "timeline": View("events", "Timeline", 0, "tui.pages.views.timeline", "timeline_page"),
    "coverage": View("sources", "Coverage", 0, "tui.pages.views.coverage", "coverage_page"),
    "ego": View("network", "Around one actor", 1, "tui.pages.network.ego", "ego_page"),
    "pair": View("network", "Two actors", 2, "tui.pages.network.pair", "pair_page"),
    "blocs": View("network", "Blocs", 0, "tui.pages.network.blocs", "blocs_page"),
    "matrix": View("network", "Matrix", 0, "tui.pages.network.matrix", "matrix_page"),
    "path": View("network", "Chains of ties", 2, "tui.pages.network.path", "path_page"),
    "balance": View("balance", "Balance at a glance", 0, "tui.pages.balance.views", "balance_view"),
    "triangle": View("balance", "Three actors", 3, "tui.pages.balance.views", "triangle_view"),
    "about": View("overview", "About this dossier", 0, "tui.pages.views.about", "about_page"),
    "grievances": View("ledger", "Who feels let down by whom", 0, "tui.pages.views.grievances", "grievances_page"),
    "versions": View("claims", "Versions side by side", 0, "tui.pages.views.versions", "versions_page"),
}


def view_of(name: str) -> View | None:
    """The kind of sheet that `name` calls for, None when it is the name of none."""
    kind, colon, _ = name.partition(":")
    return VIEWS.get(kind) if colon else None


def summary_view(panel: str) -> str:
    """The view at the head of a panel: the first one of the panel that is about the dossier as a whole, if any."""
    return next((f"{kind}:" for kind, view in VIEWS.items() if view.panel == panel and not view.names), "")


def ids_in(name: str) -> tuple[str, ...]:
    """The ids that a sheet's name holds: `path:a:b` -> `("a", "b")`."""
    return tuple(part for part in name.split(":")[1:] if part)


def view_page(builder: SpanBuilder, name: str) -> Page | None:
    """The sheet called `name`; None when there is none."""
    sheet, names = view_of(name), ids_in(name)
    if sheet is None or len(names) != sheet.names:
        return None
    maker = cast("Callable[..., Page | None]", getattr(import_module(sheet.module), sheet.function))
    page = maker(builder, *names)
    return page and page._replace(id=name)
