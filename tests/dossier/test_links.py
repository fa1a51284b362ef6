"""Who refers to whom: every reference is known from both of its ends, every cite from its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import MINIMAL, SMALL, dossier_of, loaded, record, tree_of
from tui import paths
from tui.dossier.dossier import Dossier

RELATIONS = {
    ("actors", "side"): "of-side",
    ("actors", "part_of"): "parts",
    ("actors", "roles.of"): "offices",
    ("quotes", "speaker"): "said",
    ("quotes", "to"): "said-to",
    ("quotes", "about"): "said-about",
    ("alliances", "between"): "ties",
    ("alliances", "from"): "ties",
    ("alliances", "to"): "ties",
    ("alliances", "by"): "asserts",
    ("alliances", "denied_by"): "denies",
    ("alliances", "quotes"): "evidence-for",
    ("events", "actors"): "events",
    ("events", "begins"): "begun-by",
    ("events", "ends"): "ended-by",
    ("events", "after"): "followed-by",
    ("events", "by"): "asserts",
    ("events", "denied_by"): "denies",
    ("ledger", "expecting"): "expects",
    ("ledger", "of"): "expected-of",
    ("ledger", "by"): "asserts",
    ("ledger", "denied_by"): "denies",
    ("ledger", "quotes"): "evidence-for",
    ("ledger", "counter"): "counter-to",
    ("ledger", "alliance"): "at-stake-in",
    ("claims", "by"): "asserts",
    ("claims", "denied_by"): "denies",
    ("claims", "about"): "about-of",
    ("claims", "quotes"): "evidence-for",
    ("claims", "counter"): "counter-to",
}
"""Each key that refers to a record, and what the one referred to calls the relation."""


class Link(NamedTuple):
    """One reference: who refers, by which relation, to whom."""

    source: str
    relation: str
    target: str


def forward(tree: dict[str, Any]) -> set[Link]:
    """Every reference as it is written in the file."""
    return {
        Link(row["id"], relation, target)
        for (table, key), relation in RELATIONS.items()
        for row in tree.get(table, ())
        for target in _written(row, key)
    }


def _written(row: dict[str, Any], key: str) -> list[str]:
    if key == "roles.of":
        return [role["of"] for role in row.get("roles", ()) if "of" in role]
    value = row.get(key, [])
    return value if isinstance(value, list) else [value]


def backward(dossier: Dossier) -> set[Link]:
    """Every reference as the record referred to knows it."""
    return {
        Link(name, relation, target)
        for target in dossier.records
        for relation, names in dossier.links.relations(target).items()
        for name in names
    }


def cited(tree: dict[str, Any]) -> set[tuple[str, int, str]]:
    """Every source with a paragraph that a record cites, 0 for the source as a whole."""
    return {
        (source, number, row["id"])
        for table in MINIMAL
        for row in tree.get(table, ())
        for part in (row, *row.get("roles", ()))
        for source, number in _places(part.get("cite", []))
    }


def _places(cite: Any) -> Iterator[tuple[str, int]]:
    if isinstance(cite, list):
        for one in cite:
            yield from _places(one)
        return
    if isinstance(cite, dict):
        source, span = cite["source"], str(cite.get("p", ""))
    else:
        source, _, span = cite.partition("#p")
    first, _, last = span.partition("-")
    if not first:
        yield source, 0
        return
    for number in range(int(first), int(last or first) + 1):
        yield source, number


def citing(dossier: Dossier) -> set[tuple[str, int, str]]:
    return {
        (source.id, number, name)
        for source in dossier.tables["sources"]
        for number, names in dossier.links.citing(source.id).items()
        for name in names
    }


def _bundled() -> str:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return file.read()


WHOLE = {"the small dossier": SMALL, "the bundled dossier": _bundled()}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_every_reference_is_known_from_both_ends(text: str) -> None:
    assert backward(loaded(text)) == forward(tree_of(text))


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_every_paragraph_knows_what_cites_it(text: str) -> None:
    assert citing(loaded(text)) == cited(tree_of(text))


def test_the_small_dossier_has_a_reference_of_every_kind() -> None:
    tree = tree_of(SMALL)
    used = {(table, key) for table, key in RELATIONS for row in tree[table] if _written(row, key)}
    assert set(RELATIONS) - used == set()


# Each relation by itself, with the words of an example.

EXAMPLES = {
    "what it said": ("quotes", {"speaker": "x"}, "said"),
    "what was said to it": ("quotes", {"to": ["b", "x"]}, "said-to"),
    "what was said about it": ("quotes", {"about": ["x"]}, "said-about"),
    "its ties": ("alliances", {"between": ["b", "x"]}, "ties"),
    "its ties to others": ("alliances", {"between": None, "from": "x", "to": "b"}, "ties"),
    "its ties from others": ("alliances", {"between": None, "from": "b", "to": "x"}, "ties"),
    "what it expects": ("ledger", {"expecting": "x"}, "expects"),
    "what is expected of it": ("ledger", {"of": "x"}, "expected-of"),
    "its events": ("events", {"actors": ["x", "b"]}, "events"),
    "its members": ("actors", {"part_of": "x"}, "parts"),
    "its offices": ("actors", {"roles": [{"title": "T"}, {"title": "U", "of": "x"}]}, "offices"),
    "the claims that touch it": ("claims", {"about": ["b", "x"]}, "about-of"),
    "the claims it makes": ("claims", {"by": ["x"]}, "asserts"),
    "the claims it denies": ("claims", {"denied_by": ["x"]}, "denies"),
}


@pytest.mark.parametrize(("table", "keys", "relation"), EXAMPLES.values(), ids=EXAMPLES)
def test_an_actor_knows(table: str, keys: dict[str, Any], relation: str) -> None:
    links = loaded(dossier_of(record("actors", id="x"), record(table, id="z", **keys))).links
    assert links.back("x", relation) == ("z",)
    assert links.relations("x") == {relation: ("z",)}


def test_those_that_refer_come_in_the_order_of_the_file_and_once_each() -> None:
    quotes = [record("quotes", id=name, speaker="b", to=["a", "b", "a"]) for name in ("q-2", "q-1", "q-3")]
    links = loaded(dossier_of(*quotes)).links
    assert links.back("a", "said-to") == ("q-2", "q-1", "q-3")
    assert links.back("b", "said") == ("q-2", "q-1", "q-3")


def test_what_nobody_refers_to_has_no_relations() -> None:
    links = loaded(dossier_of(record("actors", id="x"))).links
    assert links.relations("x") == {}
    assert links.back("x", "said") == ()
    assert links.back("nonesuch", "said") == ()
    assert links.citing("nonesuch") == {}


def test_a_span_is_cited_in_each_of_its_paragraphs_and_paragraphs_come_in_order() -> None:
    rows = record("claims", id="c1", cite="s#p5-7"), record("claims", id="c2", cite=["s#p6", "s", "s#p6"])
    records_at = loaded(dossier_of(*rows)).links.citing("s")
    assert records_at == {0: ("c2",), 5: ("c1",), 6: ("c1", "c2"), 7: ("c1",)}
    assert list(records_at) == [0, 5, 6, 7]


def test_spans_without_measure_count_at_their_first_paragraph_only() -> None:
    rows = [record("claims", id=f"c{number}", cite="s#p3-9999") for number in range(4)]
    records_at = loaded(dossier_of(*rows, record("claims", id="last", cite=["s#p7", "s#p5-999999"]))).links.citing("s")
    assert records_at[3] == ("c0", "c1", "c2", "c3")
    assert records_at[4] == ("c0", "c1")
    assert records_at[5] == ("c0", "c1", "last")
    assert records_at[7] == ("c0", "c1", "last")
    assert max(records_at) == 9999


def test_the_ties_of_a_pair_are_those_that_join_both_whichever_way() -> None:
    ties = [
        record("alliances", id="t1", between=["a", "b"]),
        record("alliances", id="t2", between=None, from_="b", to="a"),
        record("alliances", id="t3", between=["a", "x"]),
        record("alliances", id="t4", between=["x", "b", "a"]),
    ]
    dossier = loaded(dossier_of(record("actors", id="x"), *ties))
    assert [tie.id for tie in dossier.ties_of_pair(["b", "a"])] == ["t1", "t2", "t4"]
    assert [tie.id for tie in dossier.ties_of_pair(["a", "x"])] == ["t3", "t4"]


# Any dossier at all.

SPEAKERS = ("actors", "sources")
TARGETS: dict[tuple[str, str], tuple[str, ...]] = {
    ("events", "begins"): ("alliances",),
    ("events", "ends"): ("alliances",),
    ("quotes", "about"): tuple(MINIMAL),
    ("claims", "about"): tuple(MINIMAL),
    ("events", "after"): ("events",),
    ("ledger", "alliance"): ("alliances",),
    **{(table, key): SPEAKERS for table, key in RELATIONS if key in ("by", "denied_by")},
    **{(table, key): ("quotes",) for table, key in RELATIONS if key in ("quotes", "counter")},
}
"""The tables that a key may lead to, where they are not the actors alone."""

ONE = {"speaker", "part_of", "expecting", "of", "alliance"}
NEEDED = {"speaker", "expecting", "of"}


@st.composite
def dossiers(draw: st.DrawFn) -> str:
    """The text of some dossier with up to four records of each kind, which refer to each other at random."""
    ids = {table: [f"{table[0]}{n}" for n in range(draw(st.integers(0, 4)))] for table in MINIMAL}
    ids["ledger"] = [f"row-{name}" for name in ids["ledger"]]
    ids["alliances"] = [f"tie-{name}" for name in ids["alliances"]]
    ids["actors"] += ["one", "two"]
    ids["sources"] += ["paper"]
    rows = []
    for table, names in ids.items():
        for place, name in enumerate(names):
            keys: dict[str, Any] = {"id": name}
            for one, key in RELATIONS:
                if one == table and key not in ("between", "from", "to", "side", "roles.of"):
                    _refer(draw, keys, (table, key), ids, place)
            if table == "quotes":
                keys["to"] = draw(st.lists(st.sampled_from(ids["actors"]), max_size=2))
            if table == "alliances":
                ends = draw(st.lists(st.sampled_from(ids["actors"]), min_size=2, max_size=3, unique=True))
                keys |= {"between": ends} if draw(st.booleans()) else {"between": None, "from": ends[0], "to": ends[1]}
            if table == "actors":
                keys["roles"] = draw(st.lists(_roles(ids), max_size=2))
            if table not in ("sources", "actors"):
                keys["cite"] = draw(st.lists(_cites(ids), min_size=1, max_size=2))
            rows.append(record(table, **keys))
    return 'dossier = 1\ntitle = "T"\n' + "".join(draw(st.permutations(rows)))


def _refer(
    draw: st.DrawFn, keys: dict[str, Any], where: tuple[str, str], ids: dict[str, list[str]], place: int
) -> None:
    table, key = where
    known = [name for target in TARGETS.get(where, ("actors",)) for name in ids[target]]
    if key in ("part_of", "after"):  # only to those before it, for a circle would be an error
        known = ids[table][:place]
    if not known:
        return
    names = draw(st.lists(st.sampled_from(known), min_size=key in NEEDED or where == ("claims", "by"), max_size=2))
    if names:
        keys[key] = names[0] if key in ONE else names


def _roles(ids: dict[str, list[str]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"title": st.just("T")}, optional={"of": st.sampled_from(ids["actors"]), "cite": _cites(ids)}
    )


def _cites(ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    sources = st.sampled_from(ids["sources"])
    numbers = st.integers(1, 9)
    return st.one_of(
        sources,
        st.builds("{}#p{}".format, sources, numbers),
        st.builds(lambda source, first, more: f"{source}#p{first}-{first + more}", sources, numbers, numbers),
        st.fixed_dictionaries({"source": sources, "p": numbers}),
    )


@pytest.mark.long
@given(dossiers())
def test_in_any_dossier_every_reference_has_its_inverse_and_every_inverse_its_reference(text: str) -> None:
    dossier, tree = loaded(text), tree_of(text)
    assert backward(dossier) == forward(tree)
    assert citing(dossier) == cited(tree)
