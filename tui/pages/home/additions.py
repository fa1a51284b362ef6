"""What Home shows besides where there is room: pictures and words in full, the most telling first.

Each is made when rows are left for it, and imported then.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from tui.dossier.kinds import Claim, Quote
from tui.dossier.values.vocabulary import count_noun
from tui.pages.home.certainty import MATTERS, Certainty
from tui.pages.home.grievance_table import grievance_blocks
from tui.pages.home.sides import FEW, LARGER
from tui.pages.home.standing import Counted, picture_with_ties
from tui.pages.page import BULLET, Addition, Block, Entry, Para, Section, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import brief

_MORE_MATTERS = 6, 9, 12, 16, 24
"""How many matters in dispute are shown where there is room for more."""
_VERSIONS = 3
"""The most matters with their versions side by side."""
_IN_GRID = 5, 8, 12
"""How many of those with the most ties are in the grid of the signs between them."""
_QUOTES = 1, 2, 4
"""How many quotations are shown."""
_EXCERPT, _VERSION = 160, 120
"""The most characters of a quotation, and of one that is a version of what is contested."""
_CHANGES = 3, 6, 12, 24
"""How many of the latest changes are shown."""
_KINDS = 4, 5, 6, 7, 8
"""How many kinds of ties are shown."""
_ENDED = 3, 6, 12
"""Of how many pairs the ties that have ended are shown."""
_LARGE = 1000
"""With more records than this, what needs an index of the links is left to the other views."""


class Parts(NamedTuple):
    """What Home is made of: the ties and sides counted, how certain it is, and where the blocks of that stand.

    The lines of grievances begin at `grievances` and end where how certain it is begins; None where there are none.
    The picture of the sides is at `picture`; `pictures` are all blocks in which signs of ties are drawn.
    """

    found: Counted
    certainty: Certainty
    start: int
    end: int
    grievances: int | None = None
    picture: int = 0
    pictures: Sequence[Block] = ()


def additions(builder: SpanBuilder, parts: Parts, *, beside: bool) -> tuple[Addition, ...]:
    """What there may be besides, all at the end; `beside`: something stands beside Home, and more can below that."""
    found, certainty, start, end, grievances, picture, pictures = parts
    has_claims = bool(certainty.matters)

    def at_end(make: Callable[..., list[Block]], least: int, *given: object) -> Addition:
        return Addition(end, end, _blocks(make, builder, *given), least)

    def of_matters(most: int, *, whole: bool) -> Addition:
        make = partial(certainty.blocks, most, heard=True, whole=whole)
        return Addition(start, end, _blocks(make), name="matters")

    several = len(found.sides) in (2, 3)
    # the wide picture of two sides says what its signs mean, and tells the ties of its lines
    is_told = len(found.sides) == 2
    made = [at_end(_key, 1, pictures)._replace(narrow=is_told)] if found.sides else []
    made += [of_matters(MATTERS, whole=False)] if has_claims else []
    if is_told:
        larger = (_blocks(_larger_picture, builder, found, number) for number in range(len(LARGER)))
        made += [Addition(picture, picture + 1, make, name="picture") for make in larger]
    if builder.scope.moment is not None:
        made += [at_end(_ended, 3, found, most)._replace(name="ended") for most in _ENDED]
    if grievances is not None:
        expected = partial(grievance_blocks, whole=True)
        made.append(Addition(grievances, start, _blocks(expected, builder), name="grievances"))
    if len(found.sides) == 1:
        made.append(at_end(_ties_of_side, 8, found))
    grids = [at_end(_signs, most + 3, found, most)._replace(name="signs") for most in _IN_GRID]
    made += [at_end(_triangle, 8, found)._replace(narrow=is_told)] if several else grids
    shown = [at_end(_versions, 6, certainty, number) for number in range(_VERSIONS)]
    made += [*shown[:1], *(of_matters(most, whole=True) for most in _MORE_MATTERS[:1] if has_claims), *shown[1:]]
    made += grids if several else []
    rest = [at_end(_ties_in_time, 6)]
    if len(builder.dossier.records) <= _LARGE:
        rest += [at_end(_quotations, 4, number)._replace(name="quotations") for number in _QUOTES]
    rest += [at_end(_kinds, 5 if most == _KINDS[0] else 1, found, most)._replace(name="kinds") for most in _KINDS]
    rest.append(at_end(_speakers, 5))
    rest += [at_end(_changes, number + 1, number)._replace(name="changes") for number in _CHANGES]
    longer = [of_matters(most, whole=True) for fewer, most in pairwise(_MORE_MATTERS) if len(certainty.matters) > fewer]
    return (*made, *(addition._replace(beside=beside) for addition in rest), *longer)


def _blocks(make: Callable[..., list[Block]], *given: object) -> Callable[[], tuple[Block, ...]]:
    def made() -> tuple[Block, ...]:
        return tuple(make(*given))

    return made


def _larger_picture(builder: SpanBuilder, found: Counted, number: int) -> list[Block]:
    """The two sides with more of those tied to them, where some are left out."""
    larger = picture_with_ties(builder, found, LARGER[number])
    return [larger] if larger != picture_with_ties(builder, found, (FEW, *LARGER)[number]) else []


def _key(_: SpanBuilder, pictures: Sequence[Block]) -> list[Block]:
    """What the signs in the pictures mean."""
    from tui.pages.block_spans import spans_of
    from tui.pages.home.sign_key import sign_key

    key = sign_key(span for block in pictures for span in spans_of(block))
    return [Para((Span("Signs: ", "dim"), *key))] if key else []


def _ended(builder: SpanBuilder, found: Counted, most: int) -> list[Block]:
    """The ties that have ended at the moment."""
    from tui.pages.home.ended_ties import ended_ties

    return ended_ties(builder, found.sides, most)


def _ties_of_side(builder: SpanBuilder, found: Counted) -> list[Block]:
    """The only side with the kinds of its ties."""
    from tui.pages.home.side_with_ties import side_with_ties

    return side_with_ties(builder, found.sides[0], found.ties)


def _triangle(builder: SpanBuilder, found: Counted) -> list[Block]:
    """The ties of the triangle of the sides, or of two that are against each other and of one who is with both."""
    from tui.pages.home.triangle import triangle_blocks

    return triangle_blocks(builder, found.ties, found.sides)


def _signs(builder: SpanBuilder, found: Counted, most: int) -> list[Block]:
    """The signs between those with the most ties."""
    from tui.pages.home.crowd import grid_of_most_tied

    return grid_of_most_tied(builder, found.ties, most)


def _kinds(builder: SpanBuilder, found: Counted, most: int) -> list[Block]:
    from tui.pages.home.crowd import kinds_of_ties

    return kinds_of_ties(builder, found.ties, most)


def _versions(builder: SpanBuilder, certainty: Certainty, number: int) -> list[Block]:
    """A claim that is contested, its versions side by side: that which comes so many matters after the first."""
    from tui.pages.records.claims import versions

    claims = [claim for matter in certainty.matters for claim in matter.records[:1] if isinstance(claim, Claim)]
    if number >= len(claims):
        return []
    claim = claims[number]
    heading = Section(
        " ".join(brief(claim.text).split()),
        link=claim.id,
        lead=(*builder.status(claim.status), Span(": ", "label")),
    )
    return [heading, versions(builder, claim, _VERSION, 2)]


def _speakers(builder: SpanBuilder) -> list[Block]:
    """Who speaks most, where a dossier is too large for the table of who speaks about whom, or has nothing for it."""
    from tui.pages.home.charts import LARGE, most_words, speakers

    return most_words(builder) if len(builder.dossier.records) > LARGE or not speakers(builder) else []


def _changes(builder: SpanBuilder, most: int) -> list[Block]:
    from tui.pages.home.latest_changes import latest_changes

    return latest_changes(builder, most)


def _ties_in_time(builder: SpanBuilder) -> list[Block]:
    from tui.pages.home.charts import ties_in_time

    return ties_in_time(builder)


def _quotations(builder: SpanBuilder, most: int) -> list[Block]:
    """The quotations that most records cite, `most` of them."""
    cited = [(name, times) for name, times in _most_cited(builder) if times > 1]
    if len(cited) < most:
        return []
    entries: list[Block] = []
    for name, times in cited[:most]:
        quote = builder.dossier.quote(name)
        records: Spans = (Span(count_noun(times, "record"), "dim", name),)
        tail = joined((builder.speakers((quote.speaker,), opening=True), records), " · ")
        entries.append(Entry(BULLET, builder.excerpt(quote, _EXCERPT), tail))
    return [Section("Quotations cited most", link="panel:quotes"), *entries]


def _most_cited(builder: SpanBuilder) -> list[tuple[str, int]]:
    """The quotes that count, with how many records cite each for or against something; of each speaker one."""
    back, counts_now = builder.dossier.links.back, builder.as_of.counts
    times = {
        quote.id: len({*back(quote.id, "evidence-for"), *back(quote.id, "counter-to")})
        for quote in builder.dossier.records_of(Quote)
        if counts_now(quote.id)
    }
    of_speaker: dict[str, tuple[str, int]] = {}
    for name, number in sorted(times.items(), key=lambda item: -item[1]):
        of_speaker.setdefault(builder.dossier.quote(name).speaker, (name, number))
    return list(of_speaker.values())
