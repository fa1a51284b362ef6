"""What `keys.toml` may say, and what is said about what it may not: one line each, with its place; the rest holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile import watch
from tui import keys_file
from tui.key_clashes import CONTEXTS, NEEDED, RESERVED
from tui.keys import GROUPS, KEYS
from tui.keys_file import OwnKeys, keys_notice, parse_own_keys, read_own_keys


def told(own: OwnKeys) -> list[str]:
    return [problem.text("keys.toml") for problem in own.problems]


def read(text: str) -> OwnKeys:
    return parse_own_keys(text.encode())


def keys(own: OwnKeys, name: str) -> tuple[str, ...]:
    return own.table.key(name).keys


# What is read


@pytest.mark.parametrize(
    "text",
    [
        '"net.blocs" = ["f5"]',
        '"net.blocs" = "f5"',
        'net.blocs = "F5"',
        '[net]\nblocs = ["f5", "f5"]',
        "'net.blocs'=['F5']",
    ],
)
def test_a_key_is_written_in_any_way_that_toml_has(text: str) -> None:
    own = read(text)
    assert told(own) == []
    assert keys(own, "net.blocs") == ("f5",)
    assert own.table.own == {"net.blocs": ("f5",)}


def test_keys_can_be_swapped_in_any_order() -> None:
    own = read('list.down = ["k", "down"]\nlist.up = ["j", "up"]')
    assert told(own) == []
    assert (keys(own, "list.down"), keys(own, "list.up")) == (("k", "down"), ("j", "up"))


def test_what_is_written_as_it_is_anyway_changes_nothing() -> None:
    lines = [f'"{key.id}" = {list(key.keys)}' for group in GROUPS for key in group.keys]
    own = read("\n".join(lines))
    assert told(own) == []
    assert own.table.own == {}


def test_keys_of_different_places_may_be_the_same() -> None:
    own = read('jump.down = "f5"\nnet.blocs = "f5"\nscope.only = "m"')
    assert told(own) == []


# What is not


CASES = {
    "unknown id": ('"net.blcs" = "x"', "1:1: error: no key has the id “net.blcs”; did you mean “net.blocs”?"),
    "unknown id, far": ('zzz = "x"', "1:1: error: no key has the id “zzz”; karabakh-tui keys prints the ids"),
    "unknown key": ('go.back = ["pagup"]', "1:12: error: there is no key “pagup”; did you mean “pageup”?"),
    "unknown modifier": (
        'go.back = "ctl+b"',
        "1:4: error: there is no key “ctl+b”; write it as in ctrl+b, alt+left, shift+f5, pageup, G or /",
    ),
    "eaten": ('go.back = "ctrl+i"', "1:4: error: terminals send tab for “ctrl+i”; write tab, or another key"),
    "number": ("go.back = 5", '1:4: error: a key is written in quotation marks; such as "ctrl+b"'),
    "list in a list": ('go.back = [["x"]]', '1:12: error: a key is written in quotation marks; such as "ctrl+b"'),
    "date": ("go.back = 2020-01-01", '1:4: error: a key is written in quotation marks; such as "ctrl+b"'),
    "twice": (
        'net.blocs = "f5"\n"net.blocs" = "f6"',
        "2:1: error: net.blocs is written twice; what is written first holds",
    ),
    "two of one key": ('net.blocs = "f5"\nnet.path = "f5"', "2:5: error: “F5” is a key of net.blocs already"),
    "the only key of another": (
        'net.blocs = "e"',
        "1:5: error: “e” is the only key of net.ego; give net.ego another key too",
    ),
    "q": ('net.blocs = "q"', "1:5: error: “q” keeps its meaning, and cannot be a key of net.blocs"),
    "needed": ("list.open = []", "1:6: error: list.open cannot be left without a key; write another key for it"),
    "quit": ("app.quit = []", "1:5: error: app.quit cannot be left without a key; write another key for it"),
    "typed": (
        'filter.keep = "k"',
        "1:8: error: “k” writes a character in a text field, where filter.keep is used; write one such as ctrl+g or f5",
    ),
    "edits": (
        'note.save = "ctrl+w"',
        "1:6: error: “ctrl+w” edits the text in a text field, where note.save is used; write one such as ctrl+g or f5",
    ),
    "everywhere": (
        'app.suspend = "z"',
        "1:5: error: “z” writes a character in a text field, where app.suspend is used; write one such as ctrl+g or f5",
    ),
    "no toml": (
        "go.back = = 3",
        '1:11: error: this is not a value; text must be quoted: "…"; the keys of the program hold',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_had_costs_one_line_and_leaves_the_key_as_it_is(case: str) -> None:
    text, line = CASES[case]
    own = read(text)
    assert told(own) == [f"keys.toml:{line}"]
    assert own.table.own == ({"net.blocs": ("f5",)} if 'net.blocs = "f5"' in text else {})


def test_the_rest_of_the_file_holds() -> None:
    own = read('"net.blcs" = "x"\nnet.path = ["nokey", "f5"]\ngo.back = "f6"')
    assert len(own.problems) == 2
    assert own.table.own == {"net.path": ("f5",), "go.back": ("f6",)}


def test_a_key_is_taken_from_what_has_another_and_that_is_said() -> None:
    own = read('"net.blocs" = "ctrl+b"')
    assert told(own) == [
        "keys.toml:1:1: warning: “ctrl+b” is a key of net.blocs, and not of list.pageup, page.pageup, matrix.pageup; "
        "write their keys too if that is meant"
    ]
    assert keys(own, "net.blocs") == ("ctrl+b",)
    assert keys(own, "list.pageup") == ("pageup",)
    meant = '\nlist.pageup = "pageup"\npage.pageup = "pageup"\nmatrix.pageup = "pageup"'
    assert told(read(f'"net.blocs" = "ctrl+b"{meant}')) == []


def test_one_that_cannot_be_had_gives_its_key_to_nobody() -> None:
    own = read('net.blocs = "e"\nnet.path = "b"')
    assert own.table.own == {}
    assert len(own.problems) == 2


def test_the_letter_of_another_layout_is_the_key_at_its_place() -> None:
    assert "net.ego" in told(read('net.blocs = "у"'))[0]  # the Russian letter at the place of e


def test_no_key_has_two_meanings_in_one_place_whatever_is_written() -> None:
    texts = ['net.blocs = "ctrl+f"\nlist.order = "x"\nmoment.marks = "O"', 'go.back = "h"\nstrip.before = "backspace"']
    for own in map(read, texts):
        groups = {group.id: group.keys for group in own.table.groups}
        for context in CONTEXTS:
            if context & {"strip", "filter", "help", "text", "scope", "facets", "copying", "opening", "exporting"}:
                continue  # the inner one acts where both have a key in the table of the program
            names = [name for group in context for key in groups[group] for name in key.keys]
            if "reading" not in context and "problems" not in context:
                assert len(names) == len(set(names)), context


def test_reserved_keys_stay_with_all_that_have_them() -> None:
    own = read('app.quit = "f5"\napp.help = "f6"\napp.copy = "f7"\nhelp.close = "f8"\nscope.close = "f9"')
    assert told(own) == []
    for group in GROUPS:
        for key in group.keys:
            assert set(key.keys) & RESERVED == set(keys(own, key.id)) & RESERVED, key.id


def test_every_group_has_its_place_and_every_needed_key_exists() -> None:
    assert {group.id for group in GROUPS} == frozenset().union(*CONTEXTS)
    for name in NEEDED:
        KEYS.key(name)


# Hostile files


HOSTILE: dict[str, bytes] = {
    "no toml": b"= = =",
    "binary": bytes(range(256)) * 10,
    "utf-16": 'go.back = "x"'.encode("utf-16"),
    "zeros": b"\0" * 1000,
    "deep": b"go = " + b"[" * 5000,
    "digits": b"go = " + b"9" * 20_000,
    "dotted": b".".join([b"k"] * 20_000) + b" = 1",
    "large": b"#" * (16 * keys_file.MAX_BYTES),
    "unclosed": b'"go.back" = ["x"',
}


def put(data: bytes) -> Path:
    path = Path(keys_file.path())
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_file_costs_one_line_and_the_keys_of_the_program_hold(name: str) -> None:
    put(HOSTILE[name])
    with watch.stopwatch() as spent:
        own = read_own_keys()
    assert spent[0] < watch.SECONDS
    assert own.table.own == {}
    assert len(own.problems) == 1
    assert told(own)[0].endswith("the keys of the program hold")


@pytest.mark.parametrize("kind", ["fifo", "directory", "loop", "device"])
def test_what_is_no_file_in_its_place_costs_one_line(kind: str) -> None:
    path = put(b"")
    path.unlink()
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "directory":
            path.mkdir()
        case "loop":
            path.symlink_to(path.name)
        case _:
            path.symlink_to("/dev/zero")
    with watch.stopwatch():
        own = read_own_keys()
    assert own.table.own == {}
    assert len(own.problems) == 1
    assert keys_notice(own.problems).startswith("keys.toml: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_costs_one_line() -> None:
    put(b'go.back = "x"').chmod(0)
    assert told(read_own_keys()) == [
        "keys.toml: error: you do not have permission to read it; the keys of the program hold"
    ]


def test_without_a_file_there_is_nothing_to_say() -> None:
    assert read_own_keys() == OwnKeys(KEYS)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f'"go.bakc{number}" = "x"' for number in range(3_000)),
        "\n".join(f'"{key.id}" = ["zzz", "e", "q", "z"]' for group in GROUPS for key in group.keys),
        '"go.back" = [' + "'x'," * 10_000 + "]",
        '"go.back" = "' + "x" * 60_000 + '"',
        '"' + "go" * 20_000 + '" = "x"',
    ],
    ids=["unknown ids", "everything at once", "many keys", "a long key", "a long id"],
)
def test_a_file_full_of_mistakes_is_read_in_time_and_told_in_few_short_lines(text: str) -> None:
    with watch.stopwatch() as spent:
        own = read(text)
    assert spent[0] < watch.SECONDS
    assert 1 <= len(own.problems) <= 21
    assert all(len(line) < 300 for line in told(own))


def test_nothing_in_the_file_reaches_the_terminal_as_it_is() -> None:
    own = read('"net.\u202eblocs" = "x"\n"go.back" = "\\u001b]0;x\\u0007"\n"[@click=app.quit]x[/]" = "y"')
    assert len(own.problems) == 3
    assert all(line.isprintable() and "\u202e" not in line for line in (*told(own), keys_notice(own.problems)))
