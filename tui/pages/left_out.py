"""The line that says what a sheet leaves out, so that nobody takes a choice for the whole. May not know the sheet."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.model import Tie
from tui.dossier.pairs import ties_of
from tui.dossier.scope import STATUSES
from tui.dossier.vocabulary import STATUS_GLYPHS
from tui.pages.page import Block, Para, Role, Span, Spans, joined
from tui.pages.phrases import FEW, Phrases


def left_out(phrases: Phrases, ties: Iterable[Tie] | None = None, *, named: bool = True) -> list[Block]:
    """How many of `ties` (all of the dossier when None) the scope leaves out, and why. Nothing when all are inside.

    When they are few, those that their status keeps out are `named`: each is a link.
    """
    scope, dossier = phrases.scope, phrases.dossier
    named = named and ties is not None
    by_status: dict[str, list[Tie]] = {}
    other_kinds = other_sides = 0
    wide = scope._replace(statuses=frozenset())
    any_kind = wide._replace(kinds=frozenset())
    for tie in ties_of(dossier) if ties is None else ties:
        if scope.admits(dossier, tie):
            continue
        if wide.admits(dossier, tie):
            by_status.setdefault(str(tie.status), []).append(tie)
        elif any_kind.admits(dossier, tie):
            other_kinds += 1
        else:
            other_sides += 1
    parts = [_status(phrases, status, by_status[status], named) for status in STATUSES if status in by_status]
    if other_kinds:
        parts.append((Span(f"{other_kinds:,} of kinds that are switched off"),))
    if other_sides:
        parts.append((Span(f"{other_sides:,} that touch none of the chosen sides"),))
    return [Para((Span("Left out: ", "label"), *joined(parts, "; ")))] if parts else []


def _status(phrases: Phrases, status: str, ties: list[Tie], named: bool) -> Spans:
    role: Role = f"status-{status}"  # type: ignore[assignment]
    counted = (Span(f"{len(ties):,} {STATUS_GLYPHS[status]} {status}", role),)
    if not named or len(ties) > FEW:
        return counted
    return (*counted, Span(" ("), *joined(_called(phrases, tie) for tie in ties), Span(")"))


def _called(phrases: Phrases, tie: Tie) -> Spans:
    ends = (" → " if tie.directed else " – ").join(phrases.short(end) for end in tie.ends[:FEW])
    return (phrases.kind(tie), Span(f" {ends}", "dim"))
