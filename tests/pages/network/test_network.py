"""The views of the network: what they draw, what they leave out and say so, and where their links lead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import HEAD, SMALL, loaded, record
from tests.pages.page_text import bundled, page_of
from tui.dossier.network.scope import Scope
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import EgoDiagram, Grid
from tui.pages.network.ego import MOST_ARMS
from tui.pages.network.matrix import Matrix, legend, matrix
from tui.pages.network.tie_signs import MOST
from tui.pages.page import Block, Entry, Page, Para, Section, Title
from tui.pages.views.registry import VIEWS, pair_view_id
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import NO_LINK

ALL = Scope(statuses=frozenset())


CATALOGS = {
    "small": Catalog(loaded(SMALL)),
    "bundled": Catalog(bundled()),
    "all of the bundled": Catalog(bundled(), ALL),
}


def _views(catalog: Catalog) -> Iterator[str]:
    actors = [record.id for record in catalog.dossier.tables["actors"]][:14]
    yield from ("blocs:", "matrix:")
    for actor in actors:
        yield f"ego:{actor}"
    for one, other in combinations(actors[:5], 2):
        yield from (f"pair:{one}:{other}", f"path:{one}:{other}")


EVERY = {
    f"{title}: {name}": (catalog, page)
    for title, catalog in CATALOGS.items()
    for name in _views(catalog)
    if (page := catalog.page(name)) is not None
}
every_view = pytest.mark.parametrize(("catalog", "page"), EVERY.values(), ids=EVERY)


def catalog_of(*records: str, scope: Scope | None = None, sides: str = "") -> Catalog:
    cast = [record("actors", id=name, name=called) for name, called in (("a", "Ada"), ("b", "Bor"), ("k", "Cerne"))]
    head = re.sub("sides = .*", f"sides = {json.dumps(list(sides))}", HEAD) if sides else HEAD
    dossier = loaded("".join((head, record("sources"), *cast, *records)))
    return Catalog(dossier, scope) if scope is not None else Catalog(dossier)


def tie(name: str, one: str, other: str, kind: str = "aid", **keys: object) -> str:
    return record("alliances", id=name, between=None, from_=one, to=other, kind=kind, **keys)


def title_of(page: Page) -> str:
    """The title of a page with what is at its right."""
    title = page.blocks[0]
    assert isinstance(title, Title)
    return f"{''.join(span.text for span in title.spans)} {''.join(span.text for span in title.kind)}"


def words_of(page: Page | Block) -> str:
    """The words of a page or of one block."""
    blocks = page.blocks if isinstance(page, Page) else (page,)
    return "\n".join("".join(span.text for span in spans_of(block)) for block in blocks)


def arms_of(catalog: Catalog, actor: str) -> tuple[list[str], list[str]]:
    """Who is drawn on the left and on the right, each with what is said of it."""
    for block in page_of(catalog, f"ego:{actor}").blocks:
        if isinstance(block, EgoDiagram):
            left, right = (
                ["".join(span.text for span in (arm.end, *arm.words)) for arm in arms]
                for arms in (block.left, block.right)
            )
            return left, right
    return [], []


# Of every view.


def test_every_view_that_was_asked_for_is_there() -> None:
    assert len(EVERY) == sum(len(list(_views(catalog))) for catalog in CATALOGS.values())
    assert {name for name, view in VIEWS.items() if view.panel == "network"} == {
        *("ego", "pair", "blocs", "matrix", "path", "compare", "said", "speakers")
    }


@every_view
def test_a_view_leads_only_to_what_there_is(catalog: Catalog, page: Page) -> None:
    assert [link for link in page.links() if catalog.page(link.partition("#")[0]) is None] == []


@every_view
@pytest.mark.parametrize("width", [1, 13, 40, 80])
def test_a_view_fits_and_its_links_are_in_the_order_of_reading(catalog: Catalog, page: Page, width: int) -> None:
    layout = lay_out(page, width)
    assert all(len(line) <= width for line in plain_text(page, width).split("\n"))
    numbers = [piece.link for row in layout.rows for piece in row if piece.link != NO_LINK]
    assert list(dict.fromkeys(numbers)) == list(range(len(layout.links)))
    assert set(page.links()) == set(layout.links)


@every_view
def test_a_heading_counts_the_items_below_it(catalog: Catalog, page: Page) -> None:
    counted: list[list[int]] = []
    for block in page.blocks:
        if isinstance(block, Section):
            in_words = "".join(span.text for span in block.note)
            counted.append([block.number or sum(map(int, re.findall(r"\d+", in_words))), 0])
        elif isinstance(block, Entry):
            counted[-1][1] += 1
    assert [pair for pair in counted if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    "name",
    ["ego:nobody", "ego:q", "ego:", "ego:a:b", "pair:a:a", "pair:a:nobody", "path:nobody:a", "path:a", "matrix:a"],
)
def test_what_names_no_actors_has_no_view(name: str) -> None:
    assert catalog_of(record("quotes")).page(name) is None


@pytest.mark.parametrize("name", ["ego:a", "pair:a:b", "blocs:", "matrix:", "path:a:k"])
def test_each_view_says_last_what_it_leaves_out(name: str) -> None:
    catalog = catalog_of(
        tie("t1", "a", "b", status="inferred"),
        tie("t2", "a", "b", status="contested", by=["a"]),
        tie("t3", "b", "a", status="inferred"),
    )
    last = words_of(page_of(catalog, name).blocks[-2 if name.startswith("ego:") else -1])  # an ego's very last leads on
    assert last.startswith("3 unsettled ties not counted: 1 ≠ contested")
    assert "2 ∴ inferred" in last
    catalog.set_scope(ALL)
    assert "unsettled ties not" not in words_of(page_of(catalog, name))


def test_what_kinds_and_sides_leave_out_is_counted_too() -> None:
    ties = (tie("t1", "a", "b"), tie("t2", "a", "k", "sanctions"))
    by_kind = catalog_of(*ties, scope=Scope(kinds=frozenset({"sanctions"})))
    assert words_of(page_of(by_kind, "matrix:").blocks[-1]) == "1 tie not counted: 1 of excluded kinds"
    by_side = catalog_of(*ties, scope=Scope(sides=frozenset({"b"})))
    assert words_of(page_of(by_side, "matrix:").blocks[-1]) == "1 tie not counted: 1 of other sides"


# One actor.


def test_those_against_are_on_the_left_and_those_with_on_the_right() -> None:
    catalog = catalog_of(tie("t1", "a", "b", "sanctions"), tie("t2", "k", "a", "arms-supply", terms="At cost."))
    assert arms_of(catalog, "a") == (["Borsanctions by Ada"], ["Cernearms supply to Ada – At cost"])
    assert arms_of(catalog, "k") == ([], ["Adaarms supply from Cerne – At cost"])


def test_a_mixed_pair_is_on_both_sides_and_says_so_on_both() -> None:
    catalog = catalog_of(tie("t1", "a", "b"), tie("t2", "a", "b", "hostility"), tie("t3", "a", "k"))
    left, right = arms_of(catalog, "a")
    assert [entry.split("\n")[0] for entry in left] == ["Bor~ mixed, also with"]
    assert [entry.split("\n")[0] for entry in right] == ["Bor~ mixed, also against", "Cerneaid from Ada"]
    assert "~ mixed 1" in words_of(page_of(catalog, "ego:a"))


def test_the_end_of_an_arm_re_centres_and_its_words_lead_to_the_tie() -> None:
    catalog = catalog_of(tie("t1", "a", "b"))
    assert [link for link in page_of(catalog, "ego:a").links() if link != "a"] == ["ego:b", "t1"]


def test_ties_on_the_same_terms_follow_each_other_and_tell_them_once_with_their_number_each_a_link() -> None:
    more = record("actors", id="m", name="Meriden"), record("actors", id="o", name="Orvane")

    def judged(other: str, terms: str) -> str:
        return tie(f"t-{other}", "a", other, status="judgement", by=["s"], terms=terms)

    ties = judged("b", "In name."), judged("k", "In part."), judged("m", "In name."), judged("o", "In name.")
    catalog = catalog_of(*more, *ties)
    assert arms_of(catalog, "a")[1] == [
        "Boraid from Ada ◇ – In name (3 alike)",
        "Meridenaid from Ada ◇, same",
        "Orvaneaid from Ada ◇, same",
        "Cerneaid from Ada ◇ – In part",
    ]
    links = page_of(catalog, "ego:a").links()
    assert {"t-b", "t-m", "t-o", "t-k", "ego:b", "ego:m", "ego:o"} <= set(links)


def test_ties_of_two_actors_that_read_the_same_are_one_line_with_their_number_and_lead_to_all_of_them() -> None:
    catalog = catalog_of(tie("t1", "a", "b"), tie("t2", "a", "b"), tie("t3", "a", "b", "arms-supply"))
    assert arms_of(catalog, "a")[1] == ["Boraid from Ada (2 alike)\narms supply from Ada"]
    links = page_of(catalog, "ego:a").links()
    assert "pair:a:b" in links
    assert {"t1", "t2"} <= set(page_of(catalog, "pair:a:b").links())


def test_a_status_other_than_reported_is_a_glyph_with_its_word_below() -> None:
    catalog = catalog_of(tie("t1", "a", "b", status="attributed", by=["a"]), tie("t2", "a", "k"))
    assert arms_of(catalog, "a")[1] == ["Boraid from Ada »", "Cerneaid from Ada"]
    assert "» attributed" in words_of(page_of(catalog, "ego:a"))


def test_a_tie_of_several_actors_is_an_arm_to_each_and_says_of_how_many() -> None:
    catalog = catalog_of(record("alliances", between=["a", "b", "k"], kind="defence-pact"))
    assert arms_of(catalog, "a")[1] == ["Bordefence pact among 3", "Cernedefence pact among 3"]


def test_a_tie_that_is_neither_is_an_item_with_its_evidence() -> None:
    catalog = catalog_of(tie("t1", "a", "b", "trade", cite="s#p4"))
    page = page_of(catalog, "ego:a")
    assert arms_of(catalog, "a") == ([], [])
    assert "None of its ties has a sign." in words_of(page)
    assert "∘ no sign 1" in words_of(page)
    assert "s#p4" in page.links()


def test_memberships_alone_are_said_to_carry_no_sign() -> None:
    joined = record("alliances", kind="bloc-membership", between=None, **{"from": "a", "to": "k"})
    assert "Its ties are memberships, which carry no sign." in words_of(page_of(catalog_of(joined), "ego:k"))


def test_an_actor_without_ties_says_so() -> None:
    assert "The dossier records no tie of it." in words_of(page_of(catalog_of(), "ego:a"))
    left_out = page_of(catalog_of(tie("t1", "a", "b", status="inferred")), "ego:a")
    assert "No settled tie; 1 unsettled." in words_of(left_out)
    assert title_of(left_out) == "Ada no settled tie"
    assert "t1" in left_out.links()
    excluded = page_of(catalog_of(tie("t1", "a", "b"), scope=Scope(kinds=frozenset({"aid"}))), "ego:a")
    assert "none of its ties is counted" in words_of(excluded)
    assert title_of(excluded) == "Ada none counted"


def test_the_legend_explains_only_glyphs_that_are_drawn() -> None:
    drawn = catalog_of(
        tie("t1", "a", "b", status="attributed", by=["b"]), tie("t2", "a", "k", "trade", status="judgement", by=["s"])
    )
    paragraphs = [words_of(block) for block in page_of(drawn, "ego:a").blocks if isinstance(block, Para)]
    assert paragraphs[0] == "━ reported  ╍ attributed or judged   » attributed"
    assert "judgement" not in "".join(paragraphs)


def test_the_line_to_an_actor_is_that_of_the_firmest_tie_of_its_side() -> None:
    told = catalog_of(
        tie("t1", "a", "b", status="judgement", by=["k"]),
        tie("t2", "a", "b", "arms-supply"),
        tie("t3", "a", "k", status="judgement", by=["b"]),
    )
    [diagram] = [block for block in page_of(told, "ego:a").blocks if isinstance(block, EgoDiagram)]
    assert [(arm.line, arm.status.text) for arm in diagram.right] == [("whole", ""), ("broken", "◇")]


def test_the_table_of_blocs_divides_the_camps_and_says_how_many_are_in_none() -> None:
    more = [record("actors", id=name, name=name.upper()) for name in ("x", "y")]
    page = page_of(catalog_of(*more, tie("t1", "a", "k"), tie("t2", "x", "y"), sides="ab"), "blocs:")
    [grid] = [block for block in page.blocks if isinstance(block, Grid)]
    assert ([name.text for name, _ in grid.rows], grid.row_borders) == (["Ada", "Cerne", "Bor"], (2,))
    assert "2 other actors with ties, but in no bloc and with no sign to a side: all signs" in words_of(page)


# An actor with many ties.


def hub(*more: str, count: int = MOST_ARMS + 1, scope: Scope | None = None) -> Catalog:
    """Ada, with ties to many others: aid to each, and sanctions on the first three."""
    actors = [record("actors", id=f"n{at}", name=f"N{at}") for at in range(count)]
    aid = [tie(f"t{at}", "a", f"n{at}") for at in range(count)]
    sanctions = [tie(f"s{at}", "a", f"n{at}", "sanctions", status="judgement", by=["k"]) for at in range(3)]
    return catalog_of(*actors, *aid, *sanctions, *more, scope=scope)


def test_up_to_a_few_actors_on_a_side_each_has_its_arm() -> None:
    _, right = arms_of(hub(count=MOST_ARMS), "a")
    assert [arm[:2] for arm in right] == [f"N{at}" for at in range(MOST_ARMS)]


def test_ties_with_more_actors_are_drawn_by_their_kinds_with_the_number_of_each_status_and_mixed_pairs_marked() -> None:
    more = tie("r", "a", "n5", "rivalry"), tie("r2", "n5", "a", "rivalry", status="attributed", by=["k"])
    catalog = hub(*more)
    assert arms_of(catalog, "a") == (
        ["3 sanctions◇ all judgement\nN0 ~, N1 ~, N2 ~", "2 rivalry● 1  » 1\nN5 ~"],
        ["9 aid● all reported\nN0 ~, N1 ~, N2 ~, N3, N4, and 4 more"],
    )
    paragraphs = [words_of(block) for block in page_of(catalog, "ego:a").blocks if isinstance(block, Para)]
    assert paragraphs[0] == ("━ reported  ╍ attributed or judged   ● reported   » attributed"), (
        "what has its word beside it needs no legend"
    )
    assert "● reported" not in words_of(page_of(hub(), "ego:a"))


def test_the_title_counts_actors_and_names_the_ties_where_they_are_not_one_an_actor() -> None:
    among = record("alliances", id="m", kind="rivalry", between=["a", *(f"n{at}" for at in range(9))])
    [title] = [block for block in page_of(hub(among), "ego:a").blocks if isinstance(block, Title)]
    told = "− against 9 actors (4 ties, ● 1), + with 9 actors, ~ mixed 9 of these"
    assert "".join(span.text for span in title.kind).replace("  ", ", ") == told


def test_what_a_kind_leads_to_is_previewed_without_the_picture_that_stands_beside_it() -> None:
    page = hub().preview_page("ego:a/aid#opened")
    assert page is not None
    assert [type(block) for block in page.blocks[:2]] == [Title, Section]
    assert not any(isinstance(block, EgoDiagram) for block in page.blocks)


def test_of_ties_among_several_actors_it_says_with_how_many() -> None:
    among = record("alliances", id="m", kind="rivalry", between=["a", *(f"n{at}" for at in range(9))])
    assert arms_of(hub(among), "a")[0][1] == "1 rivalry● reported  9 actors\nN0 ~, N1 ~, N2 ~, N3 ~, N4 ~, and 4 more"


def test_a_kind_opens_in_the_view_and_the_opened_one_closes() -> None:
    catalog = hub()
    assert list(dict.fromkeys(link for link in page_of(catalog, "ego:a").links() if "/" in link)) == [
        *("ego:a/sanctions#opened", "ego:a/aid#opened")
    ]
    page = page_of(catalog, "ego:a/sanctions")
    assert page.id == "ego:a/sanctions"
    kinds = dict.fromkeys(link for link in page.links() if link.startswith("ego:a"))
    assert list(kinds) == ["ego:a", "ego:a/aid#opened"]
    [opened] = [block for block in page.blocks if isinstance(block, Section)]
    assert (opened.title, opened.number, opened.anchor) == ("Sanctions", 3, "opened")
    assert [link for link in page.links() if link[0] == "s" and link[1:].isdecimal()] == ["s0", "s1", "s2"]
    assert "t0" not in page.links()


def test_the_kinds_without_a_sign_are_listed_below_and_opened_in_the_same_way() -> None:
    catalog = hub(tie("m", "a", "n1", "mediation"), tie("mb", "a", "n2", "bloc-membership"))
    words = words_of(page_of(catalog, "ego:a"))
    assert "Kinds of ties without a sign" in words
    assert "1 mediation" in words
    assert "m" not in page_of(catalog, "ego:a").links()
    assert "m" in page_of(catalog, "ego:a/mediation").links()


def test_a_kind_of_which_no_tie_is_counted_says_so_and_what_is_no_kind_is_no_view() -> None:
    assert "No tie of the kind rivalry is counted." in words_of(page_of(hub(), "ego:a/rivalry"))
    for name in ("ego:a/nonsense", "ego:nobody/aid", "pair:a:b/aid", "blocs:/aid"):
        assert hub().page(name) is None


def test_the_only_kind_of_ties_is_open_from_the_beginning() -> None:
    catalog = catalog_of(
        *(record("actors", id=f"n{at}", name=f"N{at}") for at in range(20)),
        *(tie(f"t{at}", "a", f"n{at}") for at in range(20)),
    )
    assert "t19" in page_of(catalog, "ego:a").links()


def test_of_thousands_of_ties_the_first_are_listed_and_the_rest_is_counted() -> None:
    page = page_of(hub(count=2000), "ego:a/aid")
    assert sum(isinstance(block, Entry) for block in page.blocks) == MOST
    assert "and 1,800 more" in words_of(page)
    assert len(lay_out(page, 80).rows) < 2 * MOST + 60


def test_an_opened_kind_stays_a_view_when_a_scope_leaves_few_ties() -> None:
    catalog = hub()
    catalog.set_scope(Scope(kinds=frozenset({"aid"})))
    assert arms_of(catalog, "a")[0][0].startswith("N0")
    assert page_of(catalog, "ego:a/sanctions").blocks == page_of(catalog, "ego:a").blocks


# Two actors.


def test_both_orders_are_the_same_pair() -> None:
    catalog = catalog_of(tie("t1", "a", "b"))
    assert page_of(catalog, "pair:a:b").blocks == page_of(catalog, "pair:b:a").blocks
    assert pair_view_id("b", "a") == pair_view_id("a", "b") == "pair:a:b"


def test_the_ties_of_a_pair_stand_by_sign_and_what_is_left_out_apart() -> None:
    catalog = catalog_of(
        tie("t1", "a", "b"),
        tie("t2", "b", "a", "sanctions"),
        tie("t3", "a", "b", "trade"),
        tie("t4", "a", "b", status="inferred"),
        tie("t5", "a", "k"),
    )
    page = page_of(catalog, "pair:a:b")
    assert [(block.title, block.number) for block in page.blocks if isinstance(block, Section)] == [
        ("− ties", 1),
        ("+ ties", 1),
        ("Ties without a sign", 1),
        ("Unsettled (not counted)", 1),
    ]
    assert "Mixed: 1 against and 1 with. One does not cancel the other." in words_of(page)
    assert "t5" not in page.links()


def test_a_pair_has_the_words_expectations_and_claims_that_bear_on_it() -> None:
    catalog = catalog_of(
        tie("t1", "a", "b", quotes=["q"]),
        record("quotes"),
        record("quotes", id="q2", text="To b.", to=["b"]),
        record("quotes", id="q3", text="To c.", to=["k"]),
        record("ledger"),
        record("ledger", id="l2", of="k"),
        record("claims", about=["a", "b"]),
        record("claims", id="c2", about=["t1"]),
        record("claims", id="c3", about=["a"]),
    )
    links = page_of(catalog, "pair:a:b").links()
    assert [name in links for name in ("q", "q2", "q3", "l", "l2", "c2", "c3")] == [
        *(True, True, False, True, False, True, False),
    ]


def test_a_pair_without_ties_says_so() -> None:
    assert "The dossier records no tie between the two." in words_of(page_of(catalog_of(), "pair:a:b"))
    catalog = catalog_of(tie("t1", "a", "b", status="inferred"))
    assert "No settled tie; 1 unsettled." in words_of(page_of(catalog, "pair:a:b"))
    assert title_of(page_of(catalog, "pair:a:b")) == "Ada and Bor no settled tie"
    excluded = catalog_of(tie("t1", "a", "b"), scope=Scope(kinds=frozenset({"aid"})))
    assert "None of the ties between the two is counted" in words_of(page_of(excluded, "pair:a:b"))


# The matrix.

signed = st.lists(
    st.tuples(
        st.lists(st.sampled_from("abkxyz"), min_size=2, max_size=4, unique=True),
        st.sampled_from(["aid", "hostility", "trade", "sanctions"]),
        st.sampled_from(["reported", "inferred"]),
    ),
    max_size=10,
)


@given(signed, st.booleans(), st.booleans())
def test_the_matrix_is_symmetric_and_as_looking_at_every_tie_has_it(
    given_ties: list[tuple[list[str], str, str]], unsettled: bool, everyone: bool
) -> None:
    ties = [
        record("alliances", id=f"t{at}", between=ends, kind=kind, status=status)
        for at, (ends, kind, status) in enumerate(given_ties)
    ]
    people = [record("actors", id=name, name=name.upper()) for name in "xyz"]
    catalog = catalog_of(*people, *ties, scope=ALL if unsettled else Scope())
    signed = matrix(catalog.builder, everyone=everyone)
    for row, actor in enumerate(signed.actors):
        for column, other in enumerate(signed.actors):
            held = [
                (kind, status)
                for ends, kind, status in given_ties
                if actor != other and actor in ends and other in ends and (unsettled or status == "reported")
            ]
            signs = {"+" if kind == "aid" else "-" for kind, _ in held if kind != "trade"}
            wanted = "~" if len(signs) == 2 else next(iter(signs), None)
            assert signed.signs.get((row, column)) == wanted == signed.signs.get((column, row))
            by_sign = [
                {status for kind, status in held if (kind == "aid") == (sign == "+") and kind != "trade"}
                for sign in signs
            ]
            weakest = "inferred" if any("reported" not in statuses for statuses in by_sign) else None
            assert signed.statuses.get((row, column)) == weakest
    touched = {signed.actors[row] for row, _ in signed.signs}
    assert set(signed.actors) == (set("abkxyz") if everyone else touched)
    assert len(set(signed.actors)) == len(signed.actors)
    assert list(signed.starts) == sorted(set(signed.starts))
    assert signed.starts[:1] in ((), (0,))


def test_the_text_twin_has_the_signs_of_the_matrix_with_the_diagonal() -> None:
    catalog = catalog_of(tie("t1", "a", "b"), tie("t2", "a", "k", "hostility"), tie("t3", "a", "k"))
    grid = next(block for block in page_of(catalog, "matrix:").blocks if isinstance(block, Grid))
    assert [[span.text for span in cells] for _, cells in grid.rows] == [
        ["╲", "+", "~"],
        ["+", "╲", ""],
        ["~", "", "╲"],
    ]
    assert grid.rows[0][1][1].link == "pair:a:b"
    assert "~ mixed" in words_of(page_of(catalog, "matrix:"))


def test_the_matrix_has_a_block_for_each_camp_and_bloc_with_borders_between_and_names_them() -> None:
    catalog = CATALOGS["bundled"]
    table = matrix(catalog.builder)
    assert table.starts == (0, 5, 8)
    assert [names[0] for names in table.blocks] == ["with Armenia · CSTO", "with Azerbaijan", "others"]
    page = page_of(catalog, "matrix:")
    [grid] = [block for block in page.blocks if isinstance(block, Grid)]
    assert grid.borders == (5, 8)
    assert "Between the borders: with Armenia · CSTO 5, with Azerbaijan 3, others 1" in words_of(page)
    text = plain_text(page, 80)
    assert text.count("┼") == 2 * 2
    assert all(line.count("│") == 2 for line in text.splitlines() if line.lstrip().startswith(("Armenia", "Russia")))


def test_the_legend_on_the_screen_says_what_fills_a_cell_where_not_all_are_alike() -> None:
    table = matrix(CATALOGS["bundled"].builder)
    words = "".join(span.text for span in legend(CATALOGS["bundled"].builder, table, fills=True))
    assert "filled: ● reported   paler: » attributed   ◇ judgement" in words
    alike = catalog_of(tie("t1", "a", "b")).builder
    assert "filled" not in "".join(span.text for span in legend(alike, matrix(alike), fills=True))
    assert "filled" not in words_of(page_of(CATALOGS["bundled"], "matrix:")), "on paper nothing is"


def test_where_blocs_are_many_and_small_only_camps_have_borders() -> None:
    blocs = [record("actors", id=f"o{at}", name=f"O{at}", kind="igo") for at in range(12)]
    members = [record("actors", id=f"m{at}", name=f"M{at}") for at in range(12)]
    joins = [tie(f"j{at}", f"m{at}", f"o{at}", "bloc-membership") for at in range(12)]
    ties = [tie(f"t{at}", f"m{at}", "ab"[at % 2]) for at in range(12)]
    table = matrix(catalog_of(*blocs, *members, *joins, *ties, sides="ab").builder)
    assert [names[0] for names in table.blocks] == ["with Ada", "with Bor"]
    assert table.starts == (0, 7)


def test_without_signs_the_matrix_says_so() -> None:
    assert "No counted tie has a sign." in words_of(page_of(catalog_of(tie("t1", "a", "b", "trade")), "matrix:"))


def test_too_many_pairs_are_not_drawn_and_that_is_said() -> None:
    crowd = [f"n{at}" for at in range(700)]
    actors = [record("actors", id=name, name=name) for name in crowd]
    catalog = catalog_of(*actors, record("alliances", between=crowd, kind="aid"))
    empty: Matrix = matrix(catalog.builder)
    assert (empty.actors, empty.signs) == ((), {})
    assert empty.note in words_of(page_of(catalog, "matrix:"))


# Blocs.


def grid_of(catalog: Catalog) -> list[list[str]]:
    grid = next(block for block in page_of(catalog, "blocs:").blocks if isinstance(block, Grid))
    labels = [label.text for label in grid.column_labels]
    return [labels, *([name.text, *(span.text for span in row)] for name, row in grid.rows)]


def test_the_table_of_blocs_has_members_and_who_stands_with_each_side() -> None:
    labels, armenia, belarus, *_ = grid_of(CATALOGS["bundled"])
    assert labels == ["CSTO", "Armenia", "Azerbaijan"]
    assert armenia[:3] == ["Armenia", "●", "itself"]
    assert armenia[3].startswith("− against")
    assert belarus[:3] == ["Belarus", "●", "+ with ◇"]


def test_an_actor_of_a_side_is_called_its_own_and_a_side_itself() -> None:
    catalog = catalog_of(record("actors", id="o", name="Own", side="a"), tie("t1", "o", "b"), sides="ab")
    assert grid_of(catalog)[1:] == [["Ada", "itself", ""], ["Own", "its own", "+ with"], ["Bor", "", "itself"]]


def test_a_cell_with_unsettled_ties_only_says_so_and_leads_to_the_pair() -> None:
    catalog = catalog_of(
        tie("t1", "a", "k"),
        tie("t2", "b", "k", status="inferred"),
        tie("t3", "b", "k", "rivalry", status="contested", by=["a"]),
        tie("t4", "a", "b"),
        tie("t5", "a", "b", "rivalry", status="contested", by=["a"]),
        sides="ab",
    )
    assert grid_of(catalog)[1:] == [["Ada", "itself", "+ with"], ["Cerne", "+ with", "·≠"], ["Bor", "+ with", "itself"]]
    for name in ("blocs:", "matrix:"):
        page = page_of(catalog, name)
        assert "·≠ only unsettled ties" in words_of(page)
        assert "pair:b:k" in page.links()
    catalog.set_scope(ALL)
    for name in ("blocs:", "matrix:"):
        assert "no settled tie" not in words_of(page_of(catalog, name))


def test_an_unsettled_membership_that_is_not_counted_is_no_blank() -> None:
    catalog = catalog_of(
        record("actors", id="o", name="O", kind="igo"),
        tie("t1", "a", "o", "bloc-membership"),
        tie("t2", "b", "o", "bloc-membership", status="inferred"),
        sides="ab",
    )
    assert [row[1] for row in grid_of(catalog)[1:]] == ["●", "·∴"]
    assert "t2" in page_of(catalog, "blocs:").links()


def test_an_unsettled_membership_is_there_only_when_the_scope_admits_it_and_with_its_own_glyph() -> None:
    assert "∴" not in [row[1] for row in grid_of(CATALOGS["bundled"])]
    assert ["Russia", "∴", "+ with", "+ with"] in grid_of(CATALOGS["all of the bundled"])
    assert "∴ member, inferred" in words_of(page_of(CATALOGS["all of the bundled"], "blocs:"))


def test_members_of_one_bloc_are_not_tied_to_each_other() -> None:
    catalog = catalog_of(
        record("actors", id="o", name="O", kind="igo"),
        tie("t1", "a", "o", "bloc-membership"),
        tie("t2", "b", "o", "bloc-membership"),
    )
    assert matrix(catalog.builder).signs == {}
    assert arms_of(catalog, "a") == ([], [])


def test_a_bloc_without_members_is_named_below_the_table() -> None:
    assert "No member of Eurasian Economic Union is recorded" in words_of(page_of(CATALOGS["bundled"], "blocs:"))
    member = tie("t1", "a", "o", "bloc-membership", status="inferred")
    catalog = catalog_of(record("actors", id="o", name="Ovel", kind="igo"), member)
    assert "No member of Ovel is counted" in words_of(page_of(catalog, "blocs:"))


def test_blocs_beyond_the_room_are_counted() -> None:
    blocs = [record("actors", id=f"o{at}", name=f"O{at}", kind="igo") for at in range(30)]
    catalog = catalog_of(*blocs, *(tie(f"t{at}", "a", f"o{at}", "bloc-membership") for at in range(30)))
    assert len(grid_of(catalog)[0]) == 24
    assert "Not shown for lack of room: 6 blocs" in words_of(page_of(catalog, "blocs:"))


def test_a_dossier_without_blocs_and_sides_says_so() -> None:
    assert "No membership is counted" in words_of(page_of(catalog_of(), "blocs:"))


# Chains.


def test_a_chain_is_shown_with_its_signs_and_the_ties_of_each_step() -> None:
    catalog = catalog_of(tie("t1", "a", "b", "hostility"), tie("t2", "b", "k", cite="s#p3"), tie("t3", "k", "b"))
    page = page_of(catalog, "path:a:k")
    assert "Ada − Bor + Cerne" in words_of(page)
    assert [link for link in page.links() if link.startswith("t")] == ["t1", "t2", "t3"]
    assert "s#p3" in page.links()
    assert "does not follow from it" in words_of(page)


def test_that_there_are_more_chains_than_are_shown_is_said() -> None:
    middles = [f"m{at}" for at in range(25)]
    actors = [record("actors", id=name, name=name.upper()) for name in middles]
    ties = [tie(f"t{actor}{name}", actor, name) for actor in ("a", "k") for name in middles]
    page = page_of(catalog_of(*actors, *ties), "path:a:k")
    assert "there are 25 of them, of which the first 20 follow" in words_of(page)
    assert sum(isinstance(block, Para) and block.spans[0].role == "label" for block in page.blocks) == 20


def test_without_a_chain_the_left_out_ties_at_both_ends_are_named() -> None:
    page = page_of(catalog_of(tie("t1", "a", "b", status="inferred"), tie("t2", "b", "k")), "path:a:k")
    assert "No chain of counted ties leads from Ada to Cerne." in words_of(page)
    assert "t1" in page.links()


def test_without_a_chain_the_left_out_ties_at_the_end_are_counted_too() -> None:
    page = page_of(
        catalog_of(tie("t1", "a", "b", status="inferred"), tie("t2", "b", "k", status="inferred")), "path:a:k"
    )
    assert "2 unsettled ties not counted: 2 ∴ inferred" in words_of(page)
    assert {"t1", "t2"} <= set(page.links())


def test_an_actor_has_no_chain_to_itself() -> None:
    assert "a chain needs two actors" in words_of(page_of(catalog_of(tie("t1", "a", "b")), "path:a:a"))
