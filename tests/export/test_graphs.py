"""The network as GraphML and GEXF: networkx reads back every actor, every tie and all that is known of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from tests.dossiers import HEAD, SMALL, content, loaded, record
from tests.export.hostile_texts import TEXTS, hostile
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Tie
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.values.dates import parse_date
from tui.export.formats import FORMATS, NotExported
from tui.export.selection import Selection, select

READERS: dict[str, Callable[[io.BytesIO], Any]] = {
    "graphml": networkx.read_graphml,
    "gexf": lambda file: networkx.read_gexf(file, version="1.3"),
}


def exported(selection: Selection, name: str) -> bytes:
    """A selection in a format."""
    data = FORMATS[name].export(selection)
    assert isinstance(data, bytes)
    return data


def read_back(selection: Selection, name: str = "graphml") -> Any:
    """The graph that networkx reads."""
    return READERS[name](io.BytesIO(exported(selection, name)))


def edges_of(graph: Any) -> dict[str, dict[str, Any]]:
    """The edges of a graph with their attributes, by id."""
    if not graph.is_multigraph():
        return {values["id"]: {**values, "pair": (a, b)} for a, b, values in graph.edges(data=True)}
    return {key: {**values, "pair": (a, b)} for a, b, key, values in graph.edges(data=True, keys=True)}


def bundled(name: str) -> Dossier:
    dossier = content(name).dossier
    assert dossier is not None
    return dossier


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "dossier", [bundled(paths.BUNDLED), bundled(paths.EXAMPLE), hostile(), loaded(HEAD)], ids=lambda each: each.title
)
def test_every_actor_is_a_node_and_every_pair_of_a_tie_an_edge_each_way(name: str, dossier: Dossier) -> None:
    graph = read_back(select(dossier), name)
    assert dict(graph.nodes(data="label")) == {actor.id: dossier.name(actor.id) for actor in dossier.records_of(Actor)}
    edges = edges_of(graph)
    ties = dossier.records_of(Tie)
    pairs = {tie.id: len(tie.ends) * (len(tie.ends) - 1) // 2 * (1 if tie.directed else 2) for tie in ties}
    assert len(edges) == sum(pairs.values())
    assert {tie: sum(edge["tie"] == tie for edge in edges.values()) for tie in pairs} == pairs
    signs = {"with": 1, "against": -1, "no sign": 0}
    for edge in edges.values():
        tie = dossier.tie(edge["tie"])
        assert set(edge["pair"]) <= set(tie.ends)
        assert (edge["kind"], edge["status"], edge["both_ways"]) == (tie.kind, tie.status, not tie.directed)
        assert edge["sign_number"] == signs[edge["sign"]] == {"+": 1, "-": -1, "": 0}[tie.polarity]
        assert edge["weight"] == 1, "Gephi refuses negative weights"
        assert edge["citation"]


def test_an_actor_has_all_that_is_known_of_it() -> None:
    nodes = dict(read_back(select(loaded(SMALL))).nodes(data=True))
    assert nodes["ilvane"] == {
        "label": "Ilvane",
        "name": "Ilvane",
        "kind": "state",
        "side": "Ilvane",
        "aliases": "Port Ilvane; IV",
        "code": "XI",
        "wikidata": "Q4115189",
        "state": "undated",
        "summary": "Lies above the locks, and is bound to Norrow by a pact.",
        "citation": "gazette, ¶1; almanac",
        "tags": "upstream; to check",
        "note": "The almanac spells it Ilvayne.",
    }
    assert nodes["brenn"]["offices"] == (
        "speaker, Harbour Office of Ilvane, 1975/1977~ [gazette, ¶2]; "
        "envoy, League of the Lower Rivers [almanac: “Brenn, envoy”]"
    )
    assert nodes["harbour-office"]["part_of"] == "Ilvane"
    league = nodes["league"]
    assert (league["begins"], league["ends"]) == ("1950", "1990~")
    assert (league["start"], league["end"]) == ("1950-01-01", "1991-12-31"), "the widest that the dates may mean"
    assert league["state"] == "holds"


def test_a_tie_has_all_that_is_known_of_it() -> None:
    edges = edges_of(read_back(select(loaded(SMALL))))
    assert edges["a-pact"] == {
        "pair": ("ilvane", "norrow"),
        "label": "defence pact",
        "weight": 1.0,
        "tie": "a-pact",
        "sign": "with",
        "sign_number": 1,
        "kind": "defence-pact",
        "status": "reported",
        "counted": True,
        "both_ways": True,
        "begins": "1951-07-09",
        "ends": "1981",
        "date_text": "of 1951",
        "state": "holds",
        "provisions": "defense; consul",
        "citation": "gazette, ¶3",
        "tags": "treaty",
        "note": "The pact runs for thirty years.",
        "start": "1951-07-09",
        "end": "1981-12-31",
    }
    assert edges["a-pact:back"]["pair"] == ("norrow", "ilvane")
    lamps, gift = edges["a-lamps"], edges["a-gift"]
    assert "a-lamps:back" not in edges
    assert (lamps["pair"], lamps["both_ways"]) == (("norrow", "corvath"), False)
    assert (lamps["asserted_by"], lamps["terms"]) == ("Norrow", "Lamps at the price of the day.")
    assert lamps["citation"] == "gazette, ¶3–4; gazette, ¶3: “sells Corvath its lamps”"
    assert (gift["asserted_by"], gift["denied_by"], gift["counted"]) == ("Corvath Herald", "Norrow", False)


def test_both_formats_say_the_same() -> None:
    for dossier in (loaded(SMALL), bundled(paths.EXAMPLE), hostile()):
        graphml, gexf = (read_back(select(dossier), name) for name in READERS)
        assert dict(graphml.nodes(data=True)) == dict(gexf.nodes(data=True))
        assert {name: {**values, "id": name} for name, values in edges_of(graphml).items()} == edges_of(gexf)


@pytest.mark.parametrize("name", READERS)
def test_texts_stay_as_they_are(name: str) -> None:
    graph = read_back(select(hostile()), name)
    nodes, edges = dict(graph.nodes(data=True)), edges_of(graph)
    for number, text in enumerate(TEXTS):
        line = " ".join(text.split())
        node, edge = nodes[f"a-{number}"], edges[f"t-{number}"]
        assert (node["aliases"], node["summary"], node["note"]) == (f"alias {number} {line}", text, text)
        assert node["offices"].startswith(f"{line}, Actor hub, 1974~/.. [")
        assert (edge["terms"], edge["note"], edge["level"], edge["date_text"]) == (text, text, line, line)
        assert f"“{line}”" in edge["citation"]


@pytest.mark.parametrize("name", READERS)
def test_no_character_is_one_that_xml_forbids(name: str) -> None:
    text = "a" + "".join(rf"\u{code:04x}" for code in (*range(1, 32), 0x7F, 0x85, 0x2028, 0xFFFE, 0xFFFF)) + "b"
    dossier = loaded(HEAD + record("actors", note="NOTE").replace("NOTE", text))
    [(_, node)] = read_back(select(dossier), name).nodes(data=True)
    assert node["note"][0] + node["note"][-1] == "ab"


# Time.


def dated(**keys: Any) -> dict[str, dict[str, Any]]:
    """The edges of a dossier whose tie has these keys."""
    parts = (record("sources"), record("actors"), record("actors", id="b"), record("alliances", id="t", **keys))
    return edges_of(read_back(select(loaded(HEAD + "".join(parts))), "gexf"))


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("1974-09-14", "1974-10-01", "1974-09-14", "1974-10-01"),
        ("1974", "1975-02", "1974-01-01", "1975-02-28"),
        ("1974/1975", "1976/..", "1974-01-01", ""),
        ("1974-09~", "1975?", "1974-08-04", "1976-12-30"),
        ("../1974", "1975", "", "1975-12-31"),
        ("-0044", "0200", "0001-01-01", "0200-12-31"),
        ("9999~", "9999~", "9998-01-01", "9999-12-31"),
    ],
)
def test_an_imprecise_date_is_the_widest_that_it_may_mean(start: str, end: str, first: str, last: str) -> None:
    edge = dated(start=start, end=end)["t"]
    assert (edge.get("start", ""), edge.get("end", "")) == (first, last)
    assert (edge["begins"], edge["ends"]) == (start, end)


def test_a_tie_without_dates_is_there_always() -> None:
    assert {"start", "end", "begins", "ends"}.isdisjoint(dated()["t"])


def test_gexf_declares_a_timeline_of_days() -> None:
    root = ElementTree.fromstring(exported(select(bundled(paths.EXAMPLE)), "gexf"))  # noqa: S314
    [graph] = root.findall("{http://gexf.net/1.3}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert graph.get("timerepresentation") == "interval"


MANY = (
    HEAD
    + record("sources")
    + record("actors", until="1960")
    + record("actors", id="b")
    + record("actors", id="c", since="1970")
    + record("alliances", id="t", between=["a", "b", "c"], start="1950")
)


def test_a_tie_between_many_actors_joins_every_two_that_were_there_together() -> None:
    edges = edges_of(read_back(select(loaded(MANY))))
    assert {name: (edge.get("start"), edge.get("end")) for name, edge in edges.items()} == {
        "t:a:b": ("1950-01-01", "1960-12-31"),
        "t:a:b:back": ("1950-01-01", "1960-12-31"),
        "t:b:c": ("1970-01-01", None),
        "t:b:c:back": ("1970-01-01", None),
    }
    assert {edge["tie"] for edge in edges.values()} == {"t"}


def test_several_ties_of_a_kind_between_two_actors_are_relations_of_their_own() -> None:
    """Gephi keeps one edge of each relation between two nodes."""
    ties = (
        record("alliances", id=f"t{number}", kind="aid", between=["a", "b"][::step])
        for number, step in ((1, 1), (2, -1))
    )
    dossier = loaded(HEAD + record("sources") + record("actors") + record("actors", id="b") + "".join(ties))
    root = ElementTree.fromstring(exported(select(dossier), "gexf"))  # noqa: S314
    relations = {edge.get("id"): edge.get("kind") for edge in root.iter("{http://gexf.net/1.3}edge")}
    assert relations == {"t1": "aid", "t1:back": "aid", "t2": "aid (2)", "t2:back": "aid (2)"}


# Parts of a dossier.


@pytest.mark.parametrize("name", READERS)
def test_at_a_moment_that_was_asked_for_only_what_is_there_is_in_the_graph(name: str) -> None:
    scope = DEFAULT_SCOPE._replace(moment=parse_date("1965"))
    graph = read_back(select(loaded(MANY), scope=scope, moment_given=True), name)
    assert (list(graph), graph.number_of_edges()) == (["b"], 0)
    graph = read_back(select(loaded(MANY), scope=scope), name)
    assert (sorted(graph), graph.number_of_edges()) == (["a", "b", "c"], 4)
    assert dict(graph.nodes(data="state")) == {"a": "ended", "b": "undated", "c": "not begun"}


def test_the_description_says_what_is_left_out() -> None:
    scope = DEFAULT_SCOPE._replace(moment=parse_date("1965"))
    selection = select(loaded(SMALL), scope=scope, moment_given=True, reported=True, query="]]>", chosen=["a-pact"])
    for name, path in (("gexf", ".//{http://gexf.net/1.3}description"), ("graphml", "{*}desc")):
        found = ElementTree.fromstring(exported(selection, name)).find(path)  # noqa: S314
        assert found is not None
        assert found.text == (
            "The locks on the Tamber\n"
            "What “]]>” finds, and what that refers to.\n"
            "As of 1965: ties that have ended or not begun are left out.\n"
            "Only what a source reports in its own voice: 0 ties left out."
        )


@pytest.mark.parametrize("name", READERS)
def test_a_part_is_what_was_found_and_what_it_refers_to(name: str) -> None:
    graph = read_back(select(loaded(SMALL), chosen=["a-lamps"]), name)
    assert set(edges_of(graph)) == {"a-lamps"}
    assert {"norrow", "corvath"} <= set(graph)
    assert "league" not in graph


@pytest.mark.parametrize("name", READERS)
def test_reported_only_leaves_the_ties_that_a_source_states_itself(name: str) -> None:
    edges = edges_of(read_back(select(loaded(SMALL), reported=True), name))
    assert {edge["status"] for edge in edges.values()} == {"reported"}
    assert {edge["tie"] for edge in edges.values()} == {"a-pact", "a-quarrel"}


def test_a_network_of_too_many_pairs_is_refused() -> None:
    actors = [f"a{number}" for number in range(700)]
    text = HEAD + record("sources") + "".join(record("actors", id=name) for name in actors)
    dossier = loaded(text + record("alliances", between=actors))
    with pytest.raises(NotExported, match="more than 200,000 pairs"):
        exported(select(dossier), "gexf")
