"""Lines of pages drawn before they are asked for, so that the next cursor key only has to show them.

Only pages at their beginning, with no link lit: that is how a page looks when the cursor of a list comes to it. May not
know how a line is drawn.
"""

from __future__ import annotations

from textual.strip import Strip

from tui.render.layout import PageLayout
from tui.widgets.selecting import SelectableLines

_MOST = 6
"""So many pages are kept drawn."""
EMPTY = PageLayout((), (), (), {})


class ReadyLines(SelectableLines):
    """Lines of a page laid out, `_laid`. `pointing` is whether the lit link is marked without the focus too."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._laid = EMPTY
        self._lit = False
        self.pointing = False
        self._ready: dict[int, tuple[PageLayout, dict[tuple[int, str, int], Strip]]] = {}

    @property
    def _plain(self) -> bool:
        """Whether no link is lit and nothing selected, so that a page looks as it does whenever it is seen."""
        return not (self.has_focus or self._lit or self.pointing or self.text_selection is not None)

    def draw_ahead(self, laid: PageLayout) -> None:
        """Draw what will be seen of a page, unless that has been done."""
        if self._plain and laid is not self._laid and id(laid) not in self._ready:
            shown, self._laid, self.top, self._drawn = (self._laid, self.top, self._drawn), laid, 0, {}
            view = self._view()
            for y in range(view.height):
                self._strip(y, view).render(self.app.console)
            self.put_by()
            self._laid, self.top, self._drawn = shown

    def put_by(self) -> None:
        """Keep the lines of the page shown for when it is shown again."""
        if self._plain and not self.top:
            if len(self._ready) >= _MOST:
                del self._ready[next(iter(self._ready))]
            self._ready[id(self._laid)] = (self._laid, self._drawn)

    def take_up(self) -> None:
        """Go on with the lines of the page now laid out, as far as there are any."""
        self._drawn = self._ready.pop(id(self._laid), (self._laid, {}))[1] if self._plain else {}

    def forget(self) -> None:
        """Let go of all lines drawn so far, those of pages to come too."""
        super().forget()
        self._ready.clear()
