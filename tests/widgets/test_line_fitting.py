"""Which words and remarks the lines of a list have room for: marks stay, and rows of one sort look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tui.pages.list_line import ListLine
from tui.pages.page import Role, Span
from tui.widgets.line_fitting import LineFitting


def fitted(lines: Sequence[ListLine], width: int) -> list[tuple[str, str]]:
    """The words of each line, before they are cut, and what stands at their right."""
    fitting = LineFitting(lambda: lines)
    shown = [fitting.words_and_remark(line, width, 0) for line in lines]
    return [("".join(span.text for span in words), "".join(span.text for span in remark)) for words, remark in shown]


@pytest.mark.parametrize(
    ("remark", "role", "shown"),
    [
        ("1 against", "dim", ""),
        ("Kyle 1991 ¶5", "cite", ""),
        ("↯ » words", "status-denied", "↯ » words"),
        ("12", "dim", "12"),
    ],
)
def test_words_at_the_right_give_way_to_the_name_and_marks_do_not(remark: str, role: Role, shown: str) -> None:
    line = ListLine(Span("·"), (Span("Armenia committed this"),), (Span(remark, role),))
    assert fitted([line], 27) == [("Armenia committed this", shown)]
    assert fitted([line], 60) == [("Armenia committed this", remark)]


def test_a_remark_that_would_cut_the_name_is_shown_briefly() -> None:
    dated = (Span("since 1972", "dim"), Span(" ●", "status-reported"))
    lines = [ListLine(Span("·"), (Span(name),), dated, (), dated[1:]) for name in ("Armenia and Russia", "Tellmark")]
    assert fitted(lines, 27) == [("Armenia and Russia", " ●"), ("Tellmark", "since 1972 ●")]


def test_in_a_brief_remark_that_would_cut_the_name_too_a_cite_gives_way() -> None:
    brief = (Span("¶12", "cite"), Span(" ●", "status-reported"))
    line = ListLine(Span("·"), (Span("Armenia and Russia"),), (Span("since August 1972", "dim"), *brief), (), brief)
    assert fitted([line], 28) == [("Armenia and Russia", "¶12 ●")]
    assert fitted([line], 27) == [("Armenia and Russia", " ●")]


@pytest.mark.parametrize(("width", "remark"), [(65, "Marrable: tolls 1974 ¶5"), (64, "Marr… ¶5"), (49, "")])
def test_a_match_has_the_width_before_what_stands_at_its_right(width: int, remark: str) -> None:
    words = (Span("Otto Brandis, minister: act: "), Span("war", "match"), Span("ning  of tolls"))
    cite = (Span("Marrable: tolls 1974 ¶5", "cite"),)
    line = ListLine(Span("“"), words, cite, (), (Span("Marr… ¶5", "cite"),))
    assert fitted([line], width)[0][1] == remark


def tie(name: str) -> ListLine:
    """The line of a tie between actors whose names are told, with a kind and its years."""
    status = Span(" ●", "status-reported")
    long, years = ((Span(words, "dim"), status) for words in ("since August 1972  member", "1972–  member"))
    short = (Span("".join(word[:2].upper() if word[0].isupper() else f" {word} " for word in name.split())),)
    return ListLine(Span("·"), (Span(name),), years, long, (Span("member", "dim"), status), short_spans=short)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (51, [("Ada → Bo", "since August 1972  member ●"), ("Turkmen → Uzbeks", "since August 1972  member ●")]),
        (37, [("Ada → Bo", "1972–  member ●"), ("Turkmen → Uzbeks", "1972–  member ●")]),
        (25, [("AD → BO", "member ●"), ("TU → UZ", "member ●")]),
        (15, [("AD → BO", " ●"), ("TU → UZ", " ●")]),
    ],
)
def test_all_rows_show_remarks_of_one_sort_beside_short_names_in_all_of_them_where_one_needs_them(
    width: int, lines: list[tuple[str, str]]
) -> None:
    assert fitted([tie("Ada → Bo"), tie("Turkmen → Uzbeks")], width) == lines


@pytest.mark.parametrize(("width", "remark"), [(29, "ended member ●"), (23, "† member ●"), (17, "†  ●")])
def test_what_has_ended_says_so_in_every_width(width: int, remark: str) -> None:
    def ended(name: str) -> ListLine:
        line = tie(name)
        brief = (Span("ended ", "dim"), *line.brief_remark)
        return line._replace(brief_remark=brief, absent_mark=(Span("† ", "dim"),))

    assert fitted([ended("Ada → Bo"), ended("Turkmen → Uzbeks")], width) == [("AD → BO", remark), ("TU → UZ", remark)]


def test_long_remarks_are_shown_in_all_rows_or_in_none() -> None:
    def line(name: str) -> ListLine:
        return ListLine(Span("·"), (Span(name),), (Span("●"),), (Span("● reported"),))

    assert fitted([line("a"), line("b")], 29) == [("a", "● reported"), ("b", "● reported")]
    assert [remark for _, remark in fitted([line("a"), line("a very long name that fills the row")], 29)] == ["●", "●"]


def test_words_are_told_more_briefly_in_all_rows_or_in_none_and_again_when_the_lines_change() -> None:
    long = ListLine(Span("·"), (Span("Armenia awaits an answer"),), (Span("open"),), brief_spans=(Span("An answer"),))
    short = ListLine(Span("·"), (Span("Russia leaves"),), (Span("open"),), brief_spans=(Span("Leaving"),))
    lines = [long, short]
    fitting = LineFitting(lambda: lines)
    assert fitting.words_and_remark(short, 29, 0)[0] == short.brief_spans
    lines.remove(long)
    assert fitting.words_and_remark(short, 29, 0)[0] == short.brief_spans
    fitting.forget()
    assert fitting.words_and_remark(short, 29, 0)[0] == short.spans


def test_of_many_lines_only_the_first_are_asked_for() -> None:
    asked = []

    def lines() -> Iterator[ListLine]:
        for name in range(1000):
            asked.append(name)
            yield tie(f"Ada → Bo{name}")

    LineFitting(lines).words_and_remark(tie("Ada → Bo"), 37, 0)
    assert len(asked) == 50
