"""Three actors and the ties between every two of them: as a sentence, as a line of a list, as a page.

May not know which triangles there are.
"""

from __future__ import annotations

from tui.dossier.balance.triangles import Triangle, judged
from tui.dossier.pairs import MIXED, sign_of
from tui.dossier.vocabulary import AGAINST, UNSETTLED, WITH
from tui.pages.items import section
from tui.pages.listing import Item
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import Phrases

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


def sentence(phrases: Phrases, triangle: Triangle) -> Spans:
    """What a triangle says, with the three names as links."""
    spans: list[Span] = []
    rest = _FORMS[triangle.kind]
    for place, actor in sorted(enumerate(_in_place(triangle)), key=lambda one: rest.index(f"{{{one[0]}}}")):
        before, _, rest = rest.partition(f"{{{place}}}")
        spans += [Span(before)] if before else []
        spans += phrases.name(actor)
    return (*spans, Span(rest))


def told(phrases: Phrases, triangle: Triangle) -> Span:
    """What a triangle says, as one link to its page."""
    return Span("".join(span.text for span in sentence(phrases, triangle)), "text", target_of(triangle))


def _in_place(triangle: Triangle) -> tuple[str, str, str]:
    """The actors as the sentence names them: the pair that differs first, if one does."""
    one, two, three = triangle.actors
    odd = {"++-": AGAINST, "+--": WITH}.get(triangle.kind)
    if odd is None or triangle.signs[0] == odd:
        return one, two, three
    return (one, three, two) if triangle.signs[1] == odd else (two, three, one)


def triangle_item(phrases: Phrases, triangle: Triangle) -> Item:
    """The line of a triangle: its actors, the pair that differs first, and its signs at the right."""
    names = ((Span(phrases.short(name), phrases.name(name)[0].role),) for name in _in_place(triangle))
    spans = joined(names, " · ")
    signs = tuple(phrases.sign(sign) for sign in sorted(triangle.signs))
    mark = Span(" ") if triangle.balanced else Span("△", "outcome-bad")
    return Item(mark, spans, signs)


def triangle_page(
    phrases: Phrases, one: str, two: str, three: str, unsettled: frozenset[str] = frozenset()
) -> Page | None:
    """What three actors are to each other and every tie between two of them; None unless all three are actors.

    Ties of the statuses in `unsettled` count; others of that kind are shown too, and counted nowhere.
    """
    actors = (one, two, three)
    if any(phrases.dossier.actor(name) is None for name in actors):
        return None
    me = ":".join((_KIND, *actors))
    signs: list[str] = []
    blocks: list[Block] = []
    for side in ((one, two), (one, three), (two, three)):
        ties = phrases.dossier.ties_of_pair(side)
        signs.append(sign_of(tie for tie in ties if tie.status not in UNSETTLED - unsettled))
        heading, *entries = section(phrases, _names(phrases, side), (tie.id for tie in ties), me) or _bare(
            phrases, side
        )
        blocks += [heading, Para(_standing(phrases, signs[-1])), *entries]
    title = Title(phrases.names(actors), (Span("triangle", "dim"),))
    return Page(me, (title, *_verdict(phrases, judged(actors, signs)), *blocks))


def _verdict(phrases: Phrases, triangle: Triangle | None) -> list[Block]:
    if triangle is None:
        return [Para((Span("Nothing to judge: not every two of them are plainly with or against each other.", "dim"),))]
    holds = "Balanced: it can hold." if triangle.balanced else "Unbalanced: one of the three pairs is at odds."
    said = (Span("△ ", "outcome-bad"),) if not triangle.balanced else ()
    return [
        Para((*said, *sentence(phrases, triangle), Span("."))),
        Para((Span(f"{holds} {READING_AID}", "dim"),)),
    ]


def _standing(phrases: Phrases, sign: str) -> Spans:
    """What the counted ties of two actors make of them."""
    if sign == MIXED:
        return (Span("± mixed: with and against each other, never averaged, left out", "sign-neither"),)
    return phrases.sign_words(sign) if sign else (Span("· no tie that counts has a sign", "dim"),)


def _names(phrases: Phrases, side: tuple[str, str]) -> str:
    return " – ".join(map(phrases.dossier.name, side))


def _bare(phrases: Phrases, side: tuple[str, str]) -> list[Block]:
    return [Section(_names(phrases, side), 0)]
