"""What must hold between and inside well-shaped records. Each rule notes every place that breaks it.

May not read files, and does not know how a problem is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from tui.dossier.model import Actor, Claim, Event, Expectation, Quote, Record, Source, Tie
from tui.dossier.problems import Path, Problems, did_you_mean
from tui.dossier.references import SIDES, Reference, cites, references
from tui.dossier.shape import Shaped
from tui.dossier.vocabulary import SOURCE_KINDS, TIE_SIGNS

Index = dict[str, tuple[str, Path]]
"""Id -> (its table, its path)."""

_SINGULAR = {
    "sources": "a source",
    "actors": "an actor",
    "quotes": "a quote",
    "alliances": "a tie",
    "events": "an event",
    "ledger": "a ledger row",
    "claims": "a claim",
}


def check(tree: Mapping[str, object], shaped: Shaped, problems: Problems) -> None:
    """Note every broken rule. `tree` is asked for ids too, so that a reference to an unreadable record is no fault."""
    index = _index(tree, problems)
    for number, side in enumerate(shaped.head.sides or ()):
        _refer(side, SIDES, ("sides", number), index, problems)
    sides = frozenset(shaped.head.sides or ())
    for table, rows in shaped.tables.items():
        for number, record in rows:
            path: Path = (table, number)
            _check_references(record, path, index, problems)
            _check_texts(record, path, problems)
            if rule := _RULES.get(table):
                rule(record, path, problems)
            if isinstance(record, Actor) and record.side and record.side not in sides and record.side in index:
                problems.error(
                    (*path, "side"),
                    "not-a-side",
                    f"“{record.side}” is not one of the dossier's sides",
                    f"sides = [{', '.join(sides)}]" if sides else "name the sides in `sides` at the top",
                )
    _check_cycles(shaped, "actors", "part_of", lambda record: (record.part_of,) if record.part_of else (), problems)
    _check_cycles(shaped, "events", "after", lambda record: record.after or (), problems)


def _index(tree: Mapping[str, object], problems: Problems) -> Index:
    index: Index = {}
    for table in _SINGULAR:
        rows = tree.get(table)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("id") if isinstance(row, dict) else None
            if not isinstance(name, str):
                continue
            path: Path = (table, number)
            if (first := index.get(name)) is None:
                index[name] = (table, path)
            else:
                problems.error(
                    (*path, "id"),
                    "duplicate-id",
                    f"the id “{name[:60]}” is taken by entry {int(first[1][1]) + 1} of `{first[0]}`",
                    "ids are unique across all tables",
                )
    return index


def _refer(name: str, reference: Reference, path: Path, index: Index, problems: Problems) -> None:
    found = index.get(name)
    if found is None:
        candidates = [known for known, (table, _) in index.items() if table in reference.targets]
        problems.error(
            path,
            "dangling-reference",
            f"`{reference.key}` names “{name[:60]}”, and no record has that id",
            did_you_mean(name, candidates) or f"it must be the id of {_kinds(reference.targets)}",
        )
    elif found[0] not in reference.targets:
        problems.error(
            path,
            "wrong-reference",
            f"`{reference.key}` names “{name}”, which is {_SINGULAR[found[0]]}",
            f"it must be the id of {_kinds(reference.targets)}",
        )


def _kinds(targets: Iterable[str]) -> str:
    return " or ".join(_SINGULAR[table] for table in sorted(targets)) if len(set(targets)) < 7 else "a record"


def _check_references(record: Record, path: Path, index: Index, problems: Problems) -> None:
    for reference, name, below in references(record):
        _refer(name, reference, (*path, *below), index, problems)
    for cite, below in cites(record):
        found = index.get(cite.source)
        if found is None or found[0] != "sources":
            sources = [known for known, (table, _) in index.items() if table == "sources"]
            what = f"the cite names “{cite.source[:60]}”, and no source has that id"
            if found is not None:
                what = f"the cite names “{cite.source}”, which is {_SINGULAR[found[0]]}"
            hint = did_you_mean(cite.source, sources) or "add it to [[sources]]"
            problems.error((*path, *below), "unknown-source", what, hint)


def _check_texts(record: Record, path: Path, problems: Problems) -> None:
    names, keys = record.__struct_fields__, record.__struct_encode_fields__
    for place, value in enumerate(map(record.__getattribute__, names)):
        if not value:
            continue
        kind = type(value)
        if kind is str:
            if value.isspace():
                _note_blank(keys[place], (*path, keys[place]), problems)
        elif kind is tuple:
            for number, one in enumerate(value):
                if type(one) is str and one.isspace():
                    _note_blank(keys[place], (*path, keys[place], number), problems)


def _note_blank(key: str, path: Path, problems: Problems) -> None:
    problems.error(path, "empty-text", f"`{key}` holds only white space", "write the text or leave the key out")


def _check_status(record: Tie | Claim, path: Path, problems: Problems) -> None:
    status, where = record.status, (*path, "status")
    if status in ("contested", "denied") and not record.by:
        problems.error(where, "missing-by", f"{status}, but `by` does not say who asserts it", 'add by = ["…"]')
    if status == "denied" and not record.denied_by:
        problems.error(
            where, "missing-denied-by", "denied, but `denied_by` does not say by whom", 'add denied_by = ["…"]'
        )
    if status == "attributed" and not record.by and not record.quotes:
        problems.error(where, "missing-by", "attributed, but to nobody", "add by = […] or quotes = […]")


def _check_voice(record: Event | Expectation, path: Path, problems: Problems) -> None:
    speaks = record.by or (isinstance(record, Expectation) and (record.quotes or record.counter))
    if record.status in ("attributed", "contested", "denied") and not speaks:
        problems.warning(
            (*path, "status"), "missing-by", f"{record.status}, but it does not say who says so", "add by = […]"
        )


def _check_tie(tie: Record, path: Path, problems: Problems) -> None:
    assert isinstance(tie, Tie)  # noqa: S101
    _check_status(tie, path, problems)
    if tie.between and (tie.giver or tie.to):
        problems.error(
            (*path, "between"), "two-shapes", "a tie has `between`, or `from` and `to`, not both", "keep one"
        )
    elif tie.between:
        if len(set(tie.between)) < 2 or len(set(tie.between)) < len(tie.between):
            what = "`between` names one actor" if len(set(tie.between)) < 2 else "`between` names an actor twice"
            problems.error((*path, "between"), "one-actor", what, "a tie needs two different actors or more")
    elif not (tie.giver and tie.to):
        missing = "`between`, or `from` and `to`" if not (tie.giver or tie.to) else "`from`" if tie.to else "`to`"
        problems.error(path, "missing-end", f"the tie has no {missing}", "say between which actors it is")
    elif tie.giver == tie.to:
        problems.error(
            (*path, "to"), "one-actor", "the tie goes from an actor to itself", "a tie needs two different actors"
        )
    own = TIE_SIGNS.get(tie.kind, "")
    if own and tie.sign and tie.sign != own:
        problems.error(
            (*path, "sign"),
            "wrong-sign",
            f"{tie.kind} has the sign {own} by itself",
            "leave `sign` out, or choose another kind",
        )
    if tie.start and tie.end and tie.end.latest and tie.end.latest < tie.start.earliest:
        problems.error((*path, "end"), "ends-before-start", "the tie ends before it starts", "")


def _check_quote(quote: Record, path: Path, problems: Problems) -> None:
    assert isinstance(quote, Quote)  # noqa: S101
    if quote.translation and not quote.lang:
        problems.warning(
            (*path, "translation"), "missing-lang", "a translation, but `lang` does not say of which language", ""
        )


def _check_source(source: Record, path: Path, problems: Problems) -> None:
    assert isinstance(source, Source)  # noqa: S101
    if source.kind and source.kind not in SOURCE_KINDS:
        hint = did_you_mean(source.kind, SOURCE_KINDS) or "it is kept as it is"
        problems.warning((*path, "kind"), "unknown-source-kind", f"“{source.kind[:60]}” is no CSL item type", hint)
    if source.grade and re.fullmatch("[A-F][1-6]", source.grade) is None:
        problems.warning(
            (*path, "grade"),
            "bad-grade",
            f"“{source.grade[:20]}” is no Admiralty grade",
            "a letter A-F and a digit 1-6, such as B2",
        )
    if source.url and re.fullmatch(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", source.url) is None:
        problems.warning(
            (*path, "url"), "bad-url", "the url is not an http or https address", "it is shown, and cannot be opened"
        )


def _check_claim(claim: Record, path: Path, problems: Problems) -> None:
    assert isinstance(claim, Claim)  # noqa: S101
    _check_status(claim, path, problems)


def _check_event(event: Record, path: Path, problems: Problems) -> None:
    assert isinstance(event, Event | Expectation)  # noqa: S101
    _check_voice(event, path, problems)


_RULES: dict[str, Callable[[Record, Path, Problems], None]] = {
    "sources": _check_source,
    "quotes": _check_quote,
    "alliances": _check_tie,
    "events": _check_event,
    "ledger": _check_event,
    "claims": _check_claim,
}


def _check_cycles(
    shaped: Shaped, table: str, key: str, following: Callable[..., tuple[str, ...]], problems: Problems
) -> None:
    """Note each cycle of `key` once, at the record that closes it. Iterative: a chain may be as long as the file."""
    rows: dict[str, tuple[int, Record]] = {
        record.id: (number, record) for number, record in shaped.tables[table] if record.id
    }
    done: set[str] = set()
    for start in rows:
        trail: list[str] = []
        on_trail: set[str] = set()
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                on_trail.discard(trail.pop())
                done.add(name)
            elif name in on_trail:
                number = rows[trail[-1]][0]
                circle = " → ".join([*trail[trail.index(name) :], name][-8:])
                problems.error(
                    (table, number, key), "cycle", f"`{key}` runs in a circle: {circle}", "one of them must go"
                )
            elif name in rows and name not in done:
                trail.append(name)
                on_trail.add(name)
                stack.append((name, True))
                stack.extend((other, False) for other in following(rows[name][1]))
