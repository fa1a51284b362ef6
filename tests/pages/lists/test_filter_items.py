"""The filters of the pictures: each line in or out, what they add up to, and what is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.dates import parse_date
from tui.pages.lists.filter_items import FilterItems

WHOLE = loaded(SMALL)
TIES = [tie for tie in WHOLE.tables["alliances"] if isinstance(tie, Tie)]
LINES = [name for group in FilterItems(WHOLE, DEFAULT_SCOPE).groups() for name in group.ids]


def scoping(scope: Scope = DEFAULT_SCOPE) -> FilterItems:
    return FilterItems(WHOLE, scope)


def text(filters: FilterItems, name: str) -> str:
    item = filters.line(name)
    return "".join(span.text for span in (item.mark, *item.spans, *item.remark))


def state(filters: FilterItems) -> list[bool]:
    return [filters.includes(name) for name in LINES]


def test_only_statuses_and_kinds_that_the_dossier_has_and_all_its_sides_are_listed() -> None:
    statuses = {f"statuses:{tie.status}" for tie in TIES}
    kinds = {f"kinds:{tie.kind}" for tie in TIES}
    assert set(LINES) == statuses | kinds | {"sides:ilvane", "sides:corvath"}
    assert [group.heading for group in scoping().groups()] == [
        "Status of the tie · 2 of 5 counted",
        "Side involved · all counted",
        "Kind of tie · all counted",
    ]


def test_a_dossier_without_ties_and_sides_has_no_lines() -> None:
    empty = FilterItems(loaded(HEAD), DEFAULT_SCOPE)
    assert [name for group in empty.groups() for name in group.ids] == []
    assert empty.summary() == "0 of 0 ties"


def test_a_line_says_whether_it_is_in_what_it_is_and_how_many_ties_it_has() -> None:
    assert text(scoping(), "statuses:reported") == "▣● reported2"
    assert [scoping().line(f"statuses:{status}").spans[0].role for status in ("denied", "contested")] == [
        "status-denied",
        "status-contested",
    ]
    assert text(scoping(), "statuses:denied") == "▢× denied1"
    assert text(scoping(), "kinds:hostility") == "▣− hostility1"
    assert text(scoping(), "sides:ilvane") == "▣Ilvane4"


def test_no_line_is_a_link() -> None:
    assert not any(span.link for name in LINES for span in scoping().line(name).spans)


def test_in_means_that_the_ties_of_a_line_are_let_through() -> None:
    for name in LINES:
        what, _, value = name.partition(":")
        filters = scoping(Scope(statuses=frozenset()))
        assert filters.includes(name)
        before = set(filters.scope.ties(WHOLE))
        filters.toggle(name)
        assert not filters.includes(name)
        gone = before - set(filters.scope.ties(WHOLE))
        if what == "kinds":
            assert gone == {tie for tie in TIES if tie.kind == value}
        elif what == "statuses":
            assert gone == {tie for tie in TIES if tie.status == value}
        else:
            assert gone
            assert all(value in tie.ends or "ilvane" not in tie.ends for tie in gone)


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(LINES))
def test_toggling_twice_changes_nothing(before: list[str], name: str) -> None:
    filters = scoping()
    for line in before:
        filters.toggle(line)
    held, scope = state(filters), filters.scope
    filters.toggle(name)
    filters.toggle(name)
    assert state(filters) == held
    assert filters.scope == scope


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(LINES))
def test_toggling_changes_one_line_and_no_other(before: list[str], name: str) -> None:
    filters = scoping()
    for line in before:
        filters.toggle(line)
    held = dict(zip(LINES, state(filters), strict=True))
    filters.toggle(name)
    changed = [line for line, was in held.items() if filters.includes(line) != was]
    last = name.startswith("sides:") and held[name] and sum(v for k, v in held.items() if k.startswith("sides:")) == 1
    assert changed == ([] if last else [name])


def test_the_last_side_stays_for_without_any_nothing_would_be_left_to_draw() -> None:
    filters = scoping()
    filters.toggle("sides:ilvane")
    assert filters.scope.sides == {"corvath"}
    filters.toggle("sides:corvath")
    assert filters.scope.sides == {"corvath"}
    filters.toggle("sides:ilvane")
    assert filters.scope == DEFAULT_SCOPE, "all sides are as good as no choice of sides"


@given(st.lists(st.sampled_from(LINES), max_size=6), st.sampled_from(LINES))
def test_only_leaves_out_all_others_of_its_heading_and_touches_no_other_heading(before: list[str], name: str) -> None:
    filters = scoping()
    for line in before:
        filters.toggle(line)
    held = dict(zip(LINES, state(filters), strict=True))
    filters.only(name)
    for line in LINES:
        if line.partition(":")[0] == name.partition(":")[0]:
            assert filters.includes(line) == (line == name)
        else:
            assert filters.includes(line) == held[line]


def test_reset_is_everything_but_what_is_unsettled() -> None:
    filters = scoping(Scope(frozenset({"aid"}), frozenset(), frozenset({"ilvane"})))
    filters.reset()
    assert filters.scope == DEFAULT_SCOPE


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (DEFAULT_SCOPE, "3 of 6 ties"),
        (Scope(statuses=frozenset()), "6 of 6 ties"),
        (Scope(sides=frozenset({"corvath"})), "2 of 6 ties"),
        (Scope(kinds=frozenset({"trade", "hostility"})), "1 of 6 ties"),
    ],
)
def test_it_tells_how_many_ties_are_let_through(scope: Scope, told: str) -> None:
    assert scoping(scope).summary() == told


def test_a_side_counts_its_ties_whatever_their_status() -> None:
    ties = [record("alliances", id=f"t{n}", status=s) for n, s in enumerate(("reported", "inferred"))]
    head = 'dossier = 1\ntitle = "A"\nsides = ["a", "b"]\n'
    assert text(FilterItems(loaded(dossier_of(*ties, head=head)), DEFAULT_SCOPE), "sides:a").endswith("2")


def test_the_numbers_of_the_lines_add_up_to_what_the_title_says_they_are_of() -> None:
    ties = (
        record("alliances", id="t1", kind="aid", end="1950"),
        record("alliances", id="t2", kind="aid"),
        record("alliances", id="t3", kind="trade", status="contested", by=["a"]),
    )
    filters = FilterItems(loaded(dossier_of(*ties)), Scope(moment=parse_date("1960")))
    assert filters.summary() == "1 of 2 ties as of 1960 · 1 ended"
    groups = {group.heading.partition(" · ")[0]: group.ids for group in filters.groups()}
    for title in ("Status of the tie", "Kind of tie"):
        assert sum(int(filters.line(name).remark[-1].text) for name in groups[title]) == 2
    assert FilterItems(loaded(dossier_of(*ties)), DEFAULT_SCOPE).summary() == "2 of 3 ties"
