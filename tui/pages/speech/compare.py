"""Two or three actors side by side: the words of each about the same matters, year by year, then what only one says.

Whoever holds an office of an actor or is a part of it speaks for the actor, and is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from tui.dossier.comparison import Columns, Matter, Period, compare, periods
from tui.dossier.kinds import Quote
from tui.dossier.network.alignment import firmness
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.speech import NOTHING
from tui.dossier.values.vocabulary import count_noun
from tui.pages.diagram_blocks import Comparison
from tui.pages.moment_marks import absence
from tui.pages.network.tie_signs import sign_words, ties_of_actor
from tui.pages.page import Block, Fields, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import kind_words
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.speech.words import in_brief, left_out, tally
from tui.pages.truncation import and_more, and_more_line, brief
from tui.pages.views.registry import compare_view_id, pair_view_id, said_view_id

_MATTERS = 40
"""The most matters that are shown."""
_PERIODS = 6
"""The most years in which the words on one matter are shown."""
_WORDS = 4
"""The most quotes of one actor on one matter in one year."""
_NAME = 80
"""The most characters of the name of a subject."""


def compare_page(builder: SpanBuilder, *actors: str) -> Page | None:
    """The view of some different actors in the order given; None for any other ids."""
    if len(set(actors)) < len(actors) or not all(map(builder.dossier.actor, actors)):
        return None
    found = compare(builder.dossier, actors, builder.as_of.counts)
    names = joined((builder.name(actor) for actor in actors), " and " if len(actors) == 2 else ", ")
    blocks: list[Block] = [
        Title(names, (Span("compared", "dim"),)),
        Fields(
            tuple(
                (builder.dossier.name(actor), _speakers(builder, actor, quotes))
                for actor, quotes in zip(actors, found.words, strict=True)
            )
        ),
    ]
    blocks += _standing(builder, actors)
    seen: set[str] = set()
    for matter in found.shared[:_MATTERS]:
        blocks += _matter(builder, actors, matter, seen)
    blocks += and_more_line(len(found.shared) - _MATTERS, what="subjects that more than one of them speaks of")
    if not found.shared:
        blocks.append(Para((Span(_nothing_shared(builder, actors, found.words), "dim"),)))
    for actor, counts in zip(actors, found.alone, strict=True):
        blocks += _alone(builder, actor, counts)
    return Page(compare_view_id(*actors), (*blocks, *left_out(builder, found.later, found.hidden)), in_columns=True)


def _standing(builder: SpanBuilder, actors: Sequence[str]) -> list[Block]:
    """How every two of the actors stand to each other by their counted ties, each a link to the two.

    Nothing where none of them has a tie, as persons mostly have none.
    """
    if not any(ties_of_actor(builder, actor) for actor in actors):
        return []
    parts: list[Spans] = []
    for first, second in combinations(actors, 2):
        shared = builder.dossier.ties_of_pair((first, second))
        ties = builder.scope.counted(builder.dossier, shared)
        names = f"{builder.short(first)} – {builder.short(second)}: "
        if ties:
            sign = sign_words(builder, sign_of(ties))._replace(link=pair_view_id(first, second))
            kinds = brief(", ".join(dict.fromkeys(map(kind_words, ties))), _NAME)
            status = firmness(ties)
            parts.append(
                (Span(names, "dim"), sign, *(Span(" "), Span(kinds, "dim"), Span("  ")), *builder.status(status))
            )
        else:
            said = f"no counted tie; {len(shared):,} not counted" if shared else "no tie"
            parts.append((Span(names, "dim"), Span(said, "dim", pair_view_id(first, second) if shared else "")))
    return [Para(joined(parts, "\n"))]


def _speakers(builder: SpanBuilder, actor: str, quotes: Sequence[Quote]) -> Spans:
    """`3 quotations, 1 reported statement  by Hovik Abrahamyan 1, Armenia 3`; the words are a link away."""
    if not quotes:
        return (Span("no words recorded", "dim"),)
    total = Span(tally(quotes), "text", said_view_id(actor))
    counts = Counter(quote.speaker for quote in quotes)
    if counts.keys() == {actor}:
        return (total,)
    listed = [(*builder.name(name, actor), Span(f" {count:,}", "dim")) for name, count in counts.most_common(FEW)]
    by = joined((joined(listed), and_more(len(counts) - FEW, said_view_id(actor))), " ")
    return (total, Span(": by ", "dim"), *by)


def _nothing_shared(builder: SpanBuilder, actors: Sequence[str], words: Columns) -> str:
    silent = [actor for actor, quotes in zip(actors, words, strict=True) if not quotes]
    if silent:
        return f"No words of {' or '.join(map(builder.dossier.name_in_sentence, silent))} are recorded."
    return "They do not speak of the same subject in any words recorded."


def _matter(builder: SpanBuilder, actors: Sequence[str], matter: Matter, seen: set[str]) -> list[Block]:
    """A heading with the subjects and who says how much, and the words side by side: by year where there are several.

    `seen` are the quotes that the page has shown, whose long words are not repeated; those shown here are added.
    """
    first, *others = matter.subjects
    notes = [(Span("and ", "dim"), *builder.names(others, most=FEW))] if others else []
    if reason := absence(builder, first):
        notes.append((Span(reason, "dim"),))
    notes.append((Span(_said_by(builder, actors, matter), "dim"),))
    title = f"About {' '.join(brief(builder.dossier.name_in_sentence(first), _NAME).split())}"
    blocks: list[Block] = [Section(title, link=first, note=joined(notes, " · "))]
    by_year = periods(matter.words)
    # where not all years fit, those in which most of the actors speak are shown
    shown = sorted(by_year, key=lambda period: (-sum(map(bool, period.words)), -sum(map(len, period.words))))
    shown = shown[:_PERIODS]
    for period in by_year:
        if period in shown:
            blocks.append(_side_by_side(builder, actors, matter, period, seen, dated=len(by_year) > 1))
    if len(by_year) > len(shown):
        blocks.append(Para(_elsewhen(actors, builder, matter, [period for period in by_year if period not in shown])))
    return blocks


def _said_by(builder: SpanBuilder, actors: Sequence[str], matter: Matter) -> str:
    """How many quotes on a matter are of whom: `3 by Armenia, 2 by Azerbaijan`."""
    counts = zip(actors, matter.words, strict=True)
    return ", ".join(f"{len(quotes):,} by {builder.short(actor)}" for actor, quotes in counts if quotes)


def _side_by_side(
    builder: SpanBuilder, actors: Sequence[str], matter: Matter, period: Period, seen: set[str], *, dated: bool
) -> Comparison:
    """The words of one period, each actor that speaks in it under its name."""
    when = f"  {period.year if period.year is not None else 'year unknown'}" if dated else ""
    versions = []
    for actor, quotes in zip(actors, period.words, strict=True):
        if shown := quotes[:_WORDS]:
            about = matter.subjects[0]
            told = (in_brief(builder, quote, actor, about=about, again=quote.id in seen) for quote in shown)
            said = joined(told, "\n\n")
            more = and_more(len(quotes) - _WORDS, said_view_id(actor, about))
            heading = (_heading(builder, actor), Span(when, "dim"))
            versions.append((heading, joined((said, more), "\n\n")))
    seen.update(quote.id for quotes in period.words for quote in quotes[:_WORDS])
    return Comparison(tuple(versions))


def _heading(builder: SpanBuilder, actor: str) -> Span:
    """The name of an actor over its words, in the colour of its side."""
    role = builder.name(actor)[0].role
    return Span(builder.short(actor), role if role.startswith("side-") else "label")


def _elsewhen(actors: Sequence[str], builder: SpanBuilder, matter: Matter, rest: Sequence[Period]) -> Spans:
    """`In 12 other years: Armenia 14, Russia 3`, each leading to all words on the matter."""
    parts = []
    for number, actor in enumerate(actors):
        if count := sum(len(period.words[number]) for period in rest):
            link = said_view_id(actor, matter.subjects[0])
            parts.append((Span(builder.short(actor), "name", link), Span(f" {count:,}", "dim")))
    years = "year" if len(rest) == 1 else "years"
    return (Span(f"In {len(rest):,} other {years}: ", "dim"), *joined(parts))


def _alone(builder: SpanBuilder, actor: str, counts: Mapping[str, int]) -> list[Block]:
    """What only one of the actors speaks of, with the number of quotes, each a link to the words."""
    if not counts:
        return []
    if counts.keys() == {NOTHING}:
        words = (Span(count_noun(counts[NOTHING], "quote"), "dim", said_view_id(actor)), Span(" by ", "dim"))
        return [Para((*words, *builder.name(actor), Span(": no subject is recorded", "dim")))]
    parts = []
    for subject, count in list(counts.items())[:FEW]:
        if subject == NOTHING:
            parts.append((Span("no subject recorded", "dim", said_view_id(actor)), Span(f" {count:,}", "dim")))
        else:
            name = brief(builder.dossier.name(subject), _NAME)
            parts.append((Span(name, "name", said_view_id(actor, subject)), Span(f" {count:,}", "dim")))
    more = and_more(len(counts) - FEW, said_view_id(actor))
    return [
        Section(f"Spoken of only by {builder.dossier.name_in_sentence(actor)}", len(counts.keys() - {NOTHING})),
        Para(joined((joined(parts, "; "), more), " ")),
    ]
