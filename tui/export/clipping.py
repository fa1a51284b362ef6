"""One record, passage or page as the text that a person pastes elsewhere, in one of several forms.

Whatever leaves has its citation: who said it, as what and when, how firm it is, the source and the place in it.
"""

import json
import shlex
from collections.abc import Callable, Iterable
from typing import NamedTuple
from urllib.parse import quote as percent_encoded

from tui.dossier.kinds import Claim, Event, Expectation, Quote, Record, Source, Tie
from tui.dossier.kinds.references import cited
from tui.dossier.sources.highlights import Excerpts
from tui.dossier.values.cite import Cite, Cites
from tui.dossier.values.dates import date_words
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import SIGN_WORDS, words
from tui.dossier.values.web_address import is_web_address
from tui.export import bibtex, citations, csl
from tui.export.briefing.inline import citation_text, verses, web_link
from tui.export.toml import record_as_toml
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Page, Spans
from tui.pages.phrases import kind_words, quoted
from tui.pages.when import tie_span
from tui.render.joined_lines import page_text

Statement = Tie | Expectation | Claim | Event

_MOST_SOURCES = 20
"""The most sources that are cited below the text of a page."""
_MOST_COPIED = 110_000
"""About the most characters of a page."""
_FRAGMENT_WORDS = 5
"""The words at either end of a quotation by which a link finds it on the page of its source."""


class NoClipping(Exception):
    """Why there is no text in a form, in one sentence."""


class Subject(NamedTuple):
    """What is copied: the id of a record, a passage or a view; as its `page` if it has no words of its own.

    `file` is the path of the dossier, empty when it has none; `file_text` reads it, to give a record as it is written.
    """

    catalog: Catalog
    target: str
    file: str = ""
    file_text: Callable[[], str] = str

    @property
    def record(self) -> "Record | None":
        """The record that it is, or is a passage of."""
        return self.catalog.dossier.get(self.target.partition("#")[0])

    @property
    def paragraph(self) -> int:
        """The number of the paragraph; 0 when it is none."""
        number = self.target.partition("#p")[2]
        return int(number) if number.isdecimal() and isinstance(self.record, Source) else 0

    @property
    def name(self) -> str:
        """What it is, in words."""
        page = self.catalog.page(self.target)
        title = "".join(span.text for span in getattr(page.blocks[0], "spans", ())) if page and page.blocks else ""
        name = self.catalog.dossier.name(self.record.id) if self.record is not None else title or self.target
        return f"¶{self.paragraph} of {name}" if self.paragraph else name


class Form(NamedTuple):
    """One way to copy: what it is called, and what makes the text, which may raise NoClipping."""

    label: str
    text: Callable[[Subject], str]


def plain(subject: Subject) -> str:
    """The words with their citation; of what has no words of its own the page, and its sources below."""
    record, builder = subject.record, subject.catalog.builder
    if subject.paragraph:
        said, cite = _passage(subject), _cite_of(subject)
        return " — ".join(filter(None, (said, citations.citation(builder, cite))))
    match record:
        case Quote():
            return citations.quotation(builder, record)
        case Source():
            return _sentences(citations.source_words(record), record.url)
        case Tie() | Expectation() | Claim() | Event():
            return f"{_statement(subject, record)} {citations.citations(builder, record.cite)}"
        case _:
            return page(subject)


def markdown(subject: Subject) -> str:
    """The words with the citation as a footnote, which is named by the id."""
    record, builder = subject.record, subject.catalog.builder
    if subject.paragraph:
        said = _passage(subject) or f"¶{subject.paragraph}"
        return _footnoted(subject, said, citations.cite_pieces(builder, _cite_of(subject)))
    match record:
        case Quote():
            said = f"{citations.quoted_words(record)} — {citations.attribution(builder, record)}."
            return _footnoted(subject, said, citations.cites_pieces(builder, record.cite))
        case Source():
            reference = citation_text(citations.source_pieces(record))
            return f"{reference}. {web_link(record.url)}" if record.url else reference
        case Tie() | Expectation() | Claim() | Event():
            said = _statement(subject, record)
            return _footnoted(subject, said, citations.cites_pieces(builder, record.cite))
        case _:
            return "\n\n".join(verses(part) for part in page(subject).split("\n\n"))


def page(subject: Subject) -> str:
    """The whole page, each paragraph on one line, and below it the sources that it cites."""
    shown = subject.catalog.page(subject.target)
    if shown is None:
        raise NoClipping("There is no page to copy")
    sources = [] if isinstance(subject.record, Source) else _sources(subject)
    lines = [citations.source_words(source) for source in sources[:_MOST_SOURCES]]
    more = [f"and {len(sources) - _MOST_SOURCES:,} more sources"] if len(sources) > _MOST_SOURCES else []
    below = "\n".join(["Sources: " + "; ".join([*lines, *more])] if lines else [])
    return "\n\n".join(filter(None, (page_text(_beginning(shown)), below)))


def as_bibtex(subject: Subject) -> str:
    """The sources that it cites, as BibTeX."""
    return "\n".join(bibtex.entry(subject.catalog.dossier, source) for source in _cited(subject)).rstrip("\n")


def as_csl(subject: Subject) -> str:
    """The sources that it cites, as an array of CSL-JSON."""
    items = [csl.item(subject.catalog.dossier, source) for source in _cited(subject)]
    return json.dumps(items, indent=2, ensure_ascii=False, allow_nan=False)


def toml(subject: Subject) -> str:
    """The record as its file has it, comments included; written anew where the file does not say it in TOML."""
    from tui.dossier.format.record_text import record_text

    if subject.record is None:
        raise NoClipping("A view is no record of the file")
    return record_text(subject.file_text(), subject.record.id) or record_as_toml(subject.record)


def identifier(subject: Subject) -> str:
    """The id, as the file and the command line have it."""
    return subject.target


def link(subject: Subject) -> str:
    """The address of the first source that has one, and in it of the words, for browsers that look for them."""
    for source, said in _words_in_sources(subject):
        if is_web_address(source.url):
            return f"{source.url}{_text_fragment(source.url, said)}"
    raise NoClipping("No source of it has an address")


def command(subject: Subject) -> str:
    """The command that shows it."""
    about = shlex.quote(subject.target)
    return f"karabakh-tui show {about} -d {shlex.quote(subject.file)}" if subject.file else f"karabakh-tui show {about}"


FORMS = {
    "plain": Form("Text with its citation", plain),
    "markdown": Form("Markdown with a footnote", markdown),
    "bibtex": Form("BibTeX of the source", as_bibtex),
    "csl": Form("CSL-JSON of the source", as_csl),
    "toml": Form("TOML of the record", toml),
    "id": Form("Id", identifier),
    "link": Form("Link to the source", link),
    "command": Form("Command that shows it", command),
    "page": Form("The whole page", page),
}
"""The forms by name, in the order in which they are offered."""


def _beginning(shown: Page) -> Page:
    """Of a very long page the blocks of its beginning, a little more than a clipboard takes."""
    left = _MOST_COPIED
    for number, block in enumerate(shown.blocks):
        left -= sum(len(span.text) for span in spans_of(block))
        if left < 0:
            return shown._replace(blocks=shown.blocks[: number + 1])
    return shown


def _statement(subject: Subject, record: Statement) -> str:
    """A statement in sentences: what, when, how firm, who says so and who denies it."""
    builder = subject.catalog.builder
    dossier = builder.dossier
    match record:
        case Tie():
            sign = f"sign: {SIGN_WORDS[record.polarity]}" if record.polarity else ""
            of_tie = ", ".join(filter(None, (sign, tie_span(dossier, record))))
            says = [f"{dossier.name(record.id)}: {kind_words(record)}{f' ({of_tie})' if of_tie else ''}", record.terms]
        case Expectation():
            name = dossier.name(record.id)
            met = f", {date_words(record.outcome_date)}" if record.outcome_date is not None else ""
            outcome = f"Outcome: {words(record.outcome)}{met}"
            says = [f"{name[:1].upper()}{name[1:]}: {record.expected}", outcome, record.response]
        case Claim():
            says = [record.text]
        case Event():
            when = [date_words(record.date, lasting=True)] if record.date is not None else []
            when += [quoted(record.date_text)] if record.date_text else []
            where = ", ".join(filter(None, (record.title, record.place)))
            says = [f"{where} ({', '.join(when)})" if when else where]
    firmness = [
        f"Status: {record.status}",
        f"said by {_text(builder.speakers(record.by, cites=record.cite))}" if record.by else "",
        f"denied by {_text(builder.speakers(record.denied_by))}" if record.denied_by else "",
    ]
    return _sentences(*says, "; ".join(filter(None, firmness)))


def _passage(subject: Subject) -> str:
    """The words of a paragraph: all where there is a copy, else those that are known."""
    source = subject.target.partition("#")[0]
    passages = subject.catalog.dossier.passages.get(source, [])
    if subject.paragraph <= len(passages):
        return quoted(passages[subject.paragraph - 1].strip())
    return " … ".join(map(quoted, Excerpts(subject.catalog.dossier, source, subject.paragraph).of(subject.paragraph)))


def _cite_of(subject: Subject) -> Cite:
    return Cite(Safe(subject.target.partition("#")[0]), subject.paragraph, subject.paragraph)


def _cited(subject: Subject) -> list[Source]:
    if not (sources := _sources(subject)):
        raise NoClipping("It cites no source")
    return sources


def _sources(subject: Subject) -> list[Source]:
    """The sources that it is of or cites; of a page those that it links to."""
    dossier, record = subject.catalog.dossier, subject.record
    if isinstance(record, Source):
        return [record]
    if isinstance(record, Quote | Statement):
        names: Iterable[str] = (cite.source for cite in cited(record))
    else:
        shown = subject.catalog.page(subject.target)
        names = (target.partition("#")[0] for target in shown.links()) if shown is not None else ()
    found = (dossier.find(Source, name) for name in dict.fromkeys(names))
    return [source for source in found if source is not None]


def _words_in_sources(subject: Subject) -> list[tuple[Source, str]]:
    """Each source that it cites, and the words that are to be found there, perhaps none."""
    record = subject.record
    if subject.paragraph:
        said = _passage(subject) if subject.catalog.dossier.passages.get(subject.target.partition("#")[0]) else ""
        return [(source, said[1:-1]) for source in _sources(subject)]
    exact = record.text if isinstance(record, Quote) and record.mode != "indirect" else ""
    cites: Cites | tuple[()] = getattr(record, "cite", None) or ()
    of_source = {cite.source: cite.exact for cite in reversed(cites)}
    return [(source, exact or of_source.get(Safe(source.id), "")) for source in _sources(subject)]


def _text_fragment(url: str, said: str) -> str:
    """The part of an address that has a browser look for words, `#:~:text=We%20have,of%20peace`."""
    found = said.split()
    if not found or "#" in url:
        return ""
    ends = [found[:_FRAGMENT_WORDS], found[-_FRAGMENT_WORDS:]]
    parts = ends if len(found) > 2 * _FRAGMENT_WORDS else [found]
    return "#:~:text=" + ",".join(percent_encoded(" ".join(part), safe="").replace("-", "%2D") for part in parts)


def _footnoted(subject: Subject, said: str, pieces: citations.Pieces) -> str:
    note = subject.target.replace("#", "-").replace(":", "-")
    return f"{verses(said)}[^{note}]\n\n[^{note}]: {citation_text(pieces)}"


def _sentences(*parts: str) -> str:
    """Parts as sentences, each with a full stop unless it ends with a mark of its own."""
    stripped = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part.endswith((".", "!", "?", "…", "”")) else f"{part}." for part in stripped)


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)
