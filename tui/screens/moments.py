"""Chooses the moment as of which a dossier is shown: the strip of time, and the steps from one moment to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol

from textual.screen import Screen

from tui.dossier.as_of import default_moment
from tui.screens.active_filters import ActiveFilters
from tui.screens.filter_changes import FilterChanges

if TYPE_CHECKING:
    from tui.dossier.change_points import ChangePoints, Step
    from tui.dossier.values.dates import Date
    from tui.pages.page import Spans
    from tui.render.moment_strip import MomentStrip
    from tui.screens.moment_dialog import Moment
    from tui.widgets.time_strip import TimeStrip

MomentAction = Literal[
    "change", "month", "year", "decade", "first", "last", "all", "type", "marks", "open", "close", "leave"
]
"""What a key does: a step, or something else with the moment or the strip."""

NO_DATE = "This dossier gives no date"
"""Why nothing happens that has to do with time."""


class Host(Protocol):
    """The display of the dossier."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why nothing happens."""

    def leave_strip(self) -> None:
        """Give the focus back to the pane that had it before the strip."""


class Moments:
    """The moment of one screen: what is shown is changed through `changes`."""

    def __init__(self, host: Host, screen: Screen[None], filters: ActiveFilters, changes: FilterChanges) -> None:
        self._host = host
        self._screen = screen
        self._filters = filters
        self._changes = changes
        self._before: Date | None = None
        self._strip: TimeStrip | None = None
        self._drawing: MomentStrip | None = None
        self._latest_step: Step = "change"

    def act(self, action: MomentAction, by: int = 0) -> None:
        """Do what a key asks for; `by` is 1 for a step to a later moment and -1 for one to an earlier."""
        match action:
            case "open":
                self.open()
            case "close":
                self.close()
            case "leave":
                self._host.leave_strip()
            case "first" | "last":
                self.edge(int(action == "last"))
            case "all":
                self.toggle_all_times()
            case "type":
                self.ask()
            case "marks":
                self.toggle_marks()
            case _:
                self.step(action, by)

    # The strip

    @property
    def is_focused(self) -> bool:
        """Whether the strip has the focus."""
        return self._strip is not None and self._strip.has_focus

    @property
    def is_open(self) -> bool:
        """Whether the strip is in view."""
        return self._strip is not None and self._strip.display

    def open(self) -> None:
        """Open the strip above the keys and give it the focus."""
        if self._points() is None:
            self._host.explain_unavailable(NO_DATE)
            return
        strip = self._ensure_strip()
        strip.display = True
        self._screen.add_class("-with-strip")
        strip.show()
        self._screen.set_focus(strip, scroll_visible=False)

    def close(self) -> None:
        """Close the strip; the moment stays."""
        if self._strip is not None and self.is_open:
            self._strip.display = False
            self._screen.remove_class("-with-strip")
            self._host.leave_strip()

    def show(self) -> None:
        """Show the moment in the strip, if it is open."""
        if self._strip is not None and self.is_open:
            self._strip.show()

    def _ensure_strip(self) -> TimeStrip:
        if self._strip is None:
            from tui.widgets.time_strip import TimeStrip

            self._strip = TimeStrip(self._rows, id="time")
            self._screen.mount(self._strip, before="#keys")
        return self._strip

    def _rows(self, width: int) -> list[Spans]:
        from tui.render.moment_strip import MomentStrip

        builder = self._filters.catalog.builder
        if self._drawing is None or self._drawing.builder is not builder:
            self._drawing = MomentStrip(builder)
        return self._drawing.rows(width, self._before)

    def rows_in_view(self) -> list[Spans]:
        """The rows of the strip; none while it is closed."""
        return self._rows(self._screen.size.width) if self.is_open else []

    # Steps

    def step(self, step: Step, by: int) -> None:
        """Go to the moment one step later or earlier."""
        points, moment = self._points(), self._moment
        if points is None or moment is None:
            self._host.explain_unavailable(NO_DATE)
            return
        if (found := points.stepped(moment, step, by)) is None:
            self._host.explain_unavailable(f"Nothing {'later' if by > 0 else 'earlier'} in this dossier")
            return
        self._latest_step = step
        self._go(found)

    def follow(self, date: str) -> None:
        """Go to the date that a link leads to; what is in view of the page stays in view."""
        from tui.dossier.values.dates import parse_date

        self._go(parse_date(date), keeping=True)

    def ahead(self) -> list[Date]:
        """The moments to which the keys lead that stepped last; none until the reader has turned to time."""
        points, moment = self._points() if self.is_open or self._before is not None else None, self._moment
        if points is None or moment is None:
            return []
        return [found for by in (1, -1) if (found := points.stepped(moment, self._latest_step, by)) is not None]

    def edge(self, last: int) -> None:
        """Go to the first change or to the last one."""
        if points := self._points():
            self._go(points.points[-1 if last else 0].moment)

    def toggle_all_times(self) -> None:
        """Count everything that ever was, or go back to the dossier's own date."""
        if self._own is None:
            self._host.explain_unavailable(NO_DATE)
        else:
            self._go(self._own if self._filters.catalog.moment is None else None)

    def ask(self) -> None:
        """Let the reader type a date."""
        from tui.screens.moment_dialog import MomentDialog

        self._screen.app.push_screen(MomentDialog(), self._take)

    def _take(self, moment: Moment | None) -> None:
        if moment is not None:
            self._go(moment.date)

    def toggle_marks(self) -> None:
        """Mark what the last step changed, or stop marking it."""
        catalog = self._filters.catalog
        if catalog.builder.since is not None:
            self._changes.make(partial(catalog.mark_changes, None))
        elif self._before is None or catalog.moment is None:
            self._host.explain_unavailable("No step in time yet: a opens the strip, < and > step")
        else:
            self._changes.make(partial(catalog.mark_changes, self._before))
            marked = catalog.builder.differences
            if marked is not None and marked.is_empty:
                self._host.explain_unavailable("The last step in time changed no tie")

    def _go(self, moment: Date | None, *, keeping: bool = False) -> None:
        before = self._filters.catalog.moment
        if moment != before:
            self._before = before
            self._changes.make(partial(self._change, moment), keeping=keeping)

    def _change(self, moment: Date | None) -> None:
        catalog = self._filters.catalog
        if catalog.builder.since is not None:
            catalog.mark_changes(self._before)
        catalog.set_moment(moment)
        self.show()

    @property
    def _moment(self) -> Date | None:
        return self._filters.catalog.moment or self._own

    @property
    def _own(self) -> Date | None:
        return default_moment(self._filters.catalog.dossier)

    def _points(self) -> ChangePoints | None:
        from tui.dossier.change_points import change_points

        return change_points(self._filters.catalog.dossier)
