"""Dossiers for tests: a small one that uses every key, minimal records of each kind, and ways to load them.

All of it is fiction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import tomli

from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.load import Loaded, load, load_bytes
from tui.dossier.problems import Problem
from tui.dossier.values.text import Safe

SMALL = """
dossier = 1
title = "The locks on the Tamber"
summary = "Corvath has shut the locks below Ilvane. Norrow is tied to both."
as_of = "1977-05"
lang = "en"
licence = "CC0-1.0"
editors = ["The testers", "A. Second"]
sides = ["ilvane", "corvath"]

[[sources]]
id = "gazette"
key = "gazette"
title = "Barges wait"
kind = "article-newspaper"
author = ["T. Quill", "M. Nib"]
container = "The Tamber Gazette"
publisher = "Lock & Sons"
issued = "1977-05-02"
accessed = 1977-06-01
url = "https://gazette.example/barges"
archive = "https://archive.example/gazette/barges"
lang = "en-GB"
text = "texts/gazette.txt"
sha256 = "9dbf64a5b7c5eeb0ae79210c340a223ee1581506c6ab68e6cdcf333aa2e35bed"
grade = "B2"
tags = ["river"]
note = "The headline is not counted as a paragraph."

[[sources]]
id = "almanac"
key = "almanac"
title = "Almanac of the lower rivers"
kind = "book"

[[actors]]
id = "ilvane"
name = "Ilvane"
kind = "state"
aliases = ["Port Ilvane", "IV"]
code = "XI"
wikidata = "Q4115189"
summary = "Lies above the locks, and is bound to Norrow by a pact."
cite = ["gazette#p1", "almanac"]
tags = ["upstream", "to check"]
note = "The almanac spells it Ilvayne."

[[actors]]
id = "corvath"
name = "Corvath"
kind = "state"
cite = { source = "gazette", p = 1, exact = "have been shut" }

[[actors]]
id = "norrow"
name = "Norrow"
kind = "state"

[[actors]]
id = "league"
name = "League of the Lower Rivers"
kind = "igo"
aliases = ["LLR"]
since = "1950"
until = "1990~"

[[actors]]
id = "harbour-office"
name = "Harbour Office of Ilvane"
kind = "body"
part_of = "ilvane"
side = "ilvane"

[[actors]]
id = "brenn"
name = "Ada Brenn"
kind = "person"
side = "ilvane"
roles = [
    { title = "speaker", of = "harbour-office", since = "1975", until = "1977~", cite = "gazette#p2" },
    { title = "envoy", of = "league", cite = { source = "almanac", exact = "Brenn, envoy" } },
]

[[actors]]
id = "pilots"
name = "Pilots on strike"
kind = "group"

[[actors]]
id = "herald"
name = "Corvath Herald"
kind = "media"
side = "corvath"

[[actors]]
id = "tamber"
name = "Tamber"
kind = "place"

[[quotes]]
id = "q-pilot"
speaker = "brenn"
text = "They promised us a pilot, and no pilot came,"
cite = "gazette#p2"
mode = "direct"
to = ["norrow"]
about = ["norrow", "pilots"]
act = "complain"
attribution = "named"
channel = "at the quay"
lang = "ilv"
translation = "A pilot was promised, none arrived."
date = "1977-05-01"
date_text = "on Sunday"
tags = ["pilots"]
note = "Which pilot is not said."

[[quotes]]
id = "q-twice"
speaker = "brenn"
text = "We shall not ask twice."
cite = { source = "gazette", p = 2, exact = "ask twice", prefix = "We shall not ", suffix = "." }
about = ["l-pilot", "gazette", "c-gift"]
act = "threaten"
attribution = "continued"

[[quotes]]
id = "q-trade"
speaker = "norrow"
text = "a trade and nothing more"
cite = ["gazette#p3", "almanac"]
mode = "fragment"
about = ["a-lamps", "q-pilot", "e-shut"]
act = "justify"
attribution = "editor"

[[quotes]]
id = "q-denial"
speaker = "norrow"
text = "No lamps are given away."
cite = "gazette#p4"
mode = "indirect"
act = "deny"
attribution = "pronoun"

[[alliances]]
id = "a-pact"
between = ["ilvane", "norrow"]
kind = "defence-pact"
status = "reported"
cite = "gazette#p3"
provisions = ["defense", "consul"]
start = 1951-07-09
end = "1981"
date_text = "of 1951"
quotes = ["q-pilot"]
tags = ["treaty"]
note = "The pact runs for thirty years."

[[alliances]]
id = "a-lamps"
from = "norrow"
to = "corvath"
kind = "trade"
status = "attributed"
cite = ["gazette#p3-4", { source = "gazette", p = 3, exact = "sells Corvath its lamps" }]
sign = "+"
terms = "Lamps at the price of the day."
level = "all its lamps"
by = ["norrow"]

[[alliances]]
id = "a-gift"
from = "norrow"
to = "corvath"
kind = "aid"
status = "denied"
cite = "gazette#p4"
by = ["herald"]
denied_by = ["norrow"]
quotes = ["q-denial"]

[[alliances]]
id = "a-quarrel"
between = ["ilvane", "corvath"]
kind = "hostility"
status = "reported"
cite = "gazette#p1"

[[alliances]]
id = "a-league"
from = "ilvane"
to = "league"
kind = "bloc-membership"
status = "inferred"
cite = "almanac"
note = "Editor’s inference from the list of envoys."

[[alliances]]
id = "a-coolness"
between = ["norrow", "ilvane"]
kind = "rivalry"
status = "contested"
cite = "gazette#p5"
by = ["almanac", "brenn"]

[[events]]
id = "e-shut"
title = "The locks are shut"
cite = "gazette#p1"
date = "1977-03-02"
kind = "closure"
actors = ["corvath", "tamber"]
place = "below Ilvane"
begins = ["a-quarrel"]
tags = ["locks"]

[[events]]
id = "e-strike"
title = "Pilots stay at home"
cite = { source = "gazette", p = "2-3", exact = "no pilot came" }
date = "1977-04/.."
date_text = "since April"
actors = ["pilots"]
after = ["e-shut"]
status = "denied"
by = ["brenn"]
denied_by = ["norrow"]
ends = ["a-gift"]
note = "Only one end of it is told."

[[ledger]]
id = "l-pilot"
expecting = "ilvane"
of = "norrow"
expected = "A pilot for the lower reach."
outcome = "unmet"
voiced = "complaint"
cite = { source = "gazette", p = 2, exact = "promised us a pilot" }
stated = true
response = "None came, by the account of Ilvane."
quotes = ["q-pilot"]
counter = ["q-trade"]
alliance = "a-pact"
status = "denied"
by = ["brenn"]
denied_by = ["norrow"]
date = "1977-05-01"
date_text = "on Sunday"
outcome_date = "1977-05-02"
tags = ["pilots"]
note = "The promise itself is not in the source."

[[ledger]]
id = "l-silence"
expecting = "corvath"
of = "league"
expected = "Silence."
outcome = "none-recorded"
voiced = "none"
cite = "gazette#p5"
stated = false
status = "judgement"
by = ["gazette"]

[[claims]]
id = "c-gift"
text = "Norrow gives lamps to the keepers of the locks."
by = ["herald"]
status = "denied"
cite = { source = "gazette", p = 4, exact = "free of charge" }
denied_by = ["norrow"]
about = ["a-gift", "norrow", "e-strike"]
quotes = ["q-denial"]
counter = ["q-trade"]
tags = ["lamps"]
note = "The paper is not named."

[[claims]]
id = "c-old"
text = "The locks are perhaps only old."
by = ["gazette"]
status = "judgement"
cite = "gazette#p5"
denied_by = ["almanac"]
about = ["e-shut", "l-silence", "q-pilot", "c-gift", "almanac", "tamber"]
"""
"""A valid dossier that uses every table, every key and every kind of reference at least once."""

PASSAGES = """
The locks on the Tamber have been shut since the second of March, and the barges of Ilvane wait above them.

“They promised us a pilot, and no pilot came,” said Ada Brenn, who speaks for the harbour office of Ilvane.
“We shall not ask twice.”

Norrow, bound to Ilvane by a pact, sells Corvath its lamps: “a trade and nothing more”.

A paper in Corvath writes that Norrow gives lamps to the keepers free of charge. Norrow denies it.

Perhaps the locks are only old.
"""
"""The text of `gazette`, in which every direct quote of `SMALL` and every exact passage stands where it is cited."""

MINIMAL: dict[str, dict[str, Any]] = {
    "sources": {"id": "s", "title": "A source", "kind": "book"},
    "actors": {"id": "a", "name": "An actor", "kind": "state"},
    "quotes": {"id": "q", "speaker": "a", "text": "Words.", "cite": "s"},
    "alliances": {"id": "t", "between": ["a", "b"], "kind": "other", "status": "reported", "cite": "s"},
    "events": {"id": "e", "title": "An event", "cite": "s"},
    "ledger": {
        "id": "l",
        "expecting": "a",
        "of": "b",
        "expected": "Something.",
        "outcome": "open",
        "voiced": "none",
        "cite": "s",
    },
    "claims": {"id": "c", "text": "A statement.", "by": ["a"], "status": "reported", "cite": "s"},
}
"""Table -> a record with its required keys and nothing else."""

HEAD = 'dossier = 1\ntitle = "A dossier"\nsides = []\n'


class Raw(str):
    """A value that is already TOML, such as a native date."""

    __slots__ = ()


def toml(value: Any) -> str:
    """A plain value as TOML writes it."""
    if isinstance(value, Raw):
        return value
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def record(table: str, **keys: Any) -> str:
    """A record of `table` as TOML: the required keys of `MINIMAL`, with `keys` in their place; None leaves one out.

    A key `from_` stands for `from`. An actor with an id of its own has a name of its own.
    """
    if table == "actors" and isinstance(keys.get("id"), str):
        keys = {"name": f"Actor {keys['id']}", **keys}
    held = {**MINIMAL[table], **{key.removesuffix("_"): value for key, value in keys.items()}}
    lines = (f"{key} = {toml(value)}\n" for key, value in held.items() if value is not None)
    return f"\n[[{table}]]\n" + "".join(lines)


CAST = record("sources") + record("actors") + record("actors", id="b")
"""A source `s` and two actors `a` and `b`, which the records of `MINIMAL` refer to."""


def dossier_of(*records: str, head: str = HEAD) -> str:
    """A dossier of `CAST` and some more records."""
    return head + CAST + "".join(records)


def load_text(text: str) -> Loaded:
    """What became of `text` when it was loaded from nowhere in particular."""
    return load_bytes(text.encode("utf-8"), Safe("test.toml"))


def problems_of(text: str) -> list[Problem]:
    """Everything that is wrong with `text`."""
    return list(load_text(text).problems)


def codes_of(text: str) -> list[str]:
    """The codes of everything that is wrong with `text`, in file order."""
    return [problem.code for problem in problems_of(text)]


def loaded(text: str) -> Dossier:
    """The dossier that `text` is; fails with its problems when it is none."""
    result = load_text(text)
    assert result.dossier is not None, "\n".join(problem.text("test.toml") for problem in result.problems)
    return result.dossier


@cache
def content(name: str) -> Loaded:
    """A dossier that lies in the program, which never changes: it is read once for all tests that only look at it."""
    return load(paths.content(name))


def tree_of(text: str) -> dict[str, Any]:
    """`text` as plain TOML, judged by nobody."""
    return tomli.loads(text)
