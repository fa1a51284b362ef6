"""The chapters of the web page, and in which order: what is shown of the dossier as a whole, then its records."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from time import monotonic
from typing import NamedTuple

from tui.dossier.kinds import KINDS, Source
from tui.export.html.anchors import Anchors
from tui.export.html.articles import ArticleWriter
from tui.export.html.matrix_picture import matrix_picture
from tui.pages.balance.views import compute
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Grid
from tui.pages.list_line import ListGroup
from tui.pages.lists.panels import MARKS_VIEW
from tui.pages.network.matrix import Matrix, matrix
from tui.pages.page import Page
from tui.pages.records.record_view import record_view
from tui.pages.views.registry import pair_view_id

_ABOUT, _BLOCS, _BALANCE = "about:", "blocs:", "balance:"
VIEWS = {
    "overview:": ("At a glance", ""),
    _ABOUT: ("About this dossier", ""),
    "matrix:": ("Ties by sign", "alliances"),
    _BLOCS: ("Blocs and sides", "alliances"),
    _BALANCE: ("Balance", "alliances"),
    "timeline:": ("Timeline", "events"),
    "grievances:": ("Grievances and requests", "ledger"),
    "versions:": ("Contested claims", "claims"),
    "speakers:": ("Who speaks about whom", "quotes"),
    "coverage:": ("Sources and coverage", "sources"),
}
"""The views that are chapters -> their title, and the table without whose records there is nothing to show."""
_PAIRS, _PAIRS_TITLE = "panel:pairs", "Pairs and triangles"
_MOST_PAIRS, _MOST_TRIANGLES = 300, 50
_BALANCE_SECONDS = 10.0
"""How long the balance may take."""
_ENTRIES = 10_000
_FEWEST = 3
"""About the most entries of a section in all pages of a kind, and the fewest of one page that has more."""


class Chapter(NamedTuple):
    """A chapter: its anchor and title, how many records it has if it is of a kind, and its HTML, piece by piece."""

    anchor: str
    title: str
    number: int | None
    html: Iterable[str]


class Chapters:
    """The chapters of a dossier."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._dossier = catalog.dossier
        self.without_balance = not self._work_out_balance()
        """Whether the balance takes too long."""
        self._matrix: Matrix | None = matrix(catalog.builder) if self._dossier.tables["alliances"] else None
        self.views = list(self._present_views())
        self.pairs = list(self._linked_pairs())
        parts: dict[str, list[str]] = {}
        self._limit_lists(Source.TABLE)
        for source in self._dossier.records_of(Source):
            page = catalog.page(source.id)
            parts[source.id] = [block.anchor for block in page.blocks if block.anchor] if page is not None else []
        self.anchors = Anchors(self._dossier, [*self.views, *self.pairs], parts)
        self.writer = ArticleWriter(catalog, self.anchors)

    def _work_out_balance(self) -> bool:
        """Compute the balance, and that of all moments, as far as there is time; whether there is one to show."""
        until = monotonic() + _BALANCE_SECONDS

        def stopped() -> bool:
            return monotonic() > until

        builder, scope = self.catalog.builder, self.catalog.scope
        balances = builder.balances
        for task in (*balances.missing(scope), *balances.missing_later(scope)):
            compute(builder, task, stopped)
        if (history := balances.missing_history(scope)) is not None:
            compute(builder, history, stopped)
        return not any(balances.missing(scope)) and balances.missing_history(scope) is None

    def _present_views(self) -> Iterator[str]:
        for view, (_, table) in VIEWS.items():
            if not (self._dossier.tables[table] if table else self._dossier.records or view == _ABOUT):
                continue
            if not (view == _BALANCE and self.without_balance) and not (view == _BLOCS and self._has_no_blocs()):
                yield view
        if self.catalog.builder.reader_marks is not None:
            yield MARKS_VIEW

    def _has_no_blocs(self) -> bool:
        """Whether there is no table of blocs and sides, but a hint at another key of the program."""
        page = self.catalog.page(_BLOCS)
        return page is None or not any(isinstance(block, Grid) for block in page.blocks)

    def _linked_pairs(self) -> Iterator[str]:
        """The pairs of the matrix, and the triangles that the balance names, as far as there are not too many."""
        if self._matrix is None:
            return
        actors = self._matrix.actors
        cells = {*self._matrix.signs, *self._matrix.uncounted}
        pairs = dict.fromkeys(pair_view_id(actors[row], actors[column]) for row, column in sorted(cells))
        if len(pairs) <= _MOST_PAIRS:
            yield from pairs
        balance = self.catalog.page(_BALANCE) if _BALANCE in self.views else None
        links = balance.links() if balance is not None else ()
        yield from islice(dict.fromkeys(link for link in links if link.startswith("triangle:")), _MOST_TRIANGLES)

    def all(self) -> Iterator[Chapter]:
        """Every chapter in order. Its HTML is made while it is read."""
        for view in self.views:
            title = VIEWS[view][0] if view in VIEWS else "Marks and notes"
            yield Chapter(view, title, None, self._view(view, title))
        for table, kind in KINDS.items():
            if records := self._dossier.tables[table]:
                yield Chapter(f"panel:{table}", kind.title, len(records), self._records(table))
        if self.pairs:
            yield Chapter(_PAIRS, _PAIRS_TITLE, len(self.pairs), self._pairs())

    def _view(self, name: str, title: str) -> Iterator[str]:
        page = self.catalog.page(name)
        if page is None:
            return
        if name == "matrix:" and self._matrix is not None and self._matrix.signs:
            yield self._matrix_section(page, title, self._matrix)
        else:
            yield self.writer.view(page, 2, title=title)

    def _matrix_section(self, page: Page, title: str, table: Matrix) -> str:
        """The matrix as a picture, and the table below it, to be unfolded."""
        grids = tuple(block for block in page.blocks if isinstance(block, Grid))
        rest = page._replace(blocks=tuple(block for block in page.blocks if not isinstance(block, Grid)))
        picture = matrix_picture(table, self.anchors)
        twin = self.writer.blocks(Page(page.id, grids), title)
        figure = (
            f'<figure>\n<div class="scroll" role="region" tabindex="0" aria-label="{escape(title)}, a picture">\n'
            f"{picture}\n</div>\n<details><summary>The picture as a table</summary>\n{twin}\n</details>\n</figure>\n"
        )
        return self.writer.view(rest, 2, title=title, picture=figure)

    def _records(self, table: str) -> Iterator[str]:
        """The records of a kind under its headings, as the program lists them."""
        kind, records = KINDS[table], self._dossier.tables[table]
        self._limit_lists(table)
        yield f'<section id="panel:{table}">\n<h2>{kind.title} <span class="number">{len(records):,}</span></h2>'
        groups = self.catalog.record_groups(table)
        has_headings = record_view(table).heading is not None
        for group in groups:
            yield from self._group(group, 4 if has_headings else 3)
        yield "</section>"

    def _limit_lists(self, table: str) -> None:
        """Let the pages of a kind list as much as keeps the web page small enough to be opened."""
        self.catalog.builder.most_listed = max(_FEWEST, _ENTRIES // max(1, len(self._dossier.tables[table])))

    def _group(self, group: ListGroup, level: int) -> Iterator[str]:
        if level > 3:
            yield f'<h3 class="group">{escape(group.heading)} <span class="number">{len(group.ids):,}</span></h3>'
        for name in group.ids:
            yield self.writer.record(name, level)

    def _pairs(self) -> Iterator[str]:
        yield f'<section id="{_PAIRS}">\n<h2>{_PAIRS_TITLE} <span class="number">{len(self.pairs):,}</span></h2>'
        for name in self.pairs:
            if (page := self.catalog.page(name)) is not None:
                yield self.writer.view(page, 3)
        yield "</section>"
