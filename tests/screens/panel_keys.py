"""The keys that open the panels: another kind of record moves the digits of those after it."""

from __future__ import annotations

from tui.keys import panel_key

HOME = panel_key("home")
ACTORS = panel_key("actors")
QUOTES = panel_key("quotes")
ALLIANCES = panel_key("alliances")
LEDGER = panel_key("ledger")
CLAIMS = panel_key("claims")
EVENTS = panel_key("events")
SOURCES = panel_key("sources")
NETWORK = panel_key("network")


def panel_keys(panel: str) -> tuple[str, ...]:
    """Return the digit of a panel or, when it has none, what opens it in the jump list."""
    digit = panel_key(panel)
    return (digit,) if digit else (":", *panel, "enter")


BALANCE = panel_key("balance")
