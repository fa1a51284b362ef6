"""What came, went and changed between two readings of a file, in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import SMALL, dossier_of, load_text, record
from tui.dossier.changes import Changes, changes
from tui.dossier.dossier import Dossier
from tui.dossier.load import load


def read(text: str) -> Dossier:
    dossier = load_text(text).dossier
    assert dossier is not None
    return dossier


def actors(*ids: str, title: str = "T") -> Dossier:
    records = "".join(f'[[actors]]\nid = "{name}"\nkind = "state"\nname = "{name.upper()}"\n' for name in ids)
    return read(f'dossier = 1\ntitle = "{title}"\n{records}')


def test_two_readings_of_the_same_text_differ_in_nothing() -> None:
    found = changes(read(SMALL), read(SMALL))
    assert found == Changes((), (), ())
    assert found.text() == ""


def test_records_are_added_removed_and_changed_by_id() -> None:
    before = actors("a", "b", "c")
    now = read(
        'dossier = 1\ntitle = "T"\n'
        '[[actors]]\nid = "d"\nkind = "state"\nname = "D"\n'
        '[[actors]]\nid = "b"\nkind = "state"\nname = "B"\n'
        '[[actors]]\nid = "a"\nkind = "state"\nname = "Other"\n'
    )
    assert changes(before, now) == Changes(("d",), ("c",), ("a",))
    assert changes(before, now).text() == "1 record added (d), 1 removed (c), 1 changed (a)"


def test_a_record_with_another_id_is_renamed_if_nothing_else_differs() -> None:
    def with_quote(speaker: str, quote: str, name: str = "A") -> Dossier:
        return read(
            f'dossier = 1\ntitle = "T"\n[[actors]]\nid = "{speaker}"\nkind = "state"\nname = "{name}"\n'
            f'[[quotes]]\nid = "{quote}"\nspeaker = "{speaker}"\ntext = "No."\ncite = "s"\n'
            '[[sources]]\nid = "s"\nkind = "report"\ntitle = "S"\n'
        )

    before = with_quote("a", "q")
    assert changes(before, with_quote("b", "q")) == Changes((), (), ("q",), renamed=(("a", "b"),))
    assert changes(before, with_quote("b", "q")).text() == "1 record renamed (a → b), 1 changed (q)"
    assert changes(before, with_quote("b", "r")).renamed == (("a", "b"), ("q", "r")), "references follow"
    assert changes(before, with_quote("b", "q", "B")) == Changes(("b",), ("a",), ("q",))


def test_records_that_are_alike_are_renamed_in_their_order_or_not_at_all() -> None:
    def alike(*ids: str) -> Dossier:
        return read(
            'dossier = 1\ntitle = "T"\n'
            + "".join(f'[[actors]]\nid = "{name}"\nkind = "state"\nname = "Same"\n' for name in ids)
        )

    assert changes(alike("a", "b"), alike("c", "d")).renamed == (("a", "c"), ("b", "d"))
    assert changes(alike("a", "b"), alike("c")).renamed == ()


def test_of_very_many_that_came_and_went_none_is_taken_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.renames.MOST", 1)
    assert changes(actors("a", "b"), actors("c", "d")).renamed == ()


def test_a_record_that_moved_to_another_table_has_changed() -> None:
    before = read(dossier_of(record("events", id="x", actors=["a"])))
    now = read(dossier_of(record("claims", id="x", by=["a"])))
    assert changes(before, now).changed == ("x",)


def test_a_comment_and_the_order_of_keys_change_nothing() -> None:
    before = read('dossier = 1\ntitle = "T"\n[[actors]]\nid = "a"\nkind = "state"\nname = "A"\n')
    now = read('dossier = 1\n\n# noted\ntitle = "T"\n[[actors]]\nname = "A"\nkind = "state"\nid = "a"\n')
    assert changes(before, now).text() == ""


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (Changes(("a", "b"), ("c",), ("d", "e", "f")), "2 records added (a, b), 1 removed (c), 3 changed (d, e, f)"),
        (Changes((), tuple("abcd"), ()), "4 records removed"),
        (Changes(("a" * 40, "b" * 40), (), ()), "2 records added"),
        (Changes(tuple(map(str, range(1200))), (), ()), "1,200 records added"),
        (Changes((), (), (), head=True), "the keys at the top changed"),
        (Changes((), (), ("a",), head=True), "1 record changed (a), the keys at the top changed"),
        (Changes(("a",), ("b",), (), renamed=(("c", "d"),)), "1 record added (a), 1 removed (b), 1 renamed (c → d)"),
        (Changes((), (), (), reordered=True), "records in another order"),
        (Changes((), (), (), copies=("s",)), "1 local copy changed (s)"),
        (Changes((), (), (), copies=tuple("abcd")), "4 local copies changed"),
    ],
)
def test_they_are_counted_and_named_where_that_is_short(found: Changes, text: str) -> None:
    assert found.text() == text


def test_the_title_and_the_order_count_as_changes() -> None:
    assert changes(actors("a"), actors("a", title="U")).head
    assert changes(actors("a", "b"), actors("b", "a")) == Changes((), (), (), reordered=True)
    assert not changes(actors("a", "b"), actors("b", "c", "a")).reordered, "said by the record that came"


def test_a_local_copy_that_came_went_or_changed_is_named_by_its_source(tmp_path: Path) -> None:
    file, copy = tmp_path / "d.toml", tmp_path / "copy.txt"
    file.write_text(
        'dossier = 1\ntitle = "T"\n[[sources]]\nid = "s"\nkind = "report"\ntitle = "S"\ntext = "copy.txt"\n'
    )

    def reading() -> Dossier:
        dossier = load(file).dossier
        assert dossier is not None
        return dossier

    without = reading()
    copy.write_text("One.")
    first = reading()
    copy.write_text("One.\n\nTwo.")
    assert changes(without, first).copies == changes(first, without).copies == ("s",)
    assert changes(first, reading()).copies == ("s",)
    assert changes(first, first).copies == ()
    file.write_text(file.read_text().replace('id = "s"', 'id = "t"'))
    copy.write_text("One.")
    assert changes(first, reading()) == Changes((), (), (), renamed=(("s", "t"),))
