"""The ties of an actor that has many, drawn as their kinds with the numbers of ties; one kind at a time is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.values.vocabulary import (
    AGAINST,
    MIXED_GLYPH,
    NEITHER,
    STATUS_GLYPHS,
    STATUSES,
    WITH,
    count_noun,
    words,
)
from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.pages.moment_marks import change
from tui.pages.network.line_styles import drawn_by, line_legend
from tui.pages.network.tie_signs import short_ego_link, ties_section
from tui.pages.page import Block, Entry, Page, Para, Section, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more
from tui.pages.views.registry import ego_view_id

OPENED = "opened"
"""The anchor of the ties of the opened kind."""
_TITLES = "ties against", "ties with"
_NAMES = 6
"""The most actors named beside a kind."""


def ties_by_kind(
    builder: SpanBuilder, actor: str, ties: Sequence[Tie], opened: str, mixed: Collection[str] = ()
) -> list[Block]:
    """The diagram of kinds, its legend, the kinds without a sign, and the ties of the kind that is `opened`.

    Those who are with and against the actor, the `mixed`, are marked on both sides.
    A kind leads to the view in which it is opened, and the opened one to that in which none is. The only one is opened.
    """
    kinds = dict.fromkeys(tie.kind for tie in ties)
    if len(kinds) == 1:
        opened = next(iter(kinds))
    drawn = {sign: _arms(builder, actor, ties, sign, opened, mixed) for sign in (AGAINST, WITH)}
    blocks: list[Block] = [EgoDiagram(Span(builder.short(actor), "strong"), drawn[AGAINST], drawn[WITH], _TITLES)]
    without = _of_sign(ties, NEITHER)
    used = _told_by_glyph([*_of_sign(ties, AGAINST).values(), *_of_sign(ties, WITH).values(), *without.values()])
    lines = line_legend(arm.line for arms in drawn.values() for arm in arms)
    if legend := joined((lines, *(builder.status(status) for status in STATUSES if status in used)), "   "):
        blocks.append(Para(legend))
    if without:
        blocks.append(Section("Kinds of ties without a sign", len(without)))
    for kind, of_kind in without.items():
        name = _name(actor, kind, of_kind, opened)
        blocks.append(
            Entry(
                builder.sign(NEITHER),
                (name,),
                _statuses(builder, actor, of_kind),
                _names(builder, actor, kind, of_kind),
            )
        )
    if opened:
        blocks += _opened(builder, actor, [tie for tie in ties if tie.kind == opened], opened)
    return blocks


def opened_alone(page: Page, target: str) -> Page:
    """The ties of the opened kind with the title, where `target` leads to them; else all of the view."""
    start = next((at for at, block in enumerate(page.blocks) if getattr(block, "anchor", "") == OPENED), 0)
    if not start or target.partition("#")[2] != OPENED:
        return page
    return Page(target, (page.blocks[0], *page.blocks[start:]))


def _of_sign(ties: Sequence[Tie], sign: str) -> dict[str, list[Tie]]:
    """Kind -> its ties with this sign, the kind with the most first."""
    by_kind: dict[str, list[Tie]] = {}
    for tie in ties:
        if tie.polarity == sign:
            by_kind.setdefault(tie.kind, []).append(tie)
    return dict(sorted(by_kind.items(), key=lambda item: -len(item[1])))


def _arms(
    builder: SpanBuilder, actor: str, ties: Sequence[Tie], sign: str, opened: str, mixed: Collection[str]
) -> tuple[Arm, ...]:
    return tuple(
        Arm(_name(actor, kind, of_kind, opened), _words(builder, actor, kind, of_kind, mixed), *drawn_by(of_kind))
        for kind, of_kind in _of_sign(ties, sign).items()
    )


def _name(actor: str, kind: str, ties: Sequence[Tie], opened: str) -> Span:
    """How many ties of a kind there are, as a link that opens or closes it: `165 treaty alliance`."""
    link = ego_view_id(actor) if kind == opened else f"{ego_view_id(actor, kind)}#{OPENED}"
    return Span(f"{len(ties):,} {words(kind)}", "highlight" if kind == opened else "strong", link)


def _words(builder: SpanBuilder, actor: str, kind: str, ties: Sequence[Tie], mixed: Collection[str]) -> Spans:
    """Of which status the ties of a kind are, and with whom, as links to these."""
    return joined((_statuses(builder, actor, ties), _names(builder, actor, kind, ties, mixed)), "\n")


def _names(builder: SpanBuilder, actor: str, kind: str, ties: Sequence[Tie], mixed: Collection[str] = ()) -> Spans:
    """The other actors of ties of a kind, those of the firmest ties first; of many the first, and how many more."""
    firmest_first = sorted(ties, key=lambda tie: STATUSES.index(counted_as(tie)))
    others = list(dict.fromkeys(end for tie in firmest_first for end in tie.ends if end != actor))
    shown = others if len(others) <= _NAMES else others[: _NAMES - 1]
    more = and_more(len(others) - len(shown), f"{ego_view_id(actor, kind)}#{OPENED}")
    mark = Span(f" {MIXED_GLYPH}", "sign-mixed")
    names = ((short_ego_link(builder, other), *((mark,) if other in mixed else ())) for other in shown)
    return joined((*names, more))


def _told_by_glyph(kinds: Sequence[Sequence[Tie]]) -> set[str]:
    """The statuses that stand beside a kind without their words: those of a kind that has several."""
    statuses = ({str(counted_as(tie)) for tie in ties} for ties in kinds)
    return {status for of_kind in statuses if len(of_kind) > 1 for status in of_kind}


def _statuses(builder: SpanBuilder, actor: str, ties: Sequence[Tie]) -> Spans:
    """How many ties are of which status, and how many have changed: `● 9  » 3  2 ↑ came`, `● all reported`.

    Of ties among several actors it says how many of these there are.
    """
    by_status = Counter[str](counted_as(tie) for tie in ties)
    changes = Counter(filter(None, (change(builder, tie.id) for tie in ties)))
    parts: list[Spans] = []
    for status in STATUSES:
        if number := by_status[status]:
            told = f"{number:,}" if number < len(ties) else status if number == 1 else f"all {status}"
            parts.append((Span(f"{STATUS_GLYPHS[status]} {told}", status_role(status)),))
    if (others := _other_actors(actor, ties)) > len(ties):
        parts.append((Span(f"{others:,} actors", "dim"),))
    parts += [(Span(f"{number:,} {what}", "strong"),) for what, number in changes.items()]
    return joined(parts, "  ")


def _other_actors(actor: str, ties: Sequence[Tie]) -> int:
    return len({end for tie in ties for end in tie.ends} - {actor})


def _opened(builder: SpanBuilder, actor: str, ties: list[Tie], kind: str) -> list[Block]:
    if not ties:
        return [Para((Span(f"No tie of the kind {words(kind)} is counted.", "dim"),), anchor=OPENED)]
    note = (Span(count_noun(_other_actors(actor, ties), "other actor"), "dim"),)
    entries = ties_section(builder, "", ties, actor, actor)[1:]
    return [Section(words(kind).capitalize(), len(ties), OPENED, note=note), *entries]
