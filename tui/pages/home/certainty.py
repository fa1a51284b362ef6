"""How certain it all is: a bar of the glyphs of the statuses, and what is contested, with both versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from tui.dossier.disputes import Dispute, disputes
from tui.dossier.kinds import KINDS, Claim, Record, Tie, kind_of
from tui.dossier.responses import actors_without_response, opponents
from tui.dossier.values.cite import Cite, disputing, supporting
from tui.dossier.values.vocabulary import STATUS_GLYPHS, STATUSES, UNSETTLED, count_noun
from tui.pages.chart_blocks import BarRow, Bars
from tui.pages.page import BULLET, Block, Entry, Section, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief

_ENDS = 4
"""The most actors of a tie in dispute that are named."""
MATTERS, _VERSIONS = 3, 4
"""The most matters in dispute, and the most claims of one."""
_ROW = 72
"""The cells of a line after its sign."""
_STATUS_NOUNS = {"judgement": "judged"}


class Certainty:
    """How many statements there are of each status, and what is contested; counted once, and shown in as many words."""

    def __init__(self, builder: SpanBuilder) -> None:
        tables, counts_now = builder.dossier.tables, builder.as_of.counts
        self._builder = builder
        found = disputes(builder.dossier)
        self.matters = [matter for matter in found if any(counts_now(record.id) for record in matter.records)]
        """The matters in dispute of which something is there at the moment."""
        stated = [record for kind in KINDS.values() if kind.has_status for record in tables[kind.table]]
        counts = Counter(str(getattr(record, "status", "")) for record in stated if counts_now(record.id))
        self._number = sum(counts.values())
        self._absent = builder.as_of.states(record.id for record in stated if not counts_now(record.id))
        self._shares = _shares({status: counts[status] for status in STATUSES if counts[status]})

    def blocks(self, most: int = MATTERS, *, heard: bool = False, whole: bool = False) -> list[Block]:
        """The bar, the numbers behind it, and a line for each version of what is contested, `most` matters in all.

        `heard`: with each claim of whom no words on it are recorded. `whole`: all on the same matter has a line.
        """
        shown = self.matters[:most]
        lines = [block for matter in shown for block in _dispute(self._builder, matter, heard=heard, whole=whole)]
        without_line = 0 if whole else sum(map(_without_line, shown))
        notes: list[Spans] = []
        if hidden := self.matters[most:]:
            number = without_line + sum(len(matter.records) + len(matter.covered) for matter in hidden)
            lines.append(Entry(BULLET, and_more(number, "versions:")))
        elif without_line:
            notes.append((Span(f"{without_line:,} more contested", "dim", "versions:"),))
        if self._absent:
            reasons = " or ".join("ended" if state == "ended" else "later" for state in sorted(self._absent))
            notes.append((Span(f"{self._absent.total():,} {reasons}, left out", "dim"),))
        certain = f"How certain {count_noun(self._number, 'record')} {'is' if self._number == 1 else 'are'}"
        title = f"{certain}, and what is contested" if self.matters else certain
        link = "versions:" if self.matters else "panel:claims"
        heading = Section(title, link=link, compact=True, note=joined(notes, "; "))
        blocks = [*self._shares, *lines]
        return [heading, *blocks] if blocks else []


def _without_line(matter: Dispute) -> int:
    return len(matter.covered) + len(matter.records) - len(_shown(matter))


def _shares(counts: Mapping[str, int]) -> list[Block]:
    """A bar of the glyphs of the statuses, and how many statements have each."""
    if not counts:
        return []
    bar = BarRow(
        Span(""), tuple((Span(STATUS_GLYPHS[status], status_role(status)), counts[status]) for status in counts)
    )
    first, *rest = joined((_share(status, count) for status, count in counts.items()), "  ")
    mark, _, number = first.text.partition(" ")
    return [Bars((bar,)), Entry(Span(mark, first.role), (first._replace(text=number), *rest))]


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


def _dispute(builder: SpanBuilder, matter: Dispute, *, heard: bool, whole: bool) -> list[Block]:
    """A line for each claim of a matter: what is in dispute, who says it, and who denies or contradicts it."""
    records = [*matter.records, *matter.covered] if whole else _shown(matter)
    lines: list[Block] = []
    for record in records[:_VERSIONS]:
        told = () if whole or len(records) == 1 else getattr(records[0], "by", ())
        line = _disputed(builder, record, told, located=whole)
        below = _unheard(builder, record) if heard and isinstance(record, Claim) else ()
        lines.append(line._replace(below=below))
    if more := and_more(len(records) - _VERSIONS, "versions:"):
        lines.append(Entry(BULLET, more))
    return lines


def _unheard(builder: SpanBuilder, claim: Claim) -> Spans:
    """`no words on this recorded from Turkmenistan`."""
    from tui.pages.records.claims import without_words

    silent = actors_without_response(builder.dossier, claim)
    return without_words(builder, claim, silent) if silent else ()


def _name(builder: SpanBuilder, record: Record) -> str:
    """The name of what is in dispute; of a tie of many actors the first of these, and how many more there are."""
    if isinstance(record, Tie) and len(record.ends) > _ENDS:
        return "".join(span.text for span in builder.ends(record, most=_ENDS))
    return brief(builder.dossier.name(record.id))


def _disputed(builder: SpanBuilder, record: Record, told: Collection[str], *, located: bool) -> Entry:
    """What is in dispute, who says it, and who denies it or is quoted in contrast.

    `told`: who says what stands in the line before, in contrast to which this may be said; they are not named again.
    Where a source says that it is claimed is told if it is to be `located`, or takes no more rows of `_ROW` cells.
    """
    status = str(getattr(record, "status", ""))
    by, denied_by = getattr(record, "by", ()), getattr(record, "denied_by", ())
    others = () if not isinstance(record, Claim) else opponents(builder.dossier, record)[len(set(denied_by)) :]
    is_contrast = bool(told) and told != by and not denied_by and bool(set(told).intersection(others))
    lead = "in contrast, by " if is_contrast else "said by "
    tail = [(Span(lead, "dim"), *builder.speakers(by, most=2))] if by else []
    if denied_by:
        tail.append((Span("denied by ", "dim"), *builder.speakers(denied_by, most=2)))
    spans: Spans = (Span(_name(builder, record), "text", record.id),)
    if not isinstance(record, Claim):
        spans = (*spans, Span(f"  {kind_of(record).category_of(record)}", "dim"))
    elif others and not told:
        places = [cite for name in record.counter for cite in builder.dossier.quote(name).cite if cite.where]
        where = (Span(" "), *builder.cites(places[:1])) if len(record.counter) == 1 and places else ()
        tail.append((Span("contrasting: ", "dim"), *builder.speakers(others, most=2), *where))
    if cites := disputing(getattr(record, "cite", None)):
        tail.append(builder.cites(cites, most=2))
    words, place = joined(tail, " · "), builder.cites(_own_places(record)[:1]) if by else ()
    if place:
        said = (*tail[0], Span(" "), *place)
        longer = joined((said, *tail[1:]), " · ")
        taken, used, more = (sum(len(span.text) for span in part) for part in (spans, words, longer))
        room = _ROW if taken + 2 + used > _ROW else _ROW - taken - 2
        words = longer if located or more <= room else words
    return Entry(Span(STATUS_GLYPHS[status], status_role(status)), spans, words)


def _own_places(record: Record) -> list[Cite]:
    """Where the sources support what a record says."""
    return [cite for cite in supporting(getattr(record, "cite", None)) if cite.where]
