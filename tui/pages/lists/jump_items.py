"""The items of the jump list: every record by name and alias, every view, every theme, and the program's commands.

Labels are plain text and are never parsed as markup.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import NamedTuple, Protocol

from tui.dossier.kinds import KINDS, Actor, Record, Source
from tui.dossier.network.chains import steps_from
from tui.dossier.search.matched_words import MatchedWords
from tui.dossier.search.plain_words import contains_all, plain_words
from tui.dossier.speech import speaks
from tui.dossier.values.fold import fold
from tui.dossier.values.vocabulary import VIEW_GLYPH, count_noun
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListLine
from tui.pages.lists.named_lines import is_said, named_line, plain_line
from tui.pages.matches import with_matches
from tui.pages.moment_marks import dim_spans
from tui.pages.page import Span
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.registry import VIEWS

MOST = 50
"""The most items offered at once."""
_VIEW, _NO_CHAIN = "view", "no chain"
_ALIAS_OF = ", alias of "
_NAME_LENGTH, _ALIAS_LENGTH = 160, 80
"""The most characters of a name and of an alias."""


class LineOf(Protocol):
    """Makes the line of a record from its id and what it is called."""

    def __call__(self, name: str, label: str, *, in_words: bool) -> ListLine:
        """Its status stands there `in_words` or as a glyph alone."""


class JumpItem(NamedTuple):
    """One line of the jump list. `kind` says what it is; `does` and `target` say what choosing it does.

    `folded` is the text that a query is matched against. The line of a record is made by `line_of` when it is drawn.
    `aliases` are names that it is found by without being called so. Its label `is_said` where it is somebody's words.
    """

    label: str
    kind: str
    does: str
    target: str
    folded: str
    line_of: LineOf | None = None
    aliases: tuple[str, ...] = ()
    is_said: bool = False


class JumpItems:
    """The items of a jump list, made as they are needed: those at its head to show it, all to search it.

    A query is looked for in slices: `begin`, then `go_on` until it returns False; `found` is what there is so far.
    """

    def __init__(self, items: Iterable[JumpItem]) -> None:
        self._made: list[JumpItem] = []
        self._rest = iter(items)
        self._terms: list[str] = []
        self._looked_at = 0
        self._places: tuple[list[JumpItem], ...] = ()

    def make(self, number: int | None = None) -> bool:
        """Make `number` items more, all when None; whether there was any to make."""
        before = len(self._made)
        self._made.extend(islice(self._rest, number))
        return len(self._made) > before

    def begin(self, query: str) -> None:
        """Look for another query from now on."""
        self._terms, self._looked_at = plain_words(query), 0
        self._places = tuple([] for _ in range(6))

    def go_on(self, number: int | None = None) -> bool:
        """Look at `number` items more, at all when None; whether there may be any left to look at.

        All items match an empty query, and only so many are looked at as are shown.
        """
        end = None if number is None else self._looked_at + number
        if not self._terms:
            end = MOST
        if end is None or end > len(self._made):
            self.make(None if end is None else end - len(self._made))
        if not self._terms:
            return False
        for item in islice(self._made, self._looked_at, end):
            if contains_all(item.folded, self._terms):
                self._place_of(item).append(item)
        self._looked_at = len(self._made) if end is None else min(end, len(self._made))
        return end is not None and self._looked_at == end

    @property
    def found(self) -> list[JumpItem]:
        """The best `MOST` items that contain every word of the query; the first `MOST` for an empty one."""
        if not self._terms:
            return self._made[:MOST]
        return list(islice(chain.from_iterable(self._places), MOST))

    def _place_of(self, item: JumpItem) -> list[JumpItem]:
        """Where an item is found: it begins with the first word, a word in it does, or neither; names before words."""
        first = self._terms[0]
        place = 0 if item.folded.startswith(first) else 1 if f" {first}" in item.folded else 2
        return self._places[place + 3 * item.is_said]

    def matching(self, query: str) -> list[JumpItem]:
        """What is found of a query, all at once."""
        self.begin(query)
        self.go_on()
        return self.found


def record_items(catalog: Catalog, tables: Iterable[str] = KINDS) -> Iterator[JumpItem]:
    """Every record of `tables`, each followed by its aliases."""
    dossier, line_of = catalog.dossier, partial(named_line, catalog.builder)
    for table in tables:
        kind = KINDS[table]
        for record in dossier.tables[table]:
            name = " ".join(dossier.name(record.id)[:_NAME_LENGTH].split())
            category = kind.category_of(record)
            folded, said = fold(f"{name} {record.id} {category}"), is_said(record)
            yield JumpItem(name, category, "record", record.id, folded, line_of, is_said=said)
            for alias in (*kind.aliases(record), *_made_name(catalog, record)):
                alias = " ".join(alias[:_ALIAS_LENGTH].split())
                label, folded = f"{alias}{_ALIAS_OF}{name}", fold(f"{alias} {name}")
                yield JumpItem(label, category, "record", record.id, folded, line_of)


def _made_name(catalog: Catalog, record: Record) -> tuple[str, ...]:
    """The short name that a source is given, where cites show it."""
    if not isinstance(record, Source) or record.key or not catalog.builder.several_sources:
        return ()
    short = catalog.builder.source_name(record.id)
    return () if short == record.title else (short,)


def view_items() -> list[JumpItem]:
    """The views of the dossier as a whole."""
    views = ((f"{kind}:", view.title) for kind, view in VIEWS.items() if not view.id_count)
    return [JumpItem(title, _VIEW, "record", name, fold(f"{title} {name}")) for name, title in views]


def speaker_items(catalog: Catalog, but: Collection[str]) -> Iterator[JumpItem]:
    """Every actor of whom or for whom words are recorded, once; not those in `but`."""
    dossier = catalog.dossier
    speakers = (actor for actor in dossier.records_of(Actor) if actor.id not in but and speaks(dossier, actor.id))
    return _actors(catalog, speakers, partial(named_line, catalog.builder))


def chain_items(catalog: Catalog, start: str) -> Iterator[JumpItem]:
    """Every actor but `start`, once: those to whom a chain of ties leads from it, then the others."""
    dossier = catalog.dossier
    steps = steps_from(catalog.scope.ties(dossier), start)
    others = [actor for actor in dossier.records_of(Actor) if actor.id != start]
    others.sort(key=lambda actor: actor.id not in steps)
    return _actors(catalog, others, partial(_chain_line, catalog.builder, steps))


def _actors(catalog: Catalog, actors: Iterable[Actor], line_of: LineOf) -> Iterator[JumpItem]:
    for actor in actors:
        name = " ".join(catalog.dossier.name(actor.id)[:_NAME_LENGTH].split())
        kind, aliases = KINDS[Actor.TABLE], tuple(" ".join(alias[:_ALIAS_LENGTH].split()) for alias in actor.aliases)
        category = kind.category_of(actor)
        folded = fold(" ".join((name, actor.id, category, *aliases)))
        yield JumpItem(name, category, "record", actor.id, folded, line_of, aliases)


def _chain_line(builder: SpanBuilder, steps: Mapping[str, int], name: str, label: str, *, in_words: bool) -> ListLine:
    """The line of an actor with how many steps the shortest chain to it has; dimmed where there is none.

    A name in the colour of a side keeps it.
    """
    line = named_line(builder, name, label, in_words=False)
    told = count_noun(steps[name], "step") if name in steps else _NO_CHAIN
    remark = (*line.remark[:1], Span(f"  {told:{len(_NO_CHAIN)}}", "text" if name in steps else "dim"))
    spans = line.spans if name in steps else tuple(_dimmed(span) for span in line.spans)
    return line._replace(spans=spans, remark=remark, brief_remark=(), short_spans=())


def _dimmed(span: Span) -> Span:
    """A name in dim, unless it has the colour of a side."""
    return span if span.role.startswith("side-") else dim_spans((span,))[0]


def tour_items(*, is_on: bool) -> list[JumpItem]:
    """The commands of the tour."""
    skip, end = ("Leave out this step of the tour", "screen.tour('next')"), ("End the tour", "screen.tour('end')")
    commands = (skip, end) if is_on else (("Take the tour", "screen.tour('next')"),)
    return [JumpItem(label, "command", "action", action, fold(label)) for label, action in commands]


def program_items(themes: Iterable[str]) -> list[JumpItem]:
    """The commands of the program, and the themes."""
    commands = (
        ("Help", "help"),
        ("Edit the file in your editor", "edit"),
        ("List the problems of the file", "problems"),
        ("Read the dossier again", "reload"),
        ("Quit", "quit"),
    )
    items = [JumpItem(label, "command", "action", action, fold(label)) for label, action in commands]
    return items + [JumpItem(f"Theme: {name}", "command", "theme", name, fold(f"theme: {name}")) for name in themes]


def item_line(item: JumpItem, words: MatchedWords, *, in_words: bool = False) -> ListLine:
    """The line of an item with the words marked; those that are in none but its id are shown there."""
    if item.line_of is not None:
        line = item.line_of(item.target, item.label, in_words=in_words)
    else:
        mark = Span(VIEW_GLYPH, "label") if item.kind == _VIEW else Span(" ")
        line = plain_line(item.kind, item.label, mark, in_words=in_words)
    spans, remark = with_matches(line.spans, words), with_matches(line.remark, words)
    if words.all <= words.matched(item.label) | words.matched(item.kind):
        return line._replace(spans=spans, remark=remark)
    alias = next((alias for alias in item.aliases if words.matched(alias)), "")
    if alias:
        called = (Span(f"{alias}{_ALIAS_OF}", line.spans[0].role), *line.spans)
        return line._replace(spans=with_matches(called, words), remark=remark)
    found = (Span("id: ", "dim"), *with_matches((Span(item.target, "dim"),), words))
    return line._replace(spans=spans, remark=(*found, *line.remark[-1:]))


def matching(items: Iterable[JumpItem], query: str) -> list[JumpItem]:
    """The best `MOST` items that contain every word of `query`; the first `MOST` for an empty query."""
    return JumpItems(items).matching(query)
