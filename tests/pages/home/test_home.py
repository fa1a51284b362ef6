"""Home as a picture: which names stand where, what a line says, and that it fits whatever the sides are."""

from __future__ import annotations

from typing import TypeVar

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import bundled, example, headings, page_of, text_of
from tui.dossier.network.scope import Scope
from tui.dossier.reported_only import reported_only
from tui.dossier.values.dates import parse_date
from tui.keys import KEYS
from tui.pages.catalog import Catalog
from tui.pages.chart_blocks import Bars, CrossTable, Histogram
from tui.pages.diagram_blocks import EgoDiagram, Grid, TriangleDiagram
from tui.pages.home.ended_ties import ended_ties
from tui.pages.home.latest_changes import latest_changes
from tui.pages.home.line_ties import with_ties
from tui.pages.home.sign_key import sign_key
from tui.pages.home.standing import counted
from tui.pages.moment_marks import PERHAPS
from tui.pages.page import Block, Entry, Page, Section, Span
from tui.pages.side_blocks import OneSide, ThreeSides, TwoSides
from tui.pages.timeline_blocks import CountStrip
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text

B = TypeVar("B", bound=Block)


def home(*records: str, sides: tuple[str, ...] = ("a", "b")) -> Catalog:
    quoted = ", ".join(f'"{side}"' for side in sides)
    return Catalog(loaded(dossier_of(*records, head=f'dossier = 1\ntitle = "A dossier"\nsides = [{quoted}]\n')))


def people(*names: str) -> tuple[str, ...]:
    return tuple(record("actors", id=name.lower(), name=name) for name in names)


def tie(one: str, other: str, kind: str = "aid", status: str = "reported", **keys: object) -> str:
    ends = {"between": [one, other]}
    return record("alliances", id=f"t-{one}-{other}", kind=kind, status=status, by=["a"], **ends, **keys)


def drawn(page: Page, words: str, width: int = 74, height: int = 21) -> bool:
    """Whether words are in a row of a page in a view of that size."""
    return any(words in "".join(piece.text for piece in row) for row in lay_out(page, width, height).rows)


def added(catalog: Catalog, block_type: type[B]) -> list[B]:
    """The blocks of a type that Home has where there is room."""
    page = page_of(catalog, "overview:")
    blocks = (block for addition in page.additions for block in addition.make())
    return [block for block in blocks if isinstance(block, block_type)]


def sides_of(catalog: Catalog) -> TwoSides:
    [picture] = [block for block in page_of(catalog, "overview:").blocks if isinstance(block, TwoSides)]
    return picture


def beside(picture: TwoSides, side: int) -> list[str]:
    """Those beside a side, each with its sign and status: `Belarus ◇ +`."""
    return [
        " ".join(
            filter(None, (ally.end.text, ally.bond.status.text, ally.bond.sign.text)) if ally.bond else (ally.end.text,)
        )
        for ally in picture.allies[side]
    ]


def between(picture: TwoSides) -> list[str]:
    return [
        " ".join(
            (middle.bonds[0].sign.text, middle.end.text, middle.bonds[1].sign.text)
            if middle.bonds
            else (middle.end.text,)
        )
        for middle in picture.between
    ]


def test_the_bundled_dossier_has_its_two_sides_those_beside_them_and_russia_between() -> None:
    picture = sides_of(Catalog(bundled()))
    assert [head.text for head in picture.heads] == ["Armenia", "Azerbaijan"]
    assert beside(picture, 0) == ["Belarus ◇ +", "Kazakhstan ◇ +", "Kyrgyzstan ◇ +", "Tajikistan ◇ +"]
    assert beside(picture, 1) == ["Israel » +", "Turkey ◇ +"]
    assert between(picture) == ["+ Russia +"]
    assert picture.direct is not None
    assert (picture.direct.sign.text, picture.direct.status.text, picture.direct.line) == ("−", "»", "broken")
    assert [(span.text, span.role, span.link) for span in picture.remark] == [
        ("△ ", "outcome-bad", ""),
        ("with both", "dim", "triangle:armenia:azerbaijan:russia"),
    ]
    assert "".join(span.text for span in picture.below[0]) == "in CSTO"
    assert picture.note[0].text == "4 unsettled, not drawn"
    assert "".join(span.text for span in picture.legend) == "━ reported  ╍ attributed or judged"


def test_who_is_with_two_sides_against_each_other_comes_first_between_them_and_is_named() -> None:
    others = [part for at in range(4) for part in (tie("a", f"o{at}"), tie("b", f"o{at}", "hostility"))]
    names = *people("O0", "O1", "O2", "O3", "Hub"), tie("a", "b", "hostility")
    picture = sides_of(home(*names, *others, tie("a", "hub"), tie("b", "hub")))
    assert between(picture)[0] == "+ Hub +"
    assert "".join(span.text for span in picture.remark) == "△ Hub with both"


def test_the_line_between_the_sides_names_the_kind_of_their_ties_if_it_is_one_and_short() -> None:
    def words(*ties: str) -> list[str]:
        return [span.text for span in sides_of(home(*ties)).direct_words]

    pact = tie("a", "b", "nonaggression-pact")
    assert words(pact) == ["nonaggression pact"]
    assert words(pact, pact.replace("t-a-b", "t2").replace("nonaggression-pact", "trade")) == ["no sign"]
    assert words(tie("a", "b", "other", terms="An understanding about the nets", polarity="neutral")) == ["no sign"]


def test_a_bloc_that_both_sides_are_in_is_named_once_between_them() -> None:
    blocs = (record("actors", id=name, name=f"The {name} bloc", kind="igo") for name in ("one", "two"))
    ties = (tie("a", "one", "bloc-membership"), tie("b", "one", "bloc-membership", "judgement"), tie("a", "b"))
    of_first = tie("a", "two", "bloc-membership")
    picture = sides_of(home(*blocs, *ties, of_first))
    assert "".join(span.text for span in picture.shared) == "both in The one bloc ◇"
    assert [[span.text for span in below] for below in picture.below] == [["in 1 other bloc"], []]
    rows = ["".join(piece.text for piece in row) for row in lay_out(Page("x", (picture,)), 56).rows]
    assert [row.strip() for row in rows][1:] == ["in 1 other bloc      both in The one bloc ◇"]


def test_each_line_leads_to_the_two_it_joins_and_each_name_to_its_actor() -> None:
    catalog = Catalog(bundled())
    links = page_of(catalog, "overview:").links()
    assert {"pair:armenia:belarus", "pair:armenia:azerbaijan", "pair:azerbaijan:russia", "belarus", "russia"} <= set(
        links
    )
    assert [link for link in links if catalog.preview_page(link) is None] == []


def test_what_is_judged_or_said_is_a_broken_line_with_its_glyph_and_what_is_unsettled_a_dotted_one() -> None:
    catalog = home(*people("One", "Two", "Three"), tie("a", "one"), tie("a", "two", status="judgement"))
    lines = {ally.end.text: ally.bond.line for ally in sides_of(catalog).allies[0] if ally.bond}
    assert lines == {"One": "whole", "Two": "broken"}
    unsettled = home(*people("One"), tie("a", "one", status="inferred"), tie("b", "one", status="reported"))
    assert sides_of(unsettled).allies[0] == ()
    unsettled.set_scope(Scope(statuses=frozenset()))
    [middle] = sides_of(unsettled).between
    assert middle.bonds is not None
    assert (middle.bonds[0].line, middle.bonds[0].status.text) == ("dotted", "∴")


def test_with_and_against_come_before_mixed_and_no_sign() -> None:
    ties = (tie("a", "trader", "trade"), tie("a", "foe", "rivalry"), tie("a", "friend"))
    assert beside(sides_of(home(*people("Trader", "Foe", "Friend"), *ties)), 0) == ["Friend +", "Foe −", "Trader ∘"]


def test_only_who_is_with_two_sides_that_are_against_each_other_is_a_triangle() -> None:
    hub = (*people("Hub"), tie("a", "hub"), tie("b", "hub"))
    assert sides_of(home(*hub)).remark == ()
    remark = sides_of(home(*hub, tie("a", "b", "hostility"))).remark
    assert "".join(span.text for span in remark) == "△ with both"
    other = (*people("Other"), tie("a", "other"), tie("b", "other"))
    remark = sides_of(home(*hub, *other, tie("a", "b", "hostility"))).remark
    assert "".join(span.text for span in remark) == "△ 2 with both"


def test_a_tie_that_has_ended_is_not_drawn_and_one_that_perhaps_has_wears_its_mark() -> None:
    ended = tie("a", "one", start="1950", end="1960")
    perhaps = tie("a", "two", start="1950", end="1970")
    catalog = home(*people("One", "Two"), ended, perhaps)
    catalog.set_moment(parse_date("1970-06"))
    assert beside(sides_of(catalog), 0) == [f"Two {PERHAPS} +"]
    catalog.set_moment(None)
    assert beside(sides_of(catalog), 0) == ["One +", "Two +"]


def test_reported_only_leaves_what_is_judged_or_said_out_of_the_picture() -> None:
    picture = sides_of(Catalog(reported_only(bundled())))
    assert picture.allies == ((), ())
    assert between(picture) == ["+ Russia +"]
    assert picture.direct is None


def test_facets_narrow_the_picture() -> None:
    catalog = home(*people("Friend", "Foe"), tie("a", "friend"), tie("a", "foe", "rivalry"))
    catalog.set_scope(Scope(facets="sign:against"))
    assert beside(sides_of(catalog), 0) == ["Foe −"]


def test_of_two_hundred_actors_a_few_are_drawn_and_the_others_counted() -> None:
    names = [f"N{number}" for number in range(200)]
    ties = [tie("ab"[number % 2], f"n{number}") for number in range(150)]
    shared = [tie(side, f"n{number}") for number in range(150, 200) for side in "ab"]
    picture = sides_of(home(*people(*names), *ties, *shared))
    assert beside(picture, 0)[-1] == "and 70 more"
    assert [span.text for span in picture.allies[0][-1].signs] == ["+70"]
    assert "".join(span.text for span in picture.between[-1].signs) == "++ 47"
    assert between(picture)[-1] == "and 47 more tied to both"
    assert drawn(Page("x", (picture,)), "47 more: ++ 47")
    assert len(lay_out(Page("x", (picture,)), 74).rows) <= 8


def test_who_is_with_one_side_and_tied_to_both_stands_beside_that_side_with_both_signs() -> None:
    against = [part for n in range(5) for part in (tie("a", f"n{n}", "rivalry"), tie("b", f"n{n}", "rivalry"))]
    friend = tie("b", "friend"), tie("a", "friend", "hostility")
    catalog = home(*people(*(f"N{n}" for n in range(8)), "Friend"), tie("a", "b"), *against, *friend)
    assert between(sides_of(catalog))[0] == "− Friend +"
    both = [part for n in range(5, 8) for part in (tie("a", f"n{n}"), tie("b", f"n{n}", "rivalry"))]
    catalog = home(*people(*(f"N{n}" for n in range(8)), "Friend"), tie("a", "b"), *against, *both, *friend)
    picture = sides_of(catalog)
    assert beside(picture, 1) == ["Friend +"]
    assert picture.allies[1][0].other is not None
    assert between(picture) == ["+ N5 −", "+ N6 −", "+ N7 −", "and 5 more tied to both"]
    assert drawn(Page("x", (picture,)), "+ Friend −")
    assert drawn(Page("x", (picture,)), "outer sign: tie to the other side")


def test_one_more_between_the_sides_is_drawn_and_not_counted() -> None:
    def names(number: int) -> list[str]:
        ties = [tie(side, f"n{at}", "rivalry") for at in range(number) for side in "ab"]
        return between(sides_of(home(*people(*(f"N{at}" for at in range(number))), *ties)))

    assert names(4) == ["− N0 −", "− N1 −", "− N2 −", "− N3 −"]
    assert names(5) == ["− N0 −", "− N1 −", "− N2 −", "and 2 more tied to both"]


def test_of_those_tied_to_both_as_many_are_drawn_as_there_are_rows_for() -> None:
    ties = [tie(side, f"n{number}", "rivalry") for number in range(9) for side in "ab"]
    page = page_of(home(*people(*(f"N{number}" for number in range(9))), *ties), "overview:")
    assert [drawn(page, "− N8 −", height=height) for height in (12, 50)] == [False, True]
    assert [drawn(page, "6 more", height=height) for height in (12, 50)] == [True, False]


def test_more_are_drawn_where_rows_are_free() -> None:
    ties = [tie("b", f"n{number}") for number in range(10)]
    page = page_of(home(*people(*(f"N{number}" for number in range(10))), tie("a", "b"), *ties), "overview:")
    assert [drawn(page, "N9", height=height) for height in (14, 50)] == [False, True]


def test_one_side_has_those_against_it_on_the_left_and_those_with_it_on_the_right() -> None:
    catalog = home(*people("Friend", "Foe"), tie("a", "friend"), tie("a", "foe", "rivalry", "judgement"), sides=("a",))
    [picture] = [block for block in page_of(catalog, "overview:").blocks if isinstance(block, OneSide)]
    assert picture.head.link == "a"
    assert [[ally.end.text for ally in allies] for allies in picture.allies] == [["Foe"], ["Friend"]]
    assert [ally.bond.status.text for allies in picture.allies for ally in allies if ally.bond] == ["◇", ""]
    assert drawn(page_of(catalog, "overview:"), "Foe ◇ − ╌")


def test_what_ties_a_single_side_is_told_where_there_is_room() -> None:
    catalog = home(*people("Friend", "Foe"), tie("a", "friend"), tie("a", "foe", "rivalry", "judgement"), sides=("a",))
    [diagram] = added(catalog, EgoDiagram)
    assert "".join(span.text for span in diagram.left[0].words) == "rivalry ◇"
    assert not drawn(page_of(catalog, "overview:"), "rivalry ◇", height=14)
    assert drawn(page_of(catalog, "overview:"), "rivalry ◇", height=40)


def three(*ties: str) -> ThreeSides:
    catalog = home(*people("C", "Friend", "Both", "All"), *ties, sides=("a", "b", "c"))
    [picture] = [block for block in page_of(catalog, "overview:").blocks if isinstance(block, ThreeSides)]
    return picture


def test_three_sides_are_a_triangle_whose_edges_lead_to_the_pairs() -> None:
    picture = three(tie("a", "b", "hostility"), tie("b", "c", status="judgement"))
    assert [edge and (edge.sign.text, edge.status.text, edge.line, edge.sign.link) for edge in picture.edges] == [
        ("−", "", "whole", "pair:a:b"),
        None,
        ("+", "◇", "broken", "pair:b:c"),
    ]


def test_beside_a_corner_is_who_is_tied_to_it_alone_beside_an_edge_who_to_both_and_below_who_to_all() -> None:
    ties = [tie("a", "friend"), tie("b", "both"), tie("c", "both", "rivalry"), *(tie(side, "all") for side in "abc")]
    picture = three(*ties)
    assert [[ally.end.text for ally in allies] for allies in picture.allies] == [["Friend"], [], []]
    assert [[middle.end.text for middle in between] for between in picture.between] == [[], [], ["Both"]]
    assert picture.between[2][0].bonds is not None
    assert [bond.sign.text for bond in picture.between[2][0].bonds] == ["+", "−"]
    assert "".join(span.text for span in picture.with_all) == "tied to all three: All"


@pytest.mark.parametrize(("kinds", "mark"), [("hhh", "△"), ("haa", "△"), ("hha", ""), ("aaa", ""), ("ha", "")])
def test_the_triangle_is_marked_where_its_signs_are_unbalanced(kinds: str, mark: str) -> None:
    pairs = (("a", "b"), ("a", "c"), ("b", "c"))
    words = {"h": "hostility", "a": "aid"}
    picture = three(*(tie(*pair, words[kind]) for pair, kind in zip(pairs, kinds, strict=False)))
    assert picture.mark.text == mark
    assert picture.mark.link == ("triangle:a:b:c" if mark else "")


def test_four_sides_have_a_table_of_signs_that_lead_to_the_pairs() -> None:
    ties = (tie("a", "b", "hostility"), tie("b", "c", status="judgement"))
    catalog = home(*people("C", "D"), *ties, sides=("a", "b", "c", "d"))
    [grid] = [block for block in page_of(catalog, "overview:").blocks if isinstance(block, Grid)]
    signs = [[cell.text for cell in cells] for _, cells in grid.rows]
    assert signs[:3] == [["", "−", "", ""], ["−", "", "+ ◇", ""], ["", "+ ◇", "", ""]]
    assert "pair:a:b" in page_of(catalog, "overview:").links()


def test_a_dossier_without_sides_has_bars_of_the_most_tied_and_the_blocs() -> None:
    bloc = record("actors", id="bloc", name="Bloc", kind="igo")
    ties = (tie("a", "hub"), tie("b", "hub", "rivalry"), tie("hub", "bloc", "bloc-membership"))
    page = page_of(home(bloc, *people("Hub"), *ties, sides=()), "overview:")
    bars = next(block for block in page.blocks if isinstance(block, Bars))
    assert bars.rows[0].label.text == "Hub"
    assert [(glyph.text, number) for glyph, number in bars.rows[0].parts] == [("+", 1), ("−", 1), ("∘", 1)]
    assert "Blocs" in headings(page)
    assert plain_text(page, 74).count("+−∘") == 1


@pytest.mark.parametrize("sides", [(), ("a",), ("a", "b"), ("a", "b", "c")])
@pytest.mark.parametrize("width", [12, 40, 60, 74, 116, 200])
def test_nobody_else_and_no_tie_is_no_picture_but_a_page(sides: tuple[str, ...], width: int) -> None:
    page = page_of(home(*people("C"), sides=sides), "overview:")
    assert lay_out(page, width).rows
    assert not any(isinstance(block, OneSide | TwoSides | ThreeSides) for block in page.blocks)


def test_one_actor_and_nothing_else_has_a_home() -> None:
    page = page_of(
        Catalog(loaded('dossier = 1\ntitle = "T"\nsides = ["a"]\n[[actors]]\nid = "a"\nname = "A"\nkind = "state"\n')),
        "overview:",
    )
    assert "no tie" in page.text() or "no counted tie" in page.text() or "no settled tie" in page.text()


# Where something stands beside it.


def test_above_what_stands_beside_it_the_picture_is_as_wide_as_both_and_tells_the_ties_of_its_lines() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    rows = rows_of(page, 115, 37)
    assert any("Kazakhstan nominal ◇ + ╍" in row for row in rows)
    assert any("● treaty  ● base" in row and "● arms  » partner" in row for row in rows)
    assert not any("The ties of the triangle" in row for row in rows)
    [first, *_] = [number for number, row in enumerate(rows) if "│ Where it stands in the source" in row]
    assert first == next(number for number, row in enumerate(rows) if row.startswith("Grievances and requests"))
    assert not drawn(page, "● treaty  ● base")


def test_each_tie_on_a_line_leads_to_it_and_wears_its_sign_where_those_of_the_pair_differ() -> None:
    ties = (tie("a", "hub"), tie("b", "hub", "rivalry"), tie("a", "b", "hostility"))
    second = record("alliances", id="t2", between=["b", "hub"], kind="trade", status="judgement", by=["a"])
    catalog = home(*people("Hub"), *ties, second)
    picture = with_ties(catalog.builder, sides_of(catalog), counted(catalog.builder).ties)
    told = [["".join(span.text for span in one) for one in part] for part in picture.between[0].ties]
    assert told == [["● aid"], ["−● rivalry", "∘◇ trade"]]
    assert {span.link for part in picture.between[0].ties for one in part for span in one} >= {"t-b-hub", "t2"}
    words = [block for block in picture.twin if block.rows[0][0] == "Hub"]
    assert "".join(span.text for span in words[0].rows[0][1]) == "An actor: ● aid; Actor b: −● rivalry, ∘◇ trade"


def test_a_sign_is_explained_where_it_is_drawn_without_its_word() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    assert drawn(page, "+ with  − against  △ triangle", 115, 37)
    assert drawn(page, "Signs: + with  − against", 74, 47)
    assert not drawn(page, "+ with")
    said = [Span("+", "sign-with"), Span("− against", "sign-against"), Span("a − b", "text")]
    assert [span.text for span in sign_key(said)] == ["+ with"]
    assert sign_key([Span("−7", "sign-against"), Span("†", "dim"), Span("One ≈", "name")])[-1].text == "≈ perhaps"


# What has ended.


def ended_home(*ties: str, sides: tuple[str, ...] = ("a", "b")) -> Catalog:
    catalog = home(*people("One", "Two"), *ties, sides=sides)
    catalog.set_moment(parse_date("1970-06"))
    return catalog


def test_the_ties_that_the_sides_had_are_told_below_the_picture_and_in_its_words() -> None:
    past = tie("a", "b", start="1950", end="1960")
    rivals = record("alliances", id="t2", between=["a", "b"], kind="rivalry", start="1961", end="1969")
    picture = sides_of(ended_home(past, rivals, tie("a", "one")))
    words = "† ended: + aid 1950–1960, − rivalry 1961–1969"
    assert "".join(span.text for span in picture.ended) == words
    assert [span.link for span in picture.ended if span.link] == ["t-a-b", "t2"]
    assert drawn(Page("x", (picture,)), words)
    assert dict(picture.twin[0].rows)["Ended"] == picture.ended
    timeless = home(past, rivals, *people("One"), tie("a", "one"))
    timeless.set_moment(None)
    assert sides_of(timeless).ended == ()


def test_who_was_tied_to_a_side_stands_beside_it_without_a_line_where_there_is_room() -> None:
    past = tie("a", "two", start="1950", end="1960")
    page = page_of(ended_home(past, tie("a", "one"), tie("a", "b"), tie("b", "two", "trade")), "overview:")
    assert not any("until 1960" in row for row in rows_of(page, 115, 37))  # drawn at the other side already
    event = record("events", date="1950")
    page = page_of(ended_home(past, event, tie("a", "one"), tie("a", "b")), "overview:")
    assert any("Two until 1960 † +" in row and "+ ━" not in row for row in rows_of(page, 115, 37))
    assert not any("Two until" in row for row in rows_of(page, 74, 37))


def test_the_ties_that_have_ended_are_told_by_pairs_but_for_those_told_with_the_picture() -> None:
    past = [tie(one, other, start="1950", end="1960") for one, other in (("one", "two"), ("a", "one"), ("a", "b"))]
    [heading, *entries] = ended_ties(ended_home(*past, tie("a", "two")).builder, ("a", "b"), 5)
    assert isinstance(heading, Section)
    assert (heading.title, heading.number, heading.link) == ("Other ties that have ended", 2, "timeline-ties:")
    told = ["".join(span.text for span in entry.spans) for entry in entries if isinstance(entry, Entry)]
    assert told == ["An actor – One  + aid 1950–1960", "One – Two  + aid 1950–1960"]
    assert len(ended_ties(ended_home(*past).builder, (), 1)) == 3
    assert ended_ties(home(*people("One", "Two"), *past).builder, (), 1) == []


# Grievances.


def table_of(catalog: Catalog) -> CrossTable:
    [table] = [block for block in page_of(catalog, "overview:").blocks if isinstance(block, CrossTable)]
    return table


def test_grievances_are_a_table_of_who_and_of_whom_with_voice_its_status_and_outcome_in_a_cell() -> None:
    table = table_of(Catalog(bundled()))
    cells = {
        (label.text, name.text): "".join(span.text for span in cell)
        for name, row in table.rows
        for label, cell in zip(table.column_labels, row, strict=True)
    }
    assert cells["Armenia", "Russia"] == "!⊘  !»"
    assert cells["Azerbaijan", "Russia"] == ""
    assert cells["Azerbaijan", "Israel"] == "?»"
    assert [label.text for label in table.column_labels] == ["Armenia", "Azerbaijan"]
    legend = "".join(span.text for span in table.legend)
    assert all(words in legend for words in ("⊘ refused", "else none recorded", "» attributed", "◇ judgement"))


def test_several_alike_are_one_sign_with_their_number_that_leads_to_all() -> None:
    rows = [record("ledger", id=f"l{number}", outcome="unmet", voiced="complaint") for number in range(2)]
    rows += [record("ledger", id=f"m{one}", of=one, voiced="demand", outcome="refused") for one in ("c", "d")]
    table = table_of(home(*people("C", "D"), *rows))
    (_, (first, *_)), (_, (second, *_)), _ = table.rows
    assert [(span.text, span.link) for span in first][1:] == [("2↯", "grievances:")]
    assert [(span.text, span.link) for span in second][1:] == [("⊘", "mc")]


def test_what_somebody_else_says_for_an_actor_is_theirs_in_the_line() -> None:
    lines = [row for row in rows_of(page_of(Catalog(example()), "overview:"), 74, 21) if row.startswith("! Orvane")]
    assert lines == [
        "! Orvane about Keld, said by Lena Dorsk               ↯ unmet » attributed",
        "! Orvane about Tellmark, said by Lena Dorsk           ↯ unmet » attributed",
    ]


def test_what_was_expected_is_told_where_there_is_room() -> None:
    row = record("ledger", id="l", voiced="complaint", outcome="unmet", expected="That the harbour stays open.")
    page = page_of(home(*people("C"), row), "overview:")
    assert drawn(page, "That the harbour stays open  ", height=30)
    assert not drawn(page, "That the harbour stays open  ", height=8)


def test_what_different_actors_expect_is_never_told_in_the_words_of_one() -> None:
    wanted = {"a": "That the harbour stays open.", "c": "That the grain arrives."}
    rows = [
        record("ledger", id=f"l{name}", expecting=name, of="b", voiced="complaint", outcome="unmet", expected=words)
        for name, words in wanted.items()
    ]
    page = page_of(home(*people("C"), *rows), "overview:")
    assert all(drawn(page, words.removesuffix("."), height=30) for words in wanted.values())
    rows.append(record("ledger", id="m", voiced="complaint", outcome="unmet", expected="That its voice is heard, " * 3))
    page = page_of(home(*people("C"), *rows), "overview:")
    assert drawn(page, "That the harbour stays open; and 1 more", height=30)


def test_the_rows_left_out_of_the_grievances_are_counted_in_rows() -> None:
    rows = [record("ledger", id=f"l{n}{of}", of=of, voiced="complaint") for n in range(2) for of in "cdefghijk"]
    assert "and 4 more of 18 rows" in page_of(home(*people(*"CDEFGHIJK"), *rows), "overview:").text()


def test_a_table_that_would_be_nearly_empty_is_lines() -> None:
    page = page_of(Catalog(example()), "overview:")
    assert not any(isinstance(block, CrossTable) for block in page.blocks)


# How certain it is, and where to start.


def test_the_bar_is_made_of_the_glyphs_of_the_statuses() -> None:
    [bars] = [block for block in page_of(Catalog(bundled()), "overview:").blocks if isinstance(block, Bars)]
    assert "".join(glyph.text for glyph, _ in bars.rows[0].parts) == "●»◇≠∴"


def test_the_first_words_and_the_first_link_are_the_subject() -> None:
    layout = lay_out(page_of(Catalog(bundled()), "overview:"), 74, 21)
    first = next(piece for row in layout.rows for piece in row)
    assert (first.text, first.link) == ("Nagorno Karabakh: who stood by whom", 0)


def test_a_line_says_where_to_start_with_the_keys_in_force() -> None:
    table = KEYS.with_own({"panel.network": ("w",)})
    page = page_of(Catalog(bundled(), key_name=lambda name: table.key(name).display), "overview:")
    assert plain_text(page, 74).count("▸ Start here  w the picture  4 the grievances  5 who denies  ? the signs\n") == 1
    assert "▸ Start here  the picture  the grievances  who denies\n" in plain_text(
        page_of(Catalog(bundled()), "overview:"), 74
    )


def test_the_line_offers_the_tour_in_place_of_the_signs_and_never_where_there_are_no_keys() -> None:
    catalog = Catalog(bundled(), key_name=lambda name: KEYS.key(name).display)
    without = plain_text(page_of(catalog, "overview:"), 74).splitlines()
    catalog.offer_tour(True)
    page = page_of(catalog, "overview:")
    lines = plain_text(page, 74).splitlines()
    assert [line for line in lines if line not in without] == [
        "▸ Start here  8 the picture  4 the grievances  5 who denies  z the tour"
    ]
    assert len(lines) == len(without)
    assert "tour:" in page.links()
    catalog.offer_tour(False)
    assert "tour:" not in page_of(catalog, "overview:").links()
    assert "tour:" not in page_of(Catalog(bundled()), "overview:").links()


def test_paragraphs_that_share_the_first_or_the_last_place_are_all_told() -> None:
    def told(*cited: int) -> str:
        quotes = (
            record("quotes", id=f"q{p}-{n}", cite={"source": "s", "p": p})
            for p, number in enumerate(cited, 1)
            for n in range(number)
        )
        [chart] = [block for block in page_of(home(*quotes), "overview:").aside if isinstance(block, Histogram)]
        return "".join(span.text for twin in chart.twin for span in twin.spans)

    assert told(4, 2, 1) == "most cited ¶1 (4), least ¶3 (1)"
    assert told(4, 4, 1, 1, 1) == "most cited ¶1, ¶2 (4 each), least 1, in 3 paragraphs"
    assert told(2, 2, 2) == "each cited by 2 records"


def test_it_leads_only_to_what_there_is() -> None:
    page = page_of(home(*people("C")), "overview:")
    assert not {"panel:network", "panel:ledger", "panel:claims"} & set(page.links())


# What stands beside it.


def test_beside_it_stand_the_paragraphs_and_who_speaks_about_whom() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    text = "\n".join("".join(piece.text for piece in row) for row in lay_out(page, 115, 37).rows)
    assert "Where it stands in the source" in text
    assert "most cited ¶11 (23), least ¶8 (3)" in text
    assert "Who speaks about whom" in text
    assert "said:minasyan:russia" in page.links()
    narrow = "\n".join("".join(piece.text for piece in row) for row in lay_out(page, 74, 21).rows)
    assert "Who speaks about whom" not in narrow


def test_dated_events_have_a_shape() -> None:
    events = [
        record("events", id=f"e{number}", title=f"Event {number}", date=f"{1950 + number}") for number in (0, 1, 1, 9)
    ]
    events = [event.replace('id = "e1"', f'id = "e1-{place}"') for place, event in enumerate(events)]
    page = page_of(home(*events), "overview:")
    [chart] = [block for block in page.aside if isinstance(block, CountStrip)]
    assert [(date.first // 12, date.number, date.link) for date in chart.dates] == [
        (1950, 1, "e0"),
        (1951, 2, "e1-1"),
        (1959, 1, "e9"),
    ]
    assert any("4 events by year, at most 2, in 1951." in row for row in rows_of(page, 115, 37))


def test_events_of_which_each_year_has_nearly_as_many_are_told_in_words_and_drawn_as_low_bars() -> None:
    dates = [1950 + number % 8 for number in range(24)]
    events = [
        record("events", id=f"e{number}", title=f"Event {number}", date=f"{date}") for number, date in enumerate(dates)
    ]
    text = "\n".join(rows_of(page_of(home(*events), "overview:"), 115, 37))
    assert "24 events: 3 a year." in text
    assert "▄▄ ▄▄" in text
    assert not {*"▅▆▇█"} & {*text}


# Where there is room.


def rows_of(page: Page, width: int, height: int) -> list[str]:
    return ["".join(piece.text for piece in row) for row in lay_out(page, width, height).rows]


def test_a_higher_view_adds_to_home_and_moves_nothing_in_it() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    bare = rows_of(page._replace(additions=()), 115, 37)
    whole = rows_of(page, 115, 37)
    assert len(bare) < len(whole) == 37
    pairs = [
        (part.rstrip(), other.rstrip())
        for row, filled in zip(bare, whole, strict=False)
        for part, other in zip(row.split("  │ "), filled.split("  │ "), strict=False)
    ]
    moved = [part for part, other in pairs if part and not other.startswith(part)]
    assert len(moved) <= 1  # what is said of the last claim in dispute gives way to who was not heard


def test_nothing_is_made_that_there_is_no_room_for() -> None:
    def make() -> tuple[Block, ...]:
        raise AssertionError

    page = page_of(Catalog(bundled()), "overview:")
    closed = page._replace(additions=tuple(addition._replace(make=make) for addition in page.additions))
    spaced = len(lay_out(page._replace(additions=(), aside=()), 74).rows)
    assert len(lay_out(closed, 74, 21).rows) == 21
    assert len(lay_out(closed, 74, spaced).rows) == spaced
    lay_out(closed, 74)


def test_who_was_not_heard_the_ties_of_the_triangle_and_both_versions_of_the_first_matter_come_first() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    assert drawn(page, "no words on this recorded from Turkmenistan, Azerbaijan", 115, 37)
    assert drawn(page, "The ties of the triangle", 74, 47)
    assert drawn(page, "≠ contested: Azerbaijan is an “aggressor”.", 115, 37)
    assert drawn(page, "Quotations cited most", 115, 37)
    assert not drawn(page, "no words on this recorded", 74, 21)
    assert drawn(page, "≠ contested: Azerbaijan is an “aggressor”.", 74, 47)
    assert drawn(page, "The reports about Turkmenistan", 74, 60)


def test_the_triangle_that_is_drawn_is_of_the_sides_and_who_is_with_both() -> None:
    hub = (*people("Hub"), tie("a", "hub"), tie("b", "hub"), tie("a", "b", "hostility"))
    [triangle] = added(home(*hub), TriangleDiagram)
    assert [corner.link for corner in triangle.corners] == ["hub", "a", "b"]
    assert triangle.mark.text == "△"
    assert not added(home(*hub[:-1]), TriangleDiagram)


def test_the_signs_between_the_most_tied_are_a_grid_unless_it_were_nearly_empty() -> None:
    names = [f"N{number}" for number in range(5)]
    ring = [tie(f"n{number}", f"n{(number + 1) % 5}", "rivalry") for number in range(5)]
    grid = added(home(*people(*names), *ring, sides=()), Grid)[0]
    assert sum(cell.text == "−" for _, cells in grid.rows for cell in cells) == 10
    assert not added(home(*people(*names), *(tie("a", name.lower()) for name in names[:1]), sides=()), Grid)


def test_dated_ties_have_a_shape_where_no_event_has_one() -> None:
    spans = (("1950", "1952"), ("1951", "1954"), ("1951", None))
    ties = [
        tie("a", f"n{number}", start=start, **({"end": end} if end else {}))
        for number, (start, end) in enumerate(spans)
    ]
    [chart] = added(home(*people("N0", "N1", "N2"), *ties), Histogram)
    assert [column.number for column in chart.columns] == [1, 3, 3, 2, 2]


def test_kinds_of_ties_are_bars_of_their_signs() -> None:
    ties = (tie("a", "c"), tie("a", "d"), tie("b", "c", "rivalry"))
    *_, bars = added(home(*people("C", "D"), *ties), Bars)
    assert [(row.label.text, row.parts[0][0].text, row.parts[0][1]) for row in bars.rows] == [
        ("aid", "+", 2),
        ("rivalry", "−", 1),
    ]


def test_where_a_source_says_what_is_contested_is_told_where_it_takes_no_row_more_or_rows_are_free() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    assert drawn(page, "said by Hovik Abrahamyan ¶6")
    assert drawn(page, "said by several Azerbaijani media outlets ¶14 · denied by Arkady Dubnov")
    assert drawn(page, "“military provocation”.  in contrast, by Ali Hasanov")
    assert drawn(page, "said by Ali Hasanov ¶10 · contrasting: Hovik Abrahamyan ¶6", 116, 47)


def test_of_many_matters_in_dispute_as_many_are_told_as_there_is_room_for() -> None:
    claims = [record("claims", id=f"c{number}", status="contested", by=["a"]) for number in range(20)]
    page = page_of(home(*claims), "overview:")
    told = {
        height: sum("≠ " in row and "said by" in row for row in rows_of(page, 74, height)) for height in (16, 24, 60)
    }
    assert told[16] < told[24] < told[60] == 20


def test_quotations_of_different_speakers_are_those_that_most_records_cite() -> None:
    spoken = (("q0", "a"), ("q1", "a"), ("q2", "b"))
    quotes = [record("quotes", id=name, speaker=speaker, text=f"Words {name}.") for name, speaker in spoken]
    cited = (["q1"], ["q1", "q2"], ["q2"])
    claims = [record("claims", id=f"c{number}", quotes=names) for number, names in enumerate(cited)]
    page = page_of(home(*quotes, *claims), "overview:")
    headings = [block for block in added(home(*quotes, *claims), Section) if block.title == "Quotations cited most"]
    assert len(headings) == 2  # one quotation, and two
    assert drawn(page, "Words q1.", 74, 60)
    assert drawn(page, "Words q2.", 74, 60)
    assert not drawn(page, "Words q0.", 74, 60)


def test_the_latest_changes_are_those_up_to_the_moment_the_latest_first() -> None:
    ties = [tie("a", f"n{year}", start=f"{year}-05-02") for year in range(1950, 1958)]
    catalog = home(*people(*(f"N{year}" for year in range(1950, 1958))), *ties)
    catalog.set_moment(parse_date("1954"))
    [heading, *changes] = latest_changes(catalog.builder, 3)
    assert isinstance(heading, Section)
    said = ["".join(span.text for span in change.tail) for change in changes if isinstance(change, Entry)]
    assert said == ["May 1954", "May 1953", "May 1952"]
    assert latest_changes(catalog.builder, 9) == []


def test_a_disputed_tie_of_many_actors_is_named_by_the_first_of_them() -> None:
    names = [f"N{number}" for number in range(9)]
    ends = [name.lower() for name in names]
    many = record("alliances", id="many", kind="defence-pact", between=ends, status="contested", by=["a"])
    text = text_of(page_of(home(*people(*names), many), "overview:"))
    assert "N0 – N1 – N2 – N3 and 5 more" in text


def test_what_a_chart_does_not_show_is_said_in_its_heading() -> None:
    page = page_of(Catalog(bundled()), "overview:")
    notes = {
        block.title: "".join(span.text for span in block.note) for block in page.aside if isinstance(block, Section)
    }
    assert notes["Who speaks about whom"] == "6 of 13"
    assert [block.lead for block in page.aside if isinstance(block, CrossTable)] == ["about 5 of 10"]
    assert any(drawn(page, f"Kinds of ties  {shown} of 8", 115, 45) for shown in range(4, 8))


def test_the_link_to_what_cites_a_quotation_is_only_its_words() -> None:
    quoted = [entry for entry in added(Catalog(bundled()), Entry) if entry.tail and "records" in entry.tail[-1].text]
    assert {span.text[0] for entry in quoted for span in entry.tail if span.link} <= set("0123456789ABCDEHS")
    assert all(not entry.tail[-1].text.startswith(" ") for entry in quoted)
