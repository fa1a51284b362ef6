"""The balance of the signed ties at a glance: what is counted, unbalanced triangles, smallest changes, camps."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tui.dossier.kinds import Tie
from tui.dossier.network.balance import Balance, TriadCensus
from tui.dossier.network.scope import Scope
from tui.dossier.values.vocabulary import NEITHER, count_noun
from tui.pages.balance.answer_rows import answer_rows, counted_rows, dim_line, section
from tui.pages.balance.cache import Moments
from tui.pages.balance.camps import across, camps
from tui.pages.balance.differences import differences
from tui.pages.balance.history import history
from tui.pages.balance.options import options
from tui.pages.balance.pair_entries import MOST, PairEntries
from tui.pages.balance.triangle import READING_AID
from tui.pages.diagram_blocks import TriangleDiagram
from tui.pages.omissions import moment_of
from tui.pages.page import BULLET, Block, Entry, Fields, Page, Para, Section, Span, Title
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import brief

_LONGEST_FACETS = 40
"""The most characters of the facets in the title."""

_DRAWN = 2
"""The most triangles that are drawn; the page of each other one draws it."""

_LABEL_WIDTH = 12
"""The width of the labels of the numbers, in cells, the same above and below the triangles."""

_NO_CAMPS_YET = "The smallest changes and the camps will appear here once the search has ended."
_NO_HISTORY_YET = "It is being worked out and will appear here."


class Awaited(NamedTuple):
    """What is still being worked out: the search for the smallest changes, the balance over time."""

    search: bool = False
    history: bool = False


def balance_page(
    builder: SpanBuilder,
    result: Balance,
    alternative: Balance | None = None,
    pause: Callable[[], object] = lambda: None,
    over_time: Moments | None = None,
    awaited: Awaited = Awaited(),  # noqa: B008
) -> Page:
    """The page of `result`, how it changes in `alternative`, which includes other statuses, and how it went over time.

    Of a search that is `awaited` nothing is said but what is certain. `pause` is called between the sections, so that a
    worker can let other work go first.
    """
    sections: list[Callable[[SpanBuilder, Balance], list[Block]]] = []
    if awaited.search and not (result.frustration.exact and result.frustration.fully_counted):
        sections.append(lambda _, __: [dim_line(_NO_CAMPS_YET)])
    else:
        sections += [partial(options, ended=not awaited.search), camps, across]
    answers = answer_rows(result, ended=not awaited.search)
    several = result.census.total_unbalanced > 1
    blocks: list[Block] = [
        Title((Span("Balance", "strong"),), (Span(f"of the signed ties{_narrowed_to(result)}", "dim"),)),
        *((Fields(tuple(answers), _LABEL_WIDTH),) if several else ()),
        *_drawn(builder, result),
        *((Section("In numbers"),) if result.census.total_unbalanced else ()),
        Para((Span(READING_AID, "dim"),)),
        Fields((*counted_rows(builder, result), *(() if several else answers)), _LABEL_WIDTH),
        *moment_of(builder, _signed(builder, result), list(map(builder.dossier.tie, result.ties))),
        *(history(builder, over_time) if over_time is not None else ()),
        *((Section("Over time"), dim_line(_NO_HISTORY_YET)) if awaited.history else ()),
    ]
    for section_of in (*sections, _further, _actors, _mixed):
        pause()
        blocks += section_of(builder, result)
    if alternative is not None:
        pause()
        blocks += differences(builder, result, alternative)
    return Page("balance:", tuple(blocks))


def _narrowed_to(result: Balance) -> str:
    return f" {brief(result.facets, _LONGEST_FACETS)}" if result.facets else ""


def _signed(builder: SpanBuilder, result: Balance) -> list[Tie]:
    """The signed ties of any status and time."""
    ties = Scope(statuses=frozenset(), facets=result.facets).ties(builder.dossier)
    return [tie for tie in ties if tie.polarity != NEITHER]


def _drawn(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The first unbalanced triangles as pictures, each under its sentence and what it rests on unless that is reported.

    Where there are more, how many, and how many of all are of one record each.
    """
    census, pairs = result.census, PairEntries(builder, result)
    if not census.total_unbalanced:
        return []
    blocks: list[Block] = [Section("Unbalanced triangles", census.total_unbalanced)]
    if census.one_record:
        blocks.append(dim_line(_of_one_record(census)))
    pictures = [pairs.picture(triangle) for triangle in census.unbalanced[:_DRAWN]]
    for triangle, picture in zip(census.unbalanced, _without_repeated_legends(pictures), strict=False):
        blocks += [pairs.triangle(triangle), picture]
    more = census.total_unbalanced - census.total_of_one_record - _DRAWN
    return [*blocks, dim_line(f"{more:,} more below.")] if more > 0 else blocks


def _of_one_record(census: TriadCensus) -> str:
    """`10 records between many make 1,035 of them, listed below; 274 are of several records.`"""
    records, several = len(census.one_record), census.total_unbalanced - census.total_of_one_record
    make = f"{count_noun(records, 'record')} between many {'makes' if records == 1 else 'make'}"
    if not several:
        return f"{make} all of them, listed below."
    are = "is" if several == 1 else "are"
    return f"{make} {census.total_of_one_record:,} of them, listed below; {several:,} {are} of several records."


def _without_repeated_legends(pictures: list[TriangleDiagram]) -> Iterator[TriangleDiagram]:
    """Pictures below each other: the legend of one whose signs are in that of another is left out, of equal ones all
    but the last.
    """
    for number, picture in enumerate(pictures):
        signs = set(picture.legend)
        is_repeated = any(signs < set(other.legend) for other in pictures)
        is_repeated |= any(signs == set(later.legend) for later in pictures[number + 1 :])
        yield picture._replace(legend=()) if is_repeated else picture


def _further(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The other unbalanced triangles as sentences, each with its evidence; those of one record by their record."""
    census, pairs = result.census, PairEntries(builder, result)
    entries = [
        pairs.triangle(triangle, firm=True)._replace(below=pairs.evidence(triangle), apart=True)
        for triangle in census.unbalanced[_DRAWN:MOST]
    ]
    several = census.total_unbalanced - census.total_of_one_record
    title = "Other unbalanced triangles of several records" if census.one_record else "Other unbalanced triangles"
    records = [pairs.one_record(record) for record in census.one_record[:MOST]]
    return [
        *section(title, entries, several - _DRAWN),
        *section("Records that make unbalanced triangles by themselves", records, len(census.one_record)),
    ]


def _actors(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The number of unbalanced triangles each actor is in, the highest first."""
    number_of = result.census.unbalanced_of
    positions = {actor: position for position, actor in enumerate(result.actors)}
    actors = sorted(number_of, key=lambda actor: (-number_of[actor], positions[actor]))
    entries = [Entry(BULLET, builder.name(actor), (Span(f"{number_of[actor]:,}"),)) for actor in actors[:MOST]]
    return section("Actors by unbalanced triangles", entries, len(actors))


def _mixed(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The pairs that are with and against each other."""
    pairs = PairEntries(builder, result)
    entries = [pairs.entry([ends]) for ends in list(result.mixed)[:MOST]]
    return section("Mixed pairs (not counted)", entries, len(result.mixed))
