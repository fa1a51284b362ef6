"""The JSON Schema and `check` give one verdict, as far as a schema can say: an editor is red where `check` is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from tests.dossier.format.mutations import Mutation, mutations
from tests.dossier.format.test_schema import as_json
from tests.dossiers import SMALL, tree_of
from tui import paths
from tui.dossier.format import rules
from tui.dossier.format.decode import decode
from tui.dossier.format.schema import json_schema
from tui.dossier.kinds import KINDS
from tui.dossier.problems import Problems, Rule
from tui.dossier.values.text import clean_tree

RULES: dict[str, Rule] = {rule.code: rule for rule in rules.all_rules()}
DOSSIERS = {"bundled": Path(paths.content("karabakh.toml")).read_text(encoding="utf-8"), "small": SMALL}
COUNT = 150
"""How many mutations of each dossier are compared."""

ONLY_CHECK_SEES = {
    "bad-date": "a span that ends before it begins, and 29 February of a year that has none",
    "bad-cite": "paragraphs that run backwards",
    "one-actor": "a tie from an actor to itself",
}
"""What of a rule that the schema knows in part is left to `check`."""


@cache
def validator(table: str) -> jsonschema.Draft202012Validator:
    schema = json_schema()
    name = KINDS[table].record_type.__name__
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})


def codes(tree: dict[str, Any], table: str, number: int) -> set[str]:
    """The codes of the problems of one record."""
    problems = Problems()
    tree = clean_tree({**tree, table: [dict(row) for row in tree[table]]})
    rules.check(tree, decode(tree, problems), problems)
    return {noted.code for noted in problems._noted if noted.path[:2] == (table, number)}


def disagreement(mutation: Mutation) -> str:
    """How the two verdicts on the changed record differ; empty when they agree."""
    found = codes(mutation.tree, mutation.table, mutation.number)
    row = as_json(mutation.tree[mutation.table][mutation.number])
    red = [error.message[:80] for error in validator(mutation.table).iter_errors(row)]
    sayable = {code for code in found if RULES[code].in_schema != "no"}
    if red and not sayable:
        return f"{mutation.done}: the editor is red, check says {sorted(found) or 'nothing'}: {red}"
    if not red and sayable - ONLY_CHECK_SEES.keys():
        return f"{mutation.done}: check says {sorted(found)}, the editor nothing"
    return ""


@pytest.mark.long
@pytest.mark.parametrize("name", DOSSIERS)
def test_a_change_of_a_dossier_gets_one_verdict_from_the_schema_and_from_check(name: str) -> None:
    changed = list(mutations(tree_of(DOSSIERS[name]), COUNT, seed=9))
    assert [words for mutation in changed if (words := disagreement(mutation))] == []


def test_the_changes_are_of_both_sorts() -> None:
    tree = tree_of(SMALL)
    verdicts = [bool(codes(*mutation[:3])) for mutation in mutations(tree, COUNT, seed=9)]
    assert min(verdicts.count(True), verdicts.count(False)) > COUNT // 10


@pytest.mark.parametrize(("code", "reason"), ONLY_CHECK_SEES.items())
def test_what_the_schema_knows_in_part_is_explained(code: str, reason: str) -> None:
    assert RULES[code].in_schema == "partly"
    assert reason


def test_nothing_is_explained_away_that_the_schema_knows_in_full() -> None:
    assert {code for code, rule in RULES.items() if rule.in_schema == "partly"} == ONLY_CHECK_SEES.keys()
