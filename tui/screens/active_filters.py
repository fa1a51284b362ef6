"""What the reader has chosen to see: everything or only what is reported, and which ties the diagrams count."""

from __future__ import annotations

from tui.dossier.as_of import default_moment
from tui.dossier.network.scope import Scope
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.catalog import Catalog


class ActiveFilters:
    """The filters over one dossier; `catalog` is what they let through."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @property
    def reported_only(self) -> bool:
        """Whether only what is reported is shown."""
        return self.catalog.dossier.whole is not None

    @property
    def keys_on(self) -> tuple[str, ...]:
        """The ids of the keys that have switched a filter on."""
        return ("app.reported",) if self.reported_only else ()

    def summary(self) -> tuple[str, str]:
        """The active filters in words and in as few words as possible, both empty when there are none."""
        dossier, scope = self.catalog.dossier, self.catalog.scope
        active = []
        if self.reported_only:
            left_out = sum(map(dossier.left_out, dossier.tables))
            active.append((f"● reported only, {left_out:,} left out", "reported only"))
        if scope.statuses < UNSETTLED:
            active.append(("unsettled counted", "unsettled counted"))
        if scope.kinds or scope.sides or scope.statuses - UNSETTLED:
            active.append(("diagrams filtered", "filtered"))
        return " · ".join(words for words, _ in active), " · ".join(brief for _, brief in active)

    def use(self, catalog: Catalog) -> None:
        """Apply the filters to a newly read file; its own date replaces that of the file before, not a chosen one."""
        from tui.dossier.reported_only import reported_only

        scope = self.catalog.scope
        if scope.moment == default_moment(self.catalog.dossier):
            scope = scope._replace(moment=catalog.moment)
        dossier = reported_only(catalog.dossier) if self.reported_only else catalog.dossier
        self.catalog = Catalog(dossier, scope)

    def toggle_reported_only(self) -> None:
        """Show only what is reported, or everything again."""
        from tui.dossier.reported_only import reported_only

        dossier = self.catalog.dossier
        self.catalog = Catalog(dossier.whole or reported_only(dossier), self.catalog.scope)

    def toggle_unsettled(self) -> None:
        """Count contested, denied and inferred ties in diagrams and in Balance, or leave them out again."""
        scope = self.catalog.scope
        counted = scope.statuses & UNSETTLED
        statuses = scope.statuses - UNSETTLED if counted else scope.statuses | UNSETTLED
        self.set_scope(scope._replace(statuses=statuses))

    def set_scope(self, scope: Scope) -> None:
        """Change which ties the diagrams count."""
        self.catalog.set_scope(scope)
