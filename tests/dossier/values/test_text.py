"""What reaches the terminal is plain text: `clean`, `line` and `clean_tree`."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.dossier.values.text import NESTING, clean, clean_tree, line

WILD = (
    "\x00\x07\t\n\r\x1b\x7f\x85\x9b\xad\u0300\u0301\u0489\u05b0\u0628\u064b\u0915\u094d\u1039\u200b\u200c\u200d\u202e"
)
WILD += "\u2028\u2029\u2066\u20dd\u20e3\u3164\ud800\ufdd0\ufe0f\ufeff\uffff\U0001f3fd\U0001f468\U000e0041\U0010ffff"

anything = st.text(st.one_of(st.sampled_from(WILD), st.characters(exclude_categories=())), max_size=60)

PROSE = {
    "Armenian": "Հայաստանը և Ադրբեջանը՝ «պայմանավորվե՞լ են»։ Երևան֊Բաքու",
    "Azerbaijani": "Azərbaycan Respublikası: “İşğal olunmuş torpaqlar” – Gəncə, Xankəndi",
    "Georgian": "საქართველო და მისი მეზობლები — „მშვიდობა“",
    "Russian": "Россия поставляет оружие обеим сторонам — «баланс сил», ёлка, № 5",
    "Hebrew": "ישראל רואה בְּאַזֶרְבַּיְגָ׳ן שֻׁתָּף אסטרטגי; צה״ל",
    "Biblical Hebrew": "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם",
    "Arabic": "أذربيجان وأرمينيا؛ اللّٰه ـ «قال»؟ ١٩٩٤",
    "Persian": "جمهوری آذربایجان می\u200cگوید خانه\u200cها ۱۳۷۳",
    "Hindi": "अर्मेनिया और अज़रबैजान के बीच हिन्दी क\u094d\u200dष त्र ज़ीं",
    "Burmese": "မြန်မာနိုင်ငံ ညှို့ကြွေး",
    "Thai": "ประเทศอาร์เมเนียที่น้ำ",
    "CJK": "亞美尼亞與阿塞拜疆。アルメニア『が』　아르메니아",
    "Turkish": "Türkiye’nin “kardeş” ülkesi; İstanbul, ılık",
    "Vietnamese, taken apart": unicodedata.normalize("NFD", "Nguyễn Thị Tuyết"),
    "flags": "\U0001f1e6\U0001f1f2 \U0001f1e6\U0001f1ff",
    "printed oddities": "“After all of this, the sale of arms [to Azerbaijan] is amoral,” […] said [sic] 24\u00a0000",
}


@pytest.mark.parametrize("language", PROSE)
def test_prose_of_our_languages_is_left_as_it_is(language: str) -> None:
    assert clean(PROSE[language]) == PROSE[language]


@given(anything)
@example("\u0628\u0300\u0300\u0300\u0301\u064b\u200d\u0628")
@example("\u0628\u200b\u200d\u200c\u0628")
def test_cleaning_twice_changes_nothing_more(s: str) -> None:
    assert clean(clean(s)) == clean(s)
    assert line(line(s)) == line(s)
    assert clean(line(s)) == line(s)


@given(anything)
def test_no_control_but_the_line_feed_and_no_half_character_is_left(s: str) -> None:
    kinds = {unicodedata.category(char) for char in clean(s) if char != "\n"}
    assert kinds.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    clean(s).encode()
    assert "\n" not in line(s)


def test_every_character_of_the_inhabited_planes_can_be_cleaned() -> None:
    everything = "".join(map(chr, [*range(0x32000), *range(0xE0000, 0xE1000), sys.maxunicode]))
    kept = clean(everything)
    assert clean(kept) == kept
    assert {char for char in kept if unicodedata.category(char) == "Cf"}.isdisjoint(
        "\u202e\u2066\u200b\ufeff\U000e0041"
    )


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b]52;c;Y3VybA==\x07", "␛]52;c;Y3VybA==␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "�31m"),
        ("a\x0b\x0cb", "a␋␌b"),
        ("one\ttwo", "one two"),
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("\u202eevil\u2066x", "�evil�x"),
        ("half \ud800 char", "half � char"),
        ("\ufdd0\uffff\U0010ffff", "���"),
        ("Arm\u00aden\u200bia\ufeff", "Armenia"),
        ("❤\ufe0f 1\ufe0f\u20e3 👍\U0001f3fd 👨\u200d👩\u200d👧", "❤ 1 👍 👨👩👧"),
        ("hidden\U000e0061\U000e0062", "hidden"),
        ("\u3164blank", "�blank"),
    ],
)
def test_what_is_not_text_is_shown_or_dropped(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize("mark", ["\u0300", "\u0489", "\u0338", "\u20dd", "\u1dff", "\ufe20", "\U0001d165\u0301"])
def test_marks_cannot_pile_up_on_one_letter(mark: str) -> None:
    assert len(clean("a" + mark * 50)) <= 1 + 6
    stacking = [char for char in clean("a" + mark * 50 + "b") if unicodedata.combining(char) >= 200]
    assert len(stacking) <= 3


@pytest.mark.parametrize("mark", ["\u05b0", "\u064e", "\u0e38"])
def test_marks_with_a_position_of_their_own_do_not_stack_but_six_are_the_most(mark: str) -> None:
    assert clean("a" + mark * 5 + "b") == "a" + mark * 5 + "b"
    assert clean("a" + mark * 50 + "b" + mark) == "a" + mark * 6 + "b" + mark
    assert clean("a" + "\u0301" * 50 + mark * 50 + "b") == "a" + "\u0301" * 3 + "b"


def test_no_combining_mark_is_a_word_character() -> None:
    """What makes `clean` find marks cheaply."""
    marks = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M"]
    assert not any(mark.isalnum() for mark in marks)


def test_joiners_stay_only_where_a_script_needs_them() -> None:
    assert clean("ب\u200dب") == "ب\u200dب"
    assert clean("a\u200db") == "ab"
    assert clean("می\u200c\u200c\u200d\u200cگوید") == "می\u200cگوید"


def test_a_line_is_one_line() -> None:
    assert line("  a\n\n b\u00a0\tc\u2028d ") == "a b c d"


def test_a_tree_is_cleaned_in_keys_and_values_and_the_old_one_is_left_alone() -> None:
    tree = {"a\x1b": ["x\x07", {"b": "\u202e"}, 1, 2.5, True], "t": {}}
    assert clean_tree(tree) == {"a␛": ["x␇", {"b": "�"}, 1, 2.5, True], "t": {}}
    assert tree["a\x1b"] == ["x\x07", {"b": "\u202e"}, 1, 2.5, True]


def test_keys_that_come_to_look_alike_are_both_kept() -> None:
    tree = {"a\u200b": 1, "a": 2, "a (2)": 3, "a\u00ad": 4}
    assert clean_tree(tree) == {"a": 1, "a (2)": 2, "a (2) (2)": 3, "a (3)": 4}


@pytest.mark.long
def test_a_hundred_thousand_keys_that_look_alike_take_no_longer_than_others() -> None:
    tree = {"a" + "".join("\u200b\u2060"[number >> bit & 1] for bit in range(17)): number for number in range(100_000)}
    assert list(clean_tree(tree).values()) == list(range(100_000))


def test_a_tree_may_be_as_deep_as_the_limit_and_no_deeper() -> None:
    tree: dict[str, object] = {}
    for _ in range(NESTING):
        tree = {"a": tree}
    assert clean_tree(tree) == tree
    with pytest.raises(RecursionError):
        clean_tree({"a": {"a": {"a": tree, "b": 1}, "b": 1}, "b": {"a": {"a": tree}}})
