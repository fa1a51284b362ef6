"""Blocs and the order of actors: camps and blocs are kept together, by what their own ties state."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import loaded, record, toml
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.network.blocs import groups, members, ties_with_sides

KINDS = {"league": "igo", "union": "igo"}


def world(*ties: str, actors: str = "one two three four five six league union", sides: str = "one two") -> Dossier:
    head = f'dossier = 1\ntitle = "A world"\nsides = {toml(sides.split())}\n'
    cast = "".join(record("actors", id=name, name=name, kind=KINDS.get(name, "state")) for name in actors.split())
    return loaded(head + record("sources") + cast + "".join(ties))


def tie(number: int, start: str, end: str, kind: str, *, directed: bool = True) -> str:
    if directed:
        return record("alliances", id=f"t{number}", between=None, from_=start, to=end, kind=kind)
    return record("alliances", id=f"t{number}", between=[start, end], kind=kind)


def order(dossier: Dossier) -> list[str]:
    everyone = [actor.id for actor in dossier.tables["actors"]]
    return [name for group in groups(dossier, dossier.records_of(Tie), everyone) for name in group.actors]


def test_a_member_is_whoever_a_tie_leads_from_and_the_bloc_where_it_leads() -> None:
    dossier = world(tie(1, "four", "league", "bloc-membership"), tie(2, "five", "three", "bloc-membership"))
    by_bloc = {bloc: list(inside) for bloc, inside in members(dossier, dossier.records_of(Tie)).items()}
    assert by_bloc == {"three": ["five"], "league": ["four"], "union": []}


def test_of_a_tie_without_direction_the_organisation_is_the_bloc() -> None:
    dossier = world(tie(1, "league", "four", "bloc-membership", directed=False))
    assert list(members(dossier, dossier.records_of(Tie))["league"]) == ["four"]


def test_a_tie_of_many_makes_them_members_of_the_first_organisation_it_names() -> None:
    many = record("alliances", id="t", between=["four", "union", "five", "league"], kind="bloc-membership")
    dossier = world(many)
    by_bloc = {bloc: list(inside) for bloc, inside in members(dossier, dossier.records_of(Tie)).items()}
    assert by_bloc == {"league": [], "union": ["four", "five"]}


def test_a_membership_between_two_states_makes_neither_of_them_a_bloc() -> None:
    dossier = world(tie(1, "three", "four", "bloc-membership", directed=False))
    assert {bloc: list(inside) for bloc, inside in members(dossier, dossier.records_of(Tie)).items()} == {
        "league": [],
        "union": [],
    }


def test_the_sides_stand_at_the_ends_and_their_friends_beside_them() -> None:
    dossier = world(
        tie(1, "six", "one", "aid"),
        tie(2, "three", "two", "aid"),
        tie(3, "four", "one", "aid"),
        tie(4, "four", "two", "aid"),
        actors="one two three four five six",
    )
    assert order(dossier) == ["one", "six", "four", "five", "three", "two"]


def test_who_is_against_a_side_is_not_put_beside_the_other() -> None:
    dossier = world(tie(1, "three", "two", "hostility"), actors="one two three")
    assert [
        (group.camp, group.actors) for group in groups(dossier, dossier.records_of(Tie), ["one", "two", "three"])
    ] == [
        (0, ("one",)),
        (2, ("three",)),
        (4, ("two",)),
    ]


def test_who_is_with_and_against_a_side_stands_in_the_middle() -> None:
    dossier = world(tie(1, "three", "one", "aid"), tie(2, "three", "one", "hostility"), actors="one two three")
    assert groups(dossier, dossier.records_of(Tie), ["three"])[0].camp == 2


def test_those_of_one_bloc_stand_together_after_it_and_those_of_none_last() -> None:
    dossier = world(
        tie(1, "six", "league", "bloc-membership"),
        tie(2, "three", "union", "bloc-membership"),
        tie(3, "four", "league", "bloc-membership"),
    )
    assert order(dossier) == ["one", "league", "four", "six", "union", "three", "five", "two"]


def test_an_actor_of_a_side_stands_with_it() -> None:
    head = 'dossier = 1\ntitle = "A world"\nsides = ["one", "two"]\n' + record("sources")
    cast = [record("actors", id=name, name=name) for name in ("one", "two")]
    cast.append(record("actors", id="clerk", name="clerk", kind="person", side="two"))
    assert order(loaded(head + "".join(cast))) == ["one", "two", "clerk"]


names = st.sampled_from(["one", "two", "three", "four", "five", "six", "league", "union"])
some_ties = st.lists(
    st.tuples(names, names, st.sampled_from(["aid", "hostility", "bloc-membership", "trade"])), max_size=14
)


@given(some_ties, st.sampled_from(["", "one", "one two", "one two three"]))
def test_every_actor_has_one_place_whatever_the_ties(given_ties: list[tuple[str, str, str]], sides: str) -> None:
    ties = [
        tie(number, *ends_and_kind)
        for number, ends_and_kind in enumerate(given_ties)
        if ends_and_kind[0] != ends_and_kind[1]
    ]
    dossier = world(*ties, sides=sides)
    everyone = [actor.id for actor in dossier.tables["actors"]]
    assert sorted(order(dossier)) == sorted(everyone)
    ordered = groups(dossier, dossier.records_of(Tie), everyone)
    assert [group.camp for group in ordered] == sorted(group.camp for group in ordered)
    assert ordered == groups(dossier, dossier.records_of(Tie), reversed(everyone))


def test_the_ties_with_sides_are_those_with_a_sign() -> None:
    dossier = world(tie(1, "one", "two", "hostility"), tie(2, "three", "one", "aid"), tie(3, "four", "one", "trade"))
    shared = ties_with_sides(dossier.records_of(Tie), dossier.head.sides)
    assert {
        name: {side: [tie.id for tie in ties] for side, ties in by_side.items()} for name, by_side in shared.items()
    } == {
        "one": {"two": ["t1"]},
        "two": {"one": ["t1"]},
        "three": {"one": ["t2"]},
    }
