"""The keys that open the panels: another kind of record moves the digits of those after it."""

from __future__ import annotations

from tui.keys import KEYS

HOME = KEYS.panel_key("home")
ACTORS = KEYS.panel_key("actors")
QUOTES = KEYS.panel_key("quotes")
ALLIANCES = KEYS.panel_key("alliances")
LEDGER = KEYS.panel_key("ledger")
CLAIMS = KEYS.panel_key("claims")
EVENTS = KEYS.panel_key("events")
SOURCES = KEYS.panel_key("sources")
NETWORK = KEYS.panel_key("network")


def panel_keys(panel: str) -> tuple[str, ...]:
    """Return the digit of a panel or, when it has none, what opens it in the jump list."""
    digit = KEYS.panel_key(panel)
    return (digit,) if digit else (":", *panel, "enter")


BALANCE = KEYS.panel_key("balance")
