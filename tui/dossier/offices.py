"""The offices of an actor at the time of something: those held then first, then those of an earlier or later time."""

from typing import Literal, NamedTuple

from tui.dossier.kinds import Actor, Role
from tui.dossier.values.dates import Date
from tui.dossier.values.lifetimes import bounds, lifetime

When = Literal["held", "perhaps", "undated", "earlier", "later"]
_ORDER: tuple[When, ...] = ("held", "perhaps", "undated", "earlier", "later")


class OfficeThen(NamedTuple):
    """An office, and whether it was held at the time: certainly, perhaps, or before or after it.

    It is "undated" where the office or the time has no date.
    """

    role: Role
    when: When


def offices_at(actor: Actor, date: Date | None) -> list[OfficeThen]:
    """The offices of an actor at a date, those held then first; of any time, in file order, where there is no date."""
    then = [OfficeThen(role, _when(role, date)) for role in actor.roles]
    return sorted(then, key=lambda office: _ORDER.index(office.when))


def _when(role: Role, date: Date | None) -> When:
    span = lifetime(role.since, role.until)
    if date is None or span is None:
        return "undated"
    states: dict[str, When] = {"holds": "held", "perhaps": "perhaps", "not begun": "later", "ended": "earlier"}
    return states[span.state(bounds(date))]
