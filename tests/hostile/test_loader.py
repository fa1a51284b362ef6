"""Whatever the file is, loading it gives a dossier or errors that say what is wrong and where, soon and in bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import generator, sizes, watch
from tests.hostile.base import tree, write
from tests.hostile.verdict import faults
from tests.hostile.watch import MEBIBYTES, SECONDS, all_of
from tests.marks import mostly_long
from tui.dossier.load import load, load_bytes
from tui.dossier.values.text import Safe

SHARES = 20
"""Each kind is tested in this many shares; the first runs by default, the others are `long`."""
KINDS = ("type", "empty", "word", "reference", "id", "date", "cite", "missing", "unknown", "table", "rule", "text",
         "all-texts", "path", "key", "spelling", "bytes", "chance", "toml", "cut", "file", "copy")  # fmt: skip


@pytest.mark.parametrize("share", mostly_long(range(SHARES), 0))
@pytest.mark.parametrize("kind", KINDS)
def test_loading_a_case_opens_it_or_says_what_is_wrong_and_where(kind: str, share: int, tmp_path: Path) -> None:
    failures = []
    for number, case in enumerate(list(generator.of_kind(kind))[share::SHARES]):
        folder = tmp_path
        if case.maker is not None:
            folder = tmp_path / str(number)
            folder.mkdir()
        path = case.make(folder)
        with watch.stopwatch() as spent:
            loaded = load(path)
        failures += [f"{case.name}: {fault}" for fault in faults(case, loaded)]
        if spent[0] > SECONDS:
            failures.append(f"{case.name}: it took {spent[0]:.1f} s")
    assert not failures, all_of(failures)


def test_every_kind_of_case_is_loaded() -> None:
    assert set(generator.kinds()) == {*KINDS, "size"}


def test_the_base_that_all_cases_are_made_of_is_without_a_fault() -> None:
    """A key added to the format that must hold something particular is named in `base.py`."""
    loaded = load_bytes(write(tree()).text.encode(), Safe("base"))
    assert [problem.text("base") for problem in loaded.problems] == []
    assert loaded.dossier is not None


_LOAD = """
case = next(case for case in sizes.cases() if case.name == argument)
data = case.data()
start()
loaded = load_bytes(data, case.name)
if loaded.dossier is not None:
    loaded.dossier.prepare()
stop()
return "; ".join(verdict.faults(case, loaded))
"""


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_what_is_too_much_takes_two_seconds_and_300_mebibytes_at_most(share: int) -> None:
    names = [case.name for case in sizes.cases()][share::SHARES]
    imports = "from tests.hostile import sizes, verdict\nfrom tui.dossier.load import load_bytes"
    found = watch.measured(imports, _LOAD, names)
    assert [one for one in found if one.said or one.seconds > SECONDS or one.mebibytes > MEBIBYTES] == []
