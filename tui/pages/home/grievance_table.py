"""Grievances and requests: who asks what of whom, as a small table of signs, and as lines in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.dossier.grievances import VOICES, by_expecting, by_pair, grievances, outcome_counts, speakers, voice_counts
from tui.dossier.kinds import Expectation, is_settled
from tui.dossier.values.vocabulary import (
    OUTCOME_GLYPHS,
    STATUS_GLYPHS,
    STATUSES,
    VOICE_CONNECTIVES,
    VOICE_GLYPHS,
    count_noun,
    words,
)
from tui.pages.chart_blocks import CrossTable
from tui.pages.page import BULLET, Block, Entry, Section, Span, Spans, joined
from tui.pages.phrases import READ_BY_EDITOR, in_few_words
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more

_PAIRS = 7
"""The most pairs of actors."""
_LEAST_FILLED = 4
"""A table has no more cells than this for each pair: one that is nearly empty says less than lines do."""
_FEWEST, _COLUMNS = 3, 5
"""The fewest pairs in a table, and the most actors in it that expect something."""
_SPEAKERS = 2
"""The most speakers that a line names."""
_EXPECTED = 48
"""The most characters of what was expected in one row."""
_NO_OUTCOME = "none-recorded"
"""The outcome of a row of which none is recorded."""
_TITLE = "Grievances and requests"


def grievance_blocks(builder: SpanBuilder, *, whole: bool = False) -> list[Block]:
    """Those who complain, ask or warn, those of whom, and what came of it; nothing when nobody does.

    `whole`: as lines, each with what was expected.
    """
    raised = grievances(builder.dossier, builder.as_of).raised
    counted = [row for row in raised if builder.counts(row)]
    if not raised:
        return []
    pairs = [pair for rows in by_expecting(counted).values() for pair in by_pair(rows).values()]
    voices = joined((Span(f"{VOICE_GLYPHS[voice]} {words(voice)}", "dim"),) for voice in voice_counts(counted))
    unsettled = sum(not is_settled(row) for row in raised)
    later = len(raised) - len(counted) - unsettled
    omitted = joined(
        (Span(count_noun(number, what), "dim"),)
        for number, what in ((unsettled, "unsettled row"), (later, "later row"))
        if number
    )
    heading = Section(_TITLE, link="grievances:", compact=True, note=joined((voices, omitted), "; "))
    shown = _fairly_limited(pairs, _PAIRS)
    more = and_more(len(counted) - sum(map(len, shown)), "grievances:", f"of {len(counted):,} rows")
    entries = [_grievance(builder, merged, whole=whole) for merged in _merged(builder, shown, whole=whole)]
    entries += [Entry(BULLET, more)] if more else []
    if whole:
        return [heading, *entries]
    return _table(builder, shown, (omitted, more), (heading, *entries)) or [heading, *entries]


def _table(
    builder: SpanBuilder,
    pairs: list[list[Expectation]],
    notes: tuple[Spans, Spans],
    twin: tuple[Section | Entry, ...],
) -> list[Block]:
    """The pairs as a table, with what its signs mean: those of whom below each other, those who expect side by side.

    `notes`: what is omitted, and how many rows more there are. Nothing where the table would be nearly empty.
    """
    expecting = list(dict.fromkeys(rows[0].expecting for rows in pairs))
    of = list(dict.fromkeys(rows[0].of for rows in pairs))
    if len(pairs) < _FEWEST or len(expecting) > _COLUMNS or len(expecting) * len(of) > _LEAST_FILLED * len(pairs):
        return []
    by_cell = {(rows[0].expecting, rows[0].of): rows for rows in pairs}
    rows = tuple(
        (
            builder.short_name(other)[0],
            tuple(_cell(builder, by_cell[actor, other]) if (actor, other) in by_cell else () for actor in expecting),
        )
        for other in of
    )
    labels = tuple(builder.short_name(actor)[0] for actor in expecting)
    omitted, more = notes
    heading = Section(_TITLE, link="grievances:", compact=True, note=omitted)
    return [CrossTable(labels, rows, joined((_legend(builder, pairs), more), "  "), twin, "", heading, "by")]


def _cell(builder: SpanBuilder, rows: Sequence[Expectation]) -> Spans:
    """`!⊘  !»↯`: of rows alike the voice and its status unless reported, how many they are (`!2↯`), and their outcome.

    The status stands with the voice: that a complaint is reported does not say that what it expects is. An outcome of
    which none is recorded has no glyph. What stands for one row leads to it, what stands for several to all grievances.
    """
    spans: list[Span] = []
    for (voiced, outcome, status), found in _alike(rows).items():
        if spans:
            spans.append(Span("  "))
        [words_of_it] = builder.outcome(outcome)
        number = f"{len(found):,}" if len(found) > 1 else ""
        target = "grievances:" if number else found[0].id
        is_known = outcome != _NO_OUTCOME
        voice = Span(VOICE_GLYPHS[voiced], "dim")
        spans.append(voice if is_known else Span(f"{voice.text}{number}", "dim", target))
        if status != "reported":
            spans.append(Span(STATUS_GLYPHS[status], status_role(status)))
        if is_known:
            spans.append(Span(f"{number}{OUTCOME_GLYPHS[outcome]}", words_of_it.role, target))
    return tuple(spans)


def _alike(rows: Iterable[Expectation]) -> dict[tuple[str, str, str], list[Expectation]]:
    """Rows by voice, outcome and status."""
    grouped: dict[tuple[str, str, str], list[Expectation]] = {}
    for row in sorted(rows, key=lambda row: VOICES.index(row.voiced) if row.voiced in VOICES else len(VOICES)):
        grouped.setdefault((row.voiced, row.outcome, row.status), []).append(row)
    return grouped


def _legend(builder: SpanBuilder, pairs: Iterable[Sequence[Expectation]]) -> Spans:
    """The voices, outcomes and statuses in the cells, in words."""
    rows = [row for pair in pairs for row in pair]
    voices = ((Span(f"{VOICE_GLYPHS[voice]} {words(voice)}", "dim"),) for voice in voice_counts(rows))
    outcomes = (builder.outcome(outcome) for outcome in outcome_counts(rows) if outcome != _NO_OUTCOME)
    has_none = any(row.outcome == _NO_OUTCOME for row in rows)
    without = ((Span("else none recorded", "dim"),),) if has_none else ()
    used = {row.status for row in rows} - {"reported"}
    statuses = (builder.status(status) for status in STATUSES if status in used)
    return joined((*voices, *outcomes, *without, *statuses), "  ")


# In words.


def _fairly_limited(pairs: list[list[Expectation]], most: int) -> list[list[Expectation]]:
    """At most `most` pairs, in file order; no expecting actor is left out in favour of another's second pair."""
    pairs_of: Counter[str] = Counter()
    ranks: list[tuple[int, int]] = []
    for position, rows in enumerate(pairs):
        ranks.append((pairs_of[rows[0].expecting], position))
        pairs_of[rows[0].expecting] += 1
    return [pairs[position] for position in sorted(position for _, position in sorted(ranks)[:most])]


def _merged(builder: SpanBuilder, pairs: Iterable[list[Expectation]], *, whole: bool) -> list[list[list[Expectation]]]:
    """Pairs grouped where several actors expect of one, with the same voices, outcomes and statuses, in such words.

    `whole`: and where they expect the same, for the line says what.
    """
    groups: dict[tuple[object, ...], list[list[Expectation]]] = {}
    for rows in pairs:
        alike = [(row.voiced, row.outcome, row.status, _others_words(builder, row)) for row in rows]
        wanted = [row.expected for row in rows] if whole else []
        groups.setdefault((rows[0].of, *alike, *wanted), []).append(rows)
    return list(groups.values())


def _others_words(builder: SpanBuilder, row: Expectation) -> tuple[str, ...]:
    """In whose words an attributed row stands; nobody where it is those of the actor that expects."""
    found = speakers(builder.dossier, row) if row.status == "attributed" else ()
    return found if found != (row.expecting,) else ()


def _said_by(builder: SpanBuilder, ids: Sequence[str]) -> Spans:
    return (Span(", said by ", "dim"), *builder.speakers(ids, most=_SPEAKERS)) if ids else ()


def _expected(rows: Iterable[Expectation]) -> Spans:
    """What was expected, each once, and whether all of that is the editor's reading.

    Of what differs the first, where there is no room for all, and how many more.
    """
    rows = tuple(rows)
    wanted = list(dict.fromkeys(row.expected for row in rows))
    words = in_few_words("; ".join(in_few_words(text, _EXPECTED) for text in wanted), _EXPECTED)
    lead = READ_BY_EDITOR if all(row.stated is False for row in rows) else ""
    if len(wanted) > 1 and words.endswith("…"):
        first = Span(f"{lead}{in_few_words(wanted[0], _EXPECTED)}", "dim")
        return first, Span("; ", "dim"), *and_more(len(wanted) - 1, "grievances:")
    return (Span(f"{lead}{words}", "dim"),)


def _grievance(builder: SpanBuilder, pairs: list[list[Expectation]], *, whole: bool) -> Entry:
    """One line for pairs grouped by `_merged`. The outcome of a single row links to it, any other to the view.

    Outcomes with commas between share the voice before and the status after them, which is left out if reported, and
    the speakers. The speakers of all rows are named with the actors.
    """
    rows = pairs[0]
    alike: dict[tuple[str, str, tuple[str, ...]], list[Expectation]] = {}
    for row in rows:
        alike.setdefault((row.voiced, row.status, _others_words(builder, row)), []).append(row)
    parts: list[Spans] = []
    before: str = rows[0].voiced
    for (voice, status, others), same in alike.items():
        outcomes: list[Spans] = []
        for outcome, count in outcome_counts(same).items():
            [span] = builder.outcome(outcome)
            label = f"{OUTCOME_GLYPHS[outcome]} {count:,} {words(outcome)}" if count > 1 else span.text
            row_id = next(row.id for row in same if row.outcome == outcome)
            outcomes.append((Span(label, span.role, row_id if count == len(pairs) == 1 else "grievances:"),))
        lead = (Span(f"{VOICE_GLYPHS[voice]} ", "dim"),) if voice != before else ()
        firmness = (Span(" "), *builder.status(status)) if status != "reported" else ()
        said_by = _said_by(builder, others) if len(alike) > 1 else ()
        parts.append((*lead, *joined(outcomes), *firmness, *said_by))
        before = voice
    expecting = joined(builder.short_name(pair[0].expecting, inside=bool(place)) for place, pair in enumerate(pairs))
    connective = Span(f" {VOICE_CONNECTIVES[rows[0].voiced]} ", "dim")
    said_by = _said_by(builder, _others_words(builder, rows[0])) if len(alike) == 1 else ()
    spans = (*expecting, connective, *builder.short_name(rows[0].of, inside=True), *said_by)
    below = _expected(row for pair in pairs for row in pair) if whole else ()
    return Entry(Span(VOICE_GLYPHS[rows[0].voiced], "dim"), spans, joined(parts, "; "), below)
