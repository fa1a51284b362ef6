"""What is said where something is not shown, so that nobody takes a part for the whole."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Tie
from tui.dossier.values.vocabulary import STATUS_GLYPHS, STATUSES
from tui.pages.lists.panels import PANELS
from tui.pages.page import Block, Para, Role, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.views.registry import ids_in, view_of

KEY = "o"
"""The key that shows everything again."""

_NOT_STATED = ("about:",)
"""Sheets that are about no statements."""


def record_omissions(part: Dossier, name: str) -> list[Block]:
    """The last words of a record's page in `part` of a dossier: how many statements about it are left out there."""
    if part.whole is None:
        return []
    related = part.whole.links.relations(name).values()
    missing = {one for ids in related for one in ids if part.get(one) is None}
    if not missing:
        return []
    return [Para(_told(len(missing), "statement", " about it"))]


def view_omissions(part: Dossier, name: str) -> list[Block]:
    """The last words of a sheet in `part` of a dossier: how many statements of what it is about are left out there."""
    sheet = view_of(name)
    if part.whole is None or sheet is None or name in _NOT_STATED:
        return []
    stated = [kind for kind in KINDS.values() if kind.has_status]
    about = [kind for kind in stated if kind.table == PANELS[sheet.panel].table]
    if name.startswith(("ego:", "pair:")):
        missing = sum(part.get(tie.id) is None for tie in part.whole.ties_of_pair(ids_in(name)))
    else:
        missing = sum(part.left_out(kind.table) for kind in about or stated)
    return [Para(_told(missing, about[0].singular if about else "statement"))] if missing else []


def list_omissions(part: Dossier, table: str) -> str:
    """The line below a list in `part` of a dossier, short enough for 80 columns; empty when nothing is missing."""
    missing = part.left_out(table) if table in part.tables else 0
    return f"{missing:,} left out; {KEY} shows all" if missing else ""


def _told(missing: int, one: str, about: str = "") -> Spans:
    are = f"{one}{about} is" if missing == 1 else f"{one}s{about} are"
    return (Span(f"Reported only: {missing:,} more {are} left out.", "dim"),)


def scope_omissions(builder: SpanBuilder, ties: Iterable[Tie] | None = None, *, named: bool = True) -> list[Block]:
    """How many of `ties` (all of the dossier when None) the scope leaves out, and why. Nothing when all are inside.

    When they are few, those that their status keeps out are `named`: each is a link.
    """
    scope, dossier = builder.scope, builder.dossier
    named = named and ties is not None
    by_status: dict[str, list[Tie]] = {}
    other_kinds = other_sides = 0
    wide = scope._replace(statuses=frozenset())
    any_kind = wide._replace(kinds=frozenset())
    for tie in dossier.records_of(Tie) if ties is None else ties:
        if scope.admits(dossier, tie):
            continue
        if wide.admits(dossier, tie):
            by_status.setdefault(str(tie.status), []).append(tie)
        elif any_kind.admits(dossier, tie):
            other_kinds += 1
        else:
            other_sides += 1
    parts = [_status(builder, status, by_status[status], named) for status in STATUSES if status in by_status]
    if other_kinds:
        parts.append((Span(f"{other_kinds:,} of kinds that are switched off"),))
    if other_sides:
        parts.append((Span(f"{other_sides:,} that touch none of the chosen sides"),))
    return [Para((Span("Left out: ", "label"), *joined(parts, "; ")))] if parts else []


def _status(builder: SpanBuilder, status: str, ties: list[Tie], named: bool) -> Spans:
    role: Role = f"status-{status}"  # type: ignore[assignment]
    counted = (Span(f"{len(ties):,} {STATUS_GLYPHS[status]} {status}", role),)
    if not named or len(ties) > FEW:
        return counted
    return (*counted, Span(" ("), *joined(_called(builder, tie) for tie in ties), Span(")"))


def _called(builder: SpanBuilder, tie: Tie) -> Spans:
    ends = (" → " if tie.directed else " – ").join(builder.short(end) for end in tie.ends[:FEW])
    return (builder.kind(tie), Span(f" {ends}", "dim"))
