"""Every family of harmful text in every place that takes a text, and where a word, an id or a key is expected."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from tests.hostile.base import Key, Tree, at, ident, is_list, is_prose, keys, quoted, tree, write
from tests.hostile.case import Case, of_text
from tests.hostile.families import ESCAPES, FAMILIES, UNICODE, wrapped
from tui.dossier.kinds import KINDS

_A_PATH = ("sources", "text")
"""A prose key that is the path of a file, and so has faults of its own."""

_AS_WRITTEN = {
    "c1-raw": "a\x9b31m\x9d0;PWNED\x9cb\x85c\x80",
    "bidi-raw": "\u202e\u2066\u200f",
    "lines-raw": "a\u2028b\u2029c",
    "escape-1.0": r"\u001b]0;PWNED\u0007 \U0000001b[2J",
    "escape-1.1": r"\e]0;PWNED\x07 \x1b[2J \x9b31m",
    "nul-1.0": r"\u0000",
    "nul-1.1": r"\x00",
    "delete": r"\u007f\x7f",
    "last": r"\U0010FFFF\uFFFF",
}
"""Parts of a TOML string as they stand in the file: raw, and in the spellings of both versions."""

_NO_TOML = {
    "surrogate": r"\ud800",
    "surrogates": r"\ud83d\ude00",
    "surrogate-long": r"\U0000dfff",
    "beyond": r"\U00110000",
    "short": r"\u12",
    "unknown": r"\q",
    "bare": "\x1b]0;PWNED\x07",
    "bare-nul": "\x00",
    "bare-delete": "\x7f",
    "bare-return": "a\rb",
}
"""Parts that make the file no TOML, and stand in line 2 of it."""


def prose() -> list[Key]:
    """The keys that take any text; the key that is a path is not among them."""
    return [key for key in keys() if is_prose(key) and (key.table, key.name) != _A_PATH]


def filled(words: str) -> Tree:
    """The base with `words` in every prose key: as they are in first records, inside a sentence in the others."""
    made = tree()
    bare_words = words if any(character.isalnum() for character in words) else wrapped(words)
    for key in prose():
        rows = made[key.table] if key.table else [made]
        for number, row in enumerate(rows):
            parts = row.get("roles", ()) if "roles" in key.path else (row,)
            for part in parts:
                value = wrapped(words) if number else bare_words
                if key.name in part:
                    part[key.name] = [value] if is_list(key) else value
    for table in KINDS:
        for row in made[table]:
            for cite in row.get("cite", ()):
                if isinstance(cite, dict):
                    cite |= {"exact": wrapped(words), "prefix": words, "suffix": words}
    return made


def together(families: Mapping[str, str]) -> Tree:
    """One dossier in which each text stands in all prose keys of records of its own."""
    begun = re.compile(rf'"({"|".join(ident(table, 0)[:2] for table in KINDS)})-(\d)')
    whole: Tree = {}
    for number, words in enumerate(families.values()):
        made = json.loads(begun.sub(rf'"\1-{number}-\2', json.dumps(filled(words))))
        if not whole:
            whole = made
            continue
        for name in ("sides", *KINDS):
            whole[name] += made[name]
    return whole


def _everywhere() -> Iterator[Case]:
    for name, words in FAMILIES.items():
        yield of_text("text", name, "opens", write(filled(words)).text)


def _all_in_one_key() -> Iterator[Case]:
    every = "\n".join(map(wrapped, FAMILIES.values()))
    for key in prose():
        made = tree()
        at(made, key.path[:-1])[key.name] = [every, *FAMILIES.values(), wrapped(every)] if is_list(key) else every
        if is_list(key):
            at(made, key.path[:-1])[key.name] = [wrapped(words) for words in FAMILIES.values()]
        yield of_text("all-texts", key.where, "opens", write(made).text)


def _as_paths() -> Iterator[Case]:
    for name, words in FAMILIES.items():
        made = tree()
        for row in made["sources"]:
            row["text"] = words
        yield of_text("path", name, "either", write(made).text)


def _as_keys() -> Iterator[Case]:
    for name, words in FAMILIES.items():
        made = tree()
        made[words] = words
        for table in KINDS:
            made[table][0][words] = {words: [words]}
            made[table][1][f"{words}."] = words
        made["actors"][0]["roles"][0][words] = words
        yield of_text("key", name, "opens", write(made).text)
    for name, words in ESCAPES.items():
        made = tree()
        made["quotes"][0]["cite"] = {"source": "so-0", words: words}
        written = write(made)
        yield of_text("key", f"cite/{name}", "refused", written.text, written.line(("quotes", 0, "cite")))


def _as_words() -> Iterator[Case]:
    """Where an id, a word, a date or a cite belongs: in all of these keys at once, for each family."""
    for name, words in FAMILIES.items():
        made = tree()
        for key in keys():
            if len(key.path) == 3 and not is_prose(key) and key.name != "id":
                at(made, key.path[:-1])[key.name] = [words] if is_list(key) else words
        yield of_text("word", f"everywhere/{name}", "refused", write(made).text)


def _as_written() -> Iterator[Case]:
    text = write(tree()).text
    for name, part in _AS_WRITTEN.items():
        for form, string in (("basic", f'"a {part} b"'), ("long", f'"""\na {part} b"""')):
            made = text.replace('"Words of title"', string).replace('"Words of quotes.text"', string)
            yield of_text("spelling", f"{form}/{name}", "opens", made)
    for name, part in _NO_TOML.items():
        yield of_text("spelling", f"no-toml/{name}", "refused", text.replace('"Words of title"', f'"a {part} b"'), 2)
    for name, words in (ESCAPES | UNICODE).items():
        # raw in a comment: what TOML refuses there is refused, the rest says nothing
        yield of_text("spelling", f"comment/{name}", "either", f"# {words}\n{text}")
        yield of_text("spelling", f"no-value/{name}", "refused", f"{text}\n{quoted(words)}")


def cases() -> Iterator[Case]:
    """All of them."""
    for some in (_everywhere, _all_in_one_key, _as_paths, _as_keys, _as_words, _as_written):
        yield from some()
