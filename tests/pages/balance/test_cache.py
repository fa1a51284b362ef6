"""What the Balance panel is worked out for, and what stands beside it."""

from __future__ import annotations

import random
import re
from time import process_time

import pytest

from tests.dossiers import HEAD, SMALL, loaded, record
from tui.dossier.network.balance import compute_balance
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.values.dates import parse_date
from tui.dossier.values.vocabulary import UNSETTLED
from tui.pages.balance import cache
from tui.pages.balance.cache import Choice, First, choice_of
from tui.pages.balance.views import balance_view, compute, is_shown
from tui.pages.span_builder import SpanBuilder


def builder(status: str) -> SpanBuilder:
    text = HEAD + record("sources") + "".join(record("actors", id=one) for one in "abc")
    for number, (ends, kind) in enumerate(((("a", "b"), "hostility"), (("a", "c"), "aid"), (("b", "c"), "aid"))):
        more = {"status": status, "by": ["a"]} if number == 2 else {"status": "reported"}
        text += record("alliances", id=f"t-{number}", between=list(ends), kind=kind, **more)
    return SpanBuilder(loaded(text))


def test_where_nothing_is_left_out_nothing_stands_beside_the_answer() -> None:
    assert "How the result changes" not in balance_view(builder("reported")).text()


def test_where_something_is_left_out_it_is_said_how_the_answer_changes() -> None:
    contested = builder("contested")
    assert "How the result changes" in balance_view(contested).text()
    contested.scope = DEFAULT_SCOPE._replace(statuses=frozenset())
    assert "How the result changes" in balance_view(contested).text()


def test_of_a_large_network_only_what_differs_is_lacking() -> None:
    balances = builder("reported").balances
    balances.compute(Choice())
    assert list(balances.missing(DEFAULT_SCOPE)) == []
    large = cache.MAX_TIES_AT_ONCE, cache.MAX_TIES_OF_FIRST
    try:
        cache.MAX_TIES_AT_ONCE = cache.MAX_TIES_OF_FIRST = 0
        fresh = builder("contested").balances
        assert list(fresh.missing(DEFAULT_SCOPE)) == [First(Choice()), Choice()]
        assert list(fresh.missing_later(DEFAULT_SCOPE)) == [Choice(UNSETTLED)]
        fresh.compute(Choice())
        assert list(fresh.missing(DEFAULT_SCOPE)) == []
        assert list(fresh.missing_later(DEFAULT_SCOPE)) == [Choice(UNSETTLED)]
        same = builder("reported").balances
        same.compute(Choice())
        assert list(same.missing(DEFAULT_SCOPE)) == list(same.missing_later(DEFAULT_SCOPE)) == []
    finally:
        cache.MAX_TIES_AT_ONCE, cache.MAX_TIES_OF_FIRST = large


def test_a_few_ties_that_are_hard_to_settle_are_not_worked_out_while_somebody_waits() -> None:
    signs = iter(random.Random(5).choices(["aid", "rivalry"], k=200))  # noqa: S311
    chance = random.Random(6)  # noqa: S311
    pairs = chance.sample([(one, other) for one in range(55) for other in range(one)], 200)
    actors = [record("actors", id=f"n-{number}", name=f"N {number}") for number in range(55)]
    ties = [
        record("alliances", id=f"t-{number}", between=[f"n-{one}", f"n-{other}"], kind=next(signs))
        for number, (one, other) in enumerate(pairs)
    ]
    one = cache.BalanceCache(loaded(HEAD + record("sources") + "".join([*actors, *ties])))
    began = process_time()
    assert one.get(Choice()) is None
    assert process_time() - began < 1
    assert list(one.missing(DEFAULT_SCOPE))[:2] == [First(Choice()), Choice()]
    one.compute(Choice(), lambda: True)
    assert one.get(Choice()) is None


def test_the_page_is_made_with_the_balance_so_that_no_key_waits_for_it() -> None:
    large = cache.MAX_TIES_AT_ONCE, cache.MAX_TIES_OF_FIRST
    try:
        cache.MAX_TIES_AT_ONCE = cache.MAX_TIES_OF_FIRST = 0
        contested = builder("contested")
        assert "It is being computed" in balance_view(contested).text()
        pauses = iter(range(1000))
        compute(contested, Choice(), lambda: next(pauses) < 0)
        assert next(pauses) > 6
        [alone] = contested.balances.pages.values()
        assert balance_view(contested) is alone
        compute(contested, Choice(UNSETTLED), lambda: False)
        assert list(contested.balances.pages.values()) == [alone, balance_view(contested)]
    finally:
        cache.MAX_TIES_AT_ONCE, cache.MAX_TIES_OF_FIRST = large


def test_of_an_abandoned_balance_no_page_is_made() -> None:
    contested = builder("contested")
    compute(contested, Choice(), lambda: True)
    assert contested.balances.pages == {}


def test_a_balance_that_is_not_worked_out_in_full_is_not_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_BUDGET_AT_ONCE", 5_000)
    judged = [(one, other) for one in range(8) for other in range(one)]
    actors = [record("actors", id=f"n-{number}") for number in range(8)]
    ties = [
        record(
            "alliances",
            id=f"t-{number}",
            between=[f"n-{one}", f"n-{other}"],
            kind="rivalry" if number == 3 else "aid",
            status="judgement",
            by=["s"],
        )
        for number, (one, other) in enumerate(judged)
    ]
    balances = cache.BalanceCache(loaded(HEAD + record("sources") + "".join([*actors, *ties])))
    assert balances.get(Choice()) is None
    balances.compute(Choice())
    result = balances.get(Choice())
    assert result is not None
    assert result.parts[0].support.singly


def rivals(number: int, seed: int = 5) -> SpanBuilder:
    """Every two of some actors are tied, with or against one another by chance, from some year on."""
    chance = random.Random(seed)  # noqa: S311
    actors = [record("actors", id=f"n-{one}") for one in range(number)]
    ties = [
        record(
            "alliances",
            id=f"t-{one}-{other}",
            between=[f"n-{one}", f"n-{other}"],
            kind=chance.choice(["aid", "rivalry"]),
            start=str(1900 + chance.randrange(20)),
        )
        for one in range(number)
        for other in range(one)
    ]
    return SpanBuilder(loaded(HEAD + record("sources") + "".join([*actors, *ties])))


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked out on request may take next to nothing."""
    monkeypatch.setattr(cache, "_BUDGET_AT_ONCE", 300)
    monkeypatch.setattr(cache, "_BUDGET_OF_FIRST", 3_000)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("seed", range(6))
def test_a_first_answer_is_certain_at_every_moment_and_gives_way_to_the_exact_one(seed: int) -> None:
    of = rivals(9, seed)
    for year in range(1900, 1922, 3):
        of.scope = DEFAULT_SCOPE._replace(moment=parse_date(str(year)))
        choice = choice_of(of.scope)
        exact = compute_balance(of.dossier, moment=choice.moment)
        for task in (None, First(choice), choice):
            if task is not None:
                of.balances.compute(task)
            so_far = of.balances.so_far(choice)
            assert so_far is not None
            assert (so_far.census, so_far.pairs) == (exact.census, exact.pairs)
            assert so_far.frustration.low <= exact.frustration.low <= so_far.frustration.high
        assert of.balances.get(choice) == exact
        assert list(of.balances.missing(of.scope)) == []


@pytest.mark.usefixtures("hurried")
def test_before_the_search_has_ended_one_sentence_says_what_is_known_and_no_camps_are_told() -> None:
    of = rivals(16)
    of.scope = DEFAULT_SCOPE._replace(moment=parse_date("1930"))
    words = " ".join(balance_view(of).text().split())
    assert re.search(r"To balance between \d+ and \d+ changes are needed; the search goes on", words)
    assert "Unbalanced triangles" in words
    assert "The smallest changes and the camps will appear here once the search has ended." in words
    assert "Two camps" not in words
    assert "Smallest changes that balance it" not in words
    compute(of, choice_of(of.scope), lambda: False)
    words = balance_view(of).text()
    assert "the search goes on" not in words
    assert "will appear here once" not in words
    assert "Two camps" in words


def test_moments_ahead_get_their_first_answers_before_a_search_begins_and_are_kept() -> None:
    of = rivals(9)
    of.scope = DEFAULT_SCOPE._replace(moment=parse_date("1910"))
    ahead = [parse_date("1911"), parse_date("1909")]
    later, earlier = (Choice(moment=moment) for moment in ahead)
    tasks = list(of.balances.missing(of.scope, ahead))
    assert tasks[:2] == [First(later), First(earlier)]
    assert list(of.balances.missing_later(of.scope, ahead)) == [later, earlier]
    of.balances.compute(later)
    assert list(of.balances.missing_later(of.scope, ahead)) == [earlier]
    assert not is_shown(of, later)
    of.scope = of.scope._replace(moment=ahead[0])
    assert is_shown(of, later)
    assert "the search goes on" not in balance_view(of).text()


def test_of_very_many_moments_the_latest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 3)
    balances = rivals(4).balances
    choices = [Choice(moment=parse_date(str(year))) for year in range(1901, 1906)]
    for choice in choices:
        balances.compute(choice)
    monkeypatch.setattr(cache, "MAX_TIES_AT_ONCE", -1)
    assert [choice for choice in choices if balances.get(choice) is not None] == choices[-3:]


def test_with_facets_balance_and_its_history_count_what_they_find_alone() -> None:
    whole = loaded(SMALL)
    plain, narrowed = SpanBuilder(whole, DEFAULT_SCOPE), SpanBuilder(whole, DEFAULT_SCOPE._replace(facets="sign:with"))
    assert "of the signed ties sign:with" in balance_view(narrowed).text()
    results = [one.balances.get(cache.choice_of(one.scope)) for one in (plain, narrowed)]
    assert results[0] is not None
    assert results[1] is not None
    assert set(results[1].ties) < set(results[0].ties)
    assert {whole.tie(tie).polarity for tie in results[1].ties} == {"+"}
    history = narrowed.balances.history(cache.history_of(cache.choice_of(narrowed.scope)))
    assert history is not None
    assert not any(row.unbalanced for row in history.rows), "there is no tie against anybody"
