"""`show` prints the page of a record or a view, and explains a name that is unknown or ambiguous."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.calls import BROKEN, WARNED, Result, Run, Write, is_clean
from tests.dossiers import PASSAGES, SMALL, dossier_of, loaded, record
from tui import paths
from tui.cli import DATA_ERROR, OK, USAGE_ERROR
from tui.dossier.marks import set_mark, set_note
from tui.dossier.reported_only import reported_only
from tui.marks_file import MarksFile
from tui.pages.catalog import Catalog
from tui.pages.views.registry import VIEWS
from tui.render.plain_text import plain_text


@pytest.mark.parametrize(
    ("argument", "record_id"),
    [
        ("brenn", "brenn"),
        ("Ada Brenn", "brenn"),
        ("ada  brenn", "brenn"),
        ("Port Ilvane", "ilvane"),
        ("llr", "league"),
        ("a-pact", "a-pact"),
        ("Ilvane – Norrow", "a-pact"),
        ("gazette#p2", "gazette"),
        ("Barges wait", "gazette"),
        ("We shall not ask twice.", "q-twice"),
        ("the locks are shut", "e-shut"),
    ],
)
def test_show_prints_the_page_of_an_id_a_name_or_an_alias(run: Run, small: str, argument: str, record_id: str) -> None:
    page = Catalog(loaded(SMALL)).page(record_id)
    assert page is not None
    assert run("show", argument, "-d", small) == Result(OK, plain_text(page, 80), "")


@pytest.mark.parametrize("name", loaded(SMALL).records)
def test_show_prints_every_record(run: Run, small: str, name: str) -> None:
    result = run("show", name, "--dossier", small, "--width", "40")
    assert (result.status, result.err) == (OK, "")
    assert result.out
    assert max(map(len, result.out.splitlines())) <= 40
    assert is_clean(result.out)


def test_show_reads_the_bundled_dossier_by_default(run: Run) -> None:
    assert run("show", "armenia").out.startswith("Armenia")


def test_show_reads_standard_input(run: Run) -> None:
    assert run("show", "brenn", "-d", "-", stdin=SMALL).out.startswith("Ada Brenn")


@pytest.mark.parametrize(
    ("argument", "hint"),
    [
        ("bren", "did you mean “brenn”?"),
        ("BREN", "did you mean “brenn”?"),
        ("xyzzy", "karabakh-tui list actors prints ids, show --help lists the views"),
        ("", "karabakh-tui list actors prints ids, show --help lists the views"),
    ],
)
def test_an_unknown_name_is_a_usage_error_that_suggests_the_nearest(
    run: Run, small: str, argument: str, hint: str
) -> None:
    result = run("show", argument, "-d", small)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == f"karabakh-tui show: no record has the id or name “{argument}”; {hint}\n"


def test_an_ambiguous_name_is_a_usage_error_that_lists_the_candidates(run: Run, small: str) -> None:
    result = run("show", "norrow → corvath", "-d", small)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == "karabakh-tui show: “norrow → corvath” is ambiguous: a-lamps, a-gift\n"


def test_an_id_comes_before_a_name(run: Run, write: Write) -> None:
    name = write(dossier_of(record("actors", id="x", name="B's namesake", aliases=["b"])))
    assert run("show", "b", "-d", name).out.startswith("Actor b")


def test_a_view_is_meant_where_a_record_has_its_name_unless_the_record_is_asked_for(run: Run, write: Write) -> None:
    name = write(dossier_of(record("actors", id="timeline", name="The Timeline"), record("events", title="A flood")))
    assert run("show", "record:timeline", "-d", name).out.startswith("The Timeline")
    for view in ("timeline", "timeline:"):
        assert "A flood" in run("show", view, "-d", name).out


@pytest.mark.parametrize("command", [("show", "a"), ("list", "actors"), ("balance",)])
def test_a_broken_dossier_is_not_shown_and_its_errors_go_to_stderr(
    run: Run, write: Write, command: tuple[str, ...]
) -> None:
    result = run(*command, "-d", write(BROKEN))
    assert (result.status, result.out) == (DATA_ERROR, "")
    assert [line.partition(": ")[2][:5] for line in result.err.splitlines()] == ["error", "error"]


@pytest.mark.parametrize("command", [("show", "a"), ("list", "actors"), ("balance",)])
def test_a_dossier_with_warnings_is_shown(run: Run, write: Write, command: tuple[str, ...]) -> None:
    result = run(*command, "-d", write(WARNED))
    assert (result.status, result.err) == (OK, "")
    assert result.out


def test_show_takes_a_local_copy_of_a_source(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(PASSAGES, encoding="utf-8")
    result = run("show", "gazette", "-d", small, "--text", f"gazette={tmp_path}/copy.txt")
    assert "Perhaps the locks are only old." in result.out


def test_a_record_that_is_not_reported_is_a_usage_error_with_reported(run: Run, small: str) -> None:
    dossier = loaded(SMALL)
    part = reported_only(dossier)
    [name, *_] = [name for name in dossier.records if part.get(name) is None]
    assert run("show", name, "-d", small).status == OK
    result = run("show", name, "-d", small, "--reported")
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == (
        f"karabakh-tui show: no source reports “{name}” in its own voice; leave out --reported to see it\n"
    )


def test_a_view_is_shown_whole_or_with_only_what_is_reported(run: Run) -> None:
    whole, part = run("show", "overview").out, run("show", "overview", "--reported").out
    assert part.count("left out.\n") == 1
    assert "judgement" in whole
    assert "judgement" not in part


def test_an_actor_of_a_view_who_is_ambiguous_is_asked_for(run: Run, write: Write) -> None:
    name = write(dossier_of(*(record("actors", id=actor, name="Twin") for actor in ("x", "y"))))
    result = run("show", "ego:twin", "-d", name)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == "karabakh-tui show: “ego:twin” is ambiguous: ego:x, ego:y\n"


def test_a_kind_of_ties_of_an_actor_is_opened_by_its_word_after_a_slash(run: Run, write: Write) -> None:
    cast = [record("actors", id=f"x{at}", name=f"State {at}") for at in range(12)]
    ties = [
        record("alliances", id=f"t{at}{kind}", between=["x0", f"x{at}"], kind=kind)
        for at in range(1, 12)
        for kind in ("aid", "rivalry")
    ]
    name = write(dossier_of(*cast, *ties))
    closed, aid = (run("show", view, "-d", name).out for view in ("ego:x0", "ego:State 0/aid"))
    assert "11 aid" in closed
    assert "aid with State 7" not in closed
    assert "aid with State 7" in aid
    assert "rivalry with State 7" not in aid
    refused = run("show", "ego:x0/nonsense", "-d", name)
    assert refused.status == USAGE_ERROR


def test_an_actor_of_a_view_whom_the_dossier_lacks_is_named(run: Run, small: str) -> None:
    result = run("show", "path:ilvane:italy", "-d", small)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert (
        result.err
        == "karabakh-tui show: no actor has the id or name “italy”; karabakh-tui list actors prints their ids\n"
    )
    both = run("show", "path:corvat:italy", "-d", small).err
    assert both == "karabakh-tui show: no actor has the id or name “corvat” or “italy”; did you mean “corvath”?\n"


def test_a_view_with_too_few_or_too_many_actors_says_how_it_is_written(run: Run, small: str) -> None:
    result = run("show", "path:ilvane", "-d", small)
    assert result.err == "karabakh-tui show: “path:ilvane” is not a view; write path:ACTOR:ACTOR\n"


def test_a_record_whose_id_is_that_of_a_view_is_asked_for_as_a_record(run: Run, write: Write) -> None:
    name = write(dossier_of(record("events", id="overview", title="The plan")))
    assert run("show", "overview", "-d", name).out.startswith("A dossier")
    assert run("show", "record:overview", "-d", name).out.startswith("The plan")


def test_help_lists_every_view_with_its_title(run: Run) -> None:
    help_text = run("show", "--help").out
    for view in VIEWS.values():
        assert re.search(rf"^  {re.escape(view.usage)} +{re.escape(view.title)}$", help_text, re.MULTILINE)


def test_who_speaks_about_whom_is_also_a_table_for_other_programs(run: Run, small: str) -> None:
    result = run("show", "speakers", "--format", "csv", "-d", small)
    assert result.status == OK
    assert result.out.startswith("speaker,speaker_name,about,about_name,about_kind,quotations,reported_statements,")


@pytest.mark.parametrize("name", ["ilvane", "matrix", "said:ilvane"])
def test_what_is_no_table_is_not_printed_as_csv(run: Run, small: str, name: str) -> None:
    result = run("show", name, "--format", "csv", "-d", small)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == "karabakh-tui show: --format csv goes with speakers; see karabakh-tui show --help\n"


def test_a_comparison_takes_two_or_three_actors_by_name(run: Run, small: str) -> None:
    assert run("show", "compare:Ilvane:corvath", "-d", small).out.startswith("Ilvane and Corvath")
    assert run("show", "compare:ilvane", "-d", small).err == (
        "karabakh-tui show: “compare:ilvane” is not a view; write compare:ACTOR:ACTOR[:ACTOR]\n"
    )


# The reader's own marks


def test_show_prints_the_marks_and_notes_on_a_dossier_and_no_other_page_has_them(run: Run, small: str) -> None:
    plain = run("show", "ilvane", "-d", small)
    file = MarksFile(small)
    file.change(set_mark("corvath", marked=True))
    file.change(set_note("ilvane", "Which locks?"))
    printed = run("show", "marks", "-d", small)
    assert (printed.status, printed.err) == (OK, "")
    assert printed.out.splitlines()[0].split("  ")[0] == "Marks and notes"
    assert "★   Corvath" in printed.out
    assert "✎ Your note: Which locks?" in printed.out
    assert run("show", "ilvane", "-d", small) == plain


def test_without_marks_on_a_dossier_show_says_so(run: Run, small: str) -> None:
    MarksFile(paths.content(paths.BUNDLED)).change(set_mark("armenia", marked=True))
    assert "Nothing is marked" in run("show", "marks", "-d", small).out
    assert "Nothing is marked" in run("show", "marks", "-d", "-", stdin=SMALL).out
    assert "Armenia" in run("show", "marks").out


def test_a_damaged_file_of_marks_costs_show_one_line(run: Run, small: str, state_folder: Path) -> None:
    MarksFile(small).change(set_mark("ilvane", marked=True))
    [file] = (state_folder / "marks").glob("*.json")
    file.write_text("{")
    printed = run("show", "marks", "-d", small)
    assert printed.status == OK
    assert printed.err == (
        "karabakh-tui show: Your marks and notes could not be read: their file is damaged. "
        f"It is kept as {file}.damaged\n"
    )
    assert run("show", "marks", "-d", small).err == ""
