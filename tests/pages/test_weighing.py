"""What the Balance panel is worked out for, and what stands beside it."""

from __future__ import annotations

import random
from time import process_time

from tests.dossiers import HEAD, loaded, record
from tui.dossier.scope import PLAIN
from tui.dossier.vocabulary import UNSETTLED
from tui.pages import weighing
from tui.pages.phrases import Phrases
from tui.pages.weighed import balance_sheet


def phrases(status: str) -> Phrases:
    text = HEAD + record("sources") + "".join(record("actors", id=one) for one in "abc")
    for number, (ends, kind) in enumerate(((("a", "b"), "hostility"), (("a", "c"), "aid"), (("b", "c"), "aid"))):
        more = {"status": status, "by": ["a"]} if number == 2 else {"status": "reported"}
        text += record("alliances", id=f"t-{number}", between=list(ends), kind=kind, **more)
    return Phrases(loaded(text))


def test_where_nothing_is_left_out_nothing_stands_beside_the_answer() -> None:
    assert "How the answer changes" not in balance_sheet(phrases("reported")).text()


def test_where_something_is_left_out_it_is_said_how_the_answer_changes() -> None:
    found = phrases("contested")
    assert "How the answer changes" in balance_sheet(found).text()
    found.scope = PLAIN._replace(statuses=frozenset())
    assert "How the answer changes" in balance_sheet(found).text()


def test_of_a_large_network_only_what_differs_is_lacking() -> None:
    weighing_of = phrases("reported").weighing
    weighing_of.weigh(frozenset())
    assert list(weighing_of.missing(PLAIN)) == []
    large = weighing.AT_ONCE
    try:
        weighing.AT_ONCE = 0
        fresh = phrases("contested").weighing
        assert list(fresh.missing(PLAIN)) == [frozenset(), UNSETTLED]
        fresh.weigh(frozenset())
        assert list(fresh.missing(PLAIN)) == [UNSETTLED]
        same = phrases("reported").weighing
        same.weigh(frozenset())
        assert list(same.missing(PLAIN)) == []
    finally:
        weighing.AT_ONCE = large


def test_a_few_ties_that_are_hard_to_settle_are_not_worked_out_while_somebody_waits() -> None:
    signs = iter(random.Random(5).choices(["aid", "rivalry"], k=200))  # noqa: S311
    chance = random.Random(6)  # noqa: S311
    pairs = chance.sample([(one, other) for one in range(55) for other in range(one)], 200)
    actors = [record("actors", id=f"n-{number}", name=f"N {number}") for number in range(55)]
    ties = [
        record("alliances", id=f"t-{number}", between=[f"n-{one}", f"n-{other}"], kind=next(signs))
        for number, (one, other) in enumerate(pairs)
    ]
    one = weighing.Weighing(loaded(HEAD + record("sources") + "".join([*actors, *ties])))
    began = process_time()
    assert one.known(frozenset()) is None
    assert process_time() - began < 1
    assert next(one.missing(PLAIN)) == frozenset()
    one.weigh(frozenset(), lambda: True)
    assert one.known(frozenset()) is None
