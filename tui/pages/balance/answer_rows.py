"""The numbers of a balance as rows, and the small blocks that its pages are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tui.dossier.network.balance import KINDS, Balance, Frustration, TriadCensus
from tui.dossier.network.scope import Scope
from tui.dossier.values.vocabulary import MIXED_GLYPH, STATUSES, TRIANGLE_GLYPH, UNSETTLED, count_noun
from tui.pages.glyph_bars import Part, glyph_bar
from tui.pages.page import Block, Entry, Para, Section, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line, having

NO_TRIANGLES = "none to assess"
NO_HOSTILE_PAIR = "No − pair is counted"
_BALANCED = "─"
"""What a bar of balanced triangles is drawn with."""
_BAR = 16
"""The most cells of such a bar, with the unbalanced ones in it."""
_FEWEST_IN_BAR = 2
_MOST_OPTIONS = 10**9
"""More options than these are not told by number."""

Rows = list[tuple[str, Spans]]


def counted_rows(builder: SpanBuilder, result: Balance) -> Rows:
    """What is counted, which unsettled statuses are included, what is excluded, and which pairs are not reported."""
    ties, pairs = count_noun(len(result.ties), "signed tie"), count_noun(len(result.pairs), "pair")
    rows: Rows = [("Counted", (Span(f"{count_noun(len(result.actors), 'actor')}, {ties}, {pairs}"),))]
    if result.included:
        rows.append(("Included", numbered(builder, result.unsettled) or (Span("no unsettled tie has a sign"),)))
    if excluded := _excluded(builder, result):
        rows.append(("Excluded", excluded))
    if result.weak:
        lead = f"{count_noun(len(result.weak), 'pair')} without a reported tie: "
        rows.append(("Less firm", (Span(lead), *numbered(builder, Counter(result.weak.values())))))
    return rows


def _excluded(builder: SpanBuilder, result: Balance) -> Spans:
    """`4 unsettled ties: 1 ≠ contested, 3 ∴ inferred (2 of the 4 have a sign); 66 ties of 31 ~ mixed pairs`.

    All unsettled ties are the base, as wherever ties are counted.
    """
    signed, of_mixed = sum(result.left_out.values()), len(result.mixed_ties)
    counted = Scope(statuses=UNSETTLED - result.included, moment=result.moment, facets=result.facets)
    left_out = counted.left_out(builder.dossier)
    by_status = numbered(builder, left_out)
    if unsettled := sum(left_out.values()):
        of_them = having(signed, unsettled, "a sign")
        remark = (Span(f" ({of_them})", "dim"),) if of_them else ()
        by_status = (Span(f"{count_noun(unsettled, 'unsettled tie')}: "), *by_status, *remark)
    pairs = f"{count_noun(of_mixed, 'tie')} of {len(result.mixed):,} "
    mixed = (Span(pairs), Span(f"{MIXED_GLYPH} mixed", "sign-mixed"), Span(f" pair{'s' * (len(result.mixed) != 1)}"))
    return joined((by_status, mixed if of_mixed else ()), "; ")


def numbered(builder: SpanBuilder, number_of: Mapping[str, int]) -> Spans:
    """`1 ≠ contested, 2 ∴ inferred`: the number of each status that there is."""
    statuses = (status for status in STATUSES if number_of.get(status))
    return joined((Span(f"{number_of[status]:,} "), *builder.status(status)) for status in statuses)


def answer_rows(result: Balance, *, ended: bool = True) -> Rows:
    """The numbers that depend on which ties are counted; `ended`: whether the search has."""
    census = result.census
    to_balance = ("To balance", (Span(_to_balance(result, ended=ended)),))
    if not census.total:
        return [("Triangles", (Span(NO_TRIANGLES),)), to_balance]
    kinds = ", ".join(f"{census.counts[kind]:,} {kind.replace('-', '−')}" for kind in KINDS if census.counts[kind])
    balanced = f"{census.total - census.total_unbalanced:,} of {census.total:,}"
    return [("Triangles", (Span(kinds),)), ("Balanced", (Span(balanced), *_bar(census))), to_balance]


def _bar(census: TriadCensus) -> Spans:
    """The balanced triangles beside the unbalanced ones, as one bar; nothing of a single one."""
    if census.total < _FEWEST_IN_BAR:
        return ()
    unbalanced = Part(Span(TRIANGLE_GLYPH, "outcome-bad"), census.total_unbalanced)
    parts = (Part(Span(_BALANCED, "axis"), census.total - census.total_unbalanced), unbalanced)
    return (Span("  "), *glyph_bar(parts, census.total, _BAR))


def _to_balance(result: Balance, *, ended: bool) -> str:
    if any(part.has_camps for part in result.parts):
        return changes_needed(result.frustration, ended=ended)
    return f"nothing to assess: {NO_HOSTILE_PAIR[0].lower()}{NO_HOSTILE_PAIR[1:]}"


def changes_needed(index: Frustration, *, ended: bool = True) -> str:
    """`1 change is enough; 3 options`; between which numbers the answer lies where the search was cut short.

    Before the search has `ended` that it goes on, and the options only once all are counted.
    """
    if not index.exact:
        search = "the search was cut short" if ended else "the search goes on"
        return f"between {index.low:,} and {count_noun(index.high, 'change')} are needed; {search}"
    if not index.high:
        return "no change is needed"
    are = "is" if index.high == 1 else "are"
    options = number_of_options(index) if ended or index.fully_counted else "the options are still being counted"
    return f"{count_noun(index.high, 'change')} {are} enough; {options}"


def number_of_options(index: Frustration) -> str:
    """`1 option`, `at least 1,000 options`, `more than 1,000,000,000 options`."""
    return at_least(index.change_count, "option", exact=index.fully_counted)


def at_least(number: int, noun: str, *, exact: bool) -> str:
    """A number with its noun, `at least` so many unless it is `exact`; not a number beyond counting."""
    if number > _MOST_OPTIONS:
        return f"more than {_MOST_OPTIONS:,} {noun}s"
    return f"{'' if exact else 'at least '}{count_noun(number, noun)}"


def section(title: str, entries: list[Entry], number: int) -> list[Block]:
    """A heading with its entries and how many more there are; nothing when there are none."""
    return [Section(title, number), *entries, *and_more_line(number - len(entries), indent=2)] if entries else []


def dim_line(words: str) -> Para:
    """A dim paragraph."""
    return Para(dim(words))


def dim(words: str) -> Spans:
    """Dim words."""
    return (Span(words, "dim"),)
