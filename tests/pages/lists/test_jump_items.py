"""The items of the jump list are made when they are needed, and found wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from tui.pages.lists.jump_items import MOST, JumpItem, JumpItems


def items(made: list[int], number: int = 500) -> Iterator[JumpItem]:
    """Items called `item 0`, `item 1` …; each number is put down in `made` when its item is made."""
    for position in range(number):
        made.append(position)
        name = f"item {position}"
        yield JumpItem(name, "state", "record", name, name)


def test_to_show_the_head_of_the_list_no_more_are_made() -> None:
    made: list[int] = []
    assert [item.target for item in JumpItems(items(made)).matching("")] == [f"item {at}" for at in range(MOST)]
    assert len(made) == MOST


def test_a_query_is_matched_against_all() -> None:
    made: list[int] = []
    assert [item.target for item in JumpItems(items(made)).matching("499")] == ["item 499"]
    assert len(made) == 500


def test_each_is_made_once_however_many_are_made_at_a_time() -> None:
    made: list[int] = []
    some = JumpItems(items(made))
    while some.make(70):
        some.matching("")
    assert [item.target for item in some.matching("499")] == ["item 499"]
    assert made == list(range(500))


def test_what_is_looked_for_in_slices_is_what_is_found_at_once() -> None:
    for query in ("49", "item 7", "nothing", "", "9 item"):
        some, slices = JumpItems(items([])), 0
        some.begin(query)
        while some.go_on(70):
            slices += 1
        assert some.found == JumpItems(items([])).matching(query)
        assert slices == (500 // 70 if query else 0)


def test_a_slice_makes_no_more_than_it_looks_at() -> None:
    made: list[int] = []
    some = JumpItems(items(made))
    some.begin("49")
    assert some.go_on(100)
    assert len(made) == 100
    assert [item.target for item in some.found] == ["item 49"]
    some.begin("12")
    assert some.go_on(50)
    assert len(made) == 100
