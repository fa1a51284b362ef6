"""What is wrong with a dossier: each rule of the format, where its breach is reported and what is said to do.

In a case the mark ▸ stands right before the place that the problem must name; it is taken out before the file is read.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
import tomli

import tui.dossier
from tests.dossiers import (
    CAST,
    HEAD,
    MINIMAL,
    SMALL,
    Raw,
    codes_of,
    dossier_of,
    load_text,
    loaded,
    problems_of,
    record,
    toml,
)
from tests.marks import mostly_long
from tui.dossier.problems import MOST, SHOWN, Problem, grouped
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import SOURCE_KINDS, TIE_SIGNS

MARK = "▸"
HEADER = "[["
"""Where a record begins, as the place of a mark."""

ERROR, WARNING = "error", "warning"


def row(table: str, at: str = "", **keys: Any) -> str:
    """A record as `record` makes it, with a mark before the key `at` or before its header."""
    text = record(table, **keys)
    if at == HEADER:
        return text.replace("[[", f"{MARK}[[", 1)
    return text.replace(f"\n{at} = ", f"\n{MARK}{at} = ", 1) if at else text


def here(value: Any) -> Raw:
    """A value with a mark before it."""
    return Raw(MARK + toml(value))


def at(key: str, **keys: Any) -> Raw:
    """A table in one line, with a mark before one of its keys."""
    return Raw(toml(keys).replace(f"{key} = ", f"{MARK}{key} = ", 1))


def top(at: str = "", rest: str = "", **keys: Any) -> str:
    """A whole file with these keys at its top."""
    held = {"dossier": 1, "title": "T", **keys}
    lines = (f"{MARK * (key == at)}{key} = {toml(value)}\n" for key, value in held.items() if value is not None)
    return "".join(lines) + rest


class Case(NamedTuple):
    """Records that break a rule, or a whole file: the code, what is said of it and what to do about it."""

    code: str
    text: str
    what: str
    hint: str
    severity: str = ERROR

    @property
    def file(self) -> str:
        """The whole file, with the mark in it."""
        return self.text if "title" in self.text.partition("[[")[0] else HEAD + CAST + self.text


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each."""
    places = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        while MARK in line:
            places.append((number + 1, line.index(MARK) + 1))
            line = line.replace(MARK, "", 1)
        lines[number] = line
    return "\n".join(lines), places


BRACKETS, MARKS, FORMS = "put it in brackets: […]", '"…"', 'write "source", "source#p5"'

SHAPES = [
    # the head of the file
    Case("missing-key", f"{MARK}title = 'T'\n", "the dossier has no `dossier`", "begin the file with dossier = 1"),
    Case("missing-key", f"{MARK}dossier = 1\nsummary = 'no title'\n", "the dossier has no `title`", "add `title`"),
    Case("wrong-type", top("dossier", dossier="1"), "`dossier`: text where a whole number is needed", "digits"),
    Case("wrong-type", top("dossier", dossier=True), "true or false where a whole number is needed", "write digits"),
    Case("wrong-type", top("dossier", dossier=1.0), "`dossier`: a number where a whole number is needed", "digits"),
    Case("wrong-version", top("dossier", dossier=2), "version 2; this program reads version 1", "a newer karabakh-tui"),
    Case("wrong-version", top("dossier", dossier=0), "version 0; this program reads version 1", "write dossier = 1"),
    Case("wrong-version", top("dossier", dossier=-1), "version -1; this program reads", "write dossier = 1"),
    Case("empty-text", top("title", title=""), "`title`: it is empty", "write some text or leave the key out"),
    Case("wrong-type", top("editors", editors="E"), "`editors`: text where a list is needed", BRACKETS),
    Case("wrong-type", top(editors=["E", here(4)]), "`editors`: a number where text is needed", MARKS),
    Case("empty-text", top(editors=["E", here("")]), "`editors`: it is empty", "leave the key out"),
    Case("bad-date", top("as_of", as_of="May"), "`as_of`: “May” is not a date", 'write "1974", "1974-09"'),
    Case("bad-date", top("as_of", as_of=Raw("07:32:00")), "`as_of`: a date must be quoted", 'write "1974"'),
    # the tables
    Case(
        "wrong-type",
        top("actors", actors="A"),
        "`actors` is text, not a list of tables",
        "begin each entry with [[actors]]",
    ),
    Case(
        "wrong-type",
        top(rest=f"[{MARK}actors]\nid = 'a'\n"),
        "`actors` is a table, not a list",
        "begin each entry with [[actors]]",
    ),
    Case(
        "wrong-type",
        top(actors=[here(4)]),
        "an entry of `actors` is a number, not a table",
        "begin each entry with [[actors]]",
    ),
    Case("missing-key", row("quotes", HEADER, text=None), "this entry of `quotes` has no `text`", "add `text`"),
    Case("missing-key", row("quotes", HEADER, cite=None), "this entry of `quotes` has no `cite`", "add `cite`"),
    Case("missing-key", row("actors", HEADER, id="x", kind=None), "has no `kind`", "one of state, igo, body, group"),
    Case("missing-key", row("claims", HEADER, by=None), "this entry of `claims` has no `by`", "add `by`"),
    # ids and texts
    Case("bad-id", row("actors", "id", id="A_B"), "`id`: “A_B” is not a valid id", "lower-case letters and digits"),
    Case("bad-id", row("actors", "id", id="x--y"), "“x--y” is not a valid id", "joined by single hyphens"),
    Case("bad-id", row("actors", "id", id="-x"), "“-x” is not a valid id", "joined by single hyphens"),
    Case("bad-id", row("actors", "id", id="é"), "“é” is not a valid id", "lower-case letters and digits"),
    Case("bad-id", row("actors", "id", id="x" * 61), "is not a valid id", "at most 60"),
    Case("bad-id", row("actors", "id", id=""), "“” is not a valid id", "letters and digits"),
    Case("wrong-type", row("actors", "id", id=5), "`id`: a number where text is needed", MARKS),
    Case("empty-text", row("quotes", "text", text=""), "`text`: it is empty", "write some text or leave the key out"),
    Case("empty-text", row("quotes", "speaker", speaker=""), "`speaker`: it is empty", "write some text"),
    Case("empty-text", row("ledger", "of", of=""), "`of`: it is empty", "write some text"),
    Case("empty-text", row("quotes", to=["b", here("")]), "`to`: it is empty", "leave the key out"),
    Case("empty-text", row("quotes", "text", text=" \n "), "`text` holds only white space", "write some text"),
    Case("empty-text", row("quotes", "note", note=" "), "`note` holds only white space", "leave the key out"),
    Case("empty-text", row("actors", id="x", aliases=["Y", here(" ")]), "`aliases` holds only white", "leave the key"),
    Case("wrong-type", row("quotes", "text", text=4), "`text`: a number where text is needed", MARKS),
    Case("wrong-type", row("quotes", "lang", lang=["en"]), "`lang`: a list where text is needed", MARKS),
    Case("wrong-type", row("quotes", "lang", lang=Raw("1977-01-01")), "a date where text is needed", MARKS),
    Case("wrong-type", row("quotes", "lang", lang={"a": 1}), "`lang`: a table where text is needed", MARKS),
    Case("wrong-type", row("quotes", "to", to="b"), "`to`: text where a list is needed", BRACKETS),
    Case("wrong-type", row("quotes", to=["b", here(4)]), "`to`: a number where text is needed", MARKS),
    Case("wrong-type", row("ledger", "stated", stated="yes"), "`stated`: text where true or false", "true or false"),
    # vocabularies
    Case(
        "unknown-word",
        row("actors", "kind", id="x", kind="stat"),
        "`kind`: “stat” is not an allowed value",
        "“state”? allowed",
    ),
    Case(
        "unknown-word",
        row("actors", "kind", id="x", kind="zz"),
        "“zz” is not an allowed value",
        "allowed values: state, igo, body,",
    ),
    Case("unknown-word", row("alliances", "kind", kind="Defence pact"), "“Defence pact” is", "did you mean “defence-"),
    Case("unknown-word", row("alliances", provisions=["offense", here("defence")]), "“defence” is not", "“defense”?"),
    Case("wrong-type", row("alliances", "provisions", provisions="defense"), "text where a list is", BRACKETS),
    Case("wrong-type", row("quotes", "mode", mode=1), "`mode`: a number where a word is needed", "one of direct, frag"),
    # offices
    Case("wrong-type", row("actors", id="x", roles=[here("T")]), "`roles`: text where a table is", "{ key = … }"),
    Case("missing-key", row("actors", id="x", roles=[here({"of": "a"})]), "entry of `roles` has no `title`", "`title`"),
    Case("empty-text", row("actors", id="x", roles=[Raw(f'{{ {MARK}title = " " }}')]), "`title` holds only", "write"),
    # what is not known
    Case(
        "unknown-key", top("titel", titel="T"), "unknown key “titel” in the dossier", "did you mean “title”?", WARNING
    ),
    Case("unknown-key", HEAD + f"[[{MARK}alliance]]\n", "“alliance” in the dossier", "mean “alliances”?", WARNING),
    Case("unknown-key", HEAD + f"[{MARK}xyzzy]\n", "“xyzzy” in the dossier", "known keys: dossier, title,", WARNING),
    Case("unknown-key", row("quotes", "speeker", speeker="a"), "“speeker” in this entry of `quotes`", "“spea", WARNING),
    Case("unknown-key", row("quotes", "Date_Text", Date_Text="a"), "“Date_Text” in", "mean “date_text”?", WARNING),
    Case(
        "unknown-key",
        row("actors", id="x", roles=[Raw(f"{{ title = 'T', {MARK}untill = '1977' }}")]),
        "unknown key “untill” in this entry of `roles`",
        "did you mean “until”?",
        WARNING,
    ),
]

CITES = [
    Case("bad-cite", row("quotes", "cite", cite="S p5"), "`cite`: “S p5” is not a valid cite", FORMS),
    Case("bad-cite", row("quotes", "cite", cite="s#5"), "“s#5” is not a valid cite", FORMS),
    Case("bad-cite", row("quotes", "cite", cite="s#p0"), "“s#p0” is not a valid cite", FORMS),
    Case("bad-cite", row("quotes", "cite", cite="s#p1-"), "“s#p1-” is not a valid cite", FORMS),
    Case("bad-cite", row("quotes", "cite", cite=""), "“” is not a valid cite", FORMS),
    Case("bad-cite", row("quotes", "cite", cite=[]), "an empty list of cites", FORMS),
    Case("bad-cite", row("quotes", "cite", cite=5), "a cite cannot be a number", FORMS),
    Case("bad-cite", row("quotes", "cite", cite=Raw("1977-01-01")), "a cite cannot be a date", FORMS),
    Case("bad-cite", row("quotes", cite=["s", here(["s"])]), "a cite cannot be a list", FORMS),
    Case("bad-cite", row("quotes", cite=["s", here("s#p6-5")]), "paragraphs 6-5 run backwards", "write 5-6"),
    Case("bad-cite", row("quotes", "cite", cite={"p": 1}), "the cite names no source", "the id of a source"),
    Case("bad-cite", row("quotes", cite=at("source", source="s#p1")), "names no source", "the id of a source"),
    Case("bad-cite", row("quotes", cite=at("p", source="s", p=0)), "`p` is not a paragraph", "number, from 1 on"),
    Case("bad-cite", row("quotes", cite=at("p", source="s", p=True)), "`p` is not a paragraph", "from 1 on"),
    Case("bad-cite", row("quotes", cite=at("p", source="s", p=1_000_000)), "`p` is not a paragraph", "from 1 on"),
    Case("bad-cite", row("quotes", cite=at("p", source="s", p="2-1")), "2-1 run backwards", "write 1-2"),
    Case("bad-cite", row("quotes", cite=at("pgae", source="s", pgae=4)), "has no key “pgae”", "mean “page”?"),
    Case("bad-cite", row("quotes", "cite", cite="s#pg=4"), "“pg” is not a locator", "did you mean “page”?"),
    Case("bad-cite", row("quotes", "cite", cite="s#page="), "`page` of a cite is empty", "412 or 412-413"),
    Case("bad-cite", row("quotes", "cite", cite="s#page=12-3"), "12-3 runs backwards", "the earlier one first"),
    Case("bad-cite", row("quotes", cite=at("page", source="s", page="12-3")), "12-3 runs backwards", "in full"),
    Case("bad-cite", row("quotes", cite=at("folio", source="s", folio="12v-12r")), "runs backwards", "in full"),
    Case("bad-cite", row("quotes", cite=at("page", source="s", page=[4])), "is a list", "between quotation marks"),
    Case("bad-cite", row("quotes", "cite", cite="s#page=1&page=2"), "`page` is there twice", "a cite for each"),
    Case("bad-cite", row("quotes", "cite", cite="s#p=5"), "without “=”", "write s#p5"),
    Case("bad-cite", row("quotes", "cite", cite="s#t=smpte:00:10:00:00"), "counts frames", "hh:mm:ss"),
    Case("bad-cite", row("quotes", "cite", cite="s#t=20,10"), "20,10 runs backwards", "in full"),
    Case("bad-cite", row("quotes", cite=at("stance", source="s", stance="denies")), "“denies” is not", "“disputes”?"),
    Case("bad-cite", row("quotes", cite=at("stance", source="s", stance="disupte")), "not an allowed", "“disputes”?"),
    Case("bad-cite", row("quotes", cite=at("stance", source="s", stance=1)), "is a number", "supports, disputes"),
    Case("bad-cite", row("quotes", cite=at("para", source="s", para=1)), "has no key “para”", "mean “paragraph”?"),
    Case("bad-cite", row("quotes", cite=at("exact", source="s", exact=1)), "`exact` of a cite is a number", "marks"),
    Case("bad-cite", row("quotes", cite=at("exact", source="s", exact=" ")), "`exact` of a cite is empty", "leave"),
    Case("bad-cite", row("quotes", cite=at("prefix", source="s", prefix="x")), "need `exact`", "add the"),
    Case("bad-cite", row("quotes", cite=["s", at("suffix", source="s", suffix="x")]), "need `exact`", "add the"),
    Case("bad-cite", row("quotes", cite=None) + f"cite.source = 's'\ncite.{MARK}p = 0\n", "not a paragraph", "from 1"),
    Case(
        "bad-cite",
        row("actors", id="x") + f"[[actors.roles]]\ntitle = 'T'\n[actors.roles.cite]\nsource = 's'\n{MARK}p = 0\n",
        "`p` is not a paragraph",
        "from 1 on",
    ),
    Case(
        "unknown-source",
        row("actors", id="x") + f"[[actors.roles]]\ntitle = 'T'\n[actors.roles.cite]\n{MARK}source = 'zz'\n",
        "the cite names “zz”",
        "[[sources]]",
    ),
    Case("bad-cite", row("quotes", "cite", cite="a; b"), "`cite`: “a; b” is not a valid cite", FORMS),
    Case("bad-cite", row("quotes", "cite", cite="matching regex"), "“matching regex” is not a valid cite", FORMS),
    Case("bad-cite", row("actors", id="x", roles=[Raw(f"{{ title = 'T', {MARK}cite = '?' }}")]), "“?” is no", FORMS),
    Case("unknown-source", row("quotes", "cite", cite="zz#p1"), "names “zz”, but no source has that id", "[[sources]]"),
    Case("unknown-source", row("quotes", cite=["s", here("a")]), "names “a”, which is an actor", "add it to [[sourc"),
    Case(
        "unknown-source",
        row("sources", id="gazette") + row("quotes", cite=at("source", source="gazete", p=1)),
        "the cite names “gazete”, but no source has that id",
        "did you mean “gazette”?",
    ),
    Case(
        "unknown-source",
        row("actors", id="x", roles=[{"title": "T", "cite": ["s", here("zz")]}]),
        "the cite names “zz”",
        "[[sources]]",
    ),
]

REFERENCES = [
    Case(
        "duplicate-id",
        row("quotes", "id", id="a"),
        "“a” is already used by an actor on line 11",
        "unique across all tables",
    ),
    Case(
        "duplicate-id",
        row("actors", "id", id="b"),
        "“b” is already used by an actor on line 16",
        "unique across all tables",
    ),
    Case(
        "dangling-reference", row("quotes", "speaker", speaker="nobody"), "`speaker` names “nobody”", "id of an actor"
    ),
    Case("dangling-reference", row("quotes", to=["b", here("c")]), "`to` names “c”, but no record", "id of an actor"),
    Case("dangling-reference", row("quotes", to=[4, here("c")]), "`to` names “c”, but no record", "id of an actor"),
    Case("dangling-reference", row("quotes", about=[here("zz")]), "`about` names “zz”", "the id of a record"),
    Case("dangling-reference", row("claims", by=[here("zz")]), "`by` names “zz”", "an actor or a source"),
    Case(
        "dangling-reference", row("alliances", "from", between=None, from_="zz", to="b"), "`from` names “zz”", "an act"
    ),
    Case(
        "dangling-reference",
        row("actors", id="northland") + row("quotes", "speaker", speaker="nortland"),
        "`speaker` names “nortland”, but no record has that id",
        "did you mean “northland”?",
    ),
    Case(
        "dangling-reference",
        row("actors", id="x", roles=[Raw(f"{{ title = 'T', {MARK}of = 'zz' }}")]),
        "`of` names “zz”",
        "the id of an actor",
    ),
    Case("dangling-reference", top(sides=["a", here("zz")], rest=CAST), "`sides` names “zz”", "the id of an actor"),
    Case("wrong-reference", top(sides=[here("s")], rest=CAST), "`sides` names “s”, which is a source", "of an actor"),
    Case("wrong-reference", row("quotes", "speaker", speaker="s"), "names “s”, which is a source", "id of an actor"),
    Case("wrong-reference", row("claims", by=["a", here("c")]), "names “c”, which is a claim", "an actor or a source"),
    Case("not-a-side", row("actors", "side", id="x", side="a"), "“a” is not one of the dossier's sides", "at the top"),
    Case(
        "not-a-side",
        top(sides=["b", "a"], rest=CAST + row("actors", "side", id="x", side="x")),
        "“x” is not one of the dossier's sides",
        "it must be b or a",
    ),
    Case("cycle", row("actors", "part_of", id="x", part_of="x"), "`part_of` forms a cycle: x → x", "remove one"),
    Case(
        "cycle", row("events", "after", after=["e"]), "`after` forms a cycle: e → e", "remove one of these references"
    ),
    Case(
        "cycle",
        row("actors", id="x", part_of="y") + row("actors", "part_of", id="y", part_of="x"),
        "`part_of` forms a cycle: x → y → x",
        "remove one of these references",
    ),
    Case(
        "cycle",
        row("events") + row("events", id="f", after=["e", "g"]) + row("events", "after", id="g", after=["e", "f"]),
        "`after` forms a cycle: f → g → f",
        "remove one of these references",
    ),
]

TIES = [
    Case("two-shapes", row("alliances", "between", from_="a", to="b"), "not both", "keep one"),
    Case("two-shapes", row("alliances", "between", to="b"), "not both", "keep one"),
    Case(
        "one-actor",
        row("alliances", "between", between=["a"]),
        "`between` names only one actor",
        "two different actors",
    ),
    Case("one-actor", row("alliances", "between", between=["a", "a"]), "names only one actor", "two different actors"),
    Case("one-actor", row("alliances", "between", between=["a", "b", "a"]), "names an actor twice", "two different"),
    Case("one-actor", row("alliances", "to", between=None, from_="a", to="a"), "an actor to itself", "two different"),
    Case("missing-end", row("alliances", HEADER, between=None, from_="a"), "the tie has no `to`", "which actors"),
    Case("missing-end", row("alliances", HEADER, between=None, to="a"), "the tie has no `from`", "which actors"),
    Case("missing-end", row("alliances", HEADER, between=None), "no `between`, or `from` and `to`", "which actors"),
    Case("missing-end", row("alliances", HEADER, between=[]), "no `between`, or `from` and `to`", "which actors"),
    Case(
        "wrong-sign",
        row("alliances", "sign", kind="aid", sign="-"),
        "a tie of kind aid always has the sign +",
        "leave `sign`",
    ),
    Case("wrong-sign", row("alliances", "sign", kind="rivalry", sign="+"), "always has the sign -", "another kind"),
    Case(
        "unknown-word",
        row("alliances", "sign", sign="±"),
        "`sign`: “±” is not an allowed value",
        "allowed values: +, -",
    ),
    Case("ends-before-start", row("alliances", "end", start="1980", end="1979-12"), "ends before it starts", "`start`"),
    Case(
        "actor-ends-before-start",
        row("actors", "until", id="x", since="1980", until="1979-12"),
        "the actor ends before it begins",
        "`since`",
    ),
]

SOURCES_AND_QUOTES = [
    Case("missing-lang", row("quotes", "translation", translation="U"), "from which language", "add lang = ", WARNING),
    Case("unknown-source-kind", row("sources", "kind", id="x", kind="bok"), "not a CSL item type", "“book”?", WARNING),
    Case("unknown-source-kind", row("sources", "kind", id="x", kind="zz"), "not a CSL item", "kept as it is", WARNING),
    Case("bad-grade", row("sources", "grade", id="x", grade="G7"), "“G7” is not an Admiralty", "such as B2", WARNING),
    Case("bad-grade", row("sources", "grade", id="x", grade="B"), "“B” is not an Admiralty", "digit 1-6", WARNING),
    Case("bad-grade", row("quotes", cite=at("grade", source="s", grade="2B")), "“2B” is not", "such as B2", WARNING),
    Case(
        "bad-grade",
        row("quotes", cite=["s", at("grade", source="s", grade="b2")]),
        "“b2” is",
        "such as B2",
        WARNING,
    ),
    Case("bad-url", row("sources", "url", id="x", url="ftp://x"), "not an http or https", "cannot be opened", WARNING),
    Case("bad-url", row("sources", "url", id="x", url="https://u@h/"), "not an http", "cannot be opened", WARNING),
    Case("bad-url", row("sources", "url", id="x", url="https://"), "not an http", "cannot be opened", WARNING),
    Case("bad-url", row("sources", "archive", id="x", archive="ftp://x"), "`archive` is not", "not be opened", WARNING),
    Case("bad-sha256", row("sources", "sha256", id="x", sha256="12"), "not a SHA-256 hash", "check --pin", WARNING),
]

STATUSES = [
    Case("missing-by", row("alliances", "status", status="contested"), "contested, but `by` does not", "add by = ["),
    Case(
        "missing-by",
        row("alliances", "status", status="attributed"),
        "the status is attributed, but `by` names nobody",
        "by = […] or quotes = […]",
    ),
    Case(
        "missing-by",
        row("events", "status", status="attributed"),
        "the status is attributed, but `by` names nobody",
        'add by = ["…"]',
    ),
    Case(
        "missing-denied-by", row("claims", "status", status="denied"), "does not say who denies it", "add denied_by = ["
    ),
    Case("missing-by", row("claims", "by", by=[]), "`by` is empty", "at least one who makes the claim"),
]

CASES = [*SHAPES, *CITES, *REFERENCES, *TIES, *SOURCES_AND_QUOTES, *STATUSES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.what}")
def test_a_broken_rule_is_reported_where_it_is_broken_with_what_to_do(case: Case) -> None:
    text, [place] = marked(case.file)
    problems = [problem for problem in problems_of(text) if problem.code == case.code]
    assert [(problem.line, problem.column) for problem in problems] == [place]
    assert problems[0].severity == case.severity
    assert case.what in problems[0].what
    assert case.hint in problems[0].hint


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.what}")
def test_an_error_keeps_a_dossier_from_opening_and_a_warning_does_not(case: Case) -> None:
    result = load_text(marked(case.file)[0])
    assert (result.dossier is None) == (case.severity == ERROR)


def test_one_fault_is_one_problem_but_where_it_breaks_two_rules() -> None:
    several = [codes for case in CASES if len(codes := codes_of(marked(case.file)[0])) > 1]
    assert several == [["wrong-type", "dangling-reference"]]  # a list in which two elements are wrong


def test_an_id_given_twice_hides_no_circle() -> None:
    text = top(rest=row("actors", id="x", part_of="y") + row("actors", id="y", part_of="x") + row("actors", id="y"))
    assert sorted(codes_of(text)) == ["cycle", "duplicate-id"]


def test_no_problem_of_these_leaves_the_reader_without_advice() -> None:
    assert [case for case in CASES for problem in problems_of(marked(case.file)[0]) if not problem.hint] == []


def test_a_dossier_may_hold_nothing_but_its_version_and_title() -> None:
    dossier = loaded('dossier = 1\ntitle = "Nothing yet"\n')
    assert dossier.head.title == "Nothing yet"
    assert set(dossier.tables) == set(MINIMAL)
    assert not any(dossier.tables.values())


@pytest.mark.parametrize("table", MINIMAL)
def test_a_record_needs_no_more_than_its_required_keys(table: str) -> None:
    extra = [record(table)] if table not in ("sources", "actors") else []
    assert problems_of(dossier_of(*extra)) == []


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in MINIMAL.items() for key in keys])
def test_a_record_without_a_required_key_is_an_error(table: str, key: str) -> None:
    name = {"id": None} if key == "id" else {"id": "z", key: None}
    expected = "missing-end" if key == "between" else "missing-key"
    assert codes_of(dossier_of(record(table, **name))) == [expected]


def test_a_small_dossier_that_uses_every_key_is_without_fault() -> None:
    assert problems_of(SMALL) == []


EVERYTHING_WRONG = f"""\
dossier = 1
title = "Wrong all over"
{MARK}titel = "unknown key"
sides = ["a", {MARK}"nobody"]
[[sources]]
id = "s"
title = "S"
{MARK}kind = "bok"
[[actors]]
{MARK}id = "No Id"
name = "A"
kind = "state"
{MARK}[[actors]]
id = "a"
kind = "state"
[[actors]]
id = "b"
name = "B"
{MARK}kind = "stat"
{MARK}part_of = "b"
[[quotes]]
{MARK}id = "a"
speaker = "b"
{MARK}text = ""
{MARK}cite = "t"
{MARK}date = "1977-02-30"
[[alliances]]
id = "t"
{MARK}between = ["b"]
kind = "other"
{MARK}status = "contested"
{MARK}cite = "p. 5"
"""


def test_one_reading_tells_all_problems_in_the_order_of_the_file() -> None:
    text, places = marked(EVERYTHING_WRONG)
    problems = problems_of(text)
    assert [(problem.line, problem.column) for problem in problems] == places
    assert [problem.code for problem in problems] == [
        "unknown-key",
        "dangling-reference",
        "unknown-source-kind",
        "bad-id",
        "missing-key",
        "unknown-word",
        "cycle",
        "duplicate-id",
        "empty-text",
        "unknown-source",
        "bad-date",
        "one-actor",
        "missing-by",
        "bad-cite",
    ]


def test_a_problem_reads_as_one_line_with_file_line_column_severity_what_and_hint() -> None:
    [problem] = problems_of(dossier_of(record("quotes", speaker="aa")))
    assert problem.text("my.toml") == (
        f"my.toml:{problem.line}:1: error: `speaker` names “aa”, but no record has that id; did you mean “a”?"
    )


def test_a_problem_of_the_whole_file_names_no_line() -> None:
    assert Problem(0, 0, "error", "x", Safe("Gone"), Safe("")).text("f") == "f: error: Gone"


def test_a_hostile_key_reaches_the_message_as_plain_text() -> None:
    [problem] = problems_of(HEAD + r'"\u001b]52;c;evil\u0007" = 1' + "\n")
    assert problem.code == "unknown-key"
    assert problem.text("f").isprintable()


VOCABULARIES = {
    ("actors", "kind"): "state igo body group media person place",
    ("quotes", "mode"): "direct fragment indirect",
    ("quotes", "act"): "state justify complain accuse deny request demand offer promise praise warn threaten predict "
    "decline assess",
    ("quotes", "attribution"): "named pronoun continued editor",
    ("alliances", "kind"): "defence-pact offence-pact treaty-alliance nominal-alliance strategic-partnership "
    "arms-supply base-hosting aid diplomatic-support rhetorical-support hostility rivalry sanctions nonaggression-pact "
    "neutrality-pact consultation-pact bloc-membership territorial-claim mediation trade other",
    ("alliances", "sign"): "+ -",
    ("alliances", "provisions"): "defense offense neutral nonagg consul",
    ("alliances", "status"): "reported attributed judgement contested denied inferred",
    ("events", "status"): "reported attributed judgement contested denied inferred",
    ("ledger", "status"): "reported attributed judgement contested denied inferred",
    ("claims", "status"): "reported attributed judgement contested denied inferred",
    ("ledger", "outcome"): "met partly unmet refused no-response open contested none-recorded",
    ("ledger", "voiced"): "complaint request demand warning praise none",
}
"""The closed vocabularies as the design of the format gives them."""


def _with_word(table: str, key: str, word: str) -> str:
    spoken: dict[str, Any] = {"by": ["a"], "denied_by": ["b"]} if key == "status" else {}
    if word == "inferred":
        spoken = {**spoken, "note": "From what."}
    if word != "denied" and word != "contested":
        spoken.pop("denied_by", None)
    return dossier_of(record(table, id="z", **{key: [word] if key == "provisions" else word}, **spoken))


@pytest.mark.parametrize(("table", "key"), VOCABULARIES)
def test_a_vocabulary_holds_the_words_of_the_format_and_no_others(table: str, key: str) -> None:
    allowed = VOCABULARIES[table, key].split()
    assert [word for word in allowed if problems_of(_with_word(table, key, word))] == []
    [problem] = problems_of(_with_word(table, key, "nonesuch"))
    assert problem.code == "unknown-word"
    assert problem.hint.partition("allowed values: ")[2] == ", ".join(allowed)


@pytest.mark.parametrize("word", [word.upper() for word in ("state", "igo")])
def test_the_case_of_a_word_matters_and_the_right_one_is_named(word: str) -> None:
    [problem] = problems_of(dossier_of(record("actors", id="x", kind=word)))
    assert f"did you mean “{word.lower()}”?" in problem.hint


def test_ties_have_the_signs_of_the_format() -> None:
    kinds = VOCABULARIES["alliances", "kind"].split()
    assert {kind: TIE_SIGNS[kind] for kind in kinds} == {
        **dict.fromkeys(kinds[:10], "+"),
        **dict.fromkeys(kinds[10:13], "-"),
        **dict.fromkeys(kinds[13:], ""),
    }
    assert kinds[9:13] == ["rhetorical-support", "hostility", "rivalry", "sanctions"]


@pytest.mark.parametrize("kind", VOCABULARIES["alliances", "kind"].split())
@pytest.mark.parametrize("sign", ["+", "-"])
def test_a_sign_may_be_given_to_a_kind_without_one_and_may_not_turn_one_round(kind: str, sign: str) -> None:
    codes = codes_of(dossier_of(record("alliances", kind=kind, sign=sign)))
    assert codes == (["wrong-sign"] if TIE_SIGNS[kind] not in ("", sign) else [])
    if not codes:
        assert loaded(dossier_of(record("alliances", kind=kind, sign=sign))).tie("t").polarity == sign


@pytest.mark.parametrize("kind", sorted(SOURCE_KINDS))
def test_a_source_kind_of_csl_is_no_fault(kind: str) -> None:
    assert problems_of(dossier_of(record("sources", id="x", kind=kind))) == []


@pytest.mark.parametrize("grade", ["A1", "B2", "F6"])
def test_an_admiralty_grade_is_no_fault(grade: str) -> None:
    assert problems_of(dossier_of(record("sources", id="x", grade=grade))) == []


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org/a?b=c#d", "https://xn--x.example:8443/"])
def test_an_http_address_is_no_fault(url: str) -> None:
    assert problems_of(dossier_of(record("sources", id="x", url=url))) == []


# Who says so. Each status with nobody, with `by`, with quotes, with `denied_by`.

NEEDS = [
    ("reported", {}, []),
    ("reported", {"denied_by": ["b"]}, ["reported-and-denied"]),
    ("judgement", {}, ["judgement-without-by"]),
    ("judgement", {"by": ["s"]}, []),
    ("inferred", {}, ["inferred-without-note"]),
    ("inferred", {"note": "From what."}, []),
    ("attributed", {}, ["missing-by"]),
    ("attributed", {"by": ["a"]}, []),
    ("attributed", {"by": ["s"]}, []),
    ("attributed", {"denied_by": ["a"]}, ["missing-by"]),
    ("attributed", {"quotes": ["q"]}, []),
    ("contested", {}, ["missing-by"]),
    ("contested", {"by": ["a"]}, []),
    ("contested", {"quotes": ["q"]}, ["missing-by"]),
    ("contested", {"denied_by": ["b"]}, ["missing-by"]),
    ("denied", {}, ["missing-by", "missing-denied-by"]),
    ("denied", {"by": ["a"]}, ["missing-denied-by"]),
    ("denied", {"denied_by": ["b"]}, ["missing-by"]),
    ("denied", {"by": ["a"], "denied_by": ["s"]}, []),
]


@pytest.mark.parametrize("table", ["alliances", "ledger", "events", "claims"])
@pytest.mark.parametrize(("status", "told", "expected"), NEEDS)
def test_a_status_says_who_it_rests_on(table: str, status: str, told: dict[str, Any], expected: list[str]) -> None:
    if table == "events" and "quotes" in told:
        pytest.skip("an event has no quotes")
    keys = {**({"by": []} if table == "claims" else {}), **told}
    codes = codes_of(dossier_of(record("quotes"), record(table, status=status, **keys)))
    if table == "claims" and "by" not in told:  # a claim is always somebody's
        expected = sorted({*expected, "missing-by"} - {"judgement-without-by"})
    assert sorted(codes) == expected


def test_an_unreadable_speaker_is_not_also_a_missing_one() -> None:
    assert codes_of(dossier_of(record("alliances", status="contested", by=[4]))) == ["wrong-type"]


# References.

SOURCES, ACTORS, ANY = "sources", "actors", "sources actors quotes alliances events ledger claims"
SPEAKERS = f"{SOURCES} {ACTORS}"
MAY_NAME = {
    ("actors", "side"): ACTORS,
    ("actors", "part_of"): ACTORS,
    ("actors", "roles.of"): ACTORS,
    ("quotes", "speaker"): ACTORS,
    ("quotes", "to"): ACTORS,
    ("quotes", "about"): ANY,
    ("alliances", "between"): ACTORS,
    ("alliances", "from"): ACTORS,
    ("alliances", "to"): ACTORS,
    ("alliances", "by"): SPEAKERS,
    ("alliances", "denied_by"): SPEAKERS,
    ("alliances", "quotes"): "quotes",
    ("events", "actors"): ACTORS,
    ("events", "after"): "events",
    ("events", "by"): SPEAKERS,
    ("events", "denied_by"): SPEAKERS,
    ("ledger", "expecting"): ACTORS,
    ("ledger", "of"): ACTORS,
    ("ledger", "by"): SPEAKERS,
    ("ledger", "denied_by"): SPEAKERS,
    ("ledger", "quotes"): "quotes",
    ("ledger", "counter"): "quotes",
    ("ledger", "alliance"): "alliances",
    ("claims", "by"): SPEAKERS,
    ("claims", "denied_by"): SPEAKERS,
    ("claims", "about"): ANY,
    ("claims", "quotes"): "quotes",
    ("claims", "counter"): "quotes",
}
"""Which tables a key may name records of."""

SINGLE = {"side", "part_of", "speaker", "from", "to", "expecting", "of", "alliance"}
NAMES = {table: keys["id"] for table, keys in MINIMAL.items()}
ONE_OF_EACH = "".join(record(table) for table in ("quotes", "alliances", "events", "ledger", "claims"))


def _referring(table: str, key: str, name: str) -> str:
    keys: dict[str, Any]
    if key == "denied_by":
        keys = {"denied_by": [name], "by": ["b"], "status": "contested"}
    elif key == "roles.of":
        keys = {"roles": [{"title": "T", "of": name}]}
    elif table == "alliances" and key in ("from", "to"):
        keys = {"between": None, "from": "b", "to": "b", key: name}
    elif key == "between":
        keys = {"between": ["b", name]}
    else:
        keys = {key: name if key in SINGLE and (table, key) != ("quotes", "to") else [name]}
    head = HEAD.replace("sides = []", f'sides = ["{name}"]') if key == "side" and name == NAMES["actors"] else HEAD
    return dossier_of(ONE_OF_EACH, record(table, id="z", **keys), head=head)


@pytest.mark.parametrize(("table", "key"), MAY_NAME)
@pytest.mark.parametrize("target", NAMES)
def test_a_reference_leads_to_a_record_of_the_right_kind(table: str, key: str, target: str) -> None:
    codes = [code for code in codes_of(_referring(table, key, NAMES[target])) if code != "expects-of-itself"]
    if target in MAY_NAME[table, key].split():
        assert codes == []
    else:
        assert "wrong-reference" in codes


@pytest.mark.parametrize(("table", "key"), MAY_NAME)
def test_a_reference_that_leads_nowhere_is_an_error(table: str, key: str) -> None:
    [problem] = problems_of(_referring(table, key, "nonesuch"))
    assert problem.code == "dangling-reference"
    assert problem.what.startswith(f"`{key.rpartition('.')[2]}` names “nonesuch”")


def test_a_record_with_a_fault_is_still_there_for_those_who_refer_to_it() -> None:
    assert codes_of(dossier_of(record("actors", id="x", kind="stat"), record("quotes", speaker="x"))) == [
        "unknown-word"
    ]


@pytest.mark.parametrize("first", MINIMAL)
@pytest.mark.parametrize("second", MINIMAL)
def test_an_id_is_unique_across_all_tables(first: str, second: str) -> None:
    assert codes_of(dossier_of(record(first, id="z"), record(second, id="z"))) == ["duplicate-id"]


@pytest.mark.long
def test_very_many_references_that_lead_nowhere_are_all_told_and_take_no_time() -> None:
    actors = (record("actors", id=f"actor-{n}", part_of=f"aktor-{n}") for n in range(3000))
    problems = problems_of(dossier_of(*actors))
    assert [problem.code for problem in problems] == ["dangling-reference"] * 3000
    assert problems[0].hint == "did you mean “actor-0”?"


@pytest.mark.parametrize("too_many", [0, 1, 7])
def test_of_very_many_problems_the_first_are_told_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch, too_many: int
) -> None:
    monkeypatch.setattr(tui.dossier.problems, "MOST", 20)
    head = "".join(f"wrong-{number} = 0\n" for number in range(20 + too_many))
    result = load_text(f'{head}dossier = 1\ntitle = ""\n')
    warnings = [problem for problem in result.problems if problem.severity == WARNING]
    assert [problem.code for problem in result.problems if problem.severity == ERROR] == ["empty-text"]
    assert [problem.line for problem in warnings] == list(range(1, 21))
    assert (result.errors, result.warnings) == (1, 20 + too_many)


def test_more_problems_are_listed_than_a_person_makes() -> None:
    head = "".join(f"wrong-{number} = 0\n" for number in range(12_132))
    result = load_text(f"{head}dossier = 1\ntitle = 'T'\n")
    assert result.warnings == len(result.problems) == 12_132 < MOST


def test_equal_problems_are_grouped_after_the_first_five() -> None:
    other = record("actors", id="other", kind="planet")
    rows = [record("actors", id=f"x-{number}", kind="land") for number in range(30)]
    problems = problems_of(dossier_of(*rows[:3], other, *rows[3:]))
    shown = list(grouped(problems))
    assert [problem.line for problem, _ in shown] == [problem.line for problem in problems[: SHOWN + 1]]
    assert [more for _, more in shown] == [0, 0, 0, 0, 0, 25]


LONG = 20_000


def _chain(table: str, key: str, last: dict[str, Any]) -> str:
    pattern = {"part_of": "x-{}", "after": ["x-{}"]}[key]
    rows = []
    for number in range(LONG - 1):
        value = pattern.format(number + 1) if isinstance(pattern, str) else [pattern[0].format(number + 1)]
        rows.append(record(table, id=f"x-{number}", **{key: value}))
    return dossier_of(*rows, record(table, id=f"x-{LONG - 1}", **last))


@pytest.mark.long
@pytest.mark.parametrize(
    ("table", "key"), mostly_long([("actors", "part_of"), ("events", "after")], ("actors", "part_of"), unpack=True)
)
def test_a_very_long_chain_is_no_circle(table: str, key: str) -> None:
    assert problems_of(_chain(table, key, {})) == []


@pytest.mark.long
@pytest.mark.parametrize(("table", "key", "closing"), [("actors", "part_of", "x-0"), ("events", "after", ["x-0"])])
def test_a_very_long_circle_is_told_once_in_a_few_words(table: str, key: str, closing: Any) -> None:
    [problem] = problems_of(_chain(table, key, {key: closing}))
    assert problem.code == "cycle"
    assert problem.what.endswith(f" → x-{LONG - 1} → x-0")
    assert len(problem.what) < 200


def test_two_circles_are_two_problems() -> None:
    pairs = [("p", "q"), ("q", "p"), ("r", "r")]
    assert codes_of(dossier_of(*(record("actors", id=one, part_of=two) for one, two in pairs))) == ["cycle", "cycle"]


# Dates and cites, as they are written and as they are read.


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"1974"', "1974"),
        ('"1974-09"', "1974-09"),
        ('"1974-09-14"', "1974-09-14"),
        ('"1974~"', "1974~"),
        ('"1974-09?"', "1974-09?"),
        ('"1974-09-14%"', "1974-09-14%"),
        ('"1974-08-30/1974-09-02"', "1974-08-30/1974-09-02"),
        ('"1974/.."', "1974/.."),
        ('"../1974"', "../1974"),
        ("1974-09-14", "1974-09-14"),
        ("1974-09-14T07:32:00", "1974-09-14T07:32:00"),
        ('"1974-09-14T07:32"', "1974-09-14T07:32:00"),
        ("1974-09-14T23:32:00-07:00", "1974-09-14T23:32:00-07:00"),
        ('"1974-09-14T23:32:00-07:00"', "1974-09-14T23:32:00-07:00"),
    ],
)
def test_a_date_is_a_string_or_a_date_of_toml(written: str, read: str) -> None:
    dossier = loaded(dossier_of(record("quotes", date=Raw(written))))
    date = dossier.quote("q").date
    assert date is not None
    assert date.text == read


DATES = [
    ("sources", "issued"),
    ("sources", "accessed"),
    ("quotes", "date"),
    ("alliances", "start"),
    ("alliances", "end"),
    ("events", "date"),
    ("ledger", "date"),
]


@pytest.mark.parametrize(("table", "key"), DATES)
@pytest.mark.parametrize("written", ["", "soon", "1974-13", "1974-9", "14.9.1974", "1974-02-30", 1974, True, ["1974"]])
def test_what_is_no_date_is_an_error(table: str, key: str, written: Any) -> None:
    [problem] = problems_of(dossier_of(record(table, id="z", **{key: written})))
    assert problem.code == "bad-date"
    assert problem.what.startswith(f"`{key}`: ")


def test_an_office_has_dates_too() -> None:
    roles = [{"title": "T", "since": "1970", "until": "then"}]
    [problem] = problems_of(dossier_of(record("actors", id="x", roles=roles)))
    assert (problem.code, problem.what) == ("bad-date", "`until`: “then” is not a date")


@pytest.mark.parametrize("table", ["quotes", "alliances", "events", "ledger"])
def test_a_printed_date_without_a_date_is_normal(table: str) -> None:
    assert problems_of(dossier_of(record(table, date_text="last Thursday"))) == []


@pytest.mark.parametrize(
    ("start", "end"), [("1974", "1974-03"), ("1974-05", "1974"), ("1974", ".."), ("../1974", "1970")]
)
def test_a_tie_may_end_in_the_span_in_which_it_starts(start: str, end: str) -> None:
    written = {"start": start, "end": end if end != ".." else "1975/.."}
    assert problems_of(dossier_of(record("alliances", **written))) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("s", [("s", 0, 0, "", "", "")]),
        ("s#p5", [("s", 5, 5, "", "", "")]),
        ("s#p5-6", [("s", 5, 6, "", "", "")]),
        ("s#p999999", [("s", 999_999, 999_999, "", "", "")]),
        ("s#p1-999999", [("s", 1, 999_999, "", "", "")]),
        ({"source": "s", "p": 999_999}, [("s", 999_999, 999_999, "", "", "")]),
        ({"source": "s"}, [("s", 0, 0, "", "", "")]),
        ({"source": "s", "p": 5}, [("s", 5, 5, "", "", "")]),
        ({"source": "s", "p": "5"}, [("s", 5, 5, "", "", "")]),
        ({"source": "s", "p": "5-6"}, [("s", 5, 6, "", "", "")]),
        ({"source": "s", "p": 7, "exact": "never"}, [("s", 7, 7, "never", "", "")]),
        ({"source": "s", "exact": "n", "prefix": "a ", "suffix": " b"}, [("s", 0, 0, "n", "a ", " b")]),
        (["s#p2", {"source": "s", "p": 1}], [("s", 2, 2, "", "", ""), ("s", 1, 1, "", "", "")]),
    ],
)
def test_a_cite_is_a_text_a_table_or_a_list_of_these(written: Any, read: list[tuple[Any, ...]]) -> None:
    dossier = loaded(dossier_of(record("quotes", cite=written)))
    assert [tuple(cite)[:6] for cite in dossier.quote("q").cite] == read


@pytest.mark.parametrize("table", ["quotes", "alliances", "events", "ledger", "claims"])
def test_every_table_of_statements_cites(table: str) -> None:
    assert codes_of(dossier_of(record(table, cite="s#p1"))) == []
    assert codes_of(dossier_of(record(table, cite="nowhere#p1"))) == ["unknown-source"]


# Defaults, as the format gives them.


def test_what_is_left_out_has_the_meaning_that_the_format_gives_it() -> None:
    dossier = loaded(dossier_of(ONE_OF_EACH))
    quote = dossier.quote("q")
    assert (quote.mode, quote.attribution, quote.act) == ("direct", "named", None)
    assert {getattr(dossier.get(name), "status", None) for name in ("e", "l")} == {"reported"}


LINES = "one\n  two\n\nthree"


@pytest.mark.parametrize(
    ("table", "key", "several"),
    [
        ("sources", "title", False),
        ("sources", "container", False),
        ("actors", "name", False),
        ("actors", "summary", True),
        ("actors", "note", True),
        ("quotes", "text", True),
        ("quotes", "translation", True),
        ("quotes", "channel", False),
        ("alliances", "level", False),
        ("events", "title", False),
        ("events", "place", False),
        ("ledger", "response", True),
        ("claims", "text", True),
    ],
)
def test_a_name_stands_on_one_line_and_prose_keeps_its_lines(table: str, key: str, several: bool) -> None:
    dossier = loaded(dossier_of(record(table, id="z", **{key: LINES})))
    assert getattr(dossier.get("z"), key) == (LINES if several else "one two three")


def test_names_in_lists_and_offices_stand_on_one_line_too() -> None:
    dossier = loaded(dossier_of(record("actors", id="z", aliases=["x", LINES], roles=[{"title": LINES}])))
    actor = dossier.actor("z")
    assert actor is not None
    assert actor.aliases == ("x", "one two three")
    assert [role.title for role in actor.roles] == ["one two three"]


def test_a_file_is_read_the_same_with_dos_line_ends_and_a_byte_order_mark() -> None:
    text, [place] = marked(dossier_of(row("quotes", "speaker", speaker="zz")))
    for changed in (text.replace("\n", "\r\n"), f"\ufeff{text}"):
        [problem] = problems_of(changed)
        assert (problem.line, problem.column) == place


def test_the_cases_are_toml() -> None:
    for case in CASES:
        tomli.loads(marked(case.file)[0])
