"""Problems are listed in the order of the file, each once, and of very many the first."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from tui.dossier.problems import Places, Problems, Rule, Severity, TreePath, did_you_mean


def located(paths: Collection[TreePath]) -> Places:
    """Every key at its own line and column: `("events", 2)` is in line 2, its keys are to the right of it."""
    return {path: (int(path[1]), len(path)) for path in paths if len(path) > 1}


def rule(code: str, severity: Severity = "error") -> Rule:
    return Rule(code, severity, "a breach of it")


def test_problems_are_listed_from_top_to_bottom_and_from_left_to_right() -> None:
    problems = Problems()
    problems.report(rule("last", "warning"), ("events", 9), "It is last.")
    problems.report(rule("right"), ("events", 4, "actors", 0), "It is to the right.")
    problems.report(rule("left"), ("events", 4), "It is to the left.")
    problems.report(rule("whole"), (), "It is about the whole file.")
    assert [(problem.line, problem.column, problem.code) for problem in problems.listed(located)] == [
        (1, 1, "whole"),
        (4, 2, "left"),
        (4, 4, "right"),
        (9, 2, "last"),
    ]


def test_the_same_problem_in_the_same_place_is_listed_once() -> None:
    problems = Problems()
    for _ in range(3):
        problems.report(rule("dangling-reference"), ("events", 4, "actors"), "No record has that id.")
    assert len(problems.listed(located)) == 1


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_of_very_many_problems_the_first_are_listed(severity: Severity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.problems.MOST", 5)
    problems = Problems()
    for number in range(1, 10):
        problems.report(rule("empty-text", severity), ("events", number), "It is empty.")
        lines = [problem.line for problem in problems.listed(located) if problem.line]
        assert lines == list(range(1, min(number, 5) + 1))


def test_a_guess_is_made_only_where_a_word_is_near() -> None:
    assert did_you_mean("Bloc_membership", ["bloc-membership", "aid"]) == "did you mean “bloc-membership”?"
    assert did_you_mean("tractor", ["bloc-membership", "aid"]) == did_you_mean("a", ["a"]) == ""
