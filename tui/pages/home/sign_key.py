"""What the signs in pictures of Home mean, in one line: those that are drawn and have no words beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType

from tui.dossier.values.vocabulary import TRIANGLE_GLYPH
from tui.pages.glyphs import OTHERS, SIGNS
from tui.pages.moment_marks import ENDED, PERHAPS
from tui.pages.page import Span, Spans, joined

_DRAWN: Mapping[str, Callable[[Span], bool]] = MappingProxyType(
    {
        TRIANGLE_GLYPH: lambda span: span.text.strip() == TRIANGLE_GLYPH,
        ENDED: lambda span: span.text == ENDED,
        PERHAPS: lambda span: span.text.endswith(f" {PERHAPS}"),
    }
)
"""How a glyph is drawn in a picture that is no sign of a tie."""


def sign_key(spans: Iterable[Span]) -> Spans:
    """`+ with  − against  † ended`; nothing where no sign is drawn, or each has its word beside it."""
    drawn = tuple(spans)
    found = [glyph for glyph in SIGNS.glyphs if any(_is_sign(glyph.glyph, span) for span in drawn)]
    for glyph in OTHERS.glyphs:
        if (is_drawn := _DRAWN.get(glyph.glyph)) is not None and any(map(is_drawn, drawn)):
            found.append(glyph)
    words = {glyph: f"{glyph.glyph} {glyph.word}" for glyph in found}
    return joined(
        ((Span(said, glyph.role),) for glyph, said in words.items() if not _is_said(said, drawn)),
        "  ",
    )


def _is_sign(glyph: str, span: Span) -> bool:
    return span.role.startswith("sign-") and glyph in span.text


def _is_said(words: str, drawn: Collection[Span]) -> bool:
    return any(words in span.text for span in drawn)
