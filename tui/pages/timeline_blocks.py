"""What pages about time are made of, as data: the entries of a timeline, the bars of what lasts,
the strip of how much there is when, and numbers over time."""

from typing import Literal, NamedTuple

from tui.dossier.values.vocabulary import count_noun
from tui.pages.page import Fields, LineStyle, Span, Spans


class TimelineEntry(NamedTuple):
    """One entry on a vertical rail: its mark, date, text with status and cites, and a dimmer line `below`.

    `rail` leads to the next entry: solid, broken where the order of the two is unknown, empty at the end; `gap` is the
    text beside it. Each part of `when` has a line of its own where there is a date column; where there is none, a
    `quiet` one (`undated`) moves to the dimmer line. Neither `when` nor `gap` holds links. There is no blank row
    between a `compact` entry and the next.
    """

    mark: Span
    when: tuple[Spans, ...]
    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    rail: Literal["", "solid", "broken"] = ""
    gap: Spans = ()
    quiet: bool = False
    anchor: str = ""
    compact: bool = False


class BranchEntry(NamedTuple):
    """One entry of a partial order, drawn as a tree: it comes after the one that it hangs from.

    `joint`: a "root"; the "next" one, which alone comes after the one above it; or one of several that come after the
    same, in no known order: the first of them, a "fork", a "branch", or the "last". `stems` says, for each level to the
    left of it, whether the line of that level goes on beside it, and `goes_on` whether anything hangs from it in turn.
    `hangs_from` is the other entry in words, for where no tree is drawn.
    """

    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    joint: Literal["root", "next", "fork", "branch", "last"] = "root"
    stems: tuple[bool, ...] = ()
    goes_on: bool = False
    hangs_from: Spans = ()
    anchor: str = ""


class Dated(NamedTuple):
    """How many things have one date, from its `first` to its `last` month, numbered `12 * year + month - 1`.

    `link` is the first of them.
    """

    first: int
    last: int
    number: int
    link: str = ""


class CountStrip(NamedTuple):
    """How much there is at which time: bars by the month, the year or longer, under their years, and that in words.

    Each bar leads to the first thing in it. `total` is how many there are, those of open dates among them, which are in
    no bar. `noun` is one of them, `plural` several where these are not the noun with an s.
    """

    dates: tuple[Dated, ...]
    total: int
    noun: str
    plural: str = ""
    anchor: str = ""

    def counted(self, number: int) -> str:
        """A number of them: `7 events`, `1 beginning or end`."""
        return f"{number:,} {self.plural}" if self.plural and number != 1 else count_noun(number, self.noun)


class LifetimeRow(NamedTuple):
    """One tie or office of a chart: what it is, from when to when in words, and its status.

    Days are numbered. It begins on one of the days `begins`, the first and the last possible one, and ends on one of
    `ends`. One that is `absent` is not there at the moment. Its bar is drawn in the style `line`.
    """

    mark: Span
    words: Spans
    when: str
    begins: tuple[int, int]
    ends: tuple[int, int]
    status: Spans = ()
    absent: bool = False
    line: LineStyle = "whole"


class LifetimeChart(NamedTuple):
    """Ties or offices as bars on one scale, one a row where there is room, from the day `first` to the day `last`.

    The rows from number `later` on have not begun at the `moment`, whose first and last day are marked on the scale and
    which is told in `moment_words`.
    """

    rows: tuple[LifetimeRow, ...]
    first: int
    last: int
    moment: tuple[int, int] | None = None
    moment_words: str = ""
    later: int = -1
    anchor: str = ""


class Series(NamedTuple):
    """One number at each time: a column for each stretch of time, with where it leads, empty for nowhere.

    `words` say of each column that leads anywhere what it is, for where it is selected.
    """

    label: str
    numbers: tuple[int, ...]
    links: tuple[str, ...]
    scale: str
    words: tuple[str, ...] = ()


class SeriesChart(NamedTuple):
    """Numbers over time above each other, in columns of the same times, as wide as there is room for.

    `years` are the places at which years begin, in columns and parts of them, with these. The columns from the first of
    `lit` up to the last are those of the moment, which is told in `moment`; none are lit where there is none, and where
    it lies `outside`.
    `twin` is the same as small bars within text.
    """

    series: tuple[Series, ...]
    years: tuple[tuple[float, str], ...]
    lit: tuple[int, int]
    outside: Literal["", "before", "after"]
    moment: Spans
    twin: tuple[Fields, ...]
    anchor: str = ""


TimelineBlock = TimelineEntry | BranchEntry | CountStrip | LifetimeChart | SeriesChart
