"""Files that are not UTF-8, neither TOML nor JSON, or cut short."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from tests.hostile.base import tree, write
from tests.hostile.case import Case, Expect, of_bytes, of_text

_CODECS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
    "utf-7",
    "cp037",
    "latin-1",
    "cp1251",
)
_SEED = 1974
_FLIPS = 60
_CUTS = 40


def _text() -> str:
    return write(tree()).text


def _bytes() -> Iterator[Case]:
    good = _text()
    named = good.replace("Words of title", "Ñ “Հայաստան” é")
    data = named.encode()
    for codec in _CODECS:
        yield of_bytes("bytes", f"codec-{codec}", "refused", named.encode(codec, "replace"))
    title = 2
    bad: dict[str, tuple[bytes, int]] = {
        "latin-1-letter": (good.encode().replace(b"of title", b"of titl\xe9"), title),
        "truncated-2": (good.encode().replace(b"of title", b"of titl\xc3"), title),
        "truncated-3": (good.encode().replace(b"of title", b"of titl\xe2\x82"), title),
        "truncated-4": (good.encode().replace(b"of title", b"of titl\xf0\x9f\x98"), title),
        "overlong": (good.encode().replace(b"of title", b"of titl\xc0\xaf"), title),
        "overlong-nul": (good.encode().replace(b"of title", b"of titl\xc0\x80"), title),
        "surrogate": (good.encode().replace(b"of title", b"of titl\xed\xa0\x80"), title),
        "beyond": (good.encode().replace(b"of title", b"of titl\xf4\x90\x80\x80"), title),
        "ff": (b"\xff" + good.encode(), 1),
        "ff-in-comment": (b"# ok\n# \xff\n" + good.encode(), 2),
        "last-byte": (good.encode() + b"# \xe2\x82", good.count("\n") + 1),
        "nul-in-text": (good.encode().replace(b"of title", b"of\0title"), title),
        "nul-in-comment": (b"# ok\n# a\0b\n" + good.encode(), 2),
        "return-alone": (good.encode().replace(b"dossier = 1\n", b"dossier = 1\r"), 1),
        "return-in-comment": (b"# a\rb\n" + good.encode(), 1),
        "form-feed": (b"dossier = 1\n\x0c\n", 2),
    }
    for name, (made, line) in bad.items():
        yield of_bytes("bytes", name, "refused", made, line)
    as_json = json.dumps(tree(), indent=1).encode()
    good_ones: dict[str, bytes] = {
        "bom": b"\xef\xbb\xbf" + data,
        "crlf": data.replace(b"\n", b"\r\n"),
        "bom-crlf": b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        "no-last-line-end": data.rstrip(b"\n"),
        "mixed-line-ends": data.replace(b"\n\n", b"\r\n\n"),
        "json": as_json,
        "bom-json-crlf": b"\xef\xbb\xbf\r\n" + as_json.replace(b"\n", b"\r\n"),
    }
    for name, made in good_ones.items():
        yield of_bytes("bytes", name, "opens", made)
    yield of_bytes("bytes", "bom-twice", "refused", b"\xef\xbb\xbf" * 2 + data, 1)
    for name, made in {
        "empty": b"",
        "bom-alone": b"\xef\xbb\xbf",
        "zeros": b"\0" * 4096,
        "ones": b"\xff" * 4096,
        "newlines": b"\n" * 4096,
        "returns": b"\r" * 4096,
        "elf": b"\x7fELF" + bytes(range(256)) * 16,
        "gzip": b"\x1f\x8b\x08" + bytes(range(256)) * 4,
        "json-table-twice": b'{"dossier": 1, "title": "x", "actors": [], "actors": []}',
        "json-nan": b'{"dossier": NaN, "title": "x"}',
        "json-comment": b'{"dossier": 1, // mine\n"title": "x"}',
        "json-deep": b'{"dossier": 1, "title": ' + b"[" * 100_000,
        "json-cut": as_json[: len(as_json) // 2],
        "json-list": b"[" + as_json + b"]",
        "json-half-character": as_json.replace(b"Words", b"\\udc80", 1),
        "json-invalid-byte": as_json.replace(b"Words", b"\xff", 1),
        "yaml": b"dossier: 1\ntitle: x\n",
        "markdown": b"# A dossier\n\nwith words\n",
        "xml": b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        "escape": b"\x1b]0;PWNED\x07",
    }.items():
        yield of_bytes("bytes", name, "refused", made)


def _random() -> Iterator[Case]:
    """Bytes flipped, taken out, put in and doubled at places chosen by a fixed seed."""
    chance = random.Random(_SEED)  # noqa: S311
    good = _text().encode()
    for number in range(_FLIPS):
        data = bytearray(good)
        for _ in range(1 + number % 3):
            place = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randrange(1, 40)]
                case 2:
                    data[place:place] = bytes([chance.choice(b"\"'[]{}=#\n\\.,\x1b\x9b\0")])
                case _:
                    data[place:place] = data[place : place + chance.randrange(1, 200)]
        yield of_bytes("chance", str(number), "either", bytes(data))


_STATEMENTS: dict[str, tuple[str, Expect]] = {
    "no-value": ("key =", "refused"),
    "no-equals": ("key", "refused"),
    "no-key": ("= 1", "refused"),
    "two-values": ("key = 1 2", "refused"),
    "two-statements": ("a = 1 b = 2", "refused"),
    "bare-text": ("key = word", "refused"),
    "curly": ("key = “word”", "refused"),
    "single-curly": ("key = ‘word’", "refused"),
    "true": ("key = True", "refused"),
    "none": ("key = null", "refused"),
    "open-text": ('key = "word', "refused"),
    "open-literal": ("key = 'word", "refused"),
    "open-list": ("key = [1, 2", "refused"),
    "open-table": ("key = { a = 1", "refused"),
    "no-comma": ("key = [1 2]", "refused"),
    "two-commas": ("key = [1,,2]", "refused"),
    "stray-bracket": ("]", "refused"),
    "stray-brace": ("}", "refused"),
    "header-open": ("[table", "refused"),
    "header-empty": ("[]", "refused"),
    "header-half": ("[[table]", "refused"),
    "header-twice": ("[a.b]\n[a.b]", "refused"),
    "key-twice": ("key = 1\nkey = 2", "refused"),
    "key-twice-quoted": ('key = 1\n"key" = 2', "refused"),
    "dotted-over-value": ("a = 1\na.b = 2", "refused"),
    "list-over-table": ("[a]\n[[a]]", "refused"),
    "table-over-list": ("a = []\n[[a]]", "refused"),
    "inline-extended": ("a = {}\n[a.b]", "refused"),
    "bare-date": ("key = 1974-09", "refused"),
    "no-such-day": ("key = 1974-02-30", "refused"),
    "no-such-hour": ("key = 25:00:00", "refused"),
    "leading-zero": ("key = 01", "refused"),
    "double-plus": ("key = ++1", "refused"),
    "underscores": ("key = 1__0", "refused"),
    "half-float": ("key = 1.", "refused"),
    "unicode-key": ("clé = 1", "refused"),
    "bad-escape": (r'key = "C:\Users"', "refused"),
    "half-escape": (r'key = "\u12"', "refused"),
    "merge-marks": ("<<<<<<< HEAD", "refused"),
    "digits-64": (f"key = {'9' * 64}", "opens"),
    "digits-65": (f"key = {'9' * 65}", "refused"),
    "digits-5000": (f"key = {'9' * 5000}", "refused"),
    "digits-grouped": (f"key = {'_'.join('9' * 5000)}", "refused"),
    "hex-65": (f"key = 0x{'f' * 65}", "refused"),
    "binary-5000": (f"key = 0b{'1' * 5000}", "refused"),
    "exponent": ("key = 1e999999", "opens"),
    "float-digits": (f"key = 0.{'1' * 500}", "either"),
    "nan": ("key = nan", "opens"),
    "infinite": ("key = -inf", "opens"),
    "parts-32": (".".join(["k"] * 32) + " = 1", "opens"),
    "parts-33": (".".join(["k"] * 33) + " = 1", "refused"),
    "parts-1001": (".".join(["k"] * 1001) + " = 1", "refused"),
    "header-parts-1001": (f"[{'.'.join(['k'] * 1001)}]", "refused"),
    "long-key": ("k" * 100_000 + " = 1", "opens"),
    "long-quoted-key": (f'"{"k " * 50_000}" = 1', "opens"),
    "deep-60": ("key = " + "[" * 60 + "]" * 60, "opens"),
    "deep-100": ("key = " + "[" * 100 + "]" * 100, "refused"),
    "deep-1000": ("key = " + "[" * 1000 + "]" * 1000, "refused"),
    "deep-100000": ("key = " + "[" * 100_000, "refused"),
    "deep-tables": ("key = " + "{a=" * 1000 + "1" + "}" * 1000, "refused"),
    "inline-lines": ("key = {\n a = 1,\n b = 2,\n}", "either"),
    "escape-e": (r'key = "\e[31m"', "either"),
    "escape-x": (r'key = "\x1b[31m"', "either"),
    "no-seconds": ("key = 07:32", "either"),
    "empty-key": ('"" = 1', "opens"),
    "spaces": ("key \t = \t 1 \t # comment", "opens"),
    "control-in-comment": ("# \x1b]0;PWNED\x07", "refused"),
    "control-in-key": ('"\x1b" = 1', "refused"),
    "c1-in-key": ("\x9b = 1", "refused"),
}
"""Statements put before the first table, on the line after the title, and what becomes of the file."""


def _statements() -> Iterator[Case]:
    written = write(tree())
    rows = written.text.split("\n")
    line = written.line(("title",)) + 1
    for name, (statement, expect) in _STATEMENTS.items():
        text = "\n".join([*rows[: line - 1], statement, *rows[line - 1 :]])
        last = line + statement.count("\n")
        several = name in ("open-list", "open-table", "deep-100000")  # they end where the next line cannot go on
        yield of_text("toml", name, expect, text, last if expect == "refused" and not several else None)
    for mark in ('"""', "'''"):
        text = "\n".join([*rows[: line - 1], f"key = {mark}word", *rows[line - 1 :]])
        yield of_text("toml", f"never-closed-{len(set(mark))}{ord(mark[0])}", "refused", text, line)
    for name, statement in (("again-at-end", "[[sources]]\nid = 1\nid = 2"), ("dossier-again", "[dossier]")):
        yield of_text("toml", name, "refused", f"{written.text}{statement}\n")


def _cuts() -> Iterator[Case]:
    rows = _text().split("\n")
    step = max(1, len(rows) // _CUTS)
    for number in range(0, len(rows), step):
        yield of_text("cut", f"line-{number}", "either", "\n".join(rows[:number]) + "\n")
    data = _text().encode()
    for number in range(0, len(data), max(1, len(data) // _CUTS)):
        yield of_bytes("cut", f"byte-{number}", "either", data[:number])


def cases() -> Iterator[Case]:
    """All of them."""
    for some in (_bytes, _random, _statements, _cuts):
        yield from some()
