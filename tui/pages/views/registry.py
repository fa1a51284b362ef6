"""Views: pages about the dossier as a whole, or about several records at once, rather than about one.

A view's id is its kind and the ids it is about, separated by colons: `overview:`, `ego:armenia`, `path:armenia:turkey`.
Record ids hold no colon, so a view id never names a record; it can be linked to and visited like one. What is opened in
a view follows a slash: `ego:armenia/arms-supply`.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast, get_args

from tui.dossier.values.vocabulary import TieKind
from tui.pages.page import Page
from tui.pages.span_builder import SpanBuilder


class View(NamedTuple):
    """One kind of view: the panel that shows it, its title, how many actor ids it takes, and where its page is built.

    It takes up to `more_ids` further ones. `tables` hold what it shows, where that is not what its panel is about.
    `parts` are the words for what can be opened in it.

    `function` of `module` is called with the span builder and that many ids, and the part that is opened if there is
    one; it returns None for ids it cannot show.
    """

    kind: str
    panel: str
    title: str
    id_count: int
    module: str
    function: str
    tables: tuple[str, ...] = ()
    more_ids: int = 0
    parts: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """How to name it on the command line: `timeline`, `pair:ACTOR:ACTOR`, `ego:ACTOR[/KIND]`."""
        part = "[/KIND]" if self.parts else ""
        return ":".join((self.kind, *["ACTOR"] * self.id_count)) + "[:ACTOR]" * self.more_ids + part

    def takes(self, number: int) -> bool:
        """Whether it can be about so many ids."""
        return self.id_count <= number <= self.id_count + self.more_ids


_QUOTES = ("quotes",)
_DATED, _LASTING = "tui.pages.views.dated_timeline", "tui.pages.views.lifetimes"
_DECLARED = (
    View("overview", "home", "Home", 0, "tui.pages.views.overview", "overview_page"),
    View("timeline", "events", "Timeline", 0, "tui.pages.views.timeline", "timeline_page"),
    View("timeline-ties", "events", "Timeline of ties", 0, _LASTING, "ties_timeline", ("alliances",)),
    View("timeline-quotes", "events", "Timeline of quotes", 0, _DATED, "quotes_timeline", _QUOTES),
    View("timeline-offices", "events", "Timeline of offices and roles", 0, _LASTING, "offices_timeline", ("actors",)),
    View("timeline-all", "events", "Timeline of everything dated", 0, _DATED, "full_timeline", ("events", "alliances")),
    View("coverage", "sources", "Coverage", 0, "tui.pages.views.coverage", "coverage_page"),
    View("ego", "network", "One actor and its ties", 1, "tui.pages.network.ego", "ego_page", parts=get_args(TieKind)),
    View("pair", "network", "Two actors", 2, "tui.pages.network.pair", "pair_page"),
    View("blocs", "network", "Blocs and sides", 0, "tui.pages.network.blocs", "blocs_page"),
    View("matrix", "network", "Matrix", 0, "tui.pages.network.matrix", "matrix_page"),
    View("path", "network", "Chains of ties", 2, "tui.pages.network.path", "path_page"),
    View("compare", "network", "Speakers compared", 2, "tui.pages.speech.compare", "compare_page", _QUOTES, 1),
    View("said", "network", "Words of an actor", 1, "tui.pages.speech.said", "said_page", _QUOTES, 1),
    View("speakers", "network", "Who speaks about whom", 0, "tui.pages.speech.speakers", "speakers_page", _QUOTES),
    View("balance", "balance", "Balance at a glance", 0, "tui.pages.balance.views", "balance_view"),
    View("triangle", "balance", "Three actors", 3, "tui.pages.balance.views", "triangle_view"),
    View("about", "home", "About this dossier", 0, "tui.pages.views.about", "about_page"),
    View("marks", "home", "Marks and notes", 0, "tui.pages.views.marks", "marks_page"),
    View("grievances", "ledger", "Grievances and requests", 0, "tui.pages.views.grievances", "grievances_page"),
    View("versions", "claims", "Versions side by side", 0, "tui.pages.views.versions", "versions_page"),
)

VIEWS: dict[str, View] = {view.kind: view for view in _DECLARED}
"""Every view by its kind."""


def view_of(name: str) -> View | None:
    """The view that `name` asks for; None if it is not a view id."""
    kind, colon, _ = name.partition(":")
    return VIEWS.get(kind) if colon else None


def summary_view(panel: str) -> str:
    """The view at the head of a panel: the first one of the panel that is about the dossier as a whole, if any."""
    return next((f"{kind}:" for kind, view in VIEWS.items() if view.panel == panel and not view.id_count), "")


def ids_in(name: str) -> tuple[str, ...]:
    """The record ids in a view id: `path:a:b` -> `("a", "b")`."""
    return tuple(part for part in name.partition("/")[0].split(":")[1:] if part)


def part_in(name: str) -> str:
    """What is opened in the view with this id: `ego:a/aid` -> `aid`; empty for nothing."""
    return name.partition("/")[2]


def ego_view_id(actor: str, kind: str = "") -> str:
    """The id of the view of an actor and its ties, with those of one kind opened when it is given."""
    return f"ego:{actor}/{kind}" if kind else f"ego:{actor}"


def pair_view_id(first: str, second: str) -> str:
    """The id of the view of two actors, the same in either order."""
    return ":".join(("pair", *sorted((first, second))))


def compare_view_id(*actors: str) -> str:
    """The id of the view that compares two or three actors."""
    return ":".join(("compare", *actors))


def said_view_id(actor: str, subject: str = "") -> str:
    """The id of the view of the words of an actor, of those about one subject when it is given."""
    return f"said:{actor}:{subject}" if subject else f"said:{actor}"


def view_page(builder: SpanBuilder, name: str) -> Page | None:
    """The page of the view `name`; None when there is no such view."""
    view, ids, part = view_of(name), ids_in(name), part_in(name)
    if view is None or not view.takes(len(ids)) or (part and part not in view.parts):
        return None
    build = cast("Callable[..., Page | None]", getattr(import_module(view.module), view.function))
    page = build(builder, *ids, part) if part else build(builder, *ids)
    return page and page._replace(id=name)
