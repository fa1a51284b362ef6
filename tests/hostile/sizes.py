"""Files that are right, or nearly, and too much: of one thing, in one place, or in one chain.

Each is loaded in a process of its own, within two seconds and 300 MiB.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tests.hostile.base import quoted, tree, write
from tests.hostile.case import Case, Expect

_HEAD = 'dossier = 1\ntitle = "Large"\n'
_SOURCE = '[[sources]]\nid = "s"\ntitle = "Source"\nkind = "report"\n'
_MANY = 5000
_MEGA = 1_000_000


def _rows(table: str, rows: Iterable[str]) -> str:
    return "".join(f"[[{table}]]\n{row}\n" for row in rows)


def _ids(prefix: str, count: int) -> str:
    return ", ".join(f'"{prefix}-{number}"' for number in range(count))


def _actors(count: int, more: Callable[[int], str] = lambda _: "") -> str:
    rows = (f'id = "a-{number}"\nname = "Actor {number}"\nkind = "state"\n{more(number)}' for number in range(count))
    return _HEAD + _SOURCE + _rows("actors", rows)


def _actor(more: str) -> str:
    return _HEAD + _SOURCE + _rows("actors", [f'id = "a"\nname = "A"\nkind = "state"\n{more}'])


def _events(count: int, more: Callable[[int], str], cite: str = '"s"') -> str:
    rows = (f'id = "e-{number}"\ntitle = "Event"\ncite = {cite}\n{more(number)}' for number in range(count))
    return _HEAD + _SOURCE + _rows("events", rows)


def _tie(ends: str) -> str:
    return _rows("alliances", [f'id = "t"\n{ends}\nkind = "trade"\nstatus = "reported"\ncite = "s"'])


def _quote(text: str) -> str:
    """The base with `text`, a string as TOML writes it, as the words of its first quote."""
    return write(tree()).text.replace('"Words of quotes.text"', text, 1)


def _title(text: str) -> str:
    return write(tree()).text.replace('"Words of title"', text)


def _long(parts: str) -> str:
    return f'"{parts * (_MEGA // len(parts.encode()))}"'


def _long_lists() -> str:
    """Every list of texts and cites of the base 300 times as long; ids given so often would be at fault."""
    made = tree()
    for rows in made.values():
        for row in rows if isinstance(rows, list) and isinstance(rows[0], dict) else ():
            for key in ("author", "aliases", "roles", "cite"):
                if key in row:
                    row[key] = row[key] * 300
    return write(made).text


def _claims_on_one_quote() -> str:
    """Each claim touches the quote, rests on it, and is countered by it."""
    claim = 'text = "C"\nby = ["a-0"]\nstatus = "reported"\ncite = "s"\nabout = ["q"]\nquotes = ["q"]\ncounter = ["q"]'
    quote = 'id = "q"\nspeaker = "a-0"\ntext = "Words"\ncite = "s"'
    rows = (f'id = "c-{number}"\n{claim}' for number in range(_MANY))
    return _actors(1) + _rows("quotes", [quote]) + _rows("claims", rows)


def _alike_names() -> str:
    """Names that begin with the same word, and a text of nothing but that word."""
    return _actors(_MANY) + _rows(
        "quotes", [f'id = "q"\nspeaker = "a-0"\ncite = "s"\ntext = {quoted("Actor " * 12_000)}']
    )


def _alike_aliases() -> str:
    """Aliases that are all the beginnings of one text."""
    aliases = ", ".join(f'"{"a " * number}a"' for number in range(1, 900))
    return _actor(f"aliases = [{aliases}]\nsummary = {quoted('a ' * 30_000)}")


def _alike_keys(count: int) -> str:
    """Keys that look the same once what is invisible in them is dropped."""
    return "".join('"k' + r"\u200b" * number + '" = 1\n' for number in range(count))


def _dotted() -> str:
    return _HEAD + "".join(f"{'.'.join([f'k{number}', *['k'] * 989])} = 1\n" for number in range(500))


def _sources(count: int) -> str:
    rows = (f'id = "s-{number}"\ntitle = "S"\nkind = "report"\ntext = "no-copy.txt"' for number in range(count))
    return _HEAD + _rows("sources", rows)


OPENING: dict[str, Callable[[], str]] = {
    "newlines-2mb": lambda: _quote('"""a' + "\n" * (2 * _MEGA) + '"""'),
    "newlines-2mb-in-title": lambda: _title('"""a' + "\n" * (2 * _MEGA) + 'b"""'),
    "word-1mb": lambda: _quote(_long("x")),
    "words-1mb": lambda: _quote(_long("word ")),
    "wide-1mb": lambda: _quote(_long("文")),
    "escapes-1mb": lambda: _quote(_long(r"\u001b[2J")),
    "controls-1mb": lambda: _quote(_long("\x9b")),
    "marks-1mb": lambda: _quote(_long("\u0301")),
    "joined-1mb": lambda: _quote(_long("\U0001f468\u200d")),
    "joiners-1mb": lambda: _quote('"ب' + "\u200d" * (_MEGA // 3) + 'ب"'),
    "comment-2mb": lambda: f"# {'x' * 2 * _MEGA}\n{write(tree()).text}",
    "blank-lines-2mb": lambda: "\n" * 2 * _MEGA + write(tree()).text,
    "spaces-2mb": lambda: " " * 2 * _MEGA + "\n" + write(tree()).text,
    "lists-of-300": _long_lists,
    "actors-5000": lambda: _actors(_MANY),
    "between-5000": lambda: _actors(_MANY) + _tie(f"between = [{_ids('a', _MANY)}]"),
    "chain-20000": lambda: _actors(20_000, lambda n: f'part_of = "a-{n + 1}"' if n < 19_999 else ""),
    "after-20000": lambda: _events(20_000, lambda n: f'after = ["e-{n - 1}"]' if n else ""),
    "after-all-before": lambda: _events(600, lambda n: f"after = [{_ids('e', n)}]"),
    "cites-10000": lambda: _events(
        1, lambda _: "", "[" + ", ".join(f'"s#p{number}"' for number in range(1, 10_001)) + "]"
    ),
    "cite-spans-300": lambda: _events(300, lambda _: "", '"s#p1-1000"'),
    "aliases-50000": lambda: _actor(f"aliases = [{_ids('A', 50_000)}]"),
    "roles-5000": lambda: _actor("roles = [" + '{ title = "Office", of = "a" }, ' * _MANY + "]"),
    "alike-names": _alike_names,
    "alike-aliases": _alike_aliases,
    "claims-on-one-quote": _claims_on_one_quote,
    "sources-5000": lambda: _sources(_MANY),
    "unknown-keys-20000": lambda: "".join(f"key-{n} = 1\n" for n in range(20_000)) + write(tree()).text,
    "alike-keys-700": lambda: _alike_keys(700) + write(tree()).text,
    "unknown-rows-100000": lambda: write(tree()).text + "[[x]]\n" * 100_000,
    "unknown-lists-300000": lambda: f"x = [{'[],' * 300_000}]\n{write(tree()).text}",
    "unknown-numbers-500000": lambda: f"x = [{'1,' * 500_000}]\n{write(tree()).text}",
}
"""Files that open, by name."""

_REFUSED: dict[str, Callable[[], str]] = {
    "dangling-5000": lambda: _actors(_MANY, lambda n: f'part_of = "b-{n}"'),
    "dangling-cites-20000": lambda: _events(1, lambda _: "", f"[{_ids('x', 20_000)}]"),
    "same-id-20000": lambda: _HEAD + _rows("actors", ['id = "a"\nname = "A"\nkind = "state"'] * 20_000),
    "empty-rows-20000": lambda: _HEAD + "[[actors]]\n" * 20_000,
    "wrong-words-10000": lambda: (
        _HEAD + _rows("actors", (f'id = "a-{n}"\nname = "A"\nkind = "stat{n}"' for n in range(10_000)))
    ),
    "wrong-types-50000": lambda: f"{_HEAD}editors = [{'1, ' * 50_000}]\n",
    "not-tables-100000": lambda: f"{_HEAD}actors = [{'1, ' * 100_000}]\n",
    "circle-20000": lambda: _actors(20_000, lambda n: f'part_of = "a-{(n + 1) % 20_000}"'),
    "circles-5000": lambda: _events(_MANY, lambda n: f'after = ["e-{(n + 1) % _MANY}", "e-0"]'),
    "long-cite": lambda: _events(1, lambda _: "", quoted("s" * _MEGA)),
    "long-id": lambda: _events(1, lambda _: f"after = [{quoted('e' * _MEGA)}]"),
    "dotted-1mb": _dotted,
    "digits-1mb": lambda: f"{_HEAD}x = {'9' * _MEGA}\n",
    "binary-5mb": lambda: f"{_HEAD}x = 0b{'1' * 5 * _MEGA}\n",
    "brackets-1mb": lambda: f"{_HEAD}x = {'[' * _MEGA}\n",
    "braces-1mb": lambda: f"{_HEAD}x = {'{a=' * (_MEGA // 3)}\n",
    "headers-1mb": lambda: f"{_HEAD}{'[' * _MEGA}\n",
    "open-string-2mb": lambda: f'{_HEAD}x = """' + "x" * 2 * _MEGA + "\n",
    "open-at-the-end-2mb": lambda: _HEAD + "# comment\n" * (_MEGA // 5) + 'x = "',
    "bad-last-line-2mb": lambda: _actors(35_000) + "x\n",
    "cut-2mb": lambda: _actors(35_000)[:-20],
    "backslashes-1mb": lambda: _HEAD + 'x = "' + "\\" * (_MEGA + 1) + '"\n',
    "dots-1mb": lambda: f"{_HEAD}x = {'.' * _MEGA}\n",
    "quotes-1mb": lambda: _HEAD + "x = " + '"' * (_MEGA + 1) + "\n",
    "zeros-2mb": lambda: "\0" * 2 * _MEGA,
    "merged-2mb": lambda: _HEAD + "<<<<<<<\n" + "x = 1\n" * (_MEGA // 3),
}


def cases() -> Iterator[Case]:
    """All of them."""
    groups: tuple[tuple[Expect, dict[str, Callable[[], str]]], ...] = (("opens", OPENING), ("refused", _REFUSED))
    for expect, made in groups:
        for name, text in made.items():
            yield Case(f"size/{name}", "size", expect, lambda text=text: text().encode(), big=True)  # type: ignore[misc]
