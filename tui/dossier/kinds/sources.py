"""Sources: published or archived material that can be cited."""

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.kind import Kind
from tui.dossier.kinds.record import Record, Text
from tui.dossier.problems import Rule, did_you_mean
from tui.dossier.values.dates import Date
from tui.dossier.values.fold import fold
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import SOURCE_KINDS
from tui.dossier.values.web_address import is_web_address


class Source(Record, frozen=True, kw_only=True):
    """Published or archived material that can be cited."""

    TABLE = "sources"
    key: Annotated[
        Safe,
        Meta(
            description="Its short name in lists and on pages, such as `Hansard 1956`, where there are several "
            "sources. Without one it is made from author and year."
        ),
    ] = Safe("")
    title: Annotated[Text, Meta(description="The title as printed.")]
    kind: Annotated[
        Text,
        Meta(
            description="A CSL item type such as `article-newspaper`, `book`, `interview`, `report`, `speech`, "
            "`treaty`, `webpage`."
        ),
    ]
    author: Annotated[tuple[Text, ...], Meta(description="A list of names.")] = ()
    container: Annotated[Safe, Meta(description="The paper, journal or site it appeared in.")] = Safe("")
    publisher: Annotated[Safe, Meta(description="Who publishes that.")] = Safe("")
    issued: Annotated[Date | None, Meta(description="When it was published.")] = None
    accessed: Annotated[Date | None, Meta(description="When you looked it up.")] = None
    url: Annotated[Safe, Meta(description="An `http` or `https` address.")] = Safe("")
    archive: Annotated[
        Safe, Meta(description="The address of an archived copy, for when the first one changes or goes.")
    ] = Safe("")
    lang: Annotated[Safe, Meta(description="Its language.")] = Safe("")
    text: Annotated[
        Safe,
        Meta(
            description="Path of your copy, relative to the dossier’s folder and inside it. Quotations are then "
            "compared with it."
        ),
    ] = Safe("")
    sha256: Annotated[
        Safe, Meta(description="The SHA-256 hash of that copy, which pins it. `check --pin` writes it.")
    ] = Safe("")
    grade: Annotated[
        Safe,
        Meta(
            description="Your rating in the Admiralty code: a letter from A to F for the source, a digit from 1 to 6 "
            "for the information, such as `B2`. Better no grade than one you cannot defend."
        ),
    ] = Safe("")


UNKNOWN_KIND = Rule("unknown-source-kind", "warning", "a `kind` of source that is no CSL item type; it is kept")
DUPLICATE_KEY = Rule(
    "duplicate-key", "warning", "a `key` that two sources have: a letter is added to it, so that they are told apart"
)
BAD_GRADE = Rule("bad-grade", "warning", "a `grade` that is no Admiralty grade such as `B2`")
BAD_URL = Rule(
    "bad-url",
    "warning",
    "a `url` or an `archive` that is no `http` or `https` address; it is displayed, but not opened",
)
BAD_SHA256 = Rule("bad-sha256", "warning", "a `sha256` that is not 64 hexadecimal digits")


def _unknown_kind(source: Source, _: Peers) -> Iterator[Breach]:
    if source.kind and source.kind not in SOURCE_KINDS:
        hint = did_you_mean(source.kind, sorted(SOURCE_KINDS)) or "it is kept as it is"
        yield Breach(("kind",), f"“{source.kind[:60]}” is not a CSL item type", hint)


def _duplicate_key(source: Source, peers: Peers) -> Iterator[Breach]:
    if source.key and (first := peers.once(_first_with_key).get(fold(source.key), source)) is not source:
        what = f"“{source.key[:60]}” is also the `key` of “{first.id}”"
        yield Breach(("key",), what, "give each source a short name of its own", first.id)


def _first_with_key(peers: Peers) -> dict[str, Source]:
    """Folded `key` -> the first source that has it."""
    first: dict[str, Source] = {}
    for source in peers.all(Source):
        if source.key:
            first.setdefault(fold(source.key), source)
    return first


def fault_of_grade(grade: str) -> tuple[str, str] | None:
    """Return what is wrong with an Admiralty grade and what to write; None when nothing is."""
    if re.fullmatch("[A-F][1-6]", grade):
        return None
    return f"“{grade[:20]}” is not an Admiralty grade", "write a letter A-F and a digit 1-6, such as B2"


def _bad_grade(source: Source, _: Peers) -> Iterator[Breach]:
    if source.grade and (fault := fault_of_grade(source.grade)):
        yield Breach(("grade",), *fault)


def _bad_url(source: Source, _: Peers) -> Iterator[Breach]:
    for key in ("url", "archive"):
        address = getattr(source, key)
        if address and not is_web_address(address):
            yield Breach((key,), f"`{key}` is not an http or https address", "it is displayed, but cannot be opened")


def _bad_sha256(source: Source, _: Peers) -> Iterator[Breach]:
    if source.sha256 and re.fullmatch("[0-9a-fA-F]{64}", source.sha256) is None:
        what = f"“{source.sha256[:20]}” is not a SHA-256 hash"
        yield Breach(("sha256",), what, "write the 64 hexadecimal digits, or let check --pin write them")


KIND = Kind(
    record_type=Source,
    order=70,
    singular="source",
    plural="sources",
    title="Sources",
    name=lambda source, _: source.title,
    aliases=lambda source: (source.key,) if source.key else (),
    checks=(
        Check(UNKNOWN_KIND, ("kind",), _unknown_kind),
        Check(DUPLICATE_KEY, ("key",), _duplicate_key),
        Check(BAD_GRADE, ("grade",), _bad_grade),
        Check(BAD_URL, ("url", "archive"), _bad_url),
        Check(BAD_SHA256, ("sha256",), _bad_sha256),
    ),
)
