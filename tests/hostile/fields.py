"""Every key of the format with everything in it that does not belong there. Walks the record types; names no key."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator
from functools import cache
from typing import Any

from msgspec import inspect

from tests.hostile.base import (
    CITE,
    Key,
    Raw,
    Written,
    at,
    bare,
    changed,
    ident,
    is_list,
    is_prose,
    keys,
    targets,
    tree,
    write,
)
from tests.hostile.case import Case, Expect, of_text
from tests.hostile.families import MARK
from tui.dossier.kinds import KINDS
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date

_VALUES: dict[str, Any] = {
    "text": "word",
    "number": 7,
    "huge": Raw("9" * 40),
    "float": 1.5,
    "nan": Raw("nan"),
    "infinite": Raw("-inf"),
    "bool": True,
    "list": [],
    "numbers": [1, 2],
    "nested": [["word"]],
    "mixed": ["word", 1],
    "table": {},
    "row": {"word": 1},
    "tables": [{}],
    "date": datetime.date(1974, 9, 14),
    "moment": datetime.datetime(1974, 9, 14, 7, 32, tzinfo=datetime.UTC),
    "local": datetime.datetime(1974, 9, 14, 7, 32),
    "time": datetime.time(7, 32, 1),
}
_ALWAYS = {"text", "number", "nan", "bool", "list", "numbers", "table", "moment"}
"""Every key gets these wrong values and, in turn, some of the others."""
_WHITE = {"empty": "", "space": " ", "lines": "\n \n", "tab": "\t", "wide": "\u3000\u00a0", "invisible": "\u200b\ufeff"}
_WORDS = ("no-such-word", "Reported", "reported ", "reported\n", f"\x1b]0;{MARK}\x07", "x" * 5000, "ré", "0")
_IDS = {
    "empty": "",
    "space": " ",
    "upper": "Abc",
    "underscore": "a_b",
    "hyphen-first": "-a",
    "hyphen-last": "a-",
    "hyphens": "a--b",
    "dot": "a.b",
    "slash": "../a",
    "accent": "é",
    "digits": "١",
    "long": "a" * 61,
    "very-long": "a" * 100_000,
    "escape": f"a\x1b]0;{MARK}\x07",
    "line-end": "a\nb",
}
_DATES: dict[str, tuple[Any, Expect]] = {
    "zero": ("0000", "opens"),
    "minus-zero": ("-0000", "refused"),
    "month-0": ("1974-00", "refused"),
    "month-13": ("1974-13", "refused"),
    "day-0": ("1974-09-00", "refused"),
    "day-31": ("1974-09-31", "refused"),
    "no-leap": ("1900-02-29", "refused"),
    "leap": ("2000-02-29", "opens"),
    "short": ("1974-9-1", "refused"),
    "five": ("19740", "refused"),
    "negative": ("-0044", "opens"),
    "decade": ("156X", "opens"),
    "unspecified": ("1974-XX-XX", "opens"),
    "unspecified-first": ("XXXX-12-25", "refused"),
    "part-in-doubt": ("1974?-09-~14", "opens"),
    "some-day": ("[1974-08-30..1974-09-02]", "opens"),
    "some-day-backwards": ("[1974..1970]", "refused"),
    "set": ("[1970,1974]", "refused"),
    "season": ("1974-21", "refused"),
    "long-year": ("Y17000", "refused"),
    "brackets": ("[" * 10_000, "refused"),
    "set-of-many": (f"[{'1974,' * 10_000}1974]", "refused"),
    "open": ("..", "refused"),
    "both-open": ("../..", "refused"),
    "until": ("../1974", "opens"),
    "backwards": ("1974/1970", "refused"),
    "two-slashes": ("1970/1974/1980", "refused"),
    "hour": ("1974-09-14T07:32", "opens"),
    "marks": ("1974??", "refused"),
    "doubt": ("1974-09%", "opens"),
    "arabic-digits": ("١٩٧٤", "refused"),
    "wide-digits": ("１９７４", "refused"),
    "words": ("yesterday", "refused"),
    "long": ("1" * 100_000, "refused"),
    "slashes": ("/" * 10_000, "refused"),
    "escape": (f"1974\x1b]0;{MARK}\x07", "refused"),
    "last": ("9999-12-31", "opens"),
    "native-first": (datetime.date(1, 1, 1), "opens"),
}
_CITES: dict[str, Any] = {
    "dangling": "nobody#p1",
    "not-a-source": f"{ident('actors', 0)}#p1",
    "no-number": "so-0#p",
    "zero": "so-0#p0",
    "backwards": "so-0#p9-3",
    "six-digits": "so-0#p1000000",
    "open": "so-0#p5-",
    "nothing": "#p5",
    "upper": "SO-0#p5",
    "space": "so-0 #p5",
    "escape": f"so-0#p1\x1b]0;{MARK}\x07",
    "long": "s" * 100_000,
    "empty-list": [],
    "nested": [["so-0#p1"]],
    "one-bad": ["so-0#p1", "so-0#p0"],
    "no-source": {"p": 1},
    "source-number": {"source": 1},
    "p-zero": {"source": "so-0", "p": 0},
    "p-negative": {"source": "so-0", "p": -1},
    "p-bool": {"source": "so-0", "p": True},
    "p-float": {"source": "so-0", "p": 1.5},
    "p-nan": {"source": "so-0", "p": Raw("nan")},
    "p-huge": {"source": "so-0", "p": Raw("9" * 60)},
    "p-word": {"source": "so-0", "p": "five"},
    "p-list": {"source": "so-0", "p": [1]},
    "exact-number": {"source": "so-0", "exact": 5},
    "exact-blank": {"source": "so-0", "exact": " "},
    "prefix-alone": {"source": "so-0", "prefix": "before"},
    "unknown-key": {"source": "so-0", f"\x1b]0;{MARK}\x07": 1},
    "source-with-p": {"source": "so-0#p5"},
}


def _made(kind: str, name: str, expect: Expect, key: Key, value: Any) -> Case:
    @cache
    def written() -> Written:
        return write(changed(key.path, value))

    line = (lambda: written().line(key.path)) if expect == "refused" else None
    return Case(f"{kind}/{key.where}/{name}", kind, expect, lambda: written().text.encode(), None, line)


def _in_turn(values: dict[str, Any], always: Container[str], turn: int, others: int = 2) -> dict[str, Any]:
    """The values that are `always` tried, and as many `others` as are wanted, other ones at the next turn."""
    rest = [name for name in values if name not in always]
    chosen = {rest[(turn * others + number) % len(rest)] for number in range(others)}
    return {name: value for name, value in values.items() if name in always or name in chosen}


def _expected(key: Key, label: str) -> Expect:
    """What must become of a value of a kind in a key: opens where the type takes it, and refused where it does not."""
    kind = bare(key.type)
    if key.name == "id" and label == "text":
        return "either"  # it is an id, and what refers to the record now dangles
    match kind:
        case inspect.StrType():
            return "opens" if label == "text" and key.reference is None else "refused"
        case inspect.BoolType():
            return "opens" if label == "bool" else "refused"
        case inspect.CustomType(cls) if cls is Date:
            return "either" if label in ("date", "moment", "local") else "refused"
        case inspect.CustomType(cls) if cls is Cites:
            return "refused"
        case inspect.VarTupleType():
            return "either" if label == "list" else "refused"
        case inspect.LiteralType() | inspect.IntType():
            return "refused"
    return "either"


def _types() -> Iterator[Case]:
    for turn, key in enumerate(keys()):
        for label, value in _in_turn(_VALUES, _ALWAYS, turn).items():
            yield _made("type", label, _expected(key, label), key, value)


def _whites() -> Iterator[Case]:
    for turn, key in enumerate(keys()):
        for name, white in _in_turn(_WHITE, {"empty", "space"}, turn, 1).items():
            value: Any = [white] if is_list(key) else white
            optional = is_prose(key) and not is_list(key) and not key.required
            expect: Expect = "either" if optional or name == "invisible" else "refused"
            yield _made("empty", name, expect, key, value)


def _words() -> Iterator[Case]:
    for key in keys():
        kind = bare(key.type)
        if isinstance(kind, inspect.VarTupleType):
            kind = bare(kind.item_type)
        if isinstance(kind, inspect.LiteralType):
            for number, word in enumerate(_WORDS):
                yield _made("word", str(number), "refused", key, [word] if is_list(key) else word)


def _references() -> Iterator[Case]:
    for key in keys():
        if key.reference is None:
            continue
        wrong = [ident(table, 0) for table in KINDS if not key.reference.admits(table)]
        own = at(tree(), key.path[:2])["id"] if key.table else ""
        values = {
            "dangling": ("nobody-of-that-name", "refused"),
            "near": (ident("actors", 0) + "x", "refused"),
            "escape": (f"\x1b]0;{MARK}\x07", "refused"),
            "long": ("a" * 100_000, "refused"),
            "spaces": (f" {ident(targets(key.reference)[0], 0)} ", "refused"),
            **{f"wrong-{number}": (name, "refused") for number, name in enumerate(wrong)},
            **({"self": (own, "either" if key.reference.admits(key.table) else "refused")} if own else {}),
        }
        for name, (value, expect) in values.items():
            yield _made("reference", name, expect, key, [value] if is_list(key) else value)  # type: ignore[arg-type]
        if is_list(key):
            yield _made("reference", "twice", "either", key, at(tree(), key.path) * 2)


def _ids() -> Iterator[Case]:
    for key in keys():
        if key.name != "id":
            continue
        for name, value in _IDS.items():
            yield _made("id", name, "refused", key, value)
        for table in KINDS:
            if table != key.table:
                yield _made("id", f"taken-by-{table}", "either", key, ident(table, 1))
        again = tree()
        at(again, (key.path[0], 1))["id"] = ident(key.table, 0)
        written = write(again)
        line = written.line((key.path[0], 1, "id"))
        yield of_text("id", f"{key.where}/taken", "refused", written.text, line)


def _dates_and_cites() -> Iterator[Case]:
    for key in keys():
        kind = bare(key.type)
        if isinstance(kind, inspect.CustomType) and kind.cls is Date:
            for name, (value, expect) in _DATES.items():
                # a good date may still end before it begins
                yield _made("date", name, "either" if expect == "opens" else expect, key, value)
        elif isinstance(kind, inspect.CustomType) and kind.cls is Cites:
            for name, value in _CITES.items():
                yield _made("cite", name, "refused", key, value)


def _missing_and_unknown() -> Iterator[Case]:
    for turn, key in enumerate(keys()):
        made = tree()
        del at(made, key.path[:-1])[key.name]
        written = write(made)
        expect: Expect = "refused" if key.required else "either"
        line = written.line(key.path[:-1]) if key.required else None
        yield of_text("missing", key.where, expect, written.text, line)
        spelt = (key.name.upper(), f"{key.name}-", f"{key.name} \u202e")[turn % 3]
        made = tree()
        at(made, key.path[:-1])[spelt] = "word"
        yield of_text("unknown", key.where, "opens", write(made).text)


def _tables() -> Iterator[Case]:
    for turn, table in enumerate(KINDS):
        rows = tree()[table]
        for label, value in _in_turn(_VALUES, {"text", "number", "bool", "table"}, turn, 5).items():
            made = tree()
            made[table] = [rows[0], value, rows[1]]
            written = write(made)
            yield of_text("table", f"{table}/row-{label}", "refused", written.text, written.line((table, 1)))
            if label != "list":
                made = tree()
                made[table] = value
                written = write(made)
                yield of_text("table", f"{table}/{label}", "refused", written.text, written.line((table, 0)))


def _with(place: tuple[str, int], blamed: str, **values: Any) -> Case:
    """A record with some keys changed (None: taken out); the error stands at `blamed`, or where the record begins."""
    made = tree()
    row = at(made, place)
    for name, value in values.items():
        key = name.rstrip("_")
        if value is None:
            del row[key]
        else:
            row[key] = value
    written = write(made)
    name = "-".join(f"{key.rstrip('_')}={value}" for key, value in values.items())
    return of_text("rule", f"{place[0]}/{name}"[:80], "refused", written.text, written.line((*place, blamed)))


def _rules() -> Iterator[Case]:
    for table in ("alliances", "claims"):
        yield _with((table, 0), "status", status="contested", by=[])
        yield _with((table, 0), "status", status="denied", denied_by=[])
        yield _with((table, 0), "status", status="attributed", by=[], quotes=[])
    tie = ("alliances", 0)
    first, second = ident("actors", 0), ident("actors", 1)
    yield _with(tie, "between", from_=first, to=second)
    yield _with(tie, "", between=None)
    yield _with(tie, "between", between=[first])
    yield _with(tie, "between", between=[first, first])
    yield _with(tie, "", between=None, from_=first)
    yield _with(tie, "to", between=None, from_=first, to=first)
    yield _with(tie, "sign", kind="hostility", sign="+")
    yield _with(tie, "end", start="1974", end="1970")
    yield _with(("actors", 0), "part_of", part_of=first)
    yield _with(("events", 0), "after", after=[ident("events", 0)])
    yield _with(("actors", 0), "side", side=ident("sources", 0))
    yield _with(("quotes", 0), "cite", cite=[*CITE, f"{ident('quotes', 0)}#p1"])


def cases() -> Iterator[Case]:
    """All of them."""
    for some in (_types, _whites, _words, _references, _ids, _dates_and_cites, _missing_and_unknown, _tables, _rules):
        yield from some()
