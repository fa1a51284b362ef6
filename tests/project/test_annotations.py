"""The annotations of records are evaluated, not strings: `typing` would compile each while the program starts."""

from __future__ import annotations

import ast

import pytest

from tests.project import code

RECORDS = {"NamedTuple", "Struct", "Part", "Record"}


def has_records(module: ast.Module) -> bool:
    """Whether a class of a module is made of annotations."""
    bases = (base for made in module.body if isinstance(made, ast.ClassDef) for base in made.bases)
    return any(ast.unparse(base).rpartition(".")[2] in RECORDS for base in bases)


def has_strings(module: ast.Module) -> bool:
    """Whether the annotations of a module are strings."""
    return any(isinstance(found, ast.ImportFrom) and found.module == "__future__" for found in module.body)


STRINGS = "from __future__ import annotations\n"
RECORD = "from typing import NamedTuple\nclass Found(NamedTuple):\n    row: int\n"


def test_a_module_with_records_does_not_make_strings_of_annotations() -> None:
    assert [
        code.module_of(path) for path in code.files() if has_strings(code.tree(path)) and has_records(code.tree(path))
    ] == []


@pytest.mark.parametrize(
    ("text", "is_bad"),
    [
        (RECORD, False),
        (f"{STRINGS}{RECORD}", True),
        (f"{STRINGS}{RECORD.replace('typing', 'msgspec').replace('NamedTuple', 'Struct')}", True),
        (f"{STRINGS}class Found:\n    row: int\n", False),
    ],
)
def test_the_rule_finds_what_breaks_it(text: str, is_bad: bool) -> None:
    module = ast.parse(text)
    assert (has_records(module) and has_strings(module)) == is_bad
