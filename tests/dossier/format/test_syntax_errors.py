"""A text that is no TOML is refused in plain words, with the place to fix; a hostile one is refused at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.format.test_read_toml import refusal
from tui.dossier.files import Refused
from tui.dossier.format.read_toml import parse
from tui.dossier.values.text import NESTING


def outcome(data: bytes) -> Refused | None:
    try:
        parse(data)
    except Refused as refused:
        return refused
    return None


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("a = 1\nb = 2\na = 3\n", "3:1: `a` is already defined on line 1"),
            ("a = 1\r\n\r\na = 3\r\n", "3:1: `a` is already defined on line 1"),
            ("[t]\na.b = 1\na.b.c = 2", "3:3: `t.a.b` is already defined on line 2"),
            ("t = { x = 1,\n x = 2 }", "2:2: `t.x` is already defined on line 1"),
            ("[q]\nid = 1\n[q]\n", "3:2: `q` is already defined on line 1; begin each entry of a list with [[q]]"),
            ("[[q]]\n[q]\n", "2:2: `q` is already defined on line 1; begin each entry of a list with [[q]]"),
            (
                "[q]\nid = 1\n[[q]]\n",
                "3:3: `q` is already defined on line 1; begin each entry of a list with [[q]], also on line 1",
            ),
            ("q = [1]\n[[q]]\n", "2:3: `q` is already defined on line 1"),
            ('a = 1\nt = """x\ny\nz', '2:5: the text that opens here with """ is never closed; close it with """'),
            ("a = 1\nt = '''x\ny\nz", "2:5: the text that opens here with ''' is never closed; close it with '''"),
            ("t = 'x\ny = 1\n", "1:5: the text that opens here with ' is never closed; close it with '"),
            ('x = """a\nb = """c"""', "2:8: there is something after the end of the value; the value begins on line 1"),
            (
                't = "x\ny = 1',
                '1:7: the line ends before the string does; close it with ", or use """ for several lines',
            ),
            ('t = "\x1b"', "1:6: this is a control character (U+001B); remove it, or write \\u001b"),
            ('t = "# \x1b"', "1:8: this is a control character (U+001B); remove it, or write \\u001b"),
            ('# "a" \x1b\n', "1:7: this is a control character (U+001B) in a comment; remove it"),
            ("t = 'x' # '\x1b", "1:12: this is a control character (U+001B) in a comment; remove it"),
            (
                "t = '\x1b'",
                "1:6: this is a control character (U+001B) in a text between '…'; "
                'remove it, or put the text in "…" and write \\u001b',
            ),
            (
                "t = '''\na \x1b'''",
                "2:3: this is a control character (U+001B) in a text between '…'; "
                'remove it, or put the text in "…" and write \\u001b',
            ),
            ("a = 1\rb = 2\n", "1:6: this is a carriage return without a line feed; end the line with LF or CRLF"),
            (
                't = "C:\\Users"',
                "1:8: this is not an escape sequence of TOML; write \\\\ for a backslash, or put the text in '…'",
            ),
            ("a = [1,\n2\nb = 3", "3:1: a comma or ] is missing here; the value begins on line 1"),
            ("a = { x = 1\n y = 2 }", "2:2: a comma or } is missing here; the value begins on line 1"),
            ("a = [1,\n2,\n", "3:1: the file ends before the value does; the value begins on line 1"),
            (
                "d = 1974-09",
                '1:9: there is something after the end of the value; a date such as "1974-09" must be quoted',
            ),
            (
                "d = 1974-09-14~",
                '1:15: there is something after the end of the value; a date such as "1974-09" must be quoted',
            ),
            ("d = 1974-02-30", "1:5: there is no 30 February 1974; that month has 28 days"),
            ("d = 1974-13-01", "1:5: there is no month 13; months run from 01 to 12"),
            ("d = [1974-13-01]", "1:6: there is no month 13; months run from 01 to 12"),
            ("d = 1974-9-1", "1:5: months and days have two digits; write 1974-09-01"),
            (
                't = "a "b" c"',
                '1:9: there is something after the end of the value; inside "…" write a quotation mark as \\"',
            ),
            ("a =\n", "1:4: the value is missing"),
            ("a = True", "1:5: this is not a value; write true or false"),
            ("a = word", '1:5: this is not a value; text must be quoted: "…"'),
            ("a = “x”", '1:5: this is not a straight quotation mark; put "…" around text'),
            ("[a\n", "1:3: the table header is not closed; end it with ]"),
            ("[[a]\n", "1:4: the table header is not closed; end it with ]]"),
            ("a 1", "1:3: a key must be followed by = and its value; write key = value, and # before a comment"),
            (
                "é = 1",
                "1:1: this character is not allowed in a key; "
                'a key with characters other than a-z 0-9 _ - must be quoted: "…"',
            ),
            ("= 1", "1:1: a key, table header or comment cannot begin like this; a comment begins with #"),
        ],
    )
    def test_an_error_says_in_plain_words_what_to_fix_and_where(self, text: str, said: str) -> None:
        refused = refusal(text)
        hint = f"; {refused.hint}" if refused.hint else ""
        assert f"{refused.line}:{refused.column}: {refused.what}{hint}" == said
        assert refused.code == "syntax"

    @pytest.mark.parametrize(
        ("text", "code", "what", "hint"),
        [
            ("a = 1\rb = 2\r", "line-ends", "its lines end with a carriage return alone, as on old Macs", "LF or CRLF"),
            ("\ufeff\ufeffa = 1\n", "two-marks", "the file begins with two byte order marks", "one of them"),
        ],
    )
    def test_a_file_that_is_saved_oddly_as_a_whole_is_told_so(self, text: str, code: str, what: str, hint: str) -> None:
        refused = refusal(text)
        assert (refused.code, refused.what) == (code, what)
        assert hint in refused.hint

    @given(st.text(st.sampled_from("ab=.[]{}\"'\\#,\n\r 1-é\x1b")))
    def test_any_text_is_a_tree_or_one_refusal_with_its_place(self, text: str) -> None:
        refused = outcome(text.encode())
        if refused:
            assert refused.line is not None
            assert 1 <= refused.line <= text.count("\n") + 1
            assert refused.column is not None
            assert 1 <= refused.column <= len(text) + 1

    @given(st.binary())
    @settings(deadline=None)
    def test_any_bytes_are_a_tree_or_one_refusal_in_one_line(self, data: bytes) -> None:
        refused = outcome(data)
        assert refused is None or str(refused).isprintable()

    def test_a_message_is_one_short_clean_line_whatever_the_file_holds(self) -> None:
        refused = refusal('"\\u001b]0;x\\n" = 1\n' * 2)
        assert refused.what == "`␛]0;x ` is already defined on line 1"
        assert len(refusal(f"{'k' * 10_000} = 1\n" * 2).what) <= 200


class TestHostileTexts:
    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ("a = 1\n" + ".".join("b" * 33) + " = 1", 2, 1),
            ("x = { y." + " . ".join("b" * 32) + " = 1 }", 1, 7),
            ("[" + ".".join(['"\\""'] * 33) + "]", 1, 2),
            ('s = """\n""" # x\n\n' + ".".join(["'.'"] * 40) + " = 1", 4, 1),
        ],
    )
    def test_a_key_of_more_than_32_parts_is_refused(self, text: str, line: int, column: int) -> None:
        refused = refusal(text)
        assert (refused.code, refused.line, refused.column) == ("too-long", line, column)
        assert refused.what == "this key has more than 32 parts"

    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ("a = " + "1" * 65, 1, 5),
            ("a = 1\nb = [\n 1,\n -" + "1_1" * 40 + "]", 4, 2),
            ("a = 0x" + "f" * 65, 1, 5),
            ("a = 0b" + "10" * 5000, 1, 5),
            ("a = 0." + "1" * 70, 1, 7),
        ],
    )
    def test_a_number_of_more_than_64_digits_is_refused(self, text: str, line: int, column: int) -> None:
        refused = refusal(text)
        assert (refused.code, refused.line, refused.column) == ("too-long", line, column)
        assert refused.what == "this number has more than 64 digits"

    @pytest.mark.parametrize("long", ["1" * 70, "0x" + "f" * 70, ".".join("a" * 40), "a." * 40])
    @pytest.mark.parametrize(
        "text",
        [
            'a = "{}"',
            "a = '{}'",
            "# {}",
            '"{}" = 1',
            'a = """\n"" \\" {}\n"""',
            "a = '''\n'{}\n'''",
            "a = ['''\n''', '{}']",
        ],
    )
    def test_what_only_looks_like_one_is_read(self, text: str, long: str) -> None:
        parse((text.format(long) + "\nb = 1\n").encode())

    def test_the_longest_that_are_allowed_are_read(self) -> None:
        text = ".".join("a" * 32) + f" = {'1_' * 63}1\n{'1' * 80} = 0x{'f' * 64}\n"
        tree = parse(text.encode()).tree
        assert len(str(tree["1" * 80])) > 64

    @pytest.mark.parametrize("text", ["a = " + "[" * 500, "a = 1\nb = " + "{b=" * 100 + "1" + "}" * 100])
    def test_nesting_beyond_the_limit_is_refused_and_located(self, text: str) -> None:
        refused = refusal(text)
        assert refused.code == "too-deep"
        assert refused.what == f"lists and tables are nested more than {NESTING} levels deep"
        assert refused.line == text.count("\n") + 1
        assert refused.column

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("a." * 200_000, id="dotted"),
            pytest.param('a = "' + '"' * 400_000, id="quotes"),
            pytest.param('a = "' + "." * 40 + '"\nb = "' + '\\"' * 200_000, id="escaped quotes"),
            pytest.param('a = "' + "." * 40 + '" \n' + '"\\""' * 100_000, id="escaped keys"),
            pytest.param("a = " + "1" * 400_000, id="digits"),
            pytest.param("a = [" + ("1" * 64 + ",") * 15_000, id="long numbers"),
            pytest.param("[" * 400_000, id="brackets"),
            pytest.param("a = " + "[" * 400_000, id="lists"),
            pytest.param("a = " + "{a=" * 100_000, id="tables"),
            pytest.param("#\n" * 200_000 + 'a = """', id="open at the end"),
        ],
    )
    def test_a_long_hostile_text_is_refused_without_delay(self, text: str) -> None:
        assert refusal(text).line
