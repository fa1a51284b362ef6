"""A large file is read aside: as it is remembered, or by a process that tells how far it is."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dossiers import CAST, HEAD, record
from tui.cli.reader import LARGE_FILE, Reader
from tui.dossier.aside import AsideReading
from tui.dossier.load import Loaded, load
from tui.dossier.progress import PHASES, Progress
from tui.dossier.values.text import Safe

_PATIENCE = 60.0
QUOTES = 9_000


def large(quote: str = "", sources: str = "") -> str:
    """A dossier of so many quotes that it is read aside and takes long enough to be told about."""
    row = record("quotes", id="{}", text="{}", lang="en", translation="x")
    rows = (row.replace("{}", f"q{number}", 1).replace("{}", f"Words {number}") for number in range(QUOTES))
    return HEAD + CAST + sources + "".join(rows) + quote + "#" * LARGE_FILE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "large.toml"
    path.write_text(large(), encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


def reading(file: Path, cache: str, data: bytes | None = None) -> AsideReading:
    return AsideReading(str(file), Safe("large.toml"), data, {}, cache)


def until(happens: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not happens():
        assert time.monotonic() < end, "it never happens"
        time.sleep(0.005)


def readings(cache: str) -> list[str]:
    return [name for name in os.listdir(cache) if name.endswith(".reading")] if os.path.isdir(cache) else []


def said(loaded: Loaded) -> tuple[object, ...]:
    held = loaded.dossier
    inside = None if held is None else (held.head, held.tables, held.passages, held.verified, held.warnings)
    return inside, loaded.problems, loaded.excerpts, loaded.totals, loaded.copies


@pytest.mark.long
def test_what_was_read_once_is_remembered_and_says_the_same(file: Path, cache: str) -> None:
    first = reading(file, cache)
    assert first.result_within(0) is None
    assert said(first.result()) == said(load(file))
    until(lambda: readings(cache))
    again = reading(file, cache)
    loaded = again.result_within(_PATIENCE)
    assert loaded is not None
    assert said(loaded) == said(load(file))
    assert again.result() is loaded
    assert again.worker is None, "no process was needed"


def test_without_a_cache_nothing_is_written_and_nothing_read(file: Path, cache: str) -> None:
    assert reading(file, "").result().dossier is not None
    assert not os.path.exists(cache)


@pytest.mark.long
def test_standard_input_is_remembered_too(file: Path, cache: str) -> None:
    data = file.read_bytes()
    reading(file, cache, data).result()
    until(lambda: readings(cache))
    assert reading(Path("-"), cache, data).result_within(_PATIENCE) is not None


@pytest.mark.long
def test_a_damaged_reading_is_replaced_by_a_process(file: Path, cache: str) -> None:
    reading(file, cache).result()
    until(lambda: readings(cache))
    remembered = Path(cache, *readings(cache))
    whole = remembered.read_bytes()
    remembered.write_bytes(whole[:-1])
    again = reading(file, cache)
    assert again.result_within(_PATIENCE) is None
    assert said(again.result()) == said(load(file))
    until(lambda: remembered.read_bytes() == whole)


@pytest.mark.long
def test_words_are_compared_with_the_copies_as_they_are(file: Path, cache: str) -> None:
    source, quote = record("sources", id="book", text="book.txt"), record("quotes", text="Two words", cite="book#p1")
    file.write_text(large(quote, source), encoding="utf-8")
    copy = file.with_name("book.txt")
    for words, codes in (("Two words.", []), ("Others.", ["quote-not-found"]), ("Two words.", [])):
        copy.write_text(words, encoding="utf-8")
        loaded = reading(file, cache).result()
        assert [problem.code for problem in loaded.problems] == codes
        assert said(loaded) == said(load(file))
        until(lambda: readings(cache))


@pytest.fixture
def reader(file: Path, cache: str) -> Reader:
    return Reader(str(file), {}, cache)


def test_a_file_that_changed_after_it_was_begun_is_read_anew(reader: Reader, file: Path) -> None:
    reader.begin()
    file.write_text(large().replace(HEAD, 'dossier = 1\ntitle = "Anew"\n'), encoding="utf-8")
    assert reader.result_within(_PATIENCE) is None
    dossier = reader.read_aside().result().dossier
    assert dossier is not None
    assert dossier.title == "Anew"


def test_what_was_begun_at_the_start_is_gone_on_with_once(reader: Reader) -> None:
    reader.begin()
    first, second = reader.read_aside(), reader.read_aside()
    assert first is not second
    for one in (first, second):
        one.stop()
        one.result()


def test_what_is_told_is_true(file: Path) -> None:
    told: list[Progress] = []
    loaded = reading(file, "").result(told.append)
    assert loaded.dossier is not None
    records = sum(map(len, loaded.dossier.tables.values()))
    totals = {"read": file.stat().st_size, "check": records}
    assert told == sorted(told, key=lambda one: (PHASES.index(one.phase), one.done)), "nothing goes back"
    assert {one.phase for one in told} >= {"read"}
    assert all(one.total == totals[one.phase] and 0 < one.done <= one.total for one in told)
