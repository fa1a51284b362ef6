"""A kind of record is declared once: `treaties`, which only this file knows, work everywhere that the seven do.

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
import pytest

from tests.dossiers import HEAD, codes_of, dossier_of, load_text, loaded, problems_of, record, toml, tree_of
from tests.screens.opened import browsing, opened, place
from tui.cli import main
from tui.dossier.format.schema import json_schema
from tui.dossier.kinds import KINDS, Actor, Kind, Record, Reference, registered
from tui.dossier.kinds.kind import ACTORS, STATED_BY
from tui.dossier.kinds.record import Ref, Refs, Text
from tui.dossier.load_worker import pack, unpack
from tui.dossier.problems import Problems, TreePath
from tui.dossier.reported_only import reported_only
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.vocabulary import Status
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListLine
from tui.pages.lists.jump_items import matching, record_items
from tui.pages.lists.panels import PANELS
from tui.pages.page import Entry, Fields, Page, Section, Span, Title
from tui.pages.records.record_view import RecordView, registered_view
from tui.pages.records.sections import related
from tui.pages.records.statements import editors_note, statement_rows
from tui.pages.span_builder import SpanBuilder

# What would be dossier/kinds/treaties.py


class Treaty(Record, frozen=True, kw_only=True):
    """What states have agreed in writing."""

    TABLE = "treaties"
    title: Text
    parties: Refs
    stage: Literal["signed", "in-force", "ended"]
    cite: Cites
    replaces: Ref | None = None
    signed: Date | None = None
    status: Status = "reported"
    by: Refs = ()
    denied_by: Refs = ()


def _check(treaty: Treaty, path: TreePath, problems: Problems) -> None:
    if len(treaty.parties or ()) < 2:
        problems.error((*path, "parties"), "one-party", "a treaty has two parties or more", "name them all")


KIND = Kind(
    record_type=Treaty,
    order=45,
    singular="treaty",
    plural="treaties",
    title="Treaties",
    name=lambda treaty, _: treaty.title,
    references=(
        Reference("parties", ACTORS, "signed"),
        Reference("replaces", frozenset({"treaties"}), "replaced-by", acyclic=True),
        *STATED_BY,
    ),
    check=_check,
    subjects=lambda treaty: treaty.parties,
)

# What would be pages/records/treaties.py


def _page(builder: SpanBuilder, treaty: Treaty) -> Page:
    rows = (("Parties", builder.names(treaty.parties)), *statement_rows(builder, treaty))
    title = Title((Span(treaty.title, "strong"),), (Span("treaty", "dim"),))
    blocks = (title, Fields(rows), *editors_note(builder, treaty), *related(builder, treaty.id))
    return Page(treaty.id, blocks)


RECORD_VIEW = RecordView(
    page=_page,
    line=lambda builder, treaty: ListLine(Span("§"), (Span(treaty.title),), (Span(treaty.stage, "dim"),)),
    entry=lambda builder, treaty, page: Entry(Span("§"), builder.name(treaty.id, page)),
    heading=lambda builder, treaty: treaty.stage.capitalize(),
    headings=("In-force", "Signed", "Ended"),
    relations={"replaced-by": "Replaced by"},
)

# The tests

NORTH, SOUTH = (record("actors", id=name, name=name.capitalize()) for name in ("north", "south"))


def treaty(name: str, title: str, stage: str = "signed", **keys: object) -> str:
    values = {"id": name, "title": title, "parties": ["north", "south"], "stage": stage, "cite": "s#p2", **keys}
    return "\n[[treaties]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in values.items())


DOSSIER = dossier_of(
    NORTH,
    SOUTH,
    treaty("river", "Treaty on the river"),
    treaty("peace", "Treaty of peace", "in-force", replaces="river", note="Never printed in full."),
    treaty("secret", "A secret treaty", status="attributed", by=["north"]),
    record("claims", id="c", about=["peace"], by=["north"]),
)


@pytest.fixture
def treaties() -> Iterator[None]:
    with registered(KIND), registered_view("treaties", RECORD_VIEW):
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
    found: dict[str, list[str]] = {}
    heading = ""
    for block in page.blocks if page is not None else ():
        if isinstance(block, Section):
            heading = block.title
        elif isinstance(block, Entry):
            found.setdefault(heading, []).extend(span.link for span in block.spans if span.link)
    return found


def test_without_it_the_table_is_an_unknown_key() -> None:
    [problem] = [problem for problem in load_text(DOSSIER).problems if problem.severity == "warning"]
    assert (problem.code, problem.what) == ("unknown-key", "unknown key “treaties” in the dossier")
    assert "treaties" not in KINDS
    assert "treaties" not in PANELS


@pytest.mark.usefixtures("treaties")
def test_it_loads() -> None:
    dossier = loaded(DOSSIER)
    assert load_text(DOSSIER).problems == ()
    assert [treaty.parties for treaty in dossier.records_of(Treaty)] == [("north", "south")] * 3
    assert dossier.name("peace") == "Treaty of peace"


@pytest.mark.usefixtures("treaties")
def test_it_is_loaded_by_the_child_process_too() -> None:
    file = load_text(DOSSIER)
    sent = unpack(pack(file))
    assert sent.dossier is not None
    assert file.dossier is not None
    assert sent.dossier.tables == file.dossier.tables


@pytest.mark.usefixtures("treaties")
def test_it_stands_in_its_place_in_the_one_order_of_kinds() -> None:
    order = ["actors", "quotes", "alliances", "ledger", "treaties", "claims", "events", "sources"]
    assert list(KINDS) == order
    assert list(loaded(DOSSIER).tables) == order
    assert list(PANELS) == ["home", *order, "network", "balance"]
    assert [table for table in json_schema()["properties"] if table in KINDS] == order


@pytest.mark.usefixtures("treaties")
@pytest.mark.parametrize(
    ("keys", "code", "words", "hint"),
    [
        ({"parties": ["north", "nobody"]}, "dangling-reference", "`parties` names “nobody”", "the id of an actor"),
        ({"parties": ["north", "sout"]}, "dangling-reference", "`parties` names “sout”", "did you mean “south”?"),
        ({"parties": ["north", "s"]}, "wrong-reference", "which is a source", "the id of an actor"),
        ({"replaces": "north"}, "wrong-reference", "which is an actor", "it must be the id of a treaty"),
        ({"replaces": "t"}, "cycle", "`replaces` forms a cycle: t → t", "remove one"),
        ({"parties": ["north"]}, "one-party", "a treaty has two parties or more", "name them all"),
        ({"partis": ["north"]}, "unknown-key", "unknown key “partis”", "did you mean “parties”?"),
        ({"stage": "in force"}, "unknown-word", "“in force” is not an allowed value", "did you mean “in-force”?"),
        ({"cite": "nowhere"}, "unknown-source", "the cite names “nowhere”", "add it to [[sources]]"),
        ({"status": "denied", "by": ["north"]}, "missing-denied-by", "does not say who denies it", "add denied_by"),
        ({"note": " "}, "empty-text", "`note` holds only white space", "write some text"),
        ({"id": "north"}, "duplicate-id", "is already used by entry", "must be unique"),
    ],
)
def test_it_is_checked(keys: dict[str, object], code: str, words: str, hint: str) -> None:
    [problem] = problems_of(dossier_of(NORTH, SOUTH, treaty(**{"name": "t", "title": "T", **keys})))  # type: ignore[arg-type]
    assert (problem.code, problem.line > 1) == (code, True)
    assert words in problem.what
    assert hint in problem.hint


@pytest.mark.usefixtures("treaties")
def test_a_slip_in_the_name_of_its_table_is_noticed() -> None:
    [problem] = problems_of(dossier_of(NORTH, SOUTH, treaty("t", "T").replace("treaties", "treatys")))
    assert problem.hint == "did you mean “treaties”?"


@pytest.mark.usefixtures("treaties")
def test_it_is_listed_under_its_headings_and_filtered() -> None:
    catalog = Catalog(loaded(DOSSIER))
    groups = catalog.list_groups("treaties")
    assert [(group.heading, *group.ids) for group in groups] == [("In-force", "peace"), ("Signed", "river", "secret")]
    assert catalog.line("peace").spans == (Span("Treaty of peace"),)
    assert [name for group in catalog.list_groups("treaties", "on the RIVER") for name in group.ids] == ["river"]
    assert catalog.count("treaties") == catalog.listed_count("treaties") == 3
    assert PANELS["treaties"].nothing("") == "This dossier has no treaties. Press 0 to 9 for another panel."


@pytest.mark.usefixtures("treaties")
def test_the_command_lists_it_in_every_format(call: Callable[..., str]) -> None:
    assert "§ Treaty of peace" in call("list", "treaties")
    assert [row["id"] for row in json.loads(call("list", "treaties", "--format", "json"))] == [
        "river",
        "peace",
        "secret",
    ]
    rows = list(csv.DictReader(io.StringIO(call("list", "treaties", "--format", "csv"), newline="")))
    assert [(row["id"], row["parties"]) for row in rows][:1] == [("river", "north; south")]


@pytest.mark.usefixtures("treaties")
@pytest.mark.parametrize("name", ["peace", "Treaty of Peace"])
def test_the_command_shows_its_page(call: Callable[..., str], name: str) -> None:
    page = call("show", name)
    assert page.startswith("Treaty of peace")
    for words in ("North, South", "● reported", "¶2", "Never printed in full."):
        assert words in page


@pytest.mark.usefixtures("treaties")
def test_it_is_linked_in_both_directions() -> None:
    catalog = Catalog(loaded(DOSSIER))
    page = catalog.page("peace")
    assert page is not None
    assert {"north", "south", "s#p2"} <= set(page.links())
    assert sections(page)["Related claims"] == ["c"]
    assert sections(catalog.page("north"))["Treaties"] == ["river", "peace", "secret"]
    assert sections(catalog.page("river"))["Replaced by"] == ["peace"]
    assert sections(catalog.page("s"))["Paragraph 2 · 3 records"] == ["river", "peace", "secret"]
    assert "peace" in (catalog.page("c") or Page("", ())).links()
    assert catalog.passage_for("peace") == "s#p2"


@pytest.mark.usefixtures("treaties")
def test_the_jump_list_finds_it() -> None:
    [item] = matching(record_items(Catalog(loaded(DOSSIER))), "secret treaty")
    assert (item.label, item.kind, item.target) == ("A secret treaty", "treaty", "secret")


@pytest.mark.usefixtures("treaties")
def test_what_depends_on_its_status_counts_it() -> None:
    part = reported_only(loaded(DOSSIER))
    assert part.get("secret") is None
    assert Catalog(part).list_footer("treaties") == "1 left out; o shows all"
    about = Catalog(loaded(DOSSIER)).page("about:")
    overview = Catalog(loaded(DOSSIER)).page("overview:")
    assert about is not None
    assert overview is not None
    assert "3 treaties" in about.text()
    assert "3 reported    » 1 attributed" in overview.text()  # with the claim


@pytest.mark.usefixtures("treaties")
def test_the_schema_knows_it() -> None:
    schema = json_schema()
    assert schema["properties"]["treaties"]["items"] == {"$ref": "#/$defs/Treaty"}
    assert schema["$defs"]["Treaty"]["title"] == "Treaty"
    assert schema["$defs"]["Treaty"]["required"] == ["id", "title", "parties", "stage", "cite"]
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(tree_of(DOSSIER))) == []
    assert list(validator.iter_errors(tree_of(DOSSIER.replace("in-force", "in force"))))


@pytest.mark.usefixtures("treaties")
async def test_it_is_read_in_the_program(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text(DOSSIER, encoding="utf-8")
    async with opened(path, size=(120, 30), start="treaties") as person:
        assert place(person).record == "peace"
        assert "Treaty of peace" in person.text
        browsing(person).follow("north")
        await person.settle()
        assert place(person)[:2] == ("actors", "north")
        browsing(person).follow("river")
        await person.settle()
        assert place(person)[:2] == ("treaties", "river")


def test_afterwards_nothing_is_left_of_it() -> None:
    with registered(KIND), registered_view("treaties", RECORD_VIEW):
        assert load_text(DOSSIER).problems == ()
    assert codes_of(DOSSIER) == ["unknown-key", "dangling-reference"]
    assert "treaties" not in KINDS
    assert "treaties" not in json_schema()["properties"]
    assert loaded(HEAD).records_of(Actor) == ()
