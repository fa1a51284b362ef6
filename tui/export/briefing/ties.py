"""Who stands where: the ties of each side by their signs, the other ties, and those that are not counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tui.dossier.as_of import tie_lifetime
from tui.dossier.kinds import Tie, is_settled
from tui.dossier.network.alignment import SIGNS, Alignment, alignments, most_tied
from tui.dossier.network.scope import present_ties
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.vocabulary import AGAINST, NEITHER, SIGN_WORDS, STATUSES, WITH, words
from tui.export.briefing.inline import bold, capital, escaped, listing, sentence
from tui.export.briefing.writer import Writer
from tui.pages.moment_marks import moment_words
from tui.pages.phrases import named_by_terms, quoted
from tui.pages.records.alliances import preposition
from tui.pages.when import some_day

_SIGN_NAMES = {
    WITH: "With",
    AGAINST: "Against",
    MIXED: "Mixed, with ties of both signs",
    NEITHER: "Ties without a sign",
}
_STATES = {"perhaps": "perhaps at this time", "ended": "ended", "not begun": "not begun"}
_MOST_TIED = 2
"""How many actors are shown in the place of sides, where a dossier names none."""


def who_stands_where(writer: Writer) -> list[str]:
    """The section, with a part for each side; without a tie it says so."""
    dossier, scope = writer.dossier, writer.selection.scope
    ties = dossier.records_of(Tie)
    if not ties:
        return ["## Who stands where", "The dossier records no ties."]
    counted = scope.ties(dossier)
    known = {tie.id for tie in counted}
    present = present_ties(dossier, scope.moment)
    excluded = [tie for tie in present if tie.id not in known]
    there = {tie.id for tie in present}
    blocks = ["## Who stands where", _introduction(writer, excluded)]
    sides = [side for side in dict.fromkeys(dossier.head.sides) if dossier.actor(side)]
    centres = sides or most_tied(dossier, counted, _MOST_TIED)
    aligned = alignments(counted, centres)
    between = [tie for tie in counted if len(set(tie.ends) & set(centres)) > 1]
    shown = {tie.id for tie in between}
    blocks += _listed(writer, f"Between {writer.names(centres)}", between)
    for centre in centres:
        own = [tie for tie in counted if centre in tie.ends and tie.id not in shown]
        blocks += [f"### {writer.name(centre)}", *_alignment(writer, centre, aligned[centre], own)]
        shown |= {tie.id for tie in own}
    blocks += _listed(writer, "Other ties", [tie for tie in counted if tie.id not in shown])
    blocks += _listed(writer, "Unsettled, and not counted", [tie for tie in excluded if not is_settled(tie)])
    blocks += _listed(writer, "Not counted", [tie for tie in excluded if is_settled(tie)])
    blocks += _listed(writer, "Not there at this time", [tie for tie in ties if tie.id not in there])
    return blocks


def _introduction(writer: Writer, excluded: Collection[Tie]) -> str:
    moment = writer.selection.scope.moment
    if moment is None:
        when = "All ties are listed, whenever they were there."
    else:
        when = f"{moment_words(moment, opening=True)}. Ties that give no date count as being there."
    left_out = " What is unsettled is listed, but not counted." if any(not is_settled(tie) for tie in excluded) else ""
    return f"{escaped(when)}{left_out}"


def _alignment(writer: Writer, centre: str, aligned: Sequence[Alignment], ties: Sequence[Tie]) -> list[str]:
    """Who is with an actor, who against it, and who is tied to it otherwise, each group with those of `ties` it has."""
    blocks: list[str] = []
    shown: set[str] = set()
    for sign in SIGNS:
        group = [other for other in aligned if other.sign == sign]
        if not group:
            continue
        actors = {other.actor for other in group}
        blocks.append(f"{bold(f'{_SIGN_NAMES[sign]}:')} {_by_status(writer, group)}.")
        of_group = [tie for tie in ties if tie.id not in shown and not actors.isdisjoint(tie.ends)]
        shown |= {tie.id for tie in of_group}
        blocks += [_bullets(_seen_from(writer, tie, centre, sign) for tie in of_group)] if of_group else []
    return blocks or ["No tie of it is counted."]


def _by_status(writer: Writer, aligned: Iterable[Alignment]) -> str:
    groups: dict[str, list[str]] = {status: [] for status in STATUSES}
    for other in aligned:
        groups[other.status].append(writer.name(other.actor, inside=True))
    parts = []
    for status, names in groups.items():
        if names:
            parts.append(listing(names) if status == "reported" else f"{listing(names)} ({status})")
    return "; ".join(parts)


def _listed(writer: Writer, title: str, ties: Sequence[Tie]) -> list[str]:
    """A heading with ties by both ends; nothing when there are none."""
    return [f"### {title}", _bullets(_with_both_ends(writer, tie) for tie in ties)] if ties else []


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _seen_from(writer: Writer, tie: Tie, centre: str, sign: str) -> str:
    """A tie of one actor: `Arms supply from **Russia**, since 1994.` A sign other than that of the pair is said."""
    others = bold(writer.names(end for end in tie.ends if end != centre))
    other_sign = f" ({SIGN_WORDS[tie.polarity]})" if tie.polarity != sign else ""
    kind = "tie" if named_by_terms(tie) else words(tie.kind)
    return _bullet(writer, tie, f"{kind} {preposition(tie, centre)} {others}{other_sign}")


def _with_both_ends(writer: Writer, tie: Tie) -> str:
    """A tie of two actors or more: `Aid from **Hask** to **Ansa** (with), 1972.`"""
    ends = [bold(writer.name(end, inside=True)) for end in tie.ends]
    if tie.directed and len(ends) > 1:
        giver, receiver = tie.ends[:2]
        whom = f"{preposition(tie, receiver)} {ends[0]} {preposition(tie, giver)} {ends[1]}"
    else:
        whom = f"between {listing(ends)}"
    kind = "tie" if named_by_terms(tie) else words(tie.kind)
    return _bullet(writer, tie, f"{kind} {whom} ({SIGN_WORDS[tie.polarity]})")


def _bullet(writer: Writer, tie: Tie, what: str) -> str:
    standing = writer.standing(tie)
    parts = [sentence(f"{what if standing else capital(what)}{_when(writer, tie)}")]
    details: Iterator[tuple[str, str]] = iter((("Terms", tie.terms), ("Level", tie.level)))
    parts += [sentence(f"{label}: {escaped(text)}") for label, text in details if text]
    if tie.provisions:
        parts.append(f"Pledges: {', '.join(words(pledge) for pledge in tie.provisions)}.")
    return f"{standing}{' '.join(parts)}{writer.note(tie.cite, tie.note)}"


def _when(writer: Writer, tie: Tie) -> str:
    """The dates of a tie, and whether it is there at the moment: `, from 1966 to 1970 (ended)`."""
    begins, ends = tie_lifetime(writer.dossier, tie)
    dates = [_span(begins, ends)] if begins or ends else []
    dates += [f"{quoted(tie.date_text)} as printed"] if tie.date_text else []
    state = writer.builder.as_of.state(tie.id)
    remark = _STATES.get(state, "")
    return "".join((*(f", {escaped(date)}" for date in dates), f" ({remark})" if remark else ""))


def _span(begins: Date | None, ends: Date | None) -> str:
    first, last = (some_day(date_words(date)) if date is not None else "" for date in (begins, ends))
    if first and last:
        return first if first == last else f"from {first} to {last}"
    return f"since {first}" if first else f"until {last}"
