"""`search` prints what is found in the whole dossier, in context, and says on stderr what is wrong with a query."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import termios

import pytest

from tests.cli.calls import ROOT, Run, is_clean
from tui.cli import OK, USAGE_ERROR


def test_what_is_found_is_printed_under_its_kind_with_its_id_its_place_and_the_words_around(
    run: Run, small: str
) -> None:
    result = run("search", "pilot", "promised", "-d", small)
    assert (result.status, result.err) == (OK, "")
    assert result.out.splitlines()[:3] == [
        "Quotes · 1",
        "q-pilot  gazette ¶2",
        "    “ Ada Brenn: They promised us a pilot, and no pilot came,",
    ]


def test_it_is_said_in_what_the_words_are(run: Run, small: str) -> None:
    found = " ".join(run("search", "arrived", "-d", small).out.split())
    assert "Ada Brenn: translation: … promised, none arrived. They promised us a pilot, and no pilot came," in found
    assert "alias: Port Ilvane" in run("search", '"port ilvane"', "kind:state", "-d", small).out


@pytest.mark.parametrize("words", [("-pilot speaker:brenn",), ('"ask twice"',), ("twice", "act:threaten")])
def test_the_whole_query_language_may_be_used(run: Run, small: str, words: tuple[str, ...]) -> None:
    result = run("search", *words, "-d", small)
    assert (result.status, result.err) == (OK, "")
    assert "q-twice" in result.out
    assert "q-pilot" not in result.out


def test_nothing_found_is_no_error_and_said_on_stderr(run: Run, small: str) -> None:
    assert run("search", "nonesuch", "-d", small) == (OK, "", "karabakh-tui search: nothing matches\n")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("speker:x", "“speker:” is not a field; did you mean “speaker”?"),
        ("before:1956-13", "before: there is no month 13"),
        ("act:sing", "act: no act here is called “sing”"),
        ("   ", "write what to look for"),
        ("speaker:", "write what to look for"),
        ("a\x1b]0;x\x07:b", "nothing matches"),
    ],
)
def test_a_query_that_is_wrong_is_one_line_on_stderr(run: Run, small: str, words: str, error: str) -> None:
    result = run("search", words, "-d", small)
    assert result.status == (OK if "nothing" in error else USAGE_ERROR)
    assert result.out == ""
    assert result.err.startswith(f"karabakh-tui search: {error}")
    assert result.err.count("\n") == 1
    assert is_clean(result.err)


def test_json_says_in_which_field_and_columns_the_words_are(run: Run, small: str) -> None:
    result = run("search", "arrived", "-d", small, "--format", "json")
    [found] = json.loads(result.out)
    assert (found["kind"], found["id"], found["cite"]) == ("quotes", "q-pilot", ["gazette#p2"])
    [match] = found["matches"]
    [[start, end]] = match["columns"]
    assert (match["field"], match["text"][start:end]) == ("translation", "arrived")


def test_json_is_an_empty_array_where_nothing_is_found(run: Run, small: str) -> None:
    assert json.loads(run("search", "nonesuch", "-d", small, "--format", "json").out) == []


def test_passages_of_a_local_copy_are_found_and_it_is_said_whether_anything_cites_them(run: Run) -> None:
    found = json.loads(run("search", "kind:passage", "the", "--example", "--format", "json").out)
    assert found
    assert {each["kind"] for each in found} == {"passages"}
    assert any(each["cited_by"] for each in found)
    text = run("search", "kind:passage", "the", "--example").out
    assert ("· not cited" in text) == any(not each["cited_by"] for each in found)


def test_the_words_are_marked_on_a_terminal_alone(run: Run, small: str) -> None:
    assert "\x1b" not in run("search", "pilot", "-d", small).out
    shown = {term: _on_a_terminal("search", "arrived", "-d", small, term=term) for term in ("xterm", "dumb")}
    assert "none \x1b[7marrived\x1b[27m." in shown["xterm"]
    assert "\x1b" not in shown["dumb"]


def _on_a_terminal(*arguments: str, term: str) -> str:
    """What a command writes to a terminal."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    environment = {**os.environ, "TERM": term}
    with subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments], stdout=slave, stderr=slave, cwd=ROOT, env=environment
    ) as process:
        os.close(slave)
        written = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            written += part
        process.wait(60)
    os.close(master)
    return " ".join(written.decode().split())


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_list_is_narrowed_by_the_same_language(run: Run, small: str, form: str) -> None:
    result = run("list", "quotes", "-d", small, "--where", "speaker:brenn -twice", "--format", form)
    assert (result.status, result.err) == (OK, "")
    assert "q-pilot" in result.out
    assert "q-twice" not in result.out


def test_a_list_says_what_is_wrong_with_its_query_and_when_nothing_matches(run: Run, small: str) -> None:
    assert run("list", "quotes", "-d", small, "--where", "in:x").status == USAGE_ERROR
    assert run("list", "quotes", "-d", small, "--where", "nonesuch") == (
        OK,
        "",
        "karabakh-tui list quotes: nothing matches\n",
    )
