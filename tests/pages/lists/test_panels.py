"""The lists of a dossier: what each panel holds, under which headings, in which lines, and what a filter leaves."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.dossiers import HEAD, MINIMAL, SMALL, dossier_of, loaded, record
from tui import paths
from tui.dossier.kinds import KINDS, AnyKind
from tui.dossier.search.plain_words import matched_plain_words
from tui.dossier.values.dates import parse_date
from tui.dossier.values.vocabulary import STATUS_GLYPHS, TieKind
from tui.keys import KEYS
from tui.pages.catalog import Catalog
from tui.pages.lists.jump_items import chain_items, item_line
from tui.pages.lists.panels import PANELS
from tui.pages.page import Spans
from tui.pages.records.sections import line_entry


def _bundled() -> str:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return file.read()


CATALOGS = {"small": Catalog(loaded(SMALL)), "bundled": Catalog(loaded(_bundled()))}
SMALL_CATALOG = CATALOGS["small"]


def catalog_of(*records: str) -> Catalog:
    return Catalog(loaded(dossier_of(*records)))


def listed(catalog: Catalog, table: str, query: str = "") -> list[str]:
    return [name for group in catalog.record_groups(table, query) for name in group.ids]


def grouped(catalog: Catalog, table: str, query: str = "") -> dict[str, list[str]]:
    return {group.heading: list(group.ids) for group in catalog.record_groups(table, query)}


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def row(catalog: Catalog, name: str) -> tuple[str, str, str, str]:
    """Mark, words, short remark of the line of a record, and the remark where there is room."""
    item = catalog.line(name)
    return item.mark.text, said(item.spans), said(item.remark), said(item.long_remark or item.remark)


def test_there_is_a_panel_for_each_table_each_with_a_key_of_its_own() -> None:
    assert set(MINIMAL) < set(PANELS)
    assert [KEYS.panel_key(panel) for panel in PANELS][:10] == list("0123456789")
    assert not any(KEYS.panel_key(panel) for panel in list(PANELS)[10:])
    titles = ["Home", *(kind.title for kind in KINDS.values()), "Network", "Balance"]
    assert [panel.title for panel in PANELS.values()] == titles


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_counts_one_and_many(kind: AnyKind) -> None:
    assert kind.counted(1) == f"1 {kind.singular}"
    assert kind.counted(0) == f"0 {kind.plural}"
    assert kind.counted(1234) == f"1,234 {kind.plural}"


@pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)
@pytest.mark.parametrize("table", MINIMAL)
def test_a_panel_lists_every_record_of_its_table_once(catalog: Catalog, table: str) -> None:
    assert sorted(listed(catalog, table)) == sorted(record.id for record in catalog.dossier.tables[table])


@pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)
@pytest.mark.parametrize("table", [table for table in MINIMAL if table != "events"])
def test_records_under_a_heading_stay_in_the_order_of_the_file(catalog: Catalog, table: str) -> None:
    order = [record.id for record in catalog.dossier.tables[table]]
    for group in catalog.record_groups(table):
        assert list(group.ids) == [name for name in order if name in group.ids]
        assert group.ids


@pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)
def test_every_record_has_a_line_with_words(catalog: Catalog) -> None:
    for name in catalog.dossier.records:
        mark, words, _, _ = row(catalog, name)
        assert words.strip()
        assert "\n" not in words
        assert len(mark) == 1


def test_an_empty_panel_has_no_groups_but_perhaps_an_empty_one() -> None:
    catalog = Catalog(loaded('dossier = 1\ntitle = "T"\n'))
    for table in MINIMAL:
        assert listed(catalog, table) == []


# The headings.


def test_actors_are_grouped_by_kind_states_first() -> None:
    assert grouped(SMALL_CATALOG, "actors") == {
        "States": ["ilvane", "corvath", "norrow"],
        "Organisations": ["league"],
        "Bodies": ["harbour-office"],
        "Groups": ["pilots"],
        "Media": ["herald"],
        "People": ["brenn"],
        "Places": ["tamber"],
    }
    assert next(iter(grouped(SMALL_CATALOG, "actors"))) == "States"
    backwards = catalog_of(record("actors", id="p", kind="place"), record("actors", id="m", kind="media"))
    assert list(grouped(backwards, "actors")) == ["States", "Media", "Places"]


def test_quotes_are_grouped_by_speaker() -> None:
    assert grouped(SMALL_CATALOG, "quotes") == {
        "Ada Brenn": ["q-pilot", "q-twice"],
        "Norrow": ["q-trade", "q-denial"],
    }


def test_ties_are_grouped_by_sign_and_the_unsettled_apart() -> None:
    groups = grouped(SMALL_CATALOG, "alliances")
    assert list(groups.values()) == [["a-pact", "a-lamps"], ["a-quarrel"], ["a-gift", "a-league", "a-coolness"]]
    first, second, last = groups
    assert first == "+ ties"
    assert second == "− ties"
    assert "Unsettled" in last


@pytest.mark.parametrize("status", ["contested", "denied", "inferred"])
def test_an_unsettled_tie_is_never_under_a_sign(status: str) -> None:
    catalog = catalog_of(record("alliances", kind="aid", status=status, by=["a"], denied_by=["b"]))
    [heading] = grouped(catalog, "alliances")
    assert "Unsettled" in heading
    assert "not counted" in heading


def test_expectations_are_grouped_by_who_expects() -> None:
    assert grouped(SMALL_CATALOG, "ledger") == {"Ilvane expects of": ["l-pilot"], "Corvath expects of": ["l-silence"]}


def test_claims_are_grouped_by_status_with_glyph_and_word() -> None:
    assert grouped(SMALL_CATALOG, "claims") == {"× denied": ["c-gift"], "◇ judgement": ["c-old"]}


# The lines.


def test_a_bar_that_has_no_room_for_a_sign_for_each_tie_is_a_line_and_no_signs_to_be_counted() -> None:
    ties = [record("alliances", id=f"t{number}", kind="aid") for number in range(13)]
    line = catalog_of(*ties, record("alliances", id="u", kind="hostility")).line("a")
    assert "".join(span.text for span in line.bar).strip() == "━" * 12
    assert "".join(span.text for span in line.remark) == "+13 −1"


def test_a_tie_has_its_kind_in_each_of_its_remarks_and_its_actors_by_their_labels_where_names_are_too_long() -> None:
    line = CATALOGS["bundled"].line("a-armenia-azerbaijan-conflict")
    words = ["".join(span.text for span in part) for part in (line.remark, line.long_remark, line.brief_remark)]
    assert all("hostility" in part for part in words)
    assert "".join(span.text for span in line.short_spans) == "AM – AZ"
    assert [span.role for span in line.short_spans if len(span.text) == 2] == ["side-one", "side-two"]


def test_ties_that_are_not_there_at_the_moment_stand_apart_from_those_that_are_in_the_order_of_the_file() -> None:
    ties = (
        record("alliances", id="ended", end="1950"),
        record("alliances", id="feud", kind="hostility", start="1940"),
        record("alliances", id="to-come", kind="hostility", start="1970"),
        record("alliances", id="doubtful", status="contested", by=["a"], start="1955", end="1958"),
        record("alliances", id="undated"),
        record("alliances", id="ended-too", end="1951"),
    )
    catalog = Catalog(loaded(dossier_of(*ties, head=HEAD + 'as_of = "1960"\n')))
    assert grouped(catalog, "alliances") == {
        "− ties": ["feud"],
        "∘ ties without a sign": ["undated"],
        "Other times (not counted)": ["ended", "to-come", "doubtful", "ended-too"],
    }
    catalog.set_moment(parse_date("1975"))
    assert grouped(catalog, "alliances")["− ties"] == ["feud", "to-come"]
    assert grouped(catalog, "alliances", "status:contested") == {"Other times (not counted)": ["doubtful"]}
    catalog.set_moment(None)
    assert grouped(catalog, "alliances") == {
        "− ties": ["feud", "to-come"],
        "∘ ties without a sign": ["ended", "undated", "ended-too"],
        "Unsettled (not counted)": ["doubtful"],
    }


def test_many_events_are_listed_by_year_and_undated_ones_among_them_under_no_year() -> None:
    events = [record("events", id=f"e{number}", date=f"{1950 + number // 5}") for number in range(12)]
    events[6] = record("events", id="e6", after=["e5"])
    events[7] = record("events", id="e7", date="1951", after=["e6"])
    events.append(record("events", id="last"))
    listed_groups = [(group.heading, len(group.ids)) for group in catalog_of(*events).record_groups("events")]
    assert listed_groups == [
        ("1950", 5),
        ("1951", 1),
        ("Undated, in sequence", 1),
        ("1951", 3),
        ("1952", 2),
        ("Undated, in no known order", 1),
    ]


@pytest.mark.parametrize("dates", [["1950"] * 5 + ["1951"] * 6, [f"{year}" for year in range(1950, 1970)]])
def test_few_events_and_such_as_are_nearly_alone_in_their_year_are_listed_without_years(dates: list[str]) -> None:
    events = (record("events", id=f"e{number}", date=date) for number, date in enumerate(dates))
    assert list(grouped(catalog_of(*events), "events")) == ["By date"]


def test_an_event_that_lasts_is_listed_under_the_year_in_which_it_begins_one_of_a_decade_under_that() -> None:
    dates = ["1950-05/1953"] * 6 + ["196X"] * 6
    events = (record("events", id=f"e{number}", date=date) for number, date in enumerate(dates))
    assert list(grouped(catalog_of(*events), "events")) == ["1950", "1960s"]


def test_a_tie_that_has_ended_keeps_its_kind_and_says_so_without_colour() -> None:
    tie = record("alliances", kind="aid", end="1954")
    line = Catalog(loaded(dossier_of(tie, head=HEAD + 'as_of = "1960"\n'))).line("t")
    assert "".join(span.text for span in line.brief_remark) == "ended aid ●"
    assert all(span.role == "dim" for span in line.short_spans)


def test_an_actors_line_counts_its_settled_ties_by_sign() -> None:
    assert row(SMALL_CATALOG, "ilvane")[1:3] == ("Ilvane", "+1 −1")
    assert row(SMALL_CATALOG, "norrow")[1:3] == ("Norrow", "+2   ")
    assert row(SMALL_CATALOG, "pilots")[1:3] == ("Pilots on strike", "")


@pytest.mark.parametrize(
    ("status", "counted"), [(one, one not in ("contested", "denied", "inferred")) for one in STATUS_GLYPHS]
)
@pytest.mark.parametrize(("kind", "shown"), [("aid", "+1"), ("hostility", "−1"), ("mediation", "∘1")])
def test_an_unsettled_tie_is_in_no_count(kind: str, shown: str, status: str, counted: bool) -> None:
    catalog = catalog_of(
        record("alliances", kind=kind, status=status, by=["a"], denied_by=["b"] if status == "denied" else None)
    )
    for name in "ab":
        assert row(catalog, name)[2] == (shown if counted else "")


def test_a_quotes_line_has_its_words_its_passage_and_whether_they_are_exact() -> None:
    assert row(SMALL_CATALOG, "q-twice") == ("“", "We shall not ask twice.", "gazette ¶2", "threat gazette ¶2")
    assert row(SMALL_CATALOG, "q-denial")[0] == "›"


def test_an_actors_line_has_a_bar_of_its_ties_where_there_is_room() -> None:
    others = [record("actors", id=f"x{number}", name=f"X{number}") for number in range(4)]
    pairs = [("x0", "x1", "aid"), ("x0", "x2", "aid"), ("x0", "x3", "hostility"), ("x1", "x2", "trade")]
    ties = [record("alliances", id=f"{a}{b}", between=[a, b], kind=kind) for a, b, kind in pairs]
    catalog = catalog_of(*others, *ties)
    lines = [catalog.line(name) for name in ("x0", "x1", "x3", "a")]
    assert [said(line.bar) + said(line.remark) for line in lines] == [
        "++−  +2 −1   ",
        "+∘   +1    ∘1",
        "−       −1   ",
        "",
    ]


def test_a_ties_line_has_sign_ends_direction_kind_and_status() -> None:
    mark, words, short, long = row(SMALL_CATALOG, "a-lamps")
    assert (mark, words) == ("+", "Norrow → Corvath")
    assert short == "trade »"
    assert long.startswith("trade » attributed")
    assert row(SMALL_CATALOG, "a-quarrel")[:2] == ("−", "IV – Corvath")  # an abbreviation, where an actor has one
    assert row(SMALL_CATALOG, "a-league")[:2] == ("∘", "IV → LLR")


SHORT = {
    "defence-pact": "defence",
    "offence-pact": "offence",
    "treaty-alliance": "treaty",
    "nominal-alliance": "nominal",
    "strategic-partnership": "partner",
    "arms-supply": "arms",
    "base-hosting": "base",
    "aid": "aid",
    "diplomatic-support": "diplomacy",
    "rhetorical-support": "rhetoric",
    "hostility": "hostility",
    "rivalry": "rivalry",
    "sanctions": "sanctions",
    "nonaggression-pact": "non-aggr.",
    "neutrality-pact": "neutral",
    "consultation-pact": "consult",
    "bloc-membership": "member",
    "territorial-claim": "territory",
    "mediation": "mediation",
    "trade": "trade",
    "other": "other",
}


@pytest.mark.parametrize("kind", get_args(TieKind))
def test_the_kind_of_a_tie_is_told_in_a_short_word(kind: str) -> None:
    assert row(catalog_of(record("alliances", kind=kind)), "t")[2] == f"{SHORT[kind]} ●"
    assert len(SHORT[kind]) <= 9


@pytest.mark.parametrize(
    ("aliases", "short"),
    [
        (["CSTO"], "CSTO"),
        (["Treaty", "CSTO", "ODKB"], "CSTO"),
        (["ABCDEF"], "ABCDEF"),
        (["ABCDEFG"], "Actor x"),
        (["Csto"], "Actor x"),
        ([], "Actor x"),
    ],
)
def test_the_end_of_a_tie_is_told_by_its_abbreviation_if_it_has_one(aliases: list[str], short: str) -> None:
    catalog = catalog_of(record("actors", id="x", aliases=aliases), record("alliances", between=["x", "b"]))
    assert row(catalog, "t")[1] == f"{short} – Actor b"


def test_the_two_sides_and_those_who_belong_to_them_look_different() -> None:
    roles = {
        name: SMALL_CATALOG.line(name).spans[0].role for name in ("ilvane", "brenn", "corvath", "herald", "norrow")
    }
    assert roles == {
        "ilvane": "side-one",
        "brenn": "side-one",
        "corvath": "side-two",
        "herald": "side-two",
        "norrow": "name",
    }


def test_an_expectations_line_says_of_whom_what_in_which_voice_and_what_came_of_it() -> None:
    mark, words, short, long = row(SMALL_CATALOG, "l-pilot")
    assert (mark, words, short) == ("!", "Norrow  A pilot for the lower reach.", "↯ ×")
    assert long.split("  ")[:4] == ["1 May 1977", "! complaint", "↯ unmet", "× denied"]
    assert row(SMALL_CATALOG, "l-silence")[3].startswith("␣ no speaker recorded  ␣ none recorded  ◇ judgement")


def test_a_claims_line_says_whose_it_is_and_how_many_oppose_it() -> None:
    assert row(SMALL_CATALOG, "c-old") == (
        "◇",
        "The locks are perhaps only old.",
        "1 denial",
        "T. Quill, M. Nib · 1 denial  gazette ¶5",
    )
    assert row(catalog_of(record("claims")), "c")[2:] == ("", "An actor")


def test_claims_in_dispute_come_first_then_those_of_one_mouth() -> None:
    statuses = ("reported", "inferred", "judgement", "attributed", "denied", "contested")
    claims = (record("claims", id=f"c-{one}", status=one, denied_by=["b"]) for one in statuses)
    headings = list(grouped(catalog_of(*claims), "claims"))
    assert [heading[2:] for heading in headings] == [
        "contested",
        "denied",
        "attributed",
        "judgement",
        "inferred",
        "reported",
    ]


def test_an_events_line_has_the_date_as_read_or_as_printed_says_when_there_is_none_and_the_status() -> None:
    assert row(SMALL_CATALOG, "e-shut") == (
        "■",
        "The locks are shut",
        "2 Mar 1977 ●",
        "2 Mar 1977  ● reported    gazette ¶1",
    )
    assert row(SMALL_CATALOG, "e-strike")[::2] == ("▯", "Apr 1977 – ×")
    assert row(SMALL_CATALOG, "e-strike")[3] == "Apr 1977 – · “since April”  × denied      gazette ¶2–3"
    words = "  ● reported  "
    assert row(catalog_of(record("events")), "e") == ("•", "An event", " ●", words)
    assert row(catalog_of(record("events", date_text="at noon")), "e")[2:] == ("“at noon” ●", f"“at noon”{words}")
    among_dated = record("events", id="first", date="1977"), record("events", after=["first"], date_text="at noon")
    assert row(catalog_of(*among_dated), "e")[2:] == ("“at noon” ●", f"“at noon” · undated{words}")


def test_events_stand_in_the_order_that_the_source_supports() -> None:
    catalog = catalog_of(
        record("events", id="nowhere"),
        record("events", id="later", date="1978"),
        record("events", id="next", after=["first"]),
        record("events", id="earlier", date="1977-05-01"),
        record("events", id="between", after=["earlier"]),
        record("events", id="first"),
    )
    assert grouped(catalog, "events") == {
        "By date": ["earlier", "between", "later"],
        "Undated, partly ordered": ["first", "next"],
        "Undated, in no known order": ["nowhere"],
    }
    assert listed(catalog, "events", "an event reported") == ["earlier", "between", "later", "first", "next", "nowhere"]


def test_a_sources_line_counts_what_rests_on_it() -> None:
    catalog = catalog_of(record("quotes", cite=["s#p1", "s#p2"]), record("claims"))
    assert row(catalog, "s")[2:] == ("cited 2", "cited by 2 records")


@pytest.mark.parametrize(("table", "key"), [("quotes", "text"), ("claims", "text"), ("ledger", "expected")])
def test_words_over_several_lines_are_one_line(table: str, key: str) -> None:
    words = row(catalog_of(record(table, id="z", **{key: "One\n\ntwo   three"})), "z")[1]
    assert words.endswith("One two three")
    assert "\n" not in words


# The filter.


@pytest.mark.parametrize(
    ("table", "query", "names"),
    [
        ("actors", "", None),
        ("actors", "   ", None),
        ("actors", "ilvane", ["ilvane", "harbour-office", "brenn"]),
        ("actors", "ILVANE harbour", ["harbour-office", "brenn"]),
        ("actors", "harb ilv", ["harbour-office", "brenn"]),
        ("actors", '"port ilvane"', ["ilvane"]),
        ("actors", "above the locks", ["ilvane"]),
        ("actors", "ilvane -harbour", ["ilvane"]),
        ("actors", "tag:upstream", ["ilvane"]),
        ("actors", "kind:state -side:ilvane", ["corvath", "norrow"]),
        ("actors", "llr", ["league"]),
        ("actors", "envoy", ["brenn"]),
        ("actors", "organisation", ["league"]),
        ("actors", "nonesuch", []),
        ("quotes", "twice", ["q-twice"]),
        ("quotes", "brenn", ["q-pilot", "q-twice"]),
        ("quotes", "pilots on strike", ["q-pilot"]),
        ("quotes", "deny", ["q-denial"]),
        ("alliances", "defence pact", ["a-pact"]),
        ("alliances", "league", ["a-league"]),
        ("alliances", "price of the day", ["a-lamps"]),
        ("ledger", "pilot silence", []),
        ("ledger", "unmet", ["l-pilot"]),
        ("ledger", "none recorded", ["l-silence"]),
        ("claims", "judgement", ["c-old"]),
        ("events", "closure", ["e-shut"]),
        ("sources", "gazette", ["gazette"]),
    ],
)
def test_a_filter_leaves_the_records_in_which_every_word_occurs(
    table: str, query: str, names: list[str] | None
) -> None:
    every = listed(SMALL_CATALOG, table)
    assert listed(Catalog(SMALL_CATALOG.dossier), table, query) == (every if names is None else names)


def test_a_filter_keeps_the_headings() -> None:
    found = grouped(SMALL_CATALOG, "actors", "ilvane")
    assert found == {"States": ["ilvane"], "Bodies": ["harbour-office"], "People": ["brenn"]}


@pytest.mark.parametrize("typed", ["ilvane harbour", "pilots on strike", "price", "x", "i l v", "den y"])
@pytest.mark.parametrize("table", ["actors", "quotes", "alliances"])
def test_typing_a_filter_letter_by_letter_and_taking_it_back_gives_what_it_gives_at_once(
    table: str, typed: str
) -> None:
    catalog = Catalog(SMALL_CATALOG.dossier)
    for query in [*(typed[:length] for length in range(len(typed) + 1)), typed[:2], typed, ""]:
        assert listed(catalog, table, query) == listed(Catalog(SMALL_CATALOG.dossier), table, query), query


@pytest.mark.parametrize(
    ("name", "typed"),
    [("İstanbul", "istanbul"), ("Երևան", "ԵՐԵՎԱՆ"), ("Xankəndi", "xankandi"), ("Löwen", "lowen"), ("Баку", "БАКУ")],
)
def test_a_filter_knows_no_case_and_no_marks(name: str, typed: str) -> None:
    assert listed(catalog_of(record("actors", id="x", name=name)), "actors", typed) == ["x"]


@pytest.mark.parametrize("query", ["(a+)+$", "[", "\\", "*", ".", "a|b", "^"])
def test_a_filter_is_plain_text(query: str) -> None:
    assert listed(catalog_of(record("actors", id="x", name="x")), "actors", query) == []


def test_a_record_knows_its_table() -> None:
    assert {SMALL_CATALOG.panel_of(name) for name in ("a-pact", "c-old", "nonesuch")} == {"alliances", "claims", ""}


def test_a_page_of_the_catalog_is_the_same_every_time() -> None:
    assert SMALL_CATALOG.page("ilvane") == SMALL_CATALOG.page("ilvane")
    assert SMALL_CATALOG.page("nonesuch") is None


def test_undated_events_are_listed_as_the_orders_that_they_have_each_begun_without_a_line() -> None:
    catalog = catalog_of(
        record("events", id="talks", title="Talks", after=["war"]),
        record("events", id="report"),
        record("events", id="truce", after=["war"]),
        record("events", id="denial", after=["report"]),
        record("events", id="war"),
        record("events", id="peace", after=["truce"]),
    )
    [group] = catalog.record_groups("events")
    assert [f"{group.branches[name]}{name}" for name in group.ids] == [
        "war",
        "├ talks",
        "└ truce",
        "  │ peace",
        "report",
        "│ denial",
    ]
    [narrowed] = catalog.record_groups("events", "-talks")
    assert (len(narrowed.ids), narrowed.branches) == (5, {}), "what something hangs from may not be found"


def test_names_of_a_side_have_its_colour_over_quotes_in_passages_and_where_a_path_is_asked_for() -> None:
    catalog = CATALOGS["bundled"]
    roles = {group.heading: group.role for group in catalog.record_groups("quotes")}
    assert (roles["Armenia"], roles["Ali Hasanov"], roles["Russia"]) == ("side-one", "side-two", "label")
    of_actor = line_entry(catalog.builder, catalog.dossier.records["azerbaijan"])
    assert [(span.role, span.link) for span in of_actor.spans] == [("side-two", "azerbaijan")]
    tie = line_entry(catalog.builder, catalog.dossier.records["a-armenia-azerbaijan-conflict"])
    assert [span.role for span in tie.spans if span.text in ("Armenia", "Azerbaijan")] == ["side-one", "side-two"]
    assert [span.link for span in tie.spans if span.link] == ["a-armenia-azerbaijan-conflict"]
    lines = {item.label: item_line(item, matched_plain_words("")) for item in chain_items(catalog, "russia")}
    assert [lines[name].spans[0].role for name in ("Armenia", "Azerbaijan", "Ali Hasanov", "Jerusalem Post")] == [
        "side-one",
        "side-two",
        "side-two",
        "dim",
    ]
