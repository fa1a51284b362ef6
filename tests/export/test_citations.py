"""Citations as a note prints them, and quotes as they are carried away: nothing that a reader needs is left behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.kinds import Claim, Quote, Source
from tui.export.citations import attribution, citation, citations, cite_pieces, quotation, source_words
from tui.pages.span_builder import SpanBuilder

CHAPTER = {
    "title": "The Turning",
    "kind": "chapter",
    "author": ["E. Marrable"],
    "container": "Narrow Water",
    "publisher": "Lantern",
    "issued": "1981",
}


def builder_of(*records: str) -> SpanBuilder:
    return SpanBuilder(loaded(dossier_of(*records)))


def cited(cite: Any, *others: str, **source: Any) -> str:
    """The cites of a claim in words; `t` is the source with the given keys."""
    keys = {"title": "Tolls", "kind": "report", **source}
    builder = builder_of(record("sources", id="t", **keys), record("claims", id="it", cite=cite), *others)
    claim = builder.dossier.find(Claim, "it")
    assert claim is not None
    return citations(builder, claim.cite)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (CHAPTER, "E. Marrable, “The Turning”, in Narrow Water (Lantern, 1981)"),
        (
            {
                "title": "Where?",
                "kind": "article-newspaper",
                "author": ["V"],
                "container": "Post",
                "issued": "1974-09-14",
            },
            "V, “Where?”, Post, 14 September 1974",
        ),
        ({"title": "Suez", "kind": "book", "author": ["K. Kyle", "L. Lowe"]}, "K. Kyle and L. Lowe, Suez, no date"),
        (
            {"title": "Suez", "kind": "book", "author": ["A", "B", "C"], "issued": "~1991"},
            "A, B and C, Suez, about 1991",
        ),
        ({"title": "Suez", "kind": "book", "author": list("ABCD")}, "A and others, Suez, no date"),
        ({"title": "On “Allies”", "kind": "webpage"}, "‘On “Allies”’, no date"),
        ({"title": "Treaty of Lomar", "kind": "treaty", "issued": "1975-02"}, "Treaty of Lomar, February 1975"),
        ({"title": "Two\nlines", "kind": "book", "author": ["A\nB"]}, "A B, Two lines, no date"),
    ],
)
def test_a_source_is_printed_as_in_a_list_of_works(source: dict[str, Any], words: str) -> None:
    builder = builder_of(record("sources", id="t", **source))
    found = builder.dossier.find(Source, "t")
    assert found is not None
    assert source_words(found) == words


@pytest.mark.parametrize(
    ("cite", "words"),
    [
        ("t", "Tolls, no date"),
        ("t#p5-6", "Tolls, no date, ¶5–6"),
        ("t#page=412-413", "Tolls, no date, pp. 412–413"),
        ("t#p2&t=00:12:30", "Tolls, no date, ¶2, 12:30"),
        ("t#chapter=II", "Tolls, no date, ch. II"),
        ({"source": "t", "exact": "Tolls"}, "Tolls, no date, headline: “Tolls”"),
        ({"source": "t", "p": 5, "exact": "the\nwords"}, "Tolls, no date, ¶5: “the words”"),
        ({"source": "t", "p": 5, "grade": "B2"}, "Tolls, no date, ¶5 (graded B2)"),
        ({"source": "t", "p": 5, "stance": "disputes"}, "disputed in Tolls, no date, ¶5"),
        ({"source": "t", "p": 5, "stance": "mentions"}, "mentioned in Tolls, no date, ¶5"),
        (["t#p5", {"source": "t", "p": 6, "exact": "x"}], "Tolls, no date, ¶5; ¶6: “x”"),
        (["t#p5", "t"], "Tolls, no date, ¶5; as a whole"),
        (["t#p5", {"source": "t", "p": 6, "stance": "disputes"}], "Tolls, no date, ¶5; disputed in “Tolls”, ¶6"),
        (["t#p5", "t#p5"], "Tolls, no date, ¶5"),
    ],
)
def test_a_cite_says_where_with_which_words_how_it_stands_and_how_good_it_is(cite: Any, words: str) -> None:
    assert cited(cite) == words


def test_a_source_in_full_has_its_own_grade() -> None:
    assert cited("t#p5", grade="C3") == "Tolls, no date, ¶5 (graded C3)"
    assert cited({"source": "t", "p": 5, "grade": "A1"}, grade="C3") == "Tolls, no date, ¶5 (graded A1)"


def test_each_source_is_printed_in_full_once_and_its_places_stand_together() -> None:
    other = record("sources", id="u", title="Nets", kind="book")
    assert cited(["t#p1", "u#p2", "t#p3"], other) == "Tolls, no date, ¶1; ¶3; Nets, no date, ¶2"


def test_a_source_that_was_printed_before_has_its_short_name() -> None:
    builder = builder_of(record("sources", id="t", **CHAPTER), record("claims", id="it", cite="t#page=61"))
    claim = builder.dossier.find(Claim, "it")
    assert claim is not None
    assert citation(builder, claim.cite[0], short=True) == "Marrable 1981, p. 61"
    titles = [piece.text for piece in cite_pieces(builder, claim.cite[0]) if piece.is_title]
    assert titles == ["Narrow Water"]


ROLES = (
    {"title": "Foreign Minister", "of": "a", "since": "1969", "until": "1974-11-08"},
    {"title": "Prime Minister", "of": "a", "since": "1974-11-08"},
)


def quote_of(roles: Sequence[dict[str, str]] = ROLES, **keys: Any) -> tuple[SpanBuilder, Quote]:
    builder = builder_of(
        record("sources", id="t", title="Tolls", kind="report"),
        record("actors", id="lowen", name="Anna Löwen", kind="person", roles=list(roles)),
        record("quotes", id="it", **{"speaker": "lowen", "text": "We wait", "cite": "t#p5", **keys}),
    )
    return builder, builder.dossier.quote("it")


def test_a_quote_is_carried_away_with_its_speaker_the_office_of_the_day_the_date_and_its_source() -> None:
    office = f"Foreign Minister, {quote_of()[0].dossier.name('a')}"
    words = f"“We wait” — Anna Löwen, {office}, 8 September 1974. Tolls, no date, ¶5"
    assert quotation(*quote_of(date="1974-09-08")) == words


def test_an_office_of_another_time_is_not_that_of_the_speaker() -> None:
    said = attribution(*quote_of(date="1975-02-19"))
    assert "Prime Minister" in said
    assert "Foreign Minister" not in said
    assert attribution(*quote_of(date="1960")) == "Anna Löwen, 1960"


def test_an_office_without_a_date_is_not_dated_by_what_is_said_in_it() -> None:
    envoy = [{"title": "Envoy"}]
    assert attribution(*quote_of(envoy, date="1974-09-08")) == "Anna Löwen, Envoy (undated), 8 September 1974"
    assert attribution(*quote_of(envoy)) == "Anna Löwen, Envoy"


def test_reported_speech_is_not_between_quotation_marks_and_says_what_it_is() -> None:
    assert quotation(*quote_of(mode="indirect")).startswith("Reported: We wait — ")


def test_the_words_of_another_language_stand_beside_their_translation() -> None:
    words = "“Wir warten” [translation: We wait] — "
    assert quotation(*quote_of(text="Wir warten", lang="de", translation="We wait")).startswith(words)


def test_who_only_the_editor_says_has_spoken_is_not_shown_as_named_by_the_source() -> None:
    assert attribution(*quote_of(attribution="editor")).endswith(" (attributed by the dossier’s editor)")


def test_a_date_that_is_only_printed_is_quoted() -> None:
    assert attribution(*quote_of(date_text="on Saturday")).endswith(", “on Saturday”")
