"""Quotations against the local copies of their sources: what is compared, with what, and what is reported."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from tests.dossiers import PASSAGES, SMALL, Raw, dossier_of, record
from tui.dossier.load import Loaded, load, load_bytes
from tui.dossier.problems import Problems
from tui.dossier.sources import copies
from tui.dossier.sources.verify import verify
from tui.dossier.values.text import Safe

TEXT = """\
The mill has stood still since May. Nobody in the valley will say why.

“We are waiting for the others,” the miller said – and went in. “Grain does not
keep for ever.”

“Perhaps never,” she added. It was never more than a mill.

Her sister wrote: “The wheel […] turns when it likes.”
"""
"""Four paragraphs; the second runs over a line end."""

COPY = "texts/mill.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / COPY).write_text(TEXT, encoding="utf-8")
    (tmp_path / "mills.txt").write_text("One.\n" + "\nA mill.\n" * 8, encoding="utf-8")
    return tmp_path


def source(**keys: Any) -> str:
    return record("sources", **{"id": "m", "text": COPY, **keys})


def quote(text: str, cite: Any, **keys: Any) -> str:
    return record("quotes", text=text, cite=cite, **keys)


def verified(folder: Path, *records: str, **copies: str) -> Loaded:
    """The outcome of loading these records from a file in `folder`."""
    path = folder / "dossier.toml"
    path.write_text(dossier_of(*records), encoding="utf-8")
    return load(path, copies)


def outcome(result: Loaded) -> list[tuple[str, str]]:
    return [(problem.code, problem.hint) for problem in result.problems]


STANDS = {
    "word for word": ("Nobody in the valley will say why.", "m#p1"),
    "part of a sentence": ("waiting for the others", "m#p2"),
    "over a line end of the copy": ("Grain does not keep for ever.", "m#p2"),
    "with straight marks for curly ones": ('"We are waiting for the others,"', "m#p2"),
    "with a hyphen for a dash": ("the miller said - and went in.", "m#p2"),
    "with other white space": ("We are  waiting\nfor the\u00a0others", "m#p2"),
    "with the comma of the sentence around it as a full stop": ("We are waiting for the others.", "m#p2"),
    "with its own omission": ("We are waiting […] and went in", "m#p2"),
    "with an ellipsis for an omission": ("Nobody … will say why", "m#p1"),
    "with three dots for an omission": ("Nobody [...] will say why", "m#p1"),
    "in a span of paragraphs": ("Perhaps never", "m#p2-3"),
    "over the end of a paragraph in a span": ("will say why. “We are waiting", "m#p1-2"),
    "somewhere in the whole source": ("Perhaps never", "m"),
    "in one of several paragraphs": ("Perhaps never", ["m#p1", "m#p3"]),
}


@pytest.mark.parametrize(("words", "cite"), STANDS.values(), ids=STANDS)
@pytest.mark.parametrize("mode", ["direct", "fragment"])
def test_a_quote_that_stands_where_it_is_cited_is_no_problem(folder: Path, words: str, cite: Any, mode: str) -> None:
    result = verified(folder, source(), quote(words, cite, mode=mode))
    assert result.problems == ()
    assert result.notes == ()


COMPARE = "compare it with the source, word by word"
NOT_THERE = "quote-not-found"
MOVED = "quote-moved"
STANDS_NOT = {
    "a word is another": (
        "Nobody in the village will say why.",
        "m#p1",
        (NOT_THERE, "the source’s words are “Nobody in the valley will say why”"),
    ),
    "a word is too many": (
        "We are all waiting for the others",
        "m#p2",
        (NOT_THERE, "the source’s words are “We are waiting for the others”"),
    ),
    "its first letter is missing": ("tood still", "m#p1", (NOT_THERE, "the source’s words are “stood still”")),
    "it has no word in common": ("Zebras", "m#p1", (NOT_THERE, COMPARE)),
    "it stands in another paragraph": ("Perhaps never", "m#p1", (MOVED, "cite m#p3")),
    "it stands in several others": ("the", "m#p3", (MOVED, "cite the paragraph that is meant")),
    "it stands in none of several": ("Perhaps never", ["m#p1", "m#p2"], (MOVED, "cite m#p3")),
    "it runs over the end of the paragraph": ("will say why. “We are waiting", "m#p1", (MOVED, "cite m#p1-2")),
    "its omission runs backwards": (
        "went in […] We are waiting",
        "m#p2",
        (NOT_THERE, "the source has its parts in another order"),
    ),
    "it is nothing but an omission": ("[…]", "m#p2", (NOT_THERE, COMPARE)),
}


@pytest.mark.parametrize(("words", "cite", "problem"), STANDS_NOT.values(), ids=STANDS_NOT)
@pytest.mark.parametrize("mode", ["direct", "fragment"])
def test_a_quote_that_does_not_stand_where_it_is_cited_is_an_error(
    folder: Path, words: str, cite: Any, problem: tuple[str, str], mode: str
) -> None:
    result = verified(folder, source(), quote(words, cite, mode=mode))
    assert outcome(result) == [problem]
    assert result.dossier is None


def test_the_first_letter_of_a_fragment_may_be_small_and_that_of_a_direct_quotation_may_not(folder: Path) -> None:
    words = quote("we are waiting for the others", "m#p2", mode="fragment")
    assert verified(folder, source(), words).problems == ()
    assert outcome(verified(folder, source(), words.replace("fragment", "direct"))) == [
        (NOT_THERE, "the source’s words are “We are waiting for the others”")
    ]


WARNED = {
    "words in a gap of the copy": ("The wheel hardly ever turns when it likes", "m#p4", "bridges-gap"),
    "an omission of a negation": ("Grain does […] for ever", "m#p2", "omits-negation"),
    "words in brackets": ("We are [still] waiting", "m#p2", "editor-insertion"),
    "words in two paragraphs of a span": ("mill", "m#p1-3", "occurs-twice"),
    "words in two paragraphs of a source": ("never", "n", "occurs-twice"),
}


@pytest.mark.parametrize(("words", "cite", "code"), WARNED.values(), ids=WARNED)
def test_what_a_reader_should_look_at_is_a_warning(folder: Path, words: str, cite: str, code: str) -> None:
    (folder / "n.txt").write_text("It is never so.\n\nIt was never so.", encoding="utf-8")
    result = verified(folder, source(), source(id="n", text="n.txt"), quote(words, cite))
    assert [(problem.severity, problem.code) for problem in result.problems] == [("warning", code)]
    assert result.dossier is not None


def test_words_twice_in_the_one_paragraph_that_is_cited_are_found(folder: Path) -> None:
    assert verified(folder, source(), quote("never", "m#p3")).problems == ()


def test_exact_words_twice_in_what_is_cited_are_ambiguous_until_a_prefix_tells_them_apart(folder: Path) -> None:
    [problem] = verified(folder, source(), record("claims", cite={"source": "m", "p": 3, "exact": "never"})).problems
    assert (problem.severity, problem.code) == ("warning", "occurs-twice")
    assert problem.what == "these words occur twice in what is cited: in ¶3"
    told = {"source": "m", "p": 3, "exact": "never", "prefix": "was "}
    assert verified(folder, source(), record("claims", cite=told)).problems == ()


def test_words_that_moved_are_said_to_be_where_they_are(folder: Path) -> None:
    records = source(), source(id="n", text="mills.txt"), quote("mill", "n#p1")
    [problem] = verified(folder, *records).problems
    assert problem.what == "these words are not in n ¶1: they are in ¶2, ¶3, ¶4, ¶5, ¶6 and others"


def test_words_that_are_gone_are_shown_beside_those_of_the_source(folder: Path) -> None:
    [problem] = verified(folder, source(), quote("We are waiting for some others", "m#p2")).problems
    assert problem.what == (
        "these words do not occur in m ¶2: "
        "the source has “… waiting for the others, …” where the quote has “… waiting for some others”"
    )


def test_the_error_stands_at_the_words_and_names_the_passage(folder: Path) -> None:
    [problem] = verified(folder, source(), quote("Perhaps", ["m#p1", "m#p2"])).problems
    assert problem.what == "these words are not in m ¶1, m ¶2: they are in ¶3"
    lines = dossier_of(source(), quote("Perhaps", ["m#p1", "m#p2"])).split("\n")
    assert lines[problem.line - 1].startswith('text = "Perhaps"')
    assert problem.column == 1


def test_an_indirect_quote_is_in_the_editors_words_and_never_compared(folder: Path) -> None:
    result = verified(folder, source(), quote("She does not know.", "m#p2", mode="indirect"))
    assert (result.problems, result.notes) == ((), ())


def test_an_indirect_quote_does_not_count_as_unverified_either(tmp_path: Path) -> None:
    assert verified(tmp_path, source(), quote("No.", "m#p2", mode="indirect")).notes == ()


SELECTS = [
    {"exact": "waiting"},
    {"exact": "never", "prefix": "Perhaps "},
    {"exact": "never", "prefix": "was ", "suffix": " more than"},
    {"exact": "never", "suffix": ",”"},
    {"exact": "Grain […] not keep for ever"},
]
SELECTS_NOTHING = [
    {"exact": "waiting for you"},
    {"exact": "never", "prefix": "hardly "},
    {"exact": "never", "prefix": "Perhaps ", "suffix": " more than"},
    {"exact": "never", "suffix": "?"},
]


def _exact(selector: dict[str, str]) -> dict[str, Any]:
    return {"source": "m", "p": "2-3", **selector}


@pytest.mark.parametrize("selector", SELECTS)
@pytest.mark.parametrize("table", ["alliances", "events", "ledger", "claims"])
def test_exact_words_of_a_cite_stand_in_its_passage(folder: Path, table: str, selector: dict[str, str]) -> None:
    assert verified(folder, source(), record(table, cite=_exact(selector))).problems == ()


@pytest.mark.parametrize("selector", SELECTS_NOTHING)
@pytest.mark.parametrize("table", ["alliances", "events", "ledger", "claims"])
def test_exact_words_that_select_nothing_are_an_error(folder: Path, table: str, selector: dict[str, str]) -> None:
    [problem] = verified(folder, source(), record(table, cite=["m#p1", _exact(selector)])).problems
    assert problem.code == "exact-not-found"
    assert problem.what.startswith("these words do not occur in m ¶2–3")
    assert problem.column == len('cite = ["m#p1", ') + 1


def test_exact_words_elsewhere_are_found_there(folder: Path) -> None:
    cite = {"source": "m", "p": 1, "exact": "never", "prefix": "Perhaps "}
    result = verified(folder, source(), record("claims", cite=cite))
    assert outcome(result) == [("exact-moved", "cite m#p3")]


def test_exact_words_of_an_office_and_of_an_actor_are_compared_too(folder: Path) -> None:
    cite = {"source": "m", "p": 1, "exact": "the miller"}
    actor = record("actors", id="x", cite=cite, roles=[{"title": "miller", "cite": cite}])
    assert [code for code, _ in outcome(verified(folder, source(), actor))] == ["exact-moved"] * 2


@pytest.mark.parametrize(("cite", "known"), [("m#p4", True), ("m#p5", False), ("m#p3-5", False), ("m#p999", False)])
def test_a_paragraph_beyond_the_end_is_an_error(folder: Path, cite: str, known: bool) -> None:
    result = verified(folder, source(), record("claims", cite=cite))
    assert [problem.code for problem in result.problems] == ([] if known else ["no-such-paragraph"])
    if not known:
        assert result.problems[0].what.startswith("“m” has 4 paragraphs, and ¶")
        assert "count from 1" in result.problems[0].hint


def test_a_quote_from_two_sources_stands_in_one_of_them(folder: Path) -> None:
    (folder / "other.txt").write_text("Another mill.", encoding="utf-8")
    two = source() + source(id="n", text="other.txt")
    assert verified(folder, two, quote("Another mill", ["m#p1", "n#p1"])).problems == ()
    assert outcome(verified(folder, two, quote("A third mill", ["m#p1", "n#p1"]))) == [("quote-not-found", COMPARE)]


def test_a_quote_that_may_stand_in_a_source_without_a_copy_is_not_called_wrong(folder: Path) -> None:
    result = verified(folder, source(), source(id="n", text="gone.txt"), quote("A third mill", ["m#p1", "n#p1"]))
    assert result.problems == ()
    assert [str(note).partition(" not verified")[0] for note in result.notes] == ["1 quotation or exact passage of “n”"]


def test_a_quote_that_stands_in_the_one_copy_there_is_is_verified(folder: Path) -> None:
    result = verified(folder, source(), source(id="n", text="gone.txt"), quote("Perhaps never", ["m#p3", "n#p1"]))
    assert (result.problems, result.notes) == ((), ())


# Where the copy is.


def test_a_copy_is_found_beside_the_dossier_wherever_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    assert outcome(verified(folder, source(), quote("No such words", "m#p1"))) == [("quote-not-found", COMPARE)]
    assert outcome(load("../dossier.toml")) == [("quote-not-found", COMPARE)]


def test_a_missing_copy_is_a_note_and_no_problem(tmp_path: Path) -> None:
    exact = {"source": "m", "p": 1, "exact": "words"}
    result = verified(tmp_path, source(), quote("Words", "m#p1"), record("claims", cite=exact))
    assert result.problems == ()
    assert result.dossier is not None
    [note] = result.notes
    assert note.startswith("2 quotations and exact passages of “m” not verified: mill.txt: there is no such file")
    assert note.endswith("(--text m=PATH names one)")


def test_a_source_without_a_copy_is_a_note_too(tmp_path: Path) -> None:
    result = verified(tmp_path, source(text=None), quote("Words", "m#p1"))
    assert result.problems == ()
    assert result.notes == (
        "1 quotation or exact passage of “m” not verified: no local copy (--text m=PATH names one)",
    )


def test_a_source_that_nothing_is_quoted_from_needs_no_copy(tmp_path: Path) -> None:
    assert verified(tmp_path, source(), record("claims", cite="m#p1")).notes == ()


def test_very_many_sources_without_a_copy_are_one_note(tmp_path: Path) -> None:
    sources = [source(id=f"m{number}") for number in range(40)]
    quotes = [quote("Words", f"m{number}#p1", id=f"q{number}") for number in range(40)]
    [note] = verified(tmp_path, *sources, *quotes).notes
    assert note.startswith("40 quotations and exact passages of 40 sources not verified")


@pytest.mark.parametrize("path", ["../secret.txt", "texts/../../secret.txt", "/etc/hostname", ".."])
def test_a_copy_outside_the_folder_is_refused_with_a_warning(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    result = verified(tmp_path / "inner", source(text=path), quote("secret", "m#p1"))
    assert [(problem.severity, problem.code) for problem in result.problems] == [("warning", "text-outside")]
    assert result.dossier is not None
    assert result.dossier.passages == {}
    assert "--text" in result.problems[0].hint


def test_an_absolute_path_into_the_folder_is_refused_as_well(folder: Path) -> None:
    result = verified(folder, source(text=str(folder / COPY)))
    assert [problem.code for problem in result.problems] == ["text-outside"]


@pytest.mark.parametrize("linked", ["the file", "its folder"])
def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path, linked: str) -> None:
    outside, inner = tmp_path / "outside", tmp_path / "inner"
    outside.mkdir()
    inner.mkdir()
    (outside / "mill.txt").write_text(TEXT, encoding="utf-8")
    if linked == "the file":
        (inner / "texts").mkdir()
        (inner / COPY).symlink_to(outside / "mill.txt")
    else:
        (inner / "texts").symlink_to(outside)
    result = verified(inner, source(), quote("never", "m#p3"))
    assert [problem.code for problem in result.problems] == ["text-outside"]
    assert result.dossier is not None
    assert result.dossier.passages == {}


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    (folder / "mill-link.txt").symlink_to(COPY)
    result = verified(folder, source(text="mill-link.txt"), quote("never", "m#p3"))
    assert (result.problems, result.notes) == ((), ())


def test_a_folder_reached_through_a_link_holds_its_copies(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    way = tmp_path_factory.mktemp("way") / "in"
    way.symlink_to(folder)
    result = verified(way, source(), quote("never", "m#p3"))
    assert (result.problems, result.notes) == ((), ())


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda path: path.mkdir(), "this is a directory, not a file"),
        (lambda path: os.mkfifo(path), "this is a pipe, not a file"),
        (lambda path: path.write_bytes(b"caf\xe9 \xff"), "UTF-8"),
    ],
    ids=["a directory", "a pipe", "not UTF-8"],
)
def test_a_copy_that_is_there_and_cannot_be_read_is_an_error(tmp_path: Path, make: Any, what: str) -> None:
    make(tmp_path / "copy.txt")
    [problem] = verified(tmp_path, source(text="copy.txt"), quote("Words", "m#p1")).problems
    assert (problem.severity, problem.code) == ("error", "unreadable-copy")
    assert what in problem.what
    lines = dossier_of(source(text="copy.txt")).split("\n")
    assert lines[problem.line - 1] == 'text = "copy.txt"'


def test_nothing_is_read_for_a_dossier_that_has_no_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    text = dossier_of(source(), quote("No such words", "m#p1"))
    result = load_bytes(text.encode(), Safe("standard input"))
    assert result.problems == ()
    assert "no local copy" in result.notes[0]


def test_the_copies_that_a_dossier_names_share_one_limit_of_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text("words. " * 100, encoding="utf-8")
    sources = [source(id=name, text=f"{name}.txt") for name in ("one", "two", "three")]
    quotes = [quote("words", f"{name}#p1", id=f"q-{name}") for name in ("one", "two", "three")]
    monkeypatch.setattr(copies, "MAX_BYTES", 1500)
    result = verified(folder, *sources, *quotes)
    [note] = result.notes
    assert "of “three” not verified: its copies are larger than" in note
    assert result.dossier is not None
    assert list(result.dossier.passages) == ["one", "two"]
    named = verified(folder, *sources, *quotes, one=str(folder / "one.txt"))
    assert (named.problems, named.notes) == ((), ()), "a copy that the reader names does not count towards it"


def test_every_quotation_gets_an_answer_however_many_there_are(folder: Path) -> None:
    (folder / "long.txt").write_text("A paragraph of some length.\n\n" * 1000, encoding="utf-8")
    quotes = [quote(f"nothing like number {number}", "n", id=f"q{number}") for number in range(300)]
    result = verified(folder, source(id="n", text="long.txt"), *quotes)
    assert [problem.code for problem in result.problems] == ["quote-not-found"] * 300
    assert result.notes == ()


# Pinned copies.


def pinned_source(**keys: Any) -> str:
    return source(sha256=hashlib.sha256(TEXT.encode()).hexdigest(), archive="https://archive.example/mill", **keys)


def test_a_copy_with_the_hash_in_the_dossier_is_the_one_that_was_pinned(folder: Path) -> None:
    assert verified(folder, pinned_source(), quote("never", "m#p3")).problems == ()


def test_a_copy_that_changed_is_a_warning_at_its_hash(folder: Path) -> None:
    (folder / COPY).write_text(TEXT + "\nMore.\n", encoding="utf-8")
    result = verified(folder, pinned_source(), quote("never", "m#p3"))
    [problem] = result.problems
    assert (problem.severity, problem.code) == ("warning", "copy-changed")
    assert hashlib.sha256((folder / COPY).read_bytes()).hexdigest() in problem.what
    assert dossier_of(pinned_source()).split("\n")[problem.line - 1].startswith("sha256")
    assert result.dossier is not None


def test_a_passage_of_a_changed_copy_is_said_to_be_moved_gone_or_there_twice(folder: Path) -> None:
    (folder / COPY).write_text("New.\n\n" + TEXT.replace("mill", "weir") + "\nNobody will.\n", encoding="utf-8")
    exact = {"source": "m", "exact": "Nobody"}
    quotes = quote("Perhaps never", "m#p3"), quote("The mill has stood still", "m#p1", id="q2")
    problems = verified(folder, pinned_source(), *quotes, record("claims", cite=exact)).problems
    assert [problem.code for problem in problems] == ["copy-changed", "quote-moved", "quote-not-found", "occurs-twice"]


def test_a_copy_that_the_reader_names_is_compared_with_the_hash_too(folder: Path) -> None:
    other = folder / "other.txt"
    other.write_text("It was never so.", encoding="utf-8")
    result = verified(folder, pinned_source(), quote("never", "m#p1"), m=str(other))
    assert [problem.code for problem in result.problems] == ["copy-changed"]


def test_a_hash_that_is_none_is_a_warning(folder: Path) -> None:
    result = verified(folder, source(sha256="abc", archive="mill"), quote("never", "m#p3"))
    assert [(problem.severity, problem.code) for problem in result.problems] == [
        ("warning", "bad-sha256"),
        ("warning", "bad-url"),
    ]


# The copy that a person names.


def test_a_named_copy_goes_before_the_one_in_the_dossier(folder: Path) -> None:
    other = folder / "other.txt"
    other.write_text("Other words.", encoding="utf-8")
    records = source(), quote("Other words", "m#p1")
    assert outcome(verified(folder, *records)) == [("quote-not-found", COMPARE)]
    assert verified(folder, *records, m=str(other)).problems == ()


def test_a_named_copy_may_be_anywhere(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "mill.txt").write_text(TEXT, encoding="utf-8")
    result = verified(tmp_path / "inner", source(text="../x"), quote("never", "m#p3"), m=str(tmp_path / "mill.txt"))
    assert (result.problems, result.notes) == ((), ())


def test_a_copy_is_named_for_a_dossier_from_standard_input_too(folder: Path) -> None:
    text = dossier_of(source(text=None), quote("No such words", "m#p1"))
    result = load_bytes(text.encode(), Safe("standard input"), None, {"m": str(folder / COPY)})
    assert outcome(result) == [("quote-not-found", COMPARE)]


def test_a_named_copy_that_is_not_there_is_an_error(folder: Path) -> None:
    [problem] = verified(folder, source(), quote("never", "m#p3"), m=str(folder / "gone.txt")).problems
    assert (problem.severity, problem.code) == ("error", "unreadable-copy")
    assert "there is no such file" in problem.what


@pytest.mark.parametrize(("name", "hint"), [("mils", "did you mean “mill”?"), ("xyz", "the id of a source")])
def test_a_copy_of_a_source_that_the_dossier_does_not_have_is_an_error(folder: Path, name: str, hint: str) -> None:
    [problem] = verified(folder, source(id="mill"), **{name: str(folder / COPY)}).problems
    assert (problem.severity, problem.code) == ("error", "unknown-source")
    assert f"“{name}”" in problem.what
    assert hint in problem.hint


def test_the_id_of_an_actor_is_not_that_of_a_source(folder: Path) -> None:
    [problem] = verified(folder, source(), a=str(folder / COPY)).problems
    assert problem.code == "unknown-source"


# All of it together.


def test_the_passages_are_kept_for_those_who_show_them(folder: Path) -> None:
    dossier = verified(folder, source()).dossier
    assert dossier is not None
    assert list(dossier.passages) == ["m"]
    assert len(dossier.passages["m"]) == 4
    assert dossier.passages["m"][1].endswith("Grain does not keep for ever.”")


def test_a_hostile_copy_is_shown_as_plain_text(folder: Path) -> None:
    (folder / COPY).write_text("A \x1b]0;title\x07 word\u202e.\n", encoding="utf-8")
    dossier = verified(folder, source()).dossier
    assert dossier is not None
    assert all(passage.isprintable() for passage in dossier.passages["m"])


def test_the_small_dossier_stands_in_its_source(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "gazette.txt").write_text(PASSAGES, encoding="utf-8")
    (tmp_path / "small.toml").write_text(SMALL, encoding="utf-8")
    result = load(tmp_path / "small.toml")
    assert result.problems == ()
    assert [note.partition(" of ")[2].partition(" ")[0] for note in result.notes] == ["“almanac”"]


def test_each_wrong_quote_is_told_in_one_reading(folder: Path) -> None:
    quotes = [quote(words, "m#p1", id=f"q{number}") for number, words in enumerate(["One", "The mill", "Three"])]
    exact = Raw('{ source = "m", p = 1, exact = "Four" }')
    problems = outcome(verified(folder, source(), *quotes, record("claims", cite=exact)))
    assert [code for code, _ in problems] == ["quote-not-found", "quote-not-found", "exact-not-found"]


def test_words_cited_without_a_paragraph_may_stand_in_the_headline(folder: Path) -> None:
    printed = source(title="Miller Waits for “Others”")
    whole = {"source": "m", "exact": "“Others”"}
    assert outcome(verified(folder, printed, record("claims", cite=whole))) == []
    [(in_paragraph, _)] = outcome(verified(folder, printed, record("claims", cite={**whole, "p": 1})))
    [(cut, _)] = outcome(verified(folder, printed, record("claims", cite={**whole, "exact": "Other"})))
    assert (in_paragraph, cut) == ("exact-not-found", "exact-not-found")


def test_it_is_told_a_hundred_times_at_most_how_many_quoted_words_have_been_looked_for(folder: Path) -> None:
    quotes = [quote("Nobody in the valley will say why.", "m#p1", id=f"q{number}") for number in range(250)]
    dossier = verified(folder, source(), *quotes).dossier
    assert dossier is not None
    tables = {table: list(enumerate(records)) for table, records in dossier.tables.items()}
    told: list[tuple[int, int]] = []
    verify(tables, dossier.passages, Problems(), lambda done, total: told.append((done, total)))
    assert 80 <= len(told) <= 100
    assert told == sorted(told)
    assert {total for _, total in told} == {250}
    assert 240 < told[-1][0] < 250
