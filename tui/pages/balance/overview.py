"""The balance of the signed ties at a glance: what is counted, unbalanced triangles, smallest changes, camps."""

from __future__ import annotations

from collections.abc import Callable

from tui.dossier.network.balance import Balance, Triangle
from tui.pages.balance.answer_rows import answer_rows, counted_rows, section
from tui.pages.balance.camps import across, camps
from tui.pages.balance.options import options
from tui.pages.balance.pair_entries import MOST, PairEntries
from tui.pages.balance.triangle import READING_AID, sentence_link
from tui.pages.page import Block, Entry, Fields, Page, Para, Section, Span, Title, joined
from tui.pages.span_builder import SpanBuilder


def balance_page(
    builder: SpanBuilder,
    result: Balance,
    alternative: Balance | None = None,
    pause: Callable[[], object] = lambda: None,
) -> Page:
    """The page of `result`, and how the result changes in `alternative`, which includes other statuses.

    `pause` is called between the sections, so that a worker can let other work go first.
    """
    blocks: list[Block] = [
        Title((Span("Balance", "strong"),), (Span("of the signed ties", "dim"),)),
        Para((Span(READING_AID, "dim"),)),
        Fields((*counted_rows(builder, result), *answer_rows(result))),
    ]
    for section_of in (_triangles, options, camps, across, _actors, _mixed):
        pause()
        blocks += section_of(builder, result)
    if alternative is not None:
        pause()
        blocks += _changes(builder, result, alternative)
    return Page("balance:", tuple(blocks))


def _triangles(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The unbalanced triangles as sentences, each with its evidence and what it rests on unless that is reported."""
    census, pairs = result.census, PairEntries(builder, result)
    entries = [
        _triangle(pairs, triangle)._replace(below=pairs.evidence(triangle), apart=True)
        for triangle in census.unbalanced[:MOST]
    ]
    return section("Unbalanced triangles", entries, census.total_unbalanced)


def _triangle(pairs: PairEntries, triangle: Triangle) -> Entry:
    mark = Span("△", "outcome-bad")
    return Entry(mark, (sentence_link(pairs.builder, triangle),), pairs.rests_on(triangle))


def _actors(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The number of unbalanced triangles each actor is in, the highest first."""
    number_of = result.census.unbalanced_of
    positions = {actor: position for position, actor in enumerate(result.actors)}
    actors = sorted(number_of, key=lambda actor: (-number_of[actor], positions[actor]))
    dot = Span("·", "dim")
    entries = [Entry(dot, builder.name(actor), (Span(f"{number_of[actor]:,}"),)) for actor in actors[:MOST]]
    return section("Actors by unbalanced triangles", entries, len(actors))


def _mixed(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The pairs that are with and against each other."""
    pairs = PairEntries(builder, result)
    entries = [pairs.entry([ends]) for ends in list(result.mixed)[:MOST]]
    return section("Mixed pairs (not counted)", entries, len(result.mixed))


def _changes(builder: SpanBuilder, result: Balance, alternative: Balance) -> list[Block]:
    """The result with other statuses included, beside the one above: numbers, triangles, options and camps."""
    statuses = joined(map(builder.status, sorted(alternative.included)))
    lead = (Span("With "), *statuses, Span(" ties")) if statuses else (Span("Without unsettled ties"),)
    before, after = dict(answer_rows(result)), dict(answer_rows(alternative))
    rows = tuple(
        (label, (*before[label], Span("  →  ", "dim"), *spans))
        if label in before and before[label] != spans
        else (label, spans)
        for label, spans in after.items()
    )
    other_options = result.frustration.changes != alternative.frustration.changes
    other_camps = [part.camps for part in result.parts] != [part.camps for part in alternative.parts]
    differences = [
        *_only_in(builder, "Further unbalanced triangles", alternative, result),
        *_only_in(builder, "Triangles no longer unbalanced", result, alternative),
        *(_retitled(options(builder, alternative), alternative) if other_options else ()),
        *(_retitled(camps(builder, alternative), alternative) if other_camps else ()),
    ]
    same = before == after
    verdict = ":" if not same else ": the same numbers, but not the same result." if differences else ": the same."
    return [
        Section("How the result changes"),
        Para((*lead, Span(verdict))),
        *([] if same else [Fields(rows)]),
        *differences,
    ]


def _only_in(builder: SpanBuilder, title: str, result: Balance, other: Balance) -> list[Block]:
    """The unbalanced triangles of `result` that `other` does not have."""
    known, pairs = frozenset(other.census.unbalanced), PairEntries(builder, result)
    triangles = [triangle for triangle in result.census.unbalanced if triangle not in known]
    return section(title, [_triangle(pairs, triangle) for triangle in triangles[:MOST]], len(triangles))


def _retitled(blocks: list[Block], alternative: Balance) -> list[Block]:
    """Sections of the alternative, under headings that say so."""
    remark = "with those ties counted" if alternative.included else "without those ties"
    return [
        block._replace(title=f"{block.title} {remark}") if isinstance(block, Section) else block for block in blocks
    ]
