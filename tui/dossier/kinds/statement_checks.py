"""The rules of every kind that has a status: who says so, who denies it, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec.structs import fields

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.record import Record
from tui.dossier.kinds.settled import is_reported_and_denied, is_reported_and_disputed
from tui.dossier.problems import Rule
from tui.dossier.values.cite import supporting

MISSING_BY = Rule(
    "missing-by",
    "error",
    "a `contested` or `denied` statement without `by`, an `attributed` one with neither `by` nor `quotes`, "
    "or a claim with an empty `by`",
    "yes",
)
MISSING_DENIED_BY = Rule("missing-denied-by", "error", "a `denied` statement without `denied_by`", "yes")
NO_JUDGE = Rule("judgement-without-by", "warning", "a `judgement` without `by`: whose is it?")
NO_REASON = Rule("inferred-without-note", "warning", "an `inferred` statement without a `note`: from what?")
DENIES_ITSELF = Rule("denied-by-its-speaker", "warning", "one who is named in both `by` and `denied_by`")
REPORTED_AND_DENIED = Rule(
    "reported-and-denied",
    "warning",
    "a `reported` statement with `denied_by`: it is shown as reported with a denial, and not counted as settled, until "
    "its status is `contested` or `denied`",
)
REPORTED_AND_DISPUTED = Rule(
    "reported-and-disputed",
    "warning",
    "a `reported` statement that a cite `disputes`: it is shown as reported and disputed, and not counted as settled, "
    "until its status is `contested` or `denied`",
)


def _missing_by(statement: Any, _: Peers) -> Iterator[Breach]:
    status, by = statement.status, statement.by
    if status in ("contested", "denied") and not by:
        yield Breach(("status",), f"the status is {status}, but `by` does not say who asserts it", 'add by = ["…"]')
    if status == "attributed" and not by and not getattr(statement, "quotes", ()):
        hint = "add by = […] or quotes = […]" if "quotes" in statement.__struct_fields__ else 'add by = ["…"]'
        yield Breach(("status",), "the status is attributed, but `by` names nobody", hint)


def _missing_denied_by(statement: Any, _: Peers) -> Iterator[Breach]:
    if statement.status == "denied" and not statement.denied_by:
        what = "the status is denied, but `denied_by` does not say who denies it"
        yield Breach(("status",), what, 'add denied_by = ["…"]')


def _no_judge(statement: Any, _: Peers) -> Iterator[Breach]:
    record_type: type[Record] = type(statement)
    if statement.status == "judgement" and statement.by == () and not _by_is_required(record_type):
        hint = 'add by = ["…"]: who judges; for the author, the id of the source'
        yield Breach(("status",), "the status is judgement, but `by` does not say whose", hint)


@cache
def _by_is_required(record_type: type[Record]) -> bool:
    """Whether a record without `by` is at fault whatever its status."""
    return any(field.name == "by" and field.required for field in fields(record_type))


def _no_reason(statement: Any, _: Peers) -> Iterator[Breach]:
    if statement.status == "inferred" and not statement.note:
        what = "the status is inferred, but there is no `note`: a reader cannot see from what"
        yield Breach(("status",), what, 'add note = "…" and say what you conclude it from')


def _denies_itself(statement: Any, _: Peers) -> Iterator[Breach]:
    asserting = frozenset(statement.by or ())
    for number, name in enumerate(statement.denied_by or ()):
        if name in asserting:
            what = f"“{name}” is in `by` and in `denied_by`: nobody denies what they assert"
            yield Breach(("denied_by", number), what, "take it out of one of the two")


def _reported_and_denied(statement: Any, _: Peers) -> Iterator[Breach]:
    if is_reported_and_denied(statement):
        what = "the status is reported, but `denied_by` names somebody who denies it"
        yield Breach(("status",), what, 'write status = "contested" or "denied"; until then it is not counted')


def _reported_and_disputed(statement: Any, _: Peers) -> Iterator[Breach]:
    # what is denied too, or has no support at all, is a breach of another rule
    if is_reported_and_disputed(statement) and not statement.denied_by and supporting(statement.cite):
        what = "the status is reported, but a source that is cited disputes it"
        yield Breach(("status",), what, 'write status = "contested", with `by`; until then it is not counted')


STATEMENT_CHECKS = (
    Check(MISSING_BY, ("status", "by", "quotes"), _missing_by),
    Check(MISSING_DENIED_BY, ("status", "denied_by"), _missing_denied_by),
    Check(NO_JUDGE, ("status", "by"), _no_judge),
    Check(NO_REASON, ("status", "note"), _no_reason),
    Check(DENIES_ITSELF, ("by", "denied_by"), _denies_itself),
    Check(REPORTED_AND_DENIED, ("status", "denied_by"), _reported_and_denied),
    Check(REPORTED_AND_DISPUTED, ("status", "cite"), _reported_and_disputed),
)
