"""What the panels list that draw or analyse ties: actors with ties, and the triangles they make. Draws nothing.

May not know which picture is open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.model import Actor, Claim, Event, Expectation, Quote, Tie
from tui.pages.listing import Group, Item
from tui.pages.page import Para, Span, Spans, joined
from tui.pages.phrases import Phrases
from tui.pages.sheets import names_in
from tui.pages.table import SignTable


def actor_at_hand(dossier: Dossier, name: str) -> str:
    """The actor that a record or a sheet is about in the first place, empty when there is none."""
    if ":" in name:
        return next((one for one in names_in(name) if dossier.actor(one)), _first_side(dossier))
    record = dossier.get(name)
    match record:
        case Actor():
            return record.id
        case Quote():
            return record.speaker
        case Tie():
            return record.ends[0]
        case Expectation():
            return record.expecting
        case Claim():
            spoken = (*record.about, *record.by)
            return next((one for one in spoken if dossier.actor(one)), _first_side(dossier))
        case Event():
            return next(iter(record.actors), _first_side(dossier))
        case _:
            return _first_side(dossier)


def _first_side(dossier: Dossier) -> str:
    first = dossier.head.sides or tuple(record.id for record in dossier.tables["actors"][:1])
    return first[0] if first else ""


def first(phrases: Phrases) -> str:
    """The sheet that the network opens with: the first side, or the actor with most ties."""
    if phrases.dossier.head.sides:
        return f"ego:{phrases.dossier.head.sides[0]}"
    counted = Counter(end for tie in phrases.scope.ties(phrases.dossier) for end in tie.ends)
    actor = counted.most_common(1)[0][0] if counted else _first_side(phrases.dossier)
    return f"ego:{actor}" if actor else "blocs:"


def egos(phrases: Phrases, record: str, among: Iterable[str]) -> list[Group]:
    """What is listed beside an ego: those `among` all actors that have ties, and the one that is open."""
    tied = {end for tie in phrases.scope.ties(phrases.dossier) for end in tie.ends} | {*names_in(record)}
    return [Group("", tuple(f"ego:{one}" for one in among if one in tied))]


def item(phrases: Phrases, name: str) -> Item:
    """The line of a sheet about actors."""
    kind, names = name.partition(":")[0], names_in(name)
    if kind == "ego":
        from tui.pages import panels

        return panels.item(phrases, names[0])
    if kind == "triangle":
        from tui.pages.weighed import triangle_line

        return triangle_line(phrases, name)
    joined: list[Span] = []
    for one in names:
        joined += [*([Span(" – ", "dim")] if joined else []), Span(phrases.short(one), phrases.name(one)[0].role)]
    return Item(Span(" "), tuple(joined))


def table(phrases: Phrases) -> SignTable:
    """Everybody with a signed tie against everybody."""
    from tui.pages.left_out import left_out
    from tui.pages.matrix import TITLE, counted, legend, matrix
    from tui.pages.remarks import left_out_of_sheet

    found = matrix(phrases)
    names = tuple(
        Span(words, phrases.name(actor)[0].role) for actor, words in zip(found.actors, found.names, strict=True)
    )
    empty = found.note or "No tie that is counted has a sign. Press f to choose what is counted, e for one actor."
    out = (*left_out(phrases), *left_out_of_sheet(phrases.dossier, "matrix:"))
    return SignTable(
        found.actors,
        names,
        found.heads,
        found.signs,
        found.doubtful,
        found.starts,
        (Span(TITLE, "strong"),),
        counted(phrases, found),
        legend(phrases, found),
        joined((block.spans for block in out if isinstance(block, Para)), "  "),
        empty,
    )


def cell_words(phrases: Phrases, drawn: SignTable) -> Callable[[int, int], Spans]:
    """What a cell of `drawn` is, in one line: both actors, the sign in words, the kinds of their ties."""
    from tui.dossier.pairs import TooManyPairs, ends_of, pairs
    from tui.dossier.vocabulary import words
    from tui.pages.network import DOUBT_WORDS, sign_words

    dossier = phrases.dossier
    try:
        joined = pairs(phrases.scope.ties(dossier))
    except TooManyPairs:
        joined = {}

    def told(row: int, column: int) -> Spans:
        one, other = drawn.ids[row], drawn.ids[column]
        names = (*phrases.name(one), Span(" – ", "dim"), *phrases.name(other))
        if row == column:
            return (*phrases.name(one), Span("  enter draws it with its ties", "dim"))
        pair = joined.get(ends_of(one, other))
        if pair is None:
            return (*names, Span("  · no tie with a sign", "dim"))
        kinds = dict.fromkeys(words(dossier.tie(name).kind) for name in pair.ties)
        doubt = (Span(f" {DOUBT_WORDS}", "dim"),) if (row, column) in drawn.doubtful else ()
        said = sign_words(phrases, pair.sign)
        return (*names, Span("  "), *said, *doubt, Span(f"  {', '.join(kinds)}", "dim"))

    return told
