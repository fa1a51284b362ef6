"""The panels: one for each kind of record, the home panel, those that draw or analyse ties, and that of the search."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.dossier.kinds import KINDS, AnyKind, Event
from tui.pages.list_line import ListGroup
from tui.pages.span_builder import SpanBuilder

if TYPE_CHECKING:
    from tui.pages.lists.searches import Searches

FindSearches = Callable[[], "Searches"]
"""Returns the searches of the dossier, which are not made before somebody searches."""


class Panel(NamedTuple):
    """One panel of the screen. Its `name` is that of the table it lists, if it lists one.

    `table` holds the records that the panel is about, `""` for all of them. `plural` is what it lists. `groups` builds
    a list of anything but the records of a table, from a query, the open view, and the searches; `initial` returns the
    view that the panel opens with, unless that is its summary. `list_beside` says which views of the panel have a list
    beside them: all (None), none (`""`), or those with that prefix. A `searching` panel lists what is found in the
    whole dossier, in lines that need more room. `views_instead` are listed where the dossier has
    none of what the panel lists.
    """

    name: str
    title: str
    table: str
    plural: str
    help: str
    groups: Callable[[SpanBuilder, str, str, FindSearches], list[ListGroup]] | None = None
    initial: Callable[[SpanBuilder], str] | None = None
    list_beside: str | None = None
    searching: bool = False
    views_instead: Callable[[SpanBuilder], tuple[str, ...]] | None = None

    @property
    def prompt(self) -> str:
        """What is in the field above the list before anything is typed there."""
        return _SEARCH_PROMPT if self.searching else "filter"

    @property
    def alone(self) -> bool:
        """Whether a view of the panel may be shown without a list."""
        return self.list_beside is not None

    @property
    def summary(self) -> str:
        """The view at the head of the panel's list, empty when there is none."""
        from tui.pages.views.registry import summary_view

        return summary_view(self.name)

    def instead(self, builder: SpanBuilder) -> list[ListGroup]:
        """What is listed where the dossier has none of what the panel lists, under a heading that says so."""
        views = self.views_instead(builder) if self.views_instead is not None else ()
        return [ListGroup(f"No {self.plural}. What is dated:", views)] if views else []

    def has_list(self, view: str, query: str) -> bool:
        """Whether there is a list beside `view`; with a query there always is."""
        return bool(self.list_beside is None or query or (self.list_beside and view.startswith(self.list_beside)))

    def nothing(self, query: str) -> str:
        """The words in an empty list, with the key that leads on by its id, as in `{go.out}`."""
        if self.searching:
            return (
                "Nothing matches. Change what is searched for above, or press {go.out} to go back."
                if query
                else _HOW_TO_SEARCH
            )
        if query:
            return "Nothing matches. Change the filter above, or press {go.out} to drop it."
        return f"This dossier has no {self.plural}. Press {{panel.home}} for Home."


def _of_kind(kind: AnyKind) -> Panel:
    made = Panel(kind.table, kind.title, kind.table, kind.plural, f"Open the {kind.title} panel")
    if kind.table != Event.TABLE:
        return made
    return made._replace(initial=_first_timeline, views_instead=_timelines_instead)


def _timelines_instead(builder: SpanBuilder) -> tuple[str, ...]:
    if builder.dossier.tables[Event.TABLE]:
        return ()
    from tui.pages.views.dated_timeline import timelines_instead

    return timelines_instead(builder.dossier)


def _first_timeline(builder: SpanBuilder) -> str:
    return next(iter(_timelines_instead(builder)), panel_named(Event.TABLE).summary)


def _only_open(builder: SpanBuilder, query: str, view: str, searches: FindSearches) -> list[ListGroup]:
    return [ListGroup("", (view or _HOME.summary,))]


def _actors_with_ties(builder: SpanBuilder, query: str, view: str, searches: FindSearches) -> list[ListGroup]:
    from tui.pages.network import network_lists

    if not (query or view.startswith(_EGO)):
        return [ListGroup("", (view or network_lists.initial_view(builder),))]
    everybody = [actor.id for actor in builder.dossier.tables["actors"]]
    return network_lists.ego_groups(builder, view, searches().ids("actors", query) if query.strip() else everybody)


def _first_ego(builder: SpanBuilder) -> str:
    from tui.pages.network import network_lists

    return network_lists.initial_view(builder)


def _triangles(builder: SpanBuilder, query: str, view: str, searches: FindSearches) -> list[ListGroup]:
    from tui.pages.balance.views import triangle_groups

    return triangle_groups(builder, query, view)


def _results(builder: SpanBuilder, query: str, view: str, searches: FindSearches) -> list[ListGroup]:
    if not query.strip():
        return []
    from tui.pages.lists.search_results import result_groups

    search = searches().everything(query)
    return result_groups(search) if search.filter.query.terms else []


MARKS_VIEW = "marks:"
"""The view that lists the reader's marks and notes; it is of no panel."""
SEARCH = "search"
"""The panel of what is found in the whole dossier."""
_SEARCH_PROMPT = "search everything"
_HOW_TO_SEARCH = (
    "Type what to look for: all words, in any order, in names, quotes, summaries, notes and passages. "
    "“exact words” in quotation marks, -without, speaker: about: to: kind: act: status: outcome: sign: source: "
    "side: tag: year: before: after: in: at: ({filter.complete} completes)"
)
_EGO = "ego:"
_HOME = Panel("home", "Home", "", "records", "Open Home: the dossier on one screen", _only_open, list_beside="")
_SEARCH_PANEL = Panel(
    SEARCH, "Search", "", "results", "Search everything in the dossier", _results, lambda _: "", searching=True
)
_OTHER_PANELS = (
    Panel(
        "network",
        "Network",
        "alliances",
        "actors with ties",
        "Draw the ties around the current actor",
        _actors_with_ties,
        _first_ego,
        list_beside=_EGO,
    ),
    Panel(
        "balance",
        "Balance",
        "alliances",
        "triangles",
        "Open the Balance panel: the unbalanced triangles",
        _triangles,
    ),
)


class _Panels(Mapping[str, Panel]):
    """The panels by name, in their order: a live view of the registry of kinds."""

    def __getitem__(self, name: str) -> Panel:
        if (kind := KINDS.get(name)) is not None:
            return _of_kind(kind)
        return _BY_NAME[name]

    def __iter__(self) -> Iterator[str]:
        yield _HOME.name
        yield from KINDS
        yield from (panel.name for panel in _OTHER_PANELS)

    def __len__(self) -> int:
        return len(KINDS) + len(_BY_NAME)


_BY_NAME = {panel.name: panel for panel in (_HOME, *_OTHER_PANELS)}
PANELS: Mapping[str, Panel] = _Panels()
"""Name -> panel, in the order of the panels in the bar."""


def panel_named(name: str) -> Panel:
    """A panel of the bar, or that of the search. Raises KeyError when there is none with that name."""
    return _SEARCH_PANEL if name == SEARCH else PANELS[name]
