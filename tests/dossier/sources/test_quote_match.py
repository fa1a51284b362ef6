"""Quotations are compared with the paragraph they cite."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.sources.quote_match import find_span, normalize, occurs_in, paragraphs, quotation_pieces

WAITING = "“We  wrote to Meriden twice\u00a0– we are\nstill waiting,” the minister’s office said. “They know it.”"
LOST = "Baku, which has […] Tellmark with a lot of its newer weaponry, […]. “We expect it to comment,” Vasse […]."


def occurs(quote: str, paragraph: str) -> bool:
    return occurs_in(quotation_pieces(quote), normalize(paragraph))


class TestParagraphs:
    def test_blank_lines_part_them_and_other_line_ends_are_spaces(self) -> None:
        text = "\ufeff\n \n One\nparagraph\r\n\r\n\t\r\n  Two.  \n\n\n\nThree\u2028and more\n"
        assert paragraphs(text) == ["One paragraph", "Two.", "Three and more"]

    def test_they_are_clean(self) -> None:
        assert paragraphs("a\x1b[31m\u202e\tb") == ["a␛[31m� b"]

    def test_an_empty_text_has_none(self) -> None:
        assert paragraphs("") == paragraphs(" \n\n\t\n") == []


class TestOccurs:
    @pytest.mark.parametrize(
        "quote",
        [
            "We wrote to Meriden twice – we are still waiting,",
            "We wrote to Meriden twice – we are still waiting.",
            "We wrote to Meriden twice - we are still waiting",
            "“We wrote to Meriden twice — we are still waiting.”",
            '"We wrote to Meriden twice',
            "the minister's office",
            "  still\n\nwaiting  ",
            "They know it.",
            "We wrote […] still waiting.",
            "We wrote [...] waiting, … They know it",
            "… we are still waiting …",
            "still waiting. […] They know it.",
        ],
    )
    def test_marks_dashes_spaces_and_a_closing_stop_do_not_count(self, quote: str) -> None:
        assert occurs(quote, WAITING)

    @pytest.mark.parametrize(
        "quote",
        [
            "We wrote to Meriden three times",
            "we wrote to Meriden",
            "They know it […] We wrote",
            "We wrote [...] We wrote",
            "still waiting,, the",
            "",
            " ",
            "…",
            "[…].",
            "“”",
        ],
    )
    def test_other_words_and_no_words_do_not_occur(self, quote: str) -> None:
        assert not occurs(quote, WAITING)

    def test_letters_count_however_they_are_composed(self) -> None:
        assert occurs("naïve", "how nai\u0308ve")
        assert occurs("nai\u0308ve", "how naïve")

    @pytest.mark.parametrize(
        "quote",
        [
            "which has supplied Tellmark with a lot of its newer weaponry",
            "which has Tellmark with a lot",
            "supplied Tellmark with a lot of its newer weaponry",
            "of its newer weaponry, said so. “We expect it to comment",
            "“We expect it to comment,” Vasse told us.",
            "which has supplied Tellmark […] it to comment",
            "which has […] Tellmark",
        ],
    )
    def test_lost_words_of_the_paragraph_may_be_any(self, quote: str) -> None:
        assert occurs(quote, LOST)

    @pytest.mark.parametrize(
        "quote",
        [
            "which has supplied Orvane with a lot of its newer weaponry",
            "has nothing whatever to do with it",
            "something that stands nowhere",
            "weaponry of the finest kind that was ever sold to anybody",
            "which hash tables",
            "with a lot of its newer weaponry, so they say. We expect it to comment",
        ],
    )
    def test_lost_words_do_not_excuse_other_words(self, quote: str) -> None:
        assert not occurs(quote, LOST)

    def test_lost_words_do_not_cut_a_word(self) -> None:
        assert occurs("arms that they sold", "the arms that they […]")
        assert not occurs("arms that they sold", "the firearms that they […]")
        assert not occurs("they had sold arms", "they […] armsmen")

    def test_words_may_be_lost_at_either_end(self) -> None:
        assert occurs("said Anna Vasse, a minister", "[…] Anna Vasse, a minister of Tellmark")
        assert occurs("Anna Vasse, a minister, said", "It was Anna Vasse, a minister, […]")

    @given(
        st.text(max_size=40),
        st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20),
        st.text(max_size=40),
    )
    def test_what_stands_in_a_paragraph_occurs_in_it(self, before: str, words: str, after: str) -> None:
        assert occurs(words, f"{before} {words} {after}")

    @given(st.text(st.sampled_from("ab .,…[]'“"), max_size=30), st.text(st.sampled_from("ab .,…[]'“"), max_size=40))
    def test_a_quotation_occurs_where_its_span_can_be_shown(self, quote: str, paragraph: str) -> None:
        span = find_span(quote, paragraph)
        assert occurs(quote, paragraph) == (span is not None)
        if span:
            assert 0 <= span[0] < span[1] <= len(paragraph)

    @pytest.mark.parametrize(
        ("quote", "paragraph"),
        [
            ("a" * 20_000 + "b", "a" * 200_000),
            ("a […] " * 2_000 + "b", "a " * 100_000),
            ("ab" * 5_000 + "c", "ab[…]" * 20_000),
            ("a " * 5_000 + "c", "a […] " * 20_000),
            ("…" * 100_000, "…" * 100_000),
            ("(" * 50_000 + "x", "[ " * 100_000),
        ],
    )
    def test_hostile_texts_take_no_time(self, quote: str, paragraph: str) -> None:
        assert not occurs(quote, paragraph)


class TestFindSpan:
    def shown(self, exact: str, prefix: str = "", suffix: str = "", paragraph: str = WAITING) -> str | None:
        span = find_span(exact, paragraph, prefix, suffix)
        return span and paragraph[slice(*span)]

    def test_the_span_is_of_the_paragraph_as_it_is_printed(self) -> None:
        assert (
            self.shown("We wrote to Meriden twice - we are still") == "We  wrote to Meriden twice\u00a0– we are\nstill"
        )
        assert self.shown("'the minister's office'") == "the minister’s office"

    def test_marks_on_letters_stay_with_them(self) -> None:
        assert self.shown("naïve", paragraph="so nai\u0308ve it is") == "nai\u0308ve"

    @pytest.mark.parametrize(
        ("prefix", "suffix", "start"),
        [
            ("", "", 0),
            ("", "again", 20),
            ("she said", "", 10),
            ("said, ", "", 20),
            ("he said,", " again", 20),
            ("", ", the ministry", None),
            ("he never said", "", None),
        ],
    )
    def test_prefix_and_suffix_tell_which_of_several_is_meant(
        self, prefix: str, suffix: str, start: int | None
    ) -> None:
        paragraph = "words and she said words; he said, words again"
        starts = [at for at in range(len(paragraph)) if paragraph.startswith("words", at)]
        expected = None if start is None else starts[start // 10]
        span = find_span("words", paragraph, prefix, suffix)
        assert (span and span[0]) == expected

    def test_a_suffix_may_begin_with_the_stop(self) -> None:
        paragraph = "never a single rifle, the ministry said"
        assert (
            self.shown("never a single rifle", suffix=", the ministry", paragraph=paragraph) == "never a single rifle"
        )
        assert (
            self.shown("never a single rifle,", suffix=" the ministry", paragraph=paragraph) == "never a single rifle,"
        )

    def test_it_reaches_over_marks_of_omission_on_either_side(self) -> None:
        assert (
            self.shown("We wrote […] waiting", suffix=",") == "We  wrote to Meriden twice\u00a0– we are\nstill waiting"
        )
        assert self.shown("has supplied Tellmark with a lot", paragraph=LOST) == "has […] Tellmark with a lot"
        assert self.shown("supplied Tellmark with a lot", paragraph=LOST) == "Tellmark with a lot"

    def test_it_is_none_when_the_words_do_not_stand_there(self) -> None:
        assert self.shown("They knew it") is None
        assert self.shown("") is None
