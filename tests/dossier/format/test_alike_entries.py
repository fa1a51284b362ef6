"""A large text is read entry by entry, and says exactly what a parse of the whole says, at the same places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from tests.dossier.format.test_positions import documents
from tests.hostile import generator
from tests.marks import mostly_long
from tui.dossier.format.alike_entries import parse_entries
from tui.dossier.format.entry_positions import entry_positions
from tui.dossier.format.positions import positions
from tui.dossier.problems import TreePath
from tui.dossier.values.text import clean_tree

ROOT = Path(__file__).resolve().parents[3]
DOSSIERS = sorted([*(ROOT / "content").glob("*.toml"), *(ROOT / "tests" / "frozen").glob("*.toml")])


def whole(text: str) -> object:
    """The tree by a parse of the whole text; None when it is not valid."""
    try:
        return clean_tree(tomli.loads(text))
    except (ValueError, RecursionError):
        return None


def agrees(text: str) -> bool:
    """Whether the entries could be told apart; they say what the whole says then, where the whole says it."""
    text = text.replace("\r\n", "\n")
    entries = parse_entries(text)
    if entries is None:
        return False
    assert repr(entries.tree) == repr(whole(text)), text
    everywhere = positions(text)
    assert entry_positions(text, everywhere, entries.offsets) == everywhere, text
    return True


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.name)
def test_every_dossier_of_ours_is_read_the_same_by_its_entries(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert agrees(text)
    agrees(text + "\n" + "".join(f"\n{entry}" for entry in varied(text)))


def varied(text: str) -> Iterator[str]:
    """What is between blank lines in a text and looks like an entry once more, with another id."""
    for number, entry in enumerate(text.replace("\r\n", "\n").split("\n\n")):
        if entry.startswith("[[") and 'id = "' in entry:
            yield entry.replace('id = "', f'id = "n{number}-', 1) + "\n"


@pytest.mark.long
@pytest.mark.parametrize("part", mostly_long(range(8), 0))
def test_a_broken_file_is_read_the_same_by_its_entries_or_not_at_all(part: int) -> None:
    told_apart = 0
    for number, case in enumerate(generator.cases()):
        if case.big or case.data is None or number % 8 != part:
            continue
        try:
            text = case.data().decode()
        except UnicodeDecodeError:
            continue
        told_apart += agrees(text)
    assert told_apart > 20


QUOTE = '\n[[quotes]]\nid = "q"\nabout = ["a", "b"]\ntext = {}\n'
ODD_VALUES = [
    '"over\ntwo lines"',
    *['"x"', '""', '"it\'s"', '"# no comment"', '"[[quotes]]"', '"a\tb"', '"\u202eb"', '"é́́́́"', '"\\""'],
    *['"\\n[[quotes]]\\n"', "'x'", '\'a"b\'', '\'a"b"c\'', "'''\n[[quotes]]\n'''"],
    *['"""\n[[quotes]]\nid = "x"\n"""', '"""a"""', '""""a""""', '"x" # "y"', '"x" # it\'s "y"'],
    *['1 # 5" of "x', '1 # one " mark', '["x", # "y"\n"z"]', '{ "a" = "b" }', '{ a = { b = ["c", 1] } }'],
    *["[[1], ['x']]", '[\n[[true]]\n]', '1\nd.e = \'x\'\nd.f = "y"', '1979-05-27'],
    *['"x"\n[quotes.more]\na = "b"', '"x"\n[[quotes.more]]\na = "b"', '"x"\n[[ actors ]]\nid = "a"'],
    *['"x"\n[[actors]] # one\nid = "a"', '"x"\n[other]\na = 1', '"x"\n[[actors.roles]]\na = 1'],
    *['"x"\ntext = "y"', '"x" "y"', '"x', '"a\x7f"', '"a\rb"', '"x"\n[["quo\\u0074es"]]\nid = "r"'],
    *['"x"\n[["quo\xadtes"]]\nid = "r"'],
]  # fmt: skip
HEADS = [
    "dossier = 1\n",
    "",
    "# a [[quotes]] in a comment\n",
    "quotes = []\n",
    "quotes.x = 1\n",
    "[quotes]\n",
    "[head]\nx = 1\n",
]


@pytest.mark.parametrize("head", mostly_long(HEADS, HEADS[0], HEADS[3]))
@pytest.mark.parametrize("value", ODD_VALUES)
def test_an_odd_value_is_never_taken_for_another(value: str, head: str) -> None:
    for others in (("", ""), ('"before"', '"after"')):
        before, after = (QUOTE.format(other) * bool(other) for other in others)
        text = head + before + QUOTE.format(value) + QUOTE.format(value) + after
        assert agrees(text) or whole(text) is None or head != HEADS[0] or "[" in value


def test_what_is_plain_is_told_apart_and_an_escape_too() -> None:
    for value in ('"x"', '"\\""', "'a\"b'", '"x" # "y"', "1979-05-27", '"""a"""'):
        assert agrees(HEADS[0] + QUOTE.format('"before"') + QUOTE.format(value)), value


@given(documents(), st.integers(0, 3))
@example('[[a]]\nb = "x"\n[[a]]\nb = "y"\n', 1)
def test_any_text_is_read_the_same_by_its_entries_or_not_at_all(text: str, repeated: int) -> None:
    agrees(text)
    agrees(text + f"\n{text}" * repeated)


def test_progress_is_told_in_characters_of_the_text() -> None:
    text = HEADS[0] + "".join(f'\n[[quotes]]\nid = "q{number}"\n' for number in range(5_000))
    told: list[int] = []
    assert parse_entries(text, told.append) is not None
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= len(text)
    assert len(told) >= 4


def test_only_the_positions_that_are_asked_for_are_found() -> None:
    text = HEADS[0] + "".join(f'\n[[quotes]]\nid = "q{number}"\nabout = ["a", "b"]\n' for number in range(50))
    entries = parse_entries(text)
    assert entries is not None
    wanted: list[TreePath] = [
        ("quotes", 49, "about", 1),
        ("dossier",),
        ("quotes", 3),
        ("quotes", 70),
        ("quotes", 3, "no"),
    ]
    assert entry_positions(text, wanted, entries.offsets) == {
        ("dossier",): (1, 1),
        ("quotes", 3): (15, 1),
        ("quotes", 49, "about", 1): (201, 15),
    }
