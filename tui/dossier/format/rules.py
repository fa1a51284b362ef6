"""Checks the rules between records and those of each kind, and reports every breach with its position.

The shape of each record is checked earlier, when it is decoded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from tui.dossier.format.cite_rules import NOTHING_SUPPORTS, UNKNOWN_SOURCE, CiteRules
from tui.dossier.format.decode import Decoded
from tui.dossier.format.id_index import DUPLICATE_ID, Index, index_of
from tui.dossier.format.shape_rules import EMPTY_TEXT, SHAPE_RULES
from tui.dossier.kinds import KINDS, AnyKind, Check, Head, Part, Peers, Record, Reference
from tui.dossier.kinds.head import SIDES
from tui.dossier.kinds.references import readers, references, repeated
from tui.dossier.kinds.statement_checks import STATEMENT_CHECKS
from tui.dossier.problems import Problems, Rule, TreePath
from tui.dossier.progress import Progress, Told, nobody
from tui.dossier.values.vocabulary import VIEW_NAMES

DANGLING_REFERENCE = Rule("dangling-reference", "error", "an id that no record has, with the one that is nearest")
WRONG_REFERENCE = Rule("wrong-reference", "error", "the id of a record of another table than the key may name")
NOT_A_SIDE = Rule("not-a-side", "error", "a `side` that is not one of the dossier’s `sides`")
CYCLE = Rule("cycle", "error", "a cycle in `part_of` or `after`")
LISTED_TWICE = Rule("listed-twice", "warning", "an id that is listed twice under one key; it is shown once")
NAME_OF_A_VIEW = Rule(
    "name-of-a-view",
    "warning",
    "an id that is also the name of a view, such as `overview`: `show overview` prints the view, "
    "`show record:overview` the record",
)


_BETWEEN = 1_000
"""The records from one word about the progress to the next."""


def all_rules() -> list[Rule]:
    """Every rule that is enforced when a file is read, except those about its copies of sources; each once."""
    own = (
        *(DUPLICATE_ID, DANGLING_REFERENCE, WRONG_REFERENCE, UNKNOWN_SOURCE, NOT_A_SIDE),
        *(CYCLE, LISTED_TWICE, NAME_OF_A_VIEW, NOTHING_SUPPORTS),
    )
    of_kinds = (check.rule for kind in KINDS.values() for check in checks_of(kind))
    return list(dict.fromkeys((*SHAPE_RULES, *own, *of_kinds)))


def checks_of(kind: AnyKind) -> tuple[Check, ...]:
    """The rules within the records of a kind: those of every statement, if it is one, and its own."""
    return (*(STATEMENT_CHECKS if kind.has_status else ()), *kind.checks)


def check(tree: Mapping[str, object], decoded: Decoded, problems: Problems, told: Told = nobody) -> None:
    """Report every breach of a rule. An unreadable record can be referred to: its id is in `tree`.

    Where everything could be read, shapes of the rows in `tree` will do.
    """
    done, total = 0, sum(map(len, decoded.tables.values()))
    at_fault = problems.at_fault()
    index = index_of(tree, decoded, problems)
    peers = _peers(decoded, index)
    _check_texts(decoded.head, (), problems)
    _check_sides(decoded.head, index, problems)
    listed = _ids_listed_in(decoded.head)
    cite_rules = CiteRules(tree, index, problems)
    for kind in KINDS.values():
        checks = checks_of(kind)
        for number, record in decoded.tables[kind.table]:
            path: TreePath = (kind.table, number)
            done += 1
            if not done % _BETWEEN:
                told(Progress("check", done, total))
            _check_references(record, path, index, listed, problems)
            cite_rules.check(record, path)
            _check_texts(record, path, problems)
            if record.id in VIEW_NAMES:
                what = f"“{record.id}” is also the name of a view"
                hint = f"show {record.id} is the view, show record:{record.id} the record"
                problems.report(NAME_OF_A_VIEW, (*path, "id"), what, hint)
            for rule, keys, find in checks:
                if at_fault and path in at_fault and any((*path, key) in at_fault for key in keys):
                    continue
                for breach in find(record, peers):
                    first = peers.place(breach.first) if breach.first else None
                    problems.report(rule, (*path, *breach.path), breach.what, breach.hint, first)
        for reference in kind.references:
            if reference.acyclic:
                _check_cycles(decoded.tables[kind.table], kind, reference, problems)


def _peers(decoded: Decoded, index: Index) -> Peers:
    records: dict[str, Record] = {}
    for rows in decoded.tables.values():
        for _, record in rows:
            if record.id:
                records.setdefault(record.id, record)
    return Peers(decoded.head, index, records)


def _check_sides(head: Head, index: Index, problems: Problems) -> None:
    for number, side in enumerate(head.sides or ()):
        if side:
            _check_reference(side, SIDES, ("sides", number), index, problems)
    _check_repeated("sides", head.sides, ("sides",), problems)


def _check_reference(name: str, reference: Reference, path: TreePath, index: Index, problems: Problems) -> None:
    known = index.get(name)
    if known is None:
        problems.report(
            DANGLING_REFERENCE,
            path,
            f"`{reference.key}` names “{name[:60]}”, but no record has that id",
            index.nearest(name, reference.targets) or _must_be(reference.targets),
        )
    elif not reference.admits(known[0]):
        what = f"`{reference.key}` names “{name}”, which is {KINDS[known[0]].singular_with_article}"
        problems.report(WRONG_REFERENCE, path, what, _must_be(reference.targets))


def _must_be(targets: Iterable[str]) -> str:
    kinds = " or ".join(KINDS[table].singular_with_article for table in sorted(targets))
    return f"it must be the id of {kinds or 'a record'}"


def _ids_listed_in(head: Head) -> dict[str, Collection[str]]:
    """The ids that the head lists under each key that a reference is `listed_in`."""
    keys = {reference.listed_in for kind in KINDS.values() for reference in kind.references if reference.listed_in}
    return {key: dict.fromkeys(filter(None, getattr(head, key) or ())) for key in keys}


def _check_references(
    record: Record, path: TreePath, index: Index, listed: Mapping[str, Collection[str]], problems: Problems
) -> None:
    if _are_known_and_distinct(record, index):
        return
    _check_each_reference(record, path, index, listed, problems)
    for key, names in repeated(record):
        _check_repeated(key, names, (*path, key), problems)


def _are_known_and_distinct(record: Record, index: Index) -> bool:
    """Whether all that `record` refers to is there, may be referred to, and is listed once; False where it is unsure.

    It does not look at where that is written: nearly all records are in order, and so are passed over fast.
    """
    get = index.get
    for reference, read in readers(KINDS[record.TABLE]):
        value = read(record) if read is not None else getattr(record, reference.part)
        if not value:
            continue
        if read is None or reference.listed_in:
            return False
        names, targets = ((value,) if value.__class__ is str else value), reference.targets
        for name in names:
            if (known := get(name)) is None or (targets and known[0] not in targets):
                return False
        if len(names) > 1 and len(set(names)) < len(names):
            return False
    return True


def _check_each_reference(
    record: Record, path: TreePath, index: Index, listed: Mapping[str, Collection[str]], problems: Problems
) -> None:
    for reference, name, below in references(record):
        _check_reference(name, reference, (*path, *below), index, problems)
        if (key := reference.listed_in) and name not in listed[key] and name in index:
            problems.report(
                NOT_A_SIDE,
                (*path, *below),
                f"“{name}” is not one of the dossier's {key}",
                f"it must be {' or '.join(listed[key])}" if listed[key] else f"name the {key} in `{key}` at the top",
            )


def _check_repeated(key: str, names: Iterable[str] | None, path: TreePath, problems: Problems) -> None:
    seen: set[str] = set()
    for number, name in enumerate(names or ()):
        if name and name in seen:
            what = f"`{key}` lists “{name[:60]}” twice"
            problems.report(LISTED_TWICE, (*path, number), what, "it is shown once; leave the second out")
        seen.add(name)


def _check_texts(part: Part, path: TreePath, problems: Problems) -> None:
    values = _values_of(type(part))(part)
    for value in filter(None, values):
        if value.__class__ is str:
            if value.isspace():
                break
        elif value.__class__ is tuple and any(item.__class__ is not str or item.isspace() for item in value):
            break
    else:
        return
    for key, value in zip(part.__struct_encode_fields__, values, strict=True):
        if not value:
            continue
        value_type = type(value)
        if value_type is str:
            if value.isspace():
                _note_blank(key, (*path, key), problems)
        elif value_type is tuple:
            for number, item in enumerate(value):
                if type(item) is str and item.isspace():
                    _note_blank(key, (*path, key, number), problems)
                elif isinstance(item, Part):
                    _check_texts(item, (*path, key, number), problems)


@cache
def _values_of(part_type: type[Part]) -> Callable[[Part], tuple[Any, ...]]:
    """What reads the values of all fields of a table, in their order."""
    first, *others = part_type.__struct_fields__
    return attrgetter(first, *others) if others else lambda part: (getattr(part, first),)


def _note_blank(key: str, path: TreePath, problems: Problems) -> None:
    problems.report(EMPTY_TEXT, path, f"`{key}` holds only white space", "write some text or leave the key out")


def _check_cycles(rows: Iterable[tuple[int, Record]], kind: AnyKind, reference: Reference, problems: Problems) -> None:
    """Report each cycle of `reference` once, at the record that closes it; iterative, as a chain may be very long."""
    by_id: dict[str, tuple[int, Record]] = {}
    for number, record in rows:
        if record.id:
            by_id.setdefault(record.id, (number, record))  # a duplicate id is a problem of its own
    done: set[str] = set()
    for start in by_id:
        trail: list[str] = []
        on_trail: dict[str, int] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                del on_trail[trail.pop()]
                done.add(name)
            elif name in on_trail:
                number = by_id[trail[-1]][0]
                cycle = " → ".join([*trail[max(on_trail[name], len(trail) - 7) :], name])
                what = f"`{reference.key}` forms a cycle: {cycle}"
                problems.report(CYCLE, (kind.table, number, reference.key), what, "remove one of these references")
            elif name in by_id and name not in done:
                on_trail[name] = len(trail)
                trail.append(name)
                stack.append((name, True))
                stack.extend((following, False) for following in _followed(by_id[name][1], reference))


def _followed(record: Record, reference: Reference) -> tuple[str, ...]:
    value = getattr(record, reference.attribute or reference.key)
    return (value,) if isinstance(value, str) else value or ()
