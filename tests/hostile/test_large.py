"""Fields that are far too long are cut wherever they are shown, and no key, no page and no command takes long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.hostile import large, sizes, watch
from tests.hostile.base import tree, write
from tests.marks import mostly_long
from tests.screens.opened import opened, reads_again
from tui.dossier.dossier import Dossier
from tui.dossier.load import load_bytes
from tui.dossier.values.text import Safe
from tui.keys import PANELS
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.lists.jump_items import record_items
from tui.pages.page import Entry, Page, Para, Span, Spans
from tui.pages.span_builder import FEW
from tui.pages.truncation import BRIEF, MANY, MAX_CHARACTERS
from tui.pages.views.overview import overview_page
from tui.pages.views.problems import problems_page
from tui.render.layout import lay_out
from tui.render.list_rows import rows
from tui.render.text_blocks import MAX_ROWS
from tui.screens.browse import BrowseScreen

BYTES = 150_000
"""Of each field where what is shown of it is counted: more than is shown of any."""
MEGA = 900_000
"""Of each field where it is timed: all together are just under what a file may have."""
KEY_SECONDS = 2.0
"""What one key may take of a processor: most take a hundredth, the worst that is known a third."""
COMMAND_SECONDS = 15.0
MEBIBYTES = 900
"""What sixty fields of a megabyte may take of the memory, all in all."""
CALLED = 400
"""No name, title or beginning of a text is called by more characters, with what stands around it."""


@cache
def dossier(shape: str) -> Dossier:
    """The dossier with all fields of one shape, or with very long lists."""
    made = large.listed(5000) if shape == "lists" else large.filled(large.SHAPES[shape](BYTES))
    found = load_bytes(write(made).text.encode(), Safe("large")).dossier
    assert found is not None
    return found


EVERY = pytest.mark.parametrize("shape", mostly_long([*large.SHAPES, "lists"], "lists"))


def length(spans: Spans) -> int:
    return sum(len(span.text) for span in spans)


@EVERY
def test_a_line_of_a_list_and_its_heading_hold_the_beginning_of_a_field(shape: str) -> None:
    catalog = Catalog(dossier(shape))
    for table, records in catalog.dossier.tables.items():
        for group in catalog.record_groups(table):
            assert len(group.heading) <= CALLED, table
        for record in records:
            item = catalog.line(record.id)
            assert length(item.spans) <= CALLED + 10, table
            assert length(item.remark) <= CALLED + 10, table
            assert length(item.long_remark) <= CALLED + 10, table
        assert max(map(len, rows(catalog, table))) <= 3 * CALLED, table


@EVERY
def test_the_jump_list_and_the_title_bar_hold_the_beginning_of_a_field(shape: str) -> None:
    assert all(len(choice.label) <= CALLED for choice in record_items(Catalog(dossier(shape))))
    assert len(dossier(shape).title) <= CALLED


def pages(shape: str) -> Iterator[Page]:
    catalog = Catalog(dossier(shape))
    for name in catalog.dossier.records:
        page = catalog.page(name)
        assert page is not None
        yield page
    yield overview_page(catalog.builder)


@EVERY
def test_an_item_on_the_page_of_another_record_holds_the_beginning_of_a_field(shape: str) -> None:
    for page in pages(shape):
        for block in page.blocks:
            if isinstance(block, Entry):
                assert length(block.spans) <= 2 * BRIEF + 10, page.id
                assert length(block.below) <= 2 * BRIEF + 10, page.id
                assert length(block.tail) <= 15 * CALLED, page.id


@pytest.mark.long
@EVERY
@pytest.mark.parametrize("width", mostly_long([1, 20, 74], 20))
def test_a_page_has_an_end(shape: str, width: int) -> None:
    for page in pages(shape):
        laid = lay_out(page, width)
        in_one_block = 8 * MAX_CHARACTERS // width
        assert len(laid.rows) <= MAX_ROWS + in_one_block, page.id
        assert all(0 <= spot < len(laid.rows) for spot in laid.link_rows)
        assert len(laid.links) == len(laid.link_rows)


def test_a_page_that_is_too_long_ends_with_a_line_that_says_so() -> None:
    many = Para((Span("word\n" * 1900),))
    for count, cut in ((MAX_ROWS // 1900, False), (MAX_ROWS // 1900 + 2, True), (1000, True)):
        laid = lay_out(Page("", (many,) * count), 74)
        assert ("The page ends here" in "".join(piece.text for row in laid.rows[-3:] for piece in row)) == cut, count


@pytest.mark.long
def test_a_field_that_is_cut_says_so_on_its_own_page() -> None:
    for page in pages("words"):
        text = "".join(piece.text for row in lay_out(page, 74).rows for piece in row)
        if page.id.endswith("-0"):
            assert "[cut here:" in text, page.id


def test_of_very_many_items_the_page_says_how_many_more_there_are() -> None:
    catalog = Catalog(dossier("lists"))
    actor = catalog.page("ac-0")
    assert actor is not None
    assert f"and {2500 - MANY:,} more" in actor.text()
    assert sum(span.text == "Office" for block in actor.blocks for span in spans_of(block)) <= MANY + 2 * FEW


@EVERY
async def test_a_notice_about_it_is_short(shape: str, tmp_path: Path) -> None:
    if shape == "lists":
        return
    folder = tmp_path.joinpath(*["folder" * 40] * 8)
    folder.mkdir(parents=True)
    file = folder / "small.toml"
    file.write_text(write(tree()).text, encoding="utf-8")
    async with opened(file, (100, 30)) as person:
        made = tree()
        words = large.SHAPES[shape](BYTES)
        made["actors"][0]["kind"] = words
        made["quotes"][0]["speaker"] = words
        made[words] = words
        file.write_text(write(made).text, encoding="utf-8")
        await reads_again(person)
        assert "what was open stays" in person.told[-1]
        assert len(person.told[-1]) <= 500


@pytest.mark.parametrize("line", [1, 2, 999_999])
def test_the_page_of_problems_quotes_the_line_among_a_million(line: int) -> None:
    text = "\n" * (line - 1) + f"x{line} = = 1" + "\n" * (1_000_000 - line)
    shown = problems_page(load_bytes(text.encode(), Safe("lines"))).text()
    assert f"{line} │  x{line} = = 1" in shown


# In time: each in a process of its own

_IMPORTS = """
import asyncio, resource, tempfile
from pathlib import Path
from tests.hostile import large, sizes
from tests.hostile.base import write
from tests.hostile.test_large import KEY_SECONDS, MEGA, slow_keys
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()
def made(name):
    if name in sizes.OPENING: return sizes.OPENING[name]()
    size = MEGA // 2 if name == "rows" else MEGA  # a line end takes two bytes more as it is written
    return write(large.listed() if name == "lists" else large.filled(large.SHAPES[name](size))).text
"""
_WALK = """
with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "large.toml"
    file.write_text(made(argument), encoding="utf-8")
    start()
    said = asyncio.run(slow_keys(file))
    stop()
return said
"""


async def slow_keys(file: Path) -> str:
    """The keys that take too long, of a walk through all panels and what lies over them, at several sizes."""
    from time import process_time

    over = ("question_mark", "escape", "ctrl+p", "a", "down", "enter", "1", "slash", "a", "l", "escape", "t")
    found = []
    async with opened(file, (160, 40)) as person:
        await person.until(lambda: isinstance(person.app.screen, BrowseScreen))
        for panel in (key.display for key in PANELS.keys):
            for key in (panel, "enter", "down", "end", "s", "backspace", "backspace"):
                begun = process_time()
                await person.press(key)
                found.append((process_time() - begun, f"{key} in panel {panel}"))
        for key in over:
            begun = process_time()
            await person.press(key)
            found.append((process_time() - begun, key))
        for size in ((1, 1), (20, 5), (80, 24), (500, 200)):
            begun = process_time()
            await person.resize(*size)
            found.append((process_time() - begun, f"resize to {size}"))
    return "; ".join(f"{name}: {spent:.1f} s" for spent, name in found if spent > KEY_SECONDS)


@pytest.mark.long
@pytest.mark.parametrize("shape", ["words", "wide-words", "wide-word", "rows", "lists"])
def test_every_key_is_answered_soon_however_long_the_fields_are(shape: str) -> None:
    (found,) = watch.measured(_IMPORTS, _WALK, [shape])
    assert not found.said
    assert found.mebibytes < MEBIBYTES


SEEN = [name for name in sizes.OPENING if not name.startswith(("comment", "blank", "spaces", "unknown", "alike-keys"))]
"""The files that have too much of what is shown."""


@pytest.mark.long
@pytest.mark.parametrize("share", range(4))
def test_every_key_is_answered_soon_in_a_file_that_has_too_much(share: int) -> None:
    found = watch.measured(_IMPORTS, _WALK, SEEN[share::4])
    assert [one for one in found if one.said or one.mebibytes > watch.MEBIBYTES] == []


_COMMANDS = """
import contextlib, io
with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "large.toml"
    file.write_text(made(argument), encoding="utf-8")
    from tui.cli.main import main
    calls = [["check", str(file)], ["show", "ac-0", "-d", str(file)], ["show", "so-0", "-d", str(file)],
             ["show", "no such thing", "-d", str(file)], ["list", "actors", "-d", str(file)],
             ["list", "quotes", "--format", "csv", "-d", str(file)]]
    said = []
    start()
    for call in calls:
        before = time.process_time()
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(call)
        if status != (2 if "no such thing" in call else 0):
            said.append(f"{call[:2]} ends with {status}")
        if time.process_time() - before > COMMAND_SECONDS:
            said.append(f"{call[:2]} takes {time.process_time() - before:.0f} s")
        if call[0] == "show" and len(out.buffer.getvalue()) > 6_000_000:
            said.append(f"{call[:2]} prints {len(out.buffer.getvalue())} bytes")
    stop()
return "; ".join(said)
"""


@pytest.mark.long
@pytest.mark.parametrize("shape", ["words", "wide-words", "rows", "lists"])
def test_every_command_ends_soon_however_long_the_fields_are(shape: str) -> None:
    imports = f"{_IMPORTS}\nfrom tests.hostile.test_large import COMMAND_SECONDS"
    (found,) = watch.measured(imports, _COMMANDS, [shape])
    assert not found.said
