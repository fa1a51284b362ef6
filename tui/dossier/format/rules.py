"""Checks the rules between records and those of each kind, and reports every violation with its position.

The shape of each record is checked earlier, when it is decoded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui.dossier.format.decode import Decoded
from tui.dossier.format.id_index import Index, index_of
from tui.dossier.kinds import KINDS, AnyKind, Head, Part, Record, Reference
from tui.dossier.kinds.head import SIDES
from tui.dossier.kinds.kind import SOURCES
from tui.dossier.kinds.references import cites, references
from tui.dossier.problems import Problems, TreePath


def check(tree: Mapping[str, object], decoded: Decoded, problems: Problems) -> None:
    """Report every broken rule. Ids are taken from `tree`, so that a reference to an unreadable record is valid."""
    index = index_of(tree, problems)
    _check_texts(decoded.head, (), problems)
    for number, side in enumerate(decoded.head.sides or ()):
        if side:
            _check_reference(side, SIDES, ("sides", number), index, problems)
    listed = _ids_listed_in(decoded.head)
    for kind in KINDS.values():
        for number, record in decoded.tables[kind.table]:
            path: TreePath = (kind.table, number)
            _check_references(record, path, index, listed, problems)
            _check_texts(record, path, problems)
            if kind.has_status:
                _check_status(record, path, problems)
            if kind.check is not None:
                kind.check(record, path, problems)
        for reference in kind.references:
            if reference.acyclic:
                _check_cycles(decoded.tables[kind.table], kind, reference, problems)


def _check_reference(name: str, reference: Reference, path: TreePath, index: Index, problems: Problems) -> None:
    known = index.get(name)
    if known is None:
        problems.error(
            path,
            "dangling-reference",
            f"`{reference.key}` names “{name[:60]}”, but no record has that id",
            index.nearest(name, reference.targets) or _must_be(reference.targets),
        )
    elif not reference.admits(known[0]):
        what = f"`{reference.key}` names “{name}”, which is {KINDS[known[0]].singular_with_article}"
        problems.error(path, "wrong-reference", what, _must_be(reference.targets))


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
    for reference, name, below in references(record):
        _check_reference(name, reference, (*path, *below), index, problems)
        if (key := reference.listed_in) and name not in listed[key] and name in index:
            _note_unlisted(name, key, (*path, *below), listed[key], problems)
    for cite, below in cites(record):
        known = index.get(cite.source)
        if known is None or known[0] not in SOURCES:
            what = f"the cite names “{cite.source[:60]}”, but no source has that id"
            if known is not None:
                what = f"the cite names “{cite.source}”, which is {KINDS[known[0]].singular_with_article}"
            hint = index.nearest(cite.source, SOURCES) or "add it to [[sources]]"
            problems.error((*path, *below), "unknown-source", what, hint)


def _check_texts(part: Part, path: TreePath, problems: Problems) -> None:
    names, keys = part.__struct_fields__, part.__struct_encode_fields__
    for key, value in zip(keys, map(part.__getattribute__, names), strict=True):
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


def _note_blank(key: str, path: TreePath, problems: Problems) -> None:
    problems.error(path, "empty-text", f"`{key}` holds only white space", "write some text or leave the key out")


def _check_status(record: Record, path: TreePath, problems: Problems) -> None:
    if (status := getattr(record, "status", None)) not in ("attributed", "contested", "denied"):
        return
    by, denied_by, where = getattr(record, "by", ()), getattr(record, "denied_by", ()), (*path, "status")
    if status in ("contested", "denied") and not by:
        problems.error(
            where, "missing-by", f"the status is {status}, but `by` does not say who asserts it", 'add by = ["…"]'
        )
    if status == "denied" and not denied_by:
        what = "the status is denied, but `denied_by` does not say who denies it"
        problems.error(where, "missing-denied-by", what, 'add denied_by = ["…"]')
    if status == "attributed" and not by and not getattr(record, "quotes", ()):
        hint = "add by = […] or quotes = […]" if "quotes" in record.__struct_fields__ else 'add by = ["…"]'
        problems.error(where, "missing-by", "the status is attributed, but `by` names nobody", hint)


def _note_unlisted(name: str, key: str, path: TreePath, ids: Collection[str], problems: Problems) -> None:
    problems.error(
        path,
        "not-a-side",
        f"“{name}” is not one of the dossier's {key}",
        f"it must be {' or '.join(ids)}" if ids else f"name the {key} in `{key}` at the top",
    )


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
                problems.error((kind.table, number, reference.key), "cycle", what, "remove one of these references")
            elif name in by_id and name not in done:
                on_trail[name] = len(trail)
                trail.append(name)
                stack.append((name, True))
                stack.extend((following, False) for following in _followed(by_id[name][1], reference))


def _followed(record: Record, reference: Reference) -> tuple[str, ...]:
    value = getattr(record, reference.attribute or reference.key)
    return (value,) if isinstance(value, str) else value or ()
