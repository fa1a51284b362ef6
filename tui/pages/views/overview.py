"""Home: what a dossier is about, who stands where, the grievances, what is contested.

Every start shows it, so it counts in single passes and needs no index of the links. Every list on it is bounded, and
what is left off is one link away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from tui.dossier.disputes import Dispute, disputes
from tui.dossier.grievances import by_expecting, by_pair, grievances, outcome_counts, voice_counts
from tui.dossier.kinds import KINDS, Claim, Expectation, Quote, Record, Source, counted_as, is_settled, kind_of
from tui.dossier.network.alignment import SIGNS, Alignment, alignments, most_tied
from tui.dossier.network.blocs import members
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.responses import opponents
from tui.dossier.values.cite import disputing
from tui.dossier.values.vocabulary import (
    NEITHER,
    OUTCOME_GLYPHS,
    STATUS_GLYPHS,
    STATUSES,
    UNSETTLED,
    VOICE_CONNECTIVES,
    VOICE_GLYPHS,
    count_noun,
    words,
)
from tui.pages.moment_marks import moment_words
from tui.pages.omissions import absent_ties
from tui.pages.page import BULLET, Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief, omitted_ties

_SIDES = 4
_NAMES, _FEWER_NAMES, _CROWD = 8, 3, 24
"""The most names of each sign; the second where the sides together are tied to more actors than the third number."""
_PAIRS = 7
_DISPUTES, _VERSIONS = 3, 3
"""The most matters in dispute, and the most claims of one."""
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
        words = "Nothing is written in this dossier yet. It is read again whenever it is saved; ? shows the keys."
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
    parts: list[Spans] = [_moment(builder)]
    for table in (Source.TABLE, Quote.TABLE):
        if records := tables[table]:
            parts.append((Span(KINDS[table].tallied(records), "dim", f"panel:{table}"),))
    if warnings := builder.dossier.warnings:
        parts.append((Span(count_noun(warnings, "warning"), "dim", "about:"),))
    return joined(parts, " · ")


def _moment(builder: SpanBuilder) -> Spans:
    """The moment as of which everything is counted, and how many ties are not there then."""
    moment = builder.scope.moment
    if moment is None:
        return builder.date(builder.dossier.head.as_of, "")
    absent = absent_ties(builder)
    parts: list[Spans] = [(Span(moment_words(moment)),)]
    parts += [(Span(words, "dim", "panel:alliances"),) for words in ([f"ties: {', '.join(absent)}"] if absent else [])]
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
        signs = (_sign(builder, sign, others, most, blocs.keys() | its_members.keys()) for sign in SIGNS)
        parts = [part for part in signs if part]
        for lead, statuses in (("member of ", blocs), ("members ", its_members)):
            if statuses:
                parts.append((Span(lead, "dim"), *_by_status(builder, statuses, most)))
        nothing = "no settled tie" if not_shown[actor] and unsettled else "no counted tie"
        if builder.scope.moment is not None and not not_shown[actor]:
            nothing = "no tie at this time"
        row = joined(parts, "  ") or (Span(nothing, "dim"),)
        if not_shown[actor]:
            number = not_shown[actor]
            # All of Home fits on 80×24, so the row says no more than it must; Alliances says the rest.
            omitted = f"{number:,} unsettled" if unsettled else omitted_ties(number, unsettled=False)
            row = joined((row, (Span(omitted, "dim", "panel:alliances"),)), "  " if parts else "; ")
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
    raised = grievances(builder.dossier, builder.as_of).raised
    counted = [row for row in raised if builder.counts(row)]
    if not raised:
        return []
    pairs = [pair for rows in by_expecting(counted).values() for pair in by_pair(rows).values()]
    legend = joined((Span(f"{VOICE_GLYPHS[voice]} {words(voice)}", "dim"),) for voice in voice_counts(counted))
    unsettled = sum(not is_settled(row) for row in raised)
    later = len(raised) - len(counted) - unsettled
    omitted = [
        (Span(f"{number:,} {what}", "dim"),) for number, what in ((unsettled, "unsettled"), (later, "later")) if number
    ]
    note = joined((legend, *omitted), "; ")
    blocks: list[Block] = [Section("Grievances and requests", link="grievances:", compact=True, note=note)]
    for merged in _merged(_fairly_limited(pairs, _PAIRS)):
        blocks.append(_grievance(builder, merged))
    if more := and_more(len(pairs) - _PAIRS, "grievances:"):
        blocks.append(Entry(BULLET, more))
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
    """One line for pairs grouped by `_merged`. The outcome of a single row links to it, any other to the view.

    Outcomes with commas between share the voice before and the status after them, which is left out if reported.
    """
    rows = pairs[0]
    alike: dict[tuple[str, str], list[Expectation]] = {}
    for row in rows:
        alike.setdefault((row.voiced, row.status), []).append(row)
    parts: list[Spans] = []
    before: str = rows[0].voiced
    for (voice, status), same in alike.items():
        outcomes: list[Spans] = []
        for outcome, count in outcome_counts(same).items():
            [span] = builder.outcome(outcome)
            label = f"{OUTCOME_GLYPHS[outcome]} {count:,} {words(outcome)}" if count > 1 else span.text
            row_id = next(row.id for row in same if row.outcome == outcome)
            outcomes.append((Span(label, span.role, row_id if count == len(pairs) == 1 else "grievances:"),))
        lead = (Span(f"{VOICE_GLYPHS[voice]} ", "dim"),) if voice != before else ()
        firmness = (Span(" "), *builder.status(status)) if status != "reported" else ()
        parts.append((*lead, *joined(outcomes), *firmness))
        before = voice
    expecting = joined(builder.short_name(pair[0].expecting, inside=bool(place)) for place, pair in enumerate(pairs))
    connective = Span(f" {VOICE_CONNECTIVES[rows[0].voiced]} ", "dim")
    spans = (*expecting, connective, *builder.short_name(rows[0].of, inside=True))
    return Entry(Span(VOICE_GLYPHS[rows[0].voiced], "dim"), spans, joined(parts, "; "))


# What is contested, and how certain it all is.


def _certainty(builder: SpanBuilder) -> list[Block]:
    tables = builder.dossier.tables
    counts_now = builder.as_of.counts
    found = disputes(builder.dossier)
    matters = [matter for matter in found if any(counts_now(record.id) for record in matter.records)]
    blocks: list[Block] = [block for matter in matters[:_DISPUTES] for block in _dispute(builder, matter)]
    if more := and_more(len(matters) - _DISPUTES, "versions:"):
        blocks.append(Entry(BULLET, more))
    stated = [record for kind in KINDS.values() if kind.has_status for record in tables[kind.table]]
    counts = Counter(str(getattr(record, "status", "")) for record in stated if counts_now(record.id))
    if shares := joined((_share(status, counts[status]) for status in STATUSES if counts[status]), "  "):
        first, *rest = shares
        mark, _, number = first.text.partition(" ")
        blocks.append(Entry(Span(mark, first.role), (first._replace(text=number), *rest)))
    title = "What is contested, and how certain it all is" if matters else "How certain it is"
    without_line = sum(
        len(matter.covered) + len(matter.records) - len(_shown(matter)) for matter in matters[:_DISPUTES]
    )
    notes: list[Spans] = []
    if without_line:
        notes.append((Span(f"{without_line:,} more on the same matters", "dim", "versions:"),))
    if absent := len(stated) - sum(counts.values()):
        notes.append((Span(f"{absent:,} not there at this time", "dim"),))
    note = joined(notes, "; ")
    heading = Section(title, link="versions:" if matters else "panel:claims", compact=True, note=note)
    return [heading, *blocks] if blocks else []


def _share(status: str, count: int) -> Spans:
    target = "versions:" if status in UNSETTLED else "panel:claims"
    label = f"{STATUS_GLYPHS[status]} {count:,} {_STATUS_NOUNS.get(status, status)}"
    return (Span(label, status_role(status), target),)


def _shown(matter: Dispute) -> list[Record]:
    """The records of a matter that have a line; those who deny the first are named there, not what they claim instead.

    What its claims are about has no line either.
    """
    first, *others = matter.records
    deniers = frozenset(getattr(first, "denied_by", ()))
    return [first, *(other for other in others if not deniers.issuperset(getattr(other, "by", ())))]


def _dispute(builder: SpanBuilder, matter: Dispute) -> list[Block]:
    """A line for each claim of a matter: what is in dispute, who says it, and who denies or contradicts it."""
    records = _shown(matter)
    lines: list[Block] = [_disputed(builder, record, len(records) == 1) for record in records[:_VERSIONS]]
    if more := and_more(len(records) - _VERSIONS, "versions:"):
        lines.append(Entry(BULLET, more))
    return lines


def _disputed(builder: SpanBuilder, record: Record, alone: bool) -> Entry:
    status = str(getattr(record, "status", ""))
    by, denied_by = getattr(record, "by", ()), getattr(record, "denied_by", ())
    tail = [(Span("said by ", "dim"), *builder.speakers(by, most=2))] if by else []
    if denied_by:
        tail.append((Span("denied by ", "dim"), *builder.speakers(denied_by, most=2)))
    spans: Spans = (Span(brief(builder.dossier.name(record.id)), "text", record.id),)
    if not isinstance(record, Claim):
        spans = (*spans, Span(f"  {kind_of(record).category_of(record)}", "dim"))
    elif alone and not denied_by and (others := opponents(builder.dossier, record)):
        tail.append((Span("contradicted by ", "dim"), *builder.speakers(others, most=2)))
    if cites := disputing(getattr(record, "cite", None)):
        tail.append(builder.cites(cites, most=2))
    return Entry(Span(STATUS_GLYPHS[status], status_role(status)), spans, joined(tail, " · "))
