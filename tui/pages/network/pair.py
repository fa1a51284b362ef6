"""Two actors and everything between them: their ties by sign, those not counted, quotes, expectations, claims.

Whoever holds an office of an actor or is a part of it speaks for the actor.
"""

from __future__ import annotations

from itertools import permutations

from tui.dossier.kinds import Claim, Expectation, Quote, Tie, is_settled
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.representation import representatives, represented, speaks_for
from tui.dossier.responses import subjects
from tui.dossier.values.vocabulary import AGAINST, NEITHER, WITH
from tui.pages.network.tie_signs import MOST, ego_link, sign_words, ties_of_actor, ties_section
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Page, Para, Span, Spans, Title
from tui.pages.records.sections import section
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import pair_view_id

_HEADINGS = ((AGAINST, "− ties"), (WITH, "+ ties"), (NEITHER, "Neither with nor against"))


def pair_page(builder: SpanBuilder, first: str, second: str) -> Page | None:
    """The view of two different actors, the same in either order; None for any other ids."""
    dossier = builder.dossier
    if first == second or dossier.actor(first) is None or dossier.actor(second) is None:
        return None
    first, second = sorted((first, second))
    ties = [tie for tie in ties_of_actor(builder, first) if second in tie.ends]
    counted = [tie for tie in builder.scope.counted(dossier, ties) if first in tie.ends and second in tie.ends]
    ids = {tie.id for tie in counted}
    not_counted = [tie for tie in ties if tie.id not in ids]
    title = (ego_link(builder, first), Span(" and ", "dim"), ego_link(builder, second))
    blocks: list[Block] = [Title(title, _sign(builder, counted, ties)), *_remark(counted, ties)]
    for polarity, heading in _HEADINGS:
        of_polarity = [tie for tie in counted if tie.polarity == polarity]
        blocks += ties_section(builder, heading, of_polarity, "", first)
    unsettled = all(not is_settled(tie) for tie in not_counted)
    blocks += ties_section(builder, "Unsettled (not counted)" if unsettled else "Not counted", not_counted, "", first)
    voices = {actor: representatives(dossier, actor) for actor in (first, second)}
    expected = _expected(builder, voices)
    both = _claims_about_both(builder, first, second, ties)
    one_sided = [name for name in _claims_about_each_other(builder, voices) if name not in both]
    quotes, read = _quotes(builder, voices, ties, expected, [*both, *one_sided])
    for heading, names in (
        ("Quotes that concern the two", quotes),
        ("Quotes linked by judgement or inference", read),
        (_expected_heading(expected, voices), [row.id for row in expected]),
        ("Claims about both", both),
        ("Claims of one that concern the other", one_sided),
    ):
        blocks += _bounded(section(builder, heading, names, ""))
    blocks += scope_omissions(builder, ties, listed=True)
    return Page(pair_view_id(first, second), tuple(blocks))


def _sign(builder: SpanBuilder, counted: list[Tie], ties: list[Tie]) -> Spans:
    if counted:
        return (sign_words(builder, sign_of(counted)),)
    if not ties:
        return (Span("no tie", "dim"),)
    return (Span("no settled tie" if not any(map(is_settled, ties)) else "none counted", "dim"),)


def _remark(counted: list[Tie], ties: list[Tie]) -> list[Block]:
    """What the sign alone cannot say."""
    if not ties:
        words = "The dossier records no tie between the two."
    elif not counted:
        unsettled = not any(map(is_settled, ties))
        counts = f"No settled tie; {len(ties):,} unsettled."
        words = counts if unsettled else "None of the ties between the two is counted."
    elif len({tie.polarity for tie in counted} - {NEITHER}) > 1:
        against, with_ = (sum(tie.polarity == polarity for tie in counted) for polarity in (AGAINST, WITH))
        words = f"Mixed: {against:,} against and {with_:,} with. One does not cancel the other."
    else:
        return []
    return [Para((Span(words, "dim"),))]


def _bounded(blocks: list[Block]) -> list[Block]:
    """A heading with its first items, and how many more there are."""
    return [*blocks[: MOST + 1], *and_more_line(len(blocks) - 1 - MOST)]


def _quotes(
    builder: SpanBuilder, voices: dict[str, set[str]], ties: list[Tie], expected: list[Expectation], claims: list[str]
) -> tuple[list[str], list[str]]:
    """Quotes that concern the two, and apart from them those that a judgement or an inference alone links to the two.

    These are what each said to or about the other, what is about both, and the quotes of their ties, expectations and
    claims. To an expectation or a claim belong the quotes that voice it and those that answer or dispute it.
    """
    dossier, back = builder.dossier, builder.dossier.links.back
    found: set[str] = set()
    for (actor, speaking), (_, addressed) in permutations(voices.items()):
        said = {name for speaker in speaking for name in back(speaker, "said")}
        said &= {name for one in addressed for name in (*back(one, "said-to"), *back(one, "said-about"))}
        found |= {name for name in said if speaks_for(dossier, dossier.quote(name), (actor,))}
    found |= set.intersection(*({*back(actor, "said-about")} for actor in voices))
    read: set[str] = set()
    statements: list[Tie | Expectation | Claim] = [*ties, *expected]
    statements += [claim for name in claims if (claim := dossier.find(Claim, name)) is not None]
    for statement in statements:
        linked = (*statement.quotes, *getattr(statement, "counter", ()), *back(statement.id, "said-about"))
        (read if statement.status in ("judgement", "inferred") else found).update(linked)
    in_order = [quote.id for quote in dossier.records_of(Quote)]
    return [name for name in in_order if name in found], [name for name in in_order if name in read - found]


def _expected(builder: SpanBuilder, voices: dict[str, set[str]]) -> list[Expectation]:
    """What one of the two, or who spoke for it on that day, expects of the other or of who spoke for that."""
    dossier, found = builder.dossier, []
    for row in dossier.records_of(Expectation):
        ends = (row.expecting, row.of)
        for (first, ours), (second, theirs) in permutations(voices.items()):
            if row.expecting in ours and row.of in theirs:
                whom = [represented(dossier, (end,), row.date) for end in ends]
                found += [row] if first in whom[0] and second in whom[1] else []
    return list(dict.fromkeys(found))


def _expected_heading(expected: list[Expectation], voices: dict[str, set[str]]) -> str:
    each = all(any(row.expecting in ours for row in expected) for ours in voices.values())
    return "Expected of each other" if each else "Expected by one of the other"


def _claims_about_both(builder: SpanBuilder, first: str, second: str, ties: list[Tie]) -> list[str]:
    """Claims that are about both of them, or about one of their ties."""
    back = builder.dossier.links.back
    about_second = frozenset(back(second, "about-of"))
    names = [name for name in back(first, "about-of") if name in about_second]
    names += [name for tie in ties for name in back(tie.id, "about-of")]
    return [name for name in dict.fromkeys(names) if builder.dossier.find(Claim, name)]


def _claims_about_each_other(builder: SpanBuilder, voices: dict[str, set[str]]) -> list[str]:
    """Claims that one of them makes or denies and that are about the other."""
    dossier, pairs = builder.dossier, list(permutations(voices.values()))
    names: list[str] = []
    for claim in dossier.records_of(Claim):
        speakers, about = {*claim.by, *claim.denied_by}, set(subjects(dossier, claim))
        if any(speakers & ours and about & theirs for ours, theirs in pairs):
            names.append(claim.id)
    return names
