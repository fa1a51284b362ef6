"""Our two themes, and one colour token for each side, sign, status and role. The only file with colour values.

Tokens are theme variables: our themes set them, any other theme gets them from its own palette.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="karabakh-dark",
    primary="#8ab4d8",
    secondary="#a99bc9",
    accent="#d8b26a",
    foreground="#dcd9d1",
    background="#16181d",
    surface="#1c1f26",
    panel="#23272f",
    success="#86c29b",
    warning="#d9b05f",
    error="#e58a7b",
    dark=True,
    variables={
        "block-cursor-background": "#36506b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2a3039",
        "block-cursor-blurred-foreground": "#dcd9d1",
        "ink-dim": "#9a9a97",
        "ink-rule": "#3b404a",
        "ink-quote": "#f0e9d8",
        "ink-label": "#d8b26a",
        "ink-cite": "#8fa9bf",
        "link": "#9cc3e6",
        "side-one": "#b7a6e3",
        "side-two": "#7fc4c1",
        "sign-with": "#86c29b",
        "sign-against": "#e58a7b",
        "sign-neither": "#a3a6ad",
        "status-doubt": "#d9b05f",
    },
)
LIGHT = Theme(
    name="karabakh-light",
    primary="#1f5a8a",
    secondary="#5d4a94",
    accent="#86570d",
    foreground="#24262b",
    background="#f7f4ec",
    surface="#f0ecdf",
    panel="#e6e1d1",
    success="#1c6a45",
    warning="#855808",
    error="#a5352a",
    dark=False,
    variables={
        "block-cursor-background": "#1f5a8a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#dcd6c3",
        "block-cursor-blurred-foreground": "#24262b",
        "ink-dim": "#65645c",
        "ink-rule": "#cdc7b4",
        "ink-quote": "#14161a",
        "ink-label": "#86570d",
        "ink-cite": "#47607a",
        "link": "#164f7d",
        "side-one": "#5d43a0",
        "side-two": "#14656a",
        "sign-with": "#1c6a45",
        "sign-against": "#a5352a",
        "sign-neither": "#5f636b",
        "status-doubt": "#855808",
    },
)
THEMES = (DARK, LIGHT)

_FROM_PALETTE = {
    "ink-dim": "foreground-muted",
    "ink-rule": "border-blurred",
    "ink-quote": "foreground",
    "ink-label": "text-accent",
    "ink-cite": "text-secondary",
    "link": "text-primary",
    "side-one": "text-primary",
    "side-two": "text-warning",
    "sign-with": "text-success",
    "sign-against": "text-error",
    "sign-neither": "foreground-muted",
    "status-doubt": "text-warning",
}


class Look(NamedTuple):
    """How a role is drawn: the token of its colour (`""` for the plain one) and text attributes."""

    token: str = ""
    bold: bool = False
    italic: bool = False


LOOKS: dict[str, Look] = {
    "text": Look(),
    "name": Look(),
    "strong": Look("", bold=True),
    "dim": Look("ink-dim"),
    "label": Look("ink-label", bold=True),
    "rule": Look("ink-rule"),
    "bar": Look("ink-label"),
    "quote": Look("ink-quote"),
    "highlight": Look("ink-label", bold=True),
    "cite": Look("ink-cite"),
    "sign-with": Look("sign-with", bold=True),
    "sign-against": Look("sign-against", bold=True),
    "sign-neither": Look("sign-neither"),
    "sign-mixed": Look("status-doubt", bold=True),
    "status-reported": Look("ink-dim"),
    "status-attributed": Look("ink-cite"),
    "status-judgement": Look("status-doubt"),
    "status-contested": Look("status-doubt", bold=True),
    "status-denied": Look("sign-against", bold=True),
    "status-inferred": Look("status-doubt", italic=True),
    "outcome-good": Look("sign-with"),
    "outcome-bad": Look("sign-against"),
    "outcome-open": Look("ink-dim"),
    "side-one": Look("side-one", bold=True),
    "side-two": Look("side-two", bold=True),
}


def with_tokens(variables: dict[str, str]) -> dict[str, str]:
    """The variables of any theme, with our tokens added from its own palette where it does not set them."""
    for token, source in _FROM_PALETTE.items():
        variables.setdefault(token, variables.get(source, variables["foreground"]))
    return variables


class Looks:
    """Rich styles of the roles on one background, under the app's present theme. Made anew when the theme changes."""

    def __init__(self, app: App[int], ground: Color) -> None:
        self._variables = app.theme_variables
        self.ground = ground
        self._styles: dict[str, Style] = {}
        self._tokens: dict[tuple[str, str], Style] = {}
        self.blank = Style(bgcolor=ground.rich_color)
        """The background alone."""

    def style(self, role: str) -> Style:
        """The style of a role."""
        if (style := self._styles.get(role)) is None:
            look = LOOKS[role]
            style = self.token(look.token or "foreground") + Style(bold=look.bold or None, italic=look.italic or None)
            self._styles[role] = style
        return style

    def link(self, role: str) -> Style:
        """The style of a link that has the role: plain words get the colour of links, all but cites are underlined."""
        key = f"link {role}"
        if (style := self._styles.get(key)) is None:
            style = self.style(role)
            if role in ("text", "name", "dim"):
                style = style + self.token("link")
            style = self._styles[key] = style + Style(underline=role != "cite" or None)
        return style

    def cursor(self, focused: bool) -> Style:
        """The style of what the cursor is on, in the pane with the focus or in another.

        With the focus it is written reversed, so that it is seen without colours too.
        """
        if not focused:
            return self.token("block-cursor-blurred-foreground", "block-cursor-blurred-background")
        style = self.token("block-cursor-foreground", "block-cursor-background")
        return Style(color=style.bgcolor, bgcolor=style.color, reverse=True, bold=True)

    def token(self, name: str, background: str = "") -> Style:
        """The style of a token as text colour, on the widget's background or the colour of another token."""
        if (style := self._tokens.get((name, background))) is None:
            value = self._variables[name]
            ground = self._color(background) if background else self.ground
            dim = value.startswith("ansi_") and value.endswith("%")
            style = Style(color=self._ink(value, ground), bgcolor=ground.rich_color, dim=dim or None)
            self._tokens[name, background] = style
        return style

    def _color(self, name: str) -> Color:
        value = self._variables[name].split(" ")[0]
        color = Color.parse("ansi_default" if value in ("transparent", "auto") else value)
        return self.ground + color if color.ansi is None and color.a < 1 else color

    def _ink(self, value: str, ground: Color) -> RichColor:
        name, _, share = value.partition(" ")
        alpha = float(share.rstrip("%")) / 100 if share else 1.0
        if name.startswith("ansi_"):
            return Color.parse(name).rich_color
        if name == "auto":
            return (ground + ground.get_contrast_text(alpha)).rich_color
        color = Color.parse(name)
        return (ground + color.with_alpha(color.a * alpha)).rich_color if ground.ansi is None else color.rich_color
