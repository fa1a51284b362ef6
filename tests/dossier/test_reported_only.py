"""A dossier with only what its sources report: what is in it, what is left out, and the way back to the whole."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.kinds.references import references
from tui.dossier.links import Links
from tui.dossier.reported_only import is_reported, reported_only
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Span
from tui.pages.views.registry import VIEWS


def _bundled() -> Dossier:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return loaded(file.read())


WHOLE = {"small": loaded(SMALL), "bundled": _bundled()}
each = pytest.mark.parametrize("whole", WHOLE.values(), ids=WHOLE)


@each
def test_only_what_is_reported_is_left_in_every_table_in_the_same_order(whole: Dossier) -> None:
    part = reported_only(whole)
    assert list(part.tables) == list(whole.tables)
    for table, records in whole.tables.items():
        assert part.tables[table] == tuple(record for record in records if is_reported(record))
        assert part.left_out(table) == len(records) - len(part.tables[table])
    assert sum(map(part.left_out, part.tables)) > 0


@each
def test_actors_sources_and_quotes_stay_whole(whole: Dossier) -> None:
    part = reported_only(whole)
    for table in ("actors", "sources", "quotes"):
        assert part.tables[table] == whole.tables[table]
        assert part.left_out(table) == 0


@each
def test_head_and_passages_are_those_of_the_whole(whole: Dossier) -> None:
    part = reported_only(whole)
    assert part.head is whole.head
    assert part.passages == whole.passages
    assert part.verified is whole.verified


@each
def test_the_whole_is_one_step_away_and_a_part_of_a_part_is_the_same_part(whole: Dossier) -> None:
    part = reported_only(whole)
    assert whole.whole is None
    assert part.whole is whole
    again = reported_only(part)
    assert again.whole is whole
    assert again.tables == part.tables
    assert all(whole.left_out(table) == 0 for table in whole.tables)


@each
def test_no_link_comes_from_what_is_left_out(whole: Dossier) -> None:
    part = reported_only(whole)
    for name in whole.records:
        for ids in part.links.relations(name).values():
            assert all(part.get(one) is not None for one in ids)
    for source in part.tables["sources"]:
        for ids in part.links.citing(source.id).values():
            assert all(part.get(one) is not None for one in ids)


def test_every_status_but_reported_is_left_out() -> None:
    statuses = ("reported", "attributed", "judgement", "contested", "denied", "inferred")
    more = {"attributed": {"by": ["a"]}, "judgement": {"by": ["a"]}, "contested": {"by": ["a"]}}
    more["denied"] = {"by": ["a"], "denied_by": ["b"]}
    ties = [record("alliances", id=f"t-{one}", status=one, **more.get(one, {})) for one in statuses]
    part = reported_only(loaded(dossier_of(*ties)))
    assert [tie.id for tie in part.tables["alliances"]] == ["t-reported"]
    assert part.left_out("alliances") == 5


def test_events_and_grievances_without_a_status_are_reported() -> None:
    part = reported_only(loaded(dossier_of(record("events"), record("ledger"))))
    assert part.left_out("events") == part.left_out("ledger") == 0


# What is shown of a part


def _all_pages(part: Dossier) -> list[str]:
    actors = [actor.id for actor in part.tables["actors"]]
    views = [f"{kind}:" for kind, view in VIEWS.items() if view.id_count == 0]
    views += [f"ego:{actor}" for actor in actors]
    views += [f"{kind}:{one}:{other}" for kind in ("pair", "path") for one in actors[:5] for other in actors[:5]]
    return [*part.records, *views]


@each
def test_no_page_of_a_part_shows_the_id_of_what_is_left_out_or_leads_there(whole: Dossier) -> None:
    part = reported_only(whole)
    catalog = Catalog(part)
    gone = {name for name in whole.records if part.get(name) is None}
    dangling = {one.id for record in part.records.values() for one in references(record)} & gone
    assert dangling or whole is not WHOLE["small"], "something that is shown refers to something that is left out"
    for name in _all_pages(part):
        page = catalog.page(name)
        if page is None:
            continue
        for block in page.blocks:
            assert not _words(spans_of(block)) & gone, name
        for link in page.links():
            target = link.partition("#")[0]
            assert target.startswith(("panel:", "moment:")) or catalog.panel_of(target), (name, link)


@each
def test_no_line_of_a_list_of_a_part_shows_the_id_of_what_is_left_out(whole: Dossier) -> None:
    part = reported_only(whole)
    catalog = Catalog(part)
    gone = {name for name in whole.records if part.get(name) is None}
    for table in KINDS:
        listed = [name for group in catalog.list_groups(table) for name in group.ids]
        assert not set(listed) & gone
        for name in listed:
            item = catalog.line(name)
            assert not _words((item.mark, *item.spans, *item.remark, *item.long_remark)) & gone, name


def _words(spans: Iterable[Span]) -> set[str]:
    return {word.strip("“”‘’.,;:()") for span in spans for word in span.text.split()}


@each
def test_its_links_are_those_of_the_records_that_are_left(whole: Dossier) -> None:
    part = reported_only(whole)
    own = Links(part.tables)
    for name in whole.records:
        assert part.links.relations(name) == own.relations(name)
        assert part.links.citing(name) == own.citing(name)
        assert all(part.links.back(name, relation) == ids for relation, ids in own.relations(name).items())
