"""What the reader chooses to see: everything or only what is reported, and which ties pictures are about.

May not know how a place is shown; the screen built on this one does.
"""

from __future__ import annotations

from tui.dossier.scope import PLAIN, Scope
from tui.dossier.vocabulary import UNSETTLED
from tui.pages.shelf import Shelf
from tui.screens.prompt import PromptScreen


class LensScreen(PromptScreen):
    """A screen over one dossier that can be seen whole or in part. `shelf` is what is seen now."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf

    def renew(self, shelf: Shelf) -> None:
        """Show another reading of the same dossier, from the same place as far as it still exists."""
        raise NotImplementedError

    def lens(self) -> tuple[str, str]:
        """What the reader has chosen, in a few words and in fewer; empty for everything as usual."""
        part, scope = self.shelf.dossier, self.shelf.scope
        said = []
        if part.whole is not None:
            said.append((f"● reported only, {sum(map(part.left_out, part.tables)):,} left out", "● facts"))
        if scope.statuses < UNSETTLED:
            said.append(("unsettled ties counted", "≠ in"))
        if scope.kinds or scope.sides or scope.statuses - UNSETTLED:
            said.append(("pictures filtered", "filtered"))
        return " · ".join(words for words, _ in said), " · ".join(brief for _, brief in said)

    def through(self, shelf: Shelf) -> Shelf:
        """A fresh reading of the file as the reader has chosen to see it."""
        from tui.dossier.facts import reported_only

        part = self.shelf.dossier.whole is not None
        return Shelf(reported_only(shelf.dossier) if part else shelf.dossier, self.shelf.scope)

    def action_facts(self) -> None:
        """Only what is reported, or everything again."""
        from tui.dossier.facts import reported_only

        seen = self.shelf.dossier
        self.renew(Shelf(seen.whole or reported_only(seen), self.shelf.scope))

    def action_unsettled(self) -> None:
        """Count contested, denied and inferred ties in pictures and in Balance, or leave them out again."""
        scope = self.shelf.scope
        inside = scope.statuses & UNSETTLED
        self.choose(scope._replace(statuses=scope.statuses - UNSETTLED if inside else scope.statuses | UNSETTLED))

    def action_scope(self) -> None:
        """Let the reader choose which ties pictures are about."""
        from tui.screens.scope import ScopeScreen

        def chosen(scope: Scope | None) -> None:
            if scope is not None and scope != self.shelf.scope:
                self.choose(scope)

        self.app.push_screen(ScopeScreen(self.shelf.dossier, self.shelf.scope), chosen)

    def choose(self, scope: Scope = PLAIN) -> None:
        """Let pictures be about other ties."""
        self.shelf.rescope(scope)
        self.renew(self.shelf)
