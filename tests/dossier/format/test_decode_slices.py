"""A large file is decoded while it is parsed: it says what it says as a whole, and its rows are let go."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.dossiers import CAST, HEAD, record
from tests.hostile import generator
from tests.marks import mostly_long
from tui.dossier.format import read_toml
from tui.dossier.format.alike_entries import SLICE, parse_entries
from tui.dossier.format.decode_slices import OutOfOrder, SliceDecoder
from tui.dossier.kinds import Head, Record
from tui.dossier.load import Checked, Listener, load_bytes
from tui.dossier.progress import Progress
from tui.dossier.values.text import Safe

ROOT = Path(__file__).resolve().parents[3]
DOSSIERS = sorted([*(ROOT / "content").glob("*.toml"), *(ROOT / "tests" / "frozen").glob("*.toml")])
QUOTES = 2 * SLICE + 500
ROW = record("quotes", id="{}", text="Words {}", about=["a"])


def many(row: str = ROW) -> str:
    """A dossier of so many quotes that they come in three slices."""
    return HEAD + CAST + "".join(row.replace("{}", f"q{number}") for number in range(QUOTES))


class Heard(Listener):
    """Writes down what it hears: the number of records, or of bytes."""

    def __init__(self) -> None:
        self.events: list[tuple[str, int]] = []
        self.quotes: list[Record] = []

    def progress(self, progress: Progress) -> None:
        self.events.append((progress.phase, progress.done))

    def begin(self, head: Head) -> None:
        self.events.append(("begin", 0))
        self.quotes = []

    def rows(self, table: str, records: list[Record]) -> None:
        self.events.append((table, len(records)))
        self.quotes += records if table == "quotes" else ()

    def whole(self) -> None:
        self.events.append(("whole", 0))


class Kept:
    """Readings that keep what is remembered."""

    def __init__(self) -> None:
        self.checked: Checked | None = None

    def find(self, data: bytes) -> None:
        return None

    def key(self, data: bytes) -> str:
        return "key"

    def remember(self, key: str, checked: Checked) -> None:
        self.checked = checked


def said(data: bytes, monkeypatch: pytest.MonkeyPatch, least: int) -> tuple[object, ...]:
    """All that a file says when it is read entry by entry from so many characters on."""
    monkeypatch.setattr(read_toml, "LARGE", least)
    kept, heard = Kept(), Heard()
    loaded = load_bytes(data, Safe("x"), None, None, kept, heard)  # type: ignore[arg-type]
    inside = None if loaded.dossier is None else (loaded.dossier.head, loaded.dossier.tables)
    checked = kept.checked and kept.checked[:4]
    return inside, checked, loaded.problems, loaded.totals, heard.quotes if loaded.dossier is not None else None


def agrees(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(data, monkeypatch, 0) == said(data, monkeypatch, 1 << 40), data


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.name)
def test_every_dossier_of_ours_says_the_same_in_slices(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agrees(path.read_bytes(), monkeypatch)


@pytest.mark.long
@pytest.mark.parametrize("part", mostly_long(range(8), 0))
def test_a_broken_file_says_the_same_in_slices(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, case in enumerate(generator.cases()):
        if not case.big and case.data is not None and number % 8 == part:
            agrees(case.data(), monkeypatch)


FAULTS = {
    "none": "",
    "records-in-the-head": "",
    "an-unknown-key": record("quotes", id="last", sepaker="a"),
    "an-unknown-table": '\n[[treaties]]\nid = "t"\n',
    "an-id-that-is-used-twice": record("quotes", id="q7"),
    "an-id-of-another-table": record("events", id="q7"),
    "a-cite-in-a-table-of-no-source": '\n[[quotes]]\nid = "z"\nspeaker = "a"\ntext = "x"\ncite = [{ source = "no" }]\n',
    "a-cite-of-no-source": record("quotes", id="last", cite="no#p1"),
    "an-id-that-is-listed-twice": record("quotes", id="last", about=["a", "a"]),
    "a-text-of-white-space": record("quotes", id="last", text=" "),
    "a-line-end-in-one-line": '\n[[quotes]]\nid = "z"\nspeaker = "a"\ntext = "x"\ncite = "s"\nchannel = "a\\nb"\n',
    "a-head-at-the-end": "\n[[quotes.x]]\ny = 1\n",
    "no-toml": "\n[[quotes",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_after_many_slices_is_told_as_in_the_whole(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.format.alike_entries.SLICE", 3)
    rows = "".join(ROW.replace("{}", f"q{number}") for number in range(20))
    head = HEAD + "events = []\n" if fault == "records-in-the-head" else HEAD
    agrees((head + CAST + rows + FAULTS[fault]).encode(), monkeypatch)


def test_records_are_told_while_the_file_is_parsed() -> None:
    heard = Heard()
    load_bytes(many().encode(), Safe("x"), None, None, None, heard)
    slices = [place for place, (what, _) in enumerate(heard.events) if what == "quotes"]
    assert [heard.events[place][1] for place in slices] == [SLICE, SLICE, QUOTES - 2 * SLICE]
    assert heard.events[0][0] != "whole"
    read = [place for place, (what, _) in enumerate(heard.events) if what == "read"]
    assert read[0] < slices[0] < read[-1], "the first slice is there before all is read"
    assert [what for what, _ in heard.events].count("whole") == 1


def test_a_file_that_is_parsed_twice_never_goes_back() -> None:
    heard = Heard()
    load_bytes((many() + FAULTS["an-unknown-key"]).encode(), Safe("x"), None, None, None, heard)
    read = [done for what, done in heard.events if what == "read"]
    assert read == sorted(set(read))


class Counting(SliceDecoder):
    """Counts the rows that are alive whenever some are taken."""

    alive = 0

    def take_rows(self, table: str, rows: list[dict[str, object]], *, has_line_ends: bool) -> None:
        super().take_rows(table, rows, has_line_ends=has_line_ends)
        del rows
        found = sum(type(each) is dict and "speaker" in each and "text" in each for each in gc.get_objects())
        self.alive = max(self.alive, found)


def test_no_more_than_a_slice_of_rows_is_held() -> None:
    text, taker = many(), Counting(Listener())
    entries = parse_entries(text, taker=taker)
    assert entries is not None
    assert 0 < taker.alive < SLICE + 100
    shapes = entries.tree["quotes"]
    assert len(shapes) == QUOTES == len(entries.offsets["quotes"])
    assert len({id(shape) for shape in shapes}) <= 3, "entries that are alike share one"


def test_an_id_that_many_records_name_is_one_string() -> None:
    heard = Heard()
    load_bytes(many().encode(), Safe("x"), None, None, None, heard)
    assert len(heard.quotes) == QUOTES
    assert len({id(quote.speaker) for quote in heard.quotes}) == 1  # type: ignore[attr-defined]
    assert len({id(quote.about[0]) for quote in heard.quotes}) == 1  # type: ignore[attr-defined]


def test_rows_that_cannot_be_read_end_the_slices() -> None:
    taker = SliceDecoder(Listener())
    with pytest.raises(OutOfOrder):
        taker.take_rows("quotes", [{"id": "x"}], has_line_ends=False)
    with pytest.raises(OutOfOrder):
        taker.take_head({"dossier": 2, "title": "T"})
