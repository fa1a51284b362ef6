"""What a reader types matches what an author wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.values.fold import MARKS, fold

texts = st.text(
    st.one_of(st.sampled_from("aİıIßﬁé\u0301ё«–ە\u200cو\u064bԵրևաՙ՞ 1٣\n"), st.characters(exclude_categories=())),
    max_size=30,
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("istanbul", "İstanbul"),
        ("ISTANBUL", "ıstanbul"),
        ("diyarbakir", "DİYARBAKIR"),
        ("երևան", "ԵՐԵՒԱՆ"),
        ("երևան", "ԵՐԵՎԱՆ"),
        ("ինչու", "Ինչո՞ւ"),
        ("aliyev", "Əliyev"),
        ("mammadyarov", "Məmmədyarov"),
        ("xankandi", "Xankəndi"),
        ("susa", "Şuşa"),
        ("qarabag", "Qarabağ"),
        ("erdogan", "ERDOĞAN"),
        ("walesa", "Wałęsa"),
        ("oresund", "Øresund"),
        ("djindic", "Djinđić"),
        ("aegis", "Ægis"),
        ("strasse", "Straße"),
        ("STRASSE", "ẞtraße"),
        ("елка", "Ёлка"),
        ("гянджа", "ГЯНДЖА"),
        ("ირაკლი", "ᲘᲠᲐᲙᲚᲘ"),
        ("don't", "don’t"),
        ('"strategic', "“Strategic"),
        ('"мир"', "«мир»"),
        ("nagorno-karabakh", "Nagorno–Karabakh"),
        ("24 000", "24\u00a0000"),
        ("naive", "nai\u0308ve"),
        ("wait...", "Wait…"),
        ("office", "oﬃce"),
        ("123", "１２３"),
        ("1994", "١٩٩٤"),
        ("1373", "۱۳۷۳"),
        ("اذربايجان", "آذربایجان"),
        ("كريم", "کَرِیم"),
        ("قال", "قـــال"),
        ("خانهها", "خانه\u200cها"),
        ("ירושלים", "יְרוּשָׁלַיִם"),
        ('צה"ל', "צה״ל"),
        ("ज़ीन", "\u095bीन"),
        ("two lines", "Two\nlines"),
    ],
)
def test_a_search_finds(typed: str, written: str) -> None:
    assert fold(typed) in fold(written)
    assert fold(written) in fold(f"xx {written} xx")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("कल", "कुल"), ("か", "が"), ("กัด", "กุด"), ("կոտ", "կատ"), ("a", "б"), ("кот", "кит")],
)
def test_a_search_keeps_apart_what_its_readers_do(typed: str, written: str) -> None:
    assert fold(typed) != fold(written)


def test_marks_are_folded_to_those_of_a_keyboard() -> None:
    assert set(MARKS.values()) == {"'", '"', "-"}
    assert not any(mark.isascii() for mark in MARKS)


def test_every_character_of_the_first_plane_folds_for_good() -> None:
    for code in range(0x10000):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)


@given(texts, texts)
def test_a_text_folds_as_its_parts_do(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(texts, st.data())
def test_a_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]) in fold(text)
