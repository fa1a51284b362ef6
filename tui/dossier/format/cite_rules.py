"""The rules about cites: they name sources of the file, some source supports what is said, and grades are grades."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from tui.dossier.format.id_index import Index
from tui.dossier.kinds import KINDS, Record
from tui.dossier.kinds.kind import SOURCES
from tui.dossier.kinds.references import cited, cites
from tui.dossier.kinds.sources import BAD_GRADE, fault_of_grade
from tui.dossier.problems import Problems, Rule, TreePath
from tui.dossier.values.cite import SUPPORTS, Cite

UNKNOWN_SOURCE = Rule("unknown-source", "error", "a cite of something that is no source of the file")
NOTHING_SUPPORTS = Rule(
    "nothing-supports",
    "warning",
    "a record or an office whose cites all dispute or only mention it: no source says so",
)


class CiteRules:
    """Checks the cites of records. Those of many records are the same object, which is looked at once."""

    def __init__(self, tree: Mapping[str, object], index: Index, problems: Problems) -> None:
        self._tree = tree
        self._index = index
        self._problems = problems
        self._plain: set[int] = set()

    def check(self, record: Record, path: TreePath) -> None:
        """Report what is wrong with the cites of the record at `path`, which is not to go before this does."""
        own = None if KINDS[record.TABLE].parts else id(getattr(record, "cite", None))
        if own is not None and own in self._plain:
            return
        if not all(_is_plain(cite, self._index) for cite in cited(record)):
            _check_each(record, path, self._tree, self._index, self._problems)
        elif own is not None:
            self._plain.add(own)


def _check_each(record: Record, path: TreePath, tree: Mapping[str, object], index: Index, problems: Problems) -> None:
    unsupported: dict[TreePath, TreePath] = {}
    for cite, below in cites(record):
        place = (*path, *below)
        known = index.get(cite.source)
        if known is None or known[0] not in SOURCES:
            _note_unknown(cite, _key_of_cite(tree, place, "source"), index, problems)
        if cite.grade and (fault := fault_of_grade(cite.grade)):
            problems.report(BAD_GRADE, _key_of_cite(tree, place, "grade"), *fault)
        if cite.stance != SUPPORTS:
            unsupported.setdefault(below[:-1], below)
    for key, first in unsupported.items():
        if not any(cite.stance == SUPPORTS for cite, below in cites(record) if below[:-1] == key):
            what = "no cite supports this: each disputes it or only mentions it"
            hint = "cite who says so; without `stance` a cite supports what is said"
            problems.report(NOTHING_SUPPORTS, _key_of_cite(tree, (*path, *first), "stance"), what, hint)


def _is_plain(cite: Cite, index: Index) -> bool:
    """Whether a cite is of a source that is there and supports what is said, without a grade of its own."""
    known = index.get(cite.source)
    return known is not None and known[0] in SOURCES and cite.stance == SUPPORTS and not cite.grade


def _note_unknown(cite: Cite, place: TreePath, index: Index, problems: Problems) -> None:
    known = index.get(cite.source)
    what = f"the cite names “{cite.source[:60]}”, but no source has that id"
    if known is not None:
        what = f"the cite names “{cite.source}”, which is {KINDS[known[0]].singular_with_article}"
    problems.report(UNKNOWN_SOURCE, place, what, index.nearest(cite.source, SOURCES) or "add it to [[sources]]")


def _key_of_cite(tree: Mapping[str, object], path: TreePath, key: str) -> TreePath:
    """Where `key` of the cite at `path` is written: in its table, if it is one."""
    value: object = tree
    for step in path[:-1]:
        value = cast("list[object]", value)[step] if isinstance(step, int) else cast("dict[str, object]", value)[step]
    if isinstance(value, list):
        value = value[cast(int, path[-1])]
    else:
        path = path[:-1]  # a single cite, not in a list
    return (*path, key) if isinstance(value, dict) else path
