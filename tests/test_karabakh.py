"""The bundled dossier against the article it is made from: complete, exact, and fair.

Reads `content/karabakh.toml` as plain TOML, so that it judges the file and not the loader. The article is not
shipped; tests that need it are skipped where it is not beside the checkout.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import tomli

Record = dict[str, Any]

DOSSIER_FILE = Path(__file__).resolve().parents[1] / "content" / "karabakh.toml"
ARTICLE_FILE = Path(__file__).resolve().parents[2] / "shared" / "source" / "paragraphs.txt"

DOSSIER: Record = tomli.loads(DOSSIER_FILE.read_text(encoding="utf-8"))
TABLES = ("sources", "actors", "quotes", "alliances", "events", "ledger", "claims")
RECORDS: dict[str, Record] = {record["id"]: record for table in TABLES for record in DOSSIER[table]}
QUOTATIONS: list[Record] = [quote for quote in DOSSIER["quotes"] if quote["mode"] != "indirect"]

HEADLINE: str = DOSSIER["sources"][0]["title"]

AUTHOR = "article"
"""The source's id stands for its author in `by`."""

PEOPLE = {
    "Dmitry Medvedev": ("Prime Minister", "russia"),
    "Dmitry Rogozin": ("Deputy Prime Minister", "russia"),
    "Hovik Abrahamyan": ("Prime Minister", "armenia"),
    "Artsrun Hovhannisyan": ("Defense Ministry spokesman", "armenia-defense-ministry"),
    "Sergey Minasyan": ("analyst", None),
    "Ali Hasanov": ("senior presidential adviser", "azerbaijan"),
    "Bagram Bagdasaryan": ("senior Armenian MP", "armenia"),
    "Arkady Dubnov": ("Central Asia expert", None),
}
"""Everyone the article names: the title as printed, and whose office it is where the passage tells."""

LOADED_WORDS = {
    "aggress": "abrahamyan",
    "provocat": "hasanov",
    "occup": "hasanov",
    "amoral": "hovhannisyan",
    "disinformation": "dubnov",
    "lost territor": AUTHOR,
    "retak": AUTHOR,
    "fig leaf": AUTHOR,
    "lament": AUTHOR,
    "blitz": AUTHOR,
    "ostensib": AUTHOR,
    "enem": AUTHOR,
    "unimpeach": AUTHOR,
    "abrupt": AUTHOR,
    "rumor": AUTHOR,
    "bit player": AUTHOR,
}
"""The beginning of a word that takes sides or evaluates, and whose word it is."""

LONGEST_RUN = 9
"""So many words in a row may be the article's in a text of our own: enough for names, too few for a sentence."""


class Own(NamedTuple):
    """A text in the editors' own words; `record` is empty for the head of the file."""

    where: str
    key: str
    text: str
    record: Record


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    if not ARTICLE_FILE.exists():
        pytest.skip("the article is not beside this checkout")
    blocks = re.split(r"\n\s*\n", ARTICLE_FILE.read_text(encoding="utf-8").strip())
    return [" ".join(block.split()) for block in blocks]


def own_words() -> Iterator[Own]:
    for key in ("title", "summary"):
        yield Own(key, key, DOSSIER[key], {})
    for table in TABLES:
        for record in DOSSIER[table]:
            for key in ("title", "summary", "text", "terms", "expected", "response", "note"):
                printed = (key == "title" and table == "sources") or (key == "text" and record in QUOTATIONS)
                if key in record and not printed:
                    yield Own(f"{record['id']}.{key}", key, record[key], record)


def cites(record: Record) -> list[str | Record]:
    found: list[str | Record] = []
    for part in (record, *record.get("roles", ())):
        cite = part.get("cite", [])
        found += cite if isinstance(cite, list) else [cite]
    return found


def cited(record: Record) -> set[int]:
    """The numbers of the paragraphs a record cites."""
    numbers: set[int] = set()
    for cite in cites(record):
        if isinstance(cite, dict):
            numbers |= {cite["p"]} if "p" in cite else set()
        elif match := re.fullmatch(r"article#p(\d+)(?:-(\d+))?", cite):
            numbers.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return numbers


def passage(record: Record, paragraphs: list[str]) -> str:
    """The paragraphs a record cites, and the headline where it cites words without a paragraph."""
    headline = [HEADLINE] if any(isinstance(cite, dict) and "p" not in cite for cite in cites(record)) else []
    return "\n".join(headline + [paragraphs[number - 1] for number in sorted(cited(record))])


def voices(record: Record) -> set[str]:
    """Everyone whose statement a record is; where it does not say so, everyone whose quotation it rests on."""
    named = {*record.get("by", ()), *record.get("denied_by", ()), record.get("speaker", "")} - {""}
    return named or speakers(record)


def speakers(record: Record) -> set[str]:
    return {RECORDS[quote]["speaker"] for quote in record.get("quotes", ())}


def bare(text: str) -> str:
    """Without the comma or full stop that belongs to the sentence around a quotation."""
    return text[:-1] if text.endswith((",", ".")) else text


def plain_words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.replace("’", "'").casefold())


def spans(text: str) -> list[str]:
    return re.findall("“([^”]*)”", text)


def without_spans(text: str) -> str:
    return re.sub("“[^”]*”", " ", text)


# Exact


def test_a_parser_of_toml_1_0_reads_the_same_dossier() -> None:
    assert tomllib.loads(DOSSIER_FILE.read_text(encoding="utf-8")) == DOSSIER


def test_every_quotation_occurs_to_the_character_in_the_one_paragraph_it_cites(paragraphs: list[str]) -> None:
    for quote in QUOTATIONS:
        assert len(cited(quote)) == 1, quote["id"]
        assert quote["text"] in passage(quote, paragraphs), quote["id"]


def test_every_quotation_the_article_prints_is_recorded_once(paragraphs: list[str]) -> None:
    printed = [(number, bare(span)) for number, text in enumerate(paragraphs, 1) for span in spans(text)]
    recorded = [(min(cited(quote)), bare(quote["text"])) for quote in QUOTATIONS]
    assert recorded == printed  # in the article's order, too


def test_a_fragment_is_part_of_a_sentence_and_a_direct_quotation_a_whole_one() -> None:
    for quote in QUOTATIONS:
        assert quote["text"][0].islower() == (quote["mode"] == "fragment"), quote["id"]


def test_words_given_as_printed_are_printed_in_a_paragraph_cited(paragraphs: list[str]) -> None:
    for record in RECORDS.values():
        for key in ("level", "date_text", "channel"):
            if key in record:
                assert record[key] in passage(record, paragraphs), f"{record['id']}.{key}"
        for cite in cites(record):
            if isinstance(cite, dict):
                assert cite["exact"] in (paragraphs[cite["p"] - 1] if "p" in cite else HEADLINE), record["id"]
                assert len(cite["exact"].split()) <= 12, record["id"]


def test_what_our_own_texts_put_between_quotation_marks_is_printed_in_a_paragraph_cited(paragraphs: list[str]) -> None:
    for own in own_words():
        for span in spans(own.text):
            assert span in passage(own.record, paragraphs), f"{own.where}: {span}"


def test_a_lost_verb_of_saying_is_noted_and_not_supplied(paragraphs: list[str]) -> None:
    for quote in QUOTATIONS:
        assert "[…]" not in quote["text"], quote["id"]
        if re.search(re.escape(bare(quote["text"])) + r"[,.]?”[^.“]*\[…\]", passage(quote, paragraphs)):
            assert "missing in our copy" in quote["note"], quote["id"]


def test_nothing_carries_a_date_because_the_article_prints_none() -> None:
    dated = {"date", "start", "end", "issued", "accessed", "as_of", "since", "until"}
    assert not dated & DOSSIER.keys()
    for name, record in RECORDS.items():
        for part in (record, *record.get("roles", ())):
            assert not dated & part.keys(), name


def test_the_words_for_time_stand_where_the_article_puts_them() -> None:
    found = {name: record["date_text"] for name, record in RECORDS.items() if "date_text" in record}
    assert found == {
        "q-abrahamyan-strategic-partner": "on Saturday",
        "e-abrahamyan-remarks": "on Saturday",
        "l-armenia-russia-arms-again": "on Saturday",
        "e-russian-visit": "at the end of last week",
        "e-eaeu-summit": "last week",
    }


# Complete


def test_every_person_named_is_an_actor_with_the_office_as_printed(paragraphs: list[str]) -> None:
    people = {actor["name"]: actor for actor in DOSSIER["actors"] if actor["kind"] == "person"}
    assert people.keys() == PEOPLE.keys()
    for name, (title, whose) in PEOPLE.items():
        (role,) = people[name]["roles"]
        assert (role["title"], role.get("of")) == (title, whose), name
        printed = passage({"cite": role["cite"]}, paragraphs)
        assert re.search(rf"{title},? {name}|{name}, an? {title}", printed), name


def test_every_capitalised_name_in_the_article_is_known_to_the_dossier(paragraphs: list[str]) -> None:
    known = {
        word
        for actor in DOSSIER["actors"]
        for name in (actor["name"], *actor.get("aliases", ()))
        for word in name.split()
    }
    known |= {word for actor in DOSSIER["actors"] for role in actor.get("roles", ()) for word in role["title"].split()}
    known |= {"Russian", "Russian-Armenian", "Armenian", "Azerbaijani", "Saturday", "I"}
    for text in paragraphs:
        for match in re.finditer(r"(?<=[^.”“ ] )[A-Z][\w-]*", text):
            assert match[0] in known, f"{match[0]}: {text[:60]}"


def test_names_and_aliases_are_spelt_as_printed(paragraphs: list[str]) -> None:
    article = "\n".join(paragraphs).casefold()
    for actor in DOSSIER["actors"]:
        aliases = [alias.casefold() for alias in actor.get("aliases", ())]
        assert all(alias in article for alias in aliases), actor["id"]
        assert aliases or actor["name"].casefold() in article, actor["id"]


def test_every_paragraph_is_cited(paragraphs: list[str]) -> None:
    assert {number for record in RECORDS.values() for number in cited(record)} == set(range(1, len(paragraphs) + 1))


def test_every_record_but_the_source_says_where_it_stands() -> None:
    for name, record in RECORDS.items():
        assert name == AUTHOR or cites(record), name


def test_every_quote_belongs_to_a_tie_a_ledger_row_or_a_claim() -> None:
    keys = ("quotes", "counter")
    used = {quote for record in RECORDS.values() for key in keys for quote in record.get(key, ())}
    assert used == {quote["id"] for quote in DOSSIER["quotes"]}


def test_where_the_article_prints_no_answer_the_row_says_so_and_guesses_none() -> None:
    none = {row["id"]: row["voiced"] for row in DOSSIER["ledger"] if row["outcome"] == "none-recorded"}
    assert none == {
        "l-armenia-russia-arms-again": "complaint",
        "l-azerbaijan-israel-comment": "request",
        "l-armenia-partners-positions": "demand",
    }


# Honest


def test_a_judgement_is_the_authors_and_says_so() -> None:
    for name, record in RECORDS.items():
        if record.get("status") == "judgement":
            assert record["by"] == [AUTHOR], name
        if AUTHOR in record.get("by", ()):
            assert record["status"] in {"judgement", "reported"}, name


def test_what_is_attributed_names_the_one_who_said_it_and_never_the_author() -> None:
    for name, record in RECORDS.items():
        if record.get("status") == "attributed":
            assert voices(record), name
            assert AUTHOR not in voices(record), name


def test_a_statement_is_ascribed_to_the_very_speakers_it_quotes() -> None:
    for name, record in RECORDS.items():
        if record.get("status") in {"attributed", "contested"} and "by" in record and "quotes" in record:
            assert speakers(record) == {*record["by"], *(speakers(record) & {*record.get("denied_by", ())})}, name


def test_the_editors_inferences_are_few_and_marked() -> None:
    inferred = {name for name, record in RECORDS.items() if record.get("status") == "inferred"}
    marked = {own.record["id"] for own in own_words() if own.text.startswith("Editor’s inference. ")}
    assert inferred == marked
    assert inferred == {
        "a-israel-arms-azerbaijan",
        "a-russia-csto",
        "a-belarus-azerbaijan-principles",
        "l-armenia-belarus",
        "l-armenia-kazakhstan",
    }


def test_support_from_turkmenistan_is_asserted_by_some_and_denied_by_another() -> None:
    for name in ("a-turkmenistan-azerbaijan-readiness", "c-turkmenistan-ready"):
        record = RECORDS[name]
        assert (record["status"], record["by"], record["denied_by"]) == ("contested", ["azerbaijani-media"], ["dubnov"])


def test_membership_is_a_tie_to_the_organisation_and_to_no_pair_of_members() -> None:
    members = {tie["from"]: tie["status"] for tie in DOSSIER["alliances"] if tie["kind"] == "bloc-membership"}
    stated = ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "tajikistan"]
    assert members == {**dict.fromkeys(stated, "reported"), "russia": "inferred"}
    others = set(stated) - {"armenia"}
    for tie in DOSSIER["alliances"]:
        ends = {*tie.get("between", ()), tie.get("from"), tie.get("to")}
        assert len(ends & others) < 2, tie["id"]
        if tie["kind"] == "nominal-alliance":
            assert "armenia" in ends, tie["id"]
            assert tie["status"] == "judgement", tie["id"]


def test_whether_an_expectation_is_stated_or_read_from_context_is_told_of_each() -> None:
    stated = {row["id"] for row in DOSSIER["ledger"] if row["stated"] is True}
    assert stated == {"l-azerbaijan-israel-comment", "l-armenia-partners-positions"}
    assert all(row["stated"] in (True, False) for row in DOSSIER["ledger"])


# Fair


def test_loaded_words_stay_in_the_mouths_that_spoke_them() -> None:
    """Only in a claim or note, only between quotation marks, and only where the one whose word it is is named."""
    for own in own_words():
        quoted = " ".join(spans(own.text)).casefold()
        for word, mouth in LOADED_WORDS.items():
            assert word not in without_spans(own.text).casefold(), own.where
            if word in quoted:
                assert own.key == "note" or own.where.startswith("c-"), own.where
                authors = re.search(r"\b(author|article)\b", without_spans(own.text))
                assert mouth in voices(own.record) or (mouth == AUTHOR and authors), own.where


def test_the_loaded_words_are_those_of_the_article(paragraphs: list[str]) -> None:
    article = "\n".join(paragraphs).casefold()
    assert all(word in article for word in LOADED_WORDS)
    for word, mouth in LOADED_WORDS.items():
        said = [quote["speaker"] for quote in QUOTATIONS if word in quote["text"].casefold()]
        assert set(said) == ({mouth} if mouth != AUTHOR else set()), word


def test_no_long_run_of_the_articles_words_stands_in_our_own(paragraphs: list[str]) -> None:
    article = " ".join(plain_words(" ".join(paragraphs)))
    for own in own_words():
        words = plain_words(own.text)
        for start in range(len(words) - LONGEST_RUN):
            run = " ".join(words[start : start + LONGEST_RUN + 1])
            assert f" {run} " not in f" {article} ", f"{own.where}: {run}"


def test_only_those_who_belong_to_a_side_have_one() -> None:
    assert DOSSIER["sides"] == sorted(DOSSIER["sides"]) == ["armenia", "azerbaijan"]
    sides = {actor["id"]: actor["side"] for actor in DOSSIER["actors"] if "side" in actor}
    assert sides == {
        "armenia-defense-ministry": "armenia",
        "abrahamyan": "armenia",
        "hovhannisyan": "armenia",
        "bagdasaryan": "armenia",
        "hasanov": "azerbaijan",
    }


def test_the_two_sides_are_described_in_the_same_form() -> None:
    armenia, azerbaijan = (RECORDS[side] for side in DOSSIER["sides"])
    assert armenia.keys() == azerbaijan.keys()
    for side in (armenia, azerbaijan):
        assert side["summary"].startswith("One of the two sides. ")
    assert abs(len(armenia["summary"]) - len(azerbaijan["summary"])) < 60


def test_the_summing_up_that_the_author_makes_of_both_sides_is_the_same_row_for_each() -> None:
    rows = [dict(RECORDS[f"l-{side}-overall"]) for side in DOSSIER["sides"]]
    assert [(row.pop("id"), row.pop("expecting")) for row in rows] == [
        ("l-armenia-overall", "armenia"),
        ("l-azerbaijan-overall", "azerbaijan"),
    ]
    assert rows[0] == rows[1]


def test_what_each_side_accuses_the_other_of_has_the_same_standing() -> None:
    ours, theirs = RECORDS["c-azerbaijan-aggressor"], RECORDS["c-armenian-provocation"]
    assert ours.keys() == theirs.keys()
    assert (ours["status"], theirs["status"]) == ("contested", "contested")
    assert (ours["about"], theirs["about"]) == (["azerbaijan"], ["armenia"])
    assert (ours["counter"], theirs["counter"]) == (theirs["quotes"], ours["quotes"])


def test_partnerships_that_only_officials_proclaim_are_attributed_on_both_sides() -> None:
    ties = [tie for tie in DOSSIER["alliances"] if tie["kind"] == "strategic-partnership"]
    assert {(*tie["between"], *tie["by"]) for tie in ties} == {
        ("armenia", "russia", "abrahamyan", "rogozin"),
        ("azerbaijan", "russia", "rogozin"),
        ("azerbaijan", "israel", "hasanov"),
    }
    assert {tie["status"] for tie in ties} == {"attributed"}
