"""The strip over a list at one width: the years, the bars, and a mark under the bar of what the cursor is at."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.values.vocabulary import MOMENT_GLYPH, count_noun
from tui.pages.lists.list_strip import ListStrip
from tui.pages.page import Span, Spans
from tui.render.count_strip import bar_rows, counts_in, even_words, low_bars, period_words, scale_of, years_over
from tui.render.pointer import mark_under
from tui.render.wrap import cells


class DrawnStrip:
    """A strip in `width` cells, its bars `height` rows high.

    They are made once: a row at another place of the cursor costs next to nothing.
    """

    def __init__(self, strip: ListStrip, width: int, height: int) -> None:
        self._strip = strip
        self._width = width
        self._scale = scale_of(strip.dates, width)
        self._counts, _ = counts_in(self._scale, strip.listed)
        gap = " " * self._scale.gap
        self._years_row = 0
        self._even = even_words(strip.listed, self._scale.unit, f"{strip.noun}s")
        if self._even:
            self._years_row = height - 1  # right above them
            rows = [*[[""]] * self._years_row, low_bars(self._scale, self._counts)]
        else:
            rows = list(bar_rows(self._scale, self._counts, height))
        self._bars = ["".join(bar + gap for bar in row) for row in rows]
        self._years = years_over(self._scale, width)

    def row(self, number: int, name: str) -> Spans:
        """A row of the strip while the cursor is at the record called `name`."""
        if number <= self._years_row:
            return (Span(self._years, "dim"),) if number == self._years_row else ()
        months = self._strip.months.get(name)
        lit = self._cells(months) if months is not None else range(0)
        if number <= len(self._bars):
            bars = self._bars[number - 1]
            before, at, after = bars[: lit.start], bars[lit.start : lit.stop], bars[lit.stop :]
            return tuple(span for span in (Span(before, "dim"), Span(at, "highlight"), Span(after, "dim")) if span.text)
        return self._mark(lit, self._words(name, months))

    def first_at(self, column: int, names: Iterable[str]) -> str:
        """The first of some records that is in the bar of a cell; empty when none is."""
        months, bar = self._strip.months, column // self._scale.cell
        dated = ((name, at) for name in names if (at := months.get(name)) is not None and self._scale.in_one_bar(*at))
        return next((name for name, (first, _) in dated if self._scale.bar_at(first) == bar), "")

    def _cells(self, months: tuple[int, int]) -> range:
        """The cells of the bar that some months are in, or of all from the first to the last of them."""
        first, last = map(self._scale.bar_at, months)
        return range(first * self._scale.cell, (last + 1) * self._scale.cell - self._scale.gap)

    def _words(self, name: str, months: tuple[int, int] | None) -> tuple[str, ...]:
        """What the lit bar counts; of what is in no bar its date; of nothing what the bars are; shorter ones follow."""
        if months is not None and self._scale.in_one_bar(*months):
            bar = self._scale.bar_at(months[0])
            period = period_words(self._scale.months(bar))
            return f"{period}: {count_noun(self._counts[bar], self._strip.noun)}", period
        if words := self._strip.words(name):
            return (words,)
        if self._even:
            return self._even
        unit = f"{self._strip.noun}s {self._scale.words()}"
        return f"{unit}, at most {max(self._counts):,}", unit

    def _mark(self, lit: range, choice: tuple[str, ...]) -> Spans:
        """A mark under what is lit, beside it the first words for which there is room, at the right or at the left."""
        if not lit:
            return next(((Span(words, "dim"),) for words in choice if cells(words) <= self._width), ())
        size = len(lit)
        mark = MOMENT_GLYPH if size <= self._scale.cell else f"{MOMENT_GLYPH}{'─' * (size - 2)}{MOMENT_GLYPH}"
        at = lit.start + (size - len(mark)) // 2
        return mark_under(mark, at, self._width, choice)
