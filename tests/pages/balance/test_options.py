"""The smallest changes on the page: part by part, bounded, and never without the inference that they hang on."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.networks import tables_of
from tests.pages.balance.test_overview import dossier, page_of, under, words_of
from tui.dossier.dossier import Dossier
from tui.dossier.network.balance import compute_balance
from tui.pages.balance.answer_rows import changes_needed
from tui.pages.balance.options import options
from tui.pages.balance.overview import balance_page
from tui.pages.balance.pair_entries import PairEntries
from tui.pages.balance.triangle import triangle_line, triangle_page
from tui.pages.block_spans import spans_of
from tui.pages.page import Entry, Page, Section
from tui.pages.span_builder import SpanBuilder
from tui.render.layout import lay_out

TITLE = "Smallest changes that balance it"
JUDGED = {"status": "judgement", "by": ["s"]}
INFERRED = {"status": "inferred"}


def only_change(**more: Any) -> Dossier:
    """A and B, enemies, are friends of C and D; what is with D has the given status."""
    reported = [{"between": list(ends), "kind": "aid"} for ends in ("ac", "bc")]
    return dossier(
        {"between": ["a", "b"], "kind": "rivalry"},
        *reported,
        {"between": ["a", "d"], "kind": "aid"},
        {"between": ["b", "d"], "kind": "aid", **more},
    )


def test_the_only_smallest_change_names_the_inference_it_hangs_on() -> None:
    said = words_of(under(page_of(only_change(**INFERRED), "inferred"), TITLE)[0])
    assert said == (
        "This is the only smallest change."
        " Without one inference the smallest changes would be others: + B – D aid ∴ inferred."
        " To change a pair is to end its ties or to reverse their sign; both count alike."
    )


def test_it_names_a_judgement_too() -> None:
    said = words_of(under(page_of(only_change(**JUDGED)), TITLE)[0])
    assert "Without one judgement the smallest changes would be others: + B – D aid ◇ judgement." in said


def test_what_is_reported_throughout_hangs_on_nothing() -> None:
    said = words_of(under(page_of(only_change()), TITLE)[0])
    assert said.startswith("This is the only smallest change. ")


def test_several_options_say_what_they_hang_on() -> None:
    triangle = [{"between": list(ends), "kind": "aid"} for ends in ("ac", "bc")]
    enemies = {"between": ["a", "b"], "kind": "rivalry", **JUDGED}
    said = words_of(under(page_of(dossier(enemies, *triangle)), TITLE)[0])
    assert said.startswith(
        "Each of 3 options balances it."
        " That it is unbalanced at all rests on one judgement: − A – B rivalry ◇ judgement. To change"
    )


def test_a_pair_with_several_ties_is_not_called_one_of_them() -> None:
    enemies = [{"between": ["a", "b"], "kind": kind, **JUDGED} for kind in ("rivalry", "hostility")]
    friends = [{"between": list(ends), "kind": "aid"} for ends in ("ac", "bc")]
    said = words_of(under(page_of(dossier(*enemies, *friends)), TITLE)[0])
    assert "rests on one pair without a reported tie: − A – B rivalry, hostility ◇ judgement." in said


def test_each_of_several_pairs_may_be_what_makes_it_unbalanced() -> None:
    judged = [{"between": list(ends), "kind": "aid", **JUDGED} for ends in ("ac", "bc")]
    said = words_of(under(page_of(dossier({"between": ["a", "b"], "kind": "rivalry"}, *judged)), TITLE)[0])
    assert (
        "unbalanced at all rests on each of 2 pairs without a reported tie: + A – C aid ◇ judgement; + B – C aid"
        in said
    )


def test_each_option_says_beside_whom_it_puts_those_that_the_camps_leave_open() -> None:
    ends = (("ab", "rivalry"), ("ac", "aid"), ("bc", "aid"), ("bd", "aid"))
    [_, *choices] = under(page_of(dossier(*({"between": list(two), "kind": kind} for two, kind in ends))), TITLE)
    assert [words_of(one) for one in choices] == [
        "+A – C aidthis puts C with B",
        "+B – C aidthis puts C with A",
        "−A – B rivalrythis puts A, C with B",
    ]


def test_where_nobody_is_in_a_camp_an_option_says_who_is_apart_from_whom() -> None:
    ring = [{"between": list(two), "kind": "rivalry"} for two in ("ab", "bc", "ac")]
    [_, *choices] = under(page_of(dossier(*ring)), TITLE)
    assert [words_of(one) for one in choices] == [
        "−A – B rivalrythis puts B with A, C apart from A",
        "−B – C rivalrythis puts B, C apart from A",
        "−A – C rivalrythis puts C with A, B apart from A",
    ]


def test_an_unbalanced_triangle_says_that_it_rests_on_a_judgement() -> None:
    sample = dossier(
        {"between": ["a", "b"], "kind": "rivalry"},
        {"between": ["a", "c"], "kind": "aid", **JUDGED},
        {"between": ["b", "c"], "kind": "aid", "status": "attributed", "by": ["d"]},
    )
    [entry, _] = under(page_of(sample), "Unbalanced triangles")
    assert isinstance(entry, Entry)
    assert [span.text for span in entry.tail] == ["the triangle rests on an attributed tie and a judgement"]
    page = triangle_page(SpanBuilder(sample), "a", "b", "c")
    assert page is not None
    [_, _, _, verdict, *_] = page.blocks
    assert words_of(verdict) == "This rests on an attributed tie and a judgement: A – C ◇ judgement, B – C » attributed"
    result = compute_balance(sample)
    line = triangle_line(SpanBuilder(sample), result.census.unbalanced[0], result.weak)
    assert "".join(span.text for span in line.remark) == "++− ◇"


def test_a_second_tie_that_is_reported_makes_a_pair_firm() -> None:
    sample = dossier(
        {"between": ["a", "b"], "kind": "rivalry"},
        {"between": ["a", "c"], "kind": "aid", **JUDGED},
        {"between": ["a", "c"], "kind": "aid"},
        {"between": ["b", "c"], "kind": "aid"},
    )
    assert "rests on" not in page_of(sample).text()


def triangles(count: int) -> Dossier:
    ties = [(f"{one}{part}", f"{other}{part}", "-") for part in range(count) for one, other in combinations("abc", 2)]
    names = dict.fromkeys(end for first, second, _ in ties for end in (first, second))
    return loaded(HEAD + record("sources") + tables_of(names, ties))


def test_parts_that_need_changes_are_listed_one_by_one() -> None:
    page = page_of(triangles(2))
    said, first, *_ = under(page, TITLE)
    assert words_of(said) == (
        "2 parts of the network need changes, each on its own: an option of one goes with any option of another."
    )
    assert words_of(first) == "Part 1: A0, B0, C0 – 1 change is enough; 3 options"
    assert "2 changes are enough; 9 options" in page.text()


def test_a_number_of_options_beyond_counting_is_not_written_out() -> None:
    index = compute_balance(triangles(60)).frustration
    assert changes_needed(index) == "60 changes are enough; more than 1,000,000,000 options"


def many_options() -> Dossier:
    """One part that needs 310 changes, 300 of them in every option, in one of 3¹⁰ options."""
    names: list[str] = []
    ties: list[tuple[str, str, str]] = []
    for number in range(300):
        four = [f"{letter}{number}" for letter in "abcd"]
        names += four
        ties += [(*two, "+" if place else "-") for place, two in enumerate(combinations(four, 2))]
        ties += [(f"a{number - 1}", f"a{number}", "+")] if number else []
    for number in range(10):
        names += [f"t{number}", f"u{number}"]
        ties += [(f"t{number}", f"u{number}", "-"), *((f"{one}{number}", f"a{number}", "+") for one in "tu")]
    return loaded(HEAD + record("sources") + tables_of(names, ties))


@pytest.fixture(scope="module")
def crowded() -> Page:
    """The page of a network with very many options, each of many changes."""
    sample = many_options()
    return balance_page(SpanBuilder(sample), compute_balance(sample))


def test_of_very_many_options_the_first_are_worked_out_and_all_counted(crowded: Page) -> None:
    listed = [words_of(block) for block in under(crowded, TITLE)]
    assert "310 changes are enough; 59,049 options" in crowded.text()
    at = listed.index("In every option:"), listed.index("And one of these:")
    assert listed[at[1] - 1] == "and 200 more"
    assert at[1] - at[0] - 2 == 100
    assert len(listed) - 100 <= 26
    assert listed[-1] == "and 59,029 more"


def test_the_page_of_very_many_options_stays_short(crowded: Page) -> None:
    assert sum(len(list(spans_of(block))) for block in crowded.blocks) < 6_500
    assert len(lay_out(crowded, 74).rows) < 1_500


def test_while_others_may_be_as_small_none_is_called_the_only_one() -> None:
    sample = only_change()
    result = compute_balance(sample)
    [part] = [part for part in result.parts if part.frustration.high]
    open_part = part._replace(frustration=part.frustration._replace(fully_counted=False))
    unsure = result._replace(
        parts=tuple(open_part if each is part else each for each in result.parts),
        frustration=result.frustration._replace(fully_counted=False),
    )
    heading, said, *_ = options(SpanBuilder(sample), unsure)
    assert words_of(said).startswith("One of the smallest; others may exist. ")
    assert heading == Section(TITLE), "and none is counted"


def test_each_of_several_pairs_has_its_sign_unless_all_have_the_same() -> None:
    sample = loaded(HEAD + record("sources") + tables_of("abcd", [("a", "b", "-"), ("b", "c", "+"), ("c", "d", "+")]))
    pairs = PairEntries(SpanBuilder(sample), compute_balance(sample))
    assert words_of(pairs.entry([("a", "b"), ("b", "c")])).startswith("•− A – B hostility; + B – C")
    assert words_of(pairs.entry([("b", "c"), ("c", "d")])).startswith("+B – C")
