"""Home: what a dossier is about, who stands where, the grievances, what is contested.

Every start shows it, so it counts in single passes and needs no index of the links. Every list on it is bounded, and
what is left off is one link away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from tui.dossier.grievances import by_expecting, by_pair, grievances, outcome_counts, settled, voice_counts
from tui.dossier.kinds import KINDS, Claim, Expectation, Quote, Source, counted_as, is_settled
from tui.dossier.network.alignment import SIGNS, Alignment, alignments, most_tied
from tui.dossier.network.blocs import members
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import (
    NEITHER,
    OUTCOME_GLYPHS,
    STATUS_GLYPHS,
    STATUSES,
    UNSETTLED,
    VOICE_GLYPHS,
    count_noun,
    words,
)
from tui.pages.page import Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief, omitted_ties

_SIDES = 4
_NAMES, _FEWER_NAMES, _CROWD = 8, 3, 24
"""The most names of each sign; the second where the sides together are tied to more actors than the third number."""
_PAIRS = 7
_CONTESTED = 3
_SUMMARY = 150
"""A longer summary, in characters, is shown up to the end of a sentence; the view about the dossier has all of it."""
_STOPS, _CLOSERS = ".!?…։。", '”»")]'
_STATUS_NOUNS = {"judgement": "judged"}


def overview_page(builder: SpanBuilder) -> Page:
    """The whole dossier at a glance; every item is a link."""
    head = builder.dossier.head
    blocks: list[Block] = [Title((Span(head.title, "strong"),), _masthead(builder))]
    if head.summary:
        blocks.append(Para(builder.prose(opening(head.summary)), (Span("Read on", "dim", "about:"),)))
    blocks += _alignments(builder)
    blocks += _grievances(builder)
    blocks += _certainty(builder)
    if not builder.dossier.records:
        words = "Nothing is written in this dossier yet. Press r once there is, ? for the keys."
        blocks.append(Para((Span(words, "dim"),)))
    return Page("overview:", tuple(blocks))


def opening(summary: str) -> str:
    """The first sentences of a summary: as many as there is room for, and at least one."""
    text = " ".join(summary[: 8 * _SUMMARY].split())
    if len(text) <= _SUMMARY:
        return text
    ends = list(_sentence_ends(text))
    if fitting := [end for end in ends if end <= _SUMMARY]:
        return text[: fitting[-1]]
    if ends and ends[0] <= 2 * _SUMMARY:
        return text[: ends[0]]
    return f"{text[:_SUMMARY].rsplit(' ', 1)[0]} …"


def _sentence_ends(text: str) -> Iterator[int]:
    """The offsets at which sentences end. A full stop after a short word may belong to an abbreviation (`Dr.`)."""
    for offset, mark in enumerate(text):
        if mark in _STOPS:
            end = offset + 1
            while text[end : end + 1] and text[end] in _CLOSERS:
                end += 1
            word = text[max(0, offset - 6) : offset].rstrip(_CLOSERS)[-4:]
            if mark == "。" or (text[end : end + 1] in ("", " ") and len(word) == 4 and word.isalnum()):
                yield end


def _masthead(builder: SpanBuilder) -> Spans:
    tables = builder.dossier.tables
    parts: list[Spans] = [builder.date(builder.dossier.head.as_of, "")]
    for table in (Source.TABLE, Quote.TABLE):
        if count := len(tables[table]):
            parts.append((Span(KINDS[table].counted(count), "dim", f"panel:{table}"),))
    if warnings := builder.dossier.warnings:
        parts.append((Span(count_noun(warnings, "warning"), "dim", "about:"),))
    return joined(parts, " · ")


# Who stands where.


def _alignments(builder: SpanBuilder) -> list[Block]:
    """A row for each side. A tie that only its status excludes is counted as not shown, on the row of each end."""
    dossier, scope = builder.dossier, builder.scope
    of_any_status = scope._replace(statuses=frozenset()).ties(dossier)
    ties = [tie for tie in of_any_status if counted_as(tie) not in scope.statuses]
    excluded = [tie for tie in of_any_status if counted_as(tie) in scope.statuses]
    sides = [str(side) for side in dict.fromkeys(dossier.head.sides) if dossier.actor(side)]
    not_shown = Counter(str(end) for tie in excluded for end in dict.fromkeys(tie.ends))
    unsettled = all(not is_settled(tie) for tie in excluded)
    headings: list[Span] = []
    values: list[Spans] = []
    aligned = alignments(ties, sides[:_SIDES] or most_tied(dossier, ties, 2))
    most = _NAMES if sum(map(len, aligned.values())) <= _CROWD else _FEWER_NAMES
    belonging = members(dossier, ties)
    for actor, others in aligned.items():
        headings += builder.name(actor)
        blocs = {bloc: str(counted_as(inside[actor])) for bloc, inside in belonging.items() if actor in inside}
        its_members = {member: str(counted_as(tie)) for member, tie in belonging.get(actor, {}).items()}
        parts = [_sign(builder, sign, others, most, blocs.keys() | its_members.keys()) for sign in SIGNS]
        for lead, statuses in (("member of ", blocs), ("members ", its_members)):
            if statuses:
                parts.append((Span(lead, "dim"), *_by_status(builder, statuses, most)))
        row = joined(parts, "  ") or (Span("no ties that count", "dim"),)
        if not_shown[actor]:
            number = not_shown[actor]
            # All of Home fits on 80×24, so the row says no more than it must; Alliances says the rest.
            omitted = f"{number:,} unsettled" if unsettled else omitted_ties(number, unsettled=False)
            row = joined((row, (Span(omitted, "dim", "panel:alliances"),)), "  ")
        values.append(row)
    if more := sides[_SIDES:]:
        headings.append(Span("And", "label"))
        values.append(builder.names(more, most=_NAMES))
    if not values:
        return []
    fields = Fields(tuple(zip((heading.text for heading in headings), values, strict=True)), headings=tuple(headings))
    return [fields] if sides else [Section("Who has the most ties", link="panel:alliances"), fields]


def _sign(
    builder: SpanBuilder, sign: str, alignments: Iterable[Alignment], most: int, by_membership: Collection[str]
) -> Spans:
    """`+ with Russia; ◇ judgement: Belarus, Kazakhstan`.

    Under neither sign, the actors that are tied `by_membership` are left out: the row names them as such.
    """
    statuses = {
        other.actor: other.status
        for other in alignments
        if other.sign == sign and not (sign == NEITHER and other.actor in by_membership)
    }
    if not statuses:
        return ()
    lead = (Span("~ mixed", "sign-neither"),) if sign == MIXED else builder.sign_words(sign)
    return (*lead, Span(" "), *_by_status(builder, statuses, most))


def _by_status(builder: SpanBuilder, statuses: Mapping[str, str], most: int) -> Spans:
    """Actors with their status, the firmest first: `Russia; ◇ judgement: Belarus, Kazakhstan`; at most `most`."""
    parts: list[Spans] = []
    room = most
    for status in STATUSES:
        if names := [actor for actor, its_status in statuses.items() if its_status == status][:room]:
            label = () if status == "reported" else (*builder.status(status), Span(": ", "dim"))
            parts.append((*label, *joined(map(builder.short_name, names))))
            room -= len(names)
    return joined((joined(parts, "; "), and_more(len(statuses) - most)), " ")


# Grievances and requests.


def _grievances(builder: SpanBuilder) -> list[Block]:
    ledger = grievances(builder.dossier)
    counted = settled(ledger.open)
    pairs = [pair for rows in by_expecting(counted).values() for pair in by_pair(rows).values()]
    unsettled = Counter(str(counted_as(row)) for row in ledger.open if not is_settled(row))
    omitted = ", ".join(f"{unsettled[status]:,} {STATUS_GLYPHS[status]}" for status in STATUSES if unsettled[status])
    if not pairs and not omitted:
        return []
    legend = ", ".join(f"{VOICE_GLYPHS[voice]} {words(voice)}" for voice in voice_counts(counted)) or "none counted"
    title = f"Grievances and requests: {legend}{f'; {omitted} not shown' if omitted else ''}"
    blocks: list[Block] = [Section(title, link="grievances:", compact=True)]
    for merged in _merged(_fairly_limited(pairs, _PAIRS)):
        blocks.append(_grievance(builder, merged))
    if more := and_more(len(pairs) - _PAIRS, "grievances:"):
        blocks.append(Entry(Span("·", "dim"), more))
    return blocks


def _fairly_limited(pairs: list[list[Expectation]], most: int) -> list[list[Expectation]]:
    """At most `most` pairs, in file order; no expecting actor is left out in favour of another's second pair."""
    pairs_of: Counter[str] = Counter()
    ranks: list[tuple[int, int]] = []
    for position, rows in enumerate(pairs):
        ranks.append((pairs_of[rows[0].expecting], position))
        pairs_of[rows[0].expecting] += 1
    return [pairs[position] for position in sorted(position for _, position in sorted(ranks)[:most])]


def _merged(pairs: Iterable[list[Expectation]]) -> list[list[list[Expectation]]]:
    """Pairs grouped where several actors expect of the same one, with the same voices, outcomes and statuses."""
    groups: dict[tuple[str, ...], list[list[Expectation]]] = {}
    for rows in pairs:
        key = (rows[0].of, *(part for row in rows for part in (row.voiced, row.outcome, row.status)))
        groups.setdefault(key, []).append(rows)
    return list(groups.values())


def _grievance(builder: SpanBuilder, pairs: list[list[Expectation]]) -> Entry:
    """One line for pairs grouped by `_merged`. The outcome of a single row links to it, any other to the view."""
    rows = pairs[0]
    by_voice: dict[str, list[Expectation]] = {}
    for row in rows:
        by_voice.setdefault(row.voiced, []).append(row)
    parts: list[Spans] = []
    for number, (voice, voiced) in enumerate(by_voice.items()):
        for outcome, count in outcome_counts(voiced).items():
            [span] = builder.outcome(outcome)
            label = f"{OUTCOME_GLYPHS[outcome]} {count:,} {words(outcome)}" if count > 1 else span.text
            row_id = next(row.id for row in voiced if row.outcome == outcome)
            lead = (Span(f"{VOICE_GLYPHS[voice]} ", "dim"),) if number else ()
            parts.append((*lead, Span(label, span.role, row_id if count == len(pairs) == 1 else "grievances:")))
    judged = all(row.status == "judgement" for row in rows)
    tail = (*joined(parts), *((Span(" "), *builder.status("judgement")) if judged else ()))
    expecting = joined(builder.short_name(pair[0].expecting) for pair in pairs)
    spans = (*expecting, Span(" of ", "dim"), *builder.short_name(rows[0].of))
    return Entry(Span(VOICE_GLYPHS[rows[0].voiced], "dim"), spans, tail)


# What is contested, and how certain the rest is.


def _certainty(builder: SpanBuilder) -> list[Block]:
    tables = builder.dossier.tables
    claims = [claim for claim in builder.dossier.records_of(Claim) if claim.status in ("contested", "denied")]
    blocks: list[Block] = [_contested(builder, claim) for claim in claims[:_CONTESTED]]
    if more := and_more(len(claims) - _CONTESTED, "versions:"):
        blocks.append(Entry(Span("·", "dim"), more))
    stated = (record for kind in KINDS.values() if kind.has_status for record in tables[kind.table])
    counts = Counter(str(getattr(record, "status", "")) for record in stated)
    if shares := joined((_share(status, counts[status]) for status in STATUSES if counts[status]), "  "):
        first, *rest = shares
        mark, _, number = first.text.partition(" ")
        blocks.append(Entry(Span(mark, first.role), (first._replace(text=number), *rest)))
    title = "What is contested, and how certain the rest is" if claims else "How certain it is"
    heading = Section(title, link="versions:" if claims else "panel:claims", compact=True)
    return [heading, *blocks] if blocks else []


def _share(status: str, count: int) -> Spans:
    target = "versions:" if status in UNSETTLED else "panel:claims"
    label = f"{STATUS_GLYPHS[status]} {count:,} {_STATUS_NOUNS.get(status, status)}"
    return (Span(label, status_role(status), target),)


def _contested(builder: SpanBuilder, claim: Claim) -> Entry:
    said_by = (Span("said by ", "dim"), *builder.speakers(claim.by, most=2))
    denied_by = (Span("denied by ", "dim"), *builder.speakers(claim.denied_by, most=2)) if claim.denied_by else ()
    mark = Span(STATUS_GLYPHS[claim.status], status_role(claim.status))
    spans = (Span(brief(claim.text), "text", claim.id),)
    return Entry(mark, spans, joined((said_by, denied_by), " · "))
