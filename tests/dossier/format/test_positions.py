"""Every key and every element of a TOML text is found where it stands."""

from collections.abc import Iterator

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from tui.dossier.format.positions import positions
from tui.dossier.problems import TreePath
from tui.dossier.values.text import clean, clean_tree

KEYS = ["a", "b", "c", "d-1", '"a"', "'b'", '"\\u0061"', '"x y"', '"a.b"', '"é\\t"', '"\\""', "''", "'#'", "1979"]
SCALARS = [
    *["1", "-2.5e3", "true", "inf", "0xff", "1979-05-27", "1979-05-27 07:32:00Z", "07:32", '"x"', '""', "''"],
    *[
        '"a\\"b # ] }"',
        "'lit # ] , \\'",
        '"\\\\"',
        '"\\e\\x41"',
        '""""""',
        '"""a"""""',
        '"""\\""""',
        '"""\n"x" ""\\\n  y, ]"""',
    ],
    *["''''''", "'''a'''''", "''''a''\n# no comment'''", '"""\\\\"""', '"""a \\   \n\n  b"""'],
]
GAPS = ["", " ", "\n", " # , ] } '\"\n", "\t\n\n"]

blank = st.sampled_from(["", "", " ", "\t "])
gap = st.sampled_from(GAPS)
key = st.builds(
    lambda parts, dot: dot.join(parts),
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=3),
    st.sampled_from([".", ".", " . ", "\t."]),
)


def pair(value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("{}{}={}{}".format, key, blank, blank, value)


def enclosed(marks: str, item: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def built(items: list[str], gaps: list[str], trailing: bool) -> str:
        inner = f"{gaps[0]},{gaps[1]}".join(items) + (f"{gaps[2]}," if items and trailing else "")
        return f"{marks[0]}{gaps[3]}{inner}{gaps[4]}{marks[1]}"

    return st.builds(built, st.lists(item, max_size=3), st.lists(gap, min_size=5, max_size=5), st.booleans())


value = st.recursive(
    st.sampled_from(SCALARS),
    lambda inner: enclosed("[]", inner) | enclosed("{}", pair(inner)),
    max_leaves=6,
)
header = st.builds("[{}{}{}]".format, blank, key, blank) | st.builds("[[{}{}{}]]".format, blank, key, blank)
statement = st.builds(
    "{}{}{}{}\n".format, blank, header | header | pair(value), blank, st.sampled_from(["", "# [x] = '''", "\n\n"])
)


def accepted(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    return True


@st.composite
def documents(draw: st.DrawFn) -> str:
    """TOML texts, built statement by statement of whatever tomli accepts after the ones before."""
    text = ""
    for one in draw(st.lists(statement, max_size=12)):
        if accepted(text + one):
            text += one
    return draw(st.sampled_from([text, text.replace("\n", "\r\n"), text.rstrip("\n")]))


def paths(value: object, path: TreePath = ()) -> Iterator[TreePath]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in entries:
        yield (*path, step)
        yield from paths(inner, (*path, step))


@given(documents())
@example("a = {\n  b = [1,\n 2, # c\n], c.d = {},\n}\n[[x.y]]\n[x.y.z]\nk = 1\n[[x.y]]\n[[x.y.z]]\n")
def test_every_path_that_tomli_sees_has_a_position_and_no_other_has(text: str) -> None:
    if accepted(text):
        assert set(positions(text)) == set(paths(clean_tree(tomli.loads(text))))


def name_of(spelt: str) -> str:
    return clean(next(iter(tomli.loads(f"{spelt} = 1"))))


@given(documents())
def test_a_position_is_where_the_key_or_the_element_begins(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    for path, (line, column) in positions(text).items():
        rest = lines[line - 1][column - 1 :]
        if isinstance(path[-1], int):
            assert rest
            assert rest[0] not in " \t,#=]}"
        else:
            assert any(
                rest.startswith(spelt) for spelt in KEYS if clean(next(iter(tomli.loads(f"{spelt}=1")))) == path[-1]
            )


@given(st.text(st.sampled_from("ab=.[]{}\"'\\#,\n\r 1\x1bé")))
def test_no_text_at_all_makes_it_fail(text: str) -> None:
    positions(text)


def test_lines_and_columns_count_from_one() -> None:
    text = 'dossier = 1\n\n[[quotes]]\n  id = "q"\n  about = [ "x",\n    "y" ]\n'
    text += '[[quotes]]\ncite = { source = "s", p = 5 }\n'
    assert positions(text) == {
        ("dossier",): (1, 1),
        ("quotes",): (3, 3),
        ("quotes", 0): (3, 1),
        ("quotes", 0, "id"): (4, 3),
        ("quotes", 0, "about"): (5, 3),
        ("quotes", 0, "about", 0): (5, 13),
        ("quotes", 0, "about", 1): (6, 5),
        ("quotes", 1): (7, 1),
        ("quotes", 1, "cite"): (8, 1),
        ("quotes", 1, "cite", "source"): (8, 10),
        ("quotes", 1, "cite", "p"): (8, 24),
    }


def test_columns_count_characters_not_bytes() -> None:
    assert positions('"Հայ" = { x = 1 }')["Հայ", "x"] == (1, 11)


def test_keys_are_named_as_in_the_cleaned_tree() -> None:
    assert positions('"a\\u001b" = { "\\u200bb" = 1 }') == {("a␛",): (1, 1), ("a␛", "b"): (1, 15)}


def test_only_the_wanted_paths_are_noted() -> None:
    text = "a = 1\n[[b]]\nc = 2\n[[b]]\nc = 3\n"
    assert positions(text, only=[("b", 1, "c"), ("b", 7)]) == {("b", 1, "c"): (5, 1)}
    assert positions(text, only=[]) == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 300 + "]" * 300, id="deep lists"),
        pytest.param("a = " + "{a=" * 300 + "1" + "}" * 300, id="deep tables"),
        pytest.param(
            'a = "' + '\\"' * 200_000 + '"\n' + "# '\n" * 100_000 + "b = '" + '"' * 200_000 + "'", id="quotes"
        ),
        pytest.param('a = """' + '\\""" ""' * 100_000 + '"""', id="long string"),
        pytest.param("a = [" + "\n#\n" * 100_000 + '"",' * 50_000 + "]", id="comments and elements"),
    ],
)
def test_hostile_texts_are_scanned_in_one_go(text: str) -> None:
    tomli.loads(text)
    assert ("a",) in positions(text, only=[("a",), ("zzz",)])
