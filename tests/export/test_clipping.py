"""What is copied: the words with their citation, in each form, and only what is safe to paste there."""

from __future__ import annotations

import json
import tomllib
from contextlib import suppress

import pytest

from tests.dossiers import SMALL, loaded
from tui.dossier.dossier import Dossier
from tui.export.clipping import FORMS, NoClipping, Subject
from tui.export.record_values import record_values
from tui.pages.catalog import Catalog

GAZETTE = "T. Quill and M. Nib, “Barges wait”, The Tamber Gazette (Lock & Sons, 2 May 1977)"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(loaded(SMALL))


def copied(catalog: Catalog, target: str, form: str = "plain", file: str = "") -> str:
    return FORMS[form].text(Subject(catalog, target, file, lambda: SMALL if file else ""))


def test_a_quotation_has_its_speaker_in_the_office_of_the_day_its_source_and_the_place_in_it(catalog: Catalog) -> None:
    text = copied(catalog, "q-pilot")
    assert text.startswith("“They promised us a pilot, and no pilot came,” [translation: A pilot was promised")
    assert "— Ada Brenn, perhaps speaker, Harbour Office of Ilvane" in text
    assert "1 May 1977" in text
    assert f"{GAZETTE}, ¶2" in text


def test_reported_speech_is_said_to_be_reported(catalog: Catalog) -> None:
    assert copied(catalog, "q-denial").startswith("Reported: No lamps are given away. — Norrow")


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("a-gift", ["Norrow → Corvath: aid (sign: with", "Status: denied; said by Corvath Herald; denied by Norrow"]),
        ("a-lamps", ["(sign: with)", "Lamps at the price of the day.", "attributed; said by Norrow", "¶3–4"]),
        ("a-quarrel", ["Ilvane – Corvath: hostility (sign: against, since 2 Mar 1977)", "Status: reported."]),
        ("a-league", ["Status: inferred."]),
        ("l-pilot", ["Complaint by Ilvane about Norrow: A pilot for the lower reach.", "Outcome: unmet, 2 May 1977."]),
        (
            "e-strike",
            ["Pilots stay at home (from April 1977 on, “since April”).", "denied; said by Ada Brenn; denied by Norrow"],
        ),
    ],
)
def test_a_statement_has_its_sign_in_words_its_status_and_who_says_so(
    catalog: Catalog, target: str, parts: list[str]
) -> None:
    text = copied(catalog, target)
    for part in parts:
        assert part in text
    assert "Barges wait" in text or "Almanac" in text, "the source"


def test_a_passage_is_what_is_known_of_it_and_its_place(catalog: Catalog) -> None:
    assert copied(catalog, "gazette#p1") == f"“have been shut” — {GAZETTE}, ¶1 (graded B2)"
    assert copied(catalog, "gazette#p5") == f"{GAZETTE}, ¶5 (graded B2)"


def test_a_source_is_a_reference_with_its_address(catalog: Catalog) -> None:
    assert copied(catalog, "gazette") == f"{GAZETTE}. https://gazette.example/barges."


@pytest.mark.parametrize("target", ["ilvane", "overview:", "pair:ilvane:norrow"])
def test_what_has_no_words_of_its_own_is_copied_as_its_page_with_its_sources(catalog: Catalog, target: str) -> None:
    text = copied(catalog, target)
    assert "Ilvane" in text
    assert text == copied(catalog, target, "page")
    assert "\n\nSources: " in text


def test_markdown_has_the_citation_as_a_footnote(catalog: Catalog) -> None:
    said, note = copied(catalog, "q-trade", "markdown").split("\n\n")
    assert said.startswith("“a trade and nothing more” — Norrow")
    assert said.endswith("[^q-trade]")
    assert note.startswith(r"[^q-trade]: T\. Quill and M. Nib, “Barges wait”, *The Tamber Gazette*")
    assert "*Almanac of the lower rivers*" in note
    assert copied(catalog, "gazette#p1", "markdown").startswith("“have been shut”[^gazette-p1]")


def test_nothing_in_a_dossier_is_markup_in_markdown() -> None:
    hostile = loaded(SMALL.replace("We shall not ask twice.", "[x](javascript:1) <b>*`$y$` # ^[1] | ~z~"))
    said = copied(Catalog(hostile), "q-twice", "markdown").partition("\n\n")[0]
    assert r"“\[x\](javascript:1) \<b\>\*\`\$y\$\` \# \^\[1\] \| \~z\~”" in said


def test_bibtex_and_csl_are_of_the_sources_cited(catalog: Catalog) -> None:
    assert copied(catalog, "q-trade", "bibtex").count("\n@") == 1
    assert copied(catalog, "q-trade", "bibtex").startswith("@article{gazette,")
    assert [item["id"] for item in json.loads(copied(catalog, "q-trade", "csl"))] == ["gazette", "almanac"]
    assert [item["id"] for item in json.loads(copied(catalog, "gazette#p3", "csl"))] == ["gazette"]
    with pytest.raises(NoClipping, match="cites no source"):
        copied(catalog, "marks:", "bibtex")


def test_toml_is_the_record_as_the_file_has_it_or_else_written_anew(catalog: Catalog) -> None:
    as_written = copied(catalog, "q-twice", "toml", "d.toml")
    assert as_written in SMALL
    assert as_written.startswith("[[quotes]]\nid = ")
    assert as_written.endswith('act = "threaten"\nattribution = "continued"')
    for name in catalog.dossier.records:
        [made] = tomllib.loads(copied(catalog, name, "toml")).popitem()[1]
        assert made == record_values(catalog.dossier.records[name])
    with pytest.raises(NoClipping):
        copied(catalog, "overview:", "toml")


def test_id_and_command_lead_back_to_it(catalog: Catalog) -> None:
    assert copied(catalog, "gazette#p1", "id") == "gazette#p1"
    assert copied(catalog, "gazette#p1", "command") == "karabakh-tui show 'gazette#p1'"
    assert copied(catalog, "q-pilot", "command", "/a b.toml") == "karabakh-tui show q-pilot -d '/a b.toml'"


def test_a_link_is_the_address_of_the_source_and_looks_for_the_words(catalog: Catalog) -> None:
    address = "https://gazette.example/barges"
    said = "They%20promised%20us%20a%20pilot%2C%20and%20no%20pilot%20came%2C"
    assert copied(catalog, "q-pilot", "link") == f"{address}#:~:text={said}"
    assert copied(catalog, "q-twice", "link") == f"{address}#:~:text=We%20shall%20not%20ask%20twice."
    assert copied(catalog, "l-pilot", "link") == f"{address}#:~:text=promised%20us%20a%20pilot"
    assert copied(catalog, "gazette", "link") == copied(catalog, "gazette#p1", "link") == address
    with pytest.raises(NoClipping, match="has an address"):
        copied(catalog, "almanac", "link")


def test_a_link_to_many_words_has_the_first_and_the_last_and_only_web_addresses_are_links() -> None:
    many = loaded(
        SMALL.replace("We shall not ask twice.", "one two-three four five six seven eight nine ten eleven twelve")
    )
    assert copied(Catalog(many), "q-twice", "link").endswith(
        "#:~:text=one%20two%2Dthree%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve"
    )
    other = loaded(SMALL.replace("https://gazette.example/barges", "javascript:alert(1)"))
    with pytest.raises(NoClipping):
        copied(Catalog(other), "q-twice", "link")


def test_every_record_and_view_has_text_in_every_form_or_a_reason(catalog: Catalog) -> None:
    dossier: Dossier = catalog.dossier
    for target in (*dossier.records, "overview:", "timeline:", "matrix:", "grievances:", "marks:"):
        for form in FORMS:
            with suppress(NoClipping):
                assert copied(catalog, target, form).strip()
        assert Subject(catalog, target).name
