"""The network of a selection as a graph, for every format of graphs: actors are nodes, ties edges.

All graphs are directed, because few programs read a graph that is so in part: a tie from one actor to another is one
edge, a tie that goes both ways is one each way. A tie between many actors joins every two of them.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations
from typing import NamedTuple

from tui.dossier.as_of import AsOf, as_of, lifetimes_of, tie_dates
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Tie
from tui.dossier.network.signed_graph import MAX_PAIRS, ends_of
from tui.dossier.values.cite import Cite
from tui.dossier.values.dates import Date, date_words, numbered_day
from tui.dossier.values.lifetimes import ALWAYS, Lifetime
from tui.dossier.values.text import line
from tui.dossier.values.vocabulary import AGAINST, NEITHER, SIGN_WORDS, WITH, count_noun, words
from tui.export.citations import citation
from tui.export.formats import NotExported
from tui.export.selection import Selection
from tui.pages.span_builder import SpanBuilder

Value = str | int | bool
Values = dict[str, Value]
"""Column -> value; texts that are empty are left out."""

NODE_COLUMNS: dict[str, type] = {
    **dict.fromkeys(("name", "kind", "side", "part_of", "aliases", "offices", "code", "wikidata"), str),
    **dict.fromkeys(("begins", "ends", "state", "summary", "citation", "tags", "note"), str),
}
EDGE_COLUMNS: dict[str, type] = {
    **dict.fromkeys(("tie", "sign", "kind", "status", "asserted_by", "denied_by", "begins", "ends", "date_text"), str),
    **dict.fromkeys(("state", "provisions", "terms", "level", "citation", "tags", "note"), str),
    "sign_number": int,
    "counted": bool,
    "both_ways": bool,
}
"""Column -> the type of its values.

`begins` and `ends` are dates in EDTF, which say what `Span` cannot. `state` is what is known at the moment. `counted`:
whether diagrams and Balance count the tie at it. `sign_number` is 1, -1 or 0; no weight is negative.
"""

_SIGN_NUMBERS = {WITH: 1, AGAINST: -1, NEITHER: 0}
_FIRST_YEAR, _LAST_YEAR = 1, 9999
"""The years that programs for graphs read."""


class Span(NamedTuple):
    """The first and the last day on which something may be there, as `1974-09-14`; empty where it is open."""

    start: str = ""
    end: str = ""


class Node(NamedTuple):
    """An actor."""

    id: str
    label: str
    span: Span
    values: Values


class Edge(NamedTuple):
    """A tie, or a pair of one, in one direction.

    `relation` is the kind of tie, with a number where the same two actors have several of a kind: programs that know
    one edge of each relation between two nodes keep all of them.
    """

    id: str
    source: str
    target: str
    label: str
    relation: str
    span: Span
    values: Values


class Graph(NamedTuple):
    """Nodes and edges, and a description of what they are."""

    title: str
    description: str
    nodes: list[Node]
    edges: list[Edge]


def graph(selection: Selection) -> Graph:
    """The network of a selection.

    It has all ties with their dates; when the moment was asked for, those that are or may be there at it. Raises
    NotExported.
    """
    dossier, moment = selection.dossier, selection.scope.moment
    at_moment = as_of(dossier, moment)
    actors: Iterable[Actor] = dossier.records_of(Actor)
    ties: Iterable[Tie] = dossier.records_of(Tie)
    if selection.moment_given:
        actors = [actor for actor in actors if at_moment.counts(actor.id)]
        ties = at_moment.ties(ties)
    maker = _Maker(selection, at_moment)
    nodes = [maker.node(actor) for actor in actors]
    return Graph(dossier.title, _description(selection), nodes, list(maker.edges(list(ties))))


def _description(selection: Selection) -> str:
    moment, dossier = selection.scope.moment, selection.dossier
    parts: list[str] = [dossier.title]
    if selection.query:
        parts.append(f"What “{line(selection.query)}” finds, and what that refers to.")
    if selection.moment_given and moment is not None:
        parts.append(f"As of {date_words(moment)}: ties that have ended or not begun are left out.")
    if selection.is_reported_only:
        left_out = count_noun(dossier.left_out(Tie.TABLE), "tie")
        parts.append(f"Only what a source reports in its own voice: {left_out} left out.")
    return "\n".join(parts)


class _Maker:
    """Makes the nodes and edges of one selection."""

    def __init__(self, selection: Selection, at_moment: AsOf) -> None:
        self._dossier: Dossier = selection.dossier
        self._builder = SpanBuilder(selection.dossier, selection.scope)
        self._at_moment = at_moment
        self._counted = {tie.id for tie in selection.scope.ties(selection.dossier)}
        self._lifetimes = lifetimes_of(selection.dossier).by_id
        self._relations: dict[tuple[str, str, str], int] = {}

    def node(self, actor: Actor) -> Node:
        """An actor as a node."""
        name = self._dossier.name(actor.id)
        values: Values = {
            "name": name,
            "kind": actor.kind,
            "side": self._names([actor.side or (actor.id if actor.id in self._dossier.head.sides else "")]),
            "part_of": self._names([actor.part_of or ""]),
            "aliases": "; ".join(actor.aliases),
            "offices": "; ".join(self._offices(actor)),
            "code": actor.code,
            "wikidata": actor.wikidata,
            **_dates(actor.since, actor.until),
            "state": self._state(actor.id),
            "summary": actor.summary,
            "citation": self._citation(actor.cite),
            "tags": "; ".join(actor.tags),
            "note": actor.note,
        }
        return Node(actor.id, name, _span(self._lifetimes.get(actor.id)), _filled(values))

    def edges(self, ties: list[Tie]) -> Iterator[Edge]:
        """The ties as edges, in their order. Raises NotExported before the first."""
        if sum(len(tie.ends) * (len(tie.ends) - 1) // 2 for tie in ties) > MAX_PAIRS:
            raise NotExported(f"the ties join more than {MAX_PAIRS:,} pairs of actors")
        for tie in ties:
            values = self._values(tie)
            pairs = [tie.ends] if len(tie.ends) == 2 else combinations(dict.fromkeys(tie.ends), 2)
            for first, second in pairs:
                span = self._lifetime(tie, first, second)
                if span is not None and len(tie.ends) > 2 and span.begin_low > span.end_high:
                    continue  # one of the two had ended before the other began
                yield from self._directions(tie, first, second, _span(span), values)

    def _directions(self, tie: Tie, first: str, second: str, span: Span, values: Values) -> Iterator[Edge]:
        """One pair of a tie, in the directions that it has."""
        name = tie.id if len(tie.ends) == 2 else f"{tie.id}:{first}:{second}"
        label = words(tie.kind)
        key = (*ends_of(first, second), tie.kind)
        number = self._relations[key] = self._relations.get(key, 0) + 1
        relation = label if number == 1 else f"{label} ({number})"
        directions = [(first, second)] if tie.directed else permutations((first, second))
        for back, (source, target) in enumerate(directions):
            yield Edge(f"{name}:back" if back else name, source, target, label, relation, span, values)

    def _values(self, tie: Tie) -> Values:
        values: Values = {
            "tie": tie.id,
            "sign": SIGN_WORDS[tie.polarity],
            "sign_number": _SIGN_NUMBERS[tie.polarity],
            "kind": tie.kind,
            "status": tie.status,
            "counted": tie.id in self._counted,
            "both_ways": not tie.directed,
            "asserted_by": self._names(tie.by),
            "denied_by": self._names(tie.denied_by),
            **_dates(*tie_dates(self._dossier, tie)),
            "date_text": tie.date_text,
            "state": self._state(tie.id),
            "provisions": "; ".join(tie.provisions),
            "terms": tie.terms,
            "level": tie.level,
            "citation": self._citation(tie.cite),
            "tags": "; ".join(tie.tags),
            "note": tie.note,
        }
        return _filled(values)

    def _lifetime(self, tie: Tie, first: str, second: str) -> Lifetime | None:
        """From when to when two actors of a tie have it: not before or after either of them is there."""
        span = self._lifetimes.get(tie.id)
        for end in (first, second):
            if (of_actor := self._lifetimes.get(end)) is not None:
                span = span.within(of_actor) if span is not None else of_actor
        return span

    def _state(self, name: str) -> str:
        return self._at_moment.state(name) if self._at_moment.moment is not None else ""

    def _names(self, ids: Iterable[str]) -> str:
        return "; ".join(self._dossier.name(name) for name in ids if name)

    def _citation(self, cites: Iterable[Cite] | None) -> str:
        return "; ".join(citation(self._builder, cite, short=True) for cite in cites or ())

    def _offices(self, actor: Actor) -> Iterator[str]:
        """The offices of an actor: `Foreign Minister, Tellmark, 1970/1974~ [Courier, ¶5]`."""
        for role in actor.roles:
            since, until = (date.text if date is not None else ".." for date in (role.since, role.until))
            dates = f"{since}/{until}" if role.since or role.until else ""
            cited = f" [{self._citation(role.cite)}]" if role.cite else ""
            yield ", ".join(filter(None, (role.title, self._names([role.of or ""]), dates))) + cited


def _dates(begins: Date | None, ends: Date | None) -> Values:
    return {name: date.text if date is not None else "" for name, date in (("begins", begins), ("ends", ends))}


def _filled(values: Values) -> Values:
    return {name: value for name, value in values.items() if value != ""}


def _span(lifetime: Lifetime | None) -> Span:
    """The widest that a lifetime may be; nothing for one that ends before it begins."""
    if lifetime is None or lifetime.begin_low > lifetime.end_high:
        return Span()
    return Span(_day(lifetime.begin_low), _day(lifetime.end_high))


def _day(number: int) -> str:
    """A numbered day as `1974-09-14`; empty for one that is open. A day out of range is the nearest in it."""
    if abs(number) >= ALWAYS:
        return ""
    year, month, day = numbered_day(number)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return "0001-01-01" if year < _FIRST_YEAR else "9999-12-31"
    return f"{year:04}-{month:02}-{day:02}"
