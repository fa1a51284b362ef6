"""Marks and notes as values: what a change makes of those that are there."""

from __future__ import annotations

from tui.dossier.marks import NO_MARKS, NOTE_LENGTH, Marks, made, rename, set_mark, set_note
from tui.dossier.values.text import Safe


def marks(*marked: str, **notes: str) -> Marks:
    return Marks(frozenset(marked), {name: Safe(note) for name, note in notes.items()})


def test_a_mark_is_set_and_removed_and_the_others_stay() -> None:
    assert set_mark("a", marked=True)(marks("b")) == marks("a", "b")
    assert set_mark("a", marked=False)(marks("a", "b")) == marks("b")
    assert set_mark("a", marked=False)(NO_MARKS) == NO_MARKS


def test_a_note_outlasts_its_mark() -> None:
    assert set_mark("a", marked=False)(marks("a", a="why?")) == marks(a="why?")
    assert marks("b", a="why?").names == {"a", "b"}


def test_a_note_is_written_replaced_and_removed_when_it_is_empty() -> None:
    assert set_note("a", " why? \n")(NO_MARKS) == marks(a="why?")
    assert set_note("a", "because", "why?")(marks(a="why?", b="x")) == marks(a="because", b="x")
    assert set_note("a", " \n ", "why?")(marks(a="why?")) == NO_MARKS


def test_a_note_is_cleaned_as_text_of_a_dossier_is_and_of_bounded_length() -> None:
    note = set_note("a", "\x1b[31mred\r\n[bold]")(NO_MARKS).notes["a"]
    assert note == "␛[31mred\n[bold]"
    assert len(set_note("a", "x" * 3 * NOTE_LENGTH)(NO_MARKS).notes["a"]) == NOTE_LENGTH


def test_a_note_that_another_program_wrote_meanwhile_is_kept_before_the_new_one() -> None:
    assert set_note("a", "mine", "old")(marks(a="theirs")) == marks(a="theirs\n\nmine")
    assert set_note("a", "", "old")(marks(a="theirs")) == marks(a="theirs")
    assert set_note("a", "mine", "old")(marks(a="mine")) == marks(a="mine")
    assert set_note("a", "old", "old")(marks(a="theirs")) == marks(a="theirs"), "nothing was changed here"


def test_marks_and_notes_go_with_a_new_id_and_paragraphs_with_their_source() -> None:
    before = Marks(frozenset({"a", "s#p2", "other"}), {"a": Safe("why?"), "s": Safe("read again")})
    assert rename({"a": "b", "s": "t"})(before) == Marks(
        frozenset({"b", "t#p2", "other"}), {"b": Safe("why?"), "t": Safe("read again")}
    )


def test_a_note_at_the_new_id_is_kept_too() -> None:
    assert rename({"a": "b"})(marks(b="first", a="second")) == marks(b="first\n\nsecond")


def test_changes_are_made_in_their_order() -> None:
    assert made(NO_MARKS, (set_mark("a", marked=True), rename({"a": "b"}))) == marks("b")
