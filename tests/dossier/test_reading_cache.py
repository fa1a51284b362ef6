"""What large files say is remembered for the person alone, and believed only when it is whole and our own."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.dossiers import CAST, HEAD, record
from tests.frozen.test_frozen import FILES
from tests.frozen.test_frozen import FOLDER as FROZEN
from tests.hostile import generator
from tests.marks import mostly_long
from tui import paths
from tui.dossier import reading_cache
from tui.dossier.kinds import KINDS
from tui.dossier.load import Checked, Listener, Loaded, check_text, load, load_bytes
from tui.dossier.reading_cache import ReadingCache
from tui.dossier.values.text import Safe

CONTENT = Path(paths.content(paths.BUNDLED)).parent
DOSSIERS = [*(FROZEN / name for name in FILES), *sorted(CONTENT.glob("*.toml"))]
SMALL = (HEAD + CAST + record("quotes", lang="en", translation="x")).encode()


def checked() -> Checked:
    return check_text(SMALL.decode(), len(SMALL), Listener())


def remember(cache: ReadingCache, data: bytes) -> None:
    """Remember of a file what `SMALL` says."""
    key = cache.key(data)
    assert key is not None
    cache.remember(key, checked())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "karabakh-tui"


@pytest.fixture(autouse=True)
def even_small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test need not make a large file for it to be remembered."""
    monkeypatch.setattr(reading_cache, "SMALLEST", 0)


@pytest.fixture
def cache(folder: Path) -> ReadingCache:
    return ReadingCache(str(folder))


@pytest.fixture
def remembered(cache: ReadingCache, folder: Path) -> Path:
    """The file of the one reading that is remembered, of `SMALL`."""
    remember(cache, SMALL)
    [file] = folder.iterdir()
    assert cache.find(SMALL) is not None
    return file


def said(loaded: Loaded) -> tuple[object, ...]:
    """All that a loaded file says, to be compared."""
    held = loaded.dossier
    inside = None if held is None else (held.head, held.tables, held.passages, held.verified, held.warnings)
    return inside, loaded.problems, loaded.notes, loaded.excerpts, loaded.totals, loaded.copies


# It says what the file says


@pytest.mark.long
@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.name)
def test_every_dossier_of_ours_says_the_same_remembered(path: Path, cache: ReadingCache, folder: Path) -> None:
    for copies in ({}, {"no-such-source": "x"}):
        afresh = said(load(path, copies))
        if not load(path).errors:
            assert said(load(path, copies, cache)) == afresh
            assert len(list(folder.iterdir())) == 1
        assert said(load(path, copies, cache)) == afresh


@pytest.mark.long
@pytest.mark.parametrize("part", mostly_long(range(6), 0))
def test_a_broken_dossier_says_the_same_remembered(part: int, cache: ReadingCache, tmp_path: Path) -> None:
    for number, case in enumerate(generator.cases()):
        if case.big or case.data is None or number % 24 != part:
            continue
        data, folder = case.data(), str(tmp_path)
        afresh = said(load_bytes(data, Safe("case"), folder))
        assert said(load_bytes(data, Safe("case"), folder, None, cache)) == afresh, case.name
        assert said(load_bytes(data, Safe("case"), folder, None, cache)) == afresh, case.name


def test_it_holds_no_verdict_on_local_copies(cache: ReadingCache, tmp_path: Path) -> None:
    quote = record("quotes", text="Two words", cite="book#p1")
    path, copy = tmp_path / "d.toml", tmp_path / "book.txt"
    path.write_text(HEAD + CAST + record("sources", id="book", text="book.txt") + quote, encoding="utf-8")
    for words, codes in (("Two words.", []), ("Others.", ["quote-not-found"]), ("Two words.", [])):
        copy.write_text(words, encoding="utf-8")
        loaded = load(path, {}, cache)
        assert [problem.code for problem in loaded.problems] == codes
        assert said(loaded) == said(load(path))


def test_a_dossier_with_errors_is_not_remembered(cache: ReadingCache, folder: Path) -> None:
    load_bytes(SMALL + record("quotes", speaker="nobody").encode(), Safe("x"), None, None, cache)
    assert not folder.exists()


def test_a_small_file_is_not_remembered(cache: ReadingCache, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_cache, "SMALLEST", len(SMALL) + 1)
    load_bytes(SMALL, Safe("x"), None, None, cache)
    assert not folder.exists()


# Whose it is


def test_the_folder_and_its_files_are_the_persons_alone(remembered: Path, folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert remembered.stat().st_mode & 0o777 == 0o600


def _shared_folder(file: Path) -> None:
    file.parent.chmod(0o755)


def _shared_file(file: Path) -> None:
    file.chmod(0o644)


def _linked_file(file: Path) -> None:
    file.rename(file.parent.parent / "elsewhere")
    file.symlink_to(file.parent.parent / "elsewhere")


def _linked_folder(file: Path) -> None:
    file.parent.rename(file.parent.parent / "elsewhere")
    file.parent.symlink_to(file.parent.parent / "elsewhere")


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir(0o700)


CHANGES: list[Callable[[Path], None]] = [_shared_folder, _shared_file, _linked_file, _linked_folder, _pipe, _folder]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_may_be_somebody_elses_is_not_read(
    change: Callable[[Path], None], remembered: Path, cache: ReadingCache
) -> None:
    change(remembered)
    assert cache.find(SMALL) is None


@pytest.mark.parametrize("change", [_shared_folder, _linked_folder], ids=lambda change: change.__name__)
def test_nothing_is_written_to_a_folder_that_is_not_the_persons_alone(
    change: Callable[[Path], None], remembered: Path, cache: ReadingCache
) -> None:
    change(remembered)
    before = sorted(remembered.parent.iterdir())
    remember(cache, SMALL + b"# another\n")
    assert sorted(remembered.parent.iterdir()) == before


def test_a_foreign_owner_is_refused(remembered: Path, cache: ReadingCache, monkeypatch: pytest.MonkeyPatch) -> None:
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    assert cache.find(SMALL) is None


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = ReadingCache(str(tmp_path / "file" / "karabakh-tui"))
    assert said(load_bytes(SMALL, Safe("x"), None, None, cache)) == said(load_bytes(SMALL, Safe("x")))


# Damage


def is_rebuilt(cache: ReadingCache, file: Path) -> bool:
    """Whether a damaged reading is not believed, and is replaced by a good one without a word."""
    assert cache.find(SMALL) is None
    assert said(load_bytes(SMALL, Safe("x"), None, None, cache)) == said(load_bytes(SMALL, Safe("x")))
    return cache.find(SMALL) is not None and file.stat().st_mode & 0o777 == 0o600


def test_a_reading_that_is_cut_off_anywhere_is_not_believed(remembered: Path, cache: ReadingCache) -> None:
    whole = remembered.read_bytes()
    for length in range(0, len(whole), 10):
        remembered.write_bytes(whole[:length])
        assert cache.find(SMALL) is None, length
    assert is_rebuilt(cache, remembered)


def test_a_reading_with_another_byte_anywhere_is_not_believed(remembered: Path, cache: ReadingCache) -> None:
    whole = remembered.read_bytes()
    chance = random.Random(11)  # noqa: S311
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= chance.randrange(1, 256)
        remembered.write_bytes(damaged)
        assert cache.find(SMALL) is None, place
    assert is_rebuilt(cache, remembered)


@pytest.mark.parametrize("size", [0, 1, 60, 5_000])
def test_random_bytes_are_not_believed(size: int, remembered: Path, cache: ReadingCache) -> None:
    remembered.write_bytes(random.Random(size).randbytes(size))  # noqa: S311
    assert is_rebuilt(cache, remembered)


def sealed(packed: bytes) -> bytes:
    """Bytes with the hash that makes a reading of them."""
    return reading_cache._MAGIC + reading_cache._hash(packed) + packed


def frame(value: object) -> bytes:
    packed = msgspec.msgpack.encode(value)
    return len(packed).to_bytes(4, "big") + packed


HEAD_FRAME = frame(["begin", {"dossier": 1, "title": "T"}])
WHOLE, VERDICT = frame(["whole"]), frame(["verdict", [], [0, 0], None])
WRONG_SHAPES = {
    "nothing": b"",
    "a-number": frame(7),
    "a-table": frame({"begin": 1}),
    "an-unknown-tag": frame(["pickle", "x"]),
    "no-head": WHOLE + VERDICT,
    "no-records": HEAD_FRAME + VERDICT,
    "no-verdict": HEAD_FRAME + WHOLE,
    "two-verdicts": HEAD_FRAME + WHOLE + VERDICT + VERDICT,
    "errors": HEAD_FRAME + WHOLE + frame(["verdict", [], [1, 0], None]),
    "an-end": HEAD_FRAME + WHOLE + frame(["end", "x", True, {}, [{}, {}], [], [], {}, [0, 0], []]),
    "an-unknown-table": HEAD_FRAME + frame(["rows", "treaties", [], []]) + WHOLE + VERDICT,
    "rows-of-text": HEAD_FRAME + frame(["rows", "quotes", [], ["x"]]) + WHOLE + VERDICT,
    "no-such-cite": HEAD_FRAME
    + frame(["rows", "quotes", [], [{"id": "q", "speaker": "a", "text": "x", "cite": 5}]])
    + WHOLE
    + VERDICT,
    "a-bad-id": HEAD_FRAME
    + frame(["rows", "actors", [], [{"id": "\x1b]0;x\x07", "kind": "state", "name": "x"}]])
    + WHOLE
    + VERDICT,
    "empty-cites": HEAD_FRAME + frame(["rows", "quotes", [[]], []]) + WHOLE + VERDICT,
    "deep": frame(["rows", "quotes", [], None])[:4] + b"\x91" * 5_000,
    "too-long": b"\xff\xff\xff\xff" + WHOLE,
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_SHAPES)
def test_msgpack_of_a_wrong_shape_is_not_believed(name: str, remembered: Path, cache: ReadingCache) -> None:
    remembered.write_bytes(sealed(WRONG_SHAPES[name]))
    assert is_rebuilt(cache, remembered)


def test_the_right_shape_would_be_believed(remembered: Path, cache: ReadingCache) -> None:
    remembered.write_bytes(sealed(HEAD_FRAME + WHOLE + VERDICT))
    found = cache.find(SMALL)
    assert found is not None
    assert (found.head.title, found.tables) == ("T", {table: [] for table in KINDS})


# For how long


def test_a_file_that_changed_is_read_again(remembered: Path, cache: ReadingCache) -> None:
    assert cache.find(SMALL.replace(b"\n", b"\r\n")) is None
    swapped = SMALL[:-2] + SMALL[:-3:-1]
    assert cache.find(swapped) is None or swapped == SMALL


def test_another_program_reads_the_file_itself(
    remembered: Path, cache: ReadingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_cache, "VERSION", "99.0")
    assert cache.find(SMALL) is None
    monkeypatch.undo()
    monkeypatch.setattr(reading_cache, "SMALLEST", 0)
    assert cache.find(SMALL) is not None


def test_changed_code_is_another_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rules.py").write_text("a = 1\n")
    monkeypatch.setattr(reading_cache, "__file__", str(tmp_path / "reading_cache.py"))
    before = reading_cache.program()
    assert reading_cache.program() == before
    (tmp_path / "rules.py").write_text("a = 1  # x\n")
    assert reading_cache.program() != before


def test_those_not_used_for_longest_make_room(
    cache: ReadingCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [SMALL + b"#" * number for number in range(1, 6)]
    for number, data in enumerate(files):
        remember(cache, data)
        [path] = (path for path in folder.iterdir() if path.name.startswith(f"{len(data)}-"))
        os.utime(path, (1_000 + number, 1_000 + number))
    assert cache.find(files[0]) is not None, "which is a use"
    monkeypatch.setattr(reading_cache, "LARGEST", 3 * path.stat().st_size + 50)
    remember(cache, SMALL)
    assert [cache.find(data) is not None for data in files] == [True, False, False, False, True]
    assert cache.find(SMALL) is not None


def test_what_was_never_finished_is_removed_in_time(remembered: Path, cache: ReadingCache, folder: Path) -> None:
    old, fresh = folder / "1-x.part", folder / "2-x.part"
    for path in (old, fresh):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 7_200,) * 2)
    remember(cache, SMALL)
    assert sorted(path.name for path in folder.iterdir()) == sorted([fresh.name, remembered.name])


def test_a_full_disk_leaves_what_was_there(
    remembered: Path, cache: ReadingCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    remember(cache, SMALL + b"#")
    assert list(folder.iterdir()) == [remembered]
