"""The front page: what a dossier is about, who stands where, who misses what of whom, what is contested.

It is on the way of every start, so it counts in single passes and asks for no index of the links. Every list in it is
bounded; what is left off is one link away. May not know how high the screen is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui.dossier.grievances import by_expecting, by_pair, grievances, outcome_counts, settled, voice_counts
from tui.dossier.kinds import KINDS, Claim, Expectation, Quote, Source
from tui.dossier.network.alignment import SIGNS, Alignment, alignments, most_tied
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import OUTCOME_GLYPHS, STATUS_GLYPHS, STATUSES, UNSETTLED, VOICE_GLYPHS, words
from tui.pages.page import Block, Entry, Facts, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import brief

_SIDES = 4
_NAMES, _FEWER, _CROWD = 8, 3, 24
"""So many names of each sign; fewer when all sides together are tied to more actors than the third number."""
_PAIRS = 7
_CONTESTED = 3
_SUMMARY = 150
"""A summary of more characters than these is shown to the end of a sentence; all of it is on the sheet about it."""
_STOPS, _CLOSERS = ".!?…։。", '”»")]'
_COUNTED = {"judgement": "judged"}


def overview_page(builder: SpanBuilder) -> Page:
    """The whole dossier at a glance, every item a way in."""
    head = builder.dossier.head
    blocks: list[Block] = [Title((Span(head.title, "strong"),), _masthead(builder))]
    if head.summary:
        blocks.append(Para(builder.prose(opening(head.summary)), (Span("Read on", "dim", "about:"),)))
    blocks += _stands(builder)
    blocks += _missed(builder)
    blocks += _certain(builder)
    if not builder.dossier.records:
        blocks.append(
            Para((Span("Nothing is written in this dossier yet. Press r once there is, ? for the keys.", "dim"),))
        )
    return Page("overview:", tuple(blocks))


def opening(summary: str) -> str:
    """The first sentences of a summary, as many as there is room for; at least one."""
    text = " ".join(summary[: 8 * _SUMMARY].split())
    if len(text) <= _SUMMARY:
        return text
    ends = list(_ends(text))
    if inside := [end for end in ends if end <= _SUMMARY]:
        return text[: inside[-1]]
    if ends and ends[0] <= 2 * _SUMMARY:
        return text[: ends[0]]
    return f"{text[:_SUMMARY].rsplit(' ', 1)[0]} …"


def _ends(text: str) -> Iterator[int]:
    """Where sentences end. A full stop after a short word may belong to an abbreviation, such as `Dr.` or `U.S.`."""
    for place, mark in enumerate(text):
        if mark in _STOPS:
            end = place + 1
            while text[end : end + 1] and text[end] in _CLOSERS:
                end += 1
            word = text[max(0, place - 6) : place].rstrip(_CLOSERS)[-4:]
            if mark == "。" or (text[end : end + 1] in ("", " ") and len(word) == 4 and word.isalnum()):
                yield end


def _masthead(builder: SpanBuilder) -> Spans:
    tables = builder.dossier.tables
    parts: list[Spans] = [builder.date(builder.dossier.head.as_of, "")]
    for table in (Source.TABLE, Quote.TABLE):
        if count := len(tables[table]):
            parts.append((Span(KINDS[table].counted(count), "dim", f"panel:{table}"),))
    return joined(parts, " · ")


# Who stands where.


def _stands(builder: SpanBuilder) -> list[Block]:
    """A row for each side. A tie that only its status keeps out is counted as left out, on the row of each end."""
    dossier, scope = builder.dossier, builder.scope
    every = scope._replace(statuses=frozenset()).ties(dossier)
    ties = [tie for tie in every if tie.status not in scope.statuses]
    sides = [str(side) for side in dict.fromkeys(dossier.head.sides) if dossier.actor(side)]
    shown = sides[:_SIDES] or most_tied(dossier, ties, 2)
    out = Counter(str(end) for tie in every if tie.status in scope.statuses for end in dict.fromkeys(tie.ends))
    heads: list[Span] = []
    values: list[Spans] = []
    found = alignments(ties, shown)
    most = _NAMES if sum(map(len, found.values())) <= _CROWD else _FEWER
    for actor, others in found.items():
        heads += builder.name(actor)
        signs = joined((_sign(builder, sign, others, most) for sign in SIGNS), "  ")
        left = (Span(f"{out[actor]:,} left out", "dim", "panel:alliances"),) if out[actor] else ()
        values.append(joined((signs or (Span("no ties that count", "dim"),), left), "  "))
    if more := sides[_SIDES:]:
        heads.append(Span("And", "label"))
        values.append(builder.names(more, most=_NAMES))
    if not values:
        return []
    facts = Facts(tuple(zip((head.text for head in heads), values, strict=True)), heads=tuple(heads))
    return [facts] if sides else [Section("Who has the most ties", link="panel:alliances"), facts]


def _sign(builder: SpanBuilder, sign: str, others: Iterable[Alignment], most: int) -> Spans:
    """`+ with Russia; ◇ judgement Belarus, Kazakhstan`: the firmest first, what is not reported with its status."""
    held = [(one.actor, one.status) for one in others if one.sign == sign]
    if not held:
        return ()
    lead = (Span("~ mixed", "sign-neither"),) if sign == MIXED else builder.sign_words(sign)
    return (*lead, Span(" "), *_by_status(builder, held, most))


def _by_status(builder: SpanBuilder, held: Sequence[tuple[str, str]], most: int) -> Spans:
    parts: list[Spans] = []
    left = most
    for status in STATUSES:
        names = [name for name, one in held if one == status]
        if shown := names[:left]:
            lead = () if status == "reported" else (*builder.status(status), Span(": ", "dim"))
            parts.append((*lead, *joined(_named(builder, name) for name in shown)))
            left -= len(shown)
    more = len(held) - most
    return (*joined(parts, "; "), *((Span(f" and {more:,} more", "dim"),) if more > 0 else ()))


def _named(builder: SpanBuilder, name: str) -> Spans:
    return tuple(span._replace(text=builder.short(name)) for span in builder.name(name))


# Who misses what of whom.


def _missed(builder: SpanBuilder) -> list[Block]:
    ledger = grievances(builder.dossier)
    counted = settled(ledger.open)
    pairs = [rows for held in by_expecting(counted).values() for rows in by_pair(held).values()]
    unsettled = Counter(str(row.status) for row in ledger.open if row.status in UNSETTLED)
    out = ", ".join(f"{unsettled[status]:,} {status}" for status in STATUSES if unsettled[status])
    if not pairs and not out:
        return []
    legend = ", ".join(f"{VOICE_GLYPHS[voice]} {words(voice)}" for voice in voice_counts(counted)) or "none that counts"
    title = f"Open grievances: {legend}{f'; {out} left out' if out else ''}"
    blocks: list[Block] = [Section(title, link="grievances:")]
    for alike in _alike(_fair(pairs, _PAIRS)):
        blocks.append(_pair(builder, alike))
    more = len(pairs) - _PAIRS
    if more > 0:
        blocks.append(Entry(Span("·", "dim"), (Span(f"and {more:,} more", "dim", "grievances:"),)))
    return blocks


def _fair(pairs: list[list[Expectation]], most: int) -> list[list[Expectation]]:
    """At most so many of the pairs, in file order; none who expects is left out for the sake of another's second."""
    turns: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for place, rows in enumerate(pairs):
        ranked.append((turns[rows[0].expecting], place))
        turns[rows[0].expecting] += 1
    return [pairs[place] for place in sorted(place for _, place in sorted(ranked)[:most])]


def _alike(pairs: Iterable[list[Expectation]]) -> list[list[list[Expectation]]]:
    """Pairs together in which several miss the same of the same, and the same has come of it."""
    found: dict[tuple[str, ...], list[list[Expectation]]] = {}
    for rows in pairs:
        key = (rows[0].of, *(part for row in rows for part in (row.voiced, row.outcome, row.status)))
        found.setdefault(key, []).append(rows)
    return list(found.values())


def _pair(builder: SpanBuilder, alike: list[list[Expectation]]) -> Entry:
    rows = alike[0]
    first = rows[0]
    by_voice: dict[str, list[Expectation]] = {}
    for row in rows:
        by_voice.setdefault(row.voiced, []).append(row)
    came: list[Spans] = []
    for number, held in enumerate(by_voice.values()):
        for outcome, count in outcome_counts(held).items():
            [span] = builder.outcome(outcome)
            shown = f"{OUTCOME_GLYPHS[outcome]} {count:,} {words(outcome)}" if count > 1 else span.text
            target = next(row.id for row in held if row.outcome == outcome)
            lead = (Span(f"{VOICE_GLYPHS[held[0].voiced]} ", "dim"),) if number else ()
            came.append((*lead, Span(shown, span.role, target if count == len(alike) == 1 else "grievances:")))
    judged = all(row.status == "judgement" for row in rows)
    tail = (*joined(came), *((Span(" "), *builder.status("judgement")) if judged else ()))
    who = joined(_named(builder, held[0].expecting) for held in alike)
    spans = (*who, Span(" of ", "dim"), *_named(builder, first.of))
    return Entry(Span(VOICE_GLYPHS[first.voiced], "dim"), spans, tail)


# What is contested, and how certain the rest is.


def _certain(builder: SpanBuilder) -> list[Block]:
    tables = builder.dossier.tables
    found = [one for one in tables["claims"] if isinstance(one, Claim) and one.status in ("contested", "denied")]
    blocks: list[Block] = [_contested(builder, claim) for claim in found[:_CONTESTED]]
    if len(found) > _CONTESTED:
        more = f"and {len(found) - _CONTESTED:,} more"
        blocks.append(Entry(Span("·", "dim"), (Span(more, "dim", "versions:"),)))
    stated = (record for kind in KINDS.values() if kind.has_status for record in tables[kind.table])
    counts = Counter(str(getattr(record, "status", "")) for record in stated)
    if mix := joined((_share(status, counts[status]) for status in STATUSES if counts[status]), "  "):
        first, *rest = mix
        mark, _, number = first.text.partition(" ")
        blocks.append(Entry(Span(mark, first.role), (first._replace(text=number), *rest)))
    title = "What is contested, and how sure the rest is" if found else "How sure it is"
    return [Section(title, link="versions:" if found else "panel:claims"), *blocks] if blocks else []


def _share(status: str, count: int) -> Spans:
    target = "versions:" if status in UNSETTLED else "panel:claims"
    shown = f"{STATUS_GLYPHS[status]} {count:,} {_COUNTED.get(status, status)}"
    return (Span(shown, status_role(status), target),)


def _contested(builder: SpanBuilder, claim: Claim) -> Entry:
    says = (Span("says ", "dim"), *builder.speakers(claim.by, most=2))
    denies = (Span("denies ", "dim"), *builder.speakers(claim.denied_by, most=2)) if claim.denied_by else ()
    mark = Span(STATUS_GLYPHS[claim.status], status_role(claim.status))
    spans = (Span(brief(claim.text), "text", claim.id),)
    return Entry(mark, spans, joined((says, denies), " · "))
