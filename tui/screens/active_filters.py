"""What the reader has chosen to see: everything or only what is reported, and which ties the diagrams count."""

from __future__ import annotations

from collections.abc import Iterator

from tui.dossier.as_of import default_moment
from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import Scope
from tui.dossier.values.dates import short_date
from tui.dossier.values.vocabulary import STATUS_GLYPHS, UNSETTLED
from tui.pages.catalog import Catalog
from tui.pages.moment_marks import moment_words
from tui.pages.truncation import brief
from tui.pages.when import some_day

_LONGEST_FACETS = 28
"""The most characters of the facets where there is little room."""


class ActiveFilters:
    """The filters over one dossier; `catalog` is what they let through."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._part: Dossier | None = None

    @property
    def reported_only(self) -> bool:
        """Whether only what is reported is shown."""
        return self.catalog.dossier.whole is not None

    @property
    def keys_on(self) -> tuple[str, ...]:
        """The ids of the keys that have switched a filter on."""
        switched = {
            "app.reported": self.reported_only,
            "moment.all": self.catalog.moment is None,
            "moment.marks": self.catalog.builder.since is not None,
        }
        return tuple(key for key, is_on in switched.items() if is_on)

    def summary(self, *, moment_is_shown: bool = False) -> tuple[str, str]:
        """The active filters in words and in as few words as possible, both empty when there are none.

        The moment is left out where it is shown elsewhere.
        """
        dossier, scope = self.catalog.dossier, self.catalog.scope
        active = []
        if self.reported_only:
            left_out = sum(map(dossier.left_out, dossier.tables))
            active.append((f"{STATUS_GLYPHS['reported']} reported only, {left_out:,} left out", "reported only"))
        if scope.moment != default_moment(dossier) and not moment_is_shown:
            words = "all times" if scope.moment is None else moment_words(scope.moment)
            active.append((words, words if scope.moment is None else f"as of {some_day(short_date(scope.moment))}"))
        if scope.statuses < UNSETTLED:
            active.append(("unsettled counted in diagrams", "unsettled counted"))
        if scope.kinds or scope.sides or scope.statuses - UNSETTLED:
            active.append(("diagrams filtered", "filtered"))
        if scope.facets:
            active.append((f"ties {scope.facets}", brief(f"ties {scope.facets}", _LONGEST_FACETS)))
        return " · ".join(words for words, _ in active), " · ".join(brief for _, brief in active)

    def use(self, dossier: Dossier) -> None:
        """Apply the filters to a newly read file."""
        self._show(self.catalog_of(dossier))

    def catalog_of(self, dossier: Dossier) -> Catalog:
        """What the filters let through of a newly read file; its own date replaces that of the file before.

        A date that was chosen stays.
        """
        scope = self.catalog.scope
        if scope.moment == default_moment(self.catalog.dossier):
            scope = scope._replace(moment=default_moment(dossier))
        shown = self._reported_part(dossier) if self.reported_only else dossier
        return Catalog(shown, scope, self.catalog.orders.chosen, self.catalog.builder.key_name)

    def toggle_reported_only(self) -> None:
        """Show only what is reported, or everything again."""
        self._show(next(self.other_catalogs()))

    def other_catalogs(self) -> Iterator[Catalog]:
        """What a key leads to: the catalog of what is reported only, or of everything again."""
        dossier = self.catalog.dossier
        other = dossier.whole or self._reported_part(dossier)
        yield Catalog(other, self.catalog.scope, self.catalog.orders.chosen, self.catalog.builder.key_name)

    def _reported_part(self, whole: Dossier) -> Dossier:
        """What is reported of a dossier, made once."""
        from tui.dossier.reported_only import reported_only

        part = self._part
        if part is None or part.whole is not whole:
            part = self._part = reported_only(whole)
        return part

    def _show(self, catalog: Catalog) -> None:
        before = self.catalog.builder
        since, marks = before.since, before.reader_marks
        self.catalog = catalog
        self.catalog.offer_tour(before.offers_tour)
        self.catalog.mark_changes(since)
        if marks is not None:
            self.catalog.set_marks(marks)

    def toggle_unsettled(self) -> None:
        """Count contested, denied and inferred ties in diagrams and in Balance, or leave them out again."""
        scope = self.catalog.scope
        counted = scope.statuses & UNSETTLED
        statuses = scope.statuses - UNSETTLED if counted else scope.statuses | UNSETTLED
        self.set_scope(scope._replace(statuses=statuses))

    def set_scope(self, scope: Scope) -> None:
        """Change which ties the diagrams count."""
        self.catalog.set_scope(scope)
