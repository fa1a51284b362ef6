"""The balance of the signed ties at a glance: what is counted, unbalanced triangles, smallest changes, two camps."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.kinds import counted_as
from tui.dossier.network.balance import Balance, Triangle
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import STATUS_GLYPHS, WITH, count_noun
from tui.pages.balance.answer_rows import Rows, answer_rows, dim, dim_line, number_of_options, section
from tui.pages.balance.triangle import READING_AID, sentence_link
from tui.pages.page import Block, Entry, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more

_MOST = 100
"""The most triangles, pairs and actors listed under one heading."""
_EVIDENCE = 3
"""The most ties of a pair, and cites of a tie, beside a triangle; its own page has all of them."""


def balance_page(builder: SpanBuilder, result: Balance, alternative: Balance | None = None) -> Page:
    """The page of `result`, and how the result changes in `alternative`, which includes other statuses."""
    sections = _Sections(builder, result)
    blocks: list[Block] = [
        Title((Span("Balance", "strong"),), (Span("of the signed ties", "dim"),)),
        Para((Span(READING_AID, "dim"),)),
        Fields((*sections.counted(), *answer_rows(result))),
        *sections.triangles(),
        *sections.options(),
        *sections.camps(),
        *sections.actors(),
        *sections.mixed(),
        *(_changes(builder, result, alternative) if alternative is not None else ()),
    ]
    return Page("balance:", tuple(blocks))


class _Sections:
    """The sections of the page of one balance."""

    def __init__(self, builder: SpanBuilder, result: Balance) -> None:
        self.builder = builder
        self.result = result
        self._positions = {actor: position for position, actor in enumerate(result.actors)}

    def counted(self) -> Rows:
        """What is counted, which unsettled statuses are included, and what is excluded."""
        result = self.result
        ties, pairs = count_noun(len(result.ties), "signed tie"), count_noun(len(result.pairs), "pair")
        rows: Rows = [("Counted", (Span(f"{count_noun(len(result.actors), 'actor')}, {ties}, {pairs}"),))]
        if result.included:
            rows.append(("Included", joined(map(self.builder.status, sorted(result.included)))))
        if result.left_out:
            counts = ((Span(f"{count:,} "), *self.builder.status(status)) for status, count in result.left_out.items())
            rows.append(("Excluded", joined(counts)))
        return rows

    def triangles(self) -> list[Block]:
        """The unbalanced triangles as sentences."""
        census = self.result.census
        entries = [
            _triangle(self.builder, triangle)._replace(below=self._evidence(triangle), apart=True)
            for triangle in census.unbalanced[:_MOST]
        ]
        return section("Unbalanced triangles", entries, census.total_unbalanced)

    def options(self) -> list[Block]:
        """The sets of pairs whose change would balance the network; what all of them share comes first."""
        index = self.result.frustration
        if not index.high:
            return []
        if not index.exact:
            words = f"A set of {index.high:,} that balances it: the best one found, perhaps not the smallest."
            return [Section("Changes that balance it"), dim_line(words), self._pairs(index.changes[0])]
        several = index.change_count > 1
        lead = f"Each of {number_of_options(index)} will do" if several else "This is the only smallest change"
        pairs, their = "the pair", "its"
        if index.high > 1:
            pairs, their = f"all {index.high:,} pairs{' of an option' * several}", "their"
        words = f"{lead}: {pairs} must end {their} ties or change sign; both count alike."
        shared: list[Ends] = []
        if several and index.all_listed:
            shared = [ends for ends in index.changes[0] if all(ends in change for change in index.changes)]
        entries = [self._option(number, shared) for number in range(len(index.changes))]
        heading, *options = section("Smallest changes that balance it", entries, index.change_count)
        return [heading, dim_line(words), *([self._pairs(shared, "in every option: ")] if shared else []), *options]

    def _option(self, number: int, shared: list[Ends]) -> Entry:
        first, this = self.result.camps()[0], self.result.camps(number)[0]
        moved = sorted({*first}.symmetric_difference(this), key=self._positions.__getitem__)
        below = (Span("then in the other camp: ", "dim"), *self.builder.names(moved)) if moved else ()
        rest = [ends for ends in self.result.frustration.changes[number] if ends not in shared]
        return self._pairs(rest, below=below)

    def camps(self) -> list[Block]:
        """The two camps of the best split, and the pairs that it separates."""
        result = self.result
        if not result.pairs:
            return []
        camps = result.camps()
        across = result.pairs_between(camps)
        friendly = [pair.ends for pair in across if pair.sign == WITH]
        hostile = [pair.ends for pair in across if pair.sign != WITH]
        index = result.frustration
        several = "; one of several equally good" if index.exact and index.change_count > 1 else ""
        title = f"The two camps of the best split{several}" if index.exact else "The two camps of the best split found"
        rows = (("Camp 1", self.builder.names(camps[0])), ("Camp 2", self.builder.names(camps[1]) or dim("nobody")))
        blocks: list[Block] = [Section(title), Fields(rows)]
        if (parts := result.component_count) > 1:
            remark = f"No pair joins the {parts:,} parts of the network; which of their camps go together is open."
            blocks.append(dim_line(remark))
        entries = [self._pairs([ends]) for ends in (*friendly, *hostile)[:_MOST]]
        if listed := section("Across the split", entries, len(across)):
            counts = f"{count_noun(len(friendly), 'friendly pair')} and {count_noun(len(hostile), 'hostile pair')}."
            blocks += [listed[0], dim_line(counts), *listed[1:]]
        return blocks

    def actors(self) -> list[Block]:
        """The number of unbalanced triangles each actor is in, the highest first."""
        number_of = self.result.census.unbalanced_of
        actors = sorted(number_of, key=lambda actor: (-number_of[actor], self._positions[actor]))
        dot = Span("·", "dim")
        entries = [Entry(dot, self.builder.name(actor), (Span(f"{number_of[actor]:,}"),)) for actor in actors[:_MOST]]
        return section("Actors by unbalanced triangles", entries, len(actors))

    def mixed(self) -> list[Block]:
        """The pairs that are with and against each other."""
        entries = [self._pairs([ends]) for ends in list(self.result.mixed)[:_MOST]]
        return section("Mixed pairs (not counted)", entries, len(self.result.mixed))

    def _pairs(self, ends: Iterable[Ends], lead: str = "", below: Spans = ()) -> Entry:
        """Pairs with their ties as links: `− Armenia – Azerbaijan hostility`."""
        pairs = [self.result.pairs.get(pair_ends) or self.result.mixed[pair_ends] for pair_ends in ends]
        signs = {pair.sign for pair in pairs if pair.ends in self.result.pairs}
        mark = self.builder.sign(min(signs)) if len(signs) == 1 else Span("•" if signs else "±", "sign-neither")
        spans = joined(
            ((*self._named(pair.ends), Span(" "), *joined((self._kind(tie),) for tie in pair.ties)) for pair in pairs),
            "; ",
        )
        return Entry(mark, (*((Span(lead, "dim"),) if lead else ()), *spans), below=below)

    def _evidence(self, triangle: Triangle) -> Spans:
        """What each pair of a triangle rests on: `− Armenia – Azerbaijan hostility ¶1; + …`."""
        parts = []
        for ends in triangle.pairs:
            pair = self.result.pairs[ends]
            ties = joined((self._cited(tie) for tie in pair.ties[:_EVIDENCE]), ", ")
            sign = self.builder.sign(pair.sign)
            lead = (Span(f"{sign.text} ", sign.role), *self._named(ends), Span(" "))
            parts.append((*lead, *joined((ties, and_more(len(pair.ties) - _EVIDENCE)), " ")))
        return joined(parts, "\n")

    def _cited(self, name: str) -> Spans:
        tie = self.builder.dossier.tie(name)
        status = counted_as(tie)
        doubt = () if status == "reported" else (Span(f" {STATUS_GLYPHS[status]}", "dim"),)
        return (self.builder.kind(tie), *doubt, Span(" "), *self.builder.cites(tie.cite, _EVIDENCE))

    def _kind(self, name: str) -> Span:
        return self.builder.kind(self.builder.dossier.tie(name))

    def _named(self, ends: Ends) -> Spans:
        """Two names without links: the ties behind them are the links."""
        ordered = sorted(ends, key=lambda end: self._positions.get(end, -1))
        return joined(((Span(span.text, span.role),) for end in ordered for span in self.builder.name(end)), " – ")


def _triangle(builder: SpanBuilder, triangle: Triangle) -> Entry:
    return Entry(Span("△", "outcome-bad"), (sentence_link(builder, triangle),))


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
    sections = _Sections(builder, alternative)
    differences = [
        *_only_in(builder, "Further unbalanced triangles", alternative, result),
        *_only_in(builder, "Triangles no longer unbalanced", result, alternative),
        *(_retitled(sections.options(), alternative) if _options(result) != _options(alternative) else ()),
        *(_retitled(sections.camps()[:2], alternative) if _split(result) != _split(alternative) else ()),
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
    known = frozenset(other.census.unbalanced)
    triangles = [triangle for triangle in result.census.unbalanced if triangle not in known]
    return section(title, [_triangle(builder, triangle) for triangle in triangles[:_MOST]], len(triangles))


def _retitled(blocks: list[Block], alternative: Balance) -> list[Block]:
    """Sections of the alternative, under headings that say so."""
    remark = "with those ties counted" if alternative.included else "without those ties"
    return [_with_remark(block, remark) if isinstance(block, Section) else block for block in blocks]


def _with_remark(section: Section, remark: str) -> Section:
    title, semicolon, rest = section.title.partition(";")
    return section._replace(title=f"{title} {remark}{semicolon}{rest}")


def _options(result: Balance) -> frozenset[tuple[Ends, ...]]:
    return frozenset(result.frustration.changes)


def _split(result: Balance) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, result.camps()))
