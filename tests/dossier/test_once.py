"""What is derived from a dossier is worked out once, and not kept for longer than the dossier."""

from __future__ import annotations

import gc
from weakref import ref

from tests.dossiers import SMALL, loaded
from tui.dossier.dossier import Dossier
from tui.dossier.once import once_per_dossier


def test_a_result_is_worked_out_once_for_a_dossier_and_a_value() -> None:
    asked: list[tuple[Dossier, str]] = []

    @once_per_dossier
    def derived(dossier: Dossier, key: str) -> list[str]:
        asked.append((dossier, key))
        return [key]

    one, other = loaded(SMALL), loaded(SMALL)
    assert derived(one, "a") is derived(one, "a")
    assert derived(other, "a") is not derived(one, "a")
    assert derived(one, "b") == ["b"]
    assert asked == [(one, "a"), (other, "a"), (one, "b")]


def test_only_the_latest_results_are_kept_and_none_without_its_dossier() -> None:
    asked: list[int] = []

    @once_per_dossier
    def derived(dossier: Dossier, key: int) -> int:
        asked.append(key)
        return key

    dossier = loaded(SMALL)
    for key in (*range(17), 16, 0):
        derived(dossier, key)
    assert asked == [*range(17), 0]
    kept = ref(dossier)
    del dossier
    gc.collect()
    assert kept() is None
