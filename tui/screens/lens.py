"""What the reader chooses to see: everything or only what is reported, and which ties pictures are about.

May not know how a place is shown; the screen built on this one does.
"""

from __future__ import annotations

from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.catalog import Catalog
from tui.screens.prompt import PromptScreen


class LensScreen(PromptScreen):
    """A screen over one dossier that can be seen whole or in part. `shelf` is what is seen now."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self.catalog = catalog

    def renew(self, catalog: Catalog) -> None:
        """Show another reading of the same dossier, from the same place as far as it still exists."""
        raise NotImplementedError

    def lens(self) -> tuple[str, str]:
        """What the reader has chosen, in a few words and in fewer; empty for everything as usual."""
        part, scope = self.catalog.dossier, self.catalog.scope
        said = []
        if part.whole is not None:
            said.append((f"● reported only, {sum(map(part.left_out, part.tables)):,} left out", "● facts"))
        if scope.statuses < UNSETTLED:
            said.append(("unsettled ties counted", "≠ in"))
        if scope.kinds or scope.sides or scope.statuses - UNSETTLED:
            said.append(("pictures filtered", "filtered"))
        return " · ".join(words for words, _ in said), " · ".join(brief for _, brief in said)

    def through(self, catalog: Catalog) -> Catalog:
        """A fresh reading of the file as the reader has chosen to see it."""
        from tui.dossier.reported_only import reported_only

        part = self.catalog.dossier.whole is not None
        return Catalog(reported_only(catalog.dossier) if part else catalog.dossier, self.catalog.scope)

    def action_facts(self) -> None:
        """Only what is reported, or everything again."""
        from tui.dossier.reported_only import reported_only

        seen = self.catalog.dossier
        self.renew(Catalog(seen.whole or reported_only(seen), self.catalog.scope))

    def action_unsettled(self) -> None:
        """Count contested, denied and inferred ties in pictures and in Balance, or leave them out again."""
        scope = self.catalog.scope
        inside = scope.statuses & UNSETTLED
        self.choose(scope._replace(statuses=scope.statuses - UNSETTLED if inside else scope.statuses | UNSETTLED))

    def action_scope(self) -> None:
        """Let the reader choose which ties pictures are about."""
        from tui.screens.scope import ScopeScreen

        def chosen(scope: Scope | None) -> None:
            if scope is not None and scope != self.catalog.scope:
                self.choose(scope)

        self.app.push_screen(ScopeScreen(self.catalog.dossier, self.catalog.scope), chosen)

    def choose(self, scope: Scope = DEFAULT_SCOPE) -> None:
        """Let pictures be about other ties."""
        self.catalog.set_scope(scope)
        self.renew(self.catalog)
