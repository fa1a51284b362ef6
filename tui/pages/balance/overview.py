"""The balance of the signed ties at a glance: what counts, what cannot hold, what would settle it, the two camps.

May not know how the numbers were found.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.network.balance import Balance, Triangle
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import STATUS_GLYPHS, WITH
from tui.pages.balance.answer_rows import Rows, answer, dim, many, said, section
from tui.pages.balance.triangle import READING_AID, told
from tui.pages.page import Block, Entry, Facts, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder

BALANCE = "balance"
"""The id of the page."""

_SHOWN = 100
"""So many triangles and pairs are shown; of more it is said how many more there are."""

_TOLD = 3
"""So many ties of a pair, and cites of a tie, stand beside a triangle; all of them are on its own page."""


def balance_page(builder: SpanBuilder, result: Balance, other: Balance | None = None) -> Page:
    """The balance as `result` counts, and how the answer changes in `other`, with other statuses switched in."""
    glance = _Glance(builder, result)
    blocks: list[Block] = [
        Title((Span("Balance", "strong"),), (Span("of the signed ties", "dim"),)),
        Para((Span(READING_AID, "dim"),)),
        Facts((*glance.counted(), *answer(result))),
        *glance.triangles(),
        *glance.choices(),
        *glance.camps(),
        *glance.actors(),
        *glance.mixed(),
        *(_changed(builder, result, other) if other is not None else ()),
    ]
    return Page(BALANCE, tuple(blocks))


class _Glance:
    """The parts of the page of one balance."""

    def __init__(self, builder: SpanBuilder, result: Balance) -> None:
        self.builder = builder
        self.result = result
        self._place = {actor: place for place, actor in enumerate(result.actors)}

    def counted(self) -> Rows:
        """What was counted, switched in and left out."""
        result = self.result
        ties, pairs = many(len(result.ties), "signed tie"), many(len(result.pairs), "pair")
        rows: Rows = [("Counted", (Span(f"{many(len(result.actors), 'actor')}, {ties}, {pairs}"),))]
        if result.included:
            rows.append(("Switched in", joined(map(self.builder.status, sorted(result.included)))))
        if result.left_out:
            left_out = ((Span(f"{number:,} "), *self.builder.status(one)) for one, number in result.left_out.items())
            rows.append(("Left out", joined(left_out)))
        return rows

    def triangles(self) -> list[Block]:
        """The unbalanced triangles as sentences."""
        census = self.result.census
        mark = Span("△", "outcome-bad")
        entries = [
            Entry(mark, (told(self.builder, triangle),), below=self._evidence(triangle), apart=True)
            for triangle in census.unbalanced[:_SHOWN]
        ]
        return section("Triangles that cannot hold", entries, census.total_unbalanced)

    def choices(self) -> list[Block]:
        """The sets of ties whose change would settle everything; what all of them share is told once."""
        index = self.result.frustration
        if not index.high:
            return []
        if not index.exact:
            words = f"A set of {index.high:,} that would do: the best one found, perhaps not the smallest."
            return [Section("What would settle all"), said(words), self._pairs(index.changes[0])]
        number = f"{index.change_count:,}" if index.fully_counted else f"at least {index.change_count:,}"
        choice = "Only this choice" if index.change_count == 1 else f"Any of {number} choices"
        size = "The pair" if index.high == 1 else f"All {index.high:,} pairs of a choice"
        words = f"{choice} will do, and nothing less. {size} would have to end or turn sign; both take the same number."
        several = index.all_listed and index.change_count > 1
        shared = [ends for ends in index.changes[0] if several and all(ends in one for one in index.changes)]
        entries = [self._choice(place, shared) for place in range(len(index.changes))]
        heading, *listed = section("What would settle all", entries, index.change_count)
        return [heading, said(words), *([self._pairs(shared, "in every choice: ")] if shared else []), *listed]

    def _choice(self, number: int, shared: list[Ends]) -> Entry:
        first, mine = self.result.camps()[0], self.result.camps(number)[0]
        moved = sorted({*first}.symmetric_difference(mine), key=self._place.__getitem__)
        below = (Span("then in the other camp: ", "dim"), *self.builder.names(moved)) if moved else ()
        rest = [ends for ends in self.result.frustration.changes[number] if ends not in shared]
        return self._pairs(rest, below=below)

    def camps(self) -> list[Block]:
        """The two camps of the best split, and the pairs that it parts."""
        result = self.result
        if not result.pairs:
            return []
        camps = result.camps()
        across = result.pairs_between(camps)
        friendly = [pair.ends for pair in across if pair.sign == WITH]
        hostile = [pair.ends for pair in across if pair.sign != WITH]
        index = result.frustration
        several = "; the first of several as good" if index.exact and index.change_count > 1 else ""
        title = f"The two camps of the best split{several}" if index.exact else "The two camps of the best split found"
        rows = (("One", self.builder.names(camps[0])), ("The other", self.builder.names(camps[1]) or dim("nobody")))
        entries = [self._pairs([ends]) for ends in (*friendly, *hostile)[:_SHOWN]]
        parts = section("Across the split", entries, len(across))
        told = f"{many(len(friendly), 'friendly pair')} and {many(len(hostile), 'hostile pair')}."
        components = result.component_count
        apart = f"No pair joins the {components:,} parts of the network; which of their camps go together is open."
        remark = [said(apart)] if components > 1 else []
        return [Section(title), Facts(rows), *remark, *parts[:1], *([said(told)] if parts else []), *parts[1:]]

    def actors(self) -> list[Block]:
        """In how many unbalanced triangles each actor stands, the most first."""
        found = sorted(self.result.census.unbalanced_of.items(), key=lambda one: (-one[1], self._place[one[0]]))
        dot = Span("·", "dim")
        entries = [Entry(dot, self.builder.name(actor), (Span(f"{number:,}"),)) for actor, number in found[:_SHOWN]]
        return section("Actors by unbalanced triangles", entries, len(found))

    def mixed(self) -> list[Block]:
        """The pairs that are with and against each other."""
        entries = [self._pairs([ends]) for ends in list(self.result.mixed)[:_SHOWN]]
        return section("Mixed pairs, left out", entries, len(self.result.mixed))

    def _pairs(self, pairs: Iterable[Ends], lead: str = "", below: Spans = ()) -> Entry:
        """Pairs with their ties as links: `− Armenia – Azerbaijan hostility`."""
        found = [self.result.pairs.get(ends) or self.result.mixed[ends] for ends in pairs]
        marks = {pair.sign: self.builder.sign(pair.sign) for pair in found if pair.ends in self.result.pairs}
        mark = next(iter(marks.values())) if len(marks) == 1 else Span("±" if not marks else "•", "sign-neither")
        spans = joined(
            (
                (*self._named(pair.ends), Span(" "), *joined((self._kind(name),) for name in pair.ties))
                for pair in found
            ),
            "; ",
        )
        return Entry(mark, (*((Span(lead, "dim"),) if lead else ()), *spans), below=below)

    def _evidence(self, triangle: Triangle) -> Spans:
        """What each pair of a triangle rests on: `− Armenia – Azerbaijan hostility ¶1; + …`."""
        parts = []
        for ends in triangle.pairs:
            pair = self.result.pairs[ends]
            ties = joined((self._cited(name) for name in pair.ties[:_TOLD]), ", ")
            more = len(pair.ties) - _TOLD
            rest = (Span(f" and {more:,} more", "dim"),) if more > 0 else ()
            sign = self.builder.sign(pair.sign)
            parts.append((Span(f"{sign.text} ", sign.role), *self._named(ends), Span(" "), *ties, *rest))
        return joined(parts, "\n")

    def _cited(self, tie: str) -> Spans:
        found = self.builder.dossier.tie(tie)
        status = () if found.status == "reported" else (Span(f" {STATUS_GLYPHS[found.status]}", "dim"),)
        return (self.builder.kind(found), *status, Span(" "), *self.builder.cites(found.cite, _TOLD))

    def _kind(self, tie: str) -> Span:
        return self.builder.kind(self.builder.dossier.tie(tie))

    def _named(self, ends: Ends) -> Spans:
        """Two names that are no links, as the ties behind them are."""
        ordered = sorted(ends, key=lambda end: self._place.get(end, -1))
        return joined(((Span(span.text, span.role),) for end in ordered for span in self.builder.name(end)), " – ")


def _changed(builder: SpanBuilder, result: Balance, other: Balance) -> list[Block]:
    """The answer while other statuses are switched in, beside the one above: numbers, triangles, choices and camps."""
    statuses = joined(map(builder.status, sorted(other.included)))
    lead = (Span("With "), *statuses, Span(" ties")) if statuses else (Span("Without any ties that are unsettled"),)
    before, after = dict(answer(result)), dict(answer(other))
    rows = tuple(
        (label, (*before[label], Span("  →  ", "dim"), *spans))
        if label in before and before[label] != spans
        else (label, spans)
        for label, spans in after.items()
    )
    then = _Glance(builder, other)
    more = [
        *_triangles(builder, "More triangles that cannot hold", other, result),
        *_triangles(builder, "Triangles that would be no trouble", result, other),
        *(_then(then.choices()) if set(result.frustration.changes) != set(other.frustration.changes) else ()),
        *(_then(then.camps()[:2]) if _split(result) != _split(other) else ()),
    ]
    same = before == after
    verdict = ":" if not same else ": the same numbers, and yet not the same answer." if more else ": the same."
    return [
        Section("How the answer changes"),
        Para((*lead, Span(verdict))),
        *([] if same else [Facts(rows)]),
        *more,
    ]


def _triangles(builder: SpanBuilder, title: str, these: Balance, those: Balance) -> list[Block]:
    """The unbalanced triangles of one balance that the other does not have."""
    known = frozenset(those.census.unbalanced)
    found = [one for one in these.census.unbalanced if one not in known]
    entries = [Entry(Span("△", "outcome-bad"), (told(builder, one),)) for one in found[:_SHOWN]]
    return section(title, entries, len(found))


def _then(blocks: list[Block]) -> list[Block]:
    """Parts of another balance, under a heading that says so."""
    return [one._replace(title=f"{one.title}, then") if isinstance(one, Section) else one for one in blocks]


def _split(result: Balance) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, result.camps()))
