"""The manual for those who write dossiers: its examples work, and it leaves no key and no word out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import fields

from tests.dossiers import load_text, tree_of
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Head, Part, Role
from tui.dossier.load import load
from tui.dossier.values import vocabulary

MANUAL = Path(paths.content("README.md")).read_text(encoding="utf-8")


def fenced(language: str) -> list[str]:
    """The contents of the fences of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)


EXAMPLE = Path(paths.content(paths.EXAMPLE)).read_text(encoding="utf-8")
RECORDS = [record for text in fenced("toml") if text.startswith("[[") for record in text.strip("\n").split("\n\n")]
"""The records that the manual shows without the rest of their dossier."""
DOSSIERS = [text for text in fenced("toml") if re.search(r"^dossier\s*=", text, re.MULTILINE)]


def section(title: str, level: str = "###") -> str:
    """What stands under a heading, up to the next of its level or above."""
    found = re.search(
        rf"^{level} {re.escape(title)}\n(.*?)(?=^#{{2,{len(level)}}} |\Z)", MANUAL, re.MULTILINE | re.DOTALL
    )
    assert found is not None, f"there is no heading {level} {title}"
    return found[1]


def codes(text: str) -> set[str]:
    """Everything set as code."""
    return set(re.findall(r"`([^`\n]+)`", text))


HEADINGS = {"": "The top of the file", **{table: f"`[[{table}]]`" for table in KINDS}}


def keys_of(kind: type[Part]) -> list[str]:
    return [info.encode_name for info in fields(kind)]


def test_there_is_an_example_that_is_a_whole_dossier() -> None:
    assert DOSSIERS


@pytest.mark.parametrize("text", DOSSIERS)
def test_an_example_opens_without_a_problem(text: str) -> None:
    result = load_text(text)
    assert result.problems == ()
    assert result.dossier is not None


@pytest.mark.parametrize("text", DOSSIERS)
def test_an_example_has_every_table(text: str) -> None:
    assert [table for table in KINDS if table not in tree_of(text)] == []


def test_records_that_stand_alone_are_those_of_the_bundled_example() -> None:
    assert {record.split("]]")[0].removeprefix("[[") for record in RECORDS} == {
        "actors",
        "alliances",
        "claims",
        "events",
        "quotes",
    }
    assert [record for record in RECORDS if f"\n{record}\n" not in EXAMPLE] == []


def test_every_piece_of_toml_is_a_dossier_a_record_of_the_example_or_the_line_of_the_schema() -> None:
    others = [text for text in fenced("toml") if text not in DOSSIERS and not text.startswith("[[")]
    assert others == ["#:schema ./dossier.schema.json\n"]


def example_source() -> str:
    """The text of the example's source, which the manual prints as a block of quotation."""
    lines = [line.removeprefix(">").removeprefix(" ") for line in MANUAL.split("\n") if line.startswith(">")]
    return "\n".join(lines)


def verified(tmp_path: Path, text: str) -> Any:
    tree = tree_of(text)
    for source in tree["sources"]:
        path = tmp_path / source["text"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example_source(), encoding="utf-8")
    (tmp_path / "example.toml").write_text(text, encoding="utf-8")
    return load(tmp_path / "example.toml")


@pytest.mark.parametrize("text", DOSSIERS)
def test_the_quotations_of_an_example_stand_in_the_text_printed_above_it(tmp_path: Path, text: str) -> None:
    result = verified(tmp_path, text)
    assert result.problems == ()
    assert result.notes == ()
    assert isinstance(result.dossier, Dossier)
    assert result.dossier.passages


@pytest.mark.parametrize("text", DOSSIERS)
def test_a_word_changed_in_an_example_would_be_noticed(tmp_path: Path, text: str) -> None:
    changed = text.replace("We asked for engineers", "We begged for engineers")
    assert changed != text
    assert [problem.code for problem in verified(tmp_path, changed).problems] == ["quote-not-found"]


@pytest.mark.parametrize("table", HEADINGS)
def test_every_key_is_explained_under_its_table(table: str) -> None:
    kind = KINDS[table].record_type if table else Head
    told = codes(section(HEADINGS[table]))
    known = {key for key in keys_of(kind) if key not in KINDS and key != "note"}
    assert {key for key in known if key not in told} == set()


def test_what_all_records_share_is_explained_once() -> None:
    shared = section("What all records share", "##")
    assert {"id", "note", "cite", "status"} <= {word.strip("*") for word in codes(shared)}


def test_every_key_of_an_office_is_explained() -> None:
    assert [key for key in keys_of(Role) if not re.search(rf"\b{key}\b", section("`[[actors]]`"))] == []


def test_every_key_of_a_cite_is_explained() -> None:
    shared = section("What all records share", "##")
    assert [
        key
        for key in ("source", "p", "page", "t", "exact", "prefix", "suffix", "stance", "grade")
        if f"{key} = " not in shared
    ] == []


@pytest.mark.parametrize("table", HEADINGS)
def test_no_key_is_explained_that_there_is_not(table: str) -> None:
    kind = KINDS[table].record_type if table else Head
    rows = [row.split("|")[1] for row in section(HEADINGS[table]).split("\n") if row.startswith("| `")]
    told = {key for row in rows for key in codes(row)}
    assert told - set(keys_of(kind)) == set()


@pytest.mark.parametrize("table", HEADINGS)
def test_a_star_marks_what_is_required(table: str) -> None:
    kind = KINDS[table].record_type if table else Head
    rows = [row.split("|")[1] for row in section(HEADINGS[table]).split("\n") if row.startswith("| `")]
    starred = {key for row in rows for key in re.findall(r"`(\w+)`\*", row)}
    required = {info.encode_name for info in fields(kind) if info.required}
    either = {"between", "from", "to"} if table == "alliances" else set()  # one shape or the other
    assert starred - either == required


WORDS = {
    "Kinds of actor": vocabulary.ActorKind,
    "Modes of quotation": vocabulary.QuoteMode,
    "Acts": vocabulary.Act,
    "Attribution": vocabulary.Attribution,
    "Kinds of tie": vocabulary.TieKind,
    "Pledges": vocabulary.Pledge,
    "Outcomes": vocabulary.Outcome,
    "Voices": vocabulary.Voice,
}


@pytest.mark.parametrize("title", WORDS)
def test_every_word_of_a_vocabulary_is_explained(title: str) -> None:
    assert set(get_args(WORDS[title])) - codes(section(title)) == set()


def test_every_status_is_explained_with_what_it_needs() -> None:
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", section("What all records share", "##"), re.MULTILINE)
    needs = dict(rows)
    assert set(get_args(vocabulary.Status)) == set(needs)
    assert "`by`" in needs["contested"]
    assert "`denied_by`" in needs["denied"]
    assert "`by`" in needs["attributed"]


@pytest.mark.parametrize("sign", [vocabulary.WITH, vocabulary.AGAINST, vocabulary.NEITHER])
def test_the_kinds_of_tie_stand_under_their_sign(sign: str) -> None:
    label = {"+": "+ with", "-": "− against", "": "neither"}[sign]
    [row] = [row for row in section("Kinds of tie").split("\n") if row.startswith(f"| {label} |")]
    assert codes(row) == {kind for kind, its in vocabulary.TIE_SIGNS.items() if its == sign}


def test_no_vocabulary_is_left_out() -> None:
    types = {name for name, value in vars(vocabulary).items() if get_args(value) and name[0].isupper()}
    assert types == {*(_name_of(one) for one in WORDS.values()), "Status", "Sign", "Stance", "Locator"}


def _name_of(vocabulary_type: object) -> str:
    return next(name for name, value in vars(vocabulary).items() if value is vocabulary_type)


def test_the_links_inside_the_manual_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", MANUAL, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", MANUAL)) - anchors == set()


def test_the_commands_in_the_manual_are_commands() -> None:
    from tui.cli import arguments

    for line in "".join(fenced("console")).splitlines():
        call = re.sub(r"\s+#.*|\s+>.*", "", line.removeprefix("$ karabakh-tui ")).split()
        assert arguments.parse(call)
