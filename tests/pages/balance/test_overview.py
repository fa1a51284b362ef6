"""What the page of the balance says, and that of three actors: sentences, ties with their evidence, honest numbers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.networks import GAMA, GAMA_TRIBES, states, tables_of
from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import balance_to_compare, compute_balance
from tui.dossier.network.scope import Scope
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.balance.answer_rows import NO_TRIANGLES
from tui.pages.balance.overview import balance_page
from tui.pages.balance.triangle import READING_AID, sentence, triangle_line, triangle_page
from tui.pages.block_spans import spans_of
from tui.pages.diagram_blocks import TriangleDiagram
from tui.pages.page import Block, Entry, Page, Section
from tui.pages.span_builder import SpanBuilder
from tui.render.plain_text import plain_text

SIDES = (["a", "b"], ["a", "c"], ["b", "c"])


def dossier(*ties: dict[str, Any]) -> Dossier:
    """Actors A (`a`), B, C, D, E, and ties `t1`, `t2`, …"""
    actors = [record("actors", id=name, name=name.upper()) for name in "abcde"]
    rows = [record("alliances", id=f"t{number}", **tie) for number, tie in enumerate(ties, 1)]
    return loaded(HEAD + record("sources") + "".join((*actors, *rows)))


def of_signs(signs: str) -> Dossier:
    kinds = {"+": "aid", "-": "rivalry"}
    return dossier(*({"between": side, "kind": kinds[sign]} for side, sign in zip(SIDES, signs, strict=True)))


def words_of(block: Block) -> str:
    return "".join(span.text for span in spans_of(block))


def page_of(conflict: Dossier, *unsettled: str) -> Page:
    read = compute_balance(conflict, frozenset(unsettled))
    return balance_page(SpanBuilder(conflict), read, balance_to_compare(conflict, read))


def under(page: Page, title: str) -> list[Block]:
    """The blocks under the heading that begins with `title`."""
    blocks = list(page.blocks)
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Section)]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        if words_of(blocks[start]).startswith(title):
            return blocks[start + 1 : end]
    return []


KINDS = ((("a", "b"), "hostility"), (("a", "c"), "aid"), (("b", "c"), "aid"))


@pytest.mark.parametrize(
    ("signs", "said"),
    [
        ("+++", "A, B and C all have + ties with one another"),
        ("---", "A, B and C are all against one another"),
        ("++-", "A has + ties with both B and C, who are against each other"),
        ("+-+", "B has + ties with both A and C, who are against each other"),
        ("-++", "C has + ties with both A and B, who are against each other"),
        ("--+", "B and C are both against A and have + ties with each other"),
        ("-+-", "A and C are both against B and have + ties with each other"),
        ("+--", "A and B are both against C and have + ties with each other"),
    ],
)
def test_a_triangle_is_a_sentence_with_the_names_as_links(signs: str, said: str) -> None:
    sample = of_signs(signs)
    page = triangle_page(SpanBuilder(sample), "a", "b", "c")
    assert page is not None
    assert said in plain_text(page)
    assert set("abc") <= set(page.links())
    unbalanced = signs.count("-") % 2
    told = [words_of(block) for block in under(page_of(sample), "Unbalanced triangles")]
    assert [words.startswith(f"△{said}") for words in told[:1]] == ([True] if unbalanced else [])


def test_an_unbalanced_triangle_is_drawn_with_the_ties_of_each_pair_beside_its_side() -> None:
    page = page_of(dossier(*({"between": side, "kind": kind} for side, kind in KINDS)))
    [_, picture] = under(page, "Unbalanced triangles")
    assert isinstance(picture, TriangleDiagram)
    assert [corner.text for corner in picture.corners] == ["C", "A", "B"]
    assert [side.sign.text for side in picture.sides] == ["+", "+", "−"]
    assert [[span.link for span in tie if span.link] for side in picture.sides for tie in side.ties] == [
        ["t2"],
        ["t3"],
        ["t1"],
    ]
    assert picture.mark.text == "△"


def test_a_judgement_in_a_picture_wears_its_glyph_which_the_legend_explains() -> None:
    ties = [{"between": side, "kind": kind} for side, kind in KINDS]
    page = page_of(dossier({**ties[0], "status": "judgement", "by": ["d"]}, *ties[1:]))
    [_, picture] = under(page, "Unbalanced triangles")
    assert isinstance(picture, TriangleDiagram)
    assert "".join(span.text for span in picture.sides[2].ties[0]) == "◇ hostility"
    assert "".join(span.text for span in picture.legend) == (
        "╌ no tie of the pair is reported   + with   − against   ● reported   ◇ judgement"
    )
    assert [side.line for side in picture.sides] == ["whole", "whole", "broken"]


def test_of_many_ties_of_a_pair_the_picture_has_the_first_and_says_how_many_more() -> None:
    aid = {"between": ["a", "c"], "kind": "aid"}
    page = triangle_page(
        SpanBuilder(dossier(*({"between": side, "kind": kind} for side, kind in KINDS), *[aid] * 9)), "a", "b", "c"
    )
    assert page is not None
    [picture] = [block for block in page.blocks if isinstance(block, TriangleDiagram)]
    beside = ["".join(span.text for span in tie) for tie in picture.sides[0].ties]
    assert beside == [*["● aid"] * 4, "and 6 more"]


def test_the_page_of_three_actors_draws_what_is_balanced_without_the_mark_and_what_is_mixed_with_its_own_signs() -> (
    None
):
    balanced = triangle_page(SpanBuilder(of_signs("+++")), "a", "b", "c")
    mixed = triangle_page(SpanBuilder(dossier({"kind": "aid"}, {"kind": "sanctions"})), "a", "b", "c")
    assert balanced is not None
    assert mixed is not None
    [picture] = [block for block in balanced.blocks if isinstance(block, TriangleDiagram)]
    assert picture.mark.text == ""
    [picture] = [block for block in mixed.blocks if isinstance(block, TriangleDiagram)]
    assert [side.sign.text for side in picture.sides] == ["~", "∘", "∘"]
    beside = ["".join(span.text for span in tie) for side in picture.sides for tie in side.ties]
    assert beside == ["+ ● aid", "− ● sanctions"]


def test_of_triangles_below_each_other_the_last_has_the_legend_that_they_share() -> None:
    sides = ("ab", "ac", "bc", "ad", "bd")
    page = page_of(dossier(*({"between": list(side), "kind": "rivalry", "cite": "s#p1"} for side in sides)))
    first, last = (block for block in page.blocks if isinstance(block, TriangleDiagram))
    assert first.legend == ()
    assert "".join(span.text for span in last.legend) == "− against   ● reported"


def test_unbalanced_triangles_beyond_those_drawn_are_sentences_with_their_evidence() -> None:
    sides = ("ab", "ac", "bc", "ad", "bd", "ae", "be")
    page = page_of(dossier(*({"between": list(side), "kind": "rivalry", "cite": "s#p1"} for side in sides)))
    assert sum(isinstance(block, TriangleDiagram) for block in page.blocks) == 2
    [entry] = under(page, "Other unbalanced triangles")
    assert isinstance(entry, Entry)
    lines = "".join(span.text for span in entry.below).split("\n")
    assert [line[:1] + line[-2:] for line in lines] == ["−¶1"] * 3


def test_the_page_of_a_triangle_shows_all_ties_of_its_pairs_with_status_and_passage() -> None:
    ties = ({"between": side, "kind": "aid", "cite": f"s#p{place}"} for place, side in enumerate(SIDES, 1))
    more = {"between": ["a", "b"], "kind": "trade", "status": "contested", "by": ["d"], "cite": "s#p9"}
    page = triangle_page(SpanBuilder(dossier(*ties, more)), "a", "b", "c")
    assert page is not None
    assert [words_of(block) for block in page.blocks if isinstance(block, Section)] == ["A – B", "A – C", "B – C"]
    assert {"t1", "t2", "t3", "t4", "s#p1", "s#p2", "s#p3", "s#p9"} <= set(page.links())
    assert "≠ contested" in page.text()
    assert READING_AID in page.text()


def test_three_actors_without_three_plain_pairs_are_not_assessed() -> None:
    sample = dossier(
        {"kind": "aid"},
        {"kind": "sanctions"},
        {"between": ["a", "c"], "kind": "aid", "status": "denied", "by": ["d"], "denied_by": ["a"]},
    )
    page = triangle_page(SpanBuilder(sample), "a", "b", "c")
    assert page is not None
    text = page.text()
    assert "Not assessed" in text
    assert "~ mixed" in text
    assert text.count("no counted tie") == 2
    switched = triangle_page(SpanBuilder(sample, Scope(statuses=UNSETTLED - {"denied"})), "a", "b", "c")
    assert switched is not None
    assert switched.text().count("no counted tie") == 1


def test_there_is_no_page_of_what_are_not_three_actors() -> None:
    sample = of_signs("+++")
    assert triangle_page(SpanBuilder(sample), "a", "b", "t1") is None
    assert triangle_page(SpanBuilder(sample), "a", "b", "nobody") is None


def test_the_link_of_a_triangle_names_its_actors() -> None:
    sample = of_signs("---")
    links = page_of(sample).links()
    assert "triangle:a:b:c" in links


def test_the_line_of_a_triangle_names_the_pair_that_differs_first_and_has_the_signs() -> None:
    sample = of_signs("++-")
    builder = SpanBuilder(sample)
    [triangle] = compute_balance(sample).census.unbalanced
    item = triangle_line(builder, triangle, {})
    told = "".join(span.text for span in sentence(builder, triangle))
    names = "".join(span.text for span in item.spans).split(" · ")
    assert sorted(names) == sorted(builder.short(actor) for actor in triangle.actors)
    assert told == f"{names[2]} has + ties with both {names[0]} and {names[1]}, who are against each other"
    assert "".join(span.text for span in item.remark) == "++− ●"
    assert not any(span.link for span in item.spans)


def test_without_a_triangle_there_is_nothing_to_assess() -> None:
    assert NO_TRIANGLES in page_of(dossier({"kind": "aid"})).text()
    assert NO_TRIANGLES in page_of(dossier()).text()


def test_the_page_says_that_it_is_a_reading_aid() -> None:
    assert READING_AID in page_of(of_signs("+++")).text()


def test_every_smallest_change_is_listed_with_its_ties_as_links() -> None:
    page = page_of(of_signs("++-"))
    assert "1 change is enough; 3 options" in page.text()
    [said, *choices] = under(page, "Smallest changes that balance it")
    assert "Each of 3 options balances it" in words_of(said)
    assert [span.link for block in choices for span in spans_of(block) if span.link.startswith("t")] == [
        "t1",
        "t2",
        "t3",
    ]
    assert words_of(choices[0]).endswith("this puts A with C")


def test_all_ties_of_a_pair_change_together() -> None:
    sample = dossier(
        {"kind": "aid"},
        {"kind": "arms-supply"},
        {"between": ["a", "c"], "kind": "aid"},
        {"between": ["b", "c"], "kind": "rivalry"},
    )
    [_, first, *_] = under(page_of(sample), "Smallest changes that balance it")
    assert words_of(first).startswith("+A – B aid, arms supplythis puts")


def test_what_every_option_shares_is_listed_once() -> None:
    ring = [(f"x{one}", f"x{other}", "+") for one in range(5) for other in range(one)]
    ties = [*((one, other, "-" if {one, other} == {"x0", "x1"} else sign) for one, other, sign in ring)]
    ties += [("x0", "y", "+"), ("x2", "y", "-")]
    sample = loaded(HEAD + record("sources") + tables_of(["x0", "x1", "x2", "x3", "x4", "y"], ties))
    [said, every, shared, one_of, *choices] = under(page_of(sample), "Smallest changes that balance it")
    assert "Each of 2 options" in words_of(said)
    assert (words_of(every), words_of(one_of)) == ("In every option:", "And one of these:")
    assert words_of(shared).startswith("−X0 – X1")
    assert [words_of(one)[:7] for one in choices] == ["+X0 – Y", "−X2 – Y"]


def test_mixed_pairs_are_listed_with_their_ties() -> None:
    page = page_of(dossier({"kind": "aid"}, {"kind": "sanctions"}))
    [mixed] = under(page, "Mixed pairs (not counted)")
    assert words_of(mixed) == "~A – B aid, sanctions"
    assert {"t1", "t2"} <= set(page.links())


def test_actors_are_told_by_unbalanced_triangles() -> None:
    sample = dossier(
        *({"between": list(side), "kind": "rivalry"} for side in ("ab", "ac", "bc", "ad", "bd")),
    )
    actors = under(page_of(sample), "Actors by unbalanced triangles")
    assert [words_of(block) for block in actors] == ["•A2", "•B2", "•C1", "•D1"]


def test_what_is_left_out_is_counted_and_the_page_shows_what_it_would_change() -> None:
    sample = dossier(
        {"kind": "aid"},
        {"between": ["a", "c"], "kind": "aid"},
        {"between": ["b", "c"], "kind": "rivalry", "status": "contested", "by": ["d"]},
    )
    page = page_of(sample)
    assert "1 ≠ contested" in " ".join(page.text().split())
    changes = " ".join(words_of(block) for block in under(page, "How the result changes"))
    assert changes.startswith("With the unsettled signed tie (1 ≠ contested): ")
    assert f"{NO_TRIANGLES}  →  1 ++−" in changes
    assert "nothing to assess: no − pair is counted  →  1 change is enough" in changes
    [then] = under(page, "Further unbalanced triangles")
    sentence = "A has + ties with both B and C, who are against each other"
    assert words_of(then) == f"△{sentence}the triangle rests on a contested tie"
    switched = page_of(sample, *UNSETTLED)
    assert "Included    1 ≠ contested\n" in plain_text(switched)
    assert "Without the unsettled signed tie (1 ≠ contested)" in " ".join(plain_text(switched).split())


def test_without_unsettled_ties_no_change_of_the_result_is_shown() -> None:
    assert under(page_of(of_signs("++-")), "How the result changes") == []


def test_the_camps_and_what_runs_across_are_told() -> None:
    page = page_of(of_signs("--+"))
    camps = under(page, "Two camps")
    assert words_of(camps[1]) == "Camp 1ACamp 2B\nC"
    assert [words_of(block) for block in under(page, "Across the camps")] == [
        "0 friendly pairs and 2 hostile pairs.",
        "−A – B rivalry",
        "−A – C rivalry",
    ]


def test_parts_that_no_pair_joins_are_told() -> None:
    sample = dossier({"kind": "rivalry"}, {"between": ["c", "d"], "kind": "rivalry"})
    assert "No pair joins the 2 parts" in page_of(sample).text()


def test_past_the_budget_the_page_never_calls_a_guess_a_fact() -> None:
    names = [f"s{number:03}" for number in range(40)]
    ties = [(*pair.ends, pair.sign) for pair in states(1, size=40, ties=300, unruly=0.5)]
    sample = loaded(HEAD + record("sources") + tables_of(names, ties))
    read = compute_balance(sample, budget=300_000)
    text = balance_page(SpanBuilder(sample), read).text()
    index = read.frustration
    assert f"between {index.low} and {index.high} changes are needed" in text
    assert "perhaps not the smallest" in text
    assert "enough" not in text
    assert "the best split found" in text


def test_a_large_network_is_cut_and_says_so() -> None:
    names = [f"s{number:03}" for number in range(150)]
    ties = [(*pair.ends, pair.sign) for pair in states(1)]
    sample = loaded(HEAD + record("sources") + tables_of(names, ties))
    page = page_of(sample)
    listed = [*under(page, "Unbalanced triangles"), *under(page, "Other unbalanced triangles")]
    assert sum(isinstance(block, Entry) for block in listed) == 100
    assert words_of(listed[-1]).endswith("more")
    assert max(map(len, plain_text(page, 60).splitlines())) <= 60


def test_gahuku_gama_on_one_page() -> None:
    sample = loaded(HEAD + record("sources") + tables_of(GAMA_TRIBES, GAMA))
    text = plain_text(page_of(sample))
    assert "Counted     16 actors, 58 signed ties, 58 pairs" in text
    assert "Balanced    59 of 68" in text
    assert "7 changes are enough; 1 option" in text
    assert "This is the only smallest change" in text
