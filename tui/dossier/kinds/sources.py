"""Sources: published or archived material that can be cited."""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.kind import Kind
from tui.dossier.kinds.record import Record, Text
from tui.dossier.problems import Problems, TreePath, did_you_mean
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import SOURCE_KINDS


class Source(Record, frozen=True, kw_only=True):
    """Published or archived material that can be cited."""

    TABLE = "sources"
    title: Text
    kind: Annotated[Text, Meta(description="A CSL item type such as article-newspaper, report, treaty.")]
    author: tuple[Text, ...] = ()
    container: Safe = Safe("")
    publisher: Safe = Safe("")
    issued: Date | None = None
    accessed: Date | None = None
    url: Safe = Safe("")
    archive: Annotated[Safe, Meta(description="Address of an archived copy.")] = Safe("")
    lang: Safe = Safe("")
    text: Annotated[Safe, Meta(description="Path of a local copy, relative to the dossier.")] = Safe("")
    sha256: Annotated[Safe, Meta(description="SHA-256 hash of the local copy; check --pin writes it.")] = Safe("")
    grade: Annotated[Safe, Meta(description="Admiralty code, such as B2.")] = Safe("")


def _check(source: Source, path: TreePath, problems: Problems) -> None:
    if source.kind and source.kind not in SOURCE_KINDS:
        hint = did_you_mean(source.kind, SOURCE_KINDS) or "it is kept as it is"
        problems.warning((*path, "kind"), "unknown-source-kind", f"“{source.kind[:60]}” is not a CSL item type", hint)
    if source.grade and re.fullmatch("[A-F][1-6]", source.grade) is None:
        problems.warning(
            (*path, "grade"),
            "bad-grade",
            f"“{source.grade[:20]}” is not an Admiralty grade",
            "write a letter A-F and a digit 1-6, such as B2",
        )
    for key in ("url", "archive"):
        address = getattr(source, key)
        if address and re.fullmatch(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", address) is None:
            problems.warning(
                (*path, key),
                "bad-url",
                f"`{key}` is not an http or https address",
                "it is displayed, but cannot be opened",
            )
    if source.sha256 and re.fullmatch("[0-9a-fA-F]{64}", source.sha256) is None:
        problems.warning(
            (*path, "sha256"),
            "bad-sha256",
            f"“{source.sha256[:20]}” is not a SHA-256 hash",
            "write the 64 hexadecimal digits, or let check --pin write them",
        )


KIND = Kind(
    record_type=Source,
    order=70,
    singular="source",
    plural="sources",
    title="Sources",
    name=lambda source, _: source.title,
    check=_check,
)
