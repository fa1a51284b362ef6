"""The table of quotations, each with the answer that `check` gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.dossiers import dossier_of, record
from tui.dossier.load import load

CASES: list[dict[str, Any]] = tomli.loads(Path(__file__).with_name("quotations.toml").read_text("utf-8"))["case"]


def name(case: dict[str, Any]) -> str:
    return f"{case['why']}: {case['quote'][:20]}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_a_quotation_gets_its_verdict(tmp_path: Path, case: dict[str, Any]) -> None:
    copy = case.get("separator", "\n\n").join(case["source"])
    (tmp_path / "copy.txt").write_text(f"{copy}\n", encoding="utf-8")
    where = case.get("cite", "p1")
    source = record("sources", id="m", text="copy.txt")
    quote = record("quotes", text=case["quote"], mode="fragment", cite=f"m#{where}" if where else "m")
    (tmp_path / "dossier.toml").write_text(dossier_of(source, quote), encoding="utf-8")
    problems = load(tmp_path / "dossier.toml").problems
    severities = {problem.severity for problem in problems}
    verdict = "does-not-fit" if "error" in severities else "warns" if "warning" in severities else "fits"
    assert verdict == case["verdict"], [*map(str, problems)]
    if "code" in case:
        assert case["code"] in {problem.code for problem in problems}
