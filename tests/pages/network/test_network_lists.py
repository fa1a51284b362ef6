"""What pictures begin at and what stands beside them: the actor at hand, the first picture, the actors with ties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record
from tui.dossier.network.scope import Scope
from tui.dossier.reported_only import reported_only
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListGroup
from tui.pages.lists.jump_items import chain_items, matching
from tui.pages.network import network_lists
from tui.pages.network.matrix_cells import cell_lines
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Spans
from tui.pages.span_builder import SpanBuilder

WHOLE = loaded(SMALL)
BUILDER = SpanBuilder(WHOLE)
EVERY = Scope(statuses=frozenset())


def words_of(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def beside(record: str, query: str = "", scope: Scope | None = None, panel: str = "network") -> list[str]:
    catalog = Catalog(WHOLE, scope) if scope is not None else Catalog(WHOLE)
    return [name for group in catalog.list_groups(panel, query, record) for name in group.ids]


# The actor at hand


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("norrow", "norrow"),
        ("q-pilot", "brenn"),
        ("a-lamps", "norrow"),
        ("a-pact", "ilvane"),
        ("l-pilot", "ilvane"),
        ("l-silence", "corvath"),
        ("c-gift", "norrow"),
        ("e-shut", "corvath"),
        ("ego:league", "league"),
        ("pair:norrow:corvath", "norrow"),
        ("path:herald:ilvane", "herald"),
    ],
)
def test_it_is_the_one_that_a_record_or_a_picture_is_about_in_the_first_place(name: str, actor: str) -> None:
    assert network_lists.main_actor(WHOLE, name) == actor


@pytest.mark.parametrize("name", ["gazette", "overview:", "matrix:", "blocs:", "", "nothing", "ego:nobody", "balance:"])
def test_where_nothing_is_about_an_actor_it_is_the_first_side(name: str) -> None:
    assert network_lists.main_actor(WHOLE, name) == "ilvane"


def test_a_claim_about_no_actor_is_its_speakers_and_one_by_a_source_the_first_sides() -> None:
    made = loaded(dossier_of(record("claims", by=["b"], about=["c2"]), record("claims", id="c2", by=["s"])))
    assert network_lists.main_actor(made, "c") == "b"
    assert network_lists.main_actor(made, "c2") == "a"


def test_without_sides_it_is_the_first_actor_and_without_actors_nobody() -> None:
    assert network_lists.main_actor(loaded(dossier_of()), "s") == "a"
    assert network_lists.main_actor(loaded(HEAD), "overview:") == ""


def test_of_each_record_of_each_kind_it_is_an_actor() -> None:
    for name in WHOLE.records:
        assert WHOLE.actor(network_lists.main_actor(WHOLE, name)) is not None


# The first picture


def test_the_network_opens_with_the_first_side() -> None:
    assert network_lists.initial_view(BUILDER) == Catalog(WHOLE).initial_record("network") == "ego:ilvane"


def test_without_sides_it_opens_with_the_actor_that_has_most_ties_in_scope() -> None:
    ties = [
        record("alliances", id="t1", between=["b", "c"]),
        record("alliances", id="t2", between=["a", "c"], status="inferred"),
        record("alliances", id="t3", between=["a", "b"], status="inferred"),
        record("alliances", id="t4", between=["b", "d"]),
        record("alliances", id="t5", between=["a", "d"], status="inferred"),
    ]
    dossier = loaded(dossier_of(record("actors", id="c"), record("actors", id="d"), *ties))
    assert network_lists.initial_view(SpanBuilder(dossier)) == "ego:b"
    assert network_lists.initial_view(SpanBuilder(dossier, Scope(statuses=frozenset({"reported"})))) == "ego:a"


def test_without_ties_it_opens_with_the_first_actor_and_without_actors_with_the_blocs() -> None:
    assert network_lists.initial_view(SpanBuilder(loaded(dossier_of()))) == "ego:a"
    assert network_lists.initial_view(SpanBuilder(loaded(HEAD))) == "blocs:"


@pytest.mark.parametrize("dossier", [WHOLE, loaded(HEAD), loaded(dossier_of())], ids=["small", "empty", "no ties"])
def test_what_it_opens_with_is_there(dossier: object) -> None:
    assert isinstance(dossier, type(WHOLE))
    catalog = Catalog(dossier)
    assert catalog.panel_of(catalog.initial_record("network")) == "network"


# What stands beside a picture


def test_beside_an_ego_stand_the_actors_with_ties_in_scope_in_file_order() -> None:
    assert beside("ego:ilvane") == ["ego:ilvane", "ego:corvath", "ego:norrow"]
    assert beside("ego:ilvane", scope=EVERY) == ["ego:ilvane", "ego:corvath", "ego:norrow", "ego:league"]


def test_the_one_of_which_a_kind_of_ties_is_opened_stands_there_as_such() -> None:
    assert beside("ego:corvath/hostility") == ["ego:ilvane", "ego:corvath/hostility", "ego:norrow"]


def test_the_one_that_is_open_stands_there_even_without_a_tie() -> None:
    assert beside("ego:tamber") == ["ego:ilvane", "ego:corvath", "ego:norrow", "ego:tamber"]


def test_a_filter_narrows_them_by_name_alias_and_what_is_told_of_them_and_may_leave_none() -> None:
    assert beside("ego:ilvane", "norr") == ["ego:ilvane", "ego:norrow"], "a summary names it"
    assert beside("ego:ilvane", "norr -pact") == ["ego:norrow"]
    assert beside("ego:ilvane", "LLR", EVERY) == ["ego:league"]
    assert beside("ego:ilvane", "tamber") == []
    assert beside("ego:ilvane", "zzz") == beside("", "zzz") == []
    assert beside("ego:ilvane", "  ") == beside("ego:ilvane")


def test_beside_all_other_pictures_stands_nothing() -> None:
    for name in ("matrix:", "blocs:", "pair:ilvane:norrow", "path:ilvane:norrow"):
        assert Catalog(WHOLE).list_groups("network", "", name) == [ListGroup("", (name,))]
        assert Catalog(WHOLE).has_no_list("network", name)
    assert Catalog(WHOLE).has_no_list("home", "overview:")


@pytest.mark.parametrize("panel", ["network", "balance", "home"])
def test_a_panel_in_which_nothing_is_open_lists_what_it_opens_with(panel: str) -> None:
    catalog = Catalog(WHOLE)
    assert catalog.initial_record(panel) in beside("", panel=panel)
    assert "" not in beside("", panel=panel)


def test_a_list_that_a_filter_has_emptied_is_still_a_list() -> None:
    assert not Catalog(WHOLE).has_no_list("network", "", "zzz")
    assert not Catalog(WHOLE).has_no_list("network", "ego:ilvane")
    assert not Catalog(WHOLE).has_no_list("actors", "ilvane")


def test_of_how_many_a_filter_leaves_some_is_counted_in_actors_not_in_ties() -> None:
    assert Catalog(WHOLE).listed_count("network", "ego:ilvane") == 3
    assert Catalog(WHOLE).listed_count("network") == 3
    assert Catalog(WHOLE).listed_count("actors") == 9


def test_in_a_part_of_a_dossier_only_what_is_reported_counts() -> None:
    part = Catalog(reported_only(WHOLE))
    assert [name for group in part.list_groups("network", "", "ego:ilvane") for name in group.ids] == [
        *("ego:ilvane", "ego:corvath", "ego:norrow")
    ]
    assert part.count("network") == 2


# Lines and cells


def test_the_line_of_an_ego_is_that_of_its_actor_and_a_pair_is_both_names() -> None:
    catalog = Catalog(WHOLE)
    assert catalog.line("ego:norrow") == catalog.line("norrow")
    assert words_of(catalog.line("pair:ilvane:norrow").spans) == "IV – Norrow"


def first_lines(builder: SpanBuilder, table: SignTable) -> Callable[[int, int], Spans]:
    """What the first line says of a cell."""
    lines = cell_lines(builder, table)
    return lambda row, column: lines(row, column, 1)[0]


def _cells(scope: Scope = EVERY) -> tuple[SignTable, dict[str, str]]:
    builder = SpanBuilder(WHOLE, scope)
    table = network_lists.sign_table(builder)
    describe = first_lines(builder, table)
    places = range(len(table.ids))
    return table, {table.cell(row, column): words_of(describe(row, column)) for row in places for column in places}


def test_a_cell_is_told_in_words_sign_and_kinds_included() -> None:
    _, words = _cells()
    assert words["ilvane:norrow"] == "Ilvane – Norrow  ~ mixed ≠ contested  defence pact, rivalry"
    assert words["corvath:ilvane"] == "Corvath – Ilvane  − against  hostility"
    assert words["ilvane:ilvane"] == "Ilvane  enter draws it with its ties"


def test_below_its_sign_a_cell_has_a_line_for_each_tie_with_what_it_rests_on() -> None:
    builder = SpanBuilder(WHOLE, EVERY)
    table = network_lists.sign_table(builder)
    row, column = table.find("ilvane:norrow") or (0, 0)
    lines = [words_of(line) for line in cell_lines(builder, table)(row, column, 9)]
    assert len(lines) == 3
    assert lines[1].startswith("+ Ilvane – Norrow  defence pact  ")
    assert "● reported" in lines[1]
    assert "≠ contested" in lines[2]
    assert [words_of(line) for line in cell_lines(builder, table)(row, column, 2)][1:] == ["and 2 more"]


def test_the_lines_of_a_cell_without_a_sign_are_its_uncounted_ties() -> None:
    dossier = loaded(
        dossier_of(
            record("actors", id="c"),
            record("alliances", id="t1", kind="aid", between=["a", "b"], status="inferred"),
            record("alliances", id="t2", kind="aid", between=["b", "c"]),
            record("alliances", id="t3", kind="aid", between=["a", "c"]),
        )
    )
    builder = SpanBuilder(dossier)
    table = network_lists.sign_table(builder)
    row, column = table.find("a:b") or (0, 0)
    lines = [words_of(line) for line in cell_lines(builder, table)(row, column, 9)]
    assert lines[0].endswith("no settled tie; 1 unsettled")
    assert "∴ inferred" in lines[1]


def test_a_cell_whose_sign_is_not_settled_says_so_and_one_without_a_tie_says_that() -> None:
    dossier = loaded(
        dossier_of(
            record("actors", id="c"),
            record("alliances", id="t1", kind="aid", between=None, from_="a", to="b", status="inferred"),
            record("alliances", id="t2", kind="aid", between=None, from_="b", to="c"),
        )
    )
    builder = SpanBuilder(dossier, EVERY)
    table = network_lists.sign_table(builder)
    describe = first_lines(builder, table)
    places = {name: number for number, name in enumerate(table.ids)}
    assert "+ with ∴ inferred  aid" in words_of(describe(places["a"], places["b"]))
    assert "+ with  aid" in words_of(describe(places["b"], places["c"]))
    assert "no tie with a sign" in words_of(describe(places["a"], places["c"]))


def test_a_cell_with_unsettled_ties_only_is_marked() -> None:
    dossier = loaded(
        dossier_of(
            record("actors", id="c"),
            record("alliances", id="t1", kind="aid", between=["a", "b"], status="inferred"),
            record("alliances", id="t2", kind="aid", between=["b", "c"]),
            record("alliances", id="t3", kind="aid", between=["a", "c"]),
        )
    )
    table = network_lists.sign_table(SpanBuilder(dossier))
    describe = first_lines(SpanBuilder(dossier), table)
    first, second = table.ids.index("a"), table.ids.index("b")
    assert words_of(describe(first, second)) == "An actor – Actor b  · no settled tie; 1 unsettled"
    assert "·∴ only unsettled ties" in words_of(table.legend)
    assert dict(table.marks) == {(first, second): "∴", (second, first): "∴"}


def test_every_cell_leads_to_a_page_and_is_found_again_by_its_pair() -> None:
    table, words = _cells()
    catalog = Catalog(WHOLE, EVERY)
    assert words
    for row in range(len(table.ids)):
        for column in range(len(table.ids)):
            assert catalog.panel_of(table.view_id(row, column)) == "network"
            assert table.find(table.cell(row, column)) == (row, column)


def test_a_pair_of_which_one_has_gone_is_found_at_the_other_and_one_that_has_gone_whole_nowhere() -> None:
    table, _ = _cells()
    at = table.ids.index("norrow")
    assert table.find("norrow:nobody") == table.find("nobody:norrow") == (at, at)
    assert table.find("nobody:noone") is None
    assert table.find("") is None


def test_a_table_without_signs_says_which_keys_lead_on() -> None:
    table = network_lists.sign_table(SpanBuilder(loaded(dossier_of())))
    assert table.ids == ()
    assert "Press f" in table.empty


# Whither a path may lead


def test_every_other_actor_is_offered_once_and_found_by_its_aliases_and_nothing_else_is() -> None:
    items = list(chain_items(Catalog(WHOLE), "ilvane"))
    assert {choice.target for choice in items} == {actor.id for actor in WHOLE.tables["actors"]} - {"ilvane"}
    assert {choice.does for choice in items} == {"record"}
    assert not any("→" in choice.label for choice in items)
    assert [choice.target for choice in matching(items, "llr")] == ["league"]
    assert list(chain_items(Catalog(loaded(HEAD)), "")) == []
