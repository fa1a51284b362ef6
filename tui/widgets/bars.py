"""One-line bars of clickable items: the panels at the top, the keys at the bottom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.pages.page import Span, Spans
from tui.render.wrap import cells
from tui.theme import RoleStyles
from tui.widgets.spans_to_segments import ELLIPSIS, segment_width, span_width, spans_to_segments

_MIN_LABEL = 4
"""The fewest letters of a label that is shortened."""
_MIN_TEXT = 6
"""The fewest cells for a text at the right that may be cut; where there are fewer, it is left out."""


class BarItem(NamedTuple):
    """One part of a bar. `action` is what a click runs, empty for nothing; `dimmed` when the key cannot act now.

    In a bar that is too narrow a label that `may_shorten` moves next to its key (`close`), and then is cut to its
    beginning, before any label is left out; not that of the selected item. Labels that are `kept` are left out last.
    """

    key: str
    label: str
    action: str = ""
    selected: bool = False
    dimmed: bool = False
    may_shorten: bool = False
    close: bool = False
    kept: bool = False

    @property
    def text(self) -> str:
        """The item with one blank on either side."""
        gap = "" if self.close or not (self.key and self.label) else " "
        return f" {self.key}{gap}{self.label} "


class Bar(Widget):
    """A line of items at the left and text at the right."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; background: $panel; }"
    ALLOW_SELECT = False
    _drops_items = False
    """Whether items go before their labels do."""

    class Pressed(Message):
        """An item was clicked; `action` is what it runs."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: tuple[BarItem, ...] = ()
        self._text = ""
        self._text_first = False
        self._warning = False

    def show(
        self,
        items: Sequence[BarItem],
        text: str = "",
        *,
        text_first: bool = False,
        warning: bool = False,
    ) -> None:
        """Show `items`, and `text` at the right edge where it fits whole; with `text_first` labels are left out for it.

        Where even then it does not fit, it is cut. A `warning` looks like one, and items are left out for it too.
        """
        content = (tuple(items), text.replace("\n", " "), text_first, warning)
        if content != (self.items, self._text, self._text_first, self._warning):
            self.items, self._text, self._text_first, self._warning = content
            self.refresh()

    def _at_the_right(self) -> tuple[Spans, bool]:
        """What stands at the right edge, and whether items are left out until it is whole."""
        return ((Span(self._text, "sign-against" if self._warning else "dim"),) if self._text else ()), self._warning

    def render_line(self, y: int) -> Strip:
        """The one line."""
        styles = RoleStyles(self.app, self.background_colors[1])
        width = self.size.width
        segments: list[Segment] = []
        for item, text in self._placed():
            if item.selected:
                segments.append(Segment(text, styles.cursor(True)))
                continue
            key_end = text.index(item.key) + len(item.key)
            segments += [
                Segment(text[:key_end], styles.style("dim" if item.dimmed else "label")),
                Segment(text[key_end:], styles.style("dim" if item.dimmed else "text")),
            ]
        spans, is_sure = self._at_the_right()
        room = width - segment_width(segments) - 2
        may_be_cut = self._text_first and room > _MIN_TEXT
        if spans and (is_sure or may_be_cut or span_width(spans) <= room):
            right = spans_to_segments(spans, room, styles)
            gap = Segment(" " * (room + 1 - segment_width(right)), styles.blank)
            segments += [gap, *right, Segment(" ", styles.blank)]
        return Strip(segments).adjust_cell_length(max(0, width), styles.blank)

    def _placed(self) -> Iterator[tuple[BarItem, str]]:
        """The items that fit, each with its displayed text; where space is short, neighbours share a blank."""
        room = self.size.width
        fitting = self._fit(room)
        right, is_sure = self._at_the_right()
        if (self._text_first or is_sure) and right:
            beside_text = self._fit(room - span_width(right) - 2, is_sure=is_sure)
            may_drop = self._drops_items and _width(beside_text) <= room
            if len(beside_text) == len(fitting) or is_sure or may_drop:
                fitting, room = beside_text, room - span_width(right) - 2
        is_close = _width(fitting) > room
        for number, item in enumerate(fitting):
            text = item.text
            if is_close and not item.selected:
                text = text[:-1]
            if is_close and number and fitting[number - 1].selected:
                text = text[1:]
            yield item, text

    def _fit(self, width: int, *, is_sure: bool = False) -> list[BarItem]:
        """The items that fit into `width`; `is_sure`: the text at their right comes first whatever becomes of them."""
        return fit_items(self.items, width)

    def on_click(self, event: events.Click) -> None:
        """Run the action of the item under the mouse."""
        end = 0
        for item, text in self._placed():
            end += cells(text)
            if event.x < end:
                if item.action:
                    self.post_message(self.Pressed(item.action))
                return


def fit_items(items: Sequence[BarItem], width: int) -> list[BarItem]:
    """Return the items that fit into `width`, sharing blanks if all labels can be shortened.

    First the labels move next to their keys, then as few as possible are shortened, then labels are left out from the
    right, those that are `kept` last, then items; a selected item keeps its label.
    """
    fitting = list(items)
    shares = False
    if fitting and _width(fitting) > width and all(item.may_shorten for item in fitting):
        shares = True
        if not _fits(fitting, width, shares):
            close = [item._replace(close=not item.selected) for item in fitting]
            fitting = _shorten(close, width + _shared_blanks(close))
    for number in sorted(range(len(fitting)), key=lambda number: (fitting[number].kept, -number)):
        if _fits(fitting, width, shares):
            return fitting
        if not fitting[number].selected:
            fitting[number] = fitting[number]._replace(label="")
    while fitting and not _fits(fitting, width, shares):
        fitting.pop()
    return fitting


def whole_items(items: Sequence[BarItem], width: int, least: int = 0) -> list[BarItem]:
    """Return the items that fit into `width` with their labels, but at least so many.

    From the right they are left out, a selected one after the others, and `kept` ones last.
    """
    fitting = list(items)
    order = sorted(range(len(items)), key=lambda number: (items[number].kept, items[number].selected, -number))
    for number in order[: max(0, len(items) - least)]:
        if _width(fitting) <= width:
            break
        fitting.remove(items[number])
    return fitting


def _fits(items: Sequence[BarItem], width: int, shares: bool) -> bool:
    return _width(items) <= width + (_shared_blanks(items) if shares else 0)


def _shared_blanks(items: Sequence[BarItem]) -> int:
    """How many blanks are saved where neighbours share one and the last item has none after it unless selected."""
    return len(items) - items[-1].selected if items else 0


def _shorten(items: Sequence[BarItem], width: int) -> list[BarItem]:
    """Cut as few labels as possible until all fit, the longest that is not selected first; unchanged if they cannot."""
    shortened = list(items)
    excess = _width(items) - width
    for number in sorted(range(len(items)), key=lambda number: (len(items[number].label), number), reverse=True):
        label = items[number].label
        cut = min(excess, len(label) - _MIN_LABEL - len(ELLIPSIS))
        if cut > 0 and not items[number].selected:
            shortened[number] = items[number]._replace(label=f"{label[: -cut - len(ELLIPSIS)]}{ELLIPSIS}")
            excess -= cut
    return list(items) if excess > 0 else shortened


def _width(items: Iterable[BarItem]) -> int:
    return sum(cells(item.text) for item in items)
