"""Three actors and the ties between every two of them: as a sentence, as a line of a list, as a page.

May not know which triangles there are.
"""

from __future__ import annotations

from tui.dossier.network.balance import Triangle, triangle_with_signs
from tui.dossier.network.signed_graph import MIXED, sign_of
from tui.dossier.values.vocabulary import AGAINST, UNSETTLED, WITH
from tui.pages.list_line import ListLine
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.sections import section
from tui.pages.span_builder import SpanBuilder

READING_AID = "A reading aid: an arithmetic of signs that says nothing about what will happen."
_KIND = "triangle"
_FORMS = {
    "+++": "{0}, {1} and {2} are all with one another",
    "++-": "{2} is with both {0} and {1}, who are against each other",
    "+--": "{0} and {1} are both against {2} and with each other",
    "---": "{0}, {1} and {2} are all against one another",
}
"""Kind of triangle -> what it says. Where one pair differs from the two others, that pair is {0} and {1}."""


def target_of(triangle: Triangle) -> str:
    """The link to the page of a triangle: `triangle:armenia:azerbaijan:russia`."""
    return ":".join((_KIND, *triangle.actors))


def actors_of(target: str) -> tuple[str, str, str] | None:
    """The three ids in a link to a triangle; None when it is no such link."""
    kind, *actors = target.split(":")
    return (actors[0], actors[1], actors[2]) if kind == _KIND and len(actors) == 3 else None


def sentence(builder: SpanBuilder, triangle: Triangle) -> Spans:
    """What a triangle says, with the three names as links."""
    spans: list[Span] = []
    rest = _FORMS[triangle.kind]
    for place, actor in sorted(enumerate(_in_place(triangle)), key=lambda one: rest.index(f"{{{one[0]}}}")):
        before, _, rest = rest.partition(f"{{{place}}}")
        spans += [Span(before)] if before else []
        spans += builder.name(actor)
    return (*spans, Span(rest))


def told(builder: SpanBuilder, triangle: Triangle) -> Span:
    """What a triangle says, as one link to its page."""
    return Span("".join(span.text for span in sentence(builder, triangle)), "text", target_of(triangle))


def _in_place(triangle: Triangle) -> tuple[str, str, str]:
    """The actors as the sentence names them: the pair that differs first, if one does."""
    one, two, three = triangle.actors
    odd = {"++-": AGAINST, "+--": WITH}.get(triangle.kind)
    if odd is None or triangle.signs[0] == odd:
        return one, two, three
    return (one, three, two) if triangle.signs[1] == odd else (two, three, one)


def triangle_item(builder: SpanBuilder, triangle: Triangle) -> ListLine:
    """The line of a triangle: its actors, the pair that differs first, and its signs at the right."""
    names = ((Span(builder.short(name), builder.name(name)[0].role),) for name in _in_place(triangle))
    spans = joined(names, " · ")
    signs = tuple(builder.sign(sign) for sign in sorted(triangle.signs))
    mark = Span(" ") if triangle.balanced else Span("△", "outcome-bad")
    return ListLine(mark, spans, signs)


def triangle_page(
    builder: SpanBuilder, one: str, two: str, three: str, unsettled: frozenset[str] = frozenset()
) -> Page | None:
    """What three actors are to each other and every tie between two of them; None unless all three are actors.

    Ties of the statuses in `unsettled` count; others of that kind are shown too, and counted nowhere.
    """
    actors = (one, two, three)
    if any(builder.dossier.actor(name) is None for name in actors):
        return None
    me = ":".join((_KIND, *actors))
    signs: list[str] = []
    blocks: list[Block] = []
    for side in ((one, two), (one, three), (two, three)):
        ties = builder.dossier.ties_of_pair(side)
        signs.append(sign_of(tie for tie in ties if tie.status not in UNSETTLED - unsettled))
        heading, *entries = section(builder, _names(builder, side), (tie.id for tie in ties), me) or _bare(
            builder, side
        )
        blocks += [heading, Para(_standing(builder, signs[-1])), *entries]
    title = Title(builder.names(actors), (Span("triangle", "dim"),))
    return Page(me, (title, *_verdict(builder, triangle_with_signs(actors, signs)), *blocks))


def _verdict(builder: SpanBuilder, triangle: Triangle | None) -> list[Block]:
    if triangle is None:
        return [Para((Span("Nothing to judge: not every two of them are plainly with or against each other.", "dim"),))]
    holds = "Balanced: it can hold." if triangle.balanced else "Unbalanced: one of the three pairs is at odds."
    said = (Span("△ ", "outcome-bad"),) if not triangle.balanced else ()
    return [
        Para((*said, *sentence(builder, triangle), Span("."))),
        Para((Span(f"{holds} {READING_AID}", "dim"),)),
    ]


def _standing(builder: SpanBuilder, sign: str) -> Spans:
    """What the counted ties of two actors make of them."""
    if sign == MIXED:
        return (Span("± mixed: with and against each other, never averaged, left out", "sign-neither"),)
    return builder.sign_words(sign) if sign else (Span("· no tie that counts has a sign", "dim"),)


def _names(builder: SpanBuilder, side: tuple[str, str]) -> str:
    return " – ".join(map(builder.dossier.name, side))


def _bare(builder: SpanBuilder, side: tuple[str, str]) -> list[Block]:
    return [Section(_names(builder, side), 0)]
