"""A kind of record is declared once: `eclipses`, which only this file knows, work everywhere that the seven do.

A new kind takes one file in `dossier/kinds` and one in `pages/records`; here are both.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import jsonschema  # type: ignore[import-untyped]
import openpyxl
import pytest

from tests.dossiers import HEAD, codes_of, dossier_of, load_text, loaded, problems_of, record, toml, tree_of
from tests.export.csv_back import dossier_of_files
from tests.screens.opened import browsing, opened, place
from tui.cli import main
from tui.dossier.format.schema import json_schema
from tui.dossier.kinds import KINDS, Actor, Breach, Check, Kind, Peers, Record, Reference, registered
from tui.dossier.kinds.kind import ACTORS, STATED_BY
from tui.dossier.kinds.record import Ref, Refs, Text
from tui.dossier.packed import pack, unpack
from tui.dossier.problems import Rule
from tui.dossier.reported_only import reported_only
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.vocabulary import Status
from tui.export.formats import FORMATS
from tui.export.selection import select
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListLine
from tui.pages.lists.jump_items import matching, record_items
from tui.pages.lists.panels import PANELS
from tui.pages.page import Entry, Fields, Page, Section, Span, Title
from tui.pages.passage_links import passage_for
from tui.pages.records.record_view import RecordView, registered_view
from tui.pages.records.sections import related
from tui.pages.records.statements import editors_note, statement_rows
from tui.pages.span_builder import SpanBuilder

BUILT_IN = tuple(KINDS)

# What would be dossier/kinds/eclipses.py


class Eclipse(Record, frozen=True, kw_only=True):
    """A darkening of the sun, and from where it is observed."""

    TABLE = "eclipses"
    title: Text
    observers: Refs
    stage: Literal["predicted", "in-sight", "over"]
    cite: Cites
    replaces: Ref | None = None
    date: Date | None = None
    status: Status = "reported"
    by: Refs = ()
    denied_by: Refs = ()


ONE_OBSERVER = Rule("one-observer", "error", "an eclipse with fewer than two `observers`")


def _one_observer(eclipse: Eclipse, _: Peers) -> Iterator[Breach]:
    if len(eclipse.observers) < 2:
        yield Breach(("observers",), "an eclipse has two observers or more", "name them all")


KIND = Kind(
    record_type=Eclipse,
    order=49,
    singular="eclipse",
    plural="eclipses",
    title="Eclipses",
    name=lambda eclipse, _: eclipse.title,
    references=(
        Reference("observers", ACTORS, "observes"),
        Reference("replaces", frozenset({"eclipses"}), "replaced-by", acyclic=True),
        *STATED_BY,
    ),
    checks=(Check(ONE_OBSERVER, ("observers",), _one_observer),),
    subjects=lambda eclipse: eclipse.observers,
)

# What would be pages/records/eclipses.py


def _page(builder: SpanBuilder, eclipse: Eclipse) -> Page:
    rows = (("Observers", builder.names(eclipse.observers)), *statement_rows(builder, eclipse))
    title = Title((Span(eclipse.title, "strong"),), (Span("eclipse", "dim"),))
    blocks = (title, Fields(rows), *editors_note(builder, eclipse), *related(builder, eclipse.id))
    return Page(eclipse.id, blocks)


RECORD_VIEW = RecordView(
    page=_page,
    line=lambda builder, eclipse: ListLine(Span("§"), (Span(eclipse.title),), (Span(eclipse.stage, "dim"),)),
    entry=lambda builder, eclipse, page: Entry(Span("§"), builder.name(eclipse.id, page)),
    heading=lambda builder, eclipse: eclipse.stage.capitalize(),
    headings=("In-sight", "Predicted", "Over"),
    relations={"replaced-by": "Replaced by"},
)

# The tests

NORTH, SOUTH = (record("actors", id=name, name=name.capitalize()) for name in ("north", "south"))


def eclipse(name: str, title: str, stage: str = "predicted", **keys: object) -> str:
    values = {"id": name, "title": title, "observers": ["north", "south"], "stage": stage, "cite": "s#p2", **keys}
    return "\n[[eclipses]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in values.items())


DOSSIER = dossier_of(
    NORTH,
    SOUTH,
    eclipse("river", "Eclipse over the river"),
    eclipse("noon", "Eclipse at noon", "in-sight", replaces="river", note="Never printed in full."),
    eclipse("hidden", "A hidden eclipse", status="attributed", by=["north"]),
    record("claims", id="c", about=["noon"], by=["north"]),
)


@pytest.fixture
def eclipses() -> Iterator[None]:
    with registered(KIND), registered_view("eclipses", RECORD_VIEW):
        yield


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Call the command with the dossier and return what it printed."""
    path = tmp_path / "d.toml"
    path.write_text(DOSSIER, encoding="utf-8")

    def ran(*arguments: str) -> str:
        assert main.main([*arguments, "-d", str(path)]) == 0
        return capsys.readouterr().out

    return ran


def sections(page: Page | None) -> dict[str, list[str]]:
    """Heading -> where the links below it lead."""
    links: dict[str, list[str]] = {}
    heading = ""
    for block in page.blocks if page is not None else ():
        if isinstance(block, Section):
            heading = block.title
        elif isinstance(block, Entry):
            links.setdefault(heading, []).extend(span.link for span in block.spans if span.link)
    return links


def test_without_it_the_table_is_an_unknown_key() -> None:
    [problem] = [problem for problem in load_text(DOSSIER).problems if problem.severity == "warning"]
    assert (problem.code, problem.what) == ("unknown-key", "unknown key “eclipses” in the dossier")
    assert "eclipses" not in KINDS
    assert "eclipses" not in PANELS


@pytest.mark.usefixtures("eclipses")
def test_it_loads() -> None:
    dossier = loaded(DOSSIER)
    assert load_text(DOSSIER).problems == ()
    assert [eclipse.observers for eclipse in dossier.records_of(Eclipse)] == [("north", "south")] * 3
    assert dossier.name("noon") == "Eclipse at noon"


@pytest.mark.usefixtures("eclipses")
def test_it_is_loaded_by_the_child_process_too() -> None:
    file = load_text(DOSSIER)
    sent = unpack(pack(file))
    assert sent.dossier is not None
    assert file.dossier is not None
    assert sent.dossier.tables == file.dossier.tables


@pytest.mark.usefixtures("eclipses")
def test_it_stands_in_its_place_in_the_one_order_of_kinds() -> None:
    order = [*BUILT_IN]
    order.insert(order.index("claims"), "eclipses")
    assert list(KINDS) == order
    assert list(loaded(DOSSIER).tables) == order
    assert list(PANELS) == ["home", *order, "network", "balance"]
    assert [table for table in json_schema()["properties"] if table in KINDS] == order


@pytest.mark.usefixtures("eclipses")
@pytest.mark.parametrize(
    ("keys", "code", "words", "hint"),
    [
        ({"observers": ["north", "nobody"]}, "dangling-reference", "`observers` names “nobody”", "the id of an actor"),
        ({"observers": ["north", "sout"]}, "dangling-reference", "`observers` names “sout”", "did you mean “south”?"),
        ({"observers": ["north", "s"]}, "wrong-reference", "which is a source", "the id of an actor"),
        ({"replaces": "north"}, "wrong-reference", "which is an actor", "it must be the id of an eclipse"),
        ({"replaces": "t"}, "cycle", "`replaces` forms a cycle: t → t", "remove one"),
        ({"observers": ["north"]}, "one-observer", "an eclipse has two observers or more", "name them all"),
        ({"obsrvers": ["north"]}, "unknown-key", "unknown key “obsrvers”", "did you mean “observers”?"),
        (
            {"stage": "in sight"},
            "unknown-word",
            "“in sight” is not an allowed value",
            "did you mean “in-sight”?",
        ),
        ({"cite": "nowhere"}, "unknown-source", "the cite names “nowhere”", "add it to [[sources]]"),
        ({"status": "denied", "by": ["north"]}, "missing-denied-by", "does not say who denies it", "add denied_by"),
        ({"note": " "}, "empty-text", "`note` holds only white space", "write some text"),
        ({"id": "north"}, "duplicate-id", "is already used by an actor on line", "must be unique"),
    ],
)
def test_it_is_checked(keys: dict[str, object], code: str, words: str, hint: str) -> None:
    [problem] = problems_of(dossier_of(NORTH, SOUTH, eclipse(**{"name": "t", "title": "T", **keys})))  # type: ignore[arg-type]
    assert (problem.code, problem.line > 1) == (code, True)
    assert words in problem.what
    assert hint in problem.hint


@pytest.mark.usefixtures("eclipses")
def test_a_slip_in_the_name_of_its_table_is_noticed() -> None:
    [problem] = problems_of(dossier_of(NORTH, SOUTH, eclipse("t", "T").replace("eclipses", "eclispes")))
    assert problem.hint == "did you mean “eclipses”?"


@pytest.mark.usefixtures("eclipses")
def test_it_is_listed_under_its_headings_and_filtered() -> None:
    catalog = Catalog(loaded(DOSSIER))
    groups = catalog.list_groups("eclipses")
    assert [(group.heading, *group.ids) for group in groups] == [
        ("In-sight", "noon"),
        ("Predicted", "river", "hidden"),
    ]
    assert catalog.line("noon").spans == (Span("Eclipse at noon"),)
    assert [name for group in catalog.list_groups("eclipses", "over the RIVER") for name in group.ids] == ["river"]
    assert catalog.count("eclipses") == catalog.listed_count("eclipses") == 3
    assert PANELS["eclipses"].nothing("") == "This dossier has no eclipses. Press {panel.home} for Home."


@pytest.mark.usefixtures("eclipses")
def test_the_command_lists_it_in_every_format(call: Callable[..., str]) -> None:
    assert "§ Eclipse at noon" in call("list", "eclipses")
    assert [row["id"] for row in json.loads(call("list", "eclipses", "--format", "json"))] == [
        "river",
        "noon",
        "hidden",
    ]
    rows = list(csv.DictReader(io.StringIO(call("list", "eclipses", "--format", "csv"), newline="")))
    assert [(row["id"], row["observers"]) for row in rows][:1] == [("river", "north; south")]


@pytest.mark.usefixtures("eclipses")
def test_it_leaves_in_every_format_with_tables_and_comes_back() -> None:
    dossier = loaded(DOSSIER)
    selection = select(dossier)
    assert loaded(FORMATS["json"].export(selection).decode()).tables == dossier.tables  # type: ignore[union-attr]
    files = FORMATS["csv"].export(selection)
    assert not isinstance(files, bytes)
    back = dossier_of_files({name: data.decode() for name, data in files.items()})
    assert back.tables == dossier.tables
    assert b"observers,observers_names" in files["eclipses.csv"]
    database = FORMATS["sqlite"].export(selection)
    workbook = FORMATS["excel"].export(selection)
    assert isinstance(database, bytes)
    assert isinstance(workbook, bytes)
    assert b"eclipses_with_names" in database
    assert "eclipses" in openpyxl.load_workbook(io.BytesIO(workbook)).sheetnames


@pytest.mark.usefixtures("eclipses")
@pytest.mark.parametrize("name", ["noon", "Eclipse at Noon"])
def test_the_command_shows_its_page(call: Callable[..., str], name: str) -> None:
    page = call("show", name)
    assert page.startswith("Eclipse at noon")
    for words in ("North, South", "● reported", "¶2", "Never printed in full."):
        assert words in page


@pytest.mark.usefixtures("eclipses")
def test_it_is_linked_in_both_directions() -> None:
    catalog = Catalog(loaded(DOSSIER))
    page = catalog.page("noon")
    assert page is not None
    assert {"north", "south", "s#p2"} <= set(page.links())
    assert sections(page)["Related claims"] == ["c"]
    assert sections(catalog.page("north"))["Eclipses"] == ["river", "noon", "hidden"]
    assert sections(catalog.page("river"))["Replaced by"] == ["noon"]
    assert sections(catalog.page("s"))["Paragraph 2 · 3 records"] == ["river", "noon", "hidden"]
    assert "noon" in (catalog.page("c") or Page("", ())).links()
    assert passage_for(catalog, "noon") == "s#p2"


@pytest.mark.usefixtures("eclipses")
def test_the_jump_list_finds_it() -> None:
    [item] = matching(record_items(Catalog(loaded(DOSSIER))), "hidden eclipse")
    assert (item.label, item.kind, item.target) == ("A hidden eclipse", "eclipse", "hidden")


@pytest.mark.usefixtures("eclipses")
def test_what_depends_on_its_status_counts_it() -> None:
    part = reported_only(loaded(DOSSIER))
    assert part.get("hidden") is None
    assert Catalog(part).list_footer("eclipses") == "1 left out; o shows all"
    about = Catalog(loaded(DOSSIER)).page("about:")
    overview = Catalog(loaded(DOSSIER)).page("overview:")
    assert about is not None
    assert overview is not None
    assert "3 eclipses" in about.text()
    assert "3 reported    » 1 attributed" in overview.text()  # with the claim


@pytest.mark.usefixtures("eclipses")
def test_the_schema_knows_it() -> None:
    schema = json_schema()
    assert schema["properties"]["eclipses"]["items"] == {"$ref": "#/$defs/Eclipse"}
    assert schema["$defs"]["Eclipse"]["title"] == "Eclipse"
    assert schema["$defs"]["Eclipse"]["required"] == ["id", "title", "observers", "stage", "cite"]
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(tree_of(DOSSIER))) == []
    assert list(validator.iter_errors(tree_of(DOSSIER.replace("in-sight", "in sight"))))


@pytest.mark.usefixtures("eclipses")
async def test_it_is_read_in_the_program(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text(DOSSIER, encoding="utf-8")
    async with opened(path, size=(120, 30), start="eclipses") as person:
        assert place(person).record == "noon"
        assert "Eclipse at noon" in person.text
        browsing(person).follow("north")
        await person.settle()
        assert place(person)[:2] == ("actors", "north")
        browsing(person).follow("river")
        await person.settle()
        assert place(person)[:2] == ("eclipses", "river")


def test_afterwards_nothing_is_left_of_it() -> None:
    with registered(KIND), registered_view("eclipses", RECORD_VIEW):
        assert load_text(DOSSIER).problems == ()
    assert codes_of(DOSSIER) == ["unknown-key", "dangling-reference"]
    assert "eclipses" not in KINDS
    assert "eclipses" not in json_schema()["properties"]
    assert loaded(HEAD).records_of(Actor) == ()
