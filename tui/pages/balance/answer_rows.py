"""What the answer of a balance is in numbers, and the small blocks that its pages are made of.

May not know how the numbers were found.
"""

from __future__ import annotations

from tui.dossier.network.balance import KINDS, Balance, Frustration
from tui.pages.page import Block, Entry, Para, Section, Span, Spans

NOTHING = "No triangle: nothing to judge."

Rows = list[tuple[str, Spans]]


def answer(result: Balance) -> Rows:
    """The numbers that other ties may change."""
    census = result.census
    if not census.total:
        return [("Triangles", (Span(NOTHING),)), ("To settle", (Span(index_told(result.frustration)),))]
    kinds = ", ".join(f"{census.counts[kind]:,} {kind.replace('-', '−')}" for kind in KINDS if census.counts[kind])
    holding = f"{census.total - census.total_unbalanced:,} of {census.total:,}"
    return [
        ("Triangles", (Span(kinds),)),
        ("Balanced", (Span(holding),)),
        ("To settle", (Span(index_told(result.frustration)),)),
    ]


def index_told(index: Frustration) -> str:
    """How many pairs would have to change, and in how many ways; between which numbers where that is not certain."""
    if not index.exact:
        return f"between {index.low:,} and {many(index.high, 'pair')} would have to change; the search was cut short"
    if not index.high:
        return "nothing has to change"
    ways = f"{index.change_count:,}" if index.fully_counted else f"at least {index.change_count:,}"
    how = "in one way only" if index.fully_counted and index.change_count == 1 else f"in any of {ways} ways"
    return f"exactly {many(index.high, 'pair')} would have to change, {how}"


def section(title: str, entries: list[Entry], number: int) -> list[Block]:
    """A heading with its entries and how many more there are; nothing when there are none."""
    more = number - len(entries)
    rest = [Para((Span(f"and {more:,} more", "dim"),), indent=2)] if more > 0 else []
    return [Section(title, number), *entries, *rest] if entries else []


def said(words: str) -> Para:
    """A quiet paragraph."""
    return Para(dim(words))


def dim(words: str) -> Spans:
    """Quiet words."""
    return (Span(words, "dim"),)


def many(number: int, what: str) -> str:
    """`1 pair`, `1,204 pairs`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
